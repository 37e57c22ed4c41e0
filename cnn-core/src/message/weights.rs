//! The tensors of a weight file against those of a network of which only const evaluation knows all sizes. The macro
//! compares the others, with `cnn-weights`, which says the same.

use super::verify::fail;
use crate::network::{Declaration, Graph};
use crate::shape::{Shape, Tensor, Text};

/// How tensors can differ: they are missing, have a different shape, or do not belong to the network. Of each the words
/// for one and for several.
pub const DIFFERENCES: [[&str; 2]; 3] = [
    ["is missing", "are missing"],
    ["has a different shape", "have a different shape"],
    ["does not belong to it", "do not belong to it"],
];

/// What to do if no single name explains the differences.
pub const OTHER_FILE: &str =
    "load the file that belongs to this network, or declare the network as it was saved";

/// What is said of tensors that are no floats, and of those that are no integers, but must be.
pub const MUST_BE: [&str; 2] =
    ["weights must be F16, BF16, F32 or F64", "these tensors must be integers, such as I64"];

/// What to do about them.
pub const SAVE_AS: [&str; 2] =
    ["save them as floats: quantized weights cannot be loaded", "save them as PyTorch does"];

/// How many bytes of a message list tensors.
const ROOM: usize = 1024;

/// A tensor of a file: its name, its sizes, and the type of its values, such as `F32` or `I64`.
pub type FileTensor = (&'static str, &'static [usize], &'static str);

impl Declaration {
    /// Checks that the tensors of a file, sorted by their names, are those of the network. `file` is its path for the
    /// message. `figures` are those of the network's [`Resolution`](crate::Resolution).
    ///
    /// # Panics
    ///
    /// If a tensor is missing, has a different shape, or does not belong to the network.
    #[track_caller]
    pub const fn check_weights<const N: usize>(
        &'static self,
        figures: &'static [u64],
        file: &str,
        tensors: &[FileTensor; N],
    ) {
        let graph = self.graph(figures);
        let mut comparison = Comparison::new(tensors);
        let mut layer = 0;
        while layer < graph.nodes.len() {
            // What the user wrote says where a size is from.
            comparison.layer(&graph, layer, "", self.step(layer).written.text);
            layer += 1;
        }
        comparison.finish();
        if let Some(message) = comparison.message(file, graph.name) {
            fail(&message);
        }
    }
}

struct Comparison<'t, const N: usize> {
    tensors: &'t [FileTensor; N],
    /// Which of them belong to the network.
    taken: [bool; N],
    /// How many tensors the network has.
    expected: u64,
    missing: u64,
    misshapen: u64,
    extra: u64,
    /// A line for each of the first tensors that differ.
    lines: Text,
    listed: u64,
    /// A line for each of the first tensors that are no floats, and of those that are no integers, but must be.
    wrong: [Text; 2],
}

impl<'t, const N: usize> Comparison<'t, N> {
    const fn new(tensors: &'t [FileTensor; N]) -> Self {
        Comparison {
            tensors,
            taken: [false; N],
            expected: 0,
            missing: 0,
            misshapen: 0,
            extra: 0,
            lines: Text::new(),
            listed: 0,
            wrong: [Text::new(), Text::new()],
        }
    }

    /// Compares the tensors of a layer. `call` is what the user wrote for it; empty inside of an embedded network.
    const fn layer(&mut self, graph: &Graph, layer: usize, prefix: &str, call: &str) {
        let node = graph.nodes.at(layer);
        if node.weights_of.is_some() {
            return;
        }
        let name = join(prefix, node.name);
        if let Some(nested) = node.op.nested() {
            let mut inner = 0;
            while inner < nested.graph.nodes.len() {
                self.layer(&nested.graph, inner, name.as_str(), "");
                inner += 1;
            }
        }
        let mut index = 0;
        while let Some(tensor) = node.op.tensor(index, &node.input) {
            self.tensor(join(name.as_str(), tensor.suffix).as_str(), &tensor, call);
            index += 1;
        }
    }

    const fn tensor(&mut self, name: &str, tensor: &Tensor, call: &str) {
        let shape = &tensor.shape;
        self.expected += 1;
        let Some(place) = self.find(name) else {
            self.missing += 1;
            if self.lists(name) {
                self.lines.str(" ").shape(shape).str(" is missing");
            }
            return;
        };
        self.taken[place] = true;
        let (_, sizes, dtype) = self.tensors[place];
        if is_shape(sizes, shape) {
            let wrong = &mut self.wrong[tensor.integer as usize];
            if is_integer(dtype) != tensor.integer && wrong.as_str().len() < ROOM {
                wrong.str("\n  ").code(name).str(" ").shape(shape).str(" is ").str(dtype);
            }
            return;
        }
        self.misshapen += 1;
        if self.lists(name) {
            self.lines.str(" is ");
            write_sizes(&mut self.lines, sizes);
            self.lines.str(", but should be ").shape(shape);
            if !call.is_empty() {
                self.lines.str(" for ").code(call);
            }
        }
    }

