//! The names of layers: those that their weights have in PyTorch's `state_dict`.

use std::collections::HashMap;

use proc_macro2::Span;

/// How the statements of a scope are named.
#[derive(Default)]
pub(crate) struct Names {
    /// What stands before every name, with its dot.
    prefix: String,
    /// Whether statements without a label are named by their index.
    seq: bool,
    index: usize,
    counts: HashMap<String, usize>,
}

/// The name that a statement has in its scope.
#[derive(Clone)]
pub(crate) enum Name {
    /// A label.
    Given(String, Span),
    /// Its index in a `seq`.
    Index(String),
    /// None of its own: `_`.
    Own,
    /// Its keyword and a count.
    Counted,
}

impl Names {
    /// The index of the next statement, if that is its name.
    pub(crate) fn next_index(&mut self) -> Name {
        let index = self.index;
        self.index += 1;
        if self.seq { Name::Index(index.to_string()) } else { Name::Counted }
    }

    pub(crate) fn full(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// The full name of a layer.
    pub(crate) fn of_layer(&mut self, name: &Name, stem: &str) -> String {
        match name {
            Name::Given(name, _) | Name::Index(name) => self.full(name),
            Name::Own => self.prefix.trim_end_matches('.').to_owned(),
            Name::Counted => {
                let name = self.count(stem);
                self.full(&name)
            }
        }
    }

    /// `conv1`, `conv2`, …
    pub(crate) fn count(&mut self, stem: &str) -> String {
        let count = self.counts.entry(stem.to_owned()).or_default();
        *count += 1;
        format!("{stem}{count}")
    }

    /// The names in a scope below this one.
    pub(crate) fn below(&self, name: &str, seq: bool) -> Names {
        Names { prefix: format!("{}{name}.", self.prefix), seq, ..Names::default() }
    }

    /// The names in a `seq` that is this scope itself.
    pub(crate) fn sequence(&self) -> Names {
        Names { prefix: self.prefix.clone(), seq: true, ..Names::default() }
    }

    /// The prefixes of this scope and of those around it, from the inside.
    pub(crate) fn prefixes(&self) -> impl Iterator<Item = &str> {
        let dots = self.prefix.match_indices('.').map(|(dot, _)| dot + 1);
        let mut ends: Vec<usize> = [0].into_iter().chain(dots).collect();
        ends.reverse();
        ends.into_iter().map(|end| &self.prefix[..end])
    }
}
