//! Padding, and other sizes.

use cnn_core::Kind;

use crate::form::Call;
use crate::onnx::fold::axis;
use crate::onnx::ranges::of_pads;
use crate::onnx::site::{Operand, Result, Site, signed};
use crate::size::Size;

/// A padding with zeros of each spatial axis.
pub fn pads_as_layer(before: &[usize], after: &[usize]) -> Call {
    let pairs = before.iter().zip(after).rev();
    let list = pairs.flat_map(|(before, after)| [*before as i64, *after as i64]);
    Call::new(Kind::Pad).with("padding", signed(list))
}

pub fn pad(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let shape = site.shape(0)?;
    let rank = shape.rank() + 1;
    let given = site.ints(1)?.ok_or("its padding is missing")?;
    let pads = of_pads(rank, &given, site.ints(3)?.as_deref())?;
    let mode = match site.node.text("mode", "constant")?.as_str() {
        "constant" => match site.number(2)?.unwrap_or(0.0) {
            0.0 => "zeros",
            value => return Err(format!("it pads with {value}, and a layer pads with 0")),
        },
        "reflect" => "reflect",
        "edge" => "replicate",
        "wrap" => "circular",
        other => return Err(format!("its mode `{other}` is not known")),
    };
    if pads.iter().all(|pair| *pair == [0, 0]) {
        return Ok(vec![site.operand(0)?.clone()]);
    }
    if pads.iter().take(2).any(|pair| *pair != [0, 0]) {
        return Err("it pads the batch or the channels".to_owned());
    }
    let list = pads[2..].iter().rev().flatten().copied();
    site.unary(Call::new(Kind::Pad).with("padding", signed(list)).with("mode", mode))
}

pub fn resize(site: &mut Site<'_>, op: &str) -> Result<Vec<Operand>> {
    let shape = site.shape(0)?;
    let node = site.node;
    let modern = op == "Resize" && site.reader.opset >= 11;
    // Only of regions, which no layer has.
    node.ignore(&["extrapolation_value"]);
    let [scales, sizes] = if modern { [2, 3] } else { [1, 4] };
    let axes: Vec<usize> = match node.ints("axes")? {
        None => (0..=shape.rank()).collect(),
        Some(list) => list.iter().map(|one| axis(*one, shape.rank() + 1)).collect::<Result<_>>()?,
    };
    if node.flag("antialias", false)?
        || node.flag("exclude_outside", false)?
        || node.text("keep_aspect_ratio_policy", "stretch")? != "stretch"
    {
        return Err("it is no interpolation that a layer has".to_owned());
    }
    let spatial = shape.rank() - 1;
    let mut factors = vec![1.0; shape.rank() + 1];
    let mut call = Call::new(Kind::Upsample);
    let sized = site.constant(scales)?.is_none_or(|scales| scales.count() == 0);
    let scales = site.constant(scales)?.filter(|scales| scales.count() > 0);
    if let Some(scales) = scales {
        let list = scales.floats()?;
        if list.len() != axes.len() {
            return Err("it does not have a factor for each axis".to_owned());
        }
        for (axis, factor) in axes.iter().zip(list) {
            factors[*axis] = factor;
        }
        call = call.with("scale_factor", &factors[2..]);
    } else {
        let list = site.constant(sizes)?.ok_or("it has neither factors nor sizes")?.sizes()?;
        if list.len() != axes.len() {
            return Err("it does not have a size for each axis".to_owned());
        }
        let mut all: Vec<usize> = shape.dims().to_vec();
        for (axis, size) in axes.iter().zip(list) {
            match (axis.checked_sub(1), size) {
                (None, size) if site.is_batch(size) => {}
                (Some(axis), Size::Known(size)) if size > 0 => all[axis] = size as usize,
                _ => return Err("one of its sizes is not known".to_owned()),
            }
        }
        for (axis, size) in all.iter().enumerate() {
            factors[axis + 1] = *size as f64 / shape.dims()[axis] as f64;
        }
        call = call.with("size", &all[1..]);
    }
    if factors[..2] != [1.0, 1.0] {
        return Err("it changes the batch or the channels".to_owned());
    }
    let whole = factors.iter().all(|factor| factor.fract() == 0.0);
    let ends = shape.dims().iter().zip(&factors[1..]).map(|(size, factor)| *size as f64 * factor);
    let ends = Ends {
        exact: sized || ends.clone().all(|end| end.fract() == 0.0),
        single: ends.zip(&factors[1..]).any(|(end, factor)| end < 2.0 && *factor != 1.0),
    };
    let call = interpolation(site, call, modern, (spatial, whole), &ends)?;
    site.unary(call)
}

/// What the sizes of the output are like.
struct Ends {
    /// Whether none of them is rounded.
    exact: bool,
    /// Whether one of them has become 1.
    single: bool,
}

/// With the mode, if PyTorch computes the same.
fn interpolation(
    site: &Site<'_>,
    call: Call,
    modern: bool,
    (spatial, whole): (usize, bool),
    ends: &Ends,
) -> Result<Call> {
    let node = site.node;
    let places = match modern {
        true => node.text("coordinate_transformation_mode", "half_pixel")?,
        false => "asymmetric".to_owned(),
    };
    let rounding = match modern {
        true => node.text("nearest_mode", "round_prefer_floor")?,
        false => "floor".to_owned(),
    };
    let cubic = node.float("cubic_coeff_a", -0.75)?;
    let half = matches!(places.as_str(), "half_pixel" | "pytorch_half_pixel");
    let other = || Err(format!("it interpolates at places that a layer does not: `{places}`"));
    let mode = match node.text("mode", "nearest")?.as_str() {
        "nearest" => {
            let floor = places == "asymmetric" && rounding == "floor";
            // In the middle of a value, it is the nearest one.
            return match floor || (half && whole && rounding.starts_with("round")) {
                true => Ok(call),
                false => other(),
            };
        }
        "linear" => ["linear", "bilinear", "trilinear"].get(spatial.wrapping_sub(1)).copied(),
        "cubic" if cubic == -0.75 => Some("bicubic"),
        _ => None,
    };
    let mode = mode.ok_or("it is no interpolation that a layer has")?;
    let call = call.with("mode", mode);
    match places.as_str() {
        "align_corners" if !ends.exact => {
            Err("its last places are those of a size that is not rounded".to_owned())
        }
        // There, the first place is taken, and in PyTorch the one in the middle.
        "pytorch_half_pixel" if ends.single => other(),
        "align_corners" => Ok(call.with("align_corners", true)),
        _ if half => Ok(call),
        _ => other(),
    }
}
