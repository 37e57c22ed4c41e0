//! cnn-burn.

use std::sync::OnceLock;

use burn::store::{ModuleSnapshot as _, SafetensorsStore};
use burn::tensor::{self, Device, FloatDType, TensorData};
use cnn_burn::{Net, Value};
use cnn_core::Graph;
use cnn_reference::{State, Tensor};

use super::{Outputs, Precision};

/// The CPU. A device is configured once, before it makes tensors, so all tests of a process have to use the
/// same precision.
fn device(precision: Precision) -> Device {
    static DOUBLE: OnceLock<Device> = OnceLock::new();
    let double = || {
        let mut device = Device::default();
        device.configure(FloatDType::F64).unwrap();
        device
    };
    match precision {
        Precision::Single => Device::default(),
        Precision::Double => DOUBLE.get_or_init(double).clone(),
    }
}

pub fn outputs(graph: &Graph, state: &State, inputs: &[Tensor], precision: Precision) -> Outputs {
    /// The ranks of input and output are constants of the type.
    macro_rules! by_rank {
        ($(($in:literal, $out:literal))*) => {
            match (graph.input.rank() + 1, graph.output.rank() + 1) {
                $(($in, $out) => run::<$in, $out>(graph, state, inputs, precision),)*
                ranks => panic!("{ranks:?}"),
            }
        };
    }
    by_rank!((2, 2)(2, 3)(2, 4)(2, 5)(3, 2)(3, 3)(3, 4)(3, 5)(4, 2)(4, 3)(4, 4)(4, 5)(5, 2)(5, 3)(
        5, 4
    )(5, 5))
}

fn run<const IN: usize, const OUT: usize>(
    graph: &Graph,
    state: &State,
    inputs: &[Tensor],
    precision: Precision,
) -> Outputs {
    let device = device(precision);
    let mut net = Net::<IN, OUT>::from_graph(graph, &device).map_err(|error| error.to_string())?;
    let file = match precision {
        Precision::Single => state.to_safetensors(),
        Precision::Double => state.to_safetensors_f64(),
    };
    net.load_from(&mut SafetensorsStore::from_bytes(Some(file))).unwrap();
    let read = |value: &Value| {
        let data = value.clone().into_data();
        Tensor::new(&value.dims(), data.iter::<f64>().collect())
    };
    let mut nodes = Vec::new();
    let observe = |name: &str, value: &Value| nodes.push((name.to_owned(), read(value)));
    let inputs = inputs.iter().map(|input| value(input, &device, precision)).collect();
    let outputs = net.observe_all(inputs, observe).map_err(|error| error.to_string())?;
    Ok((nodes, outputs.iter().map(read).collect()))
}

/// An input of a network.
fn value(values: &Tensor, device: &Device, precision: Precision) -> Value {
    fn of_rank<const D: usize>(values: &Tensor, device: &Device, precision: Precision) -> Value {
        let tensor: tensor::Tensor<D> = match precision {
            Precision::Single => contiguous(values, device),
            Precision::Double => view(values, device),
        };
        Value::new(tensor).unwrap()
    }
    match values.sizes().len() {
        2 => of_rank::<2>(values, device, precision),
        3 => of_rank::<3>(values, device, precision),
        4 => of_rank::<4>(values, device, precision),
        5 => of_rank::<5>(values, device, precision),
        rank => panic!("burn has no values of rank {rank}"),
    }
}

fn contiguous<const D: usize>(values: &Tensor, device: &Device) -> tensor::Tensor<D> {
    let data = TensorData::new(values.values().to_vec(), values.sizes().to_vec());
    tensor::Tensor::from_data(data, device)
}

/// A tensor whose first axis runs fastest in memory. The input of a network need not be contiguous, such as
/// an image whose channels were the last axis.
fn view<const D: usize>(values: &Tensor, device: &Device) -> tensor::Tensor<D> {
    let reversed = |list: &[usize]| list.iter().rev().copied().collect::<Vec<_>>();
    let sizes = reversed(values.sizes());
    let stored = Tensor::from_fn(&sizes, |index| values.at(&reversed(index)));
    contiguous::<D>(&stored, device).permute(core::array::from_fn(|axis| (D - 1 - axis) as isize))
}
