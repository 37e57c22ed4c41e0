//! The statements of a declaration, before they are text.

use std::collections::HashSet;
use std::iter::successors;

use cnn_core::Kind;

use super::tree::{outer, within};
use crate::form::{Argument, Call};

/// A statement with its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    pub label: Option<String>,
    pub body: Body,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// A layer or a block.
    Call(Written),
    /// A scope, or a group without a label.
    Group {
        seq: bool,
        items: Vec<Statement>,
    },
    /// A layer that joins branches; an empty one is its input.
    Join {
        call: Written,
        branches: Vec<Vec<Statement>>,
    },
    Residual {
        main: Vec<Statement>,
        shortcut: Vec<Statement>,
    },
    /// A layer that joins values by their labels; `None` is the current one.
    Labels {
        call: Written,
        values: Vec<Option<String>>,
    },
    /// A value by its label.
    From(String),
    /// Layers once more, by their label.
    Again(String),
    /// The same several times, one after the other.
    Repeat {
        what: Vec<Statement>,
        count: usize,
    },
    /// The same with a number in its label, from the first to before the last.
    For {
        what: Box<Statement>,
        first: usize,
        end: usize,
    },
}

/// A call as it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    pub keyword: String,
    /// The layer, if it is one.
    pub kind: Option<Kind>,
    pub args: Vec<WrittenArg>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct WrittenArg {
    /// The name of its parameter.
    pub param: String,
    /// Whether the name is written.
    pub named: bool,
    pub value: Expression,
}

/// The value of an argument.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    Value(Argument),
    /// A parameter of a block, or a multiple or a part of one.
    Param(String),
    Range(Box<Expression>, Box<Expression>),
}

impl From<&Call> for Written {
    fn from(call: &Call) -> Written {
        let signature = call.kind.signature();
        // What has no name at a join is a value, and the shapes of a tensor are not told apart by their places.
        let all_named = call.kind.is_join();
        let written = call.written().into_iter().zip(&call.args);
        let args = written.map(|((name, value), (param, _))| WrittenArg {
            param: signature.params[*param].name.to_owned(),
            named: name.is_some() || all_named || signature.params[*param].name == "stored",
            value: match value {
                Argument::Range(start, end) => Expression::Range(
                    Box::new(Expression::Value(Argument::Size(*start))),
                    Box::new(Expression::Value(Argument::Size(*end))),
                ),
                value => Expression::Value(value.clone()),
            },
        });
        Written {
            keyword: call.kind.keyword().to_owned(),
            kind: Some(call.kind),
            args: args.collect(),
        }
    }
}

impl Written {
    /// A layer without arguments.
    pub fn new(kind: Kind) -> Written {
        Written { keyword: kind.keyword().to_owned(), kind: Some(kind), args: Vec::new() }
    }
}

/// The names of statements in a list in the scope `path`, and the labels that are said in it, with their scopes.
fn collect<'a>(
    list: &'a [Statement],
    path: &str,
    known: &mut HashSet<String>,
    said: &mut Vec<(String, &'a str)>,
) {
    for (index, statement) in list.iter().enumerate() {
        let own = match (&statement.label, &statement.body) {
            (Some(label), _) => within(path, label),
            (None, Body::Group { .. }) => within(path, &index.to_string()),
            (None, _) => path.to_owned(),
        };
        known.insert(own.clone());
        said.extend(statement.said().into_iter().map(|label| (path.to_owned(), label)));
        let is_scope = matches!(statement.body, Body::Group { .. });
        let inner = if is_scope { &own } else { path };
        statement.lists().into_iter().for_each(|list| collect(list, inner, known, said));
    }
}

impl Statement {
    pub fn new(body: Body) -> Statement {
        Statement { label: None, body }
    }

    /// The lists of statements in it.
    pub fn lists(&self) -> Vec<&Vec<Statement>> {
        match &self.body {
            Body::Group { items, .. } => vec![items],
            Body::Join { branches, .. } => branches.iter().collect(),
            Body::Residual { main, shortcut } => vec![main, shortcut],
            _ => Vec::new(),
        }
    }

    /// The lists of statements in it.
    pub fn lists_mut(&mut self) -> Vec<&mut Vec<Statement>> {
        match &mut self.body {
            Body::Group { items, .. } => vec![items],
            Body::Join { branches, .. } => branches.iter_mut().collect(),
            Body::Residual { main, shortcut } => vec![main, shortcut],
            _ => Vec::new(),
        }
    }

    /// The labels that it says itself, without those of the statements in it.
    fn said(&self) -> Vec<&str> {
        match &self.body {
            Body::Labels { values, .. } => values.iter().flatten().map(String::as_str).collect(),
            Body::From(label) | Body::Again(label) => vec![label],
            _ => Vec::new(),
        }
    }

    /// Whether it says this label, or one in it.
    pub fn says(&self, label: &str) -> bool {
        let is_label = |said: &str| said.split('.').next() == Some(label);
        self.said().into_iter().any(is_label)
            || self.lists().into_iter().flatten().any(|inner| inner.says(label))
    }

    /// Whether all labels that are said in it are those of statements in it.
    pub fn is_closed(&self) -> bool {
        let mut known = HashSet::new();
        let mut said = Vec::new();
        self.lists().into_iter().for_each(|list| collect(list, "", &mut known, &mut said));
        said.into_iter().all(|(scope, label)| {
            let mut scopes = successors(Some(scope.as_str()), |scope| outer(scope));
            scopes.any(|scope| known.contains(&within(scope, label)))
        })
    }
}
