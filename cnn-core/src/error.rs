//! The errors of layers, as data. Their texts are in `message/wording.rs`.

use crate::shape::Shape;

/// A layer that does not go with its arguments, or with its input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShapeError {
    /// The problem, with the numbers.
    pub problem: Problem,
    /// The argument that is wrong.
    pub at: At,
    /// The value that would be right there, where exactly one is.
    pub fix: Option<usize>,
}

/// The most errors that are kept of one layer.
const MOST: usize = 4;

/// The errors of a layer, at most one for each argument.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShapeErrors {
    list: [Option<ShapeError>; MOST],
}

impl ShapeErrors {
    pub(crate) const NONE: ShapeErrors = ShapeErrors { list: [None; MOST] };

    /// The errors; those that are there come first.
    pub const fn list(&self) -> &[Option<ShapeError>] {
        &self.list
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.list[0].is_none()
    }

    /// Adds an error, unless there is one of that argument, or many others.
    pub(crate) const fn push(&mut self, error: ShapeError) {
        let mut i = 0;
        while i < MOST {
            match &self.list[i] {
                Some(known) if known.at.same_argument(error.at) => return,
                Some(_) => i += 1,
                None => {
                    self.list[i] = Some(error);
                    return;
                }
            }
        }
    }
}

/// A place in a layer's call. Parameters are indices into the layer's
/// [`Signature::params`](crate::signature::Signature).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// The layer as a whole.
    Layer,
    /// An argument.
    Param(usize),
    /// One value of an argument that is a list: parameter, index in the list.
    Element(usize, usize),
}

impl At {
    /// Whether two places are the same; `==` for `const` contexts.
    pub(crate) const fn same(self, other: At) -> bool {
        match (self, other) {
            (At::Layer, At::Layer) => true,
            (At::Param(a), At::Param(b)) => a == b,
            (At::Element(a, i), At::Element(b, j)) => a == b && i == j,
            _ => false,
        }
    }

    /// Whether two places are in the same argument.
    const fn same_argument(self, other: At) -> bool {
        match (self, other) {
            (At::Layer, At::Layer) => true,
            (At::Param(a) | At::Element(a, _), At::Param(b) | At::Element(b, _)) => a == b,
            _ => false,
        }
    }
}

/// Which part of an arriving shape a layer looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first size.
    Channels,
    /// The last size.
    Last,
    /// The size of a dim, an index into the shape without the batch axis.
    Dim(usize),
    /// The product of all sizes.
    All,
}

/// A quantity that exceeds its integer type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// A size of the output.
    OutputSize,
    /// The values of the output.
    OutputValues,
    /// The parameters and buffers.
    Parameters,
    /// The multiply-accumulates.
    Macs,
    /// The element-wise operations.
    Ops,
}

