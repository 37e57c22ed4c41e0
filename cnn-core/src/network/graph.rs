//! The network as data: nodes in the order they run.

use super::list::list;
use super::resolution::Figures;
use super::{
    Cost, Declaration, Edges, Nested, NetworkInputs, NetworkOutputs, Part, Source, elements,
};
use crate::language::Arrivals;
use crate::layers::{Kind, Op};
use crate::shape::Shape;
use crate::shape::text::same_text;

/// A layer of a network.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Node {
    /// Its unique name, which is also that of its weights in PyTorch's `state_dict`: `layer1.0.conv2`.
    pub name: &'static str,
    /// Its keyword.
    pub kind: Kind,
    /// The layer with its hyper-parameters.
    pub op: Op,
    /// Its inputs. Their nodes come before it.
    pub inputs: Edges,
    /// The shape of its first input, for one sample.
    pub input: Shape,
    /// The shape of its output, for one sample.
    pub output: Shape,
    /// Whether its parameters are excluded from training.
    pub frozen: bool,
    /// The node whose parameters and buffers it uses, if it is a repetition by `again`.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub weights_of: Option<usize>,
}

/// A network as plain data, for engines and exporters.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Graph {
    /// The name of the network; empty for one that was declared inline.
    pub name: &'static str,
    /// The shape of the first input, for one sample.
    pub input: Shape,
    /// The shape of the first output, for one sample.
    pub output: Shape,
    /// All inputs.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "NetworkInputs::is_plain"))]
    pub inputs: NetworkInputs,
    /// All outputs.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "NetworkOutputs::is_plain"))]
    pub outputs: NetworkOutputs,
    /// The nodes, in an order in which they can run.
    pub nodes: Nodes,
}

/// The nodes of a network, in an order in which they can run.
///
/// Nodes are decoded from the bytes that [`cnn!`] emits when they are accessed, so they are values and not references.
///
/// [`cnn!`]: https://docs.rs/cnn/latest/cnn/macro.cnn.html
///
/// ```
/// # fn show(graph: &cnn_core::Graph) {
/// for node in graph.nodes {
///     println!("{}: {} -> {}", node.name, node.input, node.output);
/// }
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct Nodes {
    pub(super) declaration: &'static Declaration,
    /// Those of its [`Resolution`](super::Resolution), if it has one.
    pub(super) figures: &'static [u64],
    /// Whether all weights are those of another use of the network.
    pub(super) shared: bool,
    /// The part of the network that they are, if they are not all of its nodes.
    pub(super) part: Option<&'static Part>,
}

impl Nodes {
    /// None.
    pub(super) const NONE: Nodes =
        Nodes { declaration: Declaration::EMPTY, figures: &[], shared: false, part: None };

    /// The number of items.
    pub const fn len(&self) -> usize {
        match self.part {
            Some(part) => part.layers,
            None => self.declaration.layers(),
        }
    }

    /// The item with this index.
    ///
    /// # Panics
    ///
    /// If the index is out of bounds.
    pub const fn at(&self, index: usize) -> Node {
        assert!(index < self.len(), "there are not so many nodes");
        let (declaration, kind) = (self.declaration, self.declaration.kind(index));
        let input = self.input(index, 0);
        let op = if kind.asks_all() {
            let shapes = [input, self.input(index, 1), self.input(index, 2)];
            let count = declaration.edges(index).len();
            let count = if count > shapes.len() { shapes.len() } else { count };
            declaration.op(index, &Arrivals::several(shapes.split_at(count).0))
        } else {
            declaration.op(index, &Arrivals::one(input))
        };
        Node {
            name: declaration.name(index),
            kind,
            op,
            inputs: self.edges(index),
            input,
            output: self.output(index),
            frozen: declaration.is_frozen(index),
            weights_of: declaration.weights_of(index),
        }
    }

    // What constant evaluation asks of a node, without making all of it.

    /// The index of the node with this name.
    pub(super) const fn position(&self, name: &str) -> Option<usize> {
        let mut index = 0;
        while index < self.len() {
            if same_text(self.name(index), name) {
                return Some(index);
            }
            index += 1;
        }
        None
    }

