//! Norms that PyTorch and torchvision compute with several operations.

use cnn_core::Kind;

use super::steps::Steps;
use crate::form::{Call, Value};

type Result<T> = std::result::Result<T, String>;

/// `torch.nn.LocalResponseNorm`, which adds the squares of neighbouring channels with an average pool.
pub fn local_response(steps: &mut Steps<'_>) -> Result<(Call, Vec<Value>)> {
    let square = steps.take("mul")?;
    let value = steps.value(&square, "self")?;
    if steps.value(&square, "other") != Ok(value) {
        return Err("its values are not squared".to_owned());
    }
    steps.take_if("pad");
    let pool = match steps.peek() {
        "avg_pool2d" => steps.take("avg_pool2d")?,
        _ => steps.take("avg_pool3d")?,
    };
    let kernel = pool.ints("kernel_size")?.unwrap_or_default();
    let size = match kernel.split_first() {
        Some((size, rest)) if rest.iter().all(|size| *size == 1) => usize::try_from(*size).ok(),
        _ => None,
    };
    let number = |name: &str, steps: &mut Steps<'_>, argument: &str| {
        let number = steps.take(name)?.number(argument);
        number.ok_or_else(|| format!("`{argument}` of `{name}` is no number"))
    };
    let call = Call::new(Kind::Lrn)
        .with("size", size.ok_or("its pool is not along the channels")?)
        .with("alpha", number("mul", steps, "other")?)
        .with("k", number("add", steps, "other")?)
        .with("beta", number("pow", steps, "exponent")?);
    let quotient = steps.take("div")?;
    if steps.value(&quotient, "self") != Ok(value) {
        return Err("its values are not divided".to_owned());
    }
    Ok((call, vec![value]))
}

/// `torchvision.ops.FrozenBatchNorm2d`.
pub fn frozen(steps: &mut Steps<'_>) -> Result<(Call, Vec<Value>)> {
    let variance = steps.take("add")?;
    steps.check_tensor(&variance, "self", "running_var")?;
    let eps = variance.number("other").ok_or("its eps is no number")?;
    steps.take("rsqrt")?;
    let scale = steps.take("mul")?;
    steps.check_tensor(&scale, "self", "weight")?;
    let mean = steps.take("mul")?;
    steps.check_tensor(&mean, "self", "running_mean")?;
    let bias = steps.take("sub")?;
    steps.check_tensor(&bias, "self", "bias")?;
    let value = steps.take("mul")?;
    let value = steps.value(&value, "self")?;
    steps.take("add")?;
    Ok((Call::new(Kind::FrozenBatchNorm).with("eps", eps), vec![value]))
}

/// A norm of layers over the channels of images, whose axis is moved behind all others for it.
pub fn channels_first(steps: &mut Steps<'_>) -> Result<(Call, Vec<Value>)> {
    let norm = steps.take("layer_norm")?;
    steps.check_tensor(&norm, "weight", "weight")?;
    let bias = norm.has("bias");
    if bias {
        steps.check_tensor(&norm, "bias", "bias")?;
    }
    let sizes = norm.ints("normalized_shape")?.unwrap_or_default();
    let [channels] = sizes[..] else { return Err("it is not over the channels only".to_owned()) };
    if steps.output_size(1)? as isize != channels {
        return Err("it is not over the channels".to_owned());
    }
    let call = Call::new(Kind::LayerNorm)
        .with("normalized_shape", channels as usize)
        .with("eps", norm.float("eps", 1e-5)?)
        .with("bias", bias)
        .with("channels_first", true);
    Ok((call, vec![steps.value(&norm, "input")?]))
}

/// The global response norm of ConvNeXt V2, as timm has it and as `Graph::pytorch` writes it.
pub fn global_response(steps: &mut Steps<'_>) -> Result<(Call, Vec<Value>)> {
    let norm = steps.take_if("norm").map_or_else(|| steps.take("linalg_vector_norm"), Ok)?;
    let value = steps.value(&norm, "self")?;
    let mean = steps.take("mean")?;
    let dim = mean.ints("dim")?.unwrap_or_default();
    let [dim] = dim[..] else { return Err("its mean is not that of the channels".to_owned()) };
    let eps = steps.take("add")?.number("other").ok_or("its eps is no number")?;
    steps.take_all(&["div", "mul"])?;
    if let Some(sum) = steps.take_if("addcmul") {
        steps.check_tensor(&sum, "self", "bias")?;
        steps.check_tensor(&sum, "tensor1", "weight")?;
        steps.take("add")?;
    } else {
        let product = steps.take("mul")?;
        steps.check_tensor(&product, "self", "weight")?;
        steps.take("add")?;
        let sum = steps.take("add")?;
        steps.check_tensor(&sum, "other", "bias")?;
    }
    Ok((Call::new(Kind::Grn).with("dim", dim).with("eps", eps), vec![value]))
}
