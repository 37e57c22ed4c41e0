//! The file as messages, with what all graphs must have.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use cnn_onnx::proto::prost::Message;
use cnn_onnx::proto::{GraphProto, ModelProto, NodeProto};

use super::attributes::Node;
use super::constant::Constant;
use super::names::{Module, common};
use super::tensor::Tensor;
use super::tensorflow;
use crate::Error;

/// The opsets that are known. What changed after the first of them is in attributes that are refused.
const OPSETS: std::ops::RangeInclusive<i64> = 6..=28;

/// A graph whose nodes run in their order.
pub struct Graph {
    pub opset: i64,
    pub name: String,
    pub nodes: Vec<Node>,
    /// The tensors of the file.
    pub initializers: HashMap<String, Constant>,
    pub proto: GraphProto,
}

impl Graph {
    /// Decodes a file. Its tensors may be in other files of `folder`.
    pub fn decode(bytes: Vec<u8>, folder: Option<&Path>) -> Result<Graph, Error> {
        let model = ModelProto::decode(cnn_onnx::proto::prost::bytes::Bytes::from(bytes))
            .map_err(|error| Error::new(format!("this is no ONNX model: {error}")))?;
        Graph::new(model, folder)
    }

    fn new(model: ModelProto, folder: Option<&Path>) -> Result<Graph, Error> {
        let own = |domain: &Option<String>| is_onnx(domain.as_deref().unwrap_or_default());
        let opset = model.opset_import.iter().find(|import| own(&import.domain));
        let Some(opset) = opset.and_then(|import| import.version) else {
            return Err(Error::at("`opset_import`", "the version of ONNX's operations is missing"));
        };
        if !OPSETS.contains(&opset) {
            return Err(Error::at(
                "`opset_import`",
                format!(
                    "the operations are those of opset {opset}, and {} to {} can be read",
                    OPSETS.start(),
                    OPSETS.end()
                ),
            ));
        }
        let Some(mut proto) = model.graph else {
            return Err(Error::new("this is no ONNX model: it has no graph"));
        };
        let mut initializers = HashMap::new();
        for (index, tensor) in proto.initializer.drain(..).enumerate() {
            let name = tensor.name.clone().unwrap_or_default();
            let place = match name.is_empty() {
                true => format!("initializer {index}"),
                false => format!("the initializer `{name}`"),
            };
            let tensor = Tensor::new(&tensor, place.clone(), folder)?;
            if initializers.insert(name, Constant::stored(tensor)).is_some() {
                return Err(Error::at(place, "there is another one with this name"));
            }
        }
        let mut names = HashSet::new();
        let nodes = std::mem::take(&mut proto.node).into_iter().enumerate();
        let nodes = nodes.map(|(index, node)| self::node(node, index, &mut names));
        let mut nodes: Vec<Node> = nodes.collect();
        match model.producer_name.as_deref() {
            Some("tf2onnx") => tensorflow::place(&mut nodes, &initializers),
            _ => place(&mut nodes),
        }
        let graph = Graph {
            opset,
            name: proto.name.clone().unwrap_or_default(),
            nodes,
            initializers,
            proto,
        };
        graph.check()?;
        Ok(graph)
    }

    /// Whether each value is made once, and before it is used.
    fn check(&self) -> Result<(), Error> {
        let name = |name: &Option<String>| name.clone().unwrap_or_default();
        let mut known: HashSet<String> = self.initializers.keys().cloned().collect();
        let sparse =
            self.proto.sparse_initializer.iter().filter_map(|sparse| sparse.values.as_ref());
        known.extend(sparse.map(|values| name(&values.name)));
        let mut inputs = HashSet::new();
        for input in &self.proto.input {
            let input = name(&input.name);
            if input.is_empty() || !inputs.insert(input.clone()) {
                return Err(Error::at(format!("the input `{input}`"), "its name is not its own"));
            }
            // Old files have an input for each tensor.
            known.insert(input);
        }
        for node in &self.nodes {
            let place = || format!("the node `{}` (`{}`)", node.name, node.op);
            let missing =
                node.inputs.iter().find(|input| !input.is_empty() && !known.contains(*input));
            if let Some(input) = missing {
                return Err(Error::at(
                    place(),
                    format!("it takes `{input}`, which nothing before it makes"),
                ));
            }
            for output in node.outputs.iter().filter(|output| !output.is_empty()) {
                if !known.insert(output.clone()) {
                    let message = format!("it makes `{output}`, which is already there");
                    return Err(Error::at(place(), message));
                }
            }
        }
        for output in &self.proto.output {
            let output = name(&output.name);
            if !known.contains(&output) {
                return Err(Error::at(format!("the output `{output}`"), "nothing makes it"));
            }
        }
        match self.proto.output.is_empty() {
            true => Err(Error::new("the graph has no output")),
            false => Ok(()),
        }
    }
}

fn is_onnx(domain: &str) -> bool {
    matches!(domain, "" | "ai.onnx")
}

/// Says in which modules nodes are that an exporter has made, and of which it does not say so: where all that takes their
/// values is.
fn place(nodes: &mut [Node]) {
    if nodes.iter().all(|node| node.module.guessed) {
        return;
    }
    let mut users: HashMap<String, Vec<String>> = HashMap::new();
    for node in nodes.iter_mut().rev() {
        let own = node.outputs.iter().filter_map(|output| users.get(output)).cloned();
        let around = own.reduce(|one, other| common(&one, &other));
        if let Some(around) = around.filter(|_| node.module.guessed && node.module.path.is_empty())
        {
            node.module.path = around;
        }
        // A layer has only its own operations.
        let layer = usize::from(node.module.is_layer());
        let path = &node.module.path;
        let path = &path[..path.len().saturating_sub(layer)];
        for input in node.inputs.iter().filter(|input| !input.is_empty()) {
            let known = users.entry(input.clone()).or_insert_with(|| path.to_vec());
            *known = common(known, path);
        }
    }
}

/// A node with a name of its own: that of the file, or that of its first output.
pub fn node(proto: NodeProto, index: usize, names: &mut HashSet<String>) -> Node {
    let module = Module::of(&proto);
    let first = proto.output.iter().find(|output| !output.is_empty()).cloned();
    let candidates = [proto.name.filter(|name| !name.is_empty()), first];
    let mut free = candidates.into_iter().flatten().filter(|name| !names.contains(name));
    let name = free.next().unwrap_or_else(|| format!("node {index}"));
    names.insert(name.clone());
    let mut captured = Vec::new();
    for graph in proto.attribute.iter().filter_map(|attribute| attribute.g.as_ref()) {
        capture(graph, &mut captured);
    }
    let op = proto.op_type.unwrap_or_default();
    let domain = proto.domain.unwrap_or_default();
    Node {
        name,
        op: if is_onnx(&domain) { op } else { format!("{domain}.{op}") },
        inputs: proto.input,
        outputs: proto.output,
        captured,
        module,
        attributes: proto.attribute,
        asked: Default::default(),
    }
}

/// The names that a graph uses. What it makes itself is among them, which does no harm.
fn capture(graph: &GraphProto, names: &mut Vec<String>) {
    names.extend(graph.output.iter().filter_map(|output| output.name.clone()));
    for node in &graph.node {
        names.extend(node.input.iter().cloned());
        for inner in node.attribute.iter().filter_map(|attribute| attribute.g.as_ref()) {
            capture(inner, names);
        }
    }
}
