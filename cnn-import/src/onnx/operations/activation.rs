//! Functions of each value.

use cnn_core::Kind;

use crate::form::Call;
use crate::onnx::site::{Operand, Result, Site};

/// Functions without arguments: operations, and what patterns stand for.
const FUNCTIONS: [(&str, Kind); 17] = [
    ("Relu", Kind::Relu),
    ("Sigmoid", Kind::Sigmoid),
    ("Tanh", Kind::Tanh),
    ("Softsign", Kind::Softsign),
    ("HardSwish", Kind::Hardswish),
    ("Mish", Kind::Mish),
    ("Exp", Kind::Exp),
    ("Log", Kind::Log),
    ("Sqrt", Kind::Sqrt),
    ("Abs", Kind::Abs),
    ("Silu", Kind::Silu),
    ("Hardswish", Kind::Hardswish),
    ("Hardsigmoid", Kind::Hardsigmoid),
    ("LogSigmoid", Kind::LogSigmoid),
    ("Tanhshrink", Kind::Tanhshrink),
    ("Gelu", Kind::Gelu),
    ("GeluTanh", Kind::Gelu),
];

/// The constants of SELU, of which PyTorch has no others.
const SELU: [f64; 2] = [1.673_263_2, 1.050_701];

/// The call, if it is such a function.
pub fn activation(site: &Site<'_>, op: &str) -> Result<Option<Call>> {
    let node = site.node;
    let near = |a: f64, b: f64| (a - b).abs() < 1e-5 * b.abs().max(1.0);
    if let Some((_, kind)) = FUNCTIONS.iter().find(|(known, _)| *known == op) {
        let tanh = match op {
            "GeluTanh" => true,
            "Gelu" if !site.unit.joined => match node.text("approximate", "none")?.as_str() {
                "none" => false,
                "tanh" => true,
                other => return Err(format!("the approximation `{other}` is not known")),
            },
            _ => false,
        };
        let call = Call::new(*kind);
        return Ok(Some(if tanh { call.with("approximate", "tanh") } else { call }));
    }
    let call = match op {
        "Elu" => Call::new(Kind::Elu).with("alpha", node.float("alpha", 1.0)?),
        "Celu" => Call::new(Kind::Celu).with("alpha", node.float("alpha", 1.0)?),
        "LeakyRelu" => {
            Call::new(Kind::LeakyRelu).with("negative_slope", node.float("alpha", 0.01)?)
        }
        "ThresholdedRelu" => Call::new(Kind::Threshold)
            .with("threshold", node.float("alpha", 1.0)?)
            .with("value", 0.0_f64),
        // ONNX's own has no threshold, beyond which the last digits agree.
        "Softplus" => match site.number(1)? {
            Some(threshold) => Call::new(Kind::Softplus).with("threshold", threshold),
            None => Call::new(Kind::Softplus),
        },
        "Threshold" => {
            let number = |index: usize| site.number(index)?.ok_or("a number is missing".to_owned());
            Call::new(Kind::Threshold).with("threshold", number(1)?).with("value", number(2)?)
        }
        "Selu" => {
            let given = [node.float("alpha", SELU[0])?, node.float("gamma", SELU[1])?];
            if !near(given[0], SELU[0]) || !near(given[1], SELU[1]) {
                return Err("its constants are not those of a SELU".to_owned());
            }
            Call::new(Kind::Selu)
        }
        "HardSigmoid" => {
            if !near(node.float("alpha", 0.2)?, 1.0 / 6.0) || !near(node.float("beta", 0.5)?, 0.5) {
                return Err("its slope is not the sixth that PyTorch has".to_owned());
            }
            Call::new(Kind::Hardsigmoid)
        }
        "Swish" => match node.float("alpha", 1.0)? {
            1.0 => Call::new(Kind::Silu),
            alpha => return Err(format!("its `alpha` is {alpha}, where a SiLU has 1")),
        },
        "Shrink" => match (node.float("lambd", 0.5)?, node.float("bias", 0.0)?) {
            (lambd, 0.0) => Call::new(Kind::Hardshrink).with("lambd", lambd),
            (lambd, bias) if lambd == bias => Call::new(Kind::Softshrink).with("lambd", lambd),
            _ => return Err("its `bias` is neither 0 nor its `lambd`".to_owned()),
        },
        "Softmax" | "LogSoftmax" => softmax(site, op)?,
        "Clip" => clip(site)?,
        "Neg" => Call::new(Kind::Scale).with("factor", -1.0_f64),
        "Reciprocal" => Call::new(Kind::Pow).with("exponent", -1.0_f64),
        _ => return Ok(None),
    };
    Ok(Some(call))
}

fn softmax(site: &Site<'_>, op: &str) -> Result<Call> {
    let kind = if op == "Softmax" { Kind::Softmax } else { Kind::LogSoftmax };
    let shape = site.shape(0)?;
    let old = site.reader.opset < 13;
    let dim = site.axis(site.node.int("axis", if old { 1 } else { -1 })?, &shape)?;
    // Older ones are along all axes from the given one on.
    if old && shape.dims()[dim + 1..].iter().any(|size| *size > 1) {
        return Err("before opset 13, it is along several axes".to_owned());
    }
    Ok(Call::new(kind).with("dim", dim as isize + 1))
}

/// Bounds, each of which may be missing.
fn clip(site: &Site<'_>) -> Result<Call> {
    let finite =
        |bound: Option<f64>| bound.filter(|bound| bound.abs() < f64::from(f32::MAX) * 0.99);
    let (min, max) = (finite(site.number(1)?), finite(site.number(2)?));
    Ok(match (min, max) {
        (Some(0.0), Some(6.0)) => Call::new(Kind::Relu6),
        (Some(0.0), None) => Call::new(Kind::Relu),
        (Some(min), Some(max)) if min < max => {
            Call::new(Kind::Hardtanh).with("min_val", min).with("max_val", max)
        }
        _ => {
            let mut call = Call::new(Kind::Clamp);
            for (name, bound) in [("min", min), ("max", max)] {
                if let Some(bound) = bound {
                    call = call.with(name, bound);
                }
            }
            call
        }
    })
}

/// A slope for negative values: one, or one for each channel.
pub fn prelu(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let value = site.value(0)?;
    let shape = site.shape(0)?;
    let slope = site.constant(1)?.ok_or("its slope is missing")?;
    let count = slope.count();
    // Axes are counted from behind, and the channels are in front of all others.
    let place = slope.dims.len().checked_sub(shape.rank());
    let channels =
        count == shape.dims()[0] && place.is_some_and(|place| slope.dims[place] == count);
    if count != 1 && !channels {
        return Err("its slope is not a number for each channel".to_owned());
    }
    let call = Call::new(Kind::PRelu).with("num_parameters", count);
    let slope = slope.reshaped(vec![count])?;
    Ok(vec![site.weighted(call, value, vec![("weight", 1, slope)])?])
}
