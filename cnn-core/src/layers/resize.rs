//! Padding and upsampling.

use crate::call::Call;
use crate::error::{At, Problem};
use crate::signature::{Param, Signature};
use crate::{Arg, Count, Shape};

const PADDING: usize = 0;
const SCALE_FACTOR: usize = 0;
const MODE: usize = 1;
const ALIGN_CORNERS: usize = 2;
const SIZE: usize = 3;

pub(crate) const PAD: Signature = {
    const PARAMS: &[Param] = &[
        Param::signed_list("padding"),
        Param::word("mode", &["zeros", "reflect", "replicate", "circular"]),
    ];
    Signature::new("pad", PARAMS).positional(1).aliases(&[
        "Pad",
        "ZeroPad1d",
        "ZeroPad2d",
        "ZeroPad3d",
        "ConstantPad1d",
        "ConstantPad2d",
        "ConstantPad3d",
        "ReflectionPad1d",
        "ReflectionPad2d",
        "ReflectionPad3d",
        "ReplicationPad1d",
        "ReplicationPad2d",
        "ReplicationPad3d",
        "CircularPad1d",
        "CircularPad2d",
        "CircularPad3d",
        "ZeroPadding2D",
    ])
};

pub(crate) const UPSAMPLE: Signature = {
    const PARAMS: &[Param] = &[
        Param::axes("scale_factor").one_per_axis().or(Arg::Omitted),
        Param::word("mode", &["nearest", "linear", "bilinear", "bicubic", "trilinear"]),
        Param::flag("align_corners", false),
        Param::axes("size").one_per_axis().or(Arg::Omitted),
    ];
    Signature::new("upsample", PARAMS).positional(1).aliases(&[
        "Upsample",
        "UpsamplingNearest2d",
        "UpsamplingBilinear2d",
        "interpolate",
        "UpSampling1D",
        "UpSampling2D",
        "UpSampling3D",
    ])
};

/// What a padding is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum PadMode {
    /// Zeros.
    Zeros,
    /// The values inside, mirrored at the outermost one.
    Reflect,
    /// The outermost value.
    Replicate,
    /// The values at the other end.
    Circular,
}

/// A padding around the spatial axes, or a crop where it is negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Pad {
    /// What is added before each spatial axis; 0 where there is none.
    pub before: [isize; 3],
    /// What is added after each spatial axis; 0 where there is none.
    pub after: [isize; 3],
    /// What it is filled with.
    pub mode: PadMode,
}

impl Pad {
    /// Reads one padding for all sides, or a list of two for each axis, from the last axis inwards.
    pub(crate) const fn read(call: &mut Call<'_>) -> Pad {
        let axes = call.spatial_rank(1, 3);
        let mode = match call.word(MODE) {
            Some(1) => PadMode::Reflect,
            Some(2) => PadMode::Replicate,
            Some(3) => PadMode::Circular,
            _ => PadMode::Zeros,
        };
        let mut pad = Pad { before: [0; 3], after: [0; 3], mode };
        let list = match call.arg(PADDING) {
            Arg::List(list) => list,
            _ => &[],
        };
        let fewer = matches!(mode, PadMode::Zeros);
        if let Arg::List(_) = call.arg(PADDING) {
            let values = list.len();
            let pairs = values > 0 && values % 2 == 0;
            if !pairs || values > 2 * axes || (values < 2 * axes && !fewer) {
                if axes > 0 {
                    call.fail(At::Param(PADDING), Problem::PadCount { values, axes, fewer });
                }
                return pad;
            }
        }
        let mut axis = 0;
        while axis < axes {
            let (before, after) = pair(call.arg(PADDING), list, axes - 1 - axis);
            (pad.before[axis], pad.after[axis]) = (before, after);
            axis += 1;
        }
        pad
    }

    /// The output, each axis longer by what is added on both sides.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        if !call.errors.is_empty() {
            return call.input.keep_first();
        }
        let mut output = call.input;
        let mut axis = 0;
        while axis < call.input.spatial_rank() {
            let size = self.axis_output(call, axis);
            output = output.with(axis + 1, size);
            axis += 1;
        }
        output
    }

    const fn axis_output(&self, call: &mut Call<'_>, axis: usize) -> usize {
        let size = call.input.size(axis + 1);
        if size == 0 {
            return 0;
        }
        let (before, after) = (self.before[axis], self.after[axis]);
        let (widest, least) = if before > after { (before, after) } else { (after, before) };
        let cut = if least < 0 { least.unsigned_abs() } else { 0 };
        let most = match self.mode {
            PadMode::Reflect => size - 1,
            // PyTorch repeats what a crop at the other side has left, and fills what is then still
            // missing with whatever is in memory.
            PadMode::Circular => size.saturating_sub(cut),
            PadMode::Zeros | PadMode::Replicate => usize::MAX,
        };
        if widest > 0 && widest as usize > most {
            let cut = if matches!(self.mode, PadMode::Circular) { cut } else { 0 };
            let problem = Problem::PadSource { axis, padding: widest as usize, size, cut, most };
            call.fail(call.place(PADDING, self.element(call, axis, before != widest)), problem);
        }
        let added = match size.checked_add_signed(before) {
            Some(size) => size.checked_add_signed(after),
            // Too small, if it is the first addition of two that takes too much away.
            None if before < 0 => Some(0),
            None => None,
        };
        match added {
            Some(0) => {}
            None if after < 0 => {}
            _ => return call.fits(added),
        }
        call.fail(At::Param(PADDING), Problem::Cropped { axis, size });
        0
    }

    /// The names of PyTorch's modules for one to three axes.
    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        match self.mode {
            PadMode::Zeros => ["ZeroPad1d", "ZeroPad2d", "ZeroPad3d"],
            PadMode::Reflect => ["ReflectionPad1d", "ReflectionPad2d", "ReflectionPad3d"],
            PadMode::Replicate => ["ReplicationPad1d", "ReplicationPad2d", "ReplicationPad3d"],
            PadMode::Circular => ["CircularPad1d", "CircularPad2d", "CircularPad3d"],
        }
    }

    /// The index in the written list of the padding at one side of an axis.
    const fn element(&self, call: &Call<'_>, axis: usize, after: bool) -> usize {
        2 * (call.input.spatial_rank() - 1 - axis) + after as usize
    }
}

