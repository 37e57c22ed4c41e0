//! Where the number that arrives was made, and what to write instead of one that is wrong.

use super::header::{HeaderError, output_error};
use super::wording::Sentence;
use crate::error::{About, Problem, ShapeError};
use crate::facts::Family;
use crate::language::Arrivals;
use crate::layers::Kind;
use crate::network::{Step, Written};
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
}

/// The arguments of a `linear` that takes all values of an image, as an `fc` does.
const fn flattens<'a>(step: &Step<'a>, arriving: &Shape, problem: &Problem) -> Option<&'a str> {
    let Problem::Features { takes, .. } = *problem else { return None };
    let all = matches!(arriving.elements(), Some(elements) if elements == takes as u64);
    if !matches!(step.kind, Kind::Linear) || arriving.rank() < 2 || !all {
        return None;
    }
    let (_, arguments) = step.written.text.split_at(step.kind.keyword().len());
    Some(arguments)
}

/// Whether a shape has the same channels, but loses a few rows: fewer than a stride would take.
const fn shrinks(from: &Shape, to: &Shape) -> bool {
    let mut smaller = from.rank() == to.rank() && from.rank() > 1 && from.size(0) == to.size(0);
    let mut dim = 1;
    while smaller && dim < from.rank() {
        let (given, left) = (from.size(dim), to.size(dim));
        smaller = left < given && left > given.div_ceil(2);
        dim += 1;
    }
    smaller
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
    /// What is taken from inside of networks: the layer, and the label in there.
    pub taps: &'a [(usize, &'a str)],
    /// Whether messages say what to write instead.
    pub proposes: bool,
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
        if let Some(first) = step.weights_of {
            let Step { name, written, .. } = &self.steps[first];
            text.str("\n").code(name).str(" runs again, which is ").code(written.text);
            text.line(written.line);
        }
        if !step.within.is_empty() {
            text.str("\nin ").str(step.within);
        }
        if self.is_batch(index, &error.problem) {
            text.str("\na shape is that of one sample: it has no batch of 1 before the channels");
            return text;
        }
        if let Problem::Features { takes, .. } = error.problem {
            let channels = arriving.rank() > 1 && arriving.size(0) == takes;
            if matches!(step.kind, Kind::Fc) && channels {
                text.str("\nan `adaptive_avgpool(1)` before it would leave ").size(takes);
            }
        }
        if !self.proposes {
            return text;
        }
        if let Some(arguments) = flattens(step, &arriving, &error.problem) {
            text.str("\nhelp: write `fc").str(arguments).str("`");
            return text;
        }
        if let (Some(fix), Some(place)) = (error.fix, step.written.find(error.at)) {
            step.written.write_fix(&mut text, place, fix);
        }
        if step.written.residual && matches!(error.problem, Problem::Branches { branch: 1, .. }) {
            self.write_shortcut(&mut text, index);
        }
        text
    }

    /// Whether what arrives is the network's input, and seems to be one of a batch.
    const fn is_batch(&self, index: usize, problem: &Problem) -> bool {
        if self.steps[index].inputs.count() == 0 || self.taken(index, 0) >= self.inputs.len() {
            return false;
        }
        let input = self.values[self.taken(index, 0)];
        match *problem {
            Problem::Features { takes, .. } => {
                input.rank() == 4 && input.size(0) == 1 && input.size(1) == takes
            }
            _ => false,
        }
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
            text.str("\nthe layers in it make it smaller; `padding` would keep the size");
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
        output_error(declared, &self.values[value], origin.as_str(), self.proposes)
    }

    /// The layer that makes a value, unless that is taken from inside of a network.
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
            About::Product if arriving.rank() > 1 => match arriving.elements() {
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
