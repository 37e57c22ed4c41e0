//! A network with an engine's layers.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::iter;

use super::refusal::Refusal;
use super::run::Values;
use crate::network::Nested;
use crate::network::names::join;
use crate::{Graph, Node, Op};

/// A network with an engine's layers: a layer `L` for each node, those of nested networks included.
#[derive(Clone, Debug)]
pub struct Model<L> {
    graph: Graph,
    nodes: Vec<Built<L>>,
}

/// A node with what runs it.
#[derive(Clone, Debug)]
pub struct Built<L> {
    /// The full name of the node, the names of the networks around it in front.
    pub name: String,
    /// The node.
    pub node: Node,
    /// Whether it uses the weights of another node: then it is run with the layer of that node beside its own, and
    /// needs no weights.
    pub shared: bool,
    /// The layer or network that runs it.
    pub body: Body<L>,
}

/// A layer that runs.
#[derive(Debug)]
pub struct Running<'m, L> {
    /// Its node.
    pub built: &'m Built<L>,
    /// Itself.
    pub layer: &'m L,
    /// The full name of the node whose weights it uses: its own, unless `again` runs it.
    pub weights_of: &'m str,
    /// The layer of that node.
    pub weights: &'m L,
}

/// The layer or network that runs a node.
#[derive(Clone, Debug)]
pub enum Body<L, N = Model<L>> {
    /// A layer of the engine.
    Layer(L),
    /// The layers of a nested network.
    Network(N),
}

/// How an engine runs a node, or the reason why it cannot.
pub type Choice<L> = Result<Body<L, &'static Nested>, String>;

impl<L, N> Body<L, N> {
    /// The same with the layer converted.
    pub fn map<M>(self, change: impl FnOnce(L) -> M) -> Body<M, N> {
        match self {
            Body::Layer(layer) => Body::Layer(change(layer)),
            Body::Network(network) => Body::Network(network),
        }
    }
}

impl<L> Model<L> {
    /// Builds the layers with `choose`, which gets each node, its full name, and whether it uses the weights of another
    /// node.
    ///
    /// # Errors
    ///
    /// The nodes that `choose` refuses, in their order, with the reasons.
    pub fn new(
        graph: &Graph,
        mut choose: impl FnMut(&str, &Node, bool) -> Choice<L>,
    ) -> Result<Model<L>, Vec<Refusal>> {
        let mut refusals = Vec::new();
        let model = Model::within("", graph, false, &mut choose, &mut refusals);
        if refusals.is_empty() { Ok(model) } else { Err(refusals) }
    }

    /// The nodes that are not refused, of a network with this name. `shared` is whether all its weights are
    /// those of another use of it.
    fn within(
        scope: &str,
        graph: &Graph,
        shared: bool,
        choose: &mut dyn FnMut(&str, &Node, bool) -> Choice<L>,
        refusals: &mut Vec<Refusal>,
    ) -> Model<L> {
        let mut nodes = Vec::with_capacity(graph.nodes.len());
        for node in graph.nodes {
            let name = join(scope, node.name);
            let shared = shared || node.weights_of.is_some();
            let body = match choose(&name, &node, shared) {
                Ok(Body::Layer(layer)) => Body::Layer(layer),
                Ok(Body::Network(nested)) => {
                    Body::Network(Model::within(&name, &nested.graph, shared, choose, refusals))
                }
                Err(reason) => {
                    refusals.push(Refusal { node: name, kind: node.kind, reason });
                    continue;
                }
            };
            nodes.push(Built { name, node, shared, body });
        }
        Model { graph: *graph, nodes }
    }

    /// The graph of the network.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The nodes of this network. A nested network is one of them.
    pub fn nodes(&self) -> &[Built<L>] {
        &self.nodes
    }

    /// The nodes of this network, mutably.
    pub fn nodes_mut(&mut self) -> &mut [Built<L>] {
        &mut self.nodes
    }

    /// All layers in the order in which they run, those of nested networks included, each with its node.
    pub fn layers(&self) -> impl Iterator<Item = (&Built<L>, &L)> {
        let mut networks = vec![self.nodes.iter()];
        iter::from_fn(move || {
            loop {
                let Some(built) = networks.last_mut()?.next() else {
                    networks.pop();
                    continue;
                };
                match &built.body {
                    Body::Layer(layer) => return Some((built, layer)),
                    Body::Network(model) => networks.push(model.nodes.iter()),
                }
            }
        })
    }

