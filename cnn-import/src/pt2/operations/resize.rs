//! Upsampling.

use cnn_core::Kind;

use super::{Layer, Result, sizes};
use crate::form::{Argument, Call};
use crate::pt2::operands::Operands;

/// The words of the modes, by what follows `upsample_` in the names of operations.
const MODES: [(&str, &str); 7] = [
    ("nearest1d", "nearest"),
    ("nearest2d", "nearest"),
    ("nearest3d", "nearest"),
    ("linear1d", "linear"),
    ("bilinear2d", "bilinear"),
    ("bicubic2d", "bicubic"),
    ("trilinear3d", "trilinear"),
];

/// The mode of an operation, if it is one of upsampling.
pub fn mode(name: &str) -> Option<&'static str> {
    let name = name.strip_prefix("upsample_")?;
    MODES.iter().find(|(known, _)| *known == name).map(|(_, word)| *word)
}

pub fn upsample(operands: &Operands<'_>, mode: &'static str, input: &'static str) -> Result<Layer> {
    let call = Call::new(Kind::Upsample)
        .with("mode", mode)
        .with("align_corners", operands.flag("align_corners", false)?);
    let call = if operands.has("output_size") {
        call.with("size", &sizes(operands.ints("output_size")?)?[..])
    } else {
        let whole = |factor: f64| match factor {
            factor if factor.fract() == 0.0 && (1.0..1e6).contains(&factor) => {
                Argument::Size(factor as usize)
            }
            factor => Argument::Float(factor),
        };
        let factors: Vec<Argument> =
            operands.floats("scale_factors")?.into_iter().map(whole).collect();
        call.with("scale_factor", &factors[..])
    };
    Ok((call, input, None))
}
