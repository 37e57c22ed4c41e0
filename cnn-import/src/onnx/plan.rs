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

/// The nodes of a graph, of which units are made.
pub struct Plan<'a> {
    nodes: &'a [Node],
    /// The node that makes each value.
    makers: HashMap<String, usize>,
    patterns: Vec<Expression>,
}

impl<'a> Plan<'a> {
    pub fn new(nodes: &'a [Node]) -> Plan<'a> {
        let made = nodes.iter().enumerate().flat_map(|(index, node)| {
            let named = node.outputs.iter().filter(|output| !output.is_empty());
            named.map(move |output| (output.clone(), index))
        });
        let patterns = PATTERNS.iter().filter_map(|pattern| Expression::parse(pattern.text));
        Plan { nodes, makers: made.collect(), patterns: patterns.collect() }
    }

    /// The units that the outputs of the graph need, in the order of their nodes.
    pub fn units(
        &self,
        constants: &HashMap<String, Constant>,
        outputs: &[String],
    ) -> Vec<Unit<'a>> {
        let graph = Graph { nodes: self.nodes, makers: &self.makers, constants };
        let regions = windows::find(&graph, outputs).into_iter();
        let regions = regions.map(|region| (region.last, region)).collect();
        self.needed(&graph, outputs, regions, |_| false)
    }

    /// The units of a region that is no attention in windows.
    pub fn parts(
        &self,
        constants: &HashMap<String, Constant>,
        region: &Region<'_>,
        is_known: impl Fn(&str) -> bool,
    ) -> Vec<Unit<'a>> {
        let graph = Graph { nodes: self.nodes, makers: &self.makers, constants };
        self.needed(&graph, std::slice::from_ref(&region.output), HashMap::new(), is_known)
    }

    /// The units that values need which are not known.
    fn needed(
        &self,
        graph: &Graph<'_, 'a>,
        values: &[String],
        mut regions: HashMap<usize, Region<'a>>,
        is_known: impl Fn(&str) -> bool,
    ) -> Vec<Unit<'a>> {
        let mut units = BTreeMap::new();
        let mut open = values.to_vec();
        while let Some(value) = open.pop() {
            let Some(index) = self.makers.get(&value) else { continue };
            if graph.constants.contains_key(&value) || is_known(&value) {
                continue;
            }
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
                    None => joined(graph, &self.patterns, *index)
                        .unwrap_or_else(|| Unit::of(&self.nodes[*index], *index)),
                };
                open.extend(unit.inputs.iter().cloned());
                open.extend(self.nodes[*index].captured.iter().cloned());
                units.insert(*index, unit);
            }
        }
        units.into_values().collect()
    }
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
