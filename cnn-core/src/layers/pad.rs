//! Padding, and cropping.

use core::fmt;

use crate::error::Problem;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::Arg;
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    padding: SignedList,
    mode: Word.words(PadMode::WORDS),
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("pad", PARAMS)
        .aliases(&[
            "Pad",
            "ZeroPad1d",
            "ZeroPad2d",
            "ZeroPad3d",
            "ZeroPadding1D",
            "ZeroPadding2D",
            "ZeroPadding3D",
        ])
        .translations(&[
            ("ConstantPad1d", "pad(padding, mode = zeros)"),
            ("ConstantPad2d", "pad(padding, mode = zeros)"),
            ("ConstantPad3d", "pad(padding, mode = zeros)"),
            ("ReflectionPad1d", "pad(padding, mode = reflect)"),
            ("ReflectionPad2d", "pad(padding, mode = reflect)"),
            ("ReflectionPad3d", "pad(padding, mode = reflect)"),
            ("ReplicationPad1d", "pad(padding, mode = replicate)"),
            ("ReplicationPad2d", "pad(padding, mode = replicate)"),
            ("ReplicationPad3d", "pad(padding, mode = replicate)"),
            ("CircularPad1d", "pad(padding, mode = circular)"),
            ("CircularPad2d", "pad(padding, mode = circular)"),
            ("CircularPad3d", "pad(padding, mode = circular)"),
        ]),
    family: Family::Arrange,
    reuse: Reuse::Never,
};

/// Reads one padding for all sides, or a list of two for each axis, from the last axis inwards.
pub(crate) const fn read(call: &mut Call<'_>) -> Pad {
    let axes = call.spatial_rank(1, 3);
    let mode = PadMode::ALL[call.word(PARAM.mode)];
    let mut pad = Pad { before: [0; 3], after: [0; 3], mode };
    let padding = call.arg(PARAM.padding.0);
    let list = match padding {
        Arg::List(list) => list,
        _ => &[],
    };
    let fewer = matches!(mode, PadMode::Zeros);
    if let Arg::List(_) = padding {
        let values = list.len();
        let pairs = values > 0 && values % 2 == 0;
        if !pairs || values > 2 * axes || (values < 2 * axes && !fewer) {
            if axes > 0 {
                call.fail(PARAM.padding.at(), Problem::PadCount { values, axes, fewer });
            }
            return pad;
        }
    }
    let mut axis = 0;
    while axis < axes {
        (pad.before[axis], pad.after[axis]) = pair(padding, list, axes - 1 - axis);
        axis += 1;
    }
    pad
}

/// The values of a padding.
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

impl PadMode {
    /// Their words for parameters.
    pub(super) const WORDS: &[&str] = &["zeros", "reflect", "replicate", "circular"];

    /// In the order of the words.
    pub(super) const ALL: [PadMode; 4] =
        [PadMode::Zeros, PadMode::Reflect, PadMode::Replicate, PadMode::Circular];

    /// The most that can be added at one side of so many values.
    pub(super) const fn most(self, size: usize) -> usize {
        match self {
            PadMode::Zeros | PadMode::Replicate => usize::MAX,
            PadMode::Reflect => size.saturating_sub(1),
            PadMode::Circular => size,
        }
    }
}

/// A padding around the spatial axes, or a crop where it is negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Pad {
    /// The padding before each spatial axis; 0 for axes that do not exist.
    pub before: [isize; 3],
    /// The padding after each spatial axis; 0 for axes that do not exist.
    pub after: [isize; 3],
    /// Its values.
    pub mode: PadMode,
}

impl Pad {
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
        // The most that can be padded, and how much of the size a crop at the other side has taken.
        // PyTorch repeats what is left then, and fills what is still missing with whatever is in memory.
        let cut = match self.mode {
            PadMode::Circular if least < 0 => least.unsigned_abs(),
            _ => 0,
        };
        let most = self.mode.most(size.saturating_sub(cut));
        if widest > 0 && widest as usize > most {
            let problem = Problem::PadSource { axis, padding: widest as usize, size, cut, most };
            let element = self.element(call, axis, before != widest);
            call.fail(call.place(PARAM.padding.0, element), problem);
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
        call.fail(PARAM.padding.at(), Problem::Cropped { axis, size });
        0
    }

    /// The index in the written list of the padding at one side of an axis.
    const fn element(&self, call: &Call<'_>, axis: usize, after: bool) -> usize {
        2 * (call.input.spatial_rank() - 1 - axis) + after as usize
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    pub(crate) const fn work(&self, _: &Ends<'_>) -> Work {
        Work::NONE
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        match self.mode {
            PadMode::Zeros => ["ZeroPad1d", "ZeroPad2d", "ZeroPad3d"],
            PadMode::Reflect => ["ReflectionPad1d", "ReflectionPad2d", "ReflectionPad3d"],
            PadMode::Replicate => ["ReplicationPad1d", "ReplicationPad2d", "ReplicationPad3d"],
            PadMode::Circular => ["CircularPad1d", "CircularPad2d", "CircularPad3d"],
        }
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::NOTHING
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        let reach = match dim {
            0 => Reach::Same,
            _ => Reach::Every { first: self.before[dim - 1].saturating_neg(), step: 1 },
        };
        reach.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
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
