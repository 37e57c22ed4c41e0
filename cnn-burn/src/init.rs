//! New tensors, with PyTorch's initial values.

use burn::module::{Param, ParamId, RunningState};
use burn::tensor::{Device, Distribution, Int, Tensor, TensorData};
use cnn_core::{Node, Shape};

use crate::layer::Initial;
use crate::state::{LayerState, Stored};

/// The tensors of a new layer.
pub(crate) fn state(node: &Node, initial: impl Fn(&str) -> Initial, device: &Device) -> LayerState {
    let tensors = (0..).map_while(|index| node.op.tensor(index, &node.input));
    // A bias has as many inputs as the weight that it belongs to, which is a larger tensor.
    let of_weight = tensors.clone().map(|tensor| fan_in(&tensor.shape)).max().unwrap_or(1);
    let stored = tensors.map(|tensor| {
        let trained = tensor.learned.then_some(!node.frozen);
        let fan_in = if tensor.shape.rank() > 1 { fan_in(&tensor.shape) } else { of_weight };
        let filler = Filler { initial: initial(tensor.suffix), fan_in, device };
        (tensor.suffix, filler.stored(&tensor.shape, trained))
    });
    LayerState(stored.collect())
}

/// The number of inputs that a value of the output is computed from: the product of all sizes of the
/// weight but the first, also where it is transposed, as in PyTorch.
fn fan_in(weight: &Shape) -> usize {
    weight.dims().iter().skip(1).product()
}

/// Fills new tensors.
struct Filler<'a> {
    initial: Initial,
    fan_in: usize,
    device: &'a Device,
}

impl Filler<'_> {
    /// A tensor of this shape: a parameter, which may be trained, or a running statistic (`None`).
    fn stored(&self, shape: &Shape, trained: Option<bool>) -> Stored {
        if let Initial::Integers(integers) = &self.initial {
            let data = TensorData::new(integers.clone(), shape.dims().to_vec());
            return match shape.rank() {
                1 => Stored::Integers(self.integers(data)),
                _ => Stored::Table(self.integers(data)),
            };
        }
        let trained = match (trained, shape.rank()) {
            (Some(trained), _) => trained,
            (None, 1) => return Stored::Running(RunningState::new(self.tensor([shape.size(0)]))),
            // A buffer of more axes, which burn has no other place for.
            (None, _) => false,
        };
        match *shape.dims() {
            [a] => Stored::Rank1(self.param([a], trained)),
            [a, b] => Stored::Rank2(self.param([a, b], trained)),
            [a, b, c] => Stored::Rank3(self.param([a, b, c], trained)),
            [a, b, c, d] => Stored::Rank4(self.param([a, b, c, d], trained)),
            [a, b, c, d, e] => Stored::Rank5(self.param([a, b, c, d, e], trained)),
            _ => unreachable!("tensors have one to five sizes"),
        }
    }

    fn integers<const D: usize>(&self, data: TensorData) -> Param<Tensor<D, Int>> {
        Param::initialized(ParamId::new(), Tensor::from_data(data, self.device))
    }

    fn param<const D: usize>(&self, dims: [usize; D], trained: bool) -> Param<Tensor<D>> {
        // It is filled at once. If that were left to its first use, the values would depend on what is
        // drawn from the device's generator until then.
        Param::initialized(ParamId::new(), self.tensor(dims)).set_require_grad(trained)
    }

    fn tensor<const D: usize>(&self, dims: [usize; D]) -> Tensor<D> {
        match &self.initial {
            Initial::KaimingUniform => {
                let bound = 1.0 / (self.fan_in as f64).sqrt();
                Tensor::random(dims, Distribution::Uniform(-bound, bound), self.device)
            }
            Initial::XavierUniform => {
                let fans = dims.iter().sum::<usize>();
                let bound = (6.0 / fans as f64).sqrt();
                Tensor::random(dims, Distribution::Uniform(-bound, bound), self.device)
            }
            Initial::Normal { mean, std } => {
                Tensor::random(dims, Distribution::Normal(*mean, *std), self.device)
            }
            Initial::Constant(value) => Tensor::full(dims, *value, self.device),
            Initial::Values(values) => {
                Tensor::from_data(TensorData::new(values.clone(), dims), self.device)
            }
            Initial::Integers(_) => unreachable!("integers are no floats"),
        }
    }
}
