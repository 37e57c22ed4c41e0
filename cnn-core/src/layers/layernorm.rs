//! Layer normalization.

use core::fmt;

use super::norm::ops_per_value;
use crate::error::Problem;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::Arg;
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    normalized_shape: Sizes = _,
    eps: Float = 1e-5,
    elementwise_affine: Flag = true,
}

pub(crate) const KEYWORD: Keyword = Keyword {
    signature: Signature::new("layernorm", PARAMS).aliases(&[
        "LayerNorm",
        "layer_norm",
        "LayerNormalization",
        "ln",
    ]),
    family: Family::Norm,
    reuse: Reuse::Overwrite,
};

pub(crate) const fn read(call: &mut Call<'_>) -> LayerNorm {
    LayerNorm {
        normalized_shape: read_normalized_shape(call),
        eps: call.float(PARAM.eps),
        elementwise_affine: call.flag(PARAM.elementwise_affine),
    }
}

/// Normalization of each sample over its last axes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LayerNorm {
    /// The last axes, over which is normalized.
    pub normalized_shape: Shape,
    /// What is added to the variance.
    pub eps: f64,
    /// Whether there is a learned factor and offset per normalized value.
    pub elementwise_affine: bool,
}

impl LayerNorm {
    /// The shape that arrives.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    /// `weight` and `bias`, each of the normalized shape.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        if !self.elementwise_affine {
            return Tensors::NONE;
        }
        Tensors::weight_and_bias(self.normalized_shape, Some(self.normalized_shape))
    }

    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, ops_per_value(self.elementwise_affine))
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["LayerNorm"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    pub(crate) const fn reach(&self, dim: usize, ends: &Ends<'_>) -> ReachOf {
        Reach::all_if(ends.input.rank() - dim <= self.normalized_shape.rank()).of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}

/// The declared shape, which has to be the end of what arrives; `_` is all of what arrives.
const fn read_normalized_shape(call: &mut Call<'_>) -> Shape {
    let at = PARAM.normalized_shape.at();
    let input = call.input;
    let mut shape = Shape::LOST;
    match call.arg(PARAM.normalized_shape.0) {
        Arg::Size(value) => shape = shape.push(value),
        Arg::List(list) if list.len() > crate::MAX_RANK => {
            let problem = Problem::AxisCount { values: list.len(), axes: input.rank() };
            call.fail(at, problem);
        }
        Arg::List(list) => {
            while shape.rank() < list.len() {
                let Arg::Size(value) = list[shape.rank()] else { return input };
                shape = shape.push(value);
            }
        }
        _ => return input,
    }
    if input.is_lost() {
        return shape;
    }
    let mut agrees = shape.rank() > 0 && shape.rank() <= input.rank();
    let mut axis = 0;
    while agrees && axis < shape.rank() {
        let arrives = input.size(input.rank() - shape.rank() + axis);
        agrees = shape.size(axis) > 0 && (arrives == 0 || arrives == shape.size(axis));
        axis += 1;
    }
    if !agrees {
        let fix = if shape.rank() == 1 { Some(input.size(input.spatial_rank())) } else { None };
        call.fail_with_fix(at, Problem::Normalized { shape }, fix);
    }
    shape
}
