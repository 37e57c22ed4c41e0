//! cnn-candle.

use candle_core::{DType, Device, Result};
use candle_nn::VarBuilder;
use cnn_candle::Net;
use cnn_core::Graph;
use cnn_reference::{State, Tensor};

use super::{Outputs, Precision};

pub fn outputs(graph: &Graph, state: &State, inputs: &[Tensor], precision: Precision) -> Outputs {
    let (file, dtype) = match precision {
        Precision::Single => (state.to_safetensors(), DType::F32),
        Precision::Double => (state.to_safetensors_f64(), DType::F64),
    };
    let weights = VarBuilder::from_buffered_safetensors(file, dtype, &Device::Cpu).unwrap();
    let net = Net::from_graph(graph, &weights).map_err(|error| error.to_string())?;
    let input = |input: &Tensor| match precision {
        Precision::Single => contiguous(input).and_then(|input| input.to_dtype(dtype)),
        Precision::Double => view(input),
    };
    let read = |value: &candle_core::Tensor| {
        let values = value.to_dtype(DType::F64).and_then(|value| value.flatten_all()?.to_vec1());
        Tensor::new(value.dims(), values.unwrap())
    };
    let mut nodes = Vec::new();
    let observe =
        |name: &str, value: &candle_core::Tensor| nodes.push((name.to_owned(), read(value)));
    let inputs = inputs.iter().map(input).collect::<Result<Vec<_>>>().unwrap();
    let outputs = net.observe_all(&inputs, observe).map_err(|error| error.to_string())?;
    Ok((nodes, outputs.iter().map(read).collect()))
}

fn contiguous(values: &Tensor) -> Result<candle_core::Tensor> {
    candle_core::Tensor::from_slice(values.values(), values.sizes(), &Device::Cpu)
}

/// A tensor whose first axis runs fastest in memory, as with burn.
fn view(values: &Tensor) -> Result<candle_core::Tensor> {
    let reversed: Vec<usize> = (0..values.sizes().len()).rev().collect();
    contiguous(values)?.permute(&reversed[..])?.contiguous()?.permute(&reversed[..])
}
