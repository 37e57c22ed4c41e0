//! Joins of several branches.

use core::fmt;

use crate::error::{At, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

pub(crate) mod add {
    use super::*;

    pub(crate) const KEYWORD: Keyword = keyword("add", &[], Reuse::Overwrite);

    pub(crate) const fn read(_: &mut Call<'_>) -> Join {
        Join::Add
    }
}

pub(crate) mod mul {
    use super::*;

    pub(crate) const KEYWORD: Keyword = keyword("mul", &["Multiply"], Reuse::Overwrite);

    pub(crate) const fn read(_: &mut Call<'_>) -> Join {
        Join::Mul
    }
}

pub(crate) mod concat {
    use super::*;

    pub(crate) const KEYWORD: Keyword = keyword("concat", &["cat", "Concatenate"], Reuse::Never);

    pub(crate) const fn read(_: &mut Call<'_>) -> Join {
        Join::Concat
    }
}

const fn keyword(keyword: &'static str, aliases: &'static [&'static str], reuse: Reuse) -> Keyword {
    let signature = Signature::new(keyword, &[]).structural().aliases(aliases);
    Keyword { signature, family: Family::Join, reuse }
}

/// How branches are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "how", rename_all = "snake_case"))]
pub enum Join {
    /// Their sum. Axes of size 1 are broadcast.
    Add,
    /// Their product, value by value. Axes of size 1 are broadcast.
    Mul,
    /// Their channels, one branch after the other.
    Concat,
}

impl Join {
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
        if lost && self.keeps_apart(0) {
            // Channels that are not known make their sum unknown.
            output = output.with(0, 0);
        }
        output
    }

    /// What becomes of the branches so far and the next one.
    const fn pair(self, call: &mut Call<'_>, so_far: Shape, other: Shape, branch: usize) -> Shape {
        let mismatch = Problem::Branches { branch, done: self.done() };
        if so_far.rank() != other.rank() {
            call.fail(At::Layer, mismatch);
            return Shape::LOST;
        }
        let broadcasts = !self.keeps_apart(0);
        let mut output = so_far;
        let mut dim = 0;
        while dim < so_far.rank() {
            let (a, b) = (so_far.size(dim), other.size(dim));
            let size = if self.keeps_apart(dim) {
                // Channels that are not known make their sum unknown.
                if a == 0 || b == 0 { 0 } else { call.fits(a.checked_add(b)) }
            } else if a == b || b == 0 || (b == 1 && broadcasts) {
                a
            } else if a == 0 || (a == 1 && broadcasts) {
                b
            } else {
                call.fail(At::Layer, mismatch);
                // Which of them is meant is not known.
                0
            };
            output = output.with(dim, size);
            dim += 1;
        }
        output
    }

    /// What is done to branches, as in "cannot be added".
    const fn done(self) -> &'static str {
        match self {
            Join::Add => "added",
            Join::Mul => "multiplied",
            Join::Concat => "concatenated",
        }
    }

    /// Whether the values of the branches stand one after the other along a dim; otherwise they
    /// meet.
    pub(crate) const fn keeps_apart(self, dim: usize) -> bool {
        match self {
            Join::Add | Join::Mul => false,
            Join::Concat => dim == 0,
        }
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// One operation per value for each branch that is added or multiplied to the first.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        match self {
            Join::Add | Join::Mul => Work::each(ends.output, ends.inputs.saturating_sub(1)),
            Join::Concat => Work::NONE,
        }
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        match self {
            Join::Add => ["Add"; 3],
            Join::Mul => ["Mul"; 3],
            Join::Concat => ["Concat"; 3],
        }
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        match self {
            Join::Mul => Keeps::INPUTS,
            Join::Add | Join::Concat => Keeps::NOTHING,
        }
    }

    /// Of each branch by itself. What broadcasts, and where channels come to stand, depends on all
    /// of them.
    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Same.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
