//! Attention.

use burn::tensor::Tensor;
use burn::tensor::activation::softmax;
use burn::tensor::module::linear;
use cnn_core::layers::Attention;

use super::regular::dropped;
use crate::layer::{Initial, Site, Stateful};
use crate::state::LayerState;
use crate::value::Value;

impl Stateful for Attention {
    fn forward(&self, x: Value, state: &LayerState, site: Site<'_>) -> Value {
        let x = x.into_tensor().expect("tokens arrive");
        Value::Rank3(attend(self, x, state, site.training))
    }

    /// As in PyTorch: those of queries, keys and values are one matrix for Xavier's bound.
    fn initial(&self, suffix: &str) -> Initial {
        match suffix {
            "in_proj_weight" => Initial::XavierUniform,
            "out_proj.weight" => Initial::KaimingUniform,
            _ => Initial::Constant(0.0),
        }
    }

    fn has_training_mode(&self) -> bool {
        self.dropout > 0.0
    }
}

fn attend(layer: &Attention, x: Tensor<3>, state: &LayerState, training: bool) -> Tensor<3> {
    let [batch, tokens, features] = x.dims();
    let (heads, each) = (layer.num_heads, features / layer.num_heads);
    let projected = project(x, state, "in_proj_weight", "in_proj_bias");
    let part = |first: usize| {
        let part = projected.clone().narrow(2, first * features, features);
        part.reshape([batch, tokens, heads, each]).swap_dims(1, 2)
    };
    let queries = part(0).mul_scalar(1.0 / (each as f64).sqrt());
    let mut weights = softmax(queries.matmul(part(1).swap_dims(2, 3)), 3);
    if training {
        let dims = weights.dims();
        weights = dropped(weights, layer.dropout, dims);
    }
    let mixed = weights.matmul(part(2)).swap_dims(1, 2).reshape([batch, tokens, features]);
    project(mixed, state, "out_proj.weight", "out_proj.bias")
}

fn project(x: Tensor<3>, state: &LayerState, weight: &str, bias: &str) -> Tensor<3> {
    linear(x, state.tensor(weight).transpose(), state.row(bias))
}
