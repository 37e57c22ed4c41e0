//! Convolutions whose weights are computed, or fixed.

use cnn_core::Kind;

use super::steps::Steps;
use crate::form::{Argument, Call, Value};
use crate::pt2::operations::windowed;

type Result<T> = std::result::Result<T, String>;

/// timm's `StdConv2d` and `ScaledStdConv2d`, whose weights are standardized by a batch norm, and that of `Graph::pytorch`.
pub fn standardized(steps: &mut Steps<'_>) -> Result<(Call, Vec<Value>)> {
    let shape = steps.stored("weight");
    let [_, each @ ..] = &shape[..] else { return Err("it has no weight".to_owned()) };
    let count: f64 = each.iter().map(|size| *size as f64).product();
    let (eps, gamma) =
        if steps.peek() == "var_mean" { written(steps)? } else { timms(steps, count)? };
    let conv = match steps.peek() {
        "conv1d" => steps.take("conv1d")?,
        "conv3d" => steps.take("conv3d")?,
        _ => steps.take("conv2d")?,
    };
    if conv.has("bias") {
        steps.check_tensor(&conv, "bias", "bias")?;
    }
    let mut call =
        windowed(&conv, Kind::Conv, &shape)?.with("weight_standardization", true).with("eps", eps);
    if let Some(gamma) = gamma {
        call = call.with("gain", true).with("gamma", gamma);
    }
    Ok((call, vec![steps.value(&conv, "input")?]))
}

/// The `eps`, and the factor of the gain, if there is one.
fn timms(steps: &mut Steps<'_>, count: f64) -> Result<(f64, Option<f64>)> {
    let scaled = steps.take_if("mul");
    if let Some(scaled) = &scaled {
        steps.check_tensor(scaled, "self", "gain")?;
    }
    let norm = steps.take("batch_norm")?;
    steps.check_tensor(&norm, "input", "weight")?;
    if !norm.flag("training", false)? || norm.has("weight") != scaled.is_some() || norm.has("bias")
    {
        return Err("its weight is not only standardized".to_owned());
    }
    let factor = scaled.map(|scaled| scaled.number("other").ok_or("its gain has no factor"));
    Ok((norm.float("eps", 1e-5)?, factor.transpose()?.map(|factor| gamma(factor, count))))
}

fn written(steps: &mut Steps<'_>) -> Result<(f64, Option<f64>)> {
    let moments = steps.take("var_mean")?;
    steps.check_tensor(&moments, "self", "weight")?;
    let centered = steps.take("sub")?;
    steps.check_tensor(&centered, "self", "weight")?;
    let eps = steps.take("add")?.number("other").ok_or("its eps is no number")?;
    steps.take_all(&["sqrt", "div"])?;
    let Some(scaled) = steps.take_if("mul") else { return Ok((eps, None)) };
    steps.check_tensor(&scaled, "other", "gain")?;
    let gamma = steps.take("mul")?.number("other").ok_or("its gain has no factor")?;
    steps.take("div")?;
    Ok((eps, Some(gamma)))
}

/// The shortest number that makes this factor, but for the last digits.
fn gamma(factor: f64, count: f64) -> f64 {
    let scale = count.powf(-0.5);
    let short = (0..17).filter_map(|digits| format!("{:.digits$e}", factor / scale).parse().ok());
    let mut exact = short.filter(|number: &f64| {
        (number * scale - factor).abs() <= 4.0 * f64::EPSILON * factor.abs()
    });
    exact.next().unwrap_or(factor / scale)
}

/// timm's `BlurPool2d`, which is a convolution with a buffer, and that of `Graph::pytorch`, which is several pools.
pub fn blurred(steps: &mut Steps<'_>) -> Result<(Call, Vec<Value>)> {
    let pad = steps.take("pad")?;
    let value = steps.value(&pad, "self")?;
    let mode = match pad.text("mode").unwrap_or("constant") {
        "constant" => "zeros",
        "reflect" => "reflect",
        "replicate" => "replicate",
        "circular" => "circular",
        other => return Err(format!("it pads with `{other}`")),
    };
    let (size, stride) = match steps.take_if("conv2d") {
        Some(conv) => {
            steps.check_tensor(&conv, "weight", "filt")?;
            let size = steps.size_of(conv.tensor_name("weight").unwrap_or_default(), -1)?;
            (size, conv.axes("stride", 2, 1)?)
        }
        None => {
            let name = steps.peek();
            if !name.starts_with("avg_pool") {
                return Err(format!("it has `{name}`, where it blurs"));
            }
            let (mut size, mut last) = (1, steps.take(name)?);
            while let Some(pool) = steps.take_if(name) {
                (size, last) = (size + 1, pool);
            }
            let axes =
                steps.rank_of(last.tensor_name("self").unwrap_or_default()).saturating_sub(2);
            (size + 1, last.axes("stride", axes, 2)?)
        }
    };
    let padding = pad.ints("pad")?.unwrap_or_default();
    let expected =
        stride.iter().rev().flat_map(|stride| [(stride + size).saturating_sub(2) / 2; 2]);
    if !padding.into_iter().eq(expected.map(|size| size as isize)) {
        return Err("its padding is not that of its filter".to_owned());
    }
    let call = Call::new(Kind::BlurPool)
        .with("filt_size", size)
        .with("stride", Argument::from(&stride[..]))
        .with("pad_mode", mode);
    Ok((call, vec![value]))
}
