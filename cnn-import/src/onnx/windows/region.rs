//! Finds the operations of an attention with biases: a linear layer, scores, a softmax, sums of values and another linear
//! layer, with all that arranges values around and between them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::onnx::attributes::Node;
use crate::onnx::names::Module;
use crate::onnx::pattern::Graph;

/// The operations of an attention.
#[derive(Debug)]
pub struct Region<'a> {
    /// All operations, those on constants among them, in their order.
    pub nodes: Vec<&'a Node>,
    /// The operations that compute what is added to scores or multiplies them, by what they make.
    pub before: BTreeMap<&'a str, &'a Node>,
    /// The module that both linear layers are in.
    pub module: Module,
    /// The value that they start with.
    pub input: String,
    /// The value that they make.
    pub output: String,
    /// The index of the operation that makes it.
    pub last: usize,
}

/// Operations that only arrange values.
const ARRANGING: [&str; 13] = [
    "Cast",
    "Concat",
    "Dropout",
    "Flatten",
    "Gather",
    "Identity",
    "Pad",
    "Reshape",
    "Slice",
    "Split",
    "Squeeze",
    "Transpose",
    "Unsqueeze",
];

/// Operations on queries and keys, beside those that arrange them.
const ON_VECTORS: [&str; 8] =
    ["Clip", "Div", "Expand", "Max", "Mul", "ReduceL2", "SequenceAt", "SplitToSequence"];

/// Operations on scores, of which one input is constant.
const ON_SCORES: [&str; 7] = ["Cast", "Div", "Identity", "Mul", "Reshape", "Squeeze", "Unsqueeze"];

/// The most attentions of a graph. In one that somebody has made up, there could be any number, all of which depend on the
/// same constants.
const MOST_REGIONS: usize = 1 << 10;

/// The attentions of a graph with these outputs.
pub fn find<'a>(graph: &Graph<'_, 'a>, outputs: &[String]) -> Vec<Region<'a>> {
    if graph.nodes.iter().all(|node| node.op != "Softmax") {
        return Vec::new();
    }
    let flow = Flow::new(graph, outputs);
    let softmaxes = (0..graph.nodes.len()).filter(|index| graph.nodes[*index].op == "Softmax");
    softmaxes.take(MOST_REGIONS).filter_map(|index| flow.around(index)).collect()
}

/// The values that are computed from the inputs of the network, and where they go. Shapes are none of them.
struct Flow<'g, 'a> {
    graph: &'g Graph<'g, 'a>,
    values: HashSet<&'a str>,
    users: HashMap<&'a str, Vec<usize>>,
    outputs: &'g [String],
}

impl<'g, 'a> Flow<'g, 'a> {
    fn new(graph: &'g Graph<'g, 'a>, outputs: &'g [String]) -> Flow<'g, 'a> {
        let mut flow = Flow { graph, values: HashSet::new(), users: HashMap::new(), outputs };
        for (index, node) in graph.nodes.iter().enumerate() {
            let mut depends = false;
            for input in taken(node).chain(node.captured.iter().map(String::as_str)) {
                let known = graph.constants.contains_key(input);
                if known || graph.makers.contains_key(input) && !flow.values.contains(input) {
                    continue;
                }
                // An input of the network is made by no node.
                flow.values.insert(input);
                flow.users.entry(input).or_default().push(index);
                depends = true;
            }
            if depends {
                flow.values.extend(node.outputs.iter().map(String::as_str));
            }
        }
        flow
    }

