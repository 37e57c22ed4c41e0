//! Attention in windows.

use cnn_core::Shape;
use cnn_core::layers::{WindowAttention, WindowForm};

use super::Unary;
use super::arrange::rolled;
use super::attention::Heads;
use super::linear::rows;
use crate::write::{Site, Value, int, signed};

impl Unary for WindowAttention {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let sample = site.input;
        match self.form {
            WindowForm::MaxVit => {
                let sizes = [-1, sample.size(1) as i64, sample.size(2) as i64];
                let windows = site.reshape(x, &sizes);
                let windows = attend(self, &windows, site);
                let sizes = [&[-1], &signed(sample.dims())[..]].concat();
                site.reshape(&windows, &sizes)
            }
            WindowForm::Swin | WindowForm::SwinV2 => {
                let windows = divide(self, x, site);
                let windows = attend(self, &windows, site);
                unite(self, &windows, site)
            }
        }
    }
}

/// The size of an axis of the image with its padding.
fn padded(layer: &WindowAttention, axis: usize) -> usize {
    layer.windows.size(axis) * layer.window_size.size(axis)
}

/// The windows of images `[batch, height, width, channels]`: `[windows, tokens, channels]`.
fn divide(layer: &WindowAttention, x: &Value, site: &mut Site<'_>) -> Value {
    let (sample, mut x) = (site.input, x.clone());
    let channels = sample.size(2) as i64;
    let behind = [0, 1].map(|axis| (padded(layer, axis) - sample.size(axis)) as i64);
    if behind != [0, 0] {
        let pads = site.ints(&[0, 0, 0, 0, 0, behind[0], behind[1], 0]);
        x = site.op("Pad", &[&x, &pads], []);
    }
    for axis in 0..2 {
        let size = padded(layer, axis);
        let shift = size - layer.shift_size.size(axis) % size;
        x = rolled(&x, axis as i64 + 1, size, shift, site);
    }
    let ([down, right], [height, width]) = (sizes(&layer.windows), sizes(&layer.window_size));
    let x = site.reshape(&x, &[-1, down, height, right, width, channels]);
    let x = site.transpose(&x, &[0, 1, 3, 2, 4, 5]);
    site.reshape(&x, &[-1, height * width, channels])
}

/// The other way round, without the padding.
fn unite(layer: &WindowAttention, windows: &Value, site: &mut Site<'_>) -> Value {
    let sample = site.input;
    let channels = sample.size(2) as i64;
    let ([down, right], [height, width]) = (sizes(&layer.windows), sizes(&layer.window_size));
    let x = site.reshape(windows, &[-1, down, right, height, width, channels]);
    let x = site.transpose(&x, &[0, 1, 3, 2, 4, 5]);
    let mut x = site.reshape(&x, &[-1, down * height, right * width, channels]);
    for axis in 0..2 {
        let size = padded(layer, axis);
        x = rolled(&x, axis as i64 + 1, size, layer.shift_size.size(axis), site);
        if size != sample.size(axis) {
            x = site.slice(&x, axis as i64 + 1, 0, sample.size(axis));
        }
    }
    x
}

fn sizes(shape: &Shape) -> [i64; 2] {
    [shape.size(0) as i64, shape.size(1) as i64]
}

