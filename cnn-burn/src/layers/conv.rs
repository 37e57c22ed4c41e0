//! Convolutions and fully connected layers.

use burn::tensor::Tensor;
use burn::tensor::module::{
    conv_transpose1d, conv_transpose2d, conv_transpose3d, conv1d, conv2d, conv3d, linear,
};
use burn::tensor::ops::{ConvOptions, ConvTransposeOptions, PadMode};
use cnn::ops::{Conv, ConvTranspose, Linear};

use super::sizes;
use crate::state::{State, Stored};
use crate::value::{Value, keep_rank};

const RANKS: &str = "the weight of a convolution has the rank of its input";

pub(crate) fn conv(conv: &Conv, state: &State, x: Value) -> Value {
    let bias = state.row("bias");
    match (x, state.weight()) {
        (Value::Rank3(x), Stored::Rank3(weight)) => {
            Value::Rank3(conv1d(x, weight.val(), bias, options(conv)))
        }
        (Value::Rank4(x), Stored::Rank4(weight)) => {
            Value::Rank4(conv2d(x, weight.val(), bias, options(conv)))
        }
        (Value::Rank5(x), Stored::Rank5(weight)) => {
            let (x, options) = symmetric(x, options(conv));
            Value::Rank5(conv3d(x, weight.val(), bias, options))
        }
        _ => unreachable!("{RANKS}"),
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

/// A volume with its padding in place, where that is not the same on both sides: burn's `conv3d`
/// does not take it.
fn symmetric(x: Tensor<5>, mut options: ConvOptions<3>) -> (Tensor<5>, ConvOptions<3>) {
    if !options.is_asymmetric() {
        return (x, options);
    }
    let padding = core::mem::take(&mut options.padding);
    (x.pad(padding, PadMode::Constant(0.0)), options)
}

pub(crate) fn conv_transpose(conv: &ConvTranspose, state: &State, x: Value) -> Value {
    let bias = state.row("bias");
    match (x, state.weight()) {
        (Value::Rank3(x), Stored::Rank3(weight)) => {
            Value::Rank3(conv_transpose1d(x, weight.val(), bias, transposed(conv)))
        }
        (Value::Rank4(x), Stored::Rank4(weight)) => {
            Value::Rank4(conv_transpose2d(x, weight.val(), bias, transposed(conv)))
        }
        (Value::Rank5(x), Stored::Rank5(weight)) => {
            Value::Rank5(conv_transpose3d(x, weight.val(), bias, transposed(conv)))
        }
        _ => unreachable!("{RANKS}"),
    }
}

fn transposed<const N: usize>(conv: &ConvTranspose) -> ConvTransposeOptions<N> {
    let window = &conv.window;
    ConvTransposeOptions::new(
        sizes(&window.stride),
        sizes(&window.padding.before),
        sizes(&conv.output_padding),
        sizes(&window.dilation),
        conv.groups,
    )
}

/// PyTorch's weight is `[out_features, in_features]`, burn's function takes it transposed.
pub(crate) fn fully_connected(layer: &Linear, state: &State, x: Value) -> Value {
    let Stored::Rank2(weight) = state.weight() else {
        unreachable!("the weight of a linear layer has two sizes");
    };
    let (weight, bias) = (weight.val().transpose(), state.row("bias"));
    let x = if layer.flatten { x.reshape(&[layer.in_features]) } else { x };
    keep_rank!(x, x => linear(x, weight, bias))
}
