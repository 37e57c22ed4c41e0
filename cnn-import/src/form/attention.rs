//! Attention of PyTorch's `MultiheadAttention`, which exporters write as several operations.

use std::collections::{HashMap, HashSet};

use cnn_core::{Kind, Op};

use super::positions::Positions;
use super::{Call, Form, Node, Value};

/// The tensors of a layer of attention, which are those of two linear layers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The name of the operation that stands for both, which is also that of the second one.
    pub source: String,
    /// The name of the first one.
    pub first: String,
    /// Whether there are biases.
    pub bias: bool,
    pub features: usize,
}

/// Joins a linear layer for queries, keys and values, their product, and another linear layer. Returns the nodes that are
/// part of a layer then.
pub(super) fn join(form: &mut Form) -> HashSet<usize> {
    let uses = form.uses();
    let mut parts = HashSet::new();
    for last in 0..form.nodes.len() {
        let Some(found) = find(form, &uses, last) else { continue };
        let features = form.shape(found.input).dims().last().copied().unwrap_or(0);
        let call =
            Call::new(Kind::Attention).with("num_heads", found.heads).with("bias", found.bias);
        let resolved = call.resolve(&[form.shape(found.input)]);
        let first = form.nodes[found.first].source.clone();
        let node = &mut form.nodes[last];
        if !resolved.errors.is_empty() || resolved.output != node.shape {
            continue;
        }
        node.call = call;
        node.call.shorten(&[resolved.output]);
        (node.op, node.inputs) = (resolved.op, vec![found.input]);
        node.cost = (resolved.cost.params, resolved.cost.macs);
        node.label = node.scope.pop();
        let source = node.source.clone();
        form.merged.push(Merged { source, first, bias: found.bias, features });
        parts.extend(found.nodes);
    }
    parts
}

struct Found {
    input: Value,
    /// The linear layer for queries, keys and values.
    first: usize,
    heads: usize,
    bias: bool,
    /// All nodes but the last one.
    nodes: Vec<usize>,
}

fn find(form: &Form, uses: &HashMap<Value, usize>, last: usize) -> Option<Found> {
    let node = &form.nodes[last];
    let Op::Linear(out) = node.op else { return None };
    let (product, mut nodes) = chain(form, uses, *node.inputs.first()?)?;
    let attention = &form.nodes[product];
    let Op::ScaledDotProductAttention(op) = attention.op else { return None };
    let [heads, tokens, each] = *attention.shape.dims() else { return None };
    let features = heads * each;
    let usual = op.scale.is_none() && !op.is_causal && op.dropout_p == 0.0;
    if !usual || attention.inputs.len() != 3 {
        return None;
    }
    // Where each value of the product is in the input of the last layer.
    let made = follow(form, &nodes, attention.shape.dims())?;
    let expected = (0..tokens).flat_map(|token| {
        let place = move |feature| (feature / each * tokens + token) * each + feature % each;
        (0..features).map(place)
    });
    if !made.is(expected) {
        return None;
    }
    nodes.push(product);
    let mut first = None;
    for (index, input) in attention.inputs.iter().enumerate() {
        let (linear, own) = chain(form, uses, *input)?;
        if first.is_some_and(|first| first != linear) {
            return None;
        }
        first = Some(linear);
        let made = follow(form, &own, &[tokens, 3 * features])?;
        let expected = (0..heads).flat_map(|head| {
            (0..tokens).flat_map(move |token| {
                let first = (3 * token + index) * features + head * each;
                first..first + each
            })
        });
        if !made.is(expected) {
            return None;
        }
        nodes.extend(own);
    }
    let first = first?;
    let projection = &form.nodes[first];
    let Op::Linear(op) = projection.op else { return None };
    let fits = op.in_features == features
        && op.out_features == 3 * features
        && [out.in_features, out.out_features] == [features; 2]
        && !op.flatten
        && !out.flatten
        && uses.get(&Value::Node(first)) == Some(&3)
        && is_module(form, projection, node);
    nodes.push(first);
    let bias = op.bias || out.bias;
    fits.then(|| Found { input: projection.inputs[0], first, heads, bias, nodes })
}

/// Whether two layers are those of one module.
fn is_module(form: &Form, first: &Node, last: &Node) -> bool {
    let labels = [first, last].map(|node| node.label.as_deref());
    let class = form.classes.get(&first.scope.join("."));
    !first.scope.is_empty()
        && first.scope == last.scope
        && (labels == [Some("in_proj"), Some("out_proj")]
            || class.is_some_and(|class| class == "MultiheadAttention"))
}

/// What a value is made of before it is arranged, and the nodes that do so, the first one in front. Nothing else uses them.
fn chain(
    form: &Form,
    uses: &HashMap<Value, usize>,
    mut value: Value,
) -> Option<(usize, Vec<usize>)> {
    let mut nodes = Vec::new();
    loop {
        let Value::Node(index) = value else { return None };
        let node = &form.nodes[index];
        let arranges = matches!(
            node.op,
            Op::Reshape(_) | Op::Flatten(_) | Op::Permute(_) | Op::Slice(_) | Op::Identity(_)
        );
        if !arranges {
            nodes.reverse();
            return Some((index, nodes));
        }
        if uses.get(&value) != Some(&1) {
            return None;
        }
        nodes.push(index);
        value = *node.inputs.first()?;
    }
}

/// What nodes make of a tensor of this shape.
fn follow(form: &Form, nodes: &[usize], dims: &[usize]) -> Option<Positions> {
    let mut values = Positions::new(dims)?;
    for node in nodes {
        let node = &form.nodes[*node];
        values = match node.op {
            Op::Permute(permute) => values.permuted(permute.dims.dims()),
            Op::Slice(slice) if slice.step == 1 => {
                values.along(slice.dim, &(slice.start..slice.end).collect::<Vec<_>>())?
            }
            Op::Slice(_) => return None,
            _ => values,
        };
        values = values.reshaped(node.shape.dims().to_vec())?;
    }
    Some(values)
}
