//! From when to when each part of the memory is needed.
//!
//! Values are numbered: first come the network's inputs, and then what each layer makes. That number is
//! also the time at which the value comes to be. The inputs are all there before the first layer runs.

use super::ALIGNMENT;
use crate::facts::Reuse;
use crate::network::{Edges, Graph, Node, Nodes, Source};
use crate::shape::{DType, Shape, saturated};

/// A layer in its place. Its inputs are values of its own network.
#[derive(Clone, Copy)]
struct Leaf {
    nodes: Nodes,
    /// Which of these it is.
    index: u32,
    /// Where the values of its network begin in [`Lives::flow`].
    base: u32,
    /// The value that is the input of its network; of the outermost one, the first of its inputs.
    given: u32,
}

impl Leaf {
    const fn edges(&self) -> Edges {
        self.nodes.edges(self.index as usize)
    }

    const fn output(&self) -> Shape {
        self.nodes.output(self.index as usize)
    }

    const fn reuse(&self) -> Reuse {
        self.nodes.kind(self.index as usize).reuse()
    }
}

/// The buffers of a network, in the order in which they come to be: what several values share, where
/// layers work in place. There is room for `M` of everything.
pub(super) struct Lives<const M: usize> {
    /// The network itself.
    graph: Graph,
    /// How many inputs it has.
    pub(super) inputs: usize,
    leaves: [Leaf; M],
    pub(super) leaf_count: usize,
    /// The value that each node makes, networks inside others after these.
    flow: [u32; M],
    /// Where in `flow` the values of a node begin that is a network.
    inner: [u32; M],
    nodes: usize,
    /// The buffer of each value.
    pub(super) buffer: [u32; M],
    pub(super) buffers: usize,
    /// When each buffer comes to be.
    pub(super) birth: [u32; M],
    /// When it is needed last.
    pub(super) death: [u32; M],
    pub(super) bytes: [u64; M],
}

impl<const M: usize> Lives<M> {
    /// Those of a network with less than `M` inputs and nodes; `None` if its bytes are too many to count.
    pub(super) const fn new(graph: &Graph, dtype: DType) -> Option<Lives<M>> {
        let leaf = Leaf { nodes: graph.nodes, index: 0, base: 0, given: 0 };
        let mut lives = Lives {
            graph: *graph,
            inputs: graph.inputs.len(),
            leaves: [leaf; M],
            leaf_count: 0,
            flow: [0; M],
            inner: [0; M],
            nodes: 0,
            buffer: [0; M],
            buffers: 0,
            birth: [0; M],
            death: [0; M],
            bytes: [0; M],
        };
        lives.enter(graph, 0);
        let (same, last) = lives.last_uses();
        lives.share(&same, &last, dtype);
        let (mut sum, mut i) = (0, 0);
        while i < lives.buffers {
            sum += lives.bytes[i] as u128;
            i += 1;
        }
        // Then no sum of sizes overflows.
        if sum <= isize::MAX as u128 { Some(lives) } else { None }
    }

    /// How many values there are.
    pub(super) const fn values(&self) -> usize {
        self.inputs + self.leaf_count
    }

    /// Lists the layers of a network and answers the value that leaves it.
    const fn enter(&mut self, graph: &Graph, given: u32) -> u32 {
        let (nodes, base) = (graph.nodes, self.nodes);
        self.nodes += nodes.len();
        let mut i = 0;
        while i < nodes.len() {
            let leaf = Leaf { nodes, index: i as u32, base: base as u32, given };
            self.flow[base + i] = match nodes.nested(i) {
                Some(nested) => {
                    self.inner[base + i] = self.nodes as u32;
                    self.enter(&nested.graph, self.entry(leaf))
                }
                None => {
                    self.leaves[self.leaf_count] = leaf;
                    self.leaf_count += 1;
                    (self.inputs + self.leaf_count - 1) as u32
                }
            };
            i += 1;
        }
        let leaf = Leaf { nodes, index: 0, base: base as u32, given };
        match graph.outputs.first() {
            Some(output) => self.value(output.from, leaf),
            None => given,
        }
    }

    /// A value of the network that a layer is in.
    const fn value(&self, from: Source, leaf: Leaf) -> u32 {
        let Leaf { nodes, base, given, .. } = leaf;
        match from {
            Source::Input(index) => given + index as u32,
            Source::Node(node) => self.flow[base as usize + node],
            Source::Tap { node, output } => {
                let network = Leaf { index: node as u32, ..leaf };
                let (Some(nested), given) = (nodes.nested(node), self.entry(network)) else {
                    return given;
                };
                let (nodes, base) = (nested.graph.nodes, self.inner[base as usize + node]);
                match nested.graph.outputs.get(output) {
                    Some(output) => self.value(output.from, Leaf { nodes, index: 0, base, given }),
                    None => given,
                }
            }
        }
    }

