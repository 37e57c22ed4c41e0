//! Transposed convolution.

use core::fmt;

use super::conv::{across_groups, bias_ops, biases, per_group, read_groups, write_groups};
use super::weights::{self, Parametrization, Parametrizes, TensorNames};
use super::window::{Padding, Window};
use crate::error::{Part, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::geometry::conv_transpose_size;
use crate::shape::{Shape, Tensors};

params! {
    in_channels: Size.inferable(),
    out_channels: Size.made(),
    kernel_size: Axes.one_per_axis(),
    stride: Axes = 1,
    padding: Axes = 0,
    output_padding: Axes = 0,
    groups: Size = 1,
    bias: Flag = true,
    dilation: Axes = 1,
    weight_norm: Flag.words(TensorNames::WORDS) = false,
    spectral_norm: Flag.words(TensorNames::WORDS) = false,
}

const PARAMETRIZES: Parametrizes =
    Parametrizes { weight_norm: PARAM.weight_norm, spectral_norm: PARAM.spectral_norm };

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("conv_transpose", PARAMS)
        .aliases(&[
            "ConvTranspose",
            "ConvTranspose1d",
            "ConvTranspose2d",
            "ConvTranspose3d",
            "conv_transpose1d",
            "conv_transpose2d",
            "conv_transpose3d",
            "deconv",
            "deconvolution",
            "transposed_conv",
            "transposed_conv2d",
        ])
        .translations(&[
            ("Conv1DTranspose", "conv_transpose(_, out_channels, kernel_size)"),
            ("Conv2DTranspose", "conv_transpose(_, out_channels, kernel_size)"),
            ("Conv3DTranspose", "conv_transpose(_, out_channels, kernel_size)"),
        ]),
    family: Family::Conv,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> ConvTranspose {
    let axes = call.spatial_rank(1, 3);
    let (in_channels, out_channels) =
        call.features_to(PARAM.in_channels, PARAM.out_channels, Part::Channels);
    let window = Window {
        kernel_size: call.axes(PARAM.kernel_size, axes, 1),
        stride: call.axes(PARAM.stride, axes, 1),
        padding: Padding::symmetric(call.axes(PARAM.padding, axes, 0)),
        dilation: call.axes(PARAM.dilation, axes, 1),
    };
    let output_padding = call.axes(PARAM.output_padding, axes, 0);
    let groups = read_groups(call, PARAM.groups, in_channels, out_channels);
    let bias = call.flag(PARAM.bias);
    let parametrization = Parametrization::read(call, &PARAMETRIZES);
    ConvTranspose {
        in_channels,
        out_channels,
        window,
        output_padding,
        groups,
        bias,
        parametrization,
    }
}

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
    /// The padding after the end of each axis of the output.
    pub output_padding: Shape,
    /// The blocks that input and output channels are split into.
    pub groups: usize,
    /// Whether a bias is added.
    pub bias: bool,
    /// How the weights are computed, if other tensors are stored in their place.
    pub parametrization: Option<Parametrization>,
}

impl ConvTranspose {
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
            call.fail(call.place(PARAM.output_padding.0, axis), problem);
        }
        let output = conv_transpose_size(input, kernel, stride, padding, dilation, extra);
        let output = call.fits(output);
        if uncut > 0 && output == 0 {
            let cut = padding.0.saturating_add(padding.1);
            let problem = Problem::CutAway { axis, size: uncut, cut };
            call.fail(call.place(PARAM.padding.0, axis), problem);
        }
        output
    }

    /// The weights, `[in_channels, out_channels / groups, kernel…]`, and the biases,
    /// `[out_channels]`.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        let weight = Shape::new(&[self.in_channels, per_group(self.out_channels, self.groups)])
            .join(&self.window.kernel_size);
        weights::tensors(weight, biases(self.bias, self.out_channels), self.parametrization, 1)
    }

    /// Each value of the input takes `out_channels / groups × ∏ kernel` multiply-accumulates, each
    /// value of the output one addition of the bias.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        let each = Shape::one(per_group(self.out_channels, self.groups));
        let each = each.join(&self.window.kernel_size);
        Work { mac_factors: Some([*ends.input, each]), ops: bias_ops(self.bias, ends.output) }
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d"]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        let reach = match (dim, self.window.reach(dim.saturating_sub(1))) {
            (0, _) => across_groups(self.groups),
            (_, Reach::Window { kernel, stride, padding, dilation }) => {
                Reach::Transposed { kernel, stride, padding, dilation }
            }
            (_, other) => other,
        };
        reach.of(dim)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        self.window.write(text, "×")?;
        write_groups(text, self.groups, self.in_channels)
    }
}