/// A problem of a layer. Axes count from 0, without the channels, unless they are called `dim`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Problem {
    /// The declared number of channels or features is not the one that arrives.
    Features {
        /// The number that the layer is declared to take.
        takes: usize,
        /// The input.
        arrive: usize,
        /// The part of the arriving shape that was compared.
        part: Part,
    },
    /// The same, but the input is what the layer is declared to make: the two numbers are swapped.
    Swapped {
        /// The number that the layer is declared to take.
        takes: usize,
        /// The input, and is declared to leave.
        arrive: usize,
        /// The part of the arriving shape that was compared.
        part: Part,
        /// The parameter of the output.
        makes: usize,
    },
    /// `num_parameters` of `prelu` is neither 1 nor the number of channels.
    Slopes {
        /// The declared number.
        slopes: usize,
        /// The channels that arrive.
        channels: usize,
    },
    /// A size below the least that makes sense.
    TooSmall {
        /// The size.
        value: usize,
        /// The least that is allowed.
        least: usize,
    },
    /// A list with a wrong number of values.
    AxisCount {
        /// The values in the list.
        values: usize,
        /// The axes of the data.
        axes: usize,
    },
    /// Data with too few or too many spatial axes for the layer.
    SpatialRank {
        /// The fewest spatial axes the layer works on.
        least: usize,
        /// The most spatial axes the layer works on.
        most: usize,
    },
    /// A window that has no place in its padded input.
    Window {
        /// The axis.
        axis: usize,
        /// The size of the kernel.
        kernel: usize,
        /// The dilation.
        dilation: usize,
        /// The size that arrives.
        size: usize,
        /// The size with its padding.
        padded: usize,
    },
    /// A pool whose padding exceeds half its kernel.
    PoolPadding {
        /// The size of the kernel.
        kernel: usize,
        /// The padding.
        padding: usize,
    },
    /// A 3-D average pool whose kernel exceeds the input, padding not counted.
    Unpadded {
        /// The axis.
        axis: usize,
        /// The size of the kernel.
        kernel: usize,
        /// The size that arrives.
        size: usize,
    },
    /// `padding = same` with a stride.
    SameStride {
        /// The stride.
        stride: usize,
    },
    /// An output padding that is smaller than neither the stride nor the dilation.
    OutputPadding {
        /// The output padding.
        output_padding: usize,
        /// The stride.
        stride: usize,
        /// The dilation.
        dilation: usize,
    },
    /// A padding that takes away the whole output of a transposed convolution.
    CutAway {
        /// The axis.
        axis: usize,
        /// The size before the padding is taken off.
        size: usize,
        /// The size that the padding removes.
        cut: usize,
    },
    /// A number of groups that does not divide the channels.
    Groups {
        /// The groups.
        groups: usize,
        /// The channels.
        channels: usize,
        /// Whether these are the channels of the output.
        output: bool,
    },
    /// A size that is not a multiple of what the layer divides it by.
    Indivisible {
        /// The dim of the data, without the batch axis.
        dim: usize,
        /// Its size.
        size: usize,
        /// The divisor.
        by: usize,
    },
    /// A dim that the data does not have.
    NoSuchDim {
        /// The dim.
        dim: isize,
        /// How many dims there are, the batch axis included.
        dims: usize,
    },
    /// A dim that names the batch axis.
    BatchDim {
        /// The dim.
        dim: isize,
    },
    /// A first dim that comes after the last one.
    DimOrder {
        /// The first dim, counted from 0.
        start: usize,
        /// The last dim, counted from 0.
        end: usize,
    },
    /// Dims that are not a permutation which keeps the batch axis in front.
    Permutation {
        /// How many dims there are, the batch axis included.
        dims: usize,
    },
    /// Instance norm over a single value.
    OneElement,
    /// A normalized shape that is not the end of the input.
    Normalized {
        /// The declared shape.
        shape: Shape,
    },
    /// A probability outside of 0 to 1.
    Probability,
    /// A number that may not be negative.
    Negative,
    /// A number that may not be 0.
    Zero,
    /// A number that must be greater than 0.
    NotPositive,
    /// A factor that leaves nothing of an axis.
    ScaledAway {
        /// The axis.
        axis: usize,
        /// The size that arrives.
        size: usize,
    },
    /// Windows to be put together that are not as many as a value of that size has.
    WindowCount {
        /// How many it has.
        windows: usize,
        /// How many arrive.
        arrive: usize,
    },
    /// A number that is smaller than another one, or as small as that.
    Below {
        /// The index of its parameter.
        param: usize,
        /// The index of the parameter that it has to exceed.
        floor: usize,
        /// Whether they may be equal.
        or_equal: bool,
    },
    /// An argument that has a meaning only with a flag, which is not set.
    OnlyWith {
        /// The index of the parameter of the flag.
        needs: usize,
    },
    /// Weights to be standardized of which a kernel has one.
    OneWeight,
    /// More padding than there is to reflect or to repeat.
    PadSource {
        /// The axis.
        axis: usize,
        /// The padding.
        padding: usize,
        /// The size that arrives.
        size: usize,
        /// How much of it is cropped away at the other side and cannot be repeated.
        cut: usize,
        /// The most padding that would do.
        most: usize,
    },
    /// A negative padding that crops everything away.
    Cropped {
        /// The axis.
        axis: usize,
        /// The size that arrives.
        size: usize,
    },
    /// A list of paddings that does not have two for each axis.
    PadCount {
        /// The values in the list.
        values: usize,
        /// The axes of the data.
        axes: usize,
        /// Whether two values for fewer axes would do.
        fewer: bool,
    },
    /// A range that is empty or ends after the last position of its dim.
    Range {
        /// The dim, an index into the shape without the batch axis.
        dim: usize,
        /// The first position.
        start: usize,
        /// The first position after the range.
        end: usize,
        /// The size that arrives.
        size: usize,
    },
    /// A dim that is named twice.
    DimTwice {
        /// The dim.
        dim: isize,
    },
    /// A dim to be left out whose size is not 1.
    NotOne {
        /// The dim, an index into the shape without the batch axis.
        dim: usize,
        /// Its size.
        size: usize,
    },
    /// Values too few for a variance.
    TooFewValues {
        /// Their number.
        values: u64,
        /// The number subtracted from it before dividing.
        correction: usize,
    },
    /// A list without values.
    EmptyList,
    /// Nothing would be left of the input.
    NothingLeft,
    /// More sizes than a value has, or a tensor.
    TooManySizes {
        /// The number of items.
        sizes: usize,
        /// The most that there may be.
        most: usize,
    },
    /// A second size that is to be inferred.
    InferredTwice,
    /// A shape for another number of values; a size in it that is not known is 0.
    Values {
        /// The values there are, if their number fits in 64 bits.
        values: Option<u64>,
        /// The shape.
        shape: Shape,
    },
    /// Two lists that must be as long as each other.
    Pairs {
        /// The values of the one.
        values: usize,
        /// The index of the other parameter.
        with: usize,
        /// The values of the other one.
        places: usize,
    },
    /// A layer that works on tokens, on something else.
    Tokens,
    /// A layer that works on images with the channels last, on something else.
    ChannelsLast,
    /// A layer that works on windows of tokens, on something else.
    Windows,
    /// The number of tokens in a window is not a square number.
    Square {
        /// The tokens.
        tokens: usize,
    },
    /// The features of a token cannot be divided into heads of this many.
    HeadFeatures {
        /// The features of a head.
        each: usize,
        /// The features of a token.
        features: usize,
    },
    /// Heads that do not divide the features of a token.
    Heads {
        /// The heads.
        heads: usize,
        /// The features.
        features: usize,
    },
    /// The features of a token where the heads are expected, and the other way round.
    HeadsFirst {
        /// The heads.
        heads: usize,
        /// The features.
        features: usize,
    },
    /// A number of branches that the layer does not join.
    BranchCount {
        /// The branches.
        branches: usize,
        /// The fewest that it joins.
        least: usize,
        /// The most that it joins.
        most: usize,
    },
    /// Queries, keys and values that do not go together.
    Attend {
        /// The index of the branch that is wrong.
        branch: usize,
    },
    /// Matrices that cannot be multiplied.
    MatMul,
    /// A mode that does not exist for the number of axes that arrives.
    ModeRank {
        /// The spatial axes the mode is for.
        axes: usize,
    },
    /// Neither or both of two arguments of which one is needed.
    OneOf {
        /// The index of the first parameter.
        first: usize,
        /// The index of the second parameter.
        second: usize,
        /// Whether both were given.
        both: bool,
    },
    /// Corners to align where no values are interpolated.
    NothingToAlign,
    /// A branch whose shape does not go with those of the branches before it.
    Branches {
        /// The index of the branch.
        branch: usize,
        /// The participle, as in "cannot be added".
        done: &'static str,
    },
    /// A network that takes another shape.
    NetworkInput {
        /// The shape it takes.
        takes: Shape,
    },
    /// A layer that runs again with weights that do not fit the input.
    Weights {
        /// The shape that they have.
        has: Shape,
        /// The shape that they would need.
        needs: Shape,
    },
    /// A network with several inputs or outputs, as a layer of another.
    NetworkPorts {
        /// How many inputs it has.
        inputs: usize,
        /// How many outputs it has.
        outputs: usize,
    },
    /// A number too large for the integers it is counted in.
    Overflow {
        /// The quantity that is too large.
        what: Quantity,
    },
}

