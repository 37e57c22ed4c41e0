//! A network to be drawn.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::facts::Family;
use crate::layers::Kind;
use crate::shape::Shape;
use crate::shape::notation::TIMES;

/// A network as it is to be drawn: what a [`Graph`](crate::Graph) says, or a producer that does not
/// know all of it.
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::render::{Amount, Diagram, DiagramNode, Sizes};
/// use cnn::{Kind, Shape};
///
/// let node = |name: &str, kind, label: &str, input, sizes: &[usize], params| DiagramNode {
///     name: name.into(),
///     kind: Some(kind),
///     label: label.into(),
///     call: String::new(),
///     inputs: vec![input],
///     output: Shape::new(sizes).into(),
///     params: Amount::Known(params),
///     macs: Amount::Known(0),
/// };
/// let mut head = node("fc", Kind::Fc, "fc", 1, &[10], 0);
/// head.output = Sizes { text: vec!["CLASSES".into()], shape: Shape::LOST };
/// head.params = Amount::Formula("513·CLASSES".into());
/// let diagram = Diagram {
///     name: "Net".into(),
///     input: Shape::new(&[3, 32, 32]).into(),
///     nodes: vec![node("conv", Kind::Conv, "conv 3×3", 0, &[8, 8, 8], 224), head],
/// };
/// assert!(diagram.svg().contains("CLASSES"));
/// ```
#[derive(Clone, Debug)]
pub struct Diagram {
    /// The name of the network; may be empty.
    pub name: String,
    /// The shape of its input. Of several there is none here, and each is a node.
    pub input: Sizes,
    /// The layers, in the order they run.
    pub nodes: Vec<DiagramNode>,
}

/// A layer of a [`Diagram`], or one of several inputs, or where several outputs leave.
#[derive(Clone, Debug)]
pub struct DiagramNode {
    /// Its name; dots separate the scopes it is in.
    pub name: String,
    /// Its keyword, which decides its colour. An input has none, nor has the node where outputs leave.
    pub kind: Option<Kind>,
    /// The layer in a few words: `conv 7×7 /2`.
    pub label: String,
    /// The call that makes it, which is shown where the mouse is; empty, if that is not known.
    pub call: String,
    /// The values it takes: 0 is the network's input, `i + 1` the output of node `i`, which comes
    /// before this one.
    pub inputs: Vec<usize>,
    /// The shape that leaves.
    pub output: Sizes,
    /// The parameters.
    pub params: Amount,
    /// The multiply-accumulates.
    pub macs: Amount,
}

/// A shape, the sizes of which may be known as text only.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sizes {
    /// Each size as it is shown.
    pub text: Vec<String>,
    /// The sizes, as far as they are known: a box is as wide as they suggest.
    pub shape: Shape,
}

impl Sizes {
    /// `20 × 24 × 24`
    pub(super) fn line(&self) -> String {
        self.text.join(TIMES)
    }
}

/// A number, or what it is computed from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Amount {
    /// A number.
    Known(u64),
    /// A formula; empty if nothing is known.
    Formula(String),
}

impl Diagram {
    /// A network without layers yet, which has these inputs.
    pub fn new(name: &str, inputs: &[(&str, Sizes)]) -> Diagram {
        let mut diagram = Diagram { name: name.into(), input: Sizes::NONE, nodes: Vec::new() };
        match inputs {
            [(_, only)] => diagram.input = only.clone(),
            several => {
                for (name, sizes) in several {
                    let label = format!("input {name}");
                    diagram.nodes.push(DiagramNode::port("", &label, [0].into(), sizes.clone()));
                }
            }
        }
        diagram
    }

    /// Adds where the outputs leave, each of which is a value with a name; nothing, if the network has one
    /// and that is what its last layer makes. All layers are there.
    pub fn leave(&mut self, outputs: &[(&str, usize)]) {
        let places = self.move_inputs();
        let outputs: Vec<(&str, usize)> =
            outputs.iter().map(|(name, value)| (*name, places[*value])).collect();
        if matches!(outputs[..], [(_, value)] if value == self.nodes.len()) {
            return;
        }
        let names: Vec<&str> = outputs.iter().map(|(name, _)| *name).collect();
        let label = if outputs.len() == 1 { "output" } else { "outputs" };
        let values = outputs.iter().map(|(_, value)| *value).collect();
        let sizes = match &outputs[..] {
            [(_, value)] => self.sizes(*value).clone(),
            _ => Sizes::NONE,
        };
        self.nodes.push(DiagramNode::port(&names.join(", "), label, values, sizes));
    }

    /// Moves each of several inputs to where it is needed first, so that what begins with it is drawn as a
    /// branch. Gives the new number of each value.
    fn move_inputs(&mut self) -> Vec<usize> {
        let count = self.nodes.iter().take_while(|node| node.kind.is_none()).count();
        let first_use = |input: usize| {
            let takes = |node: &DiagramNode| node.inputs.contains(&(input + 1));
            self.nodes.iter().position(takes).unwrap_or(0)
        };
        let mut order: Vec<usize> = (0..self.nodes.len()).collect();
        // An input comes directly before the node that needs it.
        order.sort_by_key(|&node| match node {
            input if input < count => (first_use(input), 0),
            node => (node, 1),
        });
        let mut places = alloc::vec![0; self.nodes.len() + 1];
        for (place, node) in order.iter().enumerate() {
            places[node + 1] = place + 1;
        }
        let nodes = order.iter().map(|&node| {
            let mut node = self.nodes[node].clone();
            node.inputs.iter_mut().for_each(|value| *value = places[*value]);
            node
        });
        self.nodes = nodes.collect();
        places
    }

    /// The shape of a value.
    pub(super) fn sizes(&self, value: usize) -> &Sizes {
        value.checked_sub(1).map_or(&self.input, |node| &self.nodes[node].output)
    }

    /// Whether each of several inputs is a node: then the first of all nodes is one.
    pub(super) fn has_inputs(&self) -> bool {
        self.nodes.first().is_some_and(|node| node.kind.is_none())
    }

    /// Whether the last node is where outputs leave, so that it says what they are.
    pub(super) fn has_outputs(&self) -> bool {
        self.nodes.last().is_some_and(|node| node.kind.is_none())
    }

    /// The layers alone.
    pub(super) fn layers(&self) -> impl Iterator<Item = &DiagramNode> {
        self.nodes.iter().filter(|node| node.kind.is_some())
    }
}

impl DiagramNode {
    /// An input, or where outputs leave.
    fn port(name: &str, label: &str, inputs: Vec<usize>, output: Sizes) -> DiagramNode {
        let (params, macs) = (Amount::Known(0), Amount::Known(0));
        DiagramNode {
            name: name.into(),
            kind: None,
            label: label.into(),
            call: String::new(),
            inputs,
            output,
            params,
            macs,
        }
    }

    /// What it is, as which it has a colour.
    pub(super) fn family(&self) -> Family {
        self.kind.map_or(Family::Scope, Kind::family)
    }
}

impl Sizes {
    /// Those of nothing.
    const NONE: Sizes = Sizes { text: Vec::new(), shape: Shape::LOST };
}

impl From<Shape> for Sizes {
    fn from(shape: Shape) -> Sizes {
        Sizes { text: shape.dims().iter().map(ToString::to_string).collect(), shape }
    }
}
