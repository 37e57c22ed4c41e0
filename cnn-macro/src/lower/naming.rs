//! The names of layers: those that their weights have in PyTorch's `state_dict`.

use std::collections::HashMap;

use cnn_core::Kind;
use proc_macro2::{Span, TokenStream};

use crate::lower::{Context, Lowering};
use crate::syntax::ast::Label;
use crate::value::eval;
use crate::value::expr::Expr;
use crate::value::number::{Integers, Number};
use crate::value::scope::Scope;

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
        // `relu6` and `1` must not read as `relu` and `61`.
        let dash = if stem.ends_with(|char: char| char.is_ascii_digit()) { "_" } else { "" };
        format!("{stem}{dash}{count}")
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

impl<'a> Lowering<'a, '_, '_> {
    /// The name of a statement in its scope.
    pub(crate) fn name(
        &mut self,
        label: Option<&Label>,
        names: &mut Names,
        context: &Context<'a>,
    ) -> Name {
        let Some(label) = label else { return names.next_index() };
        let Some(text) = &label.text else { return Name::Own };
        let index = names.next_index();
        match self.interpolate(text, label.span, context) {
            Some(text) => Name::Given(text, label.span),
            None => index,
        }
    }

    /// A label with the values of what stands in its braces: `"block{i + 1}"`.
    pub(crate) fn interpolate(
        &mut self,
        label: &str,
        span: Span,
        context: &Context<'a>,
    ) -> Option<String> {
        let mut text = String::new();
        let mut rest = label;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (inner, after) = after.split_once('}').unwrap_or((after, ""));
            let Some(value) = number(inner, &context.scope) else {
                let message = format!("`{inner}` in this label is no number that is known here");
                self.error(span, message, context);
                return None;
            };
            text.push_str(&value.to_string());
            rest = after;
        }
        Some(text + rest)
    }

    /// Notes what left a labelled statement.
    pub(crate) fn label(&mut self, name: &str, span: Span, context: &Context<'a>) {
        if self.values.insert(name.to_owned(), self.flow).is_some() {
            self.error(span, second_label(name), context);
        }
    }

    /// Why a layer cannot have a name, if it cannot.
    pub(crate) fn taken(&self, full: &str, name: &Name, kind: Kind) -> Option<String> {
        if self.names.contains(full) {
            return Some(match name {
                Name::Given(..) => second_label(full),
                _ => format!(
                    "a second layer would be named `{full}`; give one of them a label, `label: …`"
                ),
            });
        }
        let inside = |network: &str, name: &str| {
            format!("`{name}` is a name within the network `{network}`")
        };
        if kind == Kind::Network && !full.is_empty() {
            let scope = format!("{full}.");
            let other = self.names.iter().find(|name| name.starts_with(&scope));
            return other.map(|other| inside(full, other));
        }
        let (scope, last) = full.rsplit_once('.')?;
        if let Some(network) = self.networks.iter().find(|network| {
            full.strip_prefix(network.as_str()).is_some_and(|rest| rest.starts_with('.'))
        }) {
            return Some(inside(network, full));
        }
        let is_tensor = matches!(last, "weight" | "bias" | "running_mean" | "running_var");
        (is_tensor && self.names.contains(scope))
            .then(|| format!("`{full}` is the name of a tensor of `{scope}`"))
    }
}

fn second_label(name: &str) -> String {
    format!("a second label is called `{name}`")
}

/// The value of an expression in a label.
fn number(text: &str, scope: &Scope) -> Option<i128> {
    let tokens: TokenStream = text.parse().ok()?;
    let expr = Expr::new(tokens.into_iter().collect())?;
    match eval::evaluate(&expr, scope, Integers::Unsigned) {
        Ok(Number::Int(value)) if !scope.is_generic(&expr) => Some(value),
        _ => None,
    }
}
