//! Layers as they are declared.

use crate::error::At;
use crate::language::{Arg, Args, Inputs};
use crate::layers::Kind;

/// One layer as it was declared.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The name of the node.
    pub name: &'a str,
    /// The keyword.
    pub kind: Kind,
    /// The arguments.
    pub args: Args<'a>,
    /// The values it takes.
    pub inputs: Inputs<'a>,
    /// Whether its parameters count as not trainable.
    pub frozen: bool,
    /// The step whose parameters and buffers it uses, if it has none of its own.
    pub weights_of: Option<usize>,
    /// The call as it was written.
    pub written: Written<'a>,
    /// The calls of blocks that it is in, the innermost first; empty outside of blocks.
    pub within: &'a str,
}

impl<'a> Step<'a> {
    /// A layer that takes the value before it, and is written nowhere: for networks that are declared at
    /// run time.
    ///
    /// ```
    /// use cnn_core::{Arg, Kind, Step};
    ///
    /// let conv = Step::new("conv1", Kind::Conv, &[3, 20, 5], &[(7, Arg::Flag(false))]);
    /// let sum = Step::new("add1", Kind::Add, &[], &[]).at(&[1, 0]);
    /// ```
    pub const fn new(
        name: &'a str,
        kind: Kind,
        sizes: &'a [usize],
        others: &'a [(usize, Arg<'a>)],
    ) -> Step<'a> {
        let (args, written) = (Args { sizes, others }, Written::NOWHERE);
        Step {
            name,
            kind,
            args,
            inputs: Inputs::Previous,
            frozen: false,
            weights_of: None,
            written,
            within: "",
        }
    }

    /// A layer that takes these values: 0 is the network's input, `i + 1` the output of layer `i`.
    pub const fn at(self, inputs: &'a [usize]) -> Step<'a> {
        Step { inputs: Inputs::Values(inputs), ..self }
    }

    /// A layer that uses the parameters and buffers of an earlier step.
    pub const fn with_weights_of(self, step: usize) -> Step<'a> {
        Step { weights_of: Some(step), ..self }
    }
}

/// A call as it was written.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// The text, such as `conv(3, 20, kernel_size = 5)`.
    pub text: &'a str,
    /// The line of the source it begins in; 0 if that is not known.
    pub line: u32,
    /// Where in the text the arguments are, if it may still turn out to be wrong.
    pub places: &'a [Place],
    /// Whether it is written as `residual { … }`.
    pub residual: bool,
}

/// Where a value is in the text of a call.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Which value.
    pub at: At,
    /// The index of its first byte.
    pub start: usize,
    /// The index of the first byte after it.
    pub end: usize,
    /// Whether there are names in it, which may stand for the same value elsewhere; otherwise it is
    /// made of numbers, which can be replaced.
    pub named: bool,
}

impl Written<'_> {
    /// A call without a text.
    pub const NOWHERE: Written<'static> =
        Written { text: "", line: 0, places: &[], residual: false };

    /// The index of the place where a value is; for a value in a list that is not written as a
    /// list, the place of the argument. `None` for the layer as a whole.
    pub const fn find(&self, at: At) -> Option<usize> {
        let mut i = 0;
        while i < self.places.len() {
            if self.places[i].at.same(at) {
                return Some(i);
            }
            i += 1;
        }
        match at {
            At::Element(param, _) => self.find(At::Param(param)),
            _ => None,
        }
    }
}
