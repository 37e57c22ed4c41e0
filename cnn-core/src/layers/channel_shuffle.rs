//! Interleaved channels.

use core::fmt;

use crate::error::Problem;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    groups: Size,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("channel_shuffle", PARAMS).aliases(&["ChannelShuffle"]),
    family: Family::Arrange,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> ChannelShuffle {
    call.spatial_rank(1, 3);
    let groups = call.size(PARAM.groups);
    let channels = call.input.size(0);
    if groups > 0 && !channels.is_multiple_of(groups) {
        call.fail(PARAM.groups.at(), Problem::Groups { groups, channels, output: false });
    }
    ChannelShuffle { groups }
}

/// Channels interleaved: group `g` of `G`, channel `c` becomes channel `c × G + g`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ChannelShuffle {
    /// The number of groups, which divides the channels.
    pub groups: usize,
}

impl ChannelShuffle {
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
        ["ChannelShuffle"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::NOTHING
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        let reach = if dim == 0 { Reach::Unknown } else { Reach::Same };
        reach.of(dim)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        write!(text, " {}", self.groups)
    }
}
