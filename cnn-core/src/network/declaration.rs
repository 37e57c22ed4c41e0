//! A network as `cnn!` emits it.

use super::data::{Data, Template, call, header, layer, mark, port, tap};
use super::part::is_in;
use super::resolution::Figures;
use super::{Edges, Graph, Nested, Nodes, Place, Source, Step, Summary, Written};
use crate::error::At;
use crate::language::call::Call;
use crate::language::{Arg, Args, Arrivals, Inputs};
use crate::layers::{Kind, Op};
use crate::shape::Shape;

/// A network as [`cnn!`] emits it: bytes that are read when somebody asks.
///
/// [`cnn!`]: https://docs.rs/cnn/latest/cnn/macro.cnn.html
#[derive(Clone, Copy)]
pub struct Declaration {
    name: &'static str,
    pub(super) data: Data,
    text: &'static str,
    open: Option<Open>,
}

/// The part of a network that only rustc knows.
#[derive(Clone, Copy)]
struct Open {
    inputs: &'static [Shape],
    outputs: &'static [Option<Shape>],
    args: &'static [Args<'static>],
    generic: bool,
}

impl Declaration {
    /// A network without layers.
    pub(super) const EMPTY: &Declaration = &Declaration::known("", &EMPTY, "");

    /// A network of which all is known: the bytes and the text are those of `encode`.
    pub const fn known(name: &'static str, data: &'static [u8], text: &'static str) -> Declaration {
        Declaration { name, data: Data::new(data), text, open: None }
    }

