//! Runs a network in the engines, in one form for all of them.

#![allow(dead_code, reason = "each test uses a part of it")]

mod burn;
mod candle;

use cnn_core::Graph;
use cnn_reference::{State, Tensor};

/// The precision that an engine computes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// In f32, as users do.
    Single,
    /// In f64.
    Double,
}

/// The output of each node with its name, and the outputs of the network; or why it is refused.
pub type Outputs = Result<(Vec<(String, Tensor)>, Vec<Tensor>), String>;

/// An engine.
#[derive(Clone, Copy)]
pub struct Engine {
    pub name: &'static str,
    /// Runs a network on all its inputs.
    pub outputs: fn(&Graph, &State, &[Tensor], Precision) -> Outputs,
}

impl Engine {
    /// The output of each node of a network with one input.
    pub fn nodes(
        &self,
        graph: &Graph,
        state: &State,
        input: &Tensor,
        precision: Precision,
    ) -> Result<Vec<(String, Tensor)>, String> {
        let (nodes, _) = (self.outputs)(graph, state, std::slice::from_ref(input), precision)?;
        Ok(nodes)
    }
}

pub const ENGINES: [Engine; 2] = [
    Engine { name: "burn", outputs: burn::outputs },
    Engine { name: "candle", outputs: candle::outputs },
];
