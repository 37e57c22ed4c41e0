//! Where the number that arrives was made, and what to write instead of one that is wrong.

use super::header::{HeaderError, Order, output_error};
use super::wording::Sentence;
use crate::error::{About, At, Problem, ShapeError};
use crate::facts::{Ends, Family, Reach};
use crate::language::Arrivals;
use crate::layers::Kind;
use crate::network::{Step, Written};
use crate::resolve::resolve;
use crate::shape::{Shape, Text};

impl Written<'_> {
    /// Says which value would be right at a place: numbers are to be replaced, while names may
    /// stand for it elsewhere, too.
    const fn write_fix(&self, text: &mut Text, place: usize, value: usize) {
        let (before, rest) = self.text.split_at(self.places[place].start);
        let (written, after) = rest.split_at(self.places[place].end - self.places[place].start);
        if self.places[place].named {
            text.str("\nhelp: ").code(written).str(" should be ").size(value);
        } else {
            text.str("\nhelp: write `").str(before).size(value).str(after).str("`");
        }
    }

    /// Says to let a value be inferred.
    const fn write_inferred(&self, text: &mut Text, place: usize) {
        let (before, rest) = self.text.split_at(self.places[place].start);
        let (_, after) = rest.split_at(self.places[place].end - self.places[place].start);
        text.str("\nhelp: write `").str(before).str("_").str(after).str("`");
    }

    /// Says to swap the numbers at two places. Returns whether both are numbers.
    const fn write_swap(&self, text: &mut Text, one: usize, other: usize) -> bool {
        let [first, last] = if self.places[one].start < self.places[other].start {
            [self.places[one], self.places[other]]
        } else {
            [self.places[other], self.places[one]]
        };
        if first.named || last.named {
            return false;
        }
        let (before, rest) = self.text.split_at(first.start);
        let (left, rest) = rest.split_at(first.end - first.start);
        let (between, rest) = rest.split_at(last.start - first.end);
        let (right, after) = rest.split_at(last.end - last.start);
        text.str("\nhelp: write `").str(before).str(right).str(between).str(left).str(after);
        text.str("`");
        true
    }
}

/// What messages say to write instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposes {
    /// Values that are right.
    Values,
    /// What is right for all values of the parameters on which the input depends: `_`.
    Inference,
    /// Nothing.
    Nothing,
}

/// The arguments of a `linear` that takes all values of an image, as an `fc` does.
const fn flattens<'a>(step: &Step<'a>, arriving: &Shape, problem: &Problem) -> Option<&'a str> {
    let Problem::Features { takes, .. } = *problem else { return None };
    let all = matches!(arriving.checked_elements(), Some(elements) if elements == takes as u64);
    if !matches!(step.kind, Kind::Linear) || arriving.rank() < 2 || !all {
        return None;
    }
    let (_, arguments) = step.written.text.split_at(step.kind.keyword().len());
    Some(arguments)
}

/// Whether a shape is another one less a few rows, fewer than a stride would take, along some axes.
const fn shrinks(from: &Shape, to: &Shape) -> bool {
    let mut smaller = from.rank() == to.rank() && from.rank() > 1;
    let (mut dim, mut fewer) = (1, false);
    while smaller && dim < from.rank() {
        let (given, left) = (from.size(dim), to.size(dim));
        smaller = left <= given && left > given.div_ceil(2);
        fewer |= left < given;
        dim += 1;
    }
    smaller && fewer
}

/// Whether two shapes are the same but for their channels.
const fn same_size(one: &Shape, other: &Shape) -> bool {
    one.without_first().same(&other.without_first())
}

/// Whether a shape has one row less than another along each axis along which they differ.
const fn one_apart(smaller: &Shape, larger: &Shape) -> bool {
    let mut dim = 1;
    while dim < larger.rank() {
        if larger.size(dim) - smaller.size(dim) > 1 {
            return false;
        }
        dim += 1;
    }
    true
}

/// The stride of a 1 × 1 convolution that makes one shape of another, if there is one.
const fn projection(from: &Shape, to: &Shape) -> Option<usize> {
    let mut stride = 1;
    if from.rank() != to.rank() || from.size(0) == 0 || to.size(0) == 0 {
        return None;
    }
    let mut dim = 1;
    while dim < from.rank() {
        let (given, wanted) = (from.size(dim), to.size(dim));
        if given == 0 || wanted == 0 {
            return None;
        }
        if dim == 1 {
            stride = given.div_ceil(wanted);
        }
        if given.div_ceil(stride) != wanted {
            return None;
        }
        dim += 1;
    }
    Some(stride)
}

