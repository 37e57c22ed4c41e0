//! Blocks and values that have a name nobody uses.
//!
//! This looks at the source and not at the layers, so a name in a branch that is not taken is used.

use std::collections::{HashMap, HashSet};

use cnn_core::lint::Lint;
use proc_macro2::{Ident, TokenTree};
use syn::Lit;

use crate::check::lints::Warning;
use crate::syntax::ast::{
    Adapter, BlockItem, Branches, Call, Items, Joined, Pattern, Sequence, Source, Statement,
    StatementKind, WrittenValue, is_shared,
};
use crate::syntax::label::{LabelPart, LabelText, Reference};
use crate::value::expr::Expr;

/// Warnings of the values in a network that nothing uses.
pub fn in_network(layers: &[Statement], allowed: &[Lint]) -> Vec<Warning> {
    let mut walk = Walk::default();
    walk.statements(layers, allowed.contains(&Lint::UnusedVariable));
    walk.warnings
}

/// Warnings of the blocks that no network uses, and of the values in blocks that nothing uses.
pub fn in_blocks(items: &Items) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if items.blocks.is_empty() {
        return warnings;
    }
    let mut mentioned_by = HashMap::new();
    for block in &items.blocks {
        let mut walk = Walk::of_mentioned();
        walk.block(block);
        warnings.extend(walk.warnings);
        mentioned_by.insert(block.name.to_string(), walk.mentioned.unwrap_or_default());
    }
    let mut used = HashSet::new();
    // What is shared may be used elsewhere.
    let shared = items.blocks.iter().filter(|block| is_shared(&block.vis));
    let mut open: Vec<String> = shared.map(|block| block.name.to_string()).collect();
    for network in &items.networks {
        let mut walk = Walk::of_mentioned();
        walk.statements(network.body.as_ref().map_or(&[][..], |body| &body.layers), true);
        open.extend(walk.mentioned.unwrap_or_default());
    }
    while let Some(name) = open.pop() {
        if let Some(mentioned) = mentioned_by.get(&name)
            && used.insert(name)
        {
            open.extend(mentioned.iter().cloned());
        }
    }
    for block in &items.blocks {
        let (lint, name) = (Lint::UnusedBlock, &block.name);
        let is_used = used.contains(&name.to_string()) || is_silent(name);
        if !is_used && !block.allowed.contains(&lint) {
            warnings.push(warning(lint, &format!("block `{name}` is never used"), name));
        }
    }
    warnings
}

/// Whether a name says that it is not used.
fn is_silent(name: &Ident) -> bool {
    name.to_string().starts_with('_')
}

fn warning(lint: Lint, text: &str, name: &Ident) -> Warning {
    Warning::new(lint, text, "", name.span())
}

/// A walk over statements, in which names are given and used.
#[derive(Default)]
struct Walk<'a> {
    /// The names that hold at this place, the innermost last.
    names: Vec<Name<'a>>,
    /// What is used and is none of these, blocks among others, if that is asked for.
    mentioned: Option<HashSet<String>>,
    warnings: Vec<Warning>,
}

/// A name that a value has.
struct Name<'a> {
    ident: &'a Ident,
    /// Its kind: a parameter of a block, or a value.
    what: &'static str,
    used: bool,
}

