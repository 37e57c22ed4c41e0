//! Axes whose order changes several times.

use std::collections::HashSet;

use cnn_core::{Kind, Op};

use super::{Argument, Call, Form, Value};

/// Joins two orders of axes behind each other, the first of which nothing else uses. If nothing changes, both are left out.
/// Returns the nodes that are.
pub(super) fn join(form: &mut Form) -> HashSet<usize> {
    let mut uses = form.uses();
    let mut parts = HashSet::new();
    for index in 0..form.nodes.len() {
        let node = &form.nodes[index];
        let Op::Permute(second) = node.op else { continue };
        // Two axes that are exchanged have a layer that says so.
        let own = permuted(second.dims.dims());
        if node.call.kind == Kind::Permute && own.kind != Kind::Permute {
            form.nodes[index].call = own;
        }
        let node = &form.nodes[index];
        let [Value::Node(before)] = &node.inputs[..] else { continue };
        let first = &form.nodes[*before];
        let alone = uses.get(&Value::Node(*before)) == Some(&1);
        let Op::Permute(op) = first.op else { continue };
        if !alone {
            continue;
        }
        let axes = op.dims.dims();
        let order: Vec<usize> = second.dims.dims().iter().map(|axis| axes[*axis]).collect();
        let input = first.inputs[0];
        parts.insert(*before);
        if order.is_sorted() {
            let own = Value::Node(index);
            let inputs = form.nodes.iter_mut().flat_map(|node| &mut node.inputs);
            let all = inputs.chain(form.outputs.iter_mut().map(|(_, value)| value));
            all.filter(|value| **value == own).for_each(|value| *value = input);
            parts.insert(index);
            uses = form.uses();
            continue;
        }
        let call = permuted(&order);
        let op = call.resolve(&[form.shape(input)]).op;
        let node = &mut form.nodes[index];
        (node.call, node.op, node.inputs) = (call, op, vec![input]);
    }
    parts
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
