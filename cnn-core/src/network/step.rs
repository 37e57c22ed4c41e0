//! Layers as they are declared: what `cnn!` emits.

use crate::error::At;
use crate::language::{Arg, Args, Inputs};
use crate::layers::Kind;

/// One layer as it was declared: what [`cnn!`] emits for it.
///
/// [`cnn!`]: https://docs.rs/cnn/latest/cnn/macro.cnn.html
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
    /// The call as it was written.
    pub written: Written<'a>,
    /// The calls of blocks that it stands in, the innermost first; empty outside of blocks.
    pub within: &'a str,
}

impl<'a> Step<'a> {
    /// A layer that takes the value before it, of which nothing is left to check.
    ///
    /// Most layers are such. For rustc a call is several times as fast to read as all the fields.
    pub const fn plain(
        name: &'a str,
        kind: Kind,
        sizes: &'a [usize],
        others: &'a [(usize, Arg<'a>)],
        text: &'a str,
        line: u32,
    ) -> Step<'a> {
        let (args, written) =
            (Args { sizes, others }, Written { text, line, places: &[], residual: false });
        let inputs = Inputs::Previous;
        Step { name, kind, args, inputs, frozen: false, written, within: "" }
    }

    /// A layer that takes any values.
    pub const fn at(self, inputs: &'a [usize]) -> Step<'a> {
        Step { inputs: Inputs::Values(inputs), ..self }
    }

    /// A join that is written as `residual { … }`.
    pub const fn residual(self) -> Step<'a> {
        Step { written: Written { residual: true, ..self.written }, ..self }
    }

    /// A layer whose parameters count as not trainable.
    pub const fn frozen(self) -> Step<'a> {
        Step { frozen: true, ..self }
    }

    /// A layer that may still turn out to be wrong.
    pub const fn open(self, written: Written<'a>, within: &'a str) -> Step<'a> {
        Step { written, within, ..self }
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

impl Place {
    /// Where an argument is.
    pub const fn param(param: usize, start: usize, end: usize) -> Place {
        Place { at: At::Param(param), start, end, named: false }
    }

    /// Where a value of an argument that is a list is.
    pub const fn element(param: usize, element: usize, start: usize, end: usize) -> Place {
        Place { at: At::Element(param, element), start, end, named: false }
    }

    /// The same place, with names in it.
    pub const fn named(self) -> Place {
        Place { named: true, ..self }
    }
}

impl Written<'_> {
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