/// The layers so far, in which the origin of a number is looked up.
#[derive(Clone, Copy, Debug)]
pub struct Trace<'a> {
    /// The names of the network's inputs; empty if there is one without a name.
    pub inputs: &'a [&'a str],
    /// The layers.
    pub steps: &'a [Step<'a>],
    /// The shapes of all values: of the inputs, of what the layers make, and of what is taken from inside of
    /// networks.
    pub values: &'a [Shape],
    /// What is taken from inside networks: the layer, and the label in there.
    pub taps: &'a [(usize, &'a str)],
    /// What messages say to write instead.
    pub proposes: Proposes,
}

impl<'a> Trace<'a> {
    /// The message for an error of the layer with this index.
    pub const fn message(&self, index: usize, error: &ShapeError) -> Text {
        let step = &self.steps[index];
        let arrivals = self.arrivals(index);
        let arriving = arrivals.first();
        let mut text = Text::new();
        let sentence =
            Sentence { signature: step.kind.signature(), at: error.at, arriving, arrivals };
        sentence.write(&mut text, &error.problem);
        match error.problem.about() {
            About::Nothing => {}
            About::Branches(branch) => {
                self.write_origin(&mut text, index, 0, About::Whole);
                self.write_origin(&mut text, index, branch, About::Whole);
            }
            about => self.write_origin(&mut text, index, 0, about),
        }
        self.write_batch(&mut text, index, &error.problem);
        if let Some(first) = step.weights_of {
            let Step { name, written, .. } = &self.steps[first];
            text.str("\n`again` runs ").code(name).str(", which is ").code(written.text);
            text.line(written.line);
        }
        if !step.within.is_empty() {
            text.str("\nin ").str(step.within);
        }
        if let Some(order) = self.misread(index, &error.problem) {
            text.str("\n").str(order.describe()).str("; the input would be ");
            text.shape(&order.corrected(&arriving));
            return text;
        }
        if let Problem::Features { takes, .. } = error.problem {
            let channels = arriving.rank() > 1 && arriving.size(0) == takes;
            if matches!(step.kind, Kind::Fc) && channels {
                text.str("\nan `adaptive_avgpool(1)` before it would leave ").size(takes);
            }
        }
        if let Problem::Branches { branch, .. } = error.problem {
            self.write_padding(&mut text, index, branch);
        }
        match self.proposes {
            Proposes::Values => self.propose(&mut text, index, error),
            Proposes::Inference => {
                if let (At::Param(param), Some(place)) = (error.at, step.written.find(error.at))
                    && matches!(error.problem, Problem::Features { .. } | Problem::Swapped { .. })
                    && step.kind.signature().params[param].infer
                {
                    step.written.write_inferred(&mut text, place);
                }
            }
            Proposes::Nothing => {}
        }
        text
    }

    /// Says what to write instead.
    const fn propose(&self, text: &mut Text, index: usize, error: &ShapeError) {
        let (step, arriving) = (&self.steps[index], self.arrivals(index).first());
        if let Some(arguments) = flattens(step, &arriving, &error.problem) {
            text.str("\nhelp: write `fc").str(arguments).str("`");
            return;
        }
        if let (Some(fix), Some(place)) = (error.fix, step.written.find(error.at)) {
            if let Problem::Swapped { makes, .. } = error.problem
                && let Some(other) = step.written.find(At::Param(makes))
                && step.written.write_swap(text, place, other)
            {
                return;
            }
            step.written.write_fix(text, place, fix);
        }
        if step.written.residual && matches!(error.problem, Problem::Branches { branch: 1, .. }) {
            self.write_shortcut(text, index);
        }
    }

    /// The order that an input of the network seems to be written in, if a layer takes it and that is what is
    /// wrong.
    const fn misread(&self, index: usize, problem: &Problem) -> Option<Order> {
        if self.steps[index].inputs.count() == 0 || self.taken(index, 0) >= self.inputs.len() {
            return None;
        }
        match *problem {
            Problem::Features { takes, part, .. } => {
                Order::meant(&self.values[self.taken(index, 0)], takes, part)
            }
            _ => None,
        }
    }

