//! Norms that are one operation.

use cnn_core::Kind;

use super::{Layer, Result, sizes};
use crate::form::{Argument, Call};
use crate::pt2::operands::Operands;

/// The norm with this name.
pub fn norm(operands: &Operands<'_>, name: &str, input: &'static str) -> Result<Layer> {
    let weight = operands.tensor("weight")?;
    let affine = weight.is_some();
    let eps = || operands.float("eps", 1e-5);
    let (call, tensor) = match name {
        "batch_norm" => {
            if operands.flag("training", false)? {
                return Err(
                    "it computes its statistics from the batch: export `model.eval()`".to_owned()
                );
            }
            let (mean, shape) = operands.weight("running_mean", 1)?;
            let call = Call::new(Kind::BatchNorm)
                .with("num_features", shape[0])
                .with("eps", eps()?)
                .with("momentum", operands.float("momentum", 0.1)?)
                .with("affine", affine);
            (call, Some(mean))
        }
        "instance_norm" => {
            let mean = operands.tensor("running_mean")?;
            if operands.flag("use_input_stats", true)? == mean.is_some() {
                return Err(
                    "it computes its statistics from the batch: export `model.eval()`".to_owned()
                );
            }
            let call = Call::new(Kind::InstanceNorm)
                .with("eps", eps()?)
                .with("momentum", operands.float("momentum", 0.1)?)
                .with("affine", affine)
                .with("track_running_stats", mean.is_some());
            (call, weight.or(mean).map(|(name, _)| name))
        }
        "group_norm" => {
            let call = Call::new(Kind::GroupNorm)
                .with("num_groups", operands.count("num_groups", 1)?)
                .with("eps", eps()?)
                .with("affine", affine);
            (call, weight.map(|(name, _)| name))
        }
        _ => {
            let kind = if name == "rms_norm" { Kind::RmsNorm } else { Kind::LayerNorm };
            let sizes = sizes(operands.ints("normalized_shape")?)?;
            let shape = match sizes[..] {
                [size] => size.into(),
                _ => Argument::List(sizes.into_iter().map(Into::into).collect()),
            };
            let call =
                Call::new(kind).with("normalized_shape", shape).with("elementwise_affine", affine);
            let call = match kind {
                Kind::LayerNorm => {
                    call.with("eps", eps()?).with("bias", operands.tensor("bias")?.is_some())
                }
                _ if operands.has("eps") => call.with("eps", eps()?),
                _ => call,
            };
            (call, weight.map(|(name, _)| name))
        }
    };
    Ok((call, input, tensor))
}
