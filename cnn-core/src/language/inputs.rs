//! The inputs of a layer.

use crate::shape::Shape;

/// The values that a step takes.
///
/// The values of a network are numbered: first come its inputs, and then what each step makes. A network
/// with one input has that for its value 0, and the output of step `i` for its value `i + 1`.
#[derive(Clone, Copy, Debug)]
pub enum Inputs<'a> {
    /// The value before its own.
    Previous,
    /// These values. None, if it follows something unreadable.
    Values(&'a [usize]),
    /// The same in the bytes of a network.
    Packed(Packed<'a>),
}

/// The values that a step takes, in the bytes of a network: four for each, of its number times 2, and 1 for its last use.
///
/// Const evaluation reads them where they are, since it takes as long to cut a slice as to read ten values.
#[derive(Clone, Copy, Debug)]
pub struct Packed<'a> {
    bytes: &'a [u8],
    at: usize,
    count: usize,
}

impl<'a> Packed<'a> {
    /// None.
    pub(crate) const NONE: Packed<'static> = Packed::new(&[], 0, 0);

    /// So many values, the first of which is at this byte.
    pub(crate) const fn new(bytes: &'a [u8], at: usize, count: usize) -> Packed<'a> {
        Packed { bytes, at, count }
    }

    /// How many there are.
    pub(crate) const fn count(&self) -> usize {
        self.count
    }

    /// One of them, and whether that is its last use.
    pub(crate) const fn get(&self, index: usize) -> (usize, bool) {
        let (bytes, at) = (self.bytes, self.at + 4 * index);
        let word = bytes[at] as usize
            | (bytes[at + 1] as usize) << 8
            | (bytes[at + 2] as usize) << 16
            | (bytes[at + 3] as usize) << 24;
        (word / 2, word % 2 == 1)
    }
}

impl Inputs<'_> {
    /// The number of items.
    pub const fn count(&self) -> usize {
        match self {
            Inputs::Previous => 1,
            Inputs::Values(values) => values.len(),
            Inputs::Packed(packed) => packed.count,
        }
    }

    /// One of the values that a step takes, which itself makes the value `own`.
    pub const fn get(&self, own: usize, index: usize) -> usize {
        match self {
            Inputs::Previous => own - 1,
            Inputs::Values(values) => values[index],
            Inputs::Packed(packed) => packed.get(index).0,
        }
    }
}

/// The shapes of the inputs at a layer.
#[derive(Clone, Copy, Debug)]
pub struct Arrivals<'a>(Given<'a>);

#[derive(Clone, Copy, Debug)]
enum Given<'a> {
    One(Shape),
    Several(&'a [Shape]),
    Values {
        /// The value that the layer makes.
        own: usize,
        inputs: Inputs<'a>,
        /// The shapes of all values before it.
        values: &'a [Shape],
    },
}

impl<'a> Arrivals<'a> {
    /// What arrives at the step that makes the value `own`, given the shapes of all values before it.
    ///
    /// ```
    /// use cnn_core::{Arrivals, Inputs, Shape};
    ///
    /// // The second layer of a network, which joins the first one with the network's input.
    /// let values = [Shape::new(&[8, 4, 4]), Shape::new(&[16, 4, 4])];
    /// let arrivals = Arrivals::new(2, Inputs::Values(&[1, 0]), &values);
    /// assert_eq!(arrivals.first().dims(), [16, 4, 4]);
    /// ```
    pub const fn new(own: usize, inputs: Inputs<'a>, values: &'a [Shape]) -> Arrivals<'a> {
        Arrivals(Given::Values { own, inputs, values })
    }

    /// A single shape.
    pub const fn one(shape: Shape) -> Arrivals<'static> {
        Arrivals(Given::One(shape))
    }

    /// These shapes.
    pub(crate) const fn several(shapes: &'a [Shape]) -> Arrivals<'a> {
        Arrivals(Given::Several(shapes))
    }

    /// How many shapes arrive.
    pub const fn count(&self) -> usize {
        match &self.0 {
            Given::One(_) => 1,
            Given::Several(shapes) => shapes.len(),
            Given::Values { inputs, .. } => inputs.count(),
        }
    }

    /// The item with this index.
    pub const fn get(&self, index: usize) -> Shape {
        match &self.0 {
            Given::One(shape) => *shape,
            Given::Several(shapes) => shapes[index],
            Given::Values { own, inputs, values } => values[inputs.get(*own, index)],
        }
    }

    /// The first of them, which is the only one but at joins. Nothing is known of the input after
    /// something unreadable.
    pub const fn first(&self) -> Shape {
        if self.count() == 0 { Shape::LOST } else { self.get(0) }
    }
}
