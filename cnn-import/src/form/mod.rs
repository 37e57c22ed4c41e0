//! The form that every file is read into: a network with the calls of our language as its operations.

mod again;
mod argument;
mod attention;
mod build;
mod channels;
mod dense;
pub(crate) mod layout;
pub(crate) mod positions;
mod rearrange;
mod shuffle;
mod slices;
mod sums;

use std::collections::HashMap;
use std::fmt;

use cnn_core::{Op, Shape, Tensor};

pub(crate) use attention::Merged;

pub use again::Again;
pub use argument::{Argument, Call};
pub use build::{Builder, Origin};

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Value {
    /// The input of the network with this index.
    Input(usize),
    /// The output of the node with this index.
    Node(usize),
}

/// A value with a name, from or for outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Port {
    /// Its name in the file.
    pub name: String,
    /// Its shape, for one sample.
    pub shape: Shape,
}

/// A layer.
#[derive(Clone, Debug)]
pub struct Node {
    /// The name of the operation in the file, for messages.
    pub source: String,
    /// The names of the modules that it is in, from the outermost one.
    pub scope: Vec<String>,
    /// Its own name, if it has one in the file; its tensors are named after it.
    pub label: Option<String>,
    /// What it does.
    pub call: Call,
    /// The values that it takes.
    pub inputs: Vec<Value>,
    /// The layer with its hyper-parameters.
    pub op: Op,
    /// The shape of its output, for one sample.
    pub shape: Shape,
    /// Its parameters and multiply-accumulates.
    pub cost: (u64, u64),
}

impl Node {
    /// Its full name, if it has one.
    pub fn path(&self) -> Option<String> {
        let label = self.label.as_ref()?;
        let scope = self.scope.iter().map(|part| format!("{part}."));
        Some(scope.collect::<String>() + label)
    }
}

/// Something in a file that cannot be declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The name of the operation's node.
    pub node: String,
    /// The operation, as the file calls it.
    pub operation: String,
    /// Why it cannot be declared.
    pub reason: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` (`{}`): {}", self.node, self.operation, self.reason)
    }
}

/// A network that was read from a file.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// The name of its class, if the file has it and it can be the name of a struct.
    pub name: Option<String>,
    /// Its inputs.
    pub inputs: Vec<Port>,
    /// Its layers, in an order in which they can run.
    pub nodes: Vec<Node>,
    /// Its outputs, with their values.
    pub outputs: Vec<(String, Value)>,
    /// Layers that run again with the weights of earlier ones, in the order of the nodes.
    pub again: Vec<Again>,
    /// The classes of its modules, by their full names.
    pub classes: std::collections::BTreeMap<String, String>,
    /// What cannot be declared.
    pub refusals: Vec<Refusal>,
    /// Operations that no output depends on, which are left out.
    pub dead: Vec<String>,
    /// How many operations were computed while reading, such as those on sizes.
    pub folded: usize,
    /// Layers whose tensors are those of two layers in the file.
    pub(crate) merged: Vec<Merged>,
}

/// The full name of a tensor of the layer `path`.
pub(crate) fn tensor_name(path: &str, suffix: &str) -> String {
    match suffix {
        "" => path.to_owned(),
        suffix => format!("{path}.{suffix}"),
    }
}

impl Form {
    /// The shape of a value, for one sample.
    pub fn shape(&self, value: Value) -> Shape {
        match value {
            Value::Input(index) => self.inputs[index].shape,
            Value::Node(index) => self.nodes[index].shape,
        }
    }

    /// The shape that a layer's tensors depend on: that of its first input, or, without inputs, that of its output.
    fn arriving(&self, node: &Node) -> Shape {
        node.inputs.first().map_or(node.shape, |value| self.shape(*value))
    }

    /// The parameters and buffers of a layer, with their full names.
    pub fn tensors(&self, node: &Node) -> impl Iterator<Item = (String, Tensor)> {
        let (op, input, path) = (node.op, self.arriving(node), node.path().unwrap_or_default());
        let tensors = (0..).map_while(move |index| op.tensor(index, &input));
        tensors.map(move |tensor| (tensor_name(&path, tensor.suffix), tensor))
    }

    /// The sum of the parameters of all layers.
    pub fn params(&self) -> u64 {
        self.nodes.iter().map(|node| node.cost.0).fold(0, u64::saturating_add)
    }

    /// The sum of the multiply-accumulates of all layers.
    pub fn macs(&self) -> u64 {
        self.nodes.iter().map(|node| node.cost.1).fold(0, u64::saturating_add)
    }

    /// How often each value is used.
    pub(crate) fn uses(&self) -> HashMap<Value, usize> {
        let mut uses = HashMap::new();
        let inputs = self.nodes.iter().flat_map(|node| node.inputs.iter().copied());
        for value in inputs.chain(self.outputs.iter().map(|(_, value)| *value)) {
            *uses.entry(value).or_insert(0) += 1;
        }
        uses
    }

    /// The nodes that take each value, in their order; one that takes a value twice is there twice.
    pub(crate) fn users(&self) -> HashMap<Value, Vec<usize>> {
        let mut users: HashMap<Value, Vec<usize>> = HashMap::new();
        for (index, node) in self.nodes.iter().enumerate() {
            node.inputs.iter().for_each(|input| users.entry(*input).or_default().push(index));
        }
        users
    }

    /// Puts another value in the place of one.
    pub(crate) fn replace(&mut self, value: Value, other: Value) {
        let inputs = self.nodes.iter_mut().flat_map(|node| &mut node.inputs);
        let all = inputs.chain(self.outputs.iter_mut().map(|(_, output)| output));
        all.filter(|own| **own == value).for_each(|own| *own = other);
    }

    /// Keeps the nodes for which `keep` says so, whose outputs are the only ones that are used. A node that is not kept
    /// can be replaced by another value.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(usize) -> bool) {
        let mut places = Vec::with_capacity(self.nodes.len());
        let mut count = 0;
        for index in 0..self.nodes.len() {
            let kept = keep(index);
            places.push(kept.then_some(count));
            count += usize::from(kept);
        }
        let mut index = 0;
        self.nodes.retain(|_| {
            index += 1;
            places[index - 1].is_some()
        });
        let moved = |value: &mut Value| {
            if let Value::Node(node) = value {
                *node = places[*node].expect("what is used is kept");
            }
        };
        self.nodes.iter_mut().flat_map(|node| &mut node.inputs).for_each(moved);
        self.outputs.iter_mut().map(|(_, value)| value).for_each(moved);
    }
}