    /// Says that a shape leaves out the batch, if that may be why a window does not fit: with a batch in front,
    /// the few channels of an input are read as its height or depth.
    const fn write_batch(&self, text: &mut Text, index: usize, problem: &Problem) {
        if !matches!(problem, Problem::Window { axis: 0, .. }) {
            return;
        }
        let value = self.maker(self.taken(index, 0), About::Dim(1));
        let input = self.values[value];
        if value < self.inputs.len() && input.size(1) < input.size(2) {
            text.str("\nshapes do not include the batch: if ").shape(&input).str(" does, write ");
            text.shape(&Order::BatchFirst.corrected(&input));
        }
    }

    /// Which padding would make two branches alike, if they differ by a few rows: that of the layers which
    /// make one of them smaller than the input, or a `pad`.
    const fn write_padding(&self, text: &mut Text, index: usize, branch: usize) {
        let (one, other) = (self.arrivals(index).get(0), self.arrivals(index).get(branch));
        let (small, smaller, larger) = if shrinks(&other, &one) {
            (0, one, other)
        } else if shrinks(&one, &other) {
            (branch, other, one)
        } else {
            return;
        };
        if !self.write_layer_padding(text, self.taken(index, small), &larger)
            && one_apart(&smaller, &larger)
        {
            text.str("\na `pad((");
            let mut axis = larger.rank() - 1;
            while axis > 0 {
                text.str("0, ").size(larger.size(axis) - smaller.size(axis));
                text.str(if axis > 1 { ", " } else { "))` after " });
                axis -= 1;
            }
            self.write_layer(text, self.maker(self.taken(index, small), About::Whole));
            text.str(" would make up the difference");
        }
    }

    /// Which padding would keep the size in the layers between a value of this size and the value `end`. Returns
    /// whether there is one.
    const fn write_layer_padding(&self, text: &mut Text, end: usize, size: &Shape) -> bool {
        // The layers, from the last to the first, among which the first that is too small is looked for.
        let (mut first, mut more, mut value) = (None, 0, end);
        while !same_size(&self.values[value], size) {
            let Some(layer) = self.layer(value) else { return false };
            if self.arrivals(layer).count() != 1 {
                return false;
            }
            if let Some(padding) = self.keeping_padding(layer) {
                more += if first.is_some() { 1 } else { 0 };
                first = Some((value, padding));
            }
            value = self.taken(layer, 0);
        }
        let Some((layer, padding)) = first else { return false };
        text.str("\n`padding = ");
        if padding.is_uniform() {
            text.size(padding.size(0));
        } else {
            text.shape(&padding);
        }
        text.str("` in ");
        self.write_layer(text, layer);
        if more > 0 {
            text.str(", and padding in ").counted(more, "more layer", "more layers").str(",");
        }
        text.str(" would keep the size");
        true
    }

    /// The padding with which a layer would keep the size of every axis, if it has another one and there is one.
    const fn keeping_padding(&self, layer: usize) -> Option<Shape> {
        let (step, arrivals) = (&self.steps[layer], self.arrivals(layer));
        let made = resolve(step.kind, &step.args, &arrivals);
        let ends = Ends { input: &made.input, inputs: 1, output: &made.output };
        let (mut needed, mut dim, mut other) = (Shape::LOST, 1, false);
        while dim < made.input.rank() {
            let Reach::Window { kernel, stride: 1, padding, dilation } =
                made.op.reach(dim, &ends).reach
            else {
                return None;
            };
            let span = match kernel.saturating_sub(1).checked_mul(dilation) {
                Some(span) if span.is_multiple_of(2) => span,
                _ => return None,
            };
            other |= padding != span / 2;
            needed = needed.push(span / 2);
            dim += 1;
        }
        if other { Some(needed) } else { None }
    }

    /// Where a residual connection has no shortcut, the one that would fit.
    const fn write_shortcut(&self, text: &mut Text, index: usize) {
        let arrivals = self.arrivals(index);
        // A shortcut with layers comes after those beside it.
        if self.taken(index, 1) > self.taken(index, 0) {
            return;
        }
        let (main, given) = (arrivals.get(0), arrivals.get(1));
        if shrinks(&given, &main) {
            return;
        }
        if let Some(stride) = projection(&given, &main) {
            text.str("\nhelp: write `residual { … } shortcut { ");
            text.str(if main.rank() == 1 { "linear(" } else { "conv(" });
            text.size(given.size(0)).str(", ").size(main.size(0));
            if main.rank() > 1 {
                text.str(", 1");
            }
            if stride > 1 {
                text.str(", ").size(stride);
            }
            text.str(") }`");
        }
    }

