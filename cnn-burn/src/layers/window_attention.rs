//! Attention in windows.

use burn::tensor::activation::{relu, sigmoid};
use burn::tensor::{Device, Tensor, TensorData};
use cnn_core::Shape;
use cnn_core::layers::{WindowAttention, WindowForm};

use super::attention::{heads, project, weighed};
use super::regular::dropped;
use crate::layer::{Initial, Site, Stateful};
use crate::state::LayerState;
use crate::value::Value;

impl Stateful for WindowAttention {
    fn forward(&self, x: Value, state: &LayerState, site: Site<'_>) -> Value {
        let x: Tensor<4> = x.into_tensor().expect("images or windows arrive");
        let dims = x.dims();
        let windows = match self.form {
            WindowForm::MaxVit => x.flatten(0, 1),
            WindowForm::Swin | WindowForm::SwinV2 => divide(self, x),
        };
        let windows = attend(self, windows, state, site.training);
        Value::Rank4(match self.form {
            WindowForm::MaxVit => windows.reshape(dims),
            WindowForm::Swin | WindowForm::SwinV2 => unite(self, windows, dims),
        })
    }

    /// As in torchvision, whose classifiers fill the linear layers again: the biases of scores are small, and the
    /// index and the coordinates of relative positions are what they are.
    fn initial(&self, suffix: &str) -> Initial {
        match suffix {
            "relative_position_index" => Initial::Integers(
                self.relative_position_index().map(|index| index as i64).collect(),
            ),
            "relative_coords_table" => Initial::Values(coords(self)),
            "logit_scale" => Initial::Constant(10_f64.ln()),
            "cpb_mlp.0.weight" | "cpb_mlp.2.weight" => Initial::KaimingUniform,
            _ if suffix.ends_with("bias") => Initial::Constant(0.0),
            _ => Initial::Normal { mean: 0.0, std: 0.02 },
        }
    }

    fn has_training_mode(&self) -> bool {
        self.attention_dropout > 0.0 || self.dropout > 0.0
    }
}

/// The distances between two positions of a window, along both axes, on a logarithmic scale.
fn coords(layer: &WindowAttention) -> Vec<f64> {
    let [down, right] = layer.distances();
    let scaled = |index: usize, distances: usize| {
        let farthest = (distances / 2) as f64;
        let distance = 8.0 * (index as f64 - farthest) / farthest;
        distance.signum() * (distance.abs() + 1.0).log2() / 3.0
    };
    let pairs = (0..down).flat_map(|row| (0..right).map(move |column| (row, column)));
    pairs.flat_map(|(row, column)| [scaled(row, down), scaled(column, right)]).collect()
}

/// The windows of images `[batch, height, width, channels]`: `[windows, tokens, channels]`.
fn divide(layer: &WindowAttention, x: Tensor<4>) -> Tensor<3> {
    let ([down, right], [height, width]) = (sizes(&layer.windows), sizes(&layer.window_size));
    let [batch, rows, columns, channels] = x.dims();
    let (below, beside) = (down * height - rows, right * width - columns);
    let x = if below + beside > 0 {
        let mut padded =
            Tensor::zeros([batch, down * height, right * width, channels], &x.device());
        padded = padded.slice_assign([0..batch, 0..rows, 0..columns, 0..channels], x);
        padded
    } else {
        x
    };
    let x = x.roll(&shifts(layer).map(|shift| -shift), &[1, 2]);
    let x = x.reshape([batch * down, height, right, width * channels]).swap_dims(1, 2);
    x.reshape([batch * down * right, height * width, channels])
}

/// The other way round, for images of these sizes.
fn unite(layer: &WindowAttention, windows: Tensor<3>, dims: [usize; 4]) -> Tensor<4> {
    let ([down, right], [height, width]) = (sizes(&layer.windows), sizes(&layer.window_size));
    let [batch, rows, columns, channels] = dims;
    let x: Tensor<4> = windows.reshape([batch * down, right, height, width * channels]);
    let x = x.swap_dims(1, 2).reshape([batch, down * height, right * width, channels]);
    let x = x.roll(&shifts(layer), &[1, 2]);
    x.narrow(1, 0, rows).narrow(2, 0, columns)
}

fn sizes(shape: &Shape) -> [usize; 2] {
    [shape.size(0), shape.size(1)]
}

