//! Convolution.

use core::fmt;

use super::pad::{Pad, PadMode};
use super::weights::{
    self, Parametrization, Parametrizes, Standardizes, TensorNames, WeightStandardization,
};
use super::window::{Padding, Same, Window};
use crate::error::{Part, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::{Size, params};
use crate::language::signature::Signature;
use crate::shape::{Count, Shape, Tensor, Tensors};

params! {
    in_channels: Size.inferable(),
    out_channels: Size.made(),
    kernel_size: Axes.one_per_axis(),
    stride: Axes = 1,
    padding: Axes.words(&["same", "valid", "same_upper", "same_lower"]) = 0,
    dilation: Axes = 1,
    groups: Size = 1,
    bias: Flag = true,
    padding_mode: Word.words(PadMode::WORDS),
    weight_standardization: Flag = false,
    eps: Float = 1e-6,
    gain: Flag = false,
    gamma: Float = 1.0,
    weight_norm: Flag.words(TensorNames::WORDS) = false,
    spectral_norm: Flag.words(TensorNames::WORDS) = false,
}

const PARAMETRIZES: Parametrizes =
    Parametrizes { weight_norm: PARAM.weight_norm, spectral_norm: PARAM.spectral_norm };

const STANDARDIZES: Standardizes = Standardizes {
    weight_standardization: PARAM.weight_standardization,
    eps: PARAM.eps,
    gain: PARAM.gain,
    gamma: PARAM.gamma,
};

const STANDARDIZED: &str =
    "conv(in_channels, out_channels, kernel_size, weight_standardization = true)";
const SCALED: &str =
    "conv(in_channels, out_channels, kernel_size, weight_standardization = true, gain = true)";

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("conv", PARAMS)
        .aliases(&[
            "Conv",
            "Conv1d",
            "Conv2d",
            "Conv3d",
            "conv1d",
            "conv2d",
            "conv3d",
            "convolution",
        ])
        .translations(&[
            ("Conv1D", "conv(_, out_channels, kernel_size)"),
            ("Conv2D", "conv(_, out_channels, kernel_size)"),
            ("Conv3D", "conv(_, out_channels, kernel_size)"),
            ("Convolution1D", "conv(_, out_channels, kernel_size)"),
            ("Convolution2D", "conv(_, out_channels, kernel_size)"),
            ("Convolution3D", "conv(_, out_channels, kernel_size)"),
            ("Conv2dSame", "conv(in_channels, out_channels, kernel_size, stride, same_upper)"),
            ("StdConv2d", STANDARDIZED),
            ("StdConv2dSame", STANDARDIZED),
            ("ScaledStdConv2d", SCALED),
            ("ScaledStdConv2dSame", SCALED),
            ("LazyConv1d", "conv(_, out_channels, kernel_size)"),
            ("LazyConv2d", "conv(_, out_channels, kernel_size)"),
            ("LazyConv3d", "conv(_, out_channels, kernel_size)"),
        ]),
    family: Family::Conv,
    reuse: Reuse::Never,
};

pub(crate) const fn read(call: &mut Call<'_>) -> Conv {
    let axes = call.spatial_rank(1, 3);
    let (in_channels, out_channels) =
        call.features_to(PARAM.in_channels, PARAM.out_channels, Part::Channels);
    let kernel_size = call.axes(PARAM.kernel_size, axes, 1);
    let stride = call.axes(PARAM.stride, axes, 1);
    let dilation = call.axes(PARAM.dilation, axes, 1);
    let padding = Padding::symmetric(Shape::splat(0, axes));
    let mut window = Window { kernel_size, stride, padding, dilation };
    // In the order of the words.
    match call.word_for_sizes(PARAM.padding) {
        Some(0) => {
            window.padding = window.keeping(call);
            refuse_stride(call, &stride, &window.padding);
        }
        Some(1) => {}
        Some(2) => window.padding = window.same(call, Same::Upper),
        Some(_) => window.padding = window.same(call, Same::Lower),
        None => window.padding = Padding::symmetric(call.axes(PARAM.padding, axes, 0)),
    }
    let padding_mode = PadMode::ALL[call.word(PARAM.padding_mode)];
    let groups = read_groups(call, PARAM.groups, in_channels, out_channels);
    let bias = call.flag(PARAM.bias);
    let kernel = Shape::one(per_group(in_channels, groups)).join(&window.kernel_size);
    let standardization = WeightStandardization::read(call, &STANDARDIZES, &kernel);
    let parametrization = Parametrization::read(call, &PARAMETRIZES);
    if let (Some(_), Some(other)) = (&standardization, &parametrization) {
        let second = match other {
            Parametrization::WeightNorm(_) => PARAM.weight_norm,
            Parametrization::SpectralNorm(_) => PARAM.spectral_norm,
        };
        let first = PARAM.weight_standardization.0;
        call.fail(second.at(), Problem::OneOf { first, second: second.0, both: true });
    }
    Conv {
        in_channels,
        out_channels,
        window,
        groups,
        bias,
        padding_mode,
        standardization,
        parametrization,
    }
}

/// A convolution over one to three spatial axes.
#[derive(Clone, Copy, Debug, PartialEq)]
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
    /// The values of the padding.
    pub padding_mode: PadMode,
    /// Whether and how the weights are standardized before they are used.
    pub standardization: Option<WeightStandardization>,
    /// How the weights are computed, if other tensors are stored in their place.
    pub parametrization: Option<Parametrization>,
}

