//! Messages: what is wrong, where the number that arrives was made, and what to write.
//!
//! The macro and const evaluation both take them from here, so they read the same.

use crate::error::{About, At, ShapeError};
use crate::header::{HeaderError, output_error};
use crate::pass::Step;
use crate::text::Text;
use crate::wording::Sentence;
use crate::{Kind, Shape};

/// Where a value is in the text of a call.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Which value.
    pub at: At,
    /// The index of its first byte.
    pub start: usize,
    /// The index of the first byte after it.
    pub end: usize,
}

impl Place {
    /// Where an argument is.
    pub const fn param(param: usize, start: usize, end: usize) -> Place {
        Place { at: At::Param(param), start, end }
    }

    /// Where a value of an argument that is a list is.
    pub const fn element(param: usize, element: usize, start: usize, end: usize) -> Place {
        Place { at: At::Element(param, element), start, end }
    }
}

impl Step<'_> {
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

    /// Writes the text with another value at a place.
    const fn write_with(&self, text: &mut Text, place: usize, value: usize) {
        let (before, _) = self.text.split_at(self.places[place].start);
        let (_, after) = self.text.split_at(self.places[place].end);
        text.str(before).size(value).str(after);
    }
}

/// The layers so far, in which the origin of a number is looked up.
#[derive(Clone, Copy, Debug)]
pub struct Trace<'a> {
    /// The shape of the network's input.
    pub input: Shape,
    /// The layers.
    pub steps: &'a [Step<'a>],
    /// The shapes of their outputs.
    pub outputs: &'a [Shape],
}

impl Trace<'_> {
    /// The message for an error of the layer with this index.
    pub const fn message(&self, index: usize, error: &ShapeError) -> Text {
        let step = &self.steps[index];
        let arriving = self.arriving(index);
        let mut text = Text::new();
        Sentence { kind: step.kind, at: error.at, arriving }.write(&mut text, &error.problem);
        self.write_origin(&mut text, index, error.problem.about());
        if let (Some(fix), Some(place)) = (error.fix, step.find(error.at)) {
            text.str("\nhelp: write `");
            step.write_with(&mut text, place, fix);
            text.str("`");
        }
        text
    }

    /// What is wrong with the output a network is declared to have, if something is.
    pub const fn output_error(&self, declared: &Shape) -> Option<HeaderError> {
        match (self.outputs.last(), self.steps.last()) {
            (Some(output), Some(step)) => output_error(declared, output, step.text),
            _ => output_error(declared, &self.input, ""),
        }
    }

    /// What arrives at a layer.
    const fn arriving(&self, index: usize) -> Shape {
        match self.steps[index].inputs.first(index) {
            None => Shape::LOST,
            Some(0) => self.input,
            Some(value) => self.outputs[value - 1],
        }
    }

    /// A line that says which layer made the number that a message is about.
    const fn write_origin(&self, text: &mut Text, index: usize, about: About) {
        let arriving = self.arriving(index);
        match about {
            About::Nothing => return,
            About::Dim(dim) if arriving.size(dim) == 0 => return,
            About::Dim(0) => text.str("\n").counted(arriving.size(0), "channel", "channels"),
            About::Dim(dim) => {
                let name = dim_name(dim, arriving.rank());
                text.str("\na ").str(name).str(" of ").size(arriving.size(dim))
            }
            About::Product if arriving.rank() > 1 => match arriving.elements() {
                Some(elements) => text.str("\n").num(elements).str(" = ").product(&arriving),
                None => return,
            },
            About::Product | About::Whole => text.str("\n").shape(&arriving),
        };
        match self.maker(index, about) {
            None => text,
            Some(0) => text.str(", from the network's input"),
            Some(value) => text.str(", from ").code(self.steps[value - 1].text),
        };
    }

    /// The value in which a number first occurred on its way to a layer: those that only passed it
    /// on are skipped.
    const fn maker(&self, index: usize, about: About) -> Option<usize> {
        let mut value = match self.steps[index].inputs.first(index) {
            Some(value) => value,
            None => return None,
        };
        while value > 0 {
            let (maker, output) = (value - 1, self.outputs[value - 1]);
            let input = self.arriving(maker);
            let declares = declares_channels(self.steps[maker].kind);
            let (unchanged, declares) = match about {
                About::Dim(0) => (input.size(0) == output.size(0), declares),
                About::Dim(dim) => (input.size(dim) == output.size(dim), false),
                _ => (input.same(&output), declares),
            };
            match self.steps[maker].inputs.first(maker) {
                Some(before) if unchanged && !declares => value = before,
                _ => break,
            }
        }
        Some(value)
    }
}

/// Whether a layer names the channels of its output, even if they are as many as before.
const fn declares_channels(kind: Kind) -> bool {
    matches!(kind, Kind::Conv | Kind::ConvTranspose | Kind::Fc | Kind::Linear)
}

/// What a dim of a shape with that many sizes is called.
pub(crate) const fn dim_name(dim: usize, rank: usize) -> &'static str {
    match (rank, dim) {
        (_, 0) => "number of channels",
        (2, _) => "length",
        (4, 1) => "depth",
        _ if dim + 2 == rank => "height",
        _ => "width",
    }
}
