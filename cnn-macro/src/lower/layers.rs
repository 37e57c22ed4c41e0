//! A network as a list of layers.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use cnn_core::lint::Lint;
use proc_macro2::Span;

use crate::call::bind::BoundCall;
use crate::call::evaluate::EvaluatedCall;
use crate::call::operand::Scalar;
use crate::report::place::NodeId;
use crate::syntax::ast::Call;
use crate::syntax::label::Label;

/// More layers than any network has; repeats could ask for any number.
pub const MAX_LAYERS: usize = 20_000;

/// The value that flows from one layer into the next: 0 is the network's input, `i + 1` what leaves
/// layer `i`. `None` after something unreadable.
pub type Flow = Option<usize>;

/// A network as a list of layers, in the order they run.
pub struct Layers<'a> {
    pub input: DeclaredShape,
    pub output: Option<DeclaredShape>,
    pub list: Vec<Layer<'a>>,
    /// The statements with labels and the calls that have become layers, and which ones.
    pub origins: Vec<(Origin<'a>, Range<usize>)>,
    /// Whether the last layer is known to give the output: nothing unreadable follows it.
    pub complete: bool,
}

/// The sizes of a declared shape. `None` where one of them is impossible.
pub struct DeclaredShape {
    pub span: Span,
    pub sizes: Vec<Option<Scalar>>,
}

/// A layer in its place.
pub struct Layer<'a> {
    pub name: String,
    pub call: Rc<EvaluatedCall<'a>>,
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
    pub fn node(self) -> NodeId {
        match self {
            Origin::Label(label) => NodeId::of(label),
            Origin::Call(call) => NodeId::of(call),
        }
    }
}

impl Layers<'_> {
    /// What is left of a network whose body could not be read.
    pub fn unreadable() -> Self {
        let input = DeclaredShape { span: Span::call_site(), sizes: vec![None] };
        Layers { input, output: None, list: Vec::new(), origins: Vec::new(), complete: false }
    }

    /// The layers that each call in the source has become: several, if it is repeated or stands in
    /// a block.
    pub fn by_call(&self) -> Vec<Vec<usize>> {
        let mut calls: Vec<Vec<usize>> = Vec::new();
        let mut known: HashMap<*const BoundCall<'_>, usize> = HashMap::new();
        for (index, layer) in self.list.iter().enumerate() {
            let call = *known.entry(Rc::as_ptr(layer.call.bound())).or_insert(calls.len());
            match calls.get_mut(call) {
                Some(layers) => layers.push(index),
                None => calls.push(vec![index]),
            }
        }
        calls
    }
}