    /// The same network with each layer converted, given its full name.
    pub fn map<M>(self, mut change: impl FnMut(&str, L) -> M) -> Model<M> {
        self.map_all(&mut change)
    }

    fn map_all<M>(self, change: &mut dyn FnMut(&str, L) -> M) -> Model<M> {
        let nodes = self.nodes.into_iter().map(|Built { name, node, shared, body }| {
            let body = match body {
                Body::Layer(layer) => Body::Layer(change(&name, layer)),
                Body::Network(model) => Body::Network(model.map_all(change)),
            };
            Built { name, node, shared, body }
        });
        Model { nodes: nodes.collect(), graph: self.graph }
    }

    /// Runs the network on an input: `layer` computes the output of a layer from its inputs, and `observe` is called
    /// with the output of each node, including those in nested networks.
    ///
    /// A value is kept until the last node that uses it, which gets the value itself; earlier ones get clones. Returns
    /// the first output of the network.
    ///
    /// # Errors
    ///
    /// The first error of `layer`.
    ///
    /// # Panics
    ///
    /// If the network has several inputs.
    pub fn run<V: Clone, E>(
        &self,
        input: V,
        layer: impl FnMut(Running<'_, L>, Vec<V>) -> Result<V, E>,
        observe: impl FnMut(&Built<L>, &V),
    ) -> Result<V, E> {
        Ok(self.run_all(vec![input], layer, observe)?.swap_remove(0))
    }

    /// Like [`run`](Model::run), with all inputs and all outputs in their order.
    ///
    /// # Errors
    ///
    /// The first error of `layer`.
    ///
    /// # Panics
    ///
    /// If the number of inputs is not that of the network.
    pub fn run_all<V: Clone, E>(
        &self,
        inputs: Vec<V>,
        mut layer: impl FnMut(Running<'_, L>, Vec<V>) -> Result<V, E>,
        mut observe: impl FnMut(&Built<L>, &V),
    ) -> Result<Vec<V>, E> {
        self.walk(self, inputs, &mut layer, &mut observe)
    }

    /// Like [`run_all`](Model::run_all), with the weights of another use of the same network, or its own.
    fn walk<V: Clone, E>(
        &self,
        weights: &Model<L>,
        inputs: Vec<V>,
        layer: &mut impl FnMut(Running<'_, L>, Vec<V>) -> Result<V, E>,
        observe: &mut impl FnMut(&Built<L>, &V),
    ) -> Result<Vec<V>, E> {
        let mut values = Values::new(&self.graph, inputs);
        for (index, built) in self.nodes.iter().enumerate() {
            let inputs = values.take(built.node.inputs);
            let first = &weights.nodes[built.node.weights_of.unwrap_or(index)];
            match (&built.body, &first.body) {
                (Body::Layer(own), Body::Layer(weights)) => {
                    let weights_of = first.name.as_str();
                    let output = layer(Running { built, layer: own, weights_of, weights }, inputs)?;
                    observe(built, &output);
                    values.push(output);
                }
                (Body::Network(model), Body::Network(weights)) => {
                    let outputs = model.walk(weights, inputs, layer, observe)?;
                    observe(built, &outputs[0]);
                    values.push_all(outputs);
                }
                _ => unreachable!("a node runs again as what it is"),
            }
        }
        Ok(values.into_outputs(&self.graph))
    }
}

impl Graph {
    /// The layers that `reason` refuses to run, including those of nested networks, with the reasons.
    ///
    /// ```
    /// # use cnn_core as cnn;
    /// use cnn::{Graph, Op};
    ///
    /// fn without_lrn(graph: &Graph) -> Result<(), String> {
    ///     let reason = |node: &cnn::Node| match node.op {
    ///         Op::LocalResponseNorm(_) => Some("use a batch norm".to_owned()),
    ///         _ => None,
    ///     };
    ///     match &graph.refusals(reason)[..] {
    ///         [] => Ok(()),
    ///         [first, ..] => Err(first.to_string()), // `features.norm1` (lrn): use a batch norm
    ///     }
    /// }
    /// ```
    pub fn refusals(&self, reason: impl Fn(&Node) -> Option<String>) -> Vec<Refusal> {
        let model = Model::new(self, |_, node, _| {
            if let Op::Network(nested) = node.op {
                return Ok(Body::Network(nested));
            }
            reason(node).map_or(Ok(Body::Layer(())), Err)
        });
        model.err().unwrap_or_default()
    }
}
