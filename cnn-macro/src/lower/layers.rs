//! A network as a list of layers.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use cnn_core::Arg;
use cnn_core::lint::Lint;
use proc_macro2::Span;

use crate::call::bind::Bound;
use crate::call::operand::{Operand, Value};
use crate::syntax::ast::{Call, Label};

/// A network as a list of layers, in the order they run.
pub struct Flat<'a> {
    pub input: Header,
    pub output: Option<Header>,
    pub layers: Vec<Layer<'a>>,
    /// The statements with labels and the calls that have become layers, and which ones.
    pub origins: Vec<(Origin<'a>, Range<usize>)>,
    /// Whether the last layer is known to give the output: nothing unreadable follows it.
    pub complete: bool,
}

/// The sizes of a declared shape. `None` where one of them is impossible.
pub struct Header {
    pub span: Span,
    pub sizes: Vec<Option<Value>>,
}

/// A layer in its place.
pub struct Layer<'a> {
    pub name: String,
    pub call: Rc<Template<'a>>,
    /// The values it takes: 0 is the network's input, `i + 1` the output of layer `i`. None, if it
    /// follows something unreadable.
    pub inputs: Vec<usize>,
    pub frozen: bool,
    /// The lints that are not to be reported.
    pub allowed: Rc<[Lint]>,
    /// The calls of blocks that it stands in, for messages.
    pub within: Rc<str>,
}

/// What has become layers.
#[derive(Clone, Copy)]
pub enum Origin<'a> {
    /// A statement with this label.
    Label(&'a Label),
    Call(&'a Call),
}

impl Origin<'_> {
    /// The same for the same place in the source.
    pub fn id(self) -> usize {
        match self {
            Origin::Label(label) => std::ptr::from_ref(label).addr(),
            Origin::Call(call) => std::ptr::from_ref(call).addr(),
        }
    }
}

/// A call with the values of its arguments.
pub struct Template<'a> {
    pub bound: Rc<Bound<'a>>,
    pub operands: Vec<Operand>,
}

impl Flat<'_> {
    /// What is left of a network whose body could not be read.
    pub fn unreadable() -> Self {
        let input = Header { span: Span::call_site(), sizes: vec![None] };
        Flat { input, output: None, layers: Vec::new(), origins: Vec::new(), complete: false }
    }

    /// The layers that each call in the source has become: several, if it is repeated or stands in
    /// a block.
    pub fn by_call(&self) -> Vec<Vec<usize>> {
        let mut calls: Vec<Vec<usize>> = Vec::new();
        let mut known: HashMap<*const Bound<'_>, usize> = HashMap::new();
        for (index, layer) in self.layers.iter().enumerate() {
            let call = *known.entry(Rc::as_ptr(&layer.call.bound)).or_insert(calls.len());
            match calls.get_mut(call) {
                Some(layers) => layers.push(index),
                None => calls.push(vec![index]),
            }
        }
        calls
    }
}

impl Template<'_> {
    /// The arguments that are written, with the indices of their parameters, if all are known.
    pub fn args(&self) -> Option<Vec<(usize, Arg<'_>)>> {
        let written = self.operands.iter().enumerate().filter(|(_, operand)| !operand.is_omitted());
        written.map(|(param, operand)| Some((param, operand.arg()?))).collect()
    }

    /// Whether it depends on a parameter of the network.
    pub fn is_generic(&self) -> bool {
        self.operands.iter().any(Operand::is_generic)
    }
}
