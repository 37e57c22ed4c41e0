//! A network as a list of layers.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use cnn_core::lint::Lint;
use proc_macro2::Span;

use crate::call::evaluate::EvaluatedCall;
use crate::call::operand::Scalar;
use crate::call::text::CallText;
use crate::report::place::NodeId;
use crate::syntax::ast::Call;
use crate::syntax::label::Label;

/// More layers than any network has; repeats could ask for any number.
pub const MAX_LAYERS: usize = 20_000;

/// The value that flows from one layer into the next. The inputs of the network come first, and then what
/// each layer makes. `None` after something unreadable.
pub type Flow = Option<usize>;

/// What flows in a network with several inputs before the first `from`: no value.
pub const NOTHING: usize = usize::MAX;

/// A network as a list of layers, in the order they run.
pub struct Layers<'a> {
    /// At least one.
    pub inputs: Vec<Input>,
    /// At least one.
    pub outputs: Vec<Output>,
    pub list: Vec<Layer<'a>>,
    /// The layers that each call in the source has become: several, if it is repeated, stands in a block, or
    /// lets layers run again.
    pub calls: Vec<Vec<usize>>,
    /// The lints that are not to be reported anywhere in the network.
    pub allowed: Vec<Lint>,
    /// The statements with labels and the calls that have become layers, and which ones.
    pub origins: Vec<(Origin<'a>, Range<usize>)>,
    /// Whether all outputs are known: nothing unreadable comes before them.
    pub complete: bool,
}

/// An input of a network.
pub struct Input {
    /// Empty for a single one without a name.
    pub name: String,
    /// The place of its name, or of its shape.
    pub span: Span,
    pub shape: DeclaredShape,
}

/// An output of a network.
pub struct Output {
    /// Empty for what flows at the end of a network that names no outputs.
    pub name: String,
    pub value: usize,
    /// The shape that it is declared to have.
    pub shape: Option<DeclaredShape>,
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
    /// The values it takes. None, if it follows something unreadable.
    pub inputs: Vec<usize>,
    pub frozen: bool,
    /// The lints that are not to be reported.
    pub allowed: Rc<[Lint]>,
    /// The calls of blocks that it stands in, for messages.
    pub within: Rc<str>,
    /// What runs it once more, if it has the weights of another layer.
    pub again: Option<Again>,
}

/// What makes a layer run once more.
#[derive(Clone)]
pub struct Again {
    /// The layer whose weights it uses.
    pub weights_of: usize,
    /// `again(tower)`, as it is written.
    pub text: Rc<CallText>,
}

impl Layer<'_> {
    /// What messages quote and point at.
    pub fn text(&self) -> &CallText {
        match &self.again {
            Some(again) => &again.text,
            None => self.call.bound().text(),
        }
    }

    /// Where warnings about it are shown.
    pub fn keyword_span(&self) -> Span {
        match &self.again {
            Some(again) => again.text.span().start(),
            None => self.call.bound().keyword().span(),
        }
    }
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

impl Output {
    /// A value as the only output, of which nothing is declared.
    pub fn unnamed(value: usize) -> Output {
        Output { name: String::new(), value, shape: None }
    }
}

impl Layers<'_> {
    /// What is left of a network whose body could not be read.
    pub fn unreadable() -> Self {
        let (name, span) = (String::new(), Span::call_site());
        let inputs = vec![Input { name, span, shape: DeclaredShape { span, sizes: vec![None] } }];
        let (outputs, list, calls) = (vec![Output::unnamed(0)], Vec::new(), Vec::new());
        let (allowed, origins) = (Vec::new(), Vec::new());
        Layers { inputs, outputs, list, calls, allowed, origins, complete: false }
    }

    /// The layer that makes a value; `None` for an input.
    pub fn maker(&self, value: usize) -> Option<usize> {
        value.checked_sub(self.inputs.len())
    }

    /// How many values there are: the inputs, and what the layers make.
    pub fn values(&self) -> usize {
        self.inputs.len() + self.list.len()
    }

    /// The shapes that are declared.
    pub fn declared(&self) -> impl Iterator<Item = &DeclaredShape> {
        let inputs = self.inputs.iter().map(|input| &input.shape);
        inputs.chain(self.outputs.iter().filter_map(|output| output.shape.as_ref()))
    }
}

/// The layers that each call in the source has become.
pub fn by_call(list: &[Layer<'_>]) -> Vec<Vec<usize>> {
    let mut calls: Vec<Vec<usize>> = Vec::new();
    let mut known: HashMap<*const CallText, usize> = HashMap::new();
    for (index, layer) in list.iter().enumerate() {
        let call = *known.entry(std::ptr::from_ref(layer.text())).or_insert(calls.len());
        match calls.get_mut(call) {
            Some(layers) => layers.push(index),
            None => calls.push(vec![index]),
        }
    }
    calls
}
