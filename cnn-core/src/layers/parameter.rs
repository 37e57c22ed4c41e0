//! Tensors that are used as values.

use core::fmt;

use crate::error::Problem;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::{Sizes, params};
use crate::language::signature::Signature;
use crate::layers::MOST_SIZES;
use crate::shape::{Shape, Tensor, Tensors};

pub(crate) mod parameter {
    use super::*;

    params! {
        shape: Sizes,
        stored: Sizes = shape,
        init: Float = 0.0,
        std: Float = 0.0,
    }

    pub(crate) static KEYWORD: Keyword =
        keyword(Signature::new("parameter", PARAMS).aliases(&["Parameter", "add_weight"]));

    pub(crate) const fn read(call: &mut Call<'_>) -> Parameter {
        let (init, std) = (call.float(PARAM.init), call.at_least_zero(PARAM.std));
        let (shape, stored) = shapes(call, PARAM.shape, PARAM.stored);
        Parameter { shape, stored, init, std, learned: true }
    }
}

pub(crate) mod buffer {
    use super::*;

    params! {
        shape: Sizes,
        stored: Sizes = shape,
        init: Float = 0.0,
    }

    pub(crate) static KEYWORD: Keyword =
        keyword(Signature::new("buffer", PARAMS).aliases(&["Buffer", "register_buffer"]));

    pub(crate) const fn read(call: &mut Call<'_>) -> Parameter {
        let init = call.float(PARAM.init);
        let (shape, stored) = shapes(call, PARAM.shape, PARAM.stored);
        Parameter { shape, stored, init, std: 0.0, learned: false }
    }
}

const fn keyword(signature: Signature) -> Keyword {
    Keyword { signature, family: Family::Scale, reuse: Reuse::Never }
}

/// The shape of the value, and that of the tensor, which has as many values.
const fn shapes(call: &mut Call<'_>, shape: Sizes, stored: Sizes) -> (Shape, Shape) {
    let value = call.sizes(shape, MOST_SIZES);
    if !call.is_written(stored.0) {
        return (value, value);
    }
    let tensor = call.sizes(stored, crate::MAX_RANK);
    let (values, declared) = (value.checked_elements(), tensor.checked_elements());
    match (values, declared) {
        (Some(0), _) | (_, Some(0)) => {}
        (Some(values), Some(declared)) if values == declared => {}
        _ => call.fail(stored.at(), Problem::Values { values, shape: tensor }),
    }
    (value, tensor)
}

/// A tensor that is used as a value, the same for all samples.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Parameter {
    /// The shape of the value, without the batch axis.
    pub shape: Shape,
    /// The shape of the tensor, which has as many values.
    pub stored: Shape,
    /// The mean of its values before it is trained.
    pub init: f64,
    /// Their standard deviation.
    pub std: f64,
    /// Whether it is learned; otherwise it is a buffer.
    pub learned: bool,
}

impl Parameter {
    pub(crate) const fn output(&self, _: &mut Call<'_>) -> Shape {
        self.shape
    }

    /// The tensor is named as the node, without a suffix.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE.and(match self.learned {
            true => Tensor::parameter("", self.stored),
            false => Tensor::buffer("", self.stored),
        })
    }

    pub(crate) const fn work(&self, _: &Ends<'_>) -> Work {
        Work::NONE
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        [if self.learned { "Parameter" } else { "Buffer" }; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::NOTHING
    }

    /// It depends on nothing that arrives.
    pub(crate) const fn reach(&self, _: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Nothing.of(0)
    }

    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        text.write_str(" ")?;
        super::write_sizes(text, &self.shape)
    }
}
