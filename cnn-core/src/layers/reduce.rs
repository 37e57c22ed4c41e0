//! Reductions of several values to one.

use core::fmt;

use crate::error::{At, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::{Flag, SignedList, params};
use crate::language::signature::Signature;
use crate::shape::{Count, Shape, Tensors};

/// A line for each reduction without parameters of its own: the keyword, the variant, what it is called
/// elsewhere.
macro_rules! reductions {
    ($($keyword:ident: $variant:ident, $aliases:expr, $translations:expr;)*) => {
        $(
            pub(crate) mod $keyword {
                use super::*;

                params! {
                    dim: SignedList,
                    keepdim: Flag = false,
                }

                pub(crate) static KEYWORD: Keyword = keyword(
                    Signature::new(stringify!($keyword), PARAMS)
                        .aliases(&$aliases)
                        .translations(&$translations),
                );

                pub(crate) const fn read(call: &mut Call<'_>) -> Reduce {
                    over(call, Reduction::$variant, PARAM.dim, PARAM.keepdim)
                }
            }
        )*
    };
}

reductions! {
    mean: Mean, ["Mean", "ReduceMean", "reduce_mean"], [];
    sum: Sum, ["Sum", "ReduceSum", "reduce_sum"], [];
    amax: Max, ["ReduceMax", "reduce_max"], [];
    amin: Min, ["ReduceMin", "reduce_min"], [];
}

pub(crate) mod var {
    use super::*;

    params! {
        dim: SignedList,
        correction: Size = 1,
        keepdim: Flag = false,
    }

    pub(crate) static KEYWORD: Keyword =
        keyword(Signature::new("var", PARAMS).aliases(&["variance", "reduce_variance"]));

    pub(crate) const fn read(call: &mut Call<'_>) -> Reduce {
        let correction = call.size_or_zero(PARAM.correction);
        over(call, Reduction::Var { correction }, PARAM.dim, PARAM.keepdim)
    }
}

pub(crate) mod norm {
    use super::*;

    params! {
        dim: SignedList,
        p: Float = 2.0,
        keepdim: Flag = false,
    }

    pub(crate) static KEYWORD: Keyword = keyword(
        Signature::new("norm", PARAMS)
            .aliases(&["vector_norm", "ReduceL2"])
            .translations(&[("GlobalLpPool", "norm(p, dim = (2, 3), keepdim = true)")]),
    );

    pub(crate) const fn read(call: &mut Call<'_>) -> Reduce {
        let p = call.positive(PARAM.p);
        over(call, Reduction::Norm { p }, PARAM.dim, PARAM.keepdim)
    }
}

const fn keyword(signature: Signature) -> Keyword {
    Keyword { signature, family: Family::Pool, reuse: Reuse::Never }
}

const fn over(call: &mut Call<'_>, how: Reduction, dim: SignedList, keepdim: Flag) -> Reduce {
    let (dims, keepdim) = (call.dims(dim).list(), call.flag(keepdim));
    let reduce = Reduce { how, dims, keepdim };
    call.something_left(dim.at(), &reduce.shape(&call.input));
    if let Reduction::Var { correction } = how {
        reduce.refuse_too_few_values(call, correction);
    }
    reduce
}

/// How values are reduced.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Reduction {
    /// Their mean.
    Mean,
    /// Their sum.
    Sum,
    /// The largest of them.
    Max,
    /// The least of them.
    Min,
    /// Their variance.
    Var {
        /// Subtracted from the number of values before dividing by it.
        correction: usize,
    },
    /// `(Σ |x|ᵖ)^(1/p)`
    Norm {
        /// The exponent.
        p: f64,
    },
}

/// A reduction along some dims.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Reduce {
    /// How the values are reduced.
    pub how: Reduction,
    /// The dims, indices into the shape without the batch axis.
    pub dims: Shape,
    /// Whether the dims stay, with a size of 1.
    pub keepdim: bool,
}

impl Reduce {
    /// The input without the dims, or with a size of 1 there.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        self.shape(&call.input)
    }

    const fn shape(&self, input: &Shape) -> Shape {
        let mut shape = Shape::LOST;
        let mut dim = 0;
        while dim < input.rank() {
            if !self.dims.contains(dim) {
                shape = shape.push(input.size(dim));
            } else if self.keepdim {
                shape = shape.push(1);
            }
            dim += 1;
        }
        shape
    }

    /// Records an error if no value is left to divide the squares of a variance by.
    const fn refuse_too_few_values(&self, call: &mut Call<'_>, correction: usize) {
        let mut values = Count::of(1);
        let mut dim = 0;
        while dim < call.input.rank() {
            if self.dims.contains(dim) {
                values = values.times(call.input.size(dim));
            }
            dim += 1;
        }
        // Of a size that is not known, nothing is to be said.
        if let Some(values @ 1..) = values.exact()
            && values <= correction as u64
        {
            call.fail(At::Layer, Problem::TooFewValues { values, correction });
        }
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// For each value that arrives: one that is added or compared; its power and the sum for a norm; a sum, a
    /// difference, a square and their sum for a variance. What divides a sum, or takes its root, is one operation
    /// for each value that leaves.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        let (each, last) = match self.how {
            Reduction::Sum | Reduction::Max | Reduction::Min => (1, 0),
            Reduction::Mean => (1, 1),
            Reduction::Norm { .. } => (2, 1),
            Reduction::Var { .. } => (4, 2),
        };
        let (given, made) = (Count::elements(ends.input), Count::elements(ends.output));
        Work::ops(given.times(each).plus(made.times(last)))
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        let class = match self.how {
            Reduction::Mean => "Mean",
            Reduction::Sum => "Sum",
            Reduction::Max => "AMax",
            Reduction::Min => "AMin",
            Reduction::Var { .. } => "Var",
            Reduction::Norm { .. } => "Norm",
        };
        [class; 3]
    }

    /// The gradients of a sum and of a mean are those of their values.
    pub(crate) const fn keeps(&self) -> Keeps {
        match self.how {
            Reduction::Mean | Reduction::Sum => Keeps::NOTHING,
            Reduction::Var { .. } => Keeps::INPUTS,
            Reduction::Max | Reduction::Min | Reduction::Norm { .. } => Keeps::INPUTS_AND_OUTPUT,
        }
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        let mut place = dim;
        let mut before = 0;
        while before < dim {
            if self.dims.contains(before) && !self.keepdim {
                place -= 1;
            }
            before += 1;
        }
        Reach::all_if(self.dims.contains(dim)).of(place)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