/// The output that an error leaves, so that checking can go on.
#[derive(Clone, Copy)]
pub(crate) enum Left {
    /// All of it: the declared sizes are taken as meant.
    All,
    /// The channels.
    Channels,
    /// Nothing.
    Nothing,
}

impl ShapeErrors {
    /// The output that these errors leave.
    pub(crate) const fn left_of(&self, mut output: Shape) -> Shape {
        let mut i = 0;
        while i < MOST
            && let Some(error) = &self.list[i]
        {
            output = match error.problem.left() {
                Left::All => output,
                Left::Channels => output.keep_first(),
                Left::Nothing => Shape::LOST,
            };
            i += 1;
        }
        output
    }
}

/// The part of the input that an error is about, whose origin the message gives.
#[derive(Clone, Copy)]
pub(crate) enum About {
    /// Nothing of it.
    Nothing,
    /// One of its sizes.
    Dim(usize),
    /// The product of all sizes.
    Product,
    /// The shape as a whole.
    Whole,
    /// The shapes of two branches: the first one and another.
    Branches(usize),
}

impl Problem {
    /// The part of the input that this is about.
    pub(crate) const fn about(&self) -> About {
        match *self {
            Problem::Features { part, .. } | Problem::Swapped { part, .. } => match part {
                Part::All => About::Product,
                Part::Last => About::Whole,
                Part::Dim(dim) => About::Dim(dim),
                Part::Channels => About::Dim(0),
            },
            Problem::Slopes { .. } => About::Dim(0),
            Problem::Range { dim, .. } | Problem::NotOne { dim, .. } => About::Dim(dim),
            Problem::Groups { output: false, .. } => About::Dim(0),
            Problem::Window { axis, .. }
            | Problem::Unpadded { axis, .. }
            | Problem::CutAway { axis, .. }
            | Problem::PadSource { axis, .. }
            | Problem::Cropped { axis, .. } => About::Dim(axis + 1),
            Problem::Indivisible { dim, .. } => About::Dim(dim),
            Problem::SpatialRank { .. }
            | Problem::AxisCount { .. }
            | Problem::NoSuchDim { .. }
            | Problem::Normalized { .. }
            | Problem::OneElement
            | Problem::PadCount { .. }
            | Problem::NetworkInput { .. }
            | Problem::Weights { .. }
            | Problem::Values { .. }
            | Problem::NothingLeft
            | Problem::TooFewValues { .. }
            | Problem::Tokens
            | Problem::ChannelsLast
            | Problem::Windows
            | Problem::Square { .. }
            | Problem::HeadFeatures { .. }
            | Problem::Heads { .. }
            | Problem::ModeRank { .. } => About::Whole,
            Problem::Branches { branch, .. } | Problem::Attend { branch } => {
                About::Branches(branch)
            }
            Problem::MatMul => About::Branches(1),
            _ => About::Nothing,
        }
    }

