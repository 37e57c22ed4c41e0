//! The networks of timm that the zoo has against what timm says of them.

use std::collections::BTreeSet;

use cnn::{Graph, Op};
use cnn_zoo::timm::*;
use serde_json::{Value, json};

#[path = "../common/facts.rs"]
mod facts;

use facts::{compare_outputs, compare_outputs_of_large, named_sizes, sizes, state};

/// Networks whose tensors PyTorch lists in another order than the one in which they are used: it lists the parameters of
/// a block before its layers, and layers as they are made.
const OTHER_ORDER: [&str; 2] = ["res2net50_26w_4s", "resmlp_12_224"];

/// Networks whose outputs take many seconds.
const LARGE: [&str; 1] = ["inception_resnet_v2"];

fn facts() -> Value {
    serde_json::from_str(include_str!("facts.json")).unwrap()
}

#[test]
fn all_networks_are_compared() {
    let facts = facts();
    let known: BTreeSet<&str> = facts.as_object().unwrap().keys().map(String::as_str).collect();
    let all: BTreeSet<&str> = all().iter().map(|entry| entry.name).collect();
    assert_eq!(all, known);
    assert_eq!(all.len(), cnn_zoo::timm::all().len());
    assert_eq!(all, small().iter().map(|(name, _)| *name).collect());
}

#[test]
fn totals_are_timms() {
    for entry in all() {
        let (name, facts) = (entry.name, &facts()[entry.name]);
        assert_eq!(entry.summary.input.dims(), sizes(&facts["input"]), "{name}");
        assert_eq!(entry.summary.output.dims(), sizes(&facts["output"]), "{name}");
        assert_eq!(json!(entry.summary.params), facts["params"], "{name}");
        assert_eq!(json!(entry.summary.trainable_params), facts["params"], "{name}");
        assert_eq!(json!(entry.summary.macs), facts["macs"], "{name}");
    }
}

#[test]
fn state_dicts_are_timms() {
    for entry in all() {
        let mut ours = state(entry.graph);
        let mut theirs = named_sizes(&facts()[entry.name]["state_dict"]);
        if OTHER_ORDER.contains(&entry.name) {
            assert_ne!(ours, theirs, "{}", entry.name);
            ours.sort();
            theirs.sort();
        }
        for (ours, theirs) in ours.iter().zip(&theirs) {
            assert_eq!(ours, theirs, "{}", entry.name);
        }
        assert_eq!(ours.len(), theirs.len(), "{}", entry.name);
    }
}

/// What outputs do not tell: `momentum`, and an `eps` that is close.
#[test]
fn norms_are_timms() {
    for entry in all() {
        let mut ours = json!({});
        for node in entry.graph.nodes {
            let (kind, of_norm) = match node.op {
                Op::BatchNorm(norm) => ("batchnorm", json!([norm.eps, norm.momentum])),
                Op::LayerNorm(norm) => ("layernorm", json!([norm.eps])),
                Op::GroupNorm(norm) => ("groupnorm", json!([norm.eps])),
                _ => continue,
            };
            if ours[kind].is_null() {
                ours[kind] = json!([]);
            }
            let of_kind = ours[kind].as_array_mut().unwrap();
            if !of_kind.contains(&of_norm) {
                of_kind.push(of_norm);
            }
        }
        assert_eq!(ours, facts()[entry.name]["norms"], "{}", entry.name);
    }
}

/// The networks with ten classes and for small images.
fn small() -> Vec<(&'static str, &'static Graph)> {
    vec![
        ("botnet26t_256", &botnet::BotNet26t::<10, 64>::GRAPH),
        ("convmixer_768_32", &convmixer::ConvMixer768x32::<10, 14>::GRAPH),
        ("convnextv2_atto", &convnextv2::ConvNextV2Atto::<10, 32>::GRAPH),
        ("cspresnet50", &cspnet::CspResNet50::<10, 32>::GRAPH),
        ("dla34", &dla::Dla34::<10, 32>::GRAPH),
        ("dpn68", &dpn::Dpn68::<10, 32>::GRAPH),
        ("efficientvit_b0", &efficientvit::EfficientVitB0::<10, 64>::GRAPH),
        ("ghostnet_100", &ghostnet::GhostNet::<10, 32>::GRAPH),
        ("hgnetv2_b0", &hgnetv2::HgNetV2B0::<10, 32>::GRAPH),
        ("inception_resnet_v2", &inception_resnet_v2::InceptionResNetV2::<10, 75>::GRAPH),
        ("mixnet_s", &mixnet::MixNetS::<10, 32>::GRAPH),
        ("mobilevit_xxs", &mobilevit::MobileVitXxs::<10, 64>::GRAPH),
        ("poolformer_s12", &poolformer::PoolFormerS12::<10, 32>::GRAPH),
        ("repvgg_a0", &repvgg::RepVggA0::<10, 32>::GRAPH),
        ("res2net50_26w_4s", &res2net::Res2Net50w26s4::<10, 32>::GRAPH),
        ("resmlp_12_224", &resmlp::ResMlp12::<10, 32>::GRAPH),
        ("resnest14d", &resnest::ResNest14d::<10, 32>::GRAPH),
        ("selecsls42b", &selecsls::SelecSls42b::<10, 32>::GRAPH),
        ("skresnet18", &skresnet::SkResNet18::<10, 32>::GRAPH),
        ("ese_vovnet19b_dw", &vovnet::EseVovNet19bDw::<10, 32>::GRAPH),
        ("legacy_xception", &xception::Xception::<10, 32>::GRAPH),
    ]
}

/// Counts may be right where a tap is wrong.
#[test]
fn outputs_are_timms() {
    let outputs: Value = serde_json::from_str(include_str!("outputs.json")).unwrap();
    for (name, graph) in small() {
        let compare =
            if LARGE.contains(&name) { compare_outputs_of_large } else { compare_outputs };
        compare(name, graph, &outputs[name]);
    }
}
