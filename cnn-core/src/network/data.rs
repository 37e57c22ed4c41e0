//! The bytes of a network: what `cnn!` emits of it, and how they are read.
//!
//! rustc reads a byte string a hundred times as fast as the literals that it stands for, and constant
//! evaluation has nothing to do for a network that nobody looks at. All numbers are little-endian.
//!
//! ```text
//! header     the words of `header`, then the totals
//! ports      the words of `port` for each input, then for each output
//! taps       the words of `tap`: what is taken from inside networks
//! marks      the words of `mark`: what labels mean that no layer's name tells
//! shapes     rank and five sizes, 64 bits each     each shape once
//! costs      the fields of `Cost`, 64 bits each    each cost once
//! layers     the words of `Layer`
//! edges      value × 2, plus 1 where it is the last use of the value
//! templates  for each the offset of its call
//! calls      the words of `CallText`; none, if nothing is left to check
//! places     the words of a `Place`
//! templates' calls, of any length
//! ```
//!
//! A *template* is a keyword with its arguments. Layers that are called alike share one. `encode.rs`
//! writes all this.

use super::{Cost, Place};
use crate::error::At;
use crate::language::{Arg, Args, Packed};
use crate::layers::Kind;
use crate::shape::{MAX_RANK, Shape};

/// The most arguments that a template has.
pub(super) const MOST_ARGS: usize = {
    let (mut most, mut kind) = (0, 0);
    while kind < Kind::ALL.len() {
        let params = Kind::ALL[kind].signature().params.len();
        if params > most {
            most = params;
        }
        kind += 1;
    }
    most
};

// A keyword is a byte of its layer's word, below the flags.
const _: () = assert!(Kind::ALL.len() <= 0x100);
const _: () = assert!(matches!(Kind::ALL[Kind::Network as usize], Kind::Network));

/// The most values in the lists of a template together.
pub(super) const MOST_ELEMENTS: usize = 32;

/// The bytes of a network.
#[derive(Clone, Copy)]
pub(super) struct Data {
    bytes: &'static [u8],
    // Of the header, what is asked for often.
    layers: usize,
    shapes: usize,
    costs: usize,
    records: usize,
    edges: usize,
}

