//! Positions shifted with wrap-around.

use core::fmt;

use crate::error::Problem;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::Arg;
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    shifts: SignedList,
    dims: SignedList,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("roll", PARAMS),
    family: Family::Arrange,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> Roll {
    let dims = call.dims(PARAM.dims);
    let mut roll = Roll { shifts: [0; crate::MAX_RANK] };
    let (shifts, places) = (call.values(PARAM.shifts.0), call.values(PARAM.dims.0));
    if shifts != places {
        let problem = Problem::Pairs { values: shifts, with: PARAM.dims.0, places };
        call.fail(PARAM.shifts.at(), problem);
        return roll;
    }
    let mut dim = 0;
    while dim < call.input.rank() {
        if dims.has(dim) {
            let shift = call.value(PARAM.shifts.0, dims.place(dim));
            if let (Arg::Signed(shift), size @ 1..) = (shift, call.input.size(dim)) {
                // A size fits an `isize` if a tensor has it; of others nothing can be moved.
                let size = if size > isize::MAX as usize { isize::MAX } else { size as isize };
                roll.shifts[dim] = shift.rem_euclid(size) as usize;
            }
        }
        dim += 1;
    }
    roll
}

/// Positions shifted with wrap-around: what leaves at one end enters at the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Roll {
    /// The shift of each dim towards its end, less than its size.
    pub shifts: [usize; crate::MAX_RANK],
}

impl Roll {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    pub(crate) const fn work(&self, _: &Ends<'_>) -> Work {
        Work::NONE
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["Roll"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::NOTHING
    }

    /// Each position takes one, but they do not move along with the output.
    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        let reach = if self.shifts[dim] > 0 { Reach::Merged } else { Reach::Same };
        reach.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
