//! Parts of parts, as of an image of which every other row and column is taken in four ways.

use std::collections::{HashMap, HashSet};

use cnn_core::Op;

use super::{Form, Value};

/// Writes a part of which only several other parts are taken for each of these. Exporters compute it once, and then each
/// branch of the network would begin in another one.
pub(super) fn separate(form: &mut Form) {
    let shared = shared(form);
    if shared.is_empty() {
        return;
    }
    let mut nodes = Vec::with_capacity(form.nodes.len() + shared.len());
    // Where each node is now.
    let mut places = HashMap::new();
    let old = std::mem::take(&mut form.nodes);
    for (index, node) in old.iter().enumerate().filter(|(index, _)| !shared.contains(index)) {
        let mut node = node.clone();
        for value in &mut node.inputs {
            let Value::Node(from) = value else { continue };
            if shared.contains(from) {
                let mut part = old[*from].clone();
                part.inputs.iter_mut().for_each(|value| move_to(value, &places));
                nodes.push(part);
                *from = nodes.len() - 1;
            } else {
                move_to(value, &places);
            }
        }
        places.insert(index, nodes.len());
        nodes.push(node);
    }
    form.nodes = nodes;
    form.outputs.iter_mut().for_each(|(_, value)| move_to(value, &places));
}

fn move_to(value: &mut Value, places: &HashMap<usize, usize>) {
    if let Value::Node(index) = value {
        *index = places[index];
    }
}

/// The parts of which several others are taken, and nothing else.
fn shared(form: &Form) -> HashSet<usize> {
    let is_part = |index: usize| {
        matches!(form.nodes[index].op, Op::Slice(_)) && form.nodes[index].label.is_none()
    };
    let is_output =
        |index: usize| form.outputs.iter().any(|(_, value)| *value == Value::Node(index));
    let users = form.users();
    let of_parts = |index: usize| {
        let users = users.get(&Value::Node(index)).filter(|users| users.len() > 1)?;
        let all = is_part(index) && !is_output(index) && users.iter().all(|user| is_part(*user));
        all.then_some((index, users))
    };
    let all: HashMap<usize, &Vec<usize>> = (0..form.nodes.len()).filter_map(of_parts).collect();
    // Without parts of these: of parts of parts of parts there could be any number.
    let ends = |users: &[usize]| users.iter().all(|user| !all.contains_key(user));
    all.iter().filter(|(_, users)| ends(users)).map(|(index, _)| *index).collect()
}
