//! Values of half precision, and types that are refused.

use candle_core::{DType, Device, Tensor};
use candle_nn::VarBuilder;
use cnn::cnn;
use cnn_candle::Net;
use cnn_reference::{State, cases, output, outputs, random};
use cnn_zoo::resnet::ResNet18;

cnn! {
    struct Small: [1, 4, 4] -> [2] < conv(1, 2, 3, bias = false); batchnorm; fc(_, 2) >
    /// Their sums and squares are too large for f16, their outputs are not.
    struct Large: [2, 4, 4] <
        concat {
            { avgpool(2); upsample(2) }
            { adaptive_avgpool(2); upsample(2) }
            instancenorm; groupnorm(1); layernorm; lrn(2);
        }
    >
}

/// A tensor of the reference as one of candle.
fn tensor(values: &cnn_reference::Tensor, dtype: DType) -> Tensor {
    let tensor = Tensor::from_slice(values.values(), values.sizes(), &Device::Cpu).unwrap();
    tensor.to_dtype(dtype).unwrap()
}

/// A tensor of candle as one of the reference.
fn values(tensor: &Tensor) -> cnn_reference::Tensor {
    let values = tensor.to_dtype(DType::F64).and_then(|values| values.flatten_all()?.to_vec1());
    cnn_reference::Tensor::new(tensor.dims(), values.unwrap())
}

/// The weights are saved in f32, and loaded in the type of the network.
fn weights(state: &State, dtype: DType) -> VarBuilder<'static> {
    VarBuilder::from_buffered_safetensors(state.to_safetensors(), dtype, &Device::Cpu).unwrap()
}

#[test]
fn every_layer_in_f16_is_pytorchs_but_for_rounding() {
    let cases = cases::all();
    let wrong = cases.iter().filter_map(|case| {
        let net = Net::from_graph(&case.graph, &weights(&case.state, DType::F16)).unwrap();
        let output = net.forward(&tensor(&case.input, DType::F16)).unwrap();
        assert_eq!(output.dtype(), DType::F16);
        // A unit in the last place is 2⁻¹⁰ of a value.
        let distance = values(&output).distance(&case.output) / case.output.magnitude().max(1.0);
        (distance > 2e-3).then(|| format!("{}: off by {distance:e}", case.name))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn sums_and_squares_may_be_larger_than_what_f16_can_hold() {
    let state = State::random(&Large::GRAPH, 1);
    let input = random::batch(&Large::GRAPH, 2, 1).map(|value| (32.0 * value).round() * 1e3);
    let expected = outputs(&Large::GRAPH, &state, &input);
    let net = Net::new::<Large>(&weights(&state, DType::F16)).unwrap();
    let mut nodes = Large::GRAPH.nodes.iter().zip(&expected);
    net.observe(&tensor(&input, DType::F16), |name, value| {
        let (node, expected) = nodes.next().unwrap();
        assert_eq!(name, node.name);
        let distance = values(value).distance(expected) / expected.magnitude();
        assert!(distance <= 2e-3, "{name} is off by {distance:e}");
    })
    .unwrap();
    assert_eq!(nodes.count(), 0, "layers that were not observed");
}

#[test]
fn a_network_in_f16_says_what_it_says_in_f32() {
    let graph = <ResNet18<10, 40>>::GRAPH;
    let (state, input) = (State::random(&graph, 1), random::batch(&graph, 2, 1));
    let expected = output(&graph, &state, &input);
    let net = Net::from_graph(&graph, &weights(&state, DType::F16)).unwrap();
    for net in [net.clone(), net.fold_batchnorm().unwrap()] {
        let distance =
            values(&net.forward(&tensor(&input, DType::F16)).unwrap()).distance(&expected);
        assert!(distance <= 1e-2 * expected.magnitude(), "off by {distance:e}");
    }
}

#[test]
fn what_candle_cannot_compute_with_is_refused() {
    for dtype in [DType::BF16, DType::U8, DType::I64] {
        let error = Net::new::<Small>(&VarBuilder::zeros(dtype, &Device::Cpu)).unwrap_err();
        let expected = format!(
            "candle cannot run `Small` with weights of {} on this device: load them as f32",
            dtype.as_str()
        );
        assert_eq!(error.to_string(), expected);
    }
}
