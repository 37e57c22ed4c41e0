//! Several dims made one.

use core::fmt;

use crate::error::Problem;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    start_dim: Signed = 1,
    end_dim: Signed = (-1),
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("flatten", PARAMS).aliases(&["Flatten", "ravel"]),
    family: Family::Pass,
    reuse: Reuse::View,
};

pub(crate) const fn read(call: &mut Call<'_>) -> Flatten {
    let (Some(start), Some(end)) = (call.dim(PARAM.start_dim), call.dim(PARAM.end_dim)) else {
        return Flatten { start_dim: 0, end_dim: 0 };
    };
    if start > end {
        let problem = Problem::DimOrder { start: start + 1, end: end + 1 };
        call.fail(call.place(PARAM.start_dim.0, 0), problem);
    }
    Flatten { start_dim: start, end_dim: end }
}

/// Several dims made one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Flatten {
    /// The first of them, an index into the shape without the batch axis.
    pub start_dim: usize,
    /// The last of them, likewise.
    pub end_dim: usize,
}

impl Flatten {
    /// The input with the sizes from `start_dim` to `end_dim` multiplied.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        let mut output = Shape::LOST;
        let mut dim = if call.errors.is_empty() { 0 } else { call.input.rank() };
        while dim < call.input.rank() {
            let size = call.input.size(dim);
            if dim > self.start_dim && dim <= self.end_dim {
                let last = output.rank() - 1;
                let product = call.fits(output.size(last).checked_mul(size));
                output = output.with(last, product);
            } else {
                output = output.push(size);
            }
            dim += 1;
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
        ["Flatten"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::VIEW
    }

    pub(crate) const fn reach(&self, dim: usize, ends: &Ends<'_>) -> ReachOf {
        if dim < self.start_dim {
            return Reach::Same.of(dim);
        }
        if dim > self.end_dim {
            return Reach::Same.of(dim - (self.end_dim - self.start_dim));
        }
        let (mut alone, mut other) = (true, self.start_dim);
        while other <= self.end_dim {
            alone = alone && (other == dim || ends.input.size(other) == 1);
            other += 1;
        }
        let reach = if alone { Reach::Same } else { Reach::Merged };
        reach.of(self.start_dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
