//! Compares every layer in every engine with PyTorch.

mod engines;

use cnn_reference::cases;
use engines::{ENGINES, Precision};

#[test]
fn every_layer_is_pytorchs_in_every_engine() {
    let mut wrong = Vec::new();
    for engine in ENGINES {
        for case in cases::all() {
            let outputs =
                match engine.nodes(&case.graph, &case.state, &case.input, Precision::Double) {
                    Ok(outputs) => outputs,
                    Err(refusal) => {
                        wrong.push(format!("{}: {} is refused: {refusal}", engine.name, case.name));
                        continue;
                    }
                };
            let (_, ours) = outputs.last().unwrap();
            if ours.sizes() != case.output.sizes() {
                wrong.push(format!("{}: {}: {:?}", engine.name, case.name, ours.sizes()));
                continue;
            }
            let distance = ours.distance(&case.output);
            if distance > 1e-10 * case.output.magnitude().max(1.0) {
                wrong.push(format!("{}: {}: off by {distance:e}", engine.name, case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
