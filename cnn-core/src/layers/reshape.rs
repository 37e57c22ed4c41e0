//! The same values in another shape.

use core::fmt;

use crate::error::{At, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::Arg;
use crate::language::call::Call;
use crate::language::params::{Sizes, params};
use crate::language::signature::Signature;
use crate::layers::MOST_SIZES;
use crate::shape::{Count, Shape, Tensors};

pub(crate) mod reshape {
    use super::*;

    params! {
        shape: Sizes.inferable(),
    }

    pub(crate) static KEYWORD: Keyword = keyword(
        Signature::new("reshape", PARAMS)
            .aliases(&["Reshape"])
            .translations(&[("view", "reshape(shape)"), ("rearrange", "reshape(shape)")]),
    );

    pub(crate) const fn read(call: &mut Call<'_>) -> Reshape {
        let input = call.input;
        Reshape { shape: filled(call, PARAM.shape, &input) }
    }
}

pub(crate) mod unflatten {
    use super::*;

    params! {
        dim: Signed,
        unflattened_size: Sizes.inferable(),
    }

    pub(crate) static KEYWORD: Keyword =
        keyword(Signature::new("unflatten", PARAMS).aliases(&["Unflatten"]));

    pub(crate) const fn read(call: &mut Call<'_>) -> Reshape {
        let Some(dim) = call.dim(PARAM.dim) else { return Reshape { shape: Shape::LOST } };
        let input = call.input;
        let sizes = filled(call, PARAM.unflattened_size, &Shape::one(input.size(dim)));
        if sizes.is_lost() || input.rank() - 1 + sizes.rank() > MOST_SIZES {
            if !sizes.is_lost() {
                let problem = Problem::TooManySizes {
                    sizes: input.rank() - 1 + sizes.rank(),
                    most: MOST_SIZES,
                };
                call.fail(PARAM.unflattened_size.at(), problem);
            }
            return Reshape { shape: Shape::LOST };
        }
        Reshape { shape: input.part(0, dim).join(&sizes).join(&input.part(dim + 1, input.rank())) }
    }
}

pub(crate) mod squeeze {
    use super::*;

    params! {
        dim: SignedList,
    }

    pub(crate) static KEYWORD: Keyword =
        keyword(Signature::new("squeeze", PARAMS).aliases(&["Squeeze"]));

    pub(crate) const fn read(call: &mut Call<'_>) -> Reshape {
        let dims = call.dims(PARAM.dim);
        let mut shape = Shape::LOST;
        let mut dim = 0;
        while dim < call.input.rank() {
            let size = call.input.size(dim);
            if !dims.has(dim) {
                shape = shape.push(size);
            } else if size > 1 {
                call.fail(call.place(PARAM.dim.0, dims.place(dim)), Problem::NotOne { dim, size });
            }
            dim += 1;
        }
        call.something_left(PARAM.dim.at(), &shape);
        Reshape { shape }
    }
}

pub(crate) mod unsqueeze {
    use super::*;

    params! {
        dim: Signed,
    }

    pub(crate) static KEYWORD: Keyword = keyword(
        Signature::new("unsqueeze", PARAMS)
            .aliases(&["Unsqueeze"])
            .translations(&[("expand_dims", "unsqueeze(dim)")]),
    );

    pub(crate) const fn read(call: &mut Call<'_>) -> Reshape {
        let input = call.input;
        if input.rank() == MOST_SIZES {
            call.fail(At::Layer, Problem::TooManySizes { sizes: MOST_SIZES + 1, most: MOST_SIZES });
            return Reshape { shape: Shape::LOST };
        }
        match call.dim_of(PARAM.dim, input.rank() + 1) {
            Some(dim) => {
                Reshape { shape: input.part(0, dim).push(1).join(&input.part(dim, input.rank())) }
            }
            None => Reshape { shape: Shape::LOST },
        }
    }
}

const fn keyword(signature: Signature) -> Keyword {
    Keyword { signature, family: Family::Pass, reuse: Reuse::View }
}

/// The sizes that are declared for as many values as `given` has. A `_` among them is what is left.
const fn filled(call: &mut Call<'_>, param: Sizes, given: &Shape) -> Shape {
    let mut shape = call.sizes(param, MOST_SIZES);
    if !call.errors.is_empty() {
        return shape;
    }
    let mut inferred = None;
    let mut element = 0;
    while element < shape.rank() {
        if matches!(call.value(param.0, element), Arg::Infer) {
            if inferred.is_some() {
                call.fail(call.place(param.0, element), Problem::InferredTwice);
                return shape;
            }
            inferred = Some(element);
            shape = shape.with(element, 1);
        }
        element += 1;
    }
    // Of sizes that are not known, there is nothing to compare.
    let (Some(values), Some(declared)) = (given.checked_elements(), shape.checked_elements())
    else {
        call.fail(param.at(), Problem::Values { values: given.checked_elements(), shape });
        return shape;
    };
    match inferred {
        _ if values == 0 || declared == 0 => match inferred {
            Some(element) => shape.with(element, 0),
            None => shape,
        },
        Some(element) if values.is_multiple_of(declared) => {
            let size = values / declared;
            let fits = size <= usize::MAX as u64;
            shape.with(element, call.fits(if fits { Some(size as usize) } else { None }))
        }
        Some(element) => {
            let shape = shape.with(element, 0);
            call.fail(param.at(), Problem::Values { values: Some(values), shape });
            shape
        }
        None => {
            if values != declared {
                call.fail(param.at(), Problem::Values { values: Some(values), shape });
            }
            shape
        }
    }
}

/// The same values in another shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Reshape {
    /// The shape, without the batch axis.
    pub shape: Shape,
}

impl Reshape {
    pub(crate) const fn output(&self, _: &mut Call<'_>) -> Shape {
        self.shape
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    pub(crate) const fn work(&self, _: &Ends<'_>) -> Work {
        Work::NONE
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["Reshape"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::VIEW
    }

    /// A dim stays what it is if as many values are before it and behind it as in the output.
    pub(crate) const fn reach(&self, dim: usize, ends: &Ends<'_>) -> ReachOf {
        let (size, before) = (ends.input.size(dim), Count::elements_before(ends.input, dim));
        let mut place = 0;
        while place < ends.output.rank() {
            let others = Count::elements_before(ends.output, place);
            if ends.output.size(place) == size && others.0 == before.0 {
                return Reach::Same.of(place);
            }
            // The dim of the output that it is a part of, or that begins it.
            if others.0 * ends.output.size(place) as u128 > before.0 {
                return Reach::Merged.of(place);
            }
            place += 1;
        }
        Reach::Unknown.of(0)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
