//! Which operations the outputs need, with those together that are one layer.

use std::collections::{BTreeMap, HashMap};

use super::attributes::Node;
use super::constant::Constant;
use super::names::Module;
use super::pattern::{Expression, Graph};
use super::patterns::PATTERNS;
use super::windows::{self, Region};

/// An operation of the network.
#[derive(Debug)]
pub struct Unit<'a> {
    /// Its node, or the last one of several.
    pub node: usize,
    /// What it does.
    pub op: String,
    pub inputs: Vec<String>,
    /// Whether it was several operations.
    pub joined: bool,
    /// The module that it is in.
    pub module: Module,
    /// Its operations, if it is an attention in windows.
    pub region: Option<Region<'a>>,
}

impl<'a> Unit<'a> {
    /// The unit of a node by itself.
    pub fn of(node: &Node, index: usize) -> Unit<'a> {
        let (op, inputs, module) = (node.op.clone(), node.inputs.clone(), node.module.clone());
        Unit { node: index, op, inputs, joined: false, module, region: None }
    }
}

/// The units that outputs need, in the order of their nodes.
pub fn plan<'a>(
    nodes: &'a [Node],
    constants: &HashMap<String, Constant>,
    outputs: &[String],
) -> Vec<Unit<'a>> {
    let made = nodes.iter().enumerate().flat_map(|(index, node)| {
        let named = node.outputs.iter().filter(|output| !output.is_empty());
        named.map(move |output| (output.clone(), index))
    });
    let makers: HashMap<String, usize> = made.collect();
    let graph = Graph { nodes, makers: &makers, constants };
    let patterns: Vec<Expression> =
        PATTERNS.iter().filter_map(|pattern| Expression::parse(pattern.text)).collect();
    let regions = windows::find(&graph, outputs).into_iter();
    let mut regions: HashMap<usize, Region<'_>> =
        regions.map(|region| (region.last, region)).collect();
    let mut units = BTreeMap::new();
    let mut open = outputs.to_vec();
    while let Some(value) = open.pop() {
        let Some(index) = makers.get(&value).filter(|_| !constants.contains_key(&value)) else {
            continue;
        };
        if !units.contains_key(index) {
            let unit = match regions.remove(index) {
                Some(region) => Unit {
                    node: *index,
                    op: "WindowAttention".to_owned(),
                    inputs: vec![region.input.clone()],
                    joined: true,
                    module: region.module.clone(),
                    region: Some(region),
                },
                None => joined(&graph, &patterns, *index)
                    .unwrap_or_else(|| Unit::of(&nodes[*index], *index)),
            };
            open.extend(unit.inputs.iter().cloned());
            open.extend(nodes[*index].captured.iter().cloned());
            units.insert(*index, unit);
        }
    }
    units.into_values().collect()
}

/// The first pattern that a node ends.
fn joined<'a>(graph: &Graph<'_, 'a>, patterns: &[Expression], index: usize) -> Option<Unit<'a>> {
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
            module: node.module.clone(),
            region: None,
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
