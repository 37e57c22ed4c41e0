//! New tensors, with the values that PyTorch gives them.

use burn::module::{Param, ParamId, RunningState};
use burn::tensor::{Device, Distribution, Tensor};
use cnn::{Node, Op, Shape};

use crate::state::{State, Stored};

/// What a tensor begins with.
enum Start {
    /// Random values between `-bound` and `bound`.
    Uniform { bound: f64 },
    /// One value.
    Constant(f64),
}

/// The tensors of a new layer.
///
/// Weights of convolutions and linear layers are PyTorch's `kaiming_uniform_(a = √5)`, which is
/// uniform in `± 1 / √fan_in`, and so are their biases; norms begin with factors of 1 and offsets
/// of 0; `prelu` with slopes of 0.25; `layer_scale` with torchvision's 1e-6.
pub(crate) fn state(node: &Node, device: &Device) -> State {
    let tensors = (0..).map_while(|index| node.op.tensor(index, &node.input));
    let fan_in = tensors.clone().next().map_or(1, |weight| fan_in(&weight.shape));
    State(
        tensors
            .map(|tensor| {
                let start = start(&node.op, tensor.suffix, fan_in);
                let learned = tensor.learned.then_some(!node.frozen);
                (tensor.suffix, stored(&tensor.shape, &start, learned, device))
            })
            .collect(),
    )
}

/// The values that a value of the output is made of: all sizes of the weight but the first, as in
/// PyTorch, also where it is transposed.
fn fan_in(weight: &Shape) -> usize {
    weight.dims().iter().skip(1).product()
}

fn start(op: &Op, suffix: &str, fan_in: usize) -> Start {
    match op {
        Op::Conv(_) | Op::ConvTranspose(_) | Op::Linear(_) => {
            Start::Uniform { bound: 1.0 / (fan_in as f64).sqrt() }
        }
        Op::PRelu(_) => Start::Constant(0.25),
        Op::LayerScale(_) => Start::Constant(1e-6),
        _ => match suffix {
            "bias" | "running_mean" => Start::Constant(0.0),
            _ => Start::Constant(1.0),
        },
    }
}

/// A tensor on the device. `learned` is whether a parameter is trained, and `None` of a statistic.
fn stored(shape: &Shape, start: &Start, learned: Option<bool>, device: &Device) -> Stored {
    let Some(trained) = learned else {
        return Stored::Running(RunningState::new(tensor([shape.size(0)], start, device)));
    };
    match *shape.dims() {
        [a] => Stored::Rank1(param([a], start, trained, device)),
        [a, b] => Stored::Rank2(param([a, b], start, trained, device)),
        [a, b, c] => Stored::Rank3(param([a, b, c], start, trained, device)),
        [a, b, c, d] => Stored::Rank4(param([a, b, c, d], start, trained, device)),
        [a, b, c, d, e] => Stored::Rank5(param([a, b, c, d, e], start, trained, device)),
        _ => unreachable!("tensors have one to five sizes"),
    }
}

fn param<const D: usize>(
    dims: [usize; D],
    start: &Start,
    trained: bool,
    device: &Device,
) -> Param<Tensor<D>> {
    // Made at once, not when it is first used: else the values would depend on what else has been
    // drawn from the device's generator until then.
    let param = Param::initialized(ParamId::new(), tensor(dims, start, device));
    param.set_require_grad(trained)
}

fn tensor<const D: usize>(dims: [usize; D], start: &Start, device: &Device) -> Tensor<D> {
    match *start {
        Start::Uniform { bound } => {
            Tensor::random(dims, Distribution::Uniform(-bound, bound), device)
        }
        Start::Constant(value) => Tensor::full(dims, value, device),
    }
}
