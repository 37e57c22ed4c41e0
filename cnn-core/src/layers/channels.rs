//! Some of the channels.

use core::fmt;

use crate::error::Problem;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    range: Range,
}

pub(crate) const KEYWORD: Keyword = Keyword {
    signature: Signature::new("channels", PARAMS)
        .aliases(&["narrow", "slice"])
        .translations(&[("chunk", "channels(range)")]),
    family: Family::Arrange,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> Channels {
    let Some((start, end)) = call.range(PARAM.range) else {
        return Channels { start: 0, end: 0 };
    };
    let channels = call.input.size(0);
    if start >= end || (channels > 0 && end > channels) {
        call.fail(PARAM.range.at(), Problem::ChannelRange { start, end, channels });
        return Channels { start: 0, end: 0 };
    }
    Channels { start, end }
}

/// Some of the channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Channels {
    /// The first channel.
    pub start: usize,
    /// The first channel after the range.
    pub end: usize,
}

impl Channels {
    /// The input with as many channels as the range has.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input.with(0, self.end - self.start)
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    pub(crate) const fn work(&self, _: &Ends<'_>) -> Work {
        Work::NONE
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["Narrow"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::VIEW
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        let reach = if dim == 0 { Reach::Moved(self.start as isize) } else { Reach::Same };
        reach.of(dim)
    }

    /// The halves of a split read alike whatever the channels are.
    pub(crate) fn details(&self, text: &mut dyn fmt::Write, input: &Shape) -> fmt::Result {
        match (self.start, self.end) {
            (0, end) if 2 * end == input.size(0) => text.write_str(": first half"),
            (start, end) if 2 * start == end && end == input.size(0) => {
                text.write_str(": second half")
            }
            (start, end) => write!(text, " {start}..{end}"),
        }
    }
}