    pub(crate) const fn name(&self, index: usize) -> &'static str {
        self.declaration.name(index)
    }

    pub(crate) const fn kind(&self, index: usize) -> Kind {
        self.declaration.kind(index)
    }

    pub(crate) const fn edges(&self, index: usize) -> Edges {
        Edges { part: self.part, ..self.declaration.edges(index) }
    }

    pub(crate) const fn nested(&self, index: usize) -> Option<&'static Nested> {
        self.declaration.nested(index)
    }

    /// The part of the network that the nodes are, if they are not all of it.
    pub(crate) const fn part(&self) -> Option<&'static Part> {
        self.part
    }

    /// How many layers there are that are not networks, those of embedded networks among them.
    pub(crate) const fn leaf_count(&self) -> usize {
        let (mut count, mut index) = (0, 0);
        while index < self.len() {
            count += match self.nested(index) {
                Some(nested) => nested.graph.nodes.leaf_count(),
                None => 1,
            };
            index += 1;
        }
        count
    }

    /// The shape of a node's output.
    pub(crate) const fn output(&self, index: usize) -> Shape {
        self.figures().output(index)
    }

    /// The figures of the network, for all of its nodes.
    pub(super) const fn figures(&self) -> Figures<'static> {
        Figures::of(self.figures, &self.declaration.data)
    }

    /// How many elements a value has.
    pub(super) const fn elements(&self, value: usize) -> u128 {
        let (inputs, data) = (self.declaration.input_count(), &self.declaration.data);
        if value >= inputs && value < inputs + data.layers() && !data.is_network(value - inputs) {
            return self.figures().activations(value - inputs) as u128;
        }
        elements(&self.shape(self.declaration.source(value)))
    }

    /// What so many of the first nodes cost together: from the costs of these, or of those after them, if they
    /// are fewer.
    pub(super) const fn cost_of_first(&self, count: usize) -> Cost {
        let figures = self.figures();
        let all = self.declaration.layers();
        let rest = count > all / 2;
        let (mut sum, mut index) = (Cost::ZERO, if rest { count } else { 0 });
        let end = if rest { all } else { count };
        while index < end {
            sum = sum.plus(figures.cost(index));
            index += 1;
        }
        if rest { figures.totals().0.minus(sum) } else { sum }
    }

    /// The cost of a node.
    pub(super) const fn cost(&self, index: usize) -> Cost {
        let cost = self.figures().cost(index);
        if self.shared { cost.without_weights() } else { cost }
    }

    /// Whether the weights of a node are those of another one, or of another use of the network.
    pub(super) const fn is_shared(&self, index: usize) -> bool {
        self.shared || self.declaration.weights_of(index).is_some()
    }

    /// The shape of one of a node's inputs. Nothing is known of those that it does not have, nor of the input
    /// after something unreadable.
    pub(crate) const fn input(&self, index: usize, input: usize) -> Shape {
        let edges = self.declaration.edges(index);
        if input < edges.len() { self.shape(edges.at(input).from) } else { Shape::LOST }
    }

    /// The network that the nodes are of.
    pub(crate) const fn graph(self) -> Graph {
        let declaration = self.declaration;
        let (inputs, outputs) = (NetworkInputs { declaration }, NetworkOutputs { nodes: self });
        let output = match outputs.first() {
            Some(output) => output.shape,
            None => Shape::LOST,
        };
        let (name, input) = (declaration.called(), declaration.first_input());
        Graph { name, input, output, inputs, outputs, nodes: self }
    }

    /// The shape of a value.
    pub(super) const fn shape(&self, source: Source) -> Shape {
        match source {
            Source::Input(index) => self.declaration.input(index),
            Source::Node(index) => self.output(index),
            Source::Tap { node, output } => match self.nested(node) {
                Some(nested) => nested.output_shape(output),
                None => Shape::LOST,
            },
        }
    }
}

list!(Nodes of Node);

impl Node {
    /// Whether the node has this name. Unlike `==`, it works in `const` contexts.
    pub const fn is_named(&self, name: &str) -> bool {
        same_text(self.name, name)
    }
}

impl Graph {
    /// A network of which nothing is known.
    pub(super) const BLANK: Graph = Graph {
        name: "",
        input: Shape::LOST,
        output: Shape::LOST,
        inputs: NetworkInputs::NONE,
        outputs: NetworkOutputs::NONE,
        nodes: Nodes::NONE,
    };

    /// The shape of a value, for one sample.
    ///
    /// # Panics
    ///
    /// If there is no input, node or embedded output with that index.
    pub const fn shape(&self, source: Source) -> Shape {
        self.nodes.shape(source)
    }

    /// The node with this name.
    ///
    /// ```
    /// # fn shape(graph: &cnn_core::Graph) -> Option<cnn_core::Shape> {
    /// Some(graph.node("layer1.0.conv1")?.output)
    /// # }
    /// ```
    pub const fn node(&self, name: &str) -> Option<Node> {
        match self.nodes.position(name) {
            Some(index) => Some(self.nodes.at(index)),
            None => None,
        }
    }
}
