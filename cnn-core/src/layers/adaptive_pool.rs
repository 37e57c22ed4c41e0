//! Pools to a fixed output size.

use core::fmt;

use super::write_sizes;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::geometry::adaptive_windows;
use crate::shape::{Count, Shape, Tensors};

params! {
    output_size: Axes.one_per_axis().inferable(),
}

pub(crate) mod average {
    use super::*;

    pub(crate) static KEYWORD: Keyword = keyword(
        "adaptive_avgpool",
        &[
            "AdaptiveAvgPool",
            "AdaptiveAvgPool1d",
            "AdaptiveAvgPool2d",
            "AdaptiveAvgPool3d",
            "adaptive_avg_pool",
            "adaptive_avg_pool1d",
            "adaptive_avg_pool2d",
            "adaptive_avg_pool3d",
        ],
        &[
            ("GlobalAveragePool", "adaptive_avgpool(1)"),
            ("GlobalAvgPool", "adaptive_avgpool(1)"),
            ("GlobalAvgPool1D", "adaptive_avgpool(1)"),
            ("GlobalAvgPool2D", "adaptive_avgpool(1)"),
            ("GlobalAvgPool3D", "adaptive_avgpool(1)"),
            ("SelectAdaptivePool2d", "adaptive_avgpool(1)"),
            ("GlobalAveragePooling1D", "adaptive_avgpool(1)"),
            ("GlobalAveragePooling2D", "adaptive_avgpool(1)"),
            ("GlobalAveragePooling3D", "adaptive_avgpool(1)"),
        ],
    );

    pub(crate) const fn read(call: &mut Call<'_>) -> AdaptivePool {
        AdaptivePool { average: true, output_size: output_size(call) }
    }
}

pub(crate) mod max {
    use super::*;

    pub(crate) static KEYWORD: Keyword = keyword(
        "adaptive_maxpool",
        &[
            "AdaptiveMaxPool",
            "AdaptiveMaxPool1d",
            "AdaptiveMaxPool2d",
            "AdaptiveMaxPool3d",
            "adaptive_max_pool",
            "adaptive_max_pool1d",
            "adaptive_max_pool2d",
            "adaptive_max_pool3d",
        ],
        &[
            ("GlobalMaxPool", "adaptive_maxpool(1)"),
            ("GlobalMaxPool1D", "adaptive_maxpool(1)"),
            ("GlobalMaxPool2D", "adaptive_maxpool(1)"),
            ("GlobalMaxPool3D", "adaptive_maxpool(1)"),
            ("GlobalMaxPooling1D", "adaptive_maxpool(1)"),
            ("GlobalMaxPooling2D", "adaptive_maxpool(1)"),
            ("GlobalMaxPooling3D", "adaptive_maxpool(1)"),
        ],
    );

    pub(crate) const fn read(call: &mut Call<'_>) -> AdaptivePool {
        AdaptivePool { average: false, output_size: output_size(call) }
    }
}

const fn keyword(
    keyword: &'static str,
    aliases: &'static [&'static str],
    translations: &'static [(&'static str, &'static str)],
) -> Keyword {
    let signature = Signature::new(keyword, PARAMS).aliases(aliases).translations(translations);
    Keyword { signature, family: Family::Pool, reuse: Reuse::Never }
}

const fn output_size(call: &mut Call<'_>) -> Shape {
    let axes = call.spatial_rank(1, 3);
    call.axes(PARAM.output_size, axes, 1)
}

/// A pool to a fixed output size: its windows divide each axis as evenly as they can.
///
/// Window `j` of `O` along an axis of size `I` reaches from `⌊j × I / O⌋` to `⌈(j + 1) × I / O⌉`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct AdaptivePool {
    /// Whether the mean is taken, not the maximum.
    pub average: bool,
    /// The size of each axis of the output.
    pub output_size: Shape,
}

impl AdaptivePool {
    /// The output, `[channels, output_size…]`.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        if call.input.is_lost() {
            return Shape::LOST;
        }
        Shape::one(call.input.size(0)).join(&self.output_size)
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// One addition or comparison per value of every window, `channels × ∏` [`adaptive_windows`].
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        let mut count = Count::of(ends.input.size(0));
        let mut axis = 0;
        while axis < self.output_size.rank() {
            let (input, output) = (ends.input.size(axis + 1), self.output_size.size(axis));
            count = match adaptive_windows(input, output) {
                Some(values) => count.times(values),
                None => Count::TOO_LARGE,
            };
            axis += 1;
        }
        Work::ops(count)
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        if self.average {
            ["AdaptiveAvgPool1d", "AdaptiveAvgPool2d", "AdaptiveAvgPool3d"]
        } else {
            ["AdaptiveMaxPool1d", "AdaptiveMaxPool2d", "AdaptiveMaxPool3d"]
        }
    }

    /// A maximum keeps the input, and where it was; a mean over everything needs nothing again.
    pub(crate) const fn keeps(&self) -> Keeps {
        match (self.average, self.output_size.checked_elements()) {
            (false, _) => Keeps::INPUTS.and_bytes(8),
            (true, Some(1)) => Keeps::NOTHING,
            (true, _) => Keeps::INPUTS,
        }
    }

    pub(crate) const fn reach(&self, dim: usize, ends: &Ends<'_>) -> ReachOf {
        let reach = match (dim, ends.output.size(dim)) {
            (0, _) => Reach::Same,
            (_, 1) => Reach::All,
            _ => Reach::Divided,
        };
        reach.of(dim)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        text.write_str(" ")?;
        write_sizes(text, &self.output_size)
    }
}
