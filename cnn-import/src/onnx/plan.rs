//! Which operations the outputs need, with those together that are one layer.

use std::collections::{BTreeMap, HashMap};

use super::attributes::Node;
use super::constant::Constant;
use super::pattern::{Expression, Graph};
use super::patterns::PATTERNS;

/// An operation of the network.
#[derive(Debug)]
pub struct Unit {
    /// Its node, or the last one of several.
    pub node: usize,
    /// What it does.
    pub op: String,
    pub inputs: Vec<String>,
    /// Whether it was several operations.
    pub joined: bool,
}

impl Unit {
    /// The unit of a node by itself.
    pub fn of(node: &Node, index: usize) -> Unit {
        Unit { node: index, op: node.op.clone(), inputs: node.inputs.clone(), joined: false }
    }
}

/// The units that outputs need, in the order of their nodes.
pub fn plan(
    nodes: &[Node],
    constants: &HashMap<String, Constant>,
    outputs: &[String],
) -> Vec<Unit> {
    let made = nodes.iter().enumerate().flat_map(|(index, node)| {
        let named = node.outputs.iter().filter(|output| !output.is_empty());
        named.map(move |output| (output.clone(), index))
    });
    let makers: HashMap<String, usize> = made.collect();
    let graph = Graph { nodes, makers: &makers, constants };
    let patterns: Vec<Expression> =
        PATTERNS.iter().filter_map(|pattern| Expression::parse(pattern.text)).collect();
    let mut units = BTreeMap::new();
    let mut open = outputs.to_vec();
    while let Some(value) = open.pop() {
        let Some(index) = makers.get(&value).filter(|_| !constants.contains_key(&value)) else {
            continue;
        };
        if !units.contains_key(index) {
            let unit = joined(&graph, &patterns, *index)
                .unwrap_or_else(|| Unit::of(&nodes[*index], *index));
            open.extend(unit.inputs.iter().cloned());
            open.extend(nodes[*index].captured.iter().cloned());
            units.insert(*index, unit);
        }
    }
    units.into_values().collect()
}

/// The first pattern that a node ends.
fn joined(graph: &Graph<'_>, patterns: &[Expression], index: usize) -> Option<Unit> {
    let node = &graph.nodes[index];
    // What else it makes would be lost.
    let [output] = &node.outputs[..] else { return None };
    PATTERNS.iter().zip(patterns).find_map(|(pattern, expression)| {
        // Only its name says that it was a norm.
        if pattern.op == "Affine" && !output.contains("/batchnorm/") {
            return None;
        }
        let bindings = graph.find(expression, output)?;
        let names = pattern.inputs.iter().map(|name| bindings.get(*name).cloned());
        let inputs: Vec<String> = names.collect::<Option<_>>()?;
        let constants: Vec<Option<&Constant>> =
            inputs.iter().map(|input| graph.constants.get(input)).collect();
        (pattern.fits)(&constants).then(|| Unit {
            node: index,
            op: pattern.op.to_owned(),
            inputs,
            joined: true,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_read() {
        for pattern in &PATTERNS {
            assert!(Expression::parse(pattern.text).is_some(), "{}", pattern.text);
        }
    }
}