impl Conv {
    /// The output, `[out_channels, O…]`, with [`conv_size`](crate::geometry::conv_size) along each axis.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        if !matches!(self.padding_mode, PadMode::Zeros) {
            self.window.refuse_source(call, self.padding_mode, PARAM.padding.0);
        }
        self.window.output(call, self.out_channels, PARAM.kernel_size, None)
    }

    /// The same as two layers, a [`Pad`] and a convolution that does not pad.
    ///
    /// ```
    /// # fn show(conv: &cnn_core::layers::Conv) {
    /// let (pad, unpadded) = conv.after_pad();
    /// assert_eq!(pad.mode, conv.padding_mode);
    /// assert_eq!(unpadded.window.padding.axis(0), (0, 0));
    /// # }
    /// ```
    pub const fn after_pad(&self) -> (Pad, Conv) {
        let pad = self.window.padding.filled(self.padding_mode);
        let axes = self.window.kernel_size.rank();
        let padding = Padding::symmetric(Shape::splat(0, axes));
        let window = Window { padding, ..self.window };
        (pad, Conv { window, padding_mode: PadMode::Zeros, ..*self })
    }

    /// The weights, `[out_channels, in_channels / groups, kernel…]`, and the biases,
    /// `[out_channels]`. Their number is
    ///
    /// ```text
    /// W = ∏K × in_channels / groups × out_channels
    /// B = out_channels, or 0 without a bias
    /// ```
    ///
    /// With a square kernel, C channels, N kernels and no groups, W is K² × C × N. Standardized weights may have a
    /// `gain` for each kernel, and those with a weight norm have a length for each.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        let weight = Shape::new(&[self.out_channels, per_group(self.in_channels, self.groups)])
            .join(&self.window.kernel_size);
        let bias = biases(self.bias, self.out_channels);
        let tensors = weights::tensors(weight, bias, self.parametrization, 0);
        match self.standardization {
            Some(WeightStandardization { gain: true, .. }) => {
                tensors.and(Tensor::parameter("gain", weights::one_each(&weight)))
            }
            _ => tensors,
        }
    }

    /// Each value of the output takes `in_channels / groups × ∏ kernel` multiply-accumulates, and
    /// one addition of the bias. What is done to the weights before is done once for all inputs, and not counted.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        let each = Shape::one(per_group(self.in_channels, self.groups));
        let each = each.join(&self.window.kernel_size);
        Work { mac_factors: Some([*ends.output, each]), ops: bias_ops(self.bias, ends.output) }
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["Conv1d", "Conv2d", "Conv3d"]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        let reach = match dim {
            0 => across_groups(self.groups),
            _ => self.window.reach(dim - 1),
        };
        reach.of(dim)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        self.window.write(text, "/")?;
        write_groups(text, self.groups, self.in_channels)
    }
}

/// `padding = same` keeps the size only at stride 1.
const fn refuse_stride(call: &mut Call<'_>, stride: &Shape, padding: &Padding) {
    let mut axis = 0;
    while axis < stride.rank() {
        if stride.size(axis) > 1 {
            let problem = Problem::SameStride { stride: stride.size(axis) };
            // Of an odd kernel: as with `same`, every stride-th place is kept.
            let fix = if padding.before.same(&padding.after) && padding.before.is_uniform() {
                Some(padding.before.size(0))
            } else {
                None
            };
            call.fail_with_fix(PARAM.padding.at(), problem, fix);
        }
        axis += 1;
    }
}

/// The number of groups, which has to divide the channels on both sides.
pub(super) const fn read_groups(
    call: &mut Call<'_>,
    param: Size,
    inputs: usize,
    outputs: usize,
) -> usize {
    let groups = call.size(param);
    if groups > 0 && !inputs.is_multiple_of(groups) {
        call.fail(param.at(), Problem::Groups { groups, channels: inputs, output: false });
    } else if groups > 0 && !outputs.is_multiple_of(groups) {
        call.fail(param.at(), Problem::Groups { groups, channels: outputs, output: true });
    }
    groups
}

/// The channels of one group.
#[expect(clippy::manual_checked_ops, reason = "const evaluation is slow at calls")]
pub(super) const fn per_group(channels: usize, groups: usize) -> usize {
    if groups == 0 { 0 } else { channels / groups }
}

/// A bias for each channel of the output, if there is one.
pub(super) const fn biases(bias: bool, out_channels: usize) -> Option<Shape> {
    if bias { Some(Shape::one(out_channels)) } else { None }
}

/// One addition per value of the output, if there is a bias.
pub(super) const fn bias_ops(bias: bool, output: &Shape) -> Count {
    if bias { Count::elements(output) } else { Count::ZERO }
}

/// Which channels each channel of the output depends on.
pub(super) const fn across_groups(groups: usize) -> Reach {
    if groups == 1 { Reach::All } else { Reach::Unknown }
}

pub(super) fn write_groups(
    text: &mut dyn fmt::Write,
    groups: usize,
    in_channels: usize,
) -> fmt::Result {
    match groups {
        0 | 1 => Ok(()),
        _ if groups == in_channels => text.write_str(" depthwise"),
        _ => write!(text, " in {groups} groups"),
    }
}
