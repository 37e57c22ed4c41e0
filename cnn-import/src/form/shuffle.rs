//! What a library writes as several operations, and our language as one.

use std::collections::HashSet;

use cnn_core::{Kind, Op};

use super::{Argument, Call, Form, Value};

/// Joins a reshape into groups, a transpose and a reshape back to a channel shuffle, and returns the nodes that are part
/// of one.
pub(super) fn join(form: &mut Form) -> HashSet<usize> {
    let mut parts = HashSet::new();
    let uses = form.uses();
    for last in 0..form.nodes.len() {
        let Some((first, groups)) = shuffle(form, last) else { continue };
        let call = Call::new(Kind::ChannelShuffle).with("groups", groups);
        let inputs = form.nodes[first].inputs.clone();
        let resolved = call.resolve(&[form.shape(inputs[0])]);
        let inner = [first, first + 1].map(Value::Node);
        if resolved.errors.is_empty() && inner.iter().all(|value| uses.get(value) == Some(&1)) {
            let node = &mut form.nodes[last];
            (node.call, node.op, node.inputs) = (call, resolved.op, inputs);
            parts.extend([first, first + 1]);
        }
    }
    parts
}

/// The first of the three nodes, and the groups.
fn shuffle(form: &Form, last: usize) -> Option<(usize, usize)> {
    let before = |node: usize| match form.nodes[node].inputs[..] {
        [Value::Node(before)] if before + 1 == node => Some(before),
        _ => None,
    };
    let middle = before(last)?;
    let first = before(middle)?;
    let [a, b, c] = [first, middle, last].map(|index| &form.nodes[index]);
    let kinds = [a, b, c].map(|node| node.call.kind);
    let Op::Permute(_) = b.op else { return None };
    if kinds[0] != Kind::Reshape || kinds[2] != Kind::Reshape {
        return None;
    }
    let input = form.shape(*a.inputs.first()?);
    let (split, swapped) = (a.shape.dims(), b.shape.dims());
    // How the other axes are written in between does not matter.
    let exact = c.shape == input
        && input.rank() >= 2
        && split.len() > 2
        && split[0] * split[1] == input.dims()[0]
        && swapped[0] == split[1]
        && swapped[1] == split[0]
        && b.call.kind == Kind::Transpose
        && b.call
            .args
            .iter()
            .map(|(_, value)| value)
            .eq(&[Argument::Signed(1), Argument::Signed(2)]);
    exact.then(|| (first, split[0]))
}