/// The padding of the axis that is `from_last` axes from the last one.
const fn pair(padding: Arg<'_>, list: &[Arg<'_>], from_last: usize) -> (isize, isize) {
    if let Arg::Signed(value) = padding {
        return (value, value);
    }
    (signed(list, 2 * from_last), signed(list, 2 * from_last + 1))
}

const fn signed(list: &[Arg<'_>], index: usize) -> isize {
    if index < list.len()
        && let Arg::Signed(value) = list[index]
    {
        return value;
    }
    0
}

/// How values between the given ones are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum UpsampleMode {
    /// The nearest one is taken.
    Nearest,
    /// Linear interpolation along each axis: PyTorch's `linear`, `bilinear` and `trilinear`.
    Linear,
    /// Cubic interpolation along both axes: PyTorch's `bicubic`.
    Cubic,
}

/// A finer grid over the spatial axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Upsample {
    /// By how much each axis grows, if that is how it was declared.
    pub scale_factor: Option<Shape>,
    /// The size of each axis of the output.
    pub size: Shape,
    /// How values are made.
    pub mode: UpsampleMode,
    /// Whether the outermost values of input and output are at the same place.
    pub align_corners: bool,
}

impl Upsample {
    pub(crate) const fn read(call: &mut Call<'_>) -> Upsample {
        let axes = call.spatial_rank(1, 3);
        let mode = read_mode(call, axes);
        let align_corners = call.flag(ALIGN_CORNERS);
        if align_corners && matches!(mode, UpsampleMode::Nearest) {
            call.fail(At::Param(ALIGN_CORNERS), Problem::NothingToAlign);
        }
        match (call.arg(SCALE_FACTOR), call.arg(SIZE)) {
            (Arg::Omitted, Arg::Omitted) => {
                let problem = Problem::OneOf { first: SCALE_FACTOR, second: SIZE, both: false };
                call.fail(At::Layer, problem);
                Upsample { scale_factor: None, size: Shape::splat(0, axes), mode, align_corners }
            }
            (Arg::Omitted, _) => {
                let size = call.axes(SIZE, axes, 1);
                Upsample { scale_factor: None, size, mode, align_corners }
            }
            (_, size) => {
                if !matches!(size, Arg::Omitted) {
                    let problem = Problem::OneOf { first: SCALE_FACTOR, second: SIZE, both: true };
                    call.fail(At::Param(SIZE), problem);
                }
                let factors = call.axes(SCALE_FACTOR, axes, 1);
                let mut size = Shape::LOST;
                while size.rank() < axes {
                    let axis = size.rank();
                    let input = call.input.size(axis + 1);
                    let scaled = call.fits(input.checked_mul(factors.size(axis)));
                    size = size.push(scaled);
                }
                Upsample { scale_factor: Some(factors), size, mode, align_corners }
            }
        }
    }

    /// The input with its spatial axes scaled.
    pub(crate) const fn output(&self, call: &Call<'_>) -> Shape {
        if call.input.is_lost() {
            return Shape::LOST;
        }
        Shape::one(call.input.size(0)).join(&self.size)
    }

    /// One operation for each value that is weighed in: none for the nearest one, `2^axes` for
    /// linear, `4^axes` for cubic interpolation, per value of the output.
    pub(crate) const fn ops(&self, output: &Shape) -> Count {
        let taps = match self.mode {
            UpsampleMode::Nearest => return Count::ZERO,
            UpsampleMode::Linear => 2,
            UpsampleMode::Cubic => 4,
        };
        Count::elements(output).times_all(&Shape::splat(taps, self.size.rank()))
    }
}

const fn read_mode(call: &mut Call<'_>, axes: usize) -> UpsampleMode {
    let (mode, needs) = match call.word(MODE) {
        Some(1) => (UpsampleMode::Linear, 1),
        Some(2) => (UpsampleMode::Linear, 2),
        Some(3) => (UpsampleMode::Cubic, 2),
        Some(4) => (UpsampleMode::Linear, 3),
        _ => return UpsampleMode::Nearest,
    };
    if axes > 0 && axes != needs {
        call.fail(At::Param(MODE), Problem::ModeRank { axes: needs });
    }
    mode
}
