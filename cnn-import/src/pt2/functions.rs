//! Functions of PyTorch that are one layer of our language, and several operations in the file.

use std::collections::HashMap;

use cnn_core::Kind;

use super::names::outputs;
use super::operands::Operands;
use super::operations::short;
use super::read::Reader;
use super::schema::Node;
use crate::form::Call;

/// The operations of `torch.nn.functional.normalize`.
const NORMALIZE: [&[&str]; 4] =
    [&["linalg_vector_norm"], &["clamp_min"], &["expand_as", "expand"], &["div"]];

/// The call that the operations from this place on are, and how many they are.
pub fn call(
    reader: &Reader,
    nodes: &[Node],
    place: usize,
    last_use: &HashMap<String, usize>,
) -> Option<(Call, usize)> {
    let found = nodes.get(place..place + NORMALIZE.len())?;
    let named = |(node, names): (&Node, &&[&str])| names.contains(&short(&node.target));
    if !found.iter().zip(&NORMALIZE).all(named) {
        return None;
    }
    let [norm, clamp, div] = [0, 1, 3].map(|index| Operands { node: &found[index], reader });
    // Each takes what the one before it makes, and nothing else does.
    let follows = |index: usize, argument: &str| {
        let before = outputs(&found[index - 1]);
        let taken = Operands { node: &found[index], reader }.tensor_name(argument);
        matches!((&before[..], taken), ([made], Some(taken)) if made == taken)
            && before.iter().all(|name| last_use.get(name) == Some(&(place + index)))
    };
    let chained = follows(1, "self") && follows(2, "self") && follows(3, "other");
    if !chained || norm.tensor_name("self") != div.tensor_name("self") {
        return None;
    }
    let dims = norm.ints("dim").ok()??;
    let ([dim], Ok(true), Ok(p)) = (&dims[..], norm.flag("keepdim", false), norm.float("ord", 2.0))
    else {
        return None;
    };
    let call = Call::new(Kind::Normalize)
        .with("p", p)
        .with("dim", *dim)
        .with("eps", clamp.float("min", 0.0).ok()?);
    Some((call, NORMALIZE.len()))
}
