//! What is drawn of a network, before it has a place.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

/// Something to draw.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) form: Form,
    /// All layers it stands for.
    pub(super) nodes: Range<usize>,
    /// How many times in a row; its form shows the first time.
    pub(super) count: usize,
    pub(super) likeness: Likeness,
}

/// What it looks like.
#[derive(Clone, Debug)]
pub(super) enum Form {
    /// Layers in a row in one box.
    Unit {
        /// The layer that gives it its colour.
        head: usize,
        /// Its scope, if it is all that is in it; otherwise empty.
        scope: String,
    },
    /// Branches side by side.
    Fork {
        branches: Vec<Vec<Item>>,
        /// Whether what enters is joined, too.
        skip: bool,
        /// What joins them, and the layers in the same box.
        join: Range<usize>,
    },
    /// Chains one below the other, the connections of which cross.
    Web { rows: Vec<Row>, lanes: usize },
    /// A scope. Its name is empty for layers that are only repeated.
    Frame { scope: String, items: Vec<Item> },
    /// A scope of which only the name is drawn.
    Card {
        scope: String,
        /// A scope that looks the same.
        like: Option<String>,
    },
}

/// A chain in a [`Form::Web`].
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) items: Vec<Item>,
    /// Whether it takes what leaves the row before, or what enters.
    pub(super) follows: bool,
    /// The rows further above whose values it takes, and at which lane they come; row 0 is what
    /// enters, row `i + 1` the row `i`.
    pub(super) from: Vec<(usize, usize)>,
}

/// When items count as alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alike {
    /// If they have the same layers, shapes and costs.
    Exactly,
    /// If they have the same layers.
    Loosely,
}

/// Hashes of what two items have in common, from the strictest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Likeness {
    /// Layers, shapes and costs.
    pub(super) exact: u64,
    /// Layers with their kernels and strides.
    pub(super) labels: u64,
    /// Kinds of layers.
    pub(super) kinds: u64,
}

impl Likeness {
    pub(super) const START: Likeness = {
        let start = 0xcbf2_9ce4_8422_2325;
        Likeness { exact: start, labels: start, kinds: start }
    };

    /// With a number that all of them depend on.
    pub(super) fn number(self, number: u64) -> Likeness {
        let Likeness { exact, labels, kinds } = self;
        Likeness {
            exact: mix(exact, number),
            labels: mix(labels, number),
            kinds: mix(kinds, number),
        }
    }

    /// With another likeness.
    pub(super) fn with(self, other: Likeness) -> Likeness {
        Likeness {
            exact: mix(self.exact, other.exact),
            labels: mix(self.labels, other.labels),
            kinds: mix(self.kinds, other.kinds),
        }
    }

    /// With all of these, in their order.
    pub(super) fn all<'a>(self, items: impl IntoIterator<Item = &'a Item>) -> Likeness {
        let all = items.into_iter().fold(self, |sum, item| sum.with(item.likeness));
        all.number(0)
    }
}

/// A step of FNV-1a with 64 bits at once.
pub(super) fn mix(hash: u64, number: u64) -> u64 {
    let mixed = (hash ^ number).wrapping_mul(0x0000_0100_0000_01b3);
    mixed ^ (mixed >> 29)
}

impl Item {
    /// How many boxes it takes to draw it.
    pub(super) fn boxes(&self) -> usize {
        match &self.form {
            Form::Unit { .. } | Form::Card { .. } => 1,
            Form::Fork { branches, .. } => 1 + branches.iter().map(|row| boxes(row)).sum::<usize>(),
            Form::Web { rows, .. } => rows.iter().map(|row| boxes(&row.items)).sum(),
            Form::Frame { items, .. } => boxes(items),
        }
    }

    /// The same layers in another form.
    pub(super) fn drawn_as(&self, form: Form) -> Item {
        Item { form, nodes: self.nodes.clone(), count: self.count, likeness: self.likeness }
    }

    /// How many layers it has once.
    pub(super) fn period(&self) -> usize {
        self.nodes.len() / self.count
    }

    /// The layers of the first time.
    pub(super) fn once(&self) -> Range<usize> {
        self.nodes.start..self.nodes.start + self.period()
    }

    /// The scope it is, if it is one.
    pub(super) fn scope(&self) -> &str {
        match &self.form {
            Form::Unit { scope, .. } | Form::Frame { scope, .. } | Form::Card { scope, .. } => {
                scope
            }
            Form::Fork { .. } | Form::Web { .. } => "",
        }
    }
}

/// How many boxes it takes to draw several.
pub(super) fn boxes(items: &[Item]) -> usize {
    items.iter().map(Item::boxes).sum()
}