/// How far windows are shifted along both axes, without whole turns.
fn shifts(layer: &WindowAttention) -> [isize; 2] {
    core::array::from_fn(|axis| {
        let padded = layer.windows.size(axis) * layer.window_size.size(axis);
        (layer.shift_size.size(axis) % padded).cast_signed()
    })
}

/// Attention within each window, `[windows, tokens, features]`.
fn attend(layer: &WindowAttention, x: Tensor<3>, state: &LayerState, training: bool) -> Tensor<3> {
    let [windows, tokens, features] = x.dims();
    let (count, each, device) = (layer.num_heads, features / layer.num_heads, x.device());
    let [[weight, bias], [last_weight, last_bias]] = layer.linear();
    let bias = state.row(bias).map(|bias| match layer.form {
        // Keys have none.
        WindowForm::SwinV2 => {
            let part = |index: usize| bias.clone().narrow(0, index * features, features);
            Tensor::cat(vec![part(0), part(1).zeros_like(), part(2)], 0)
        }
        WindowForm::Swin | WindowForm::MaxVit => bias,
    });
    let projected = project(x, state.tensor(weight), bias);
    let part = |index: usize| heads(projected.clone().narrow(2, index * features, features), count);
    let products = |query: Tensor<4>, key: Tensor<4>| query.matmul(key.swap_dims(2, 3));
    let scores = match layer.form {
        WindowForm::Swin => products(part(0).div_scalar((each as f64).sqrt()), part(1)),
        WindowForm::MaxVit => products(part(0).div_scalar((features as f64).sqrt()), part(1)),
        WindowForm::SwinV2 => {
            let scale = state.row("logit_scale").expect("cosines are scaled");
            let scale = scale.clamp_max(100_f64.ln()).exp().reshape([1, count, 1, 1]);
            products(unit(part(0)), unit(part(1))) * scale
        }
    };
    let mut scores = scores + biases(layer, state);
    if let Some(mask) = mask(layer, &device) {
        let among = mask.dims()[0];
        let split = scores.reshape([windows / among, among, count, tokens * tokens]);
        let mask = mask.reshape([1, among, 1, tokens * tokens]);
        scores = (split + mask).reshape([windows, count, tokens, tokens]);
    }
    let dropout = if training { layer.attention_dropout } else { 0.0 };
    let mixed = weighed(scores, part(2), dropout);
    let output = project(mixed, state.tensor(last_weight), state.row(last_bias));
    match training && layer.dropout > 0.0 {
        true => dropped(output.clone(), layer.dropout, output.dims()),
        false => output,
    }
}

/// The same directions with a length of 1.
fn unit(vectors: Tensor<4>) -> Tensor<4> {
    let length = vectors.clone().powi_scalar(2).sum_dim(3).sqrt().clamp_min(1e-12);
    vectors / length
}

/// The biases of scores, `[1, heads, tokens, tokens]`.
fn biases(layer: &WindowAttention, state: &LayerState) -> Tensor<4> {
    let table = match layer.form {
        WindowForm::Swin | WindowForm::MaxVit => state.tensor("relative_position_bias_table"),
        WindowForm::SwinV2 => {
            let coords = state.row("relative_coords_table").expect("they have coordinates");
            let pairs = coords.dims()[0] / 2;
            let coords = coords.reshape([pairs, 2]);
            let bias = state.row("cpb_mlp.0.bias");
            let hidden = relu(project(coords, state.tensor("cpb_mlp.0.weight"), bias));
            sigmoid(project(hidden, state.tensor("cpb_mlp.2.weight"), None)).mul_scalar(16.0)
        }
    };
    let tokens = layer.tokens();
    let biases = table.select(0, state.integers("relative_position_index"));
    biases.transpose().reshape([1, layer.num_heads, tokens, tokens])
}

/// Added to the scores of tokens that are in one window only because the shifted image wraps around: `[windows, tokens
/// × tokens]`. `None` where it has not been moved.
fn mask(layer: &WindowAttention, device: &Device) -> Option<Tensor<2>> {
    let mask = layer.mask()?;
    let pairs = layer.tokens() * layer.tokens();
    let values: Vec<f64> = mask.iter().map(|apart| if *apart { -100.0 } else { 0.0 }).collect();
    let dims = [values.len() / pairs, pairs];
    Some(Tensor::from_data(TensorData::new(values, dims), device))
}
