//! Weights to start from.

use std::fmt::Write as _;
use std::path::Path;

use burn::store::{ModuleSnapshot, PathFilter};
use cnn::Shape;
use cnn_burn::Net;

use crate::{Result, listed};

/// Loads the weights of a file, without those of the last layer, unless it is to be kept. Says what became of them.
///
/// # Errors
///
/// If the file cannot be read, or does not fit.
pub fn load(net: &mut Net<4, 2>, path: &Path, keep_head: bool) -> Result<String> {
    let tensors = net.graph().state_dict();
    if keep_head {
        net.load_safetensors(path)?;
        return Ok(format!("all {} tensors are from {}\n", tensors.len(), path.display()));
    }
    let layer = |name: &str| name.rsplit_once('.').map(|(layer, _)| layer.to_owned());
    let Some(head) = tensors.last().and_then(|(name, _)| layer(name)) else {
        return Err(format!("`{}` has no weights to load", net.graph().name).into());
    };
    let new: Vec<&(String, Shape)> =
        tensors.iter().filter(|(name, _)| layer(name).as_ref() == Some(&head)).collect();
    // The last layer of the file may fit by chance, but its classes are others.
    let only_new = PathFilter::new().with_full_paths(new.iter().map(|(name, _)| name));
    let values = net.collect(Some(only_new.clone()), None, false);
    let ignored = net.load_safetensors_except(path, &[&head])?;
    let restored = net.apply(values, Some(only_new), None, false);
    if let Some(error) = restored.errors.first() {
        return Err(format!("the last layer cannot be restored: {error}").into());
    }

    let loaded = tensors.len() - new.len();
    let mut text = format!("{loaded} of {} tensors are from {}\n", tensors.len(), path.display());
    for (name, shape) in new {
        writeln!(text, "  new: {name} {shape}")?;
    }
    if !ignored.left_over.is_empty() {
        writeln!(text, "ignored, since only the file has them:{}", listed(&ignored.left_over))?;
    }
    Ok(text)
}
