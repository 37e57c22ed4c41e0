//! How many values are alive at once while a network runs.

use super::{Nested, Nodes, Part};
use crate::language::Packed;
use crate::shape::Shape;

/// The values alive so far, and at most.
///
/// While a node runs, its inputs and its output are alive, and every earlier value that a later
/// node still needs. While a network inside it runs, what is alive in there takes their place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peak {
    /// The values alive between two nodes.
    alive: u128,
    /// The values of inputs that are needed no more.
    dropped: u128,
    pub(crate) most: u128,
    /// The node at which these are alive, the first of them.
    pub(crate) at: usize,
    nodes: usize,
    /// The same if the inputs are kept to the end, because somebody outside needs them.
    pub(crate) most_with_input: u128,
}

impl Peak {
    /// Before the first node, with the network's inputs.
    pub(crate) const fn new(inputs: &[Shape]) -> Peak {
        let (mut given, mut index) = (0, 0);
        while index < inputs.len() {
            given += elements(&inputs[index]);
            index += 1;
        }
        Peak { alive: given, dropped: 0, most: given, at: 0, nodes: 0, most_with_input: given }
    }

    /// A node runs, a layer or a network, and makes `output`, which nothing may need; of a network, `tapped`
    /// values are taken from inside.
    pub(crate) const fn step(
        &mut self,
        nested: Option<&Nested>,
        freed: Freed,
        output: u128,
        used: bool,
        tapped: u128,
    ) {
        let here = match nested {
            Some(nested) => {
                // Its input is one of the values that are alive here.
                let summary = &nested.summary;
                let inside =
                    if freed.first { summary.peak_activations } else { summary.peak_with_input };
                (self.alive + inside as u128).saturating_sub(elements(&summary.input))
            }
            None => self.alive + output,
        };
        if here > self.most {
            (self.most, self.at) = (here, self.nodes);
        }
        self.nodes += 1;
        if here + self.dropped > self.most_with_input {
            self.most_with_input = here + self.dropped;
        }
        self.dropped += freed.inputs;
        self.alive += tapped + if used { output } else { 0 };
        self.alive = self.alive.saturating_sub(freed.all);
    }
}

/// The values that no node after this one needs.
#[derive(Clone, Copy)]
pub(crate) struct Freed {
    /// The values of everything.
    all: u128,
    /// Those of the network's inputs.
    inputs: u128,
    /// Whether what the node takes first is among them.
    first: bool,
}

impl Freed {
    /// After a node that takes what these edges say, given how many elements all values have, the first `inputs`
    /// of which are the network's inputs.
    pub(crate) const fn of(edges: &Packed<'_>, elements: &[u64], inputs: usize) -> Freed {
        let (mut freed, mut i) = (Freed { all: 0, inputs: 0, first: false }, 0);
        while i < edges.count() {
            if let (value, true) = edges.get(i) {
                freed.add(i, elements[value] as u128, value < inputs);
            }
            i += 1;
        }
        freed
    }

    /// After a node of a part of a network.
    pub(crate) const fn at(nodes: &Nodes, part: &Part, node: usize) -> Freed {
        let (mut freed, mut edge) = (Freed { all: 0, inputs: 0, first: false }, 0);
        let declaration = nodes.declaration;
        let (first, end) = declaration.data.edge_range(node);
        while first + edge < end {
            if part.is_last_use(declaration, node, first + edge) {
                let (value, _) = declaration.data.edge(first + edge);
                freed.add(edge, nodes.elements(value), value < declaration.input_count());
            }
            edge += 1;
        }
        freed
    }

    const fn add(&mut self, edge: usize, elements: u128, input: bool) {
        self.all += elements;
        if input {
            self.inputs += elements;
        }
        if edge == 0 {
            self.first = true;
        }
    }
}

/// The values of a shape; none, if they are too many to count, which is an error elsewhere.
pub(crate) const fn elements(shape: &Shape) -> u128 {
    match shape.checked_elements() {
        Some(elements) => elements as u128,
        None => 0,
    }
}
