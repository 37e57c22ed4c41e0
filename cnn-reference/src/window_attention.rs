//! Attention in windows.

use cnn_core::layers::{WindowAttention, WindowForm};

use crate::attention::powers;
use crate::linear::rows;
use crate::state::LayerState;
use crate::tensor::Tensor;

/// torchvision's `ShiftedWindowAttention`, its second version, and `RelativePositionalMultiHeadAttention`:
///
/// ```text
/// q, k, v = x Wᵀ + b, the thirds of one linear layer
/// y = concatenation over heads of softmax(scale × q kᵀ + bias) v, over the tokens of a window
/// ```
///
/// and then a linear layer. In the second version, queries and keys have a length of 1.
pub(crate) fn window_attention(
    layer: &WindowAttention,
    x: &Tensor,
    state: LayerState<'_>,
) -> Tensor {
    let windows = Windows::new(layer, x);
    let [[weight, bias], [last_weight, last_bias]] = layer.linear();
    let bias = state.get_if(layer.qkv_bias, bias).map(|bias| without_keys(layer, bias));
    let projected = rows(&windows.tokens(x), 2, state.get(weight), bias.as_ref());
    let (features, heads) = (layer.embed_dim, layer.num_heads);
    let each = features / heads;
    let biases = biases(layer, state);
    let mut mixed = Vec::new();
    let tokens = (0..projected.size(0))
        .flat_map(|window| (0..layer.tokens()).map(move |token| (window, token)));
    for (window, token) in tokens {
        for head in 0..heads {
            let part = |part: usize, token: usize| -> Vec<f64> {
                let first = part * features + head * each;
                (first..first + each).map(|at| projected.at(&[window, token, at])).collect()
            };
            let query = part(0, token);
            let score = |other: usize| {
                let key = part(1, other);
                let score = match layer.form {
                    WindowForm::Swin => dot(&query, &key) / (each as f64).sqrt(),
                    WindowForm::MaxVit => dot(&query, &key) / (features as f64).sqrt(),
                    WindowForm::SwinV2 => {
                        let scale = state.get("logit_scale").values()[head].min(100_f64.ln());
                        dot(&unit(&query), &unit(&key)) * scale.exp()
                    }
                };
                let apart = windows.are_apart(window, token, other);
                score + biases(head, token, other) - if apart { 100.0 } else { 0.0 }
            };
            let powers = powers(&(0..layer.tokens()).map(score).collect::<Vec<_>>());
            let sum: f64 = powers.iter().sum();
            let mut weighed = vec![0.0; each];
            for (other, power) in powers.iter().enumerate() {
                for (sum, value) in weighed.iter_mut().zip(part(2, other)) {
                    *sum += power * value;
                }
            }
            mixed.extend(weighed.into_iter().map(|value| value / sum));
        }
    }
    let mixed = Tensor::new(&[projected.size(0), layer.tokens(), features], mixed);
    let last_bias = state.get_if(layer.proj_bias, last_bias);
    windows.image(&rows(&mixed, 2, state.get(last_weight), last_bias))
}

/// The bias of queries, keys and values; that of the second version has none for keys.
fn without_keys(layer: &WindowAttention, bias: &Tensor) -> Tensor {
    let keys = layer.embed_dim..2 * layer.embed_dim;
    Tensor::from_fn(bias.sizes(), |index| match layer.form {
        WindowForm::SwinV2 if keys.contains(&index[0]) => 0.0,
        _ => bias.at(index),
    })
}

/// The bias of a score, by its head and its two tokens.
fn biases<'s>(
    layer: &'s WindowAttention,
    state: LayerState<'s>,
) -> impl Fn(usize, usize, usize) -> f64 + 's {
    let index = state.get("relative_position_index").values();
    let table = match layer.form {
        WindowForm::Swin | WindowForm::MaxVit => state.get("relative_position_bias_table").clone(),
        WindowForm::SwinV2 => {
            let coords = state.get("relative_coords_table");
            let coords = coords.reshape(&[coords.values().len() / 2, 2]);
            let bias = Some(state.get("cpb_mlp.0.bias"));
            let hidden = rows(&coords, 1, state.get("cpb_mlp.0.weight"), bias);
            let made = rows(&hidden.map(|x| x.max(0.0)), 1, state.get("cpb_mlp.2.weight"), None);
            made.map(|x| 16.0 / (1.0 + (-x).exp()))
        }
    };
    move |head, one, other| table.at(&[index[one * layer.tokens() + other] as usize, head])
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The same direction with a length of 1.
fn unit(vector: &[f64]) -> Vec<f64> {
    let length = dot(vector, vector).sqrt().max(1e-12);
    vector.iter().map(|value| value / length).collect()
}