impl<'a> Walk<'a> {
    /// A walk that also collects what is used and has no name here.
    fn of_mentioned() -> Walk<'a> {
        Walk { mentioned: Some(HashSet::new()), ..Walk::default() }
    }

    /// Whether nothing that is used could matter: most networks give no names to values.
    fn is_idle(&self) -> bool {
        self.names.is_empty() && self.mentioned.is_none()
    }

    fn block(&mut self, block: &'a BlockItem) {
        for param in block.params.iter().flatten() {
            self.values(&param.default);
            self.give(&param.name, "parameter");
        }
        let allowed = block.allowed.contains(&Lint::UnusedVariable);
        self.statements(&block.layers, allowed);
        self.end(0, allowed);
    }

    fn give(&mut self, ident: &'a Ident, what: &'static str) {
        self.names.push(Name { ident, what, used: false });
    }

    fn bind(&mut self, pattern: &'a Pattern) {
        for name in pattern.names() {
            self.give(name, "value");
        }
    }

    /// Ends the names from one on, and warns of those that have not been used, unless that is allowed.
    fn end(&mut self, first: usize, allowed: bool) {
        for name in self.names.split_off(first) {
            self.warn(&name, allowed);
        }
    }

    fn warn(&mut self, Name { ident, what, used }: &Name<'_>, allowed: bool) {
        if !used && !allowed && !is_silent(ident) {
            let text = format!("{what} `{ident}` is never used");
            self.warnings.push(warning(Lint::UnusedVariable, &text, ident));
        }
    }

    fn word(&mut self, word: &str) {
        match self.names.iter_mut().rfind(|name| *name.ident == *word) {
            Some(name) => name.used = true,
            None => {
                self.mentioned.iter_mut().for_each(|words| _ = words.insert(word.to_owned()));
            }
        }
    }

    fn statements(&mut self, statements: &'a [Statement], allowed: bool) {
        let first = self.names.len();
        let mut given = Vec::new();
        for statement in statements {
            let allowed = allowed || statement.allowed.contains(&Lint::UnusedVariable);
            if let Some(text) = statement.label.as_ref().and_then(|label| label.text.as_ref()) {
                self.text(text);
            }
            self.kind(&statement.kind, allowed);
            // The names that a statement gives are its own to allow.
            given.push((self.names.len(), allowed));
        }
        for (index, name) in self.names.split_off(first).iter().enumerate() {
            let of = given.iter().find(|(end, _)| first + index < *end);
            self.warn(name, of.is_some_and(|(_, allowed)| *allowed));
        }
    }

    fn kind(&mut self, kind: &'a StatementKind, allowed: bool) {
        match kind {
            StatementKind::Call(call) => self.call(call),
            StatementKind::Network { path, until } => {
                self.tokens(&path.tokens);
                until.iter().for_each(|label| self.reference(label));
            }
            StatementKind::Repeat { body, count } => {
                self.expr(count);
                self.kind(body, allowed);
            }
            StatementKind::For { pattern, values, layers } => {
                self.sequence(values);
                let first = self.names.len();
                self.bind(pattern);
                self.statements(layers, allowed);
                self.end(first, allowed);
            }
            StatementKind::If { condition, then, otherwise } => {
                self.expr(condition);
                self.statements(then, allowed);
                self.statements(otherwise, allowed);
            }
            StatementKind::Let { pattern, value } => {
                self.value(value);
                self.bind(pattern);
            }
            StatementKind::Assign { value, .. } => self.value(value),
            StatementKind::From(label) | StatementKind::Again { label, .. } => {
                self.reference(label);
            }
            StatementKind::Group { layers, .. } => self.statements(layers, allowed),
            StatementKind::Join { branches, call, .. } => {
                call.args.iter().for_each(|arg| self.value(&arg.value));
                match branches {
                    Branches::Statements(statements) => self.statements(statements, allowed),
                    Branches::Residual(layers, shortcut) => {
                        self.statements(layers, allowed);
                        self.statements(shortcut, allowed);
                    }
                    Branches::Labels(joined) => {
                        for joined in joined {
                            match joined {
                                Joined::One(label) => self.reference(label),
                                Joined::List(list) => self.value(list),
                            }
                        }
                    }
                }
            }
            StatementKind::Broken => {}
        }
    }

    fn call(&mut self, call: &'a Call) {
        if !self.is_idle() {
            self.word(&call.name.to_string());
        }
        call.args.iter().for_each(|arg| self.value(&arg.value));
        call.until.iter().for_each(|label| self.reference(label));
    }

    fn values(&mut self, values: &'a Option<WrittenValue>) {
        values.iter().for_each(|value| self.value(value));
    }

    fn value(&mut self, value: &'a WrittenValue) {
        match value {
            WrittenValue::Infer(_) | WrittenValue::Broken(_) => {}
            WrittenValue::Expr(expr) => self.expr(expr),
            WrittenValue::Layer { call, .. } => self.call(call),
            WrittenValue::List { values, .. } => values.iter().for_each(|value| self.value(value)),
            WrittenValue::Each { value, pattern, values, .. } => {
                self.sequence(values);
                let first = self.names.len();
                self.bind(pattern);
                self.value(value);
                self.end(first, false);
            }
        }
    }

    fn sequence(&mut self, sequence: &'a Sequence) {
        match &sequence.source {
            Source::Range { start, end, .. } => {
                self.expr(start);
                self.expr(end);
            }
            Source::Values(values) => self.value(values),
            Source::Sequence(inner) => self.sequence(inner),
        }
        for adapter in &sequence.adapters {
            match adapter {
                Adapter::StepBy(count) | Adapter::Skip(count) | Adapter::Take(count) => {
                    self.expr(count);
                }
                Adapter::Zip(other) => self.sequence(other),
                Adapter::Rev | Adapter::Enumerate => {}
            }
        }
    }

    fn reference(&mut self, label: &Reference) {
        if let Some(first) = &label.first {
            self.word(&first.to_string());
        }
        label.text.iter().for_each(|text| self.text(text));
    }

    /// The values in a label.
    fn text(&mut self, text: &LabelText) {
        for part in text.parts() {
            if let LabelPart::Value(_, Some(expr)) = part {
                self.expr(expr);
            }
        }
    }

    fn expr(&mut self, expr: &Expr) {
        if self.is_idle() {
            return;
        }
        match expr.as_literal() {
            Some(literal) => self.literal(literal),
            None => self.tokens(expr.tokens()),
        }
    }

    /// A label with values in it may be a literal.
    fn literal(&mut self, literal: &Lit) {
        if let Lit::Str(string) = literal {
            self.text(&LabelText::new(&string.value()));
        }
    }

    fn tokens(&mut self, tokens: &[TokenTree]) {
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => self.word(&ident.to_string()),
                TokenTree::Group(group) => {
                    self.tokens(&group.stream().into_iter().collect::<Vec<_>>());
                }
                TokenTree::Literal(literal) => self.literal(&Lit::new(literal.clone())),
                TokenTree::Punct(_) => {}
            }
        }
    }
}