/// Attention within each window, `[windows, tokens, features]`.
fn attend(layer: &WindowAttention, x: &Value, site: &mut Site<'_>) -> Value {
    let features = layer.embed_dim;
    let heads = Heads { count: layer.num_heads, features };
    let [[weight, bias], [last_weight, last_bias]] = layer.linear();
    let mut bias = site.state_if(layer.qkv_bias, bias);
    if let (Some(all), WindowForm::SwinV2) = (&bias, layer.form) {
        // Keys have none.
        let is_kept = |index: usize| f64::from(index / features != 1);
        let kept =
            site.floats(&[3 * features], &(0..3 * features).map(is_kept).collect::<Vec<_>>());
        bias = Some(site.op("Mul", &[all, &kept], []));
    }
    let weight = site.state(weight);
    let projected = rows(x, &weight, bias.as_ref(), site);
    let parts = site.split(&projected, 2, 3);
    let add = |scores: Value, site: &mut Site<'_>| {
        let biases = biases(layer, site);
        let scores = site.op("Add", &[&scores, &biases], []);
        masked(layer, &scores, site)
    };
    let all = [&parts[0], &parts[1], &parts[2]];
    let mixed = match layer.form {
        WindowForm::Swin => {
            heads.attend(all, 1.0 / ((features / layer.num_heads) as f64).sqrt(), add, site)
        }
        WindowForm::MaxVit => heads.attend(all, 1.0 / (features as f64).sqrt(), add, site),
        WindowForm::SwinV2 => {
            let [query, key, value] = all.map(|part| heads.each(part, [0, 2, 1, 3], site));
            let [query, key] = [query, key].map(|vectors| unit(&vectors, site));
            let keys = site.transpose(&key, &[0, 1, 3, 2]);
            let scores = site.op("MatMul", &[&query, &keys], []);
            let scale = site.state("logit_scale");
            let scale = site.with("Min", &scale, 100_f64.ln());
            let scale = site.op("Exp", &[&scale], []);
            let scores = site.op("Mul", &[&scores, &scale], []);
            let scores = add(scores, site);
            heads.weighed(&scores, &value, site)
        }
    };
    let last_bias = site.state_if(layer.proj_bias, last_bias);
    let last_weight = site.state(last_weight);
    rows(&mixed, &last_weight, last_bias.as_ref(), site)
}

/// The same directions with a length of 1.
fn unit(vectors: &Value, site: &mut Site<'_>) -> Value {
    let lengths = site.reduce("ReduceL2", vectors, &[-1], true);
    let least = site.positive(1e-12);
    let lengths = site.with("Max", &lengths, least);
    site.op("Div", &[vectors, &lengths], [])
}

/// The biases of scores, `[heads, tokens, tokens]`.
fn biases(layer: &WindowAttention, site: &mut Site<'_>) -> Value {
    let table = match layer.form {
        WindowForm::Swin | WindowForm::MaxVit => site.state("relative_position_bias_table"),
        WindowForm::SwinV2 => {
            let coords = site.state("relative_coords_table");
            let coords = site.reshape(&coords, &[-1, 2]);
            let [weight, bias, last] = ["cpb_mlp.0.weight", "cpb_mlp.0.bias", "cpb_mlp.2.weight"]
                .map(|suffix| site.state(suffix));
            let hidden = rows(&coords, &weight, Some(&bias), site);
            let hidden = site.op("Relu", &[&hidden], []);
            let made = rows(&hidden, &last, None, site);
            let made = site.op("Sigmoid", &[&made], []);
            site.with("Mul", &made, 16.0)
        }
    };
    let index = site.state("relative_position_index");
    let index = site.reshape(&index, &[-1]);
    let biases = site.op("Gather", &[&table, &index], [int("axis", 0)]);
    let tokens = layer.tokens() as i64;
    let biases = site.transpose(&biases, &[1, 0]);
    site.reshape(&biases, &[layer.num_heads as i64, tokens, tokens])
}

/// The scores, lowered by 100 where tokens are in one window only because the shifted image wraps around.
fn masked(layer: &WindowAttention, scores: &Value, site: &mut Site<'_>) -> Value {
    let Some(mask) = layer.mask() else { return scores.clone() };
    let (tokens, heads) = (layer.tokens(), layer.num_heads as i64);
    let windows = mask.len() / (tokens * tokens);
    let values: Vec<f64> = mask.iter().map(|apart| if *apart { -100.0 } else { 0.0 }).collect();
    let mask = site.floats(&[windows, 1, tokens, tokens], &values);
    let tokens = tokens as i64;
    let images = site.reshape(scores, &[-1, windows as i64, heads, tokens, tokens]);
    let masked = site.op("Add", &[&images, &mask], []);
    site.reshape(&masked, &[-1, heads, tokens, tokens])
}
