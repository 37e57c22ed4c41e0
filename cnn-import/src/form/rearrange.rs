//! Axes whose order or shape changes several times.

use std::collections::{HashMap, HashSet};

use cnn_core::{Kind, Op};

use super::{Argument, Call, Form, Value};

/// Joins two orders of axes behind each other, or two shapes, the first of which nothing else uses. If nothing changes, both
/// are left out. Returns the nodes that are.
pub(super) fn join(form: &mut Form) -> HashSet<usize> {
    let mut uses = form.uses();
    let mut parts = HashSet::new();
    for index in 0..form.nodes.len() {
        let node = &mut form.nodes[index];
        // Two axes that are exchanged have a layer that says so.
        if let (Op::Permute(permute), Kind::Permute) = (node.op, node.call.kind) {
            node.call = permuted(permute.dims.dims());
        }
        let Some((before, call)) = joined(form, &uses, index) else { continue };
        let input = form.nodes[before].inputs[0];
        parts.insert(before);
        if let Some(call) = call {
            let op = call.resolve(&[form.shape(input)]).op;
            let node = &mut form.nodes[index];
            (node.call, node.op, node.inputs) = (call, op, vec![input]);
        } else {
            form.replace(Value::Node(index), input);
            parts.insert(index);
            uses = form.uses();
        }
    }
    parts
}

/// The node before one that does the same kind of thing, and what does both, unless nothing has to.
fn joined(
    form: &Form,
    uses: &HashMap<Value, usize>,
    index: usize,
) -> Option<(usize, Option<Call>)> {
    let node = &form.nodes[index];
    let [value @ Value::Node(before)] = node.inputs[..] else { return None };
    let first = &form.nodes[before];
    let input = form.shape(*first.inputs.first()?);
    if uses.get(&value) != Some(&1) {
        return None;
    }
    match (first.op, node.op) {
        (Op::Permute(first), Op::Permute(second)) => {
            let axes = first.dims.dims();
            let order: Vec<usize> = second.dims.dims().iter().map(|axis| axes[*axis]).collect();
            Some((before, (!order.is_sorted()).then(|| permuted(&order))))
        }
        // A module has a label, which would be missing.
        (Op::Reshape(_) | Op::Flatten(_), Op::Reshape(_) | Op::Flatten(_))
            if first.label.is_none() && node.label.is_none() =>
        {
            let changed = node.shape != input;
            Some((before, changed.then(|| reshaped(input.dims(), node.shape.dims()))))
        }
        _ => None,
    }
}

/// Another shape for samples.
pub fn reshaped(from: &[usize], sizes: &[usize]) -> Call {
    let same = sizes.iter().zip(from).take_while(|(size, from)| size == from).count();
    match sizes {
        [_] => Call::new(Kind::Flatten),
        // An axis of size 1 less.
        _ if from.get(same) == Some(&1) && from[same + 1..] == sizes[same..] => {
            Call::new(Kind::Squeeze).with("dim", same as isize + 1)
        }
        _ => {
            let sizes = sizes.iter().map(|size| Argument::Size(*size)).collect();
            Call::new(Kind::Reshape).with("shape", Argument::List(sizes))
        }
    }
}

/// Axes in this order, which does not count the batch.
pub fn permuted(order: &[usize]) -> Call {
    let moved: Vec<usize> = (0..order.len()).filter(|axis| order[*axis] != *axis).collect();
    if let [one, other] = moved[..] {
        return exchange(one, other);
    }
    let dims = order.iter().map(|axis| Argument::Signed(*axis as isize + 1));
    Call::new(Kind::Permute)
        .with("dims", Argument::List([Argument::Signed(0)].into_iter().chain(dims).collect()))
}

/// Two axes exchanged, which do not count the batch.
pub fn exchange(one: usize, other: usize) -> Call {
    Call::new(Kind::Transpose).with("dim0", one as isize + 1).with("dim1", other as isize + 1)
}
