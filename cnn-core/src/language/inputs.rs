//! What arrives at a layer.

use crate::shape::Shape;

/// The values that a step takes. They are numbered: 0 is the network's input, `i + 1` the output of
/// step `i`.
#[derive(Clone, Copy, Debug)]
pub enum Inputs<'a> {
    /// The value before it, which for step `i` is `i`.
    Previous,
    /// These values. None, if it follows something unreadable.
    Values(&'a [usize]),
    /// The same in the bytes of a network: four for each value, which is half of the number.
    Packed(&'a [u8]),
}

impl Inputs<'_> {
    /// How many there are.
    pub const fn count(&self) -> usize {
        match self {
            Inputs::Previous => 1,
            Inputs::Values(values) => values.len(),
            Inputs::Packed(bytes) => bytes.len() / 4,
        }
    }

    /// One of the values that step `step` takes.
    pub const fn get(&self, step: usize, index: usize) -> usize {
        match self {
            Inputs::Previous => step,
            Inputs::Values(values) => values[index],
            Inputs::Packed(bytes) => {
                let at = 4 * index;
                let word = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
                (u32::from_le_bytes(word) / 2) as usize
            }
        }
    }
}

/// The shapes that arrive at a layer.
#[derive(Clone, Copy, Debug)]
pub struct Arrivals<'a> {
    step: usize,
    inputs: Inputs<'a>,
    /// The network's input.
    input: Shape,
    /// The outputs of the layers before.
    outputs: &'a [Shape],
}

impl<'a> Arrivals<'a> {
    /// What arrives at step `step` of a network, given its input and the outputs of the steps
    /// before.
    pub const fn new(
        step: usize,
        inputs: Inputs<'a>,
        input: Shape,
        outputs: &'a [Shape],
    ) -> Arrivals<'a> {
        Arrivals { step, inputs, input, outputs }
    }

    /// A single shape.
    pub const fn one(shape: Shape) -> Arrivals<'static> {
        Arrivals { step: 0, inputs: Inputs::Previous, input: shape, outputs: &[] }
    }

    /// Several shapes, at a join.
    pub const fn several(shapes: &'a [Shape], inputs: &'a [usize]) -> Arrivals<'a> {
        Arrivals { step: 0, inputs: Inputs::Values(inputs), input: Shape::LOST, outputs: shapes }
    }

    /// How many shapes arrive.
    pub const fn count(&self) -> usize {
        self.inputs.count()
    }

    /// One of them.
    pub const fn get(&self, index: usize) -> Shape {
        match self.inputs.get(self.step, index) {
            0 => self.input,
            value => self.outputs[value - 1],
        }
    }

    /// The first of them, which is the only one but at joins. Nothing is known of what arrives after
    /// something unreadable.
    pub const fn first(&self) -> Shape {
        if self.count() == 0 { Shape::LOST } else { self.get(0) }
    }
}
