//! A network as a list of layers.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use cnn_core::lint::Lint;
use proc_macro2::Span;

use crate::call::evaluate::EvaluatedCall;
use crate::call::operand::Scalar;
use crate::call::text::CallText;
use crate::lower::taps::Tap;
use crate::report::place::NodeId;
use crate::syntax::ast::Call;
use crate::syntax::label::Label;

/// More layers than any network has; repeats could ask for any number.
pub const MAX_LAYERS: usize = 20_000;

/// The value that flows from one layer into the next. The inputs of the network come first, and then what
/// each layer makes. `None` after something unreadable.
pub type Flow = Option<usize>;

/// The current value of a network with several inputs before the first `from`: none.
pub const NOTHING: usize = usize::MAX;

/// A network as a list of layers, in the order they run.
pub struct Layers<'a> {
    /// At least one.
    pub inputs: Vec<Input>,
    /// At least one.
    pub outputs: Vec<Output>,
    pub list: Vec<Layer<'a>>,
    /// Values from inside networks. They are numbered after the outputs of the layers.
    pub taps: Vec<Tap>,
    /// Labels that stand for something else than what the last layer makes whose name begins with them.
    pub marks: Vec<Mark>,
    /// The layers that each call in the source has become: several, if it is repeated, is in a block, or
    /// lets layers run again.
    pub calls: Vec<Vec<usize>>,
    /// The lints that are not to be reported anywhere in the network.
    pub allowed: Vec<Lint>,
    /// The statements with labels and the calls that have become layers, and which ones.
    pub origins: Vec<(Origin<'a>, Range<usize>)>,
    /// The doc comments of statements, with the layers that these have become; of statements within others
    /// first.
    pub docs: Vec<(Range<usize>, &'a str)>,
    /// Whether all outputs are known: nothing unreadable comes before them.
    pub complete: bool,
}

/// A label with what it stands for.
pub struct Mark {
    /// The label in full.
    pub label: String,
    pub value: usize,
    /// How many layers there are up to the end of its statement.
    pub layers: usize,
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
    /// Whether it is in a branch.
    pub in_branch: bool,
    /// The lints that are not to be reported.
    pub allowed: Rc<[Lint]>,
    /// The calls of blocks that it is in, for messages.
    pub within: Rc<str>,
    /// The `again` that runs it, if it has the weights of another layer.
    pub again: Option<Again>,
}

/// The `again` that runs a layer once more.
#[derive(Clone)]
pub struct Again {
    /// The layer whose weights it uses.
    pub weights_of: usize,
    /// `again(tower)`, as it is written.
    pub text: Rc<CallText>,
}

impl Layer<'_> {
    /// The call that messages quote and point at.
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

/// The origin of layers in the source.
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
    /// The layers of a network whose body could not be parsed.
    pub fn unreadable() -> Self {
        let (name, span) = (String::new(), Span::call_site());
        let inputs = vec![Input { name, span, shape: DeclaredShape { span, sizes: vec![None] } }];
        let (outputs, list, calls) = (vec![Output::unnamed(0)], Vec::new(), Vec::new());
        let (taps, marks, allowed, origins) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let docs = Vec::new();
        let complete = false;
        Layers { inputs, outputs, list, taps, marks, calls, allowed, origins, docs, complete }
    }

    /// The layer that makes a value, which may be a network that has it inside; `None` for an input.
    pub fn maker(&self, value: usize) -> Option<usize> {
        let layer = value.checked_sub(self.inputs.len())?;
        match layer.checked_sub(self.list.len()) {
            Some(tap) => Some(self.taps[tap].layer),
            None => Some(layer),
        }
    }

    /// The value from inside a network, if it is one.
    pub fn tap(&self, value: usize) -> Option<&Tap> {
        self.taps.get(value.checked_sub(self.inputs.len() + self.list.len())?)
    }

    /// The name of a value: that of the layer that makes it, of an input, or of what is inside a network.
    pub fn name_of(&self, value: usize) -> String {
        match (self.maker(value), self.tap(value)) {
            (Some(layer), Some(tap)) => format!("{}.{}", self.list[layer].name, tap.label),
            (Some(layer), None) => self.list[layer].name.clone(),
            (None, _) => self.inputs[value].name.clone(),
        }
    }

    /// The values from inside the network that is this layer.
    pub fn taps_of(&self, layer: usize) -> impl Iterator<Item = &Tap> {
        self.taps.iter().filter(move |tap| tap.layer == layer)
    }

    /// Which output of its network something is that is taken from inside: the first is the network's own.
    pub fn output_of(&self, tap: usize) -> usize {
        let layer = self.taps[tap].layer;
        1 + self.taps[..tap].iter().filter(|other| other.layer == layer).count()
    }

    /// How many values there are: the inputs, what the layers make, and what is taken from inside networks.
    pub fn values(&self) -> usize {
        self.inputs.len() + self.list.len() + self.taps.len()
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
