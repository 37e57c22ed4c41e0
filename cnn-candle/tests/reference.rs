//! Every layer says what PyTorch says, and every node of random networks what the reference says, in
//! f64 and therefore almost to the last digit.

use candle_core::{DType, Device};
use candle_nn::VarBuilder;
use cnn::Graph;
use cnn_candle::Net;
use cnn_reference::{State, Tensor, cases, outputs, random};

/// What each node makes, or why the network is refused.
fn ours(graph: &Graph, state: &State, input: &Tensor) -> Result<Vec<Tensor>, String> {
    let (file, device) = (state.to_safetensors_f64(), Device::Cpu);
    let weights = VarBuilder::from_slice_safetensors(&file, DType::F64, &device).unwrap();
    let net = Net::from_graph(graph, &weights).map_err(|error| error.to_string())?;
    let input = candle_core::Tensor::from_slice(input.values(), input.sizes(), &device).unwrap();
    let mut outputs = Vec::new();
    net.observe(&input, |_, value| {
        let values = value.flatten_all().and_then(|row| row.to_vec1()).unwrap();
        outputs.push(Tensor::new(value.dims(), values));
    })
    .map_err(|error| error.to_string())?;
    Ok(outputs)
}

/// What is wrong with a value, if anything is.
fn wrong(ours: &Tensor, expected: &Tensor, within: f64) -> Option<String> {
    if ours.sizes() != expected.sizes() {
        return Some(format!("{:?}, not {:?}", ours.sizes(), expected.sizes()));
    }
    let distance = ours.distance(expected);
    (distance > within * expected.magnitude().max(1.0)).then(|| format!("off by {distance:e}"))
}

#[test]
fn every_layer_is_pytorchs() {
    let cases = cases::all();
    let wrong = cases.iter().filter_map(|case| {
        let wrong = match ours(&case.graph, &case.state, &case.input) {
            Ok(ours) => wrong(ours.last().unwrap(), &case.output, 1e-10),
            Err(error) => Some(error),
        };
        Some(format!("{}: {}", case.name, wrong?))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn every_node_of_random_networks_is_the_references() {
    let mut refused = 0;
    for seed in 0..300 {
        let graph = random::network(seed).graph;
        let (state, input) = (State::random(&graph, seed), random::batch(&graph, 3, seed));
        let ours = match ours(&graph, &state, &input) {
            Ok(ours) => ours,
            Err(error) => {
                assert!(error.starts_with("candle cannot run"), "network {seed}: {error}");
                refused += 1;
                continue;
            }
        };
        let expected = outputs(&graph, &state, &input);
        assert_eq!(ours.len(), expected.len());
        for (node, (ours, expected)) in graph.nodes.iter().zip(ours.iter().zip(&expected)) {
            if !expected.magnitude().is_finite() {
                // A dilated pool that finds nothing but padding makes it −∞, as in PyTorch.
                break;
            }
            let wrong = wrong(ours, expected, 1e-9);
            assert_eq!(wrong, None, "network {seed}, {}: {:?}", node.name, node.op);
        }
    }
    assert!(refused < 100, "{refused} refused");
}
