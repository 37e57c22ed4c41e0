//! Normalization.

use cnn_core::Kind;

use crate::form::Call;
use crate::onnx::constant::{Constant, Data};
use crate::onnx::names::owner;
use crate::onnx::site::{Operand, Result, Site, sizes};
use crate::size::Size;

pub fn batch(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let node = site.node;
    if node.flag("training_mode", false)? || !node.flag("is_test", true)? {
        return Err("it computes its statistics from the batch: export `model.eval()`".to_owned());
    }
    if !node.flag("spatial", true)? {
        return Err("it has statistics for each place".to_owned());
    }
    let value = site.value(0)?;
    let names = ["weight", "bias", "running_mean", "running_var"];
    let tensors = names
        .into_iter()
        .enumerate()
        .map(|(index, name)| Ok((name, index + 1, site.weight(index + 1, 1)?)));
    let tensors = tensors.collect::<Result<Vec<_>>>()?;
    // PyTorch counts the new value, and ONNX the old one.
    let momentum = 1.0 - node.float("momentum", 0.9)?;
    let call = Call::new(Kind::BatchNorm)
        .with("num_features", tensors[0].2.dims[0])
        .with("eps", node.float("epsilon", 1e-5)?)
        .with("momentum", (momentum * 1e6).round() / 1e6);
    Ok(vec![site.weighted(call, value, tensors)?])
}

/// A norm of which only the factors and the summands are left, with the statistics that change nothing.
pub fn affine(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let (value, shape) = (site.value(0)?, site.shape(0)?);
    let (weight, bias) = (site.weight(1, 4)?, site.weight(2, 4)?);
    let channels = weight.dims[1];
    if shape.rank() != 3 || shape.dims()[0] != channels {
        return Err("its factors are not those of the channels".to_owned());
    }
    let call = Call::new(Kind::BatchNorm).with("num_features", channels);
    let statistic = |value: f64| Constant { dims: vec![channels], data: Data::Filled(value) };
    let tensors = vec![
        ("weight", 1, weight.reshaped(vec![channels])?),
        ("bias", 2, bias.reshaped(vec![channels])?),
        ("running_mean", usize::MAX, statistic(0.0)),
        ("running_var", usize::MAX, statistic(1.0 - 1e-5)),
    ];
    Ok(vec![site.weighted(call, value, tensors)?])
}

pub fn instance(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let value = site.value(0)?;
    let (weight, bias) = (site.weight(1, 1)?, site.weight(2, 1)?);
    let call = Call::new(Kind::InstanceNorm)
        .with("num_features", weight.dims[0])
        .with("eps", site.node.float("epsilon", 1e-5)?);
    // ONNX has no norm without them. An exporter names those of a layer.
    let named = site
        .unit
        .inputs
        .get(1)
        .is_some_and(|name| owner(site.reader.called(name), "weight").is_some());
    if !named && weight.uniform() == Some(1.0) && bias.uniform() == Some(0.0) {
        return Ok(vec![site.layer(call, vec![value])?]);
    }
    let tensors = vec![("weight", 1, weight), ("bias", 2, bias)];
    Ok(vec![site.weighted(call.with("affine", true), value, tensors)?])
}

pub fn layer(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let node = site.node;
    node.ignore(&["stash_type"]);
    let shape = site.shape(0)?;
    let axis = site.axis(node.int("axis", -1)?, &shape)?;
    let normalized = &shape.dims()[axis..];
    let eps = node.float("epsilon", 1e-5)?;
    normalize(site, Kind::LayerNorm, normalized, eps, [1, 2])
}

pub fn rms(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let node = site.node;
    node.ignore(&["stash_type"]);
    let shape = site.shape(0)?;
    let axis = site.axis(node.int("axis", -1)?, &shape)?;
    let eps = node.float("epsilon", 1e-5)?;
    normalize(site, Kind::RmsNorm, &shape.dims()[axis..], eps, [1, 2])
}

/// A norm of the last axis that is written as several operations.
pub fn pattern(site: &mut Site<'_>, op: &str) -> Result<Vec<Operand>> {
    let shape = site.shape(0)?;
    let eps = site.number(1)?.ok_or("its epsilon is missing")?;
    let kind = if op == "LayerNorm" { Kind::LayerNorm } else { Kind::RmsNorm };
    normalize(site, kind, &shape.dims()[shape.rank() - 1..], eps, [2, 3])
}

/// A norm over the last axes, with the places of its weight and bias among the inputs.
fn normalize(
    site: &mut Site<'_>,
    kind: Kind,
    normalized: &[usize],
    eps: f64,
    [weight, bias]: [usize; 2],
) -> Result<Vec<Operand>> {
    let value = site.value(0)?;
    let mut call = Call::new(kind)
        .with("normalized_shape", sizes(normalized))
        .with("eps", eps)
        .with("elementwise_affine", site.has(weight));
    let mut tensors = Vec::new();
    if site.has(weight) {
        tensors.push(("weight", weight, site.weight(weight, normalized.len())?));
    }
    match (kind, site.has(bias)) {
        (Kind::LayerNorm, has) => call = call.with("bias", has),
        (_, false) => {}
        (_, true) => return Err("it has a bias, which this norm has not".to_owned()),
    }
    if site.has(bias) {
        tensors.push(("bias", bias, site.weight(bias, normalized.len())?));
    }
    if tensors.iter().any(|(_, _, tensor)| tensor.dims != normalized) {
        return Err("its weight does not have the shape that is normalized".to_owned());
    }
    Ok(vec![match tensors.is_empty() {
        true => site.layer(call, vec![value])?,
        false => site.weighted(call, value, tensors)?,
    }])
}

