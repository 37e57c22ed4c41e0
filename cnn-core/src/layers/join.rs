//! Joins of several branches.

use crate::call::Call;
use crate::error::{At, Problem};
use crate::signature::Signature;
use crate::{Count, Kind, Shape};

pub(crate) mod signature {
    use super::*;

    pub(crate) const ADD: Signature = Signature::new("add", &[]).structural();
    pub(crate) const MUL: Signature = Signature::new("mul", &[]).structural();
    pub(crate) const CONCAT: Signature =
        Signature::new("concat", &[]).structural().aliases(&["cat", "Concatenate", "concatenate"]);
}

/// How branches are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "how", rename_all = "snake_case"))]
pub enum Join {
    /// Their sum. A size of 1 stands for as many equal values as the others have.
    Add,
    /// Their product, value by value, likewise.
    Mul,
    /// Their channels, one branch after the other.
    Concat,
}

impl Join {
    pub(crate) const fn read(call: &Call<'_>) -> Join {
        match call.kind {
            Kind::Mul => Join::Mul,
            Kind::Concat => Join::Concat,
            _ => Join::Add,
        }
    }

    /// The shape that all branches fit; for a concatenation with all their channels.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        let mut output = call.arrivals.first();
        let mut lost = output.is_lost();
        let mut branch = 1;
        while branch < call.arrivals.count() {
            let other = call.arrivals.get(branch);
            output = match (output.is_lost(), other.is_lost()) {
                (_, true) => output,
                (true, _) => other,
                _ => self.pair(call, output, other, branch),
            };
            lost = lost || other.is_lost();
            branch += 1;
        }
        if lost && matches!(self, Join::Concat) && output.rank > 0 {
            // Channels that are not known make their sum unknown.
            output.sizes[0] = 0;
        }
        output
    }

    /// What becomes of the branches so far and the next one.
    const fn pair(self, call: &mut Call<'_>, so_far: Shape, other: Shape, branch: usize) -> Shape {
        if so_far.rank != other.rank {
            call.fail(At::Layer, Problem::Branches { branch });
            return Shape::LOST;
        }
        let mut output = so_far;
        let mut dim = 0;
        while dim < so_far.rank {
            let (a, b) = (so_far.sizes[dim], other.sizes[dim]);
            let concat = matches!(self, Join::Concat);
            output.sizes[dim] = if concat && dim == 0 {
                // Channels that are not known make their sum unknown.
                if a == 0 || b == 0 { 0 } else { call.fits(a.checked_add(b)) }
            } else if a == b || b == 0 || (b == 1 && !concat) {
                a
            } else if a == 0 || (a == 1 && !concat) {
                b
            } else {
                call.fail(At::Layer, Problem::Branches { branch });
                // Which of them is meant is not known.
                0
            };
            dim += 1;
        }
        output
    }

    /// One operation per value for each branch that is added or multiplied to the first.
    pub(crate) const fn ops(&self, call: &Call<'_>, output: &Shape) -> Count {
        match self {
            Join::Concat => Count::ZERO,
            _ => Count::elements(output).times(call.arrivals.count().saturating_sub(1)),
        }
    }
}
