//! A value that flows from layer to layer.

use core::any::Any;

use burn::tensor::{Tensor, TensorData};

/// A value of a network, with the batch as its first axis.
///
/// The rank of a tensor is part of its type in burn, and differs from layer to layer.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Value {
    /// `[batch, features]`
    Rank2(Tensor<2>),
    /// `[batch, channels, length]`
    Rank3(Tensor<3>),
    /// `[batch, channels, height, width]`
    Rank4(Tensor<4>),
    /// `[batch, channels, depth, height, width]`
    Rank5(Tensor<5>),
}

/// Applies an expression that keeps the rank to the tensor of a value, whatever its rank.
macro_rules! keep_rank {
    ($value:expr, $tensor:ident => $body:expr) => {
        match $value {
            Value::Rank2($tensor) => Value::Rank2($body),
            Value::Rank3($tensor) => Value::Rank3($body),
            Value::Rank4($tensor) => Value::Rank4($body),
            Value::Rank5($tensor) => Value::Rank5($body),
        }
    };
}
pub(crate) use keep_rank;

/// Evaluates an expression for the tensor of a value, whatever its rank.
macro_rules! any_rank {
    ($value:expr, $tensor:ident => $body:expr) => {
        match $value {
            Value::Rank2($tensor) => $body,
            Value::Rank3($tensor) => $body,
            Value::Rank4($tensor) => $body,
            Value::Rank5($tensor) => $body,
        }
    };
}
pub(crate) use any_rank;

impl Value {
    /// The value of a tensor; `None` if its rank is not 2 to 5.
    pub fn new<const D: usize>(tensor: Tensor<D>) -> Option<Value> {
        match D {
            2 => same(tensor).map(Value::Rank2),
            3 => same(tensor).map(Value::Rank3),
            4 => same(tensor).map(Value::Rank4),
            5 => same(tensor).map(Value::Rank5),
            _ => None,
        }
    }

    /// The tensor; `None` if its rank is not `D`.
    pub fn into_tensor<const D: usize>(self) -> Option<Tensor<D>> {
        any_rank!(self, tensor => same(tensor))
    }

    /// The sizes, the batch first.
    pub fn dims(&self) -> Vec<usize> {
        any_rank!(self, tensor => tensor.dims().to_vec())
    }

    /// Whether it is on a device with autodiff.
    pub(crate) fn is_autodiff(&self) -> bool {
        any_rank!(self, tensor => tensor.device().is_autodiff())
    }

    /// The numbers, read back from the device.
    pub fn into_data(self) -> TensorData {
        any_rank!(self, tensor => tensor.into_data())
    }

    /// The value with other sizes: the batch, then those of `sample`.
    pub(crate) fn reshape(self, sample: &[usize]) -> Value {
        any_rank!(self, tensor => {
            let batch = tensor.dims()[0];
            match *sample {
                [a] => Value::Rank2(tensor.reshape([batch, a])),
                [a, b] => Value::Rank3(tensor.reshape([batch, a, b])),
                [a, b, c] => Value::Rank4(tensor.reshape([batch, a, b, c])),
                [a, b, c, d] => Value::Rank5(tensor.reshape([batch, a, b, c, d])),
                _ => unreachable!("values have one to four sizes after the batch"),
            }
        })
    }
}

macro_rules! from_ranks {
    ($($rank:literal: $variant:ident),*) => {
        $(
            impl From<Tensor<$rank>> for Value {
                fn from(tensor: Tensor<$rank>) -> Value {
                    Value::$variant(tensor)
                }
            }
        )*
    };
}
from_ranks!(2: Rank2, 3: Rank3, 4: Rank4, 5: Rank5);

/// The same value as a type that is the same; `None` if it is another one.
pub(crate) fn same<A: 'static, B: 'static>(value: A) -> Option<B> {
    (&mut Some(value) as &mut dyn Any).downcast_mut::<Option<B>>()?.take()
}
