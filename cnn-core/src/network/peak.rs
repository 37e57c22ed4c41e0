//! How many values are alive at once while a network runs.

use super::Nested;
use super::edge::{Edge, Source, edge};
use crate::shape::Shape;

/// The values alive so far, and at most.
///
/// While a node runs, its inputs and its output are alive, and every earlier value that a later
/// node still needs. While a network inside of it runs, what is alive in there takes their place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peak {
    /// The values of the network's input.
    given: u128,
    /// The values alive between two nodes.
    alive: u128,
    /// Whether the input is needed no more.
    input_dropped: bool,
    pub(crate) most: u128,
    /// The node at which these are alive, the first of them.
    pub(crate) at: usize,
    nodes: usize,
    /// The same if the input is kept to the end, because somebody outside needs it.
    pub(crate) most_with_input: u128,
}

impl Peak {
    pub(crate) const fn new(given: u64) -> Peak {
        let given = given as u128;
        Peak {
            given,
            alive: given,
            input_dropped: false,
            most: given,
            at: 0,
            nodes: 0,
            most_with_input: given,
        }
    }

    /// A node runs, a layer or a network, and makes `output`. `edges` are what it takes, `outputs` what
    /// the nodes before it have made.
    pub(crate) const fn step(
        &mut self,
        nested: Option<&Nested>,
        edges: &[u8],
        output: &Shape,
        outputs: &[Shape],
    ) {
        let (mut freed, mut drops_input) = (0, false);
        let mut i = 0;
        while i < edges.len() / 4 {
            if let Edge { from, last_use: true } = edge(edges, i) {
                match from {
                    Source::Input => drops_input = true,
                    Source::Node(node) => freed += elements(&outputs[node]),
                }
            }
            i += 1;
        }
        let kept = if self.input_dropped { self.given } else { 0 };
        let output = elements(output);
        let here = match nested {
            Some(nested) => {
                // Its input is one of the values that are alive here.
                let summary = &nested.summary;
                let inside = if edge(edges, 0).last_use {
                    summary.peak_activations
                } else {
                    summary.peak_with_input
                };
                self.alive + inside as u128 - elements(&summary.input)
            }
            None => self.alive + output,
        };
        if here > self.most {
            (self.most, self.at) = (here, self.nodes);
        }
        self.nodes += 1;
        if here + kept > self.most_with_input {
            self.most_with_input = here + kept;
        }
        if drops_input {
            freed += self.given;
            self.input_dropped = true;
        }
        self.alive = self.alive + output - freed;
    }
}

/// The values of a shape; none, if they are too many to count, which is an error elsewhere.
pub(crate) const fn elements(shape: &Shape) -> u128 {
    match shape.elements() {
        Some(elements) => elements as u128,
        None => 0,
    }
}
