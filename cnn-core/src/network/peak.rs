//! How many values are alive at once while a network runs.

use super::Nested;
use super::edge::taken;
use crate::shape::Shape;

/// The values alive so far, and at most.
///
/// While a node runs, its inputs and its output are alive, and every earlier value that a later
/// node still needs. While a network inside of it runs, what is alive in there takes their place.
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

    /// A node runs, a layer or a network, and makes `output`, which nothing may need. `edges` are what it
    /// takes; `values` are those before its own, the first `inputs` of which are the network's inputs.
    pub(crate) const fn step(
        &mut self,
        nested: Option<&Nested>,
        edges: &[u8],
        output: &Shape,
        used: bool,
        values: &[Shape],
        inputs: usize,
    ) {
        let (mut freed, mut dropped) = (0, 0);
        let mut i = 0;
        while i < edges.len() / 4 {
            if let (value, true) = taken(edges, i) {
                freed += elements(&values[value]);
                if value < inputs {
                    dropped += elements(&values[value]);
                }
            }
            i += 1;
        }
        let output = elements(output);
        let here = match nested {
            Some(nested) => {
                // Its input is one of the values that are alive here.
                let summary = &nested.summary;
                let inside = match taken(edges, 0) {
                    (_, true) => summary.peak_activations,
                    (_, false) => summary.peak_with_input,
                };
                self.alive + inside as u128 - elements(&summary.input)
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
        self.dropped += dropped;
        self.alive = self.alive + if used { output } else { 0 } - freed;
    }
}

/// The values of a shape; none, if they are too many to count, which is an error elsewhere.
pub(crate) const fn elements(shape: &Shape) -> u128 {
    match shape.elements() {
        Some(elements) => elements as u128,
        None => 0,
    }
}
