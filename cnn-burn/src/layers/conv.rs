//! Convolutions and fully connected layers.

use burn::tensor::Tensor;
use burn::tensor::module::{
    conv_transpose1d, conv_transpose2d, conv_transpose3d, conv1d, conv2d, conv3d, linear,
};
use burn::tensor::ops::{ConvOptions, ConvTransposeOptions, PadMode as Fill};
use cnn_core::layers::{Conv, ConvTranspose, Linear, PadMode};

use super::weights::{set_lengths, standardized, weights};
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
            Value::Rank3(x) => Value::Rank3(conv1d(x, kernel(self, state), bias, options(self))),
            Value::Rank4(x) => Value::Rank4(conv2d(x, kernel(self, state), bias, options(self))),
            Value::Rank5(x) => {
                let (x, options) = symmetric(x, options(self));
                Value::Rank5(conv3d(x, kernel(self, state), bias, options))
            }
            Value::Rank2(_) => unreachable!("{SPATIAL}"),
        }
    }

    fn initial(&self, suffix: &str) -> Initial {
        if suffix == "gain" { Initial::Constant(1.0) } else { Initial::KaimingUniform }
    }

    fn complete(&self, state: &mut LayerState) {
        set_lengths(self.weight_norm, state);
    }
}

/// The weights that it convolves with.
fn kernel<const D: usize>(conv: &Conv, state: &LayerState) -> Tensor<D> {
    let weight = weights(conv.weight_norm, state);
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
    fn forward(&self, x: Value, state: &LayerState, _: Site<'_>) -> Value {
        let (bias, norm) = (state.row("bias"), self.weight_norm);
        match x {
            Value::Rank3(x) => {
                Value::Rank3(conv_transpose1d(x, weights(norm, state), bias, transposed(self)))
            }
            Value::Rank4(x) => {
                Value::Rank4(conv_transpose2d(x, weights(norm, state), bias, transposed(self)))
            }
            Value::Rank5(x) => {
                Value::Rank5(conv_transpose3d(x, weights(norm, state), bias, transposed(self)))
            }
            Value::Rank2(_) => unreachable!("{SPATIAL}"),
        }
    }

    fn initial(&self, _: &str) -> Initial {
        Initial::KaimingUniform
    }

    fn complete(&self, state: &mut LayerState) {
        set_lengths(self.weight_norm, state);
    }
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
impl Stateful for Linear {
    fn forward(&self, x: Value, state: &LayerState, _: Site<'_>) -> Value {
        let (weight, bias) = (weights(self.weight_norm, state).transpose(), state.row("bias"));
        let x = if self.flatten { x.reshape(&[self.in_features]) } else { x };
        keep_rank!(x, x => linear(x, weight, bias))
    }

    fn initial(&self, _: &str) -> Initial {
        Initial::KaimingUniform
    }

    fn complete(&self, state: &mut LayerState) {
        set_lengths(self.weight_norm, state);
    }
}
