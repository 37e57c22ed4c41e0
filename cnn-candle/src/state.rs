//! The tensors of a layer.

use candle_core::Tensor;
use candle_nn::{Init, VarBuilder};
use cnn::Node;

use crate::error::Unloaded;
use crate::precision::inner;

/// The tensors of a layer, each under its suffix: `weight`, `bias`, `running_mean`.
#[derive(Clone, Debug, Default)]
pub(crate) struct State(Vec<(&'static str, Tensor)>);

impl State {
    pub(crate) fn new(tensors: impl Into<Vec<(&'static str, Tensor)>>) -> State {
        State(tensors.into())
    }

    /// The tensors of the node with this full name, in the type that it computes in. What cannot be had
    /// is added to `unloaded`.
    pub(crate) fn load(
        node: &Node,
        name: &str,
        weights: &VarBuilder<'_>,
        unloaded: &mut Vec<Unloaded>,
    ) -> State {
        let dtype = inner(&node.op, weights.dtype());
        let mut tensors = Vec::new();
        for tensor in (0..).map_while(|index| node.op.tensor(index, &node.input)) {
            let name = match tensor.suffix {
                "" => name.to_string(),
                suffix => format!("{name}.{suffix}"),
            };
            match weights.get_with_hints_dtype(tensor.shape.dims(), &name, Init::default(), dtype) {
                Ok(loaded) => tensors.push((tensor.suffix, loaded)),
                Err(error) => unloaded.push(Unloaded { name, shape: tensor.shape, error }),
            }
        }
        State(tensors)
    }

    /// The tensor with this suffix, if the layer has it.
    pub(crate) fn get(&self, suffix: &str) -> Option<&Tensor> {
        self.0.iter().find(|(name, _)| *name == suffix).map(|(_, tensor)| tensor)
    }

    /// The tensor that every layer with parameters has: the first one.
    pub(crate) fn weight(&self) -> &Tensor {
        match self.0.first() {
            Some((_, tensor)) => tensor,
            None => unreachable!("only layers with parameters ask for them"),
        }
    }
}