    fn node(&self, index: usize) -> &'a Node {
        &self.graph.nodes[index]
    }

    /// The values that a node takes, without constants.
    fn inputs(&self, index: usize) -> Vec<&'a str> {
        taken(self.node(index)).filter(|input| self.values.contains(input)).collect()
    }

    fn maker(&self, value: &str) -> Option<usize> {
        self.graph.makers.get(value).copied()
    }

    fn users(&self, value: &str) -> &[usize] {
        self.users.get(value).map_or(&[], Vec::as_slice)
    }

    /// Whether nothing but these nodes takes the values that a node makes.
    fn is_inside(&self, index: usize, nodes: &BTreeSet<usize>) -> bool {
        self.node(index).outputs.iter().all(|output| {
            !self.outputs.contains(output)
                && self.users(output).iter().all(|user| nodes.contains(user))
        })
    }

    /// Whether a node computes a linear layer, but for its bias.
    fn is_linear(&self, index: usize) -> bool {
        let node = self.node(index);
        ["MatMul", "Gemm"].contains(&node.op.as_str())
            && self.inputs(index).len() == 1
            && node.inputs.first().is_some_and(|input| self.values.contains(input.as_str()))
    }

    /// Whether a node adds the bias of a linear layer.
    fn is_bias(&self, index: usize) -> bool {
        let inputs = self.inputs(index);
        self.node(index).op == "Add"
            && inputs.len() == 1
            && self.maker(inputs[0]).is_some_and(|maker| self.is_linear(maker))
    }

    fn is_product(&self, index: usize) -> bool {
        ["MatMul", "Einsum"].contains(&self.node(index).op.as_str())
            && self.inputs(index).len() == 2
    }

    /// The attention that a softmax is part of.
    fn around(&self, softmax: usize) -> Option<Region<'a>> {
        let mut nodes = BTreeSet::from([softmax]);
        let scores = self.scores(softmax, &mut nodes)?;
        let sums = self.sums(softmax, &mut nodes)?;
        let first = self.vectors(scores, sums, &mut nodes)?;
        let input = self.source(first, &mut nodes)?;
        let (output, [linear, last]) = self.result(sums, &mut nodes)?;
        let module = self.node(first).module.around(&self.node(linear).module);
        let between = nodes.range(scores..softmax).copied().collect();
        let before = self.constants(&between, |_| true).into_iter();
        let before = before.flat_map(|index| {
            let node = self.node(index);
            node.outputs.iter().map(move |output| (output.as_str(), node))
        });
        let before = before.collect();
        nodes.extend(self.constants(&nodes, |name| !self.graph.constants.contains_key(name)));
        let nodes = nodes.into_iter().map(|index| self.node(index)).collect();
        let (input, output) = (input.to_owned(), output.to_owned());
        Some(Region { nodes, before, module, input, output, last })
    }

    /// The product of queries and keys, between which and the softmax something is added.
    fn scores(&self, softmax: usize, nodes: &mut BTreeSet<usize>) -> Option<usize> {
        let (mut index, mut biased) = (softmax, false);
        loop {
            let [input] = self.inputs(index)[..] else { return None };
            index = self.maker(input)?;
            let op = self.node(index).op.as_str();
            if !self.is_inside(index, nodes) {
                return None;
            }
            nodes.insert(index);
            if self.is_product(index) {
                return biased.then_some(index);
            }
            biased |= op == "Add";
            if op != "Add" && !ON_SCORES.contains(&op) {
                return None;
            }
        }
    }

    /// The product of the softmax and the values.
    fn sums(&self, softmax: usize, nodes: &mut BTreeSet<usize>) -> Option<usize> {
        let mut index = softmax;
        loop {
            let [user] = *self.users(self.node(index).outputs.first()?) else { return None };
            nodes.insert(user);
            if !self.is_inside(index, nodes) {
                return None;
            }
            if self.is_product(user) {
                return Some(user);
            }
            if !["Cast", "Dropout", "Identity"].contains(&self.node(user).op.as_str()) {
                return None;
            }
            index = user;
        }
    }

    /// The linear layer that makes queries, keys and values.
    fn vectors(&self, scores: usize, sums: usize, nodes: &mut BTreeSet<usize>) -> Option<usize> {
        let made = [scores, sums].into_iter().flat_map(|product| self.inputs(product));
        let makers = made.map(|value| self.maker(value)).collect::<Option<BTreeSet<_>>>()?;
        let mut open: BTreeSet<usize> = makers.difference(nodes).copied().collect();
        let mut linear = None;
        while let Some(index) = open.pop_last() {
            if !self.is_inside(index, nodes) {
                return None;
            }
            nodes.insert(index);
            if self.is_linear(index) {
                if linear.replace(index).is_some() {
                    return None;
                }
                continue;
            }
            let op = self.node(index).op.as_str();
            if !self.is_bias(index) && !ARRANGING.contains(&op) && !ON_VECTORS.contains(&op) {
                return None;
            }
            for input in self.inputs(index) {
                open.insert(self.maker(input)?);
            }
        }
        linear
    }

    /// The value that is arranged to be the input of the first linear layer.
    fn source(&self, linear: usize, nodes: &mut BTreeSet<usize>) -> Option<&'a str> {
        // The last one that is made comes first, so that all that takes it is known.
        let key = |value: &'a str| (self.maker(value), value);
        let mut open: BTreeSet<_> = self.inputs(linear).into_iter().map(key).collect();
        let mut sources = Vec::new();
        while let Some((maker, value)) = open.pop_last() {
            let arranges = |maker: &usize| {
                ARRANGING.contains(&self.node(*maker).op.as_str()) && self.is_inside(*maker, nodes)
            };
            match maker.filter(arranges) {
                Some(maker) => {
                    nodes.insert(maker);
                    open.extend(self.inputs(maker).into_iter().map(key));
                }
                None => sources.push(value),
            }
        }
        match sources[..] {
            [source] => Some(source),
            _ => None,
        }
    }

    /// The value behind the last linear layer that is used elsewhere, with this layer and the node that makes the value.
    fn result(&self, sums: usize, nodes: &mut BTreeSet<usize>) -> Option<(&'a str, [usize; 2])> {
        let made = |index: usize| self.node(index).outputs.iter().map(String::as_str);
        let users = |index: usize| made(index).flat_map(|output| self.users(output)).copied();
        let mut own: HashSet<&'a str> = made(sums).collect();
        let mut ends: HashSet<&'a str> = HashSet::new();
        let mut linear = None;
        // The first one comes first, so that all is known that it takes.
        let mut open: BTreeSet<usize> = users(sums).collect();
        while let Some(index) = open.pop_first() {
            let inputs = self.inputs(index);
            let is_part = inputs.iter().all(|input| own.contains(input))
                && (ARRANGING.contains(&self.node(index).op.as_str())
                    || linear.is_none() && self.is_linear(index)
                    || linear.is_some() && linear == self.maker(inputs[0]) && self.is_bias(index));
            if is_part {
                linear = linear.or(self.is_linear(index).then_some(index));
                nodes.insert(index);
                own.extend(made(index));
                open.extend(users(index));
            } else {
                ends.extend(inputs.into_iter().filter(|input| own.contains(input)));
            }
        }
        ends.extend(own.iter().filter(|value| self.outputs.iter().any(|output| output == *value)));
        let mut ends = ends.into_iter();
        let (mut output, None) = (ends.next()?, ends.next()) else { return None };
        let mut last = self.maker(output)?;
        // Behind everything else, a dropout is a layer of its own.
        while ["Dropout", "Identity"].contains(&self.node(last).op.as_str()) {
            nodes.remove(&last);
            output = self.inputs(last).first()?;
            last = self.maker(output)?;
        }
        let linear = linear.filter(|linear| *linear <= last)?;
        Some((output, [linear, last]))
    }

    /// The nodes that compute what these take beside values of the network, as far as it is asked for.
    fn constants(
        &self,
        nodes: &BTreeSet<usize>,
        is_asked: impl Fn(&str) -> bool,
    ) -> HashSet<usize> {
        let mut needed = HashSet::new();
        let mut open: Vec<usize> = nodes.iter().copied().collect();
        while let Some(index) = open.pop() {
            let inputs = self.node(index).inputs.iter().map(String::as_str);
            let others = inputs.filter(|input| !self.values.contains(input) && is_asked(input));
            for maker in others.filter_map(|input| self.maker(input)) {
                if needed.insert(maker) {
                    open.push(maker);
                }
            }
        }
        needed
    }
}

/// The values that a node takes, but for those of which it takes only the shape or the type.
fn taken(node: &Node) -> impl Iterator<Item = &str> {
    let count = match node.op.as_str() {
        "Shape" | "Size" => 0,
        "CastLike" => 1,
        _ => node.inputs.len(),
    };
    node.inputs.iter().take(count).map(String::as_str).filter(|input| !input.is_empty())
}
