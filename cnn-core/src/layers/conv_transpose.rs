//! Transposed convolution.

use super::conv::{bias_ops, per_group, read_groups};
use super::window::{Padding, Window};
use crate::call::Call;
use crate::error::{Part, Problem};
use crate::geometry::conv_transpose_size;
use crate::op::Tensor;
use crate::signature::{Param, Signature};
use crate::{Count, Shape};

const IN_CHANNELS: usize = 0;
const OUT_CHANNELS: usize = 1;
const KERNEL_SIZE: usize = 2;
const STRIDE: usize = 3;
const PADDING: usize = 4;
const OUTPUT_PADDING: usize = 5;
const GROUPS: usize = 6;
const BIAS: usize = 7;
const DILATION: usize = 8;

pub(crate) const SIGNATURE: Signature = {
    const PARAMS: &[Param] = &[
        Param::size("in_channels").inferable(),
        Param::size("out_channels"),
        Param::axes("kernel_size").one_per_axis(),
        Param::axes("stride").or_size(1),
        Param::axes("padding").or_size(0),
        Param::axes("output_padding").or_size(0),
        Param::size("groups").or_size(1),
        Param::flag("bias", true),
        Param::axes("dilation").or_size(1),
    ];
    Signature::new("conv_transpose", PARAMS).positional(6).aliases(&[
        "ConvTranspose",
        "ConvTranspose1d",
        "ConvTranspose2d",
        "ConvTranspose3d",
        "conv_transpose1d",
        "conv_transpose2d",
        "conv_transpose3d",
        "Conv1DTranspose",
        "Conv2DTranspose",
        "Conv3DTranspose",
        "deconv",
    ])
};

/// A transposed convolution over one to three spatial axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ConvTranspose {
    /// The channels of the input.
    pub in_channels: usize,
    /// The channels of the output.
    pub out_channels: usize,
    /// How the kernel slides over the output. The padding is taken off the output.
    pub window: Window,
    /// What is added after the end of each axis of the output.
    pub output_padding: Shape,
    /// The blocks that input and output channels are split into.
    pub groups: usize,
    /// Whether a bias is added.
    pub bias: bool,
}

impl ConvTranspose {
    pub(crate) const fn read(call: &mut Call<'_>) -> ConvTranspose {
        let axes = call.spatial_rank(1, 3);
        let in_channels = call.features(IN_CHANNELS, Part::Channels);
        let out_channels = call.size(OUT_CHANNELS);
        let window = Window {
            kernel_size: call.axes(KERNEL_SIZE, axes, 1),
            stride: call.axes(STRIDE, axes, 1),
            padding: Padding::symmetric(call.axes(PADDING, axes, 0)),
            dilation: call.axes(DILATION, axes, 1),
        };
        let output_padding = call.axes(OUTPUT_PADDING, axes, 0);
        let groups = read_groups(call, GROUPS, in_channels, out_channels);
        let bias = call.flag(BIAS);
        ConvTranspose { in_channels, out_channels, window, output_padding, groups, bias }
    }

    /// The output, `[out_channels, O…]`, with [`conv_transpose_size`] along each axis.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        if call.input.is_lost() {
            return Shape::LOST;
        }
        let mut output = Shape::one(self.out_channels);
        let mut axis = 0;
        while axis < call.input.spatial_rank() {
            let size = self.axis_output(call, axis);
            output = output.push(size);
            axis += 1;
        }
        output
    }

    const fn axis_output(&self, call: &mut Call<'_>, axis: usize) -> usize {
        let (input, kernel) = (call.input.size(axis + 1), self.window.kernel_size.size(axis));
        let (stride, dilation) = (self.window.stride.size(axis), self.window.dilation.size(axis));
        let (padding, extra) = (self.window.padding.axis(axis), self.output_padding.size(axis));
        let uncut = conv_transpose_size(input, kernel, stride, (0, 0), dilation, extra);
        let uncut = call.fits(uncut);
        if uncut > 0 && extra >= stride && extra >= dilation {
            let problem = Problem::OutputPadding { output_padding: extra, stride, dilation };
            call.fail(call.place(OUTPUT_PADDING, axis), problem);
        }
        let output = conv_transpose_size(input, kernel, stride, padding, dilation, extra);
        let output = call.fits(output);
        if uncut > 0 && output == 0 {
            let cut = padding.0.saturating_add(padding.1);
            let problem = Problem::CutAway { axis, size: uncut, cut };
            call.fail(call.place(PADDING, axis), problem);
        }
        output
    }

    /// The weights, `[in_channels, out_channels / groups, kernel…]`, and the biases,
    /// `[out_channels]`.
    pub(crate) const fn tensor(&self, index: usize) -> Option<Tensor> {
        match index {
            0 => {
                let weight =
                    Shape::new(&[self.in_channels, per_group(self.out_channels, self.groups)]);
                Some(Tensor::parameter("weight", weight.join(&self.window.kernel_size)))
            }
            1 if self.bias => Some(Tensor::parameter("bias", Shape::one(self.out_channels))),
            _ => None,
        }
    }

    /// Each value of the input takes `out_channels / groups × ∏ kernel` multiply-accumulates.
    pub(crate) const fn mac_factors(&self, input: &Shape) -> [Shape; 2] {
        let channels = Shape::one(per_group(self.out_channels, self.groups));
        [*input, channels.join(&self.window.kernel_size)]
    }

    /// One addition of the bias per value of the output.
    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        bias_ops(self.bias, output)
    }
}
