//! Convolutions and fully connected layers.

use burn::tensor::Tensor;
use burn::tensor::module::{
    conv_transpose1d, conv_transpose2d, conv_transpose3d, conv1d, conv2d, conv3d, linear,
};
use burn::tensor::ops::{ConvOptions, ConvTransposeOptions, PadMode as Fill};
use cnn_core::layers::{Conv, ConvTranspose, Linear, PadMode};

use super::weights::{complete, has_training_mode, standardized, weights};
use crate::layer::{Initial, Site, Stateful, Stateless};
use crate::state::LayerState;
use crate::tensor::sizes;
use crate::value::{Value, keep_rank};

const SPATIAL: &str = "the input of a convolution has one to three spatial axes";

impl Stateful for Conv {
    fn forward(&self, x: Value, state: &LayerState, site: Site<'_>) -> Value {
        if self.padding_mode != PadMode::Zeros {
            let (pad, unpadded) = self.after_pad();
            return unpadded.forward(pad.forward(x, site), state, site);
        }
        let bias = state.row("bias");
        match x {
            Value::Rank3(x) => {
                Value::Rank3(conv1d(x, kernel(self, state, site), bias, options(self)))
            }
            Value::Rank4(x) => {
                Value::Rank4(conv2d(x, kernel(self, state, site), bias, options(self)))
            }
            Value::Rank5(x) => {
                let (x, options) = symmetric(x, options(self));
                Value::Rank5(conv3d(x, kernel(self, state, site), bias, options))
            }
            Value::Rank2(_) => unreachable!("{SPATIAL}"),
        }
    }

    fn initial(&self, suffix: &str) -> Initial {
        if suffix == "gain" { Initial::Constant(1.0) } else { Initial::KaimingUniform }
    }

    fn has_training_mode(&self) -> bool {
        has_training_mode(self.parametrization)
    }

    fn complete(&self, state: &mut LayerState) {
        complete(self.parametrization, 0, state);
    }
}

/// The weights that it convolves with.
fn kernel<const D: usize>(conv: &Conv, state: &LayerState, site: Site<'_>) -> Tensor<D> {
    let weight = weights(conv.parametrization, 0, state, site.training);
    match &conv.standardization {
        Some(how) => standardized(how, &weight, state),
        None => weight,
    }
}

fn options<const N: usize>(conv: &Conv) -> ConvOptions<N> {
    let window = &conv.window;
    let padding = core::array::from_fn(|axis| window.padding.axis(axis));
    ConvOptions::new_with_padding(
        sizes(&window.stride),
        padding,
        sizes(&window.dilation),
        conv.groups,
    )
}

/// A volume that is padded already, if its padding differs from one side to the other: burn's `conv3d`
/// does not take such a padding.
fn symmetric(x: Tensor<5>, mut options: ConvOptions<3>) -> (Tensor<5>, ConvOptions<3>) {
    if !options.is_asymmetric() {
        return (x, options);
    }
    let padding = core::mem::take(&mut options.padding);
    (x.pad(padding, Fill::Constant(0.0)), options)
}

impl Stateful for ConvTranspose {
    fn forward(&self, x: Value, state: &LayerState, site: Site<'_>) -> Value {
        let bias = state.row("bias");
        match x {
            Value::Rank3(x) => {
                let weight = transposed_kernel(self, state, site);
                Value::Rank3(conv_transpose1d(x, weight, bias, transposed(self)))
            }
            Value::Rank4(x) => {
                let weight = transposed_kernel(self, state, site);
                Value::Rank4(conv_transpose2d(x, weight, bias, transposed(self)))
            }
            Value::Rank5(x) => {
                let weight = transposed_kernel(self, state, site);
                Value::Rank5(conv_transpose3d(x, weight, bias, transposed(self)))
            }
            Value::Rank2(_) => unreachable!("{SPATIAL}"),
        }
    }

    fn initial(&self, _: &str) -> Initial {
        Initial::KaimingUniform
    }

    fn has_training_mode(&self) -> bool {
        has_training_mode(self.parametrization)
    }

    fn complete(&self, state: &mut LayerState) {
        complete(self.parametrization, 1, state);
    }
}

fn transposed_kernel<const D: usize>(
    conv: &ConvTranspose,
    state: &LayerState,
    site: Site<'_>,
) -> Tensor<D> {
    weights(conv.parametrization, 1, state, site.training)
}

pub(super) fn transposed<const N: usize>(conv: &ConvTranspose) -> ConvTransposeOptions<N> {
    let window = &conv.window;
    ConvTransposeOptions::new(
        sizes(&window.stride),
        sizes(&window.padding.before),
        sizes(&conv.output_padding),
        sizes(&window.dilation),
        conv.groups,
    )
}

/// PyTorch's weight is `[out_features, in_features]`. burn's function takes it transposed.
/// The same as `linear(x, weight.transpose(), bias)`, whose gradient for the weight is transposed in memory, which makes the
/// step of an optimizer several times as slow. Here, the values are transposed, which pays if they are fewer.
fn few_rows<const D: usize>(x: Tensor<D>, weight: Tensor<2>, bias: Option<Tensor<1>>) -> Tensor<D> {
    let mut dims = x.dims();
    let [out_features, in_features] = weight.dims();
    let columns = x.reshape([-1, in_features as i32]).transpose();
    let rows = weight.matmul(columns).transpose();
    dims[D - 1] = out_features;
    match bias {
        Some(bias) => rows + bias.unsqueeze(),
        None => rows,
    }
    .reshape(dims)
}

impl Stateful for Linear {
    fn forward(&self, x: Value, state: &LayerState, site: Site<'_>) -> Value {
        let weight: Tensor<2> = weights(self.parametrization, 0, state, site.training);
        let bias = state.row("bias");
        let x = if self.flatten { x.reshape(&[self.in_features]) } else { x };
        keep_rank!(x, x => {
            let rows = x.shape().num_elements() / self.in_features;
            let values = rows * (self.in_features + self.out_features);
            if weight.is_require_grad() && values < self.in_features * self.out_features {
                few_rows(x, weight, bias)
            } else {
                linear(x, weight.transpose(), bias)
            }
        })
    }

    fn initial(&self, _: &str) -> Initial {
        Initial::KaimingUniform
    }

    fn has_training_mode(&self) -> bool {
        has_training_mode(self.parametrization)
    }

    fn complete(&self, state: &mut LayerState) {
        complete(self.parametrization, 0, state);
    }
}