    /// What is wrong with an output that is declared to have this shape, if something is. `value` is which
    /// value it is.
    pub const fn output_error(&self, declared: &Shape, value: usize) -> Option<HeaderError> {
        let mut origin = Text::new();
        // Of an input nothing more is to be said, nor of a layer that is written nowhere.
        let said = match self.layer(value) {
            Some(layer) => !self.steps[layer].written.text.is_empty(),
            None => value >= self.inputs.len(),
        };
        if said {
            self.write_maker(&mut origin, value);
        }
        let proposes = matches!(self.proposes, Proposes::Values);
        output_error(declared, &self.values[value], origin.as_str(), proposes)
    }

    /// The layer that makes a value, unless that is taken from inside a network.
    const fn layer(&self, value: usize) -> Option<usize> {
        let (inputs, layers) = (self.inputs.len(), self.steps.len());
        if value >= inputs && value < inputs + layers { Some(value - inputs) } else { None }
    }

    const fn arrivals(&self, index: usize) -> Arrivals<'a> {
        Arrivals::new(self.inputs.len() + index, self.steps[index].inputs, self.values)
    }

    /// Which value a layer takes as its input number `input`.
    const fn taken(&self, index: usize, input: usize) -> usize {
        self.steps[index].inputs.get(self.inputs.len() + index, input)
    }

    /// A line that says which layer made what a layer takes as its input number `input`.
    const fn write_origin(&self, text: &mut Text, index: usize, input: usize, about: About) {
        let arrivals = self.arrivals(index);
        if input >= arrivals.count() {
            return;
        }
        let (arriving, value) = (arrivals.get(input), self.maker(self.taken(index, input), about));
        if let Some(layer) = self.layer(value)
            && self.steps[layer].weights_of.is_some()
        {
            // That is within the same `again`, where nothing else is written.
            return;
        }
        match about {
            About::Dim(dim) if arriving.size(dim) == 0 => return,
            About::Dim(0) => text.str("\n").counted(arriving.size(0), "channel", "channels"),
            About::Dim(dim) => {
                let name = arriving.dim_name(dim);
                text.str("\na ").str(name).str(" of ").size(arriving.size(dim))
            }
            About::Product if arriving.rank() > 1 => match arriving.checked_elements() {
                Some(elements) => text.str("\n").num(elements).str(" = ").product(&arriving),
                None => return,
            },
            _ => text.str("\n").shape(&arriving),
        };
        self.write_maker(text, value);
    }

    /// Says what made a value.
    const fn write_maker(&self, text: &mut Text, value: usize) {
        text.str(", from ");
        self.write_layer(text, value);
    }

    /// What made a value.
    const fn write_layer(&self, text: &mut Text, value: usize) {
        if let Some(layer) = self.layer(value) {
            let written = &self.steps[layer].written;
            text.code(written.text).line(written.line);
        } else if value >= self.inputs.len() {
            let (network, label) = self.taps[value - self.inputs.len() - self.steps.len()];
            text.str("`").str(self.steps[network].name).str(".").str(label).str("`");
        } else if self.inputs[value].is_empty() {
            text.str("the network's input");
        } else {
            text.str("the input ").code(self.inputs[value]);
        }
    }

    /// The value in which a number of another value first occurred: layers that only passed it on
    /// are skipped.
    const fn maker(&self, mut value: usize, about: About) -> usize {
        while let Some(maker) = self.layer(value) {
            let output = self.values[value];
            let arrivals = self.arrivals(maker);
            let input = arrivals.first();
            let declares = declares_channels(self.steps[maker].kind);
            let (unchanged, declares) = match about {
                About::Dim(0) => (input.size(0) == output.size(0), declares),
                About::Dim(dim) => (input.size(dim) == output.size(dim), false),
                _ => (input.same(&output), declares),
            };
            if !unchanged || declares || arrivals.count() != 1 {
                break;
            }
            value = self.taken(maker, 0);
        }
        value
    }
}

/// Whether a layer names the channels of its output, even if they are as many as before.
const fn declares_channels(kind: Kind) -> bool {
    matches!(kind.family(), Family::Conv | Family::Linear)
}
