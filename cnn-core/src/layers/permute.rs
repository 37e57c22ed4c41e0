//! Dims in another order.

use core::fmt;

use crate::error::Problem;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::Arg;
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

pub(crate) mod permute {
    use super::*;

    params! {
        dims: SignedList,
    }

    pub(crate) static KEYWORD: Keyword =
        keyword(Signature::new("permute", PARAMS).aliases(&["Permute"]));

    /// Reads dims that count the batch axis as 0, which has to stay in front.
    pub(crate) const fn read(call: &mut Call<'_>) -> Permute {
        let rank = call.input.rank();
        let mut dims = Shape::LOST;
        let list = match call.arg(PARAM.dims.0) {
            Arg::List(list) => list,
            _ => &[],
        };
        let mut taken = [false; crate::MAX_RANK + 1];
        let mut valid = list.len() == rank + 1;
        let mut i = 0;
        while valid && i < list.len() {
            let dim = match list[i] {
                Arg::Signed(value) if value < 0 => value.wrapping_add(rank as isize + 1),
                Arg::Signed(value) => value,
                _ => -1,
            };
            valid = dim >= 0 && dim <= rank as isize && (dim == 0) == (i == 0);
            if valid {
                valid = !taken[dim as usize];
                taken[dim as usize] = true;
            }
            if valid && i > 0 {
                dims = dims.push(dim as usize - 1);
            }
            i += 1;
        }
        if !valid && !call.input.is_lost() {
            call.fail(PARAM.dims.at(), Problem::Permutation { dims: rank + 1 });
        }
        Permute { dims }
    }
}

pub(crate) mod transpose {
    use super::*;

    params! {
        dim0: Signed,
        dim1: Signed,
    }

    pub(crate) static KEYWORD: Keyword = keyword(Signature::new("transpose", PARAMS).aliases(&[
        "Transpose",
        "swapaxes",
        "swapdims",
    ]));

    pub(crate) const fn read(call: &mut Call<'_>) -> Permute {
        let (Some(first), Some(second)) = (call.dim(PARAM.dim0), call.dim(PARAM.dim1)) else {
            return Permute { dims: Shape::LOST };
        };
        let mut dims = Shape::LOST;
        while dims.rank() < call.input.rank() {
            dims = dims.push(dims.rank());
        }
        Permute { dims: dims.with(first, second).with(second, first) }
    }
}

const fn keyword(signature: Signature) -> Keyword {
    Keyword { signature, family: Family::Arrange, reuse: Reuse::Never }
}

/// Dims in another order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Permute {
    /// The dim of the input for each dim of the output, as indices into the shape without the batch axis.
    pub dims: Shape,
}

impl Permute {
    /// The sizes of the input in their new order.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        let mut output = Shape::LOST;
        while output.rank() < self.dims.rank() {
            output = output.push(call.input.size(self.dims.size(output.rank())));
        }
        output
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    pub(crate) const fn work(&self, _: &Ends<'_>) -> Work {
        Work::NONE
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["Permute"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::VIEW
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        let mut place = 0;
        while place < self.dims.rank() {
            if self.dims.size(place) == dim {
                return Reach::Same.of(place);
            }
            place += 1;
        }
        Reach::Same.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
