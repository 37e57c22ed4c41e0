//! A part of a network: its layers up to a label, and values that are taken from inside.

use super::{Declaration, Graph, Nodes};

/// The part of a network that another one embeds: its first layers, and what leaves them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// How many layers there are.
    pub(super) layers: usize,
    /// The values that leave it: first the output, and then those that are taken from inside.
    pub(super) points: &'static [Point],
    /// The first of these values; most values are before it.
    first: usize,
}

/// A value of a network that leaves it, by its name there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// A label of the network; empty for its own output.
    pub(super) name: &'static str,
    found: Found,
}

/// The layers under a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Found {
    /// A value, and so many layers up to the end of its statement.
    Value { value: usize, layers: usize },
    /// Something in a branch, where the network cannot end.
    InBranch,
    /// A value inside a network that is this layer.
    Inside(usize),
    /// Nothing.
    Nothing,
}

impl Point {
    /// The output of a network.
    pub const fn output(whole: &Graph) -> Point {
        let declaration = whole.nodes.declaration;
        let found = match declaration.output_count() {
            0 => Found::Nothing,
            _ => {
                let value = declaration.output_value(0);
                Found::Value { value, layers: declaration.layers() }
            }
        };
        Point { name: "", found }
    }

    /// The value of a label of a network, at which that is to end.
    pub const fn end(whole: &Graph, label: &'static str) -> Point {
        let Point { name, found } = Point::of(whole, label);
        let found = match found {
            Found::Value { .. } if !whole.nodes.ends_outside_of_branches(name) => Found::InBranch,
            found => found,
        };
        Point { name, found }
    }

    /// The value of a label of a network.
    pub const fn of(whole: &Graph, label: &'static str) -> Point {
        Point { name: label, found: whole.nodes.declaration.find(label) }
    }
}

impl Part {
    /// A part with these values, the first of which is at its end.
    pub const fn new(points: &'static [Point]) -> Part {
        let layers = match points {
            [Point { found: Found::Value { layers, .. }, .. }, ..] => *layers,
            _ => 0,
        };
        let (mut first, mut output) = (usize::MAX, 0);
        while output < points.len() {
            if let Found::Value { value, .. } = points[output].found
                && value < first
            {
                first = value;
            }
            output += 1;
        }
        Part { layers, points, first }
    }

    /// Whether it ends at a label, and not where the network does.
    pub(crate) const fn is_cut(&self) -> bool {
        matches!(self.points, [Point { name, .. }, ..] if !name.is_empty())
    }

    /// One of the values that leave: its name, and what there is under it.
    pub(crate) const fn point(&self, output: usize) -> (&'static str, Found) {
        let Point { name, found } = self.points[output];
        (name, found)
    }

    /// A value that leaves, if it is there.
    pub(crate) const fn value(&self, output: usize) -> Option<usize> {
        match self.points[output].found {
            Found::Value { value, layers } if layers <= self.layers => Some(value),
            _ => None,
        }
    }

    /// Whether a value leaves.
    const fn gives(&self, value: usize) -> bool {
        if value < self.first {
            return false;
        }
        let mut output = 0;
        while output < self.points.len() {
            if let Found::Value { value: given, layers } = self.points[output].found
                && given == value
                && layers <= self.layers
            {
                return true;
            }
            output += 1;
        }
        false
    }

    /// Whether anything needs the output of a layer.
    pub(super) const fn is_used(&self, declaration: &Declaration, layer: usize) -> bool {
        let value = declaration.input_count() + layer;
        self.is_taken(declaration, value, layer + 1) || self.gives(value)
    }

    /// Whether an edge, the `index`-th of all, is the last use of its value, which a layer takes by it. What the
    /// bytes say of that holds for the whole network.
    pub(super) const fn is_last_use(
        &self,
        declaration: &Declaration,
        layer: usize,
        index: usize,
    ) -> bool {
        let (value, last_use) = declaration.data.edge(index);
        let later = !last_use && {
            let (_, end) = declaration.data.edge_range(layer);
            takes(declaration, index + 1, end, value)
                || self.is_taken(declaration, value, layer + 1)
        };
        !later && !self.gives(value)
    }

    /// Whether a layer takes a value, from this one on. Mostly it is the next one.
    const fn is_taken(&self, declaration: &Declaration, value: usize, mut layer: usize) -> bool {
        while layer < self.layers {
            let (first, end) = declaration.data.edge_range(layer);
            if takes(declaration, first, end, value) {
                return true;
            }
            layer += 1;
        }
        false
    }
}

/// Whether a value is taken by one of these edges.
const fn takes(declaration: &Declaration, mut index: usize, end: usize, value: usize) -> bool {
    while index < end {
        if declaration.data.edge(index).0 == value {
            return true;
        }
        index += 1;
    }
    false
}

impl Declaration {
    /// What there is under a name: that of a label, of a scope or of a layer. What leaves a scope is what
    /// its last layer makes, unless there is a mark.
    const fn find(&self, name: &str) -> Found {
        let mut index = 0;
        while index < self.mark_count() {
            let (label, value, layers) = self.mark(index);
            if label.len() == name.len() && is_in(label.as_bytes(), 0, label.len(), name.as_bytes())
            {
                return Found::Value { value, layers };
            }
            index += 1;
        }
        let mut layers = self.layers();
        while layers > 0 {
            if self.is_in(layers - 1, name.as_bytes()) {
                return Found::Value { value: self.input_count() + layers - 1, layers };
            }
            layers -= 1;
        }
        while layers < self.layers() {
            let scope = self.name(layers).as_bytes();
            if self.data.is_network(layers) && is_in(name.as_bytes(), 0, name.len(), scope) {
                return Found::Inside(layers);
            }
            layers += 1;
        }
        Found::Nothing
    }
}

/// Whether a name is a scope, or is in it. The name is `length` bytes of a text, which is not cut up for that: to
/// do so takes long in constant evaluation.
pub(super) const fn is_in(text: &[u8], start: usize, length: usize, scope: &[u8]) -> bool {
    let mut left = scope.len();
    if length < left || length > left && text[start + left] != b'.' {
        return false;
    }
    // Names differ at their ends more often than where they begin.
    while left > 0 {
        left -= 1;
        if text[start + left] != scope[left] {
            return false;
        }
    }
    true
}

impl Nodes {
    /// Whether the statement of a label is there, and is in no branch.
    pub(crate) const fn ends_outside_of_branches(&self, label: &str) -> bool {
        match self.declaration.find(label) {
            // A statement without layers is where the one before it is.
            Found::Value { layers, .. } => {
                layers == 0 || !self.declaration.is_in_branch(layers - 1)
            }
            _ => false,
        }
    }
}

impl Graph {
    /// The network that this is a part of, or itself.
    pub(crate) const fn whole(&self) -> Graph {
        Nodes { part: None, ..self.nodes }.graph()
    }

    /// How many outputs the network has by itself: what is taken from inside is none. A part that ends at a
    /// label has that one.
    pub(crate) const fn own_outputs(&self) -> usize {
        match self.nodes.part {
            Some(part) if part.is_cut() => 1,
            _ => self.nodes.declaration.output_count(),
        }
    }
}
