//! Some of the positions of a dim.

use core::fmt;

use crate::error::Problem;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::{Range, params};
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

pub(crate) mod channels {
    use super::*;

    params! {
        range: Range,
    }

    pub(crate) static KEYWORD: Keyword = keyword(
        Signature::new("channels", PARAMS)
            .translations(&[("chunk", "channels(range)"), ("split", "channels(range)")]),
    );

    pub(crate) const fn read(call: &mut Call<'_>) -> Slice {
        some_of(call, 0, PARAM.range, 1)
    }
}

pub(crate) mod slice {
    use super::*;

    params! {
        dim: Signed,
        range: Range,
        step: Size = 1,
    }

    pub(crate) static KEYWORD: Keyword = keyword(
        Signature::new("slice", PARAMS)
            .aliases(&["Slice"])
            .translations(&[("narrow", "slice(dim, range)"), ("select", "slice(dim, range)")]),
    );

    pub(crate) const fn read(call: &mut Call<'_>) -> Slice {
        let step = call.size(PARAM.step);
        match call.dim(PARAM.dim) {
            Some(dim) => some_of(call, dim, PARAM.range, step),
            None => Slice { dim: 0, start: 0, end: 0, step },
        }
    }
}

const fn keyword(signature: Signature) -> Keyword {
    Keyword { signature, family: Family::Arrange, reuse: Reuse::Never }
}

const fn some_of(call: &mut Call<'_>, dim: usize, range: Range, step: usize) -> Slice {
    let Some((start, end)) = call.range(range) else {
        return Slice { dim, start: 0, end: 0, step };
    };
    let size = call.input.size(dim);
    if start >= end || (size > 0 && end > size) {
        call.fail(range.at(), Problem::Range { dim, start, end, size });
        return Slice { dim, start: 0, end: 0, step };
    }
    Slice { dim, start, end, step }
}

/// Some of the positions of a dim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Slice {
    /// The dim, an index into the shape without the batch axis.
    pub dim: usize,
    /// The first position.
    pub start: usize,
    /// The first position after the range.
    pub end: usize,
    /// The distance from one position to the next.
    pub step: usize,
}

impl Slice {
    /// The input with as many positions as the range has.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        let positions = match self.step {
            0 => 0,
            step => (self.end - self.start).div_ceil(step),
        };
        call.input.with(self.dim, positions)
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    pub(crate) const fn work(&self, _: &Ends<'_>) -> Work {
        Work::NONE
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        [if self.step == 1 { "Narrow" } else { "Slice" }; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::VIEW
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        let reach = if dim == self.dim {
            Reach::Every { first: self.start as isize, step: self.step }
        } else {
            Reach::Same
        };
        reach.of(dim)
    }

    /// The halves of a split read alike whatever the channels are.
    pub(crate) fn details(&self, text: &mut dyn fmt::Write, input: &Shape) -> fmt::Result {
        let size = input.size(self.dim);
        match (self.start, self.end) {
            (start, end) if self.step > 1 => write!(text, " {start}..{end} /{}", self.step),
            (0, end) if 2 * end == size => text.write_str(": first half"),
            (start, end) if 2 * start == end && end == size => text.write_str(": second half"),
            (start, end) => write!(text, " {start}..{end}"),
        }
    }
}