    /// A network with the shapes of its inputs, those that its outputs are declared to have, and the
    /// arguments of layers that only rustc knows. `generic` is whether it has parameters: then what
    /// would be right for one instance would be wrong for others, and is not proposed.
    pub const fn open(
        name: &'static str,
        data: &'static [u8],
        text: &'static str,
        inputs: &'static [Shape],
        outputs: &'static [Option<Shape>],
        args: &'static [Args<'static>],
        generic: bool,
    ) -> Declaration {
        let open = Some(Open { inputs, outputs, args, generic });
        Declaration { name, data: Data::new(data), text, open }
    }

    /// The network as data, given its [`Resolution`](super::Resolution); none, if all is known.
    pub const fn graph(&'static self, figures: &'static [u64]) -> Graph {
        Nodes { declaration: self, figures, shared: false, part: None }.graph()
    }

    /// The totals of the network and its layers, given as much.
    pub const fn summary(&'static self, figures: &'static [u64]) -> Summary {
        let (cost, peak, peak_with_input, at) = Figures::of(figures, &self.data).totals();
        let graph = self.graph(figures);
        Summary::of(&graph, cost, [peak, peak_with_input], at)
    }

    pub(super) const fn called(&self) -> &'static str {
        self.name
    }

    /// How many inputs there are.
    pub(crate) const fn input_count(&self) -> usize {
        self.data.header(header::INPUTS)
    }

    /// How many outputs there are.
    pub(crate) const fn output_count(&self) -> usize {
        self.data.header(header::OUTPUTS)
    }

    /// The name of an input.
    pub(crate) const fn input_name(&self, index: usize) -> &'static str {
        let start = self.data.input(index, port::NAME);
        self.slice(start, self.data.input(index, port::NAME_LENGTH))
    }

    /// The name of an output.
    pub(crate) const fn output_name(&self, index: usize) -> &'static str {
        let start = self.data.output(index, port::NAME);
        self.slice(start, self.data.output(index, port::NAME_LENGTH))
    }

    /// The shape of an input.
    pub(crate) const fn input(&self, index: usize) -> Shape {
        match (self.open, self.data.port_shape(self.data.input(index, port::SHAPE))) {
            (Some(open), _) => open.inputs[index],
            (None, Some(shape)) => shape,
            (None, None) => Shape::LOST,
        }
    }

    pub(super) const fn first_input(&self) -> Shape {
        if self.input_count() == 0 { Shape::LOST } else { self.input(0) }
    }

    /// Which value an output is.
    pub(crate) const fn output_source(&self, index: usize) -> Source {
        self.source(self.output_value(index))
    }

    /// Where a value comes from. First come the inputs, then what each layer makes, then what is taken from
    /// inside networks.
    pub(super) const fn source(&self, value: usize) -> Source {
        let (inputs, layers) = (self.input_count(), self.layers());
        if value < inputs {
            Source::Input(value)
        } else if value < inputs + layers {
            Source::Node(value - inputs)
        } else {
            let (node, output) = self.tap(value - inputs - layers);
            Source::Tap { node, output }
        }
    }

    /// How many values are taken from inside networks.
    pub(crate) const fn tap_count(&self) -> usize {
        self.data.header(header::TAPS)
    }

    /// The layer that one of these is taken from, and which of its outputs it is.
    pub(super) const fn tap(&self, index: usize) -> (usize, usize) {
        (self.data.tap(index, tap::LAYER), self.data.tap(index, tap::OUTPUT))
    }

    /// The layer that one of these is taken from, and the label in there.
    pub(crate) const fn tap_label(&self, index: usize) -> (usize, &'static str) {
        let (layer, output) = self.tap(index);
        let label = match self.nested(layer) {
            Some(nested) => nested.label(output),
            None => "",
        };
        (layer, label)
    }

    /// The network that a layer is.
    pub(crate) const fn nested(&self, layer: usize) -> Option<&'static Nested> {
        if self.data.is_network(layer) {
            self.op(layer, &Arrivals::one(Shape::LOST)).nested()
        } else {
            None
        }
    }

    /// The layer that makes a value; of one from inside a network, that network.
    pub(crate) const fn maker(&self, value: usize) -> Option<usize> {
        match self.source(value) {
            Source::Input(_) => None,
            Source::Node(layer) | Source::Tap { node: layer, .. } => Some(layer),
        }
    }

    /// How many marks there are: labels with what they stand for.
    pub(super) const fn mark_count(&self) -> usize {
        self.data.header(header::MARKS)
    }

    /// A mark: the label, its value, and how many layers there are up to the end of its statement.
    pub(super) const fn mark(&self, index: usize) -> (&'static str, usize, usize) {
        let data = &self.data;
        let label = self.slice(data.mark(index, mark::NAME), data.mark(index, mark::NAME_LENGTH));
        (label, data.mark(index, mark::VALUE), data.mark(index, mark::LAYERS))
    }

    /// The number of that value: the inputs come first.
    pub(crate) const fn output_value(&self, index: usize) -> usize {
        self.data.output(index, port::VALUE)
    }

    /// The shape that an output is declared to have.
    pub(crate) const fn declared_output(&self, index: usize) -> Option<Shape> {
        match self.open {
            Some(open) => open.outputs[index],
            None => self.data.port_shape(self.data.output(index, port::SHAPE)),
        }
    }

    /// Whether messages say what to write instead.
    pub(crate) const fn proposes(&self) -> bool {
        match self.open {
            Some(open) => !open.generic,
            None => true,
        }
    }

    /// Whether all that only rustc knows is what the macro has assumed, so that the figures in the
    /// bytes hold.
    pub(super) const fn is_as_assumed(&self) -> bool {
        let Some(open) = self.open else { return true };
        if !self.data.has(header::ASSUMED) {
            return false;
        }
        let mut index = 0;
        while index < open.inputs.len() {
            let assumed = self.data.port_shape(self.data.input(index, port::SHAPE));
            if !matches!(assumed, Some(assumed) if open.inputs[index].same(&assumed)) {
                return false;
            }
            index += 1;
        }
        let count = self.data.header(header::TEMPLATE_COUNT);
        index = 0;
        while index < count {
            let template = self.data.template(index);
            if let Some(args) = template.open()
                && !matches(&template, &open.args[args])
            {
                return false;
            }
            index += 1;
        }
        true
    }

    /// Whether some size is too large for a `usize` of the machine that is compiled for, which may have
    /// smaller ones than the machine that compiles.
    pub(crate) const fn is_too_wide(&self) -> bool {
        self.data.has(header::WIDE) && usize::BITS < u64::BITS
    }

    pub(crate) const fn layers(&self) -> usize {
        self.data.layers()
    }

    pub(super) const fn kind(&self, index: usize) -> Kind {
        self.data.kind(index)
    }

    pub(super) const fn name(&self, index: usize) -> &'static str {
        let start = self.data.layer(index, layer::NAME) as usize;
        let length = self.data.layer(index, layer::NAME_LENGTH) as usize;
        self.slice(start, length)
    }

    /// Whether a layer's name is a scope, or is in it: in fewer steps than the name is found.
    pub(super) const fn is_in(&self, index: usize, scope: &[u8]) -> bool {
        let start = self.data.layer(index, layer::NAME) as usize;
        let length = self.data.layer(index, layer::NAME_LENGTH) as usize;
        is_in(self.text.as_bytes(), start, length, scope)
    }

    pub(super) const fn edges(&'static self, index: usize) -> Edges {
        Edges { packed: self.data.edges(index), declaration: self, part: None, node: index }
    }

    /// The layer whose weights a layer uses, if it has none of its own.
    pub(super) const fn weights_of(&self, index: usize) -> Option<usize> {
        match self.data.layer(index, layer::WEIGHTS) {
            0 => None,
            layer => Some(layer as usize - 1),
        }
    }

    /// Whether anything needs the output of a layer.
    pub(super) const fn is_used(&self, index: usize) -> bool {
        self.data.layer(index, layer::KIND) & layer::UNUSED == 0
    }

    pub(super) const fn is_frozen(&self, index: usize) -> bool {
        self.data.layer(index, layer::KIND) & layer::FROZEN != 0
    }

    /// Whether a layer is in a branch.
    pub(super) const fn is_in_branch(&self, index: usize) -> bool {
        self.data.layer(index, layer::KIND) & layer::BRANCH != 0
    }

    pub(super) const fn is_open(&self, index: usize) -> bool {
        self.data.layer(index, layer::KIND) & layer::OPEN != 0
    }

    const fn slice(&self, start: usize, length: usize) -> &'static str {
        self.text.split_at(start).1.split_at(length).0
    }

    /// A layer as it was declared, but for its arguments and the places of its values.
    pub(crate) const fn step(&self, index: usize) -> Step<'static> {
        let of_call = self.data.layer(index, layer::CALL) as usize;
        let written = match self.open {
            None => Written::NOWHERE,
            Some(_) => Written {
                text: self.slice(
                    self.data.call(of_call, call::TEXT),
                    self.data.call(of_call, call::TEXT_LENGTH),
                ),
                line: self.data.call(of_call, call::LINE) as u32,
                places: &[],
                residual: self.data.call(of_call, call::RESIDUAL) == 1,
            },
        };
        Step {
            name: self.name(index),
            kind: self.kind(index),
            args: Args::sizes(&[]),
            inputs: Inputs::Packed(self.data.edges(index)),
            frozen: self.is_frozen(index),
            weights_of: self.weights_of(index),
            written,
            within: self.slice(
                self.data.layer(index, layer::WITHIN) as usize,
                self.data.layer(index, layer::WITHIN_LENGTH) as usize,
            ),
        }
    }

    /// The layer with its hyper-parameters, given the input.
    pub(super) const fn op(&self, index: usize, arrivals: &Arrivals<'_>) -> Op {
        let kind = self.kind(index);
        let template = self.data.template(self.data.layer(index, layer::TEMPLATE) as usize);
        if let (Some(open), Some(args)) = (self.open, template.open()) {
            return Op::read(kind, &mut Call::new(kind.signature(), &open.args[args], arrivals));
        }
        let parts = template.parts();
        let others = template.others(&parts);
        let args = template.args(&parts, &others);
        Op::read(kind, &mut Call::new(kind.signature(), &args, arrivals))
    }

    /// The arguments of a layer that only rustc knows.
    pub(super) const fn open_args(&self, index: usize) -> Option<&'static Args<'static>> {
        let template = self.data.template(self.data.layer(index, layer::TEMPLATE) as usize);
        match (self.open, template.open()) {
            (Some(open), Some(args)) => Some(&open.args[args]),
            _ => None,
        }
    }

    /// Where the values of a call are in its text.
    pub(crate) const fn places(&self, of_call: usize) -> Places {
        let first = self.data.call(of_call, call::PLACE);
        let count = self.data.call(of_call, call::PLACE_COUNT);
        let mut places = Places::NONE;
        while places.count < count && places.count < MOST_PLACES {
            places.list[places.count] = self.data.place(first + places.count);
            places.count += 1;
        }
        places
    }

    pub(super) const fn template(&self, index: usize) -> Template<'_> {
        self.data.template(self.data.layer(index, layer::TEMPLATE) as usize)
    }
}