    const fn left(&self) -> Left {
        match self {
            Problem::Features { .. }
            | Problem::Swapped { .. }
            | Problem::Slopes { .. }
            | Problem::Groups { .. }
            | Problem::OneElement
            | Problem::Normalized { .. }
            | Problem::NoSuchDim { .. }
            | Problem::BatchDim { .. }
            | Problem::Branches { .. }
            | Problem::NetworkInput { .. }
            | Problem::Probability
            | Problem::Negative
            | Problem::Zero
            | Problem::Below { .. }
            | Problem::Pairs { .. }
            | Problem::TooFewValues { .. }
            | Problem::Heads { .. }
            | Problem::HeadFeatures { .. }
            | Problem::HeadsFirst { .. }
            | Problem::Square { .. }
            | Problem::Range { .. }
            | Problem::InferredTwice
            | Problem::Values { .. }
            | Problem::Attend { .. }
            | Problem::MatMul => Left::All,
            Problem::SpatialRank { .. }
            | Problem::DimOrder { .. }
            | Problem::DimTwice { .. }
            | Problem::NotOne { .. }
            | Problem::NothingLeft
            | Problem::TooManySizes { .. }
            | Problem::EmptyList
            | Problem::BranchCount { .. }
            | Problem::Tokens
            | Problem::ChannelsLast
            | Problem::Windows
            | Problem::Permutation { .. } => Left::Nothing,
            _ => Left::Channels,
        }
    }
}
