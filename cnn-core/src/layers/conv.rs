//! Convolution.

use super::window::{Padding, Window};
use crate::call::Call;
use crate::error::{At, Part, Problem};
use crate::op::Tensor;
use crate::signature::{Param, Signature};
use crate::{Count, Shape};

const IN_CHANNELS: usize = 0;
const OUT_CHANNELS: usize = 1;
const KERNEL_SIZE: usize = 2;
const STRIDE: usize = 3;
const PADDING: usize = 4;
const DILATION: usize = 5;
const GROUPS: usize = 6;
const BIAS: usize = 7;

/// The words `padding` knows; the index of `same`.
const SAME: usize = 0;

pub(crate) const SIGNATURE: Signature = {
    const PARAMS: &[Param] = &[
        Param::size("in_channels").inferable(),
        Param::size("out_channels"),
        Param::axes("kernel_size").one_per_axis(),
        Param::axes("stride").or_size(1),
        Param::axes("padding").or_size(0).words(&["same", "valid"]),
        Param::axes("dilation").or_size(1),
        Param::size("groups").or_size(1),
        Param::flag("bias", true),
    ];
    Signature::new("conv", PARAMS).positional(5).aliases(&[
        "Conv",
        "Conv1d",
        "Conv2d",
        "Conv3d",
        "conv1d",
        "conv2d",
        "conv3d",
        "Conv1D",
        "Conv2D",
        "Conv3D",
        "convolution",
    ])
};

/// A convolution over one to three spatial axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Conv {
    /// The channels of the input.
    pub in_channels: usize,
    /// The channels of the output: the number of kernels.
    pub out_channels: usize,
    /// How the kernel slides.
    pub window: Window,
    /// The blocks that input and output channels are split into; a kernel sees one of them.
    pub groups: usize,
    /// Whether a bias is added.
    pub bias: bool,
}

impl Conv {
    pub(crate) const fn read(call: &mut Call<'_>) -> Conv {
        let axes = call.spatial_rank(1, 3);
        let in_channels = call.features(IN_CHANNELS, Part::Channels);
        let out_channels = call.size(OUT_CHANNELS);
        let kernel_size = call.axes(KERNEL_SIZE, axes, 1);
        let stride = call.axes(STRIDE, axes, 1);
        let dilation = call.axes(DILATION, axes, 1);
        let padding = match call.word(PADDING) {
            Some(SAME) => {
                let padding = Window::same(call, &kernel_size, &dilation);
                refuse_stride(call, &stride, &padding);
                padding
            }
            Some(_) => Padding::symmetric(Shape::splat(0, axes)),
            None => Padding::symmetric(call.axes(PADDING, axes, 0)),
        };
        let groups = read_groups(call, GROUPS, in_channels, out_channels);
        let window = Window { kernel_size, stride, padding, dilation };
        Conv { in_channels, out_channels, window, groups, bias: call.flag(BIAS) }
    }

    /// The output, `[out_channels, O…]`, with [`conv_size`](crate::geometry::conv_size) along each axis.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        self.window.output(call, self.out_channels, KERNEL_SIZE, false)
    }

    /// The weights, `[out_channels, in_channels / groups, kernel…]`, and the biases,
    /// `[out_channels]`. Their number is the notebook's
    ///
    /// ```text
    /// W_c = K² × C × N        here   ∏K × in_channels / groups × out_channels
    /// B_c = N                 here   out_channels, or 0 without a bias
    /// P_c = W_c + B_c
    /// ```
    pub(crate) const fn tensor(&self, index: usize) -> Option<Tensor> {
        match index {
            0 => {
                let weight =
                    Shape::new(&[self.out_channels, per_group(self.in_channels, self.groups)]);
                Some(Tensor::parameter("weight", weight.join(&self.window.kernel_size)))
            }
            1 if self.bias => Some(Tensor::parameter("bias", Shape::one(self.out_channels))),
            _ => None,
        }
    }

    /// Each value of the output takes `in_channels / groups × ∏ kernel` multiply-accumulates.
    pub(crate) const fn mac_factors(&self, output: &Shape) -> [Shape; 2] {
        let channels = Shape::one(per_group(self.in_channels, self.groups));
        [*output, channels.join(&self.window.kernel_size)]
    }

    /// One addition of the bias per value of the output.
    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        bias_ops(self.bias, output)
    }
}

/// `padding = same` keeps the size only at stride 1.
const fn refuse_stride(call: &mut Call<'_>, stride: &Shape, padding: &Padding) {
    let mut axis = 0;
    while axis < stride.rank() {
        if stride.size(axis) > 1 {
            let problem = Problem::SameStride { stride: stride.size(axis) };
            // Of an odd kernel: as with `same`, every stride-th place is kept.
            let fix = if padding.before.same(&padding.after) && uniform(&padding.before) {
                Some(padding.before.size(0))
            } else {
                None
            };
            call.fail_with_fix(At::Param(PADDING), problem, fix);
        }
        axis += 1;
    }
}

const fn uniform(sizes: &Shape) -> bool {
    sizes.same(&Shape::splat(sizes.size(0), sizes.rank()))
}

/// The number of groups, which has to divide the channels on both sides.
pub(super) const fn read_groups(
    call: &mut Call<'_>,
    param: usize,
    inputs: usize,
    outputs: usize,
) -> usize {
    let groups = call.size(param);
    if groups > 0 && !inputs.is_multiple_of(groups) {
        call.fail(At::Param(param), Problem::Groups { groups, channels: inputs, output: false });
    } else if groups > 0 && !outputs.is_multiple_of(groups) {
        call.fail(At::Param(param), Problem::Groups { groups, channels: outputs, output: true });
    }
    groups
}

/// The channels of one group.
#[expect(clippy::manual_checked_ops, reason = "const evaluation is slow at calls")]
pub(super) const fn per_group(channels: usize, groups: usize) -> usize {
    if groups == 0 { 0 } else { channels / groups }
}

/// One addition per value of the output.
pub(super) const fn bias_ops(bias: bool, output: &Shape) -> Count {
    if bias { Count::elements(output) } else { Count::ZERO }
}