    /// Counts what belongs to no layer.
    const fn finish(&mut self) {
        let mut place = 0;
        while place < N {
            if !self.taken[place] {
                self.extra += 1;
                let (name, sizes, _) = self.tensors[place];
                if self.lists(name) {
                    self.lines.str(" ");
                    write_sizes(&mut self.lines, sizes);
                    self.lines.str(" does not belong to any layer");
                }
            }
            place += 1;
        }
    }

    const fn differing(&self) -> u64 {
        self.missing + self.misshapen + self.extra
    }

    /// Begins the line of a tensor, if there is room for it.
    const fn lists(&mut self, name: &str) -> bool {
        if self.lines.as_str().len() > ROOM {
            return false;
        }
        self.listed += 1;
        self.lines.str("\n  ").code(name);
        true
    }

    /// The place of a tensor in the file.
    const fn find(&self, name: &str) -> Option<usize> {
        let (mut start, mut end) = (0, N);
        while start < end {
            let middle = start + (end - start) / 2;
            match compare(self.tensors[middle].0.as_bytes(), name.as_bytes()) {
                0 => return Some(middle),
                1 => end = middle,
                _ => start = middle + 1,
            }
        }
        None
    }

    /// The message for values of the wrong type.
    const fn wrong(&self, file: &str) -> Option<Text> {
        let mut text = Text::new();
        text.str(file).str(": ");
        let (mut must_be, mut help) = (0, None);
        while must_be < self.wrong.len() {
            let lines = self.wrong[must_be].as_str();
            if !lines.is_empty() {
                text.str(if help.is_some() { "\n" } else { "" }).str(MUST_BE[must_be]).str(lines);
                help = Some(if let Some(help) = help { help } else { SAVE_AS[must_be] });
            }
            must_be += 1;
        }
        let Some(help) = help else { return None };
        text.str("\nhelp: ").str(help);
        Some(text)
    }

    const fn message(&self, file: &str, network: &str) -> Option<Text> {
        if self.differing() == 0 {
            return self.wrong(file);
        }
        let mut text = Text::new();
        text.str(file).str(": the tensors do not fit ");
        if network.is_empty() {
            text.str("the network")
        } else {
            text.code(network)
        };
        let mut before = ": ";
        if self.missing + self.misshapen > 0 {
            text.str(": of its ").num(self.expected).str(" tensors,");
            before = " ";
        }
        let counts = [self.missing, self.misshapen, self.extra];
        let mut kind = 0;
        while kind < counts.len() {
            let (count, [one, more]) = (counts[kind], DIFFERENCES[kind]);
            if count > 0 {
                text.str(before).num(count).str(" ").str(if count == 1 { one } else { more });
                before = ", ";
            }
            kind += 1;
        }
        text.str(self.lines.as_str());
        if self.differing() > self.listed {
            text.str("\n  and ").num(self.differing() - self.listed).str(" more");
        }
        text.str("\nhelp: ").str(OTHER_FILE);
        Some(text)
    }
}

/// Whether a type of values is one of integers; all others are floats.
const fn is_integer(dtype: &str) -> bool {
    matches!(dtype.as_bytes(), [b'I' | b'U', ..])
}

/// Two names with a dot between them, where neither is empty.
const fn join(prefix: &str, name: &str) -> Text {
    let mut text = Text::new();
    text.str(prefix);
    if !prefix.is_empty() && !name.is_empty() {
        text.str(".");
    }
    text.str(name);
    text
}

const fn is_shape(sizes: &[usize], shape: &Shape) -> bool {
    if sizes.len() != shape.rank() {
        return false;
    }
    let mut dim = 0;
    while dim < sizes.len() {
        if sizes[dim] != shape.size(dim) {
            return false;
        }
        dim += 1;
    }
    true
}

/// A shape of a file may have more dims than a [`Shape`].
const fn write_sizes(text: &mut Text, sizes: &[usize]) {
    text.str("[");
    let mut dim = 0;
    while dim < sizes.len() {
        text.str(if dim == 0 { "" } else { ", " }).num(sizes[dim] as u64);
        dim += 1;
    }
    text.str("]");
}

/// The order of two names: -1, 0 or 1.
const fn compare(first: &[u8], second: &[u8]) -> i8 {
    let mut index = 0;
    while index < first.len() && index < second.len() {
        if first[index] != second[index] {
            return if first[index] < second[index] { -1 } else { 1 };
        }
        index += 1;
    }
    if first.len() == second.len() {
        0
    } else if first.len() < second.len() {
        -1
    } else {
        1
    }
}
