//! The tensors of a layer's state.

use super::Shape;

/// A tensor of a layer, as in PyTorch's `state_dict`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tensor {
    /// The suffix that is appended to the layer's name, after a dot. If it is empty, the tensor has the name of the
    /// layer.
    pub suffix: &'static str,
    /// Its shape.
    pub shape: Shape,
    /// Whether it is learnable; otherwise it is a buffer, such as running statistics.
    pub learned: bool,
    /// Whether it consists of integers, which PyTorch stores as `int64`, and not of floats.
    pub integer: bool,
}

impl Tensor {
    pub(crate) const WEIGHT: &'static str = "weight";
    pub(crate) const BIAS: &'static str = "bias";
    pub(crate) const RUNNING_MEAN: &'static str = "running_mean";
    pub(crate) const RUNNING_VAR: &'static str = "running_var";

    /// All suffixes of tensors, which are not allowed as names of layers below another layer.
    pub const SUFFIXES: [&'static str; 4] =
        [Tensor::WEIGHT, Tensor::BIAS, Tensor::RUNNING_MEAN, Tensor::RUNNING_VAR];

    pub(crate) const fn parameter(suffix: &'static str, shape: Shape) -> Tensor {
        Tensor { suffix, shape, learned: true, integer: false }
    }

    pub(crate) const fn buffer(suffix: &'static str, shape: Shape) -> Tensor {
        Tensor { suffix, shape, learned: false, integer: false }
    }

    /// The same tensor of integers.
    pub(crate) const fn of_integers(self) -> Tensor {
        Tensor { integer: true, ..self }
    }
}

/// The most tensors that a layer has: those of an attention in windows whose biases a network makes.
const MOST: usize = 10;

/// All tensors of a layer, in the order of PyTorch's `state_dict`.
#[derive(Clone, Copy)]
pub(crate) struct Tensors {
    list: [Option<Tensor>; MOST],
    count: usize,
}

impl Tensors {
    pub(crate) const NONE: Tensors = Tensors { list: [None; MOST], count: 0 };

    /// With one more tensor.
    pub(crate) const fn and(mut self, tensor: Tensor) -> Tensors {
        self.list[self.count] = Some(tensor);
        self.count += 1;
        self
    }

    /// A `weight`, and a `bias` unless the layer has none.
    pub(crate) const fn weight_and_bias(weight: Shape, bias: Option<Shape>) -> Tensors {
        let tensors = Tensors::NONE.and(Tensor::parameter(Tensor::WEIGHT, weight));
        match bias {
            Some(bias) => tensors.and(Tensor::parameter(Tensor::BIAS, bias)),
            None => tensors,
        }
    }

    /// The tensor with this index, if there are so many.
    pub(crate) const fn get(&self, index: usize) -> Option<Tensor> {
        if index < self.count { self.list[index] } else { None }
    }
}
