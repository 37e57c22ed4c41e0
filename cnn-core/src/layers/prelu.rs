//! The parametric ReLU.

use core::fmt;

use crate::error::Problem;
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::Arg;
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

params! {
    num_parameters: Size.inferable() = 1,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("prelu", PARAMS).aliases(&["PReLU", "PRelu", "Prelu"]),
    family: Family::Activation,
    reuse: Reuse::Overwrite,
};

pub(crate) const fn read(call: &mut Call<'_>) -> PRelu {
    let channels = call.input.size(0);
    let Arg::Size(slopes) = call.arg(PARAM.num_parameters.0) else {
        return PRelu { num_parameters: channels };
    };
    if slopes == 0 || (slopes != 1 && channels != 0 && slopes != channels) {
        let fix = if channels > 0 { Some(channels) } else { None };
        let problem = Problem::Slopes { slopes, channels };
        call.fail_with_fix(PARAM.num_parameters.at(), problem, fix);
    }
    PRelu { num_parameters: slopes }
}

/// `max(0, x)`, with a learnable slope below 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PRelu {
    /// The learned slopes: one, or one for each channel.
    pub num_parameters: usize,
}

impl PRelu {
    /// The shape of the input.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        call.input
    }

    /// `weight`, `[num_parameters]`.
    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::weight_and_bias(Shape::one(self.num_parameters), None)
    }

    /// One operation per value.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        Work::each(ends.output, 1)
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        ["PReLU"; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::INPUTS
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Same.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