/// The bytes of a network without layers: nothing of it is anywhere.
const EMPTY: [u8; 512] = [0; 512];

/// The most places that are told apart.
const MOST_PLACES: usize = 64;

const NO_PLACE: Place = Place { at: At::Layer, start: 0, end: 0, named: false };

/// Where the values of a call are in its text.
pub(crate) struct Places {
    list: [Place; MOST_PLACES],
    count: usize,
}

impl Places {
    const NONE: Places = Places { list: [NO_PLACE; MOST_PLACES], count: 0 };

    pub(crate) const fn as_slice(&self) -> &[Place] {
        self.list.split_at(self.count).0
    }

    /// The index of the place where a value is, as [`Written::find`] has it.
    pub(crate) const fn find(&self, at: At) -> Option<usize> {
        Written { places: self.as_slice(), ..Written::NOWHERE }.find(at)
    }
}

/// Whether arguments are those of a template.
const fn matches(template: &Template<'_>, args: &Args<'_>) -> bool {
    let parts = template.parts();
    let others = template.others(&parts);
    let assumed = template.args(&parts, &others);
    let mut index = 0;
    while index < assumed.sizes.len() {
        if !matches!(args.get(index), Arg::Size(size) if size == assumed.sizes[index]) {
            return false;
        }
        index += 1;
    }
    index = 0;
    while index < assumed.others.len() {
        let (param, value) = assumed.others[index];
        if !value.same(&args.get(param)) {
            return false;
        }
        index += 1;
    }
    // What is written nowhere has been assumed of nothing.
    template.count() > 0
}
