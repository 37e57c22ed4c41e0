//! Whole models as text. `BLESS=1` writes them anew.

use std::{env, fs};

use cnn::cnn;
use cnn_core::{DType, Graph};
use cnn_onnx::{Export, Weights};
use cnn_reference::{State, networks};

use crate::text::text;

cnn! {
    /// The same weights twice, two outputs, and a value that leaves twice.
    struct Twins: (left: [1, 6, 6], right: [1, 6, 6]) -> (near: [4], alike: [1]) <
        from(left);
        near: seq { conv(1, 2, 3); relu; fc(_, 4) }
        from(right);
        again(near);
        mul(near);
        alike: fc(4, 1);
    >

    struct Head: [1, 6, 6] -> [4] < features: seq { conv(1, 2, 3); relu } fc(_, 4) >

    /// A network in a network, and a parameter.
    struct Outer: [1, 6, 6] -> (token: [4], last: [4]) <
        inner: Head;
        token: parameter([4]);
        last: add(inner);
    >
}

fn compare(name: &str, export: &Export) {
    let made = text(&export.model().unwrap());
    let path = format!("tests/onnx/snapshots/{name}.txt");
    if env::var_os("BLESS").is_some() {
        fs::write(&path, &made).unwrap();
    }
    assert_eq!(made, fs::read_to_string(&path).unwrap_or_default(), "{path}");
}

fn with_weights(graph: &Graph) -> Export {
    let state = State::random(graph, 1).to_safetensors();
    Export::new(graph).weights(Weights::from_bytes(state).unwrap())
}

#[test]
fn lenet() {
    compare("lenet", &with_weights(&networks::LeNet::GRAPH));
}

#[test]
fn residual_network() {
    compare("tiny_resnet", &with_weights(&networks::TinyResNet::GRAPH));
}

#[test]
fn shared_weights_and_several_outputs() {
    compare("twins", &Export::of::<Twins>());
}

#[test]
fn a_network_in_a_network() {
    compare("outer", &Export::of::<Outer>());
}

#[test]
fn without_weights_for_one_size() {
    compare("open", &Export::of::<networks::LeNet>().batch(2).dtype(DType::F16));
}
