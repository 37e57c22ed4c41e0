//! The work of a layer.

use crate::shape::{Count, Shape};

/// The input and the output of a layer.
#[derive(Clone, Copy)]
pub(crate) struct Ends<'a> {
    /// The input, or the first input of a join.
    pub(crate) input: &'a Shape,
    /// How many values arrive.
    pub(crate) inputs: usize,
    /// The output.
    pub(crate) output: &'a Shape,
}

/// The work of a layer for one sample, at inference.
#[derive(Clone, Copy)]
pub(crate) struct Work {
    /// Two lists of sizes whose product is the number of multiply-accumulates: the values of a
    /// tensor, and what each of them takes.
    pub(crate) mac_factors: Option<[Shape; 2]>,
    /// The element-wise operations.
    pub(crate) ops: Count,
}

impl Work {
    /// A layer that computes nothing.
    pub(crate) const NONE: Work = Work { mac_factors: None, ops: Count::ZERO };

    /// Element-wise operations alone.
    pub(crate) const fn ops(ops: Count) -> Work {
        Work { mac_factors: None, ops }
    }

    /// So many operations for each value of a tensor.
    pub(crate) const fn each(values: &Shape, ops: usize) -> Work {
        Work::ops(Count::elements(values).times(ops))
    }
}
