//! The tensors of a layer.

use candle_core::{DType, Tensor};
use candle_nn::{Init, VarBuilder};
use cnn_core::Node;

use crate::error::Unloaded;

/// The tensors of a layer, each with its suffix: `weight`, `bias`, `running_mean`.
#[derive(Clone, Debug, Default)]
pub(crate) struct LayerState(Vec<(&'static str, Tensor)>);

impl LayerState {
    pub(crate) fn new(tensors: impl Into<Vec<(&'static str, Tensor)>>) -> LayerState {
        LayerState(tensors.into())
    }

    /// The tensors of the node with this full name, in a type. Those that cannot be loaded are added to
    /// `unloaded`.
    pub(crate) fn load(
        name: &str,
        node: &Node,
        dtype: DType,
        weights: &VarBuilder<'_>,
        unloaded: &mut Vec<Unloaded>,
    ) -> LayerState {
        let mut tensors = Vec::new();
        for tensor in (0..).map_while(|index| node.op.tensor(index, &node.input)) {
            let name = match tensor.suffix {
                "" => name.to_owned(),
                suffix => format!("{name}.{suffix}"),
            };
            let dtype = if tensor.integer { DType::U32 } else { dtype };
            match weights.get_with_hints_dtype(tensor.shape.dims(), &name, Init::default(), dtype) {
                Ok(loaded) => tensors.push((tensor.suffix, loaded)),
                Err(error) => unloaded.push(Unloaded { name, shape: tensor.shape, error }),
            }
        }
        LayerState(tensors)
    }

    /// The tensor with this suffix, if the layer has one.
    pub(crate) fn get(&self, suffix: &str) -> Option<&Tensor> {
        self.0.iter().find(|(name, _)| *name == suffix).map(|(_, tensor)| tensor)
    }

    /// The tensor with this suffix, for layers that always have it.
    pub(crate) fn tensor(&self, suffix: &str) -> &Tensor {
        self.get(suffix).expect("only layers with this tensor ask for it")
    }

    /// The first tensor, for layers that always have one.
    pub(crate) fn weight(&self) -> &Tensor {
        let (_, weight) = self.0.first().expect("only layers with a weight ask for it");
        weight
    }
}
