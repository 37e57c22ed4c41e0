//! The inputs and outputs of a network.

use super::list::list;
use super::{Declaration, Nodes, Source};
use crate::shape::Shape;
use crate::shape::text::same_text;

/// The maximum number of inputs of a network.
pub const MOST_INPUTS: usize = 16;

/// An input of a network.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct NetworkInput {
    /// Its name; empty if the network has one input without a name.
    pub name: &'static str,
    /// Its shape, for one sample.
    pub shape: Shape,
}

/// An output of a network.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct NetworkOutput {
    /// Its name, which is a label of the network; empty if the network has one output without a name.
    pub name: &'static str,
    /// The value that it is.
    pub from: Source,
    /// Its shape, for one sample.
    pub shape: Shape,
}

/// The inputs of a network, in the order in which they are declared.
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::Graph;
///
/// /// The values of all inputs.
/// fn given(graph: &Graph) -> u64 {
///     graph.inputs.iter().map(|input| input.shape.elements()).sum()
/// }
/// ```
#[derive(Clone, Copy)]
pub struct NetworkInputs {
    pub(super) declaration: &'static Declaration,
}

impl NetworkInputs {
    /// None.
    pub(super) const NONE: NetworkInputs = NetworkInputs { declaration: Declaration::EMPTY };

    /// The number of items.
    pub const fn len(&self) -> usize {
        self.declaration.input_count()
    }

    /// The item with this index.
    ///
    /// # Panics
    ///
    /// If the index is out of bounds.
    pub const fn at(&self, index: usize) -> NetworkInput {
        assert!(index < self.len(), "there are not so many inputs");
        let declaration = self.declaration;
        NetworkInput { name: declaration.input_name(index), shape: declaration.input(index) }
    }

    /// Whether there is one, without a name, so that its shape says all.
    #[cfg(feature = "serde")]
    pub(super) fn is_plain(&self) -> bool {
        self.len() == 1 && self.at(0).name.is_empty()
    }

    /// The input with this name.
    pub const fn named(&self, name: &str) -> Option<NetworkInput> {
        let mut index = 0;
        while index < self.len() {
            if same_text(self.declaration.input_name(index), name) {
                return Some(self.at(index));
            }
            index += 1;
        }
        None
    }
}

list!(NetworkInputs of NetworkInput);

/// The outputs of a network, in the order in which they are declared.
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::Graph;
///
/// fn names(graph: &Graph) -> Vec<&str> {
///     graph.outputs.iter().map(|output| output.name).collect()
/// }
/// ```
#[derive(Clone, Copy)]
pub struct NetworkOutputs {
    pub(super) nodes: Nodes,
}

impl NetworkOutputs {
    /// None.
    pub(super) const NONE: NetworkOutputs = NetworkOutputs { nodes: Nodes::NONE };

    /// The number of items.
    pub const fn len(&self) -> usize {
        match self.nodes.part {
            Some(part) => part.points.len(),
            None => self.nodes.declaration.output_count(),
        }
    }

    /// The item with this index.
    ///
    /// # Panics
    ///
    /// If the index is out of bounds.
    pub const fn at(&self, index: usize) -> NetworkOutput {
        assert!(index < self.len(), "there are not so many outputs");
        let declaration = self.nodes.declaration;
        let (name, from) = match self.nodes.part {
            Some(part) => {
                let Some(value) = part.value(index) else {
                    // It has no such label, which is an error elsewhere.
                    let (name, from) = (part.points[index].name, Source::Input(0));
                    return NetworkOutput { name, from, shape: Shape::LOST };
                };
                (part.points[index].name, declaration.source(value))
            }
            None => (declaration.output_name(index), declaration.output_source(index)),
        };
        NetworkOutput { name, from, shape: self.nodes.shape(from) }
    }

    /// Whether there is one, without a name, and it is what the last node makes, so that its shape says
    /// all.
    #[cfg(feature = "serde")]
    pub(super) fn is_plain(&self) -> bool {
        let NetworkOutput { name, from, .. } = self.at(0);
        let last = match self.nodes.len() {
            0 => Source::Input(0),
            nodes => Source::Node(nodes - 1),
        };
        self.len() == 1 && name.is_empty() && from == last
    }

    /// The output with this name.
    pub const fn named(&self, name: &str) -> Option<NetworkOutput> {
        let mut index = 0;
        while index < self.len() {
            if same_text(self.at(index).name, name) {
                return Some(self.at(index));
            }
            index += 1;
        }
        None
    }
}

list!(NetworkOutputs of NetworkOutput);