macro_rules! words {
    ($($(#[$docs:meta])* $name:ident;)*) => {
        words! { @0; $($(#[$docs])* $name;)* }
    };
    (@$index:expr; $(#[$docs:meta])* $name:ident; $($rest:tt)*) => {
        $(#[$docs])*
        pub(in super::super) const $name: usize = $index;

        words! { @$index + 1; $($rest)* }
    };
    (@$index:expr;) => {
        /// How many words there are.
        pub(in super::super) const COUNT: usize = $index;
    };
}

/// The words of the header.
pub(super) mod header {
    words! {
        /// How many layers there are.
        LAYERS;
        /// How many inputs and outputs there are.
        INPUTS;
        OUTPUTS;
        /// How many values are taken from inside networks, and how many marks there are.
        TAPS;
        MARKS;
        /// Where each section begins.
        PORTS;
        TAPS_AT;
        MARKS_AT;
        SHAPES;
        COSTS;
        RECORDS;
        EDGES;
        TEMPLATES;
        CALLS;
        PLACES;
        /// See the constants of this name.
        FLAGS;
        /// The layer at the peak of activations.
        PEAK_AT;
        /// How many templates there are.
        TEMPLATE_COUNT;
    }

    /// The figures of all layers are there: they hold if the arguments are those of the templates.
    pub(in super::super) const ASSUMED: u32 = 1;
    /// Some size does not fit in 32 bits.
    pub(in super::super) const WIDE: u32 = 2;
}

/// The words of an input or an output.
pub(super) mod port {
    words! {
        /// Where its name begins in the text, and how long it is.
        NAME;
        NAME_LENGTH;
        /// The index of its shape, plus 1; 0 for an output of which none is declared.
        SHAPE;
        /// Of an output, which value it is.
        VALUE;
    }
}

/// The words of a value that is taken from inside a network.
pub(super) mod tap {
    words! {
        /// The layer that is the network.
        LAYER;
        /// Which of its outputs it is.
        OUTPUT;
    }
}

/// The words of a mark: of a label that stands for something else than what the last layer makes whose
/// name begins with it.
pub(super) mod mark {
    words! {
        /// Where the label begins in the text, and how long it is.
        NAME;
        NAME_LENGTH;
        /// The value that it stands for.
        VALUE;
        /// How many layers there are up to the end of its statement.
        LAYERS;
    }
}

/// The words of a layer.
pub(super) mod layer {
    words! {
        /// The index of its template.
        TEMPLATE;
        /// The index of the shape of its output.
        OUTPUT;
        /// The index of its cost.
        COST;
        /// Where its name begins in the text, and how long it is.
        NAME;
        NAME_LENGTH;
        /// The index of its first edge, and how many it has.
        EDGE;
        EDGE_COUNT;
        /// Its keyword, and flags.
        KIND;
        /// The index of its call.
        CALL;
        /// Where the calls of blocks that it is in are in the text, and how long that is.
        WITHIN;
        WITHIN_LENGTH;
        /// The layer whose weights it uses, plus 1; 0 if it has its own.
        WEIGHTS;
    }

    /// Its parameters count as not trainable.
    pub(in super::super) const FROZEN: u32 = 1 << 8;
    /// Its figures depend on what only rustc knows.
    pub(in super::super) const OPEN: u32 = 1 << 9;
    /// Nothing needs its output.
    pub(in super::super) const UNUSED: u32 = 1 << 10;
    /// It is in a branch: other values flow beside it.
    pub(in super::super) const BRANCH: u32 = 1 << 11;
}

/// The words of a call.
pub(super) mod call {
    words! {
        /// Where it is in the text, and how long it is.
        TEXT;
        TEXT_LENGTH;
        LINE;
        /// The index of its first place, and how many it has.
        PLACE;
        PLACE_COUNT;
        /// 1 for `residual { … }`.
        RESIDUAL;
    }
}

/// The words of a place.
pub(super) mod place {
    words! {
        /// The parameter, the element of its list, and flags.
        VALUE;
        START;
        END;
    }

    pub(in super::super) const ELEMENT: u32 = 1 << 30;
    pub(in super::super) const NAMED: u32 = 1 << 31;
}

/// The tags of arguments.
pub(super) mod tag {
    #[cfg(feature = "encode")]
    pub(in super::super) const OMITTED: u8 = 0;
    pub(in super::super) const INFER: u8 = 1;
    pub(in super::super) const SIZE: u8 = 2;
    pub(in super::super) const SIGNED: u8 = 3;
    pub(in super::super) const FLOAT: u8 = 4;
    pub(in super::super) const FALSE: u8 = 5;
    pub(in super::super) const TRUE: u8 = 6;
    pub(in super::super) const WORD: u8 = 7;
    pub(in super::super) const RANGE: u8 = 8;
    pub(in super::super) const LIST: u8 = 9;
}

/// The bytes of a shape and of a cost.
const SHAPE: usize = 8 * (1 + MAX_RANK);
const COST: usize = 8 * Cost::COUNT;

impl Data {
    pub(super) const fn new(bytes: &'static [u8]) -> Data {
        let data = Data { bytes, layers: 0, shapes: 0, costs: 0, records: 0, edges: 0 };
        Data {
            layers: data.header(header::LAYERS),
            shapes: data.header(header::SHAPES),
            costs: data.header(header::COSTS),
            records: data.header(header::RECORDS),
            edges: data.header(header::EDGES),
            ..data
        }
    }

    // In constant evaluation a call takes as long as ten operations, and longer if a struct is copied for it. So
    // these take `&self`, and look into the bytes without std's help.

    const fn word(&self, at: usize) -> u32 {
        let bytes = self.bytes;
        bytes[at] as u32
            | (bytes[at + 1] as u32) << 8
            | (bytes[at + 2] as u32) << 16
            | (bytes[at + 3] as u32) << 24
    }

    const fn long(&self, at: usize) -> u64 {
        self.word(at) as u64 | (self.word(at + 4) as u64) << 32
    }

    /// A word of the header.
    pub(super) const fn header(&self, word: usize) -> usize {
        self.word(4 * word) as usize
    }

    pub(super) const fn layers(&self) -> usize {
        self.layers
    }

    pub(super) const fn has(&self, flag: u32) -> bool {
        self.word(4 * header::FLAGS) & flag != 0
    }

    /// The totals: those of costs, and the two peaks.
    pub(super) const fn total(&self) -> (Cost, [u64; 2]) {
        let at = 4 * header::COUNT;
        (self.cost_at(at), [self.long(at + COST), self.long(at + COST + 8)])
    }

    const fn cost_at(&self, at: usize) -> Cost {
        let (mut costs, mut i) = ([0; Cost::COUNT], 0);
        while i < Cost::COUNT {
            costs[i] = self.long(at + 8 * i);
            i += 1;
        }
        Cost::from_array(costs)
    }

    /// A word of an input.
    pub(super) const fn input(&self, index: usize, word: usize) -> usize {
        self.word(self.header(header::PORTS) + 4 * (port::COUNT * index + word)) as usize
    }

    /// A word of an output.
    pub(super) const fn output(&self, index: usize, word: usize) -> usize {
        self.input(self.header(header::INPUTS) + index, word)
    }

    /// A word of a value that is taken from inside a network.
    pub(super) const fn tap(&self, index: usize, word: usize) -> usize {
        self.word(self.header(header::TAPS_AT) + 4 * (tap::COUNT * index + word)) as usize
    }

    /// A word of a mark.
    pub(super) const fn mark(&self, index: usize, word: usize) -> usize {
        self.word(self.header(header::MARKS_AT) + 4 * (mark::COUNT * index + word)) as usize
    }

    /// The shape with an index that is one too high.
    pub(super) const fn port_shape(&self, shape: usize) -> Option<Shape> {
        if shape == 0 { None } else { Some(self.shape(shape - 1)) }
    }

    /// How many values leave a layer, from its cost.
    pub(super) const fn activations(&self, index: usize) -> u64 {
        self.long(self.costs + COST * index + 8 * Cost::ACTIVATIONS)
    }

    /// The cost with an index.
    pub(super) const fn cost(&self, index: usize) -> Cost {
        self.cost_at(self.costs + COST * index)
    }

    /// The shape with an index.
    pub(super) const fn shape(&self, index: usize) -> Shape {
        let at = self.shapes + SHAPE * index;
        let (mut shape, mut axis) = (Shape::LOST, self.word(at));
        let mut size = at + 8;
        while axis > 0 {
            shape = shape.push(self.long(size) as usize);
            (axis, size) = (axis - 1, size + 8);
        }
        shape
    }

    /// A word of a layer.
    pub(super) const fn layer(&self, index: usize, word: usize) -> u32 {
        self.word(self.records + 4 * (layer::COUNT * index + word))
    }

    /// Whether a layer is a network, which is found in fewer steps than its keyword.
    pub(super) const fn is_network(&self, index: usize) -> bool {
        self.layer(index, layer::KIND) & 0xff == Kind::Network as u32
    }

    /// The keyword of a layer.
    pub(super) const fn kind(&self, index: usize) -> Kind {
        Kind::ALL[(self.layer(index, layer::KIND) & 0xff) as usize]
    }

    /// A word of a call.
    pub(super) const fn call(&self, index: usize, word: usize) -> usize {
        self.word(self.header(header::CALLS) + 4 * (call::COUNT * index + word)) as usize
    }

    /// A place, the `index`-th of all.
    pub(super) const fn place(&self, index: usize) -> Place {
        let at = self.header(header::PLACES) + 4 * place::COUNT * index;
        let value = self.word(at + 4 * place::VALUE);
        let (param, element) = ((value & 0xff) as usize, ((value >> 8) & 0xffff) as usize);
        Place {
            at: match value & place::ELEMENT {
                0 => At::Param(param),
                _ => At::Element(param, element),
            },
            start: self.word(at + 4 * place::START) as usize,
            end: self.word(at + 4 * place::END) as usize,
            named: value & place::NAMED != 0,
        }
    }

    /// The edges of a layer, four bytes each.
    pub(super) const fn edges(&self, index: usize) -> Packed<'static> {
        let (first, count) = (self.layer(index, layer::EDGE), self.layer(index, layer::EDGE_COUNT));
        Packed::new(self.bytes, self.edges + 4 * first as usize, count as usize)
    }

    /// Where the edges of a layer begin, and where they end.
    pub(super) const fn edge_range(&self, index: usize) -> (usize, usize) {
        let first = self.layer(index, layer::EDGE) as usize;
        (first, first + self.layer(index, layer::EDGE_COUNT) as usize)
    }

    /// An edge, the `index`-th of all: the value, and whether that is its last use.
    pub(super) const fn edge(&self, index: usize) -> (usize, bool) {
        let word = self.word(self.edges + 4 * index);
        ((word / 2) as usize, word % 2 == 1)
    }

    /// The call of a template.
    pub(super) const fn template(&self, index: usize) -> Template<'_> {
        let at = self.word(self.header(header::TEMPLATES) + 4 * index) as usize;
        Template { data: self, count: self.bytes[at + 4] as usize, at: at + 5, open: self.word(at) }
    }
}

/// A keyword's arguments.
#[derive(Clone, Copy)]
pub(super) struct Template<'d> {
    data: &'d Data,
    count: usize,
    /// Where the first argument is.
    at: usize,
    open: u32,
}

/// What the arguments of a template refer to.
pub(super) struct Parts {
    /// The first arguments, as long as they are nothing but sizes: in most layers almost all, and read in the least
    /// time.
    sizes: [usize; MOST_ARGS],
    count: usize,
    /// The values in the lists of the others.
    elements: [Arg<'static>; MOST_ELEMENTS],
}

impl Parts {
    const fn sizes(&self) -> &[usize] {
        self.sizes.split_at(self.count).0
    }
}

/// No open call.
pub(super) const CLOSED: u32 = u32::MAX;

impl Template<'_> {
    /// The index of the arguments that only rustc knows, if it has such. What is read here is then
    /// what they have been assumed to be.
    pub(super) const fn open(&self) -> Option<usize> {
        if self.open == CLOSED { None } else { Some(self.open as usize) }
    }

    /// How many arguments there are.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// What its arguments refer to.
    pub(super) const fn parts(&self) -> Parts {
        let (mut sizes, mut count, mut at) = ([0; MOST_ARGS], 0, self.at);
        while count < self.count
            && self.data.bytes[at] as usize == count
            && self.data.bytes[at + 1] == tag::SIZE
        {
            sizes[count] = self.data.long(at + 2) as usize;
            (count, at) = (count + 1, at + 10);
        }
        Parts { sizes, count, elements: self.elements(count, at) }
    }

    /// The values in its lists, which are after the first arguments.
    const fn elements(&self, mut arg: usize, mut at: usize) -> [Arg<'static>; MOST_ELEMENTS] {
        let mut elements = [Arg::Omitted; MOST_ELEMENTS];
        let mut count = 0;
        while arg < self.count {
            if self.data.bytes[at + 1] == tag::LIST {
                let mut left = self.data.bytes[at + 2];
                at += 3;
                while left > 0 {
                    (elements[count], at) = self.single(at);
                    (count, left) = (count + 1, left - 1);
                }
            } else {
                at += 1 + self.length(at + 1);
            }
            arg += 1;
        }
        elements
    }

    /// The arguments after the sizes, with the indices of their parameters.
    pub(super) const fn others<'a>(&self, parts: &'a Parts) -> [(usize, Arg<'a>); MOST_ARGS] {
        let mut args = [(usize::MAX, Arg::Omitted); MOST_ARGS];
        let (mut rest, first) = (parts.elements.as_slice(), parts.count);
        let (mut arg, mut at) = (first, self.at + 10 * first);
        while arg < self.count {
            let param = self.data.bytes[at] as usize;
            let value;
            if self.data.bytes[at + 1] == tag::LIST {
                let length = self.data.bytes[at + 2] as usize;
                let list;
                (list, rest) = rest.split_at(length);
                value = Arg::List(list);
                at += 3;
                let mut left = length;
                while left > 0 {
                    at += self.length(at);
                    left -= 1;
                }
            } else {
                (value, at) = self.single(at + 1);
            }
            args[arg - first] = (param, value);
            arg += 1;
        }
        args
    }

    /// All arguments.
    pub(super) const fn args<'a>(
        &self,
        parts: &'a Parts,
        others: &'a [(usize, Arg<'a>); MOST_ARGS],
    ) -> Args<'a> {
        Args { sizes: parts.sizes(), others: others.split_at(self.count - parts.count).0 }
    }

    /// How many bytes an argument takes that is not a list.
    const fn length(&self, at: usize) -> usize {
        match self.data.bytes[at] {
            tag::SIZE | tag::SIGNED | tag::FLOAT => 9,
            tag::RANGE => 17,
            tag::WORD => 2,
            _ => 1,
        }
    }

    /// An argument that is not a list, and where the next one is.
    const fn single(&self, at: usize) -> (Arg<'static>, usize) {
        let data = self.data;
        let arg = match data.bytes[at] {
            tag::INFER => Arg::Infer,
            tag::SIZE => Arg::Size(data.long(at + 1) as usize),
            tag::SIGNED => Arg::Signed(data.long(at + 1) as isize),
            tag::FLOAT => Arg::Float(f64::from_bits(data.long(at + 1))),
            tag::FALSE => Arg::Flag(false),
            tag::TRUE => Arg::Flag(true),
            tag::WORD => Arg::Word(data.bytes[at + 1] as usize),
            tag::RANGE => Arg::Range(data.long(at + 1) as usize, data.long(at + 9) as usize),
            _ => Arg::Omitted,
        };
        (arg, at + self.length(at))
    }
}