/// Where the tokens of windows are in what arrives.
struct Windows<'a> {
    layer: &'a WindowAttention,
    sizes: &'a [usize],
}

impl<'a> Windows<'a> {
    fn new(layer: &'a WindowAttention, x: &'a Tensor) -> Windows<'a> {
        Windows { layer, sizes: x.sizes() }
    }

    /// The position of a token along an axis of the image, in which windows are not shifted.
    fn along(&self, axis: usize, window: usize, token: usize) -> usize {
        let WindowAttention { window_size, windows, .. } = self.layer;
        let across = [windows.size(1), 1][axis];
        let window = window / across % windows.size(axis);
        let token = token / [window_size.size(1), 1][axis] % window_size.size(axis);
        window * window_size.size(axis) + token
    }

    /// The size of an axis with its padding.
    fn padded(&self, axis: usize) -> usize {
        self.layer.windows.size(axis) * self.layer.window_size.size(axis)
    }

    /// Whether two tokens are in one window only because the shifted image wraps around.
    fn are_apart(&self, window: usize, one: usize, other: usize) -> bool {
        let is_end = |axis: usize, token: usize| {
            let end = self.padded(axis) - self.layer.shift_size.size(axis);
            self.along(axis, window, token) >= end
        };
        let differ = |axis: usize| is_end(axis, one) != is_end(axis, other);
        self.layer.form != WindowForm::MaxVit && (differ(0) || differ(1))
    }

    /// The tokens of all windows of all samples, `[windows, tokens, features]`. Those of the padding are 0.
    fn tokens(&self, x: &Tensor) -> Tensor {
        if self.layer.form == WindowForm::MaxVit {
            return x.reshape(&[self.sizes[0] * self.sizes[1], self.sizes[2], self.sizes[3]]);
        }
        let windows = self.layer.windows.size(0) * self.layer.windows.size(1);
        let sizes = [self.sizes[0] * windows, self.layer.tokens(), self.sizes[3]];
        Tensor::from_fn(&sizes, |index| {
            let place = |axis: usize| {
                let along = self.along(axis, index[0] % windows, index[1]);
                (along + self.layer.shift_size.size(axis)) % self.padded(axis)
            };
            let (row, column) = (place(0), place(1));
            match row < self.sizes[1] && column < self.sizes[2] {
                true => x.at(&[index[0] / windows, row, column, index[2]]),
                false => 0.0,
            }
        })
    }

    /// The other way round, without the padding.
    fn image(&self, tokens: &Tensor) -> Tensor {
        if self.layer.form == WindowForm::MaxVit {
            return tokens.reshape(self.sizes);
        }
        let WindowAttention { window_size, windows, shift_size, .. } = self.layer;
        Tensor::from_fn(self.sizes, |index| {
            let place = |axis: usize| {
                let padded = self.padded(axis);
                (index[axis + 1] + padded - shift_size.size(axis) % padded) % padded
            };
            let (row, column) = (place(0), place(1));
            let (height, width) = (window_size.size(0), window_size.size(1));
            let window =
                (index[0] * windows.size(0) + row / height) * windows.size(1) + column / width;
            tokens.at(&[window, row % height * width + column % width, index[3]])
        })
    }
}

/// The number of the relative position of each pair of tokens.
pub(crate) fn relative_position_index(layer: &WindowAttention) -> Tensor {
    let [height, width] = [layer.window_size.size(0), layer.window_size.size(1)];
    let tokens = layer.tokens();
    let sizes = match layer.form {
        WindowForm::MaxVit => vec![tokens, tokens],
        WindowForm::Swin | WindowForm::SwinV2 => vec![tokens * tokens],
    };
    let mut index = Vec::new();
    for (one, other) in (0..tokens).flat_map(|one| (0..tokens).map(move |other| (one, other))) {
        let down = (one / width + height - 1) - other / width;
        let right = (one % width + width - 1) - other % width;
        index.push((down * (2 * width - 1) + right) as f64);
    }
    Tensor::new(&sizes, index)
}
