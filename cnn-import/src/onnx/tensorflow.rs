//! The names that tf2onnx gives nodes and tensors: `model/block1_conv/convolution`, where the last parts are operations.

use std::collections::HashMap;

use super::attributes::Node;
use super::constant::Constant;
use super::names::{Module, mended};

/// What is in a layer of Keras.
const INNER: [&str; 8] = [
    "batchnorm",
    "convolution",
    "depthwise",
    "separable_conv2d",
    "BiasAdd",
    "MatMul",
    "Conv2D",
    "moments",
];

/// Says in which layers of Keras nodes are, without the names of the network around them.
pub fn place(nodes: &mut [Node], initializers: &HashMap<String, Constant>) {
    let mut paths: Vec<Vec<String>> = nodes.iter().map(|node| path(node, initializers)).collect();
    let named = || paths.iter().filter(|path| !path.is_empty());
    // The name of the network, and what is around that. A layer is no part of it, even if there is only one.
    let shortest = named().map(Vec::len).min().unwrap_or(0).saturating_sub(1);
    let first = named().next().cloned().unwrap_or_default();
    let is_common = |depth: &usize| named().all(|path| path[*depth] == first[*depth]);
    let common = (0..shortest).take_while(is_common).count();
    paths.iter_mut().filter(|path| !path.is_empty()).for_each(|path| drop(path.drain(..common)));
    // Keras counts the calls of a layer.
    let counted = paths.iter().flatten().all(|part| part.ends_with("_1"));
    for (node, mut path) in nodes.iter_mut().zip(paths) {
        if counted {
            path.iter_mut().for_each(|part| part.truncate(part.len() - 2));
        }
        node.module = Module { path, classes: Vec::new(), guessed: true };
    }
}

/// The layer of a node by its name, that of its output, or those of its tensors.
fn path(node: &Node, initializers: &HashMap<String, Constant>) -> Vec<String> {
    let tensors = node.inputs.iter().filter(|input| initializers.contains_key(*input));
    let names = [&node.name].into_iter().chain(&node.outputs).chain(tensors);
    let mut paths = names.filter(|name| name.contains('/')).map(|name| {
        let mut parts: Vec<&str> = name.split('/').filter(|part| !part.is_empty()).collect();
        // The operation itself.
        parts.pop();
        while parts.last().is_some_and(|last| INNER.contains(last)) {
            parts.pop();
        }
        parts.into_iter().map(mended).collect()
    });
    paths.next().unwrap_or_default()
}
