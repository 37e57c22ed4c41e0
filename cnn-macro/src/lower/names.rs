//! The names of layers: those that their weights have in PyTorch's `state_dict`.

use std::collections::HashSet;

use cnn_core::{Kind, Tensor};

use crate::lower::named::Named;
use crate::syntax::label::Label;

/// How the statements of a scope are named.
#[derive(Default)]
pub struct NameScope {
    /// The prefix of every name, with its dot.
    prefix: String,
    /// Whether statements without a label are named by their index.
    seq: bool,
    index: usize,
    counts: Named<usize>,
}

/// The name that a statement has in its scope.
pub enum StatementName<'a> {
    /// Its label, with the values of the expressions in braces.
    Given(String, &'a Label),
    /// Its index in a `seq`.
    Index(String),
    /// None of its own: `_`.
    Own,
    /// Its keyword and a count.
    Counted,
}

impl NameScope {
    /// The index of the next statement, if that is its name.
    pub fn next_index<'a>(&mut self) -> StatementName<'a> {
        let index = self.index;
        self.index += 1;
        if self.seq { StatementName::Index(index.to_string()) } else { StatementName::Counted }
    }

    /// Whether statements without a label are named by their index.
    pub fn is_seq(&self) -> bool {
        self.seq
    }

    pub fn full(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// The full name of a layer.
    pub fn of_layer(&mut self, name: &StatementName<'_>, stem: &str) -> String {
        match name {
            StatementName::Given(name, _) | StatementName::Index(name) => self.full(name),
            StatementName::Own => self.prefix.trim_end_matches('.').to_owned(),
            StatementName::Counted => {
                let name = self.count(stem);
                self.full(&name)
            }
        }
    }

    /// `conv1`, `conv2`, …
    pub fn count(&mut self, stem: &str) -> String {
        let count = self.counts.get_or_insert(stem.to_owned(), 0);
        *count += 1;
        // `relu6` and `1` must not read as `relu` and `61`.
        let dash = if stem.ends_with(|char: char| char.is_ascii_digit()) { "_" } else { "" };
        format!("{stem}{dash}{count}")
    }

    /// The names in a scope below this one.
    pub fn below(&self, name: &str, seq: bool) -> NameScope {
        NameScope { prefix: format!("{}{name}.", self.prefix), seq, ..NameScope::default() }
    }

    /// The names in a `seq` that is this scope itself.
    pub fn sequence(&self) -> NameScope {
        NameScope { prefix: self.prefix.clone(), seq: true, ..NameScope::default() }
    }

    /// The prefix of every name, with its dot.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }
}

/// The full names of the layers of a network.
#[derive(Default)]
pub struct LayerNames {
    taken: Named<()>,
    /// Those of networks among them.
    networks: HashSet<String>,
}

impl LayerNames {
    /// Gives a layer its name. Returns why it cannot have it, if it cannot.
    pub fn give(&mut self, full: &str, name: &StatementName<'_>, kind: Kind) -> Option<String> {
        let conflict = self.conflict(full, name, kind);
        if kind == Kind::Network && !full.is_empty() {
            self.networks.insert(full.to_owned());
        }
        self.taken.get_or_insert(full.to_owned(), ());
        conflict
    }

    fn conflict(&self, full: &str, name: &StatementName<'_>, kind: Kind) -> Option<String> {
        if self.taken.contains(full) {
            return Some(match name {
                StatementName::Given(..) => second_label(full),
                _ => format!(
                    "two layers would be named `{full}`; give one of them a label, `label: …`"
                ),
            });
        }
        let inside = |network: &str, name: &str| {
            format!("`{name}` is already a name in the network `{network}`")
        };
        if kind == Kind::Network && !full.is_empty() {
            let scope = format!("{full}.");
            return self.taken.within(&scope).next().map(|(other, ())| inside(full, other));
        }
        let (scope, last) = full.rsplit_once('.')?;
        let mut scopes = full.match_indices('.').map(|(dot, _)| &full[..dot]);
        // Most networks have none inside.
        if !self.networks.is_empty()
            && let Some(network) = scopes.find(|scope| self.networks.contains(*scope))
        {
            return Some(inside(network, full));
        }
        let is_tensor = Tensor::SUFFIXES.contains(&last);
        (is_tensor && self.taken.contains(scope))
            .then(|| format!("`{full}` is already the name of a tensor of `{scope}`"))
    }
}

/// The message for a label that two statements have.
pub fn second_label(name: &str) -> String {
    format!("label `{name}` is already used")
}

/// The prefix of a scope and of those around it, from the inside.
pub fn prefixes(prefix: &str) -> impl Iterator<Item = &str> {
    let dots = prefix.match_indices('.').map(|(dot, _)| dot + 1);
    let mut ends: Vec<usize> = [0].into_iter().chain(dots).collect();
    ends.reverse();
    ends.into_iter().map(|end| &prefix[..end])
}
