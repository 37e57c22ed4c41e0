//! Norms over the channels of images, before and behind which exporters move axes.

use std::collections::HashSet;

use cnn_core::{Kind, Op};

use super::{Form, Value};

/// Joins a norm over the last axis with two changes of axes, which bring the channels there and back. Returns the nodes that
/// are left out then.
pub(super) fn join(form: &mut Form) -> HashSet<usize> {
    let uses = form.uses();
    let mut parts = HashSet::new();
    for last in 0..form.nodes.len() {
        let Some((first, norm)) = around(form, last) else { continue };
        let input = form.nodes[first].inputs[0];
        let once = [first, norm].iter().all(|node| uses.get(&Value::Node(*node)) == Some(&1));
        let call = form.nodes[norm].call.clone().with("channels_first", true);
        let resolved = call.resolve(&[form.shape(input)]);
        if !once || !resolved.errors.is_empty() || resolved.output != form.nodes[last].shape {
            continue;
        }
        let node = &mut form.nodes[norm];
        (node.call, node.op, node.shape, node.inputs) =
            (call, resolved.op, resolved.output, vec![input]);
        node.cost = (resolved.cost.params, resolved.cost.macs);
        form.replace(Value::Node(last), Value::Node(norm));
        parts.extend([first, last]);
    }
    parts
}

/// The nodes before a change of axes that brings the last axis to the front: the opposite change, and the norm behind it.
fn around(form: &Form, last: usize) -> Option<(usize, usize)> {
    let before = |node: usize| match form.nodes[node].inputs[..] {
        [Value::Node(before)] => Some(before),
        _ => None,
    };
    let order = |node: usize| match form.nodes[node].op {
        Op::Permute(permute) => Some(permute.dims.dims().to_vec()),
        _ => None,
    };
    let norm = before(last)?;
    let first = before(norm)?;
    let rank = form.nodes[last].shape.rank();
    let there: Vec<usize> = (1..rank).chain([0]).collect();
    let back: Vec<usize> = [rank - 1].into_iter().chain(0..rank - 1).collect();
    let is_norm = form.nodes[norm].call.kind == Kind::LayerNorm
        && matches!(form.nodes[norm].op, Op::LayerNorm(norm) if norm.normalized_shape.rank() == 1);
    (is_norm && order(last)? == back && order(first)? == there).then_some((first, norm))
}
