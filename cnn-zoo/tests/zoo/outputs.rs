//! What networks compute, against torchvision's outputs: the right layers may stand in the wrong place, which
//! no count tells.

use cnn::Graph;
use cnn_reference::{Tensor, all_outputs, formula};
use cnn_zoo::googlenet::{GoogLeNet, GoogLeNetAux};
use cnn_zoo::inception::{InceptionV3, InceptionV3Aux};
use cnn_zoo::video::{MC3_18, R2Plus1D18, R3D18};
use serde_json::Value;

#[test]
fn outputs_are_torchvisions() {
    let networks: [(&str, &Graph); 6] = [
        ("googlenet", &GoogLeNet::<10, 80>::GRAPH),
        ("googlenet_aux", &GoogLeNetAux::<10, 80>::GRAPH),
        ("inception_v3", &InceptionV3::<10, 80>::GRAPH),
        ("r3d_18", &R3D18::<10, 9, 12>::GRAPH),
        ("mc3_18", &MC3_18::<10, 9, 12>::GRAPH),
        ("r2plus1d_18", &R2Plus1D18::<10, 9, 12>::GRAPH),
    ];
    for (name, graph) in networks {
        compare(name, graph);
    }
}

/// It takes longer than all the others, as it does not take small images.
#[test]
fn outputs_of_inception_are_torchvisions() {
    compare("inception_v3_aux", &InceptionV3Aux::<10>::GRAPH);
}

fn compare(name: &str, graph: &Graph) {
    let facts: Value = serde_json::from_str(include_str!("../torchvision/outputs.json")).unwrap();
    let input = formula::values("input", &[&[1], graph.input.dims()].concat());
    let (_, ours) = all_outputs(graph, &formula::state(graph), &[input]);
    let theirs = facts[name].as_array().unwrap();
    assert_eq!(ours.len(), theirs.len(), "{name}");
    for ((output, ours), theirs) in graph.outputs.iter().zip(&ours).zip(theirs) {
        let at = format!("{name}, {}", output.name);
        assert_eq!(theirs[0], output.name, "{at}");
        let values = theirs[1].as_array().unwrap().iter();
        let values = values.map(|value| value.as_f64().unwrap()).collect();
        let theirs = Tensor::new(ours.sizes(), values);
        let distance = ours.distance(&theirs) / theirs.magnitude();
        println!("{at}: within {distance:.0e} of the largest value");
        assert!(distance < 1e-12, "{at}: off by {distance:e} of the largest value");
    }
}