pub fn group(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let node = site.node;
    node.ignore(&["stash_type"]);
    let shape = site.shape(0)?;
    let groups = node.int("num_groups", 0)?;
    let eps = node.float("epsilon", 1e-5)?;
    if site.reader.opset < 21 && shape.dims()[0] as i64 != groups {
        return Err("before opset 21, it has a weight for each group".to_owned());
    }
    groups_of(site, groups, eps, [1, 2])
}

/// A norm of groups that is written as one of instances between two reshapes.
pub fn group_pattern(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let shape = site.shape(0)?;
    let list = |index: usize| match site.constant(index)? {
        Some(constant) => constant.sizes(),
        None => Err(format!("its input {index} is missing")),
    };
    let (split, whole) = (list(1)?, list(5)?);
    let is_batch = |size: Option<&Size>| {
        size.is_some_and(|size| *size == Size::Known(0) || site.is_batch(*size))
    };
    let groups = match split.get(1) {
        Some(Size::Known(groups)) if split.len() >= 3 && is_batch(split.first()) => *groups,
        _ => return Err("it is no norm of groups".to_owned()),
    };
    let fits = whole.iter().skip(1).zip(shape.dims()).all(|(size, own)| {
        [Size::Known(-1), Size::Known(0), Size::Known(*own as i64)].contains(size)
    });
    let plain = site.constant(2)?.and_then(|one| one.uniform()) == Some(1.0)
        && site.constant(3)?.and_then(|zero| zero.uniform()) == Some(0.0);
    if !fits || whole.len() != shape.rank() + 1 || !plain {
        return Err("it is no norm of groups".to_owned());
    }
    let eps = site.number(4)?.ok_or("its epsilon is missing")?;
    groups_of(site, groups, eps, [6, 7])
}

fn groups_of(
    site: &mut Site<'_>,
    groups: i64,
    eps: f64,
    [weight, bias]: [usize; 2],
) -> Result<Vec<Operand>> {
    let value = site.value(0)?;
    let channels = site.shape(0)?.dims()[0];
    let mut tensors = Vec::new();
    for (name, index) in [("weight", weight), ("bias", bias)] {
        let tensor = site.constant(index)?.ok_or("its weight or its bias is missing")?;
        if tensor.count() != channels {
            return Err("its weight is not a number for each channel".to_owned());
        }
        tensors.push((name, index, tensor.reshaped(vec![channels])?));
    }
    let call = Call::new(Kind::GroupNorm)
        .with("num_groups", usize::try_from(groups).map_err(|_| format!("it has {groups} groups"))?)
        .with("eps", eps);
    Ok(vec![site.weighted(call, value, tensors)?])
}

/// The global response norm of ConvNeXt V2.
pub fn global_response(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let shape = site.shape(0)?;
    let axes = |index: usize| -> Result<Vec<usize>> {
        let list = site.ints(index)?.ok_or("its axes are missing")?;
        list.iter().map(|axis| site.axis(*axis, &shape)).collect()
    };
    let [dim] = axes(2)?[..] else { return Err("its mean is not that of the channels".to_owned()) };
    let mut others = axes(1)?;
    others.sort_unstable();
    if !others.into_iter().eq((0..shape.rank()).filter(|axis| *axis != dim)) {
        return Err("its lengths are not those of the channels".to_owned());
    }
    let eps = site.number(3)?.ok_or("its `eps` is missing")?;
    let channels = shape.dims()[dim];
    let mut tensors = Vec::new();
    for (suffix, index) in [("weight", 4), ("bias", 5)] {
        let tensor = site.constant(index)?.filter(|tensor| tensor.count() == channels);
        let tensor = tensor.ok_or_else(|| format!("its {suffix} has no value for each channel"))?;
        tensors.push((suffix, index, tensor.reshaped(vec![channels])?));
    }
    let value = site.value(0)?;
    let call = Call::new(Kind::Grn).with("dim", dim as isize + 1).with("eps", eps);
    Ok(vec![site.weighted(call, value, tensors)?])
}

pub fn local_response(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let node = site.node;
    let size = node.int("size", 0)?;
    let call = Call::new(Kind::Lrn)
        .with("size", usize::try_from(size).map_err(|_| format!("`size` is {size}"))?)
        .with("alpha", node.float("alpha", 1e-4)?)
        .with("beta", node.float("beta", 0.75)?)
        .with("k", node.float("bias", 1.0)?);
    site.unary(call)
}

pub fn unit_length(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let node = site.node;
    let shape = site.shape(0)?;
    let dim = site.axis(node.int("axis", -1)?, &shape)?;
    let call = Call::new(Kind::Normalize)
        .with("p", node.int("p", 2)? as f64)
        .with("dim", dim as isize + 1);
    site.unary(call)
}

/// The same, written as a division.
pub fn unit_length_by_division(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let shape = site.shape(0)?;
    let axes = site.ints(1)?.ok_or("its axis is missing")?;
    let [axis] = axes[..] else { return Err("it is a length along several axes".to_owned()) };
    let dim = site.axis(axis, &shape)?;
    let eps = site.number(2)?.ok_or("its least length is missing")?;
    let call = Call::new(Kind::Normalize).with("dim", dim as isize + 1).with("eps", eps);
    site.unary(call)
}