    /// What a network takes that is a layer of another. After something unreadable nothing arrives.
    const fn entry(&self, network: Leaf) -> u32 {
        if network.edges().is_empty() { 0 } else { self.input(network, 0) }
    }

    /// One of the values that a layer takes.
    const fn input(&self, leaf: Leaf, index: usize) -> u32 {
        self.value(leaf.edges().at(index).from, leaf)
    }

    /// The layer that makes a value.
    pub(super) const fn layer(&self, value: usize) -> Node {
        let Leaf { nodes, index, .. } = self.leaves[value - self.inputs];
        nodes.at(index as usize)
    }

    /// One of the values that the layer takes which makes a value.
    pub(super) const fn arrives(&self, value: usize, index: usize) -> usize {
        self.input(self.leaves[value - self.inputs], index) as usize
    }

    pub(super) const fn shape(&self, value: u32) -> Shape {
        let value = value as usize;
        if value < self.inputs {
            self.graph.inputs.at(value).shape
        } else {
            self.leaves[value - self.inputs].output()
        }
    }

    /// For each value the one that it is a view of, itself if it is none; and for these when they, or
    /// a view of them, are needed last.
    const fn last_uses(&self) -> ([u32; M], [u32; M]) {
        let (mut same, mut last) = ([0; M], [0; M]);
        let mut time = 0;
        while time < self.inputs {
            // All of them are there when the first layer runs.
            (same[time], last[time]) = (time as u32, self.inputs as u32 - 1);
            time += 1;
        }
        while time < self.values() {
            let leaf = self.leaves[time - self.inputs];
            (same[time], last[time]) = (time as u32, time as u32);
            let mut i = 0;
            while i < leaf.edges().len() {
                let viewed = same[self.input(leaf, i) as usize];
                last[viewed as usize] = time as u32;
                if matches!(leaf.reuse(), Reuse::View) {
                    same[time] = viewed;
                }
                i += 1;
            }
            time += 1;
        }
        // What leaves the network is needed afterwards.
        let mut output = 0;
        let outermost = Leaf { nodes: self.graph.nodes, index: 0, base: 0, given: 0 };
        while output < self.graph.outputs.len() {
            let value = self.value(self.graph.outputs.at(output).from, outermost);
            last[same[value as usize] as usize] = self.values() as u32;
            output += 1;
        }
        (same, last)
    }

    /// Gives each value its buffer.
    const fn share(&mut self, same: &[u32; M], last: &[u32; M], dtype: DType) {
        let mut time = 0;
        while time < self.inputs {
            self.add(time as u32, last[time], dtype);
            time += 1;
        }
        while time < self.values() {
            let value = time as u32;
            if same[time] != value {
                self.buffer[time] = self.buffer[same[time] as usize];
            } else if let Some(input) = self.overwritten(value, same, last) {
                let buffer = self.buffer[input as usize];
                self.buffer[time] = buffer;
                self.death[buffer as usize] = last[time];
            } else {
                self.add(value, last[time], dtype);
            }
            time += 1;
        }
    }

    const fn add(&mut self, value: u32, last: u32, dtype: DType) {
        let elements = self.shape(value).elements() as u128;
        let bytes = (elements * dtype.bytes() as u128).next_multiple_of(ALIGNMENT as u128);
        let buffer = self.buffers;
        self.buffers += 1;
        self.buffer[value as usize] = buffer as u32;
        (self.birth[buffer], self.death[buffer]) = (value, last);
        self.bytes[buffer] = saturated(bytes);
    }

    /// The input that a layer may write its output over.
    const fn overwritten(&self, value: u32, same: &[u32; M], last: &[u32; M]) -> Option<u32> {
        let leaf = self.leaves[value as usize - self.inputs];
        let inputs = leaf.edges().len();
        if !matches!(leaf.reuse(), Reuse::Overwrite) {
            return None;
        }
        let mut i = 0;
        while i < inputs {
            let input = self.input(leaf, i);
            let viewed = same[input as usize];
            let mut fits = last[viewed as usize] == value;
            // Also as what else it arrives: a view may have another shape.
            let mut other = 0;
            while fits && other < inputs {
                let also = self.input(leaf, other);
                if same[also as usize] == viewed {
                    fits = self.shape(also).same(&leaf.output());
                }
                other += 1;
            }
            if fits {
                return Some(input);
            }
            i += 1;
        }
        None
    }
}
