//! Tensors that are values.

use cnn_core::layers::Parameter;

use crate::layer::{Initial, Site, Stateful};
use crate::state::LayerState;
use crate::value::Value;

impl Stateful for Parameter {
    fn forward(&self, x: Value, state: &LayerState, _: Site<'_>) -> Value {
        let row = state.row("").expect("a parameter has its tensor");
        let rows = row.unsqueeze::<2>().repeat_dim(0, x.dims()[0]);
        Value::Rank2(rows).reshape(self.shape.dims())
    }

    fn initial(&self, _: &str) -> Initial {
        match self.std {
            0.0 => Initial::Constant(self.init),
            std => Initial::Normal { mean: self.init, std },
        }
    }
}
