//! The memory that the networks of the zoo need.

use std::collections::BTreeMap;

use cnn::ops::{Drops, WindowForm};
use cnn::{DType, Graph, Op, Optimizer};

/// `cargo test -p cnn-zoo --test zoo memory -- --nocapture` lists them.
#[test]
fn plans_are_as_small_as_can_be() {
    println!("{:24} {:>6} {:>12} {:>8} {:>8}", "network", "layers", "bytes", "÷ bound", "÷ peak");
    for entry in cnn_zoo::all() {
        for dtype in [DType::F32, DType::F16, DType::I8] {
            let arena = entry.graph.arena_bytes(dtype).unwrap();
            let live = entry.graph.live_bytes(dtype).unwrap();
            // What is needed without layers that work in place.
            let peak = entry.summary.peak_activations * dtype.bytes();
            if dtype == DType::F32 {
                let (bound, peak) = (arena as f64 / live as f64, arena as f64 / peak as f64);
                let (name, layers) = (entry.name, entry.graph.leaf_count());
                println!("{name:24} {layers:>6} {arena:>12} {bound:>8.3} {peak:>8.3}");
            }
            assert_eq!(arena, live, "{} as {dtype}", entry.name);
        }
    }
}

/// The bytes per sample that PyTorch keeps on a CPU and that are not values of layers.
fn besides(graph: &Graph) -> u64 {
    let elements = cnn::Shape::elements;
    let besides = graph.nodes.iter().map(|node| match &node.op {
        Op::Network(nested) => besides(&nested.graph),
        // Masks of f32, where the estimate has a byte for each.
        Op::Dropout(dropout) if dropout.drops == Drops::Values && dropout.p > 0.0 => {
            3 * elements(&node.output)
        }
        Op::Dropout(dropout) if dropout.p > 0.0 => 4,
        // Mean and deviation of what is normalised together.
        Op::LayerNorm(norm) => 8 * elements(&node.output) / elements(&norm.normalized_shape),
        // On the device `meta`, PyTorch attends step by step: it keeps scaled queries and keys, and all scores.
        Op::Attention(attention) => {
            let tokens = node.output.size(0) as u64;
            4 * (2 * elements(&node.output) + attention.num_heads as u64 * tokens * tokens)
        }
        // The norms of queries and keys, and what is divided by; and once for both samples, what makes the biases.
        Op::WindowAttention(layer) if layer.form == WindowForm::SwinV2 => {
            let (heads, tokens) = (layer.num_heads as u64, layer.tokens() as u64);
            let distances: usize = layer.distances().iter().product();
            let biases = heads * tokens * tokens + 512 * distances as u64 + heads;
            16 * elements(&layer.windows) * tokens * heads + 4 * biases / 2
        }
        // The norm, and what is divided by.
        Op::Normalize(norm) => 8 * elements(&node.output) / node.output.size(norm.dim) as u64,
        // Mean and deviation of each group.
        Op::GroupNorm(norm) => 8 * norm.num_groups as u64,
        // A factor for each channel, once for both samples.
        Op::FrozenBatchNorm(norm) => 4 * norm.num_features as u64 / 2,
        _ => 0,
    });
    besides.sum()
}

#[test]
fn training_keeps_what_pytorch_keeps() {
    let kept: BTreeMap<String, u64> =
        serde_json::from_str(include_str!("../torchvision/kept.json")).unwrap();
    for entry in cnn_zoo::all() {
        let training = entry.graph.training(entry.summary, DType::F32, 1, Optimizer::Sgd).unwrap();
        let found = training.activations + besides(entry.graph);
        let key = format!("{}@{}", entry.name, entry.summary.input.dims().last().unwrap());
        assert_eq!(found, kept[&key], "{key}");
    }
    assert_eq!(kept.len(), cnn_zoo::all().len());
}
