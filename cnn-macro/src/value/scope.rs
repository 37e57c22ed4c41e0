//! The names that a declaration binds, and what they stand for.

use std::collections::HashMap;
use std::rc::Rc;

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use syn::Lit;

use crate::value::expr::Expr;
use crate::value::function::Function;
use crate::value::number::Number;
use crate::value::text;

/// What a name stands for.
#[derive(Clone)]
pub enum Binding {
    /// A parameter of the network, with the value of its default. rustc knows it by its name.
    Parameter(Option<Number>),
    /// A type parameter of the network.
    Type,
    /// An expression.
    Expr {
        /// Its value, if the macro knows it.
        number: Option<Number>,
        /// What rustc evaluates.
        tokens: Vec<TokenTree>,
        /// Whether it depends on a parameter of the network.
        generic: bool,
    },
    /// A tuple or an array.
    List(Vec<Binding>),
    /// A word: one that some parameter knows, such as `same`, or a layer or a block.
    Word(String),
    /// `_`
    Infer,
    /// Something wrong; its error has been reported.
    Invalid,
}

impl Binding {
    /// A value that the macro knows for certain.
    pub fn number(number: Number) -> Binding {
        let tokens = match number {
            Number::Int(value) => match usize::try_from(value) {
                Ok(value) => vec![TokenTree::Literal(Literal::usize_unsuffixed(value))],
                Err(_) => group(Literal::i128_unsuffixed(value)),
            },
            Number::Float(value) if value >= 0.0 && value.is_finite() => {
                vec![TokenTree::Literal(Literal::f64_unsuffixed(value))]
            }
            Number::Float(value) if value.is_finite() => group(Literal::f64_unsuffixed(value)),
            // These have no literals. Whatever takes a number refuses them.
            Number::Float(_) => Vec::new(),
            Number::Flag(value) => {
                let word = if value { "true" } else { "false" };
                vec![TokenTree::Ident(Ident::new(word, Span::call_site()))]
            }
        };
        Binding::Expr { number: Some(number), tokens, generic: false }
    }
}

/// A negative literal in parentheses, so that it can stand anywhere.
fn group(literal: Literal) -> Vec<TokenTree> {
    let tokens = TokenStream::from(TokenTree::Literal(literal));
    vec![TokenTree::Group(Group::new(Delimiter::Parenthesis, tokens))]
}

/// The functions of a declaration.
pub type Functions = Rc<HashMap<String, Function>>;

/// The names in scope.
#[derive(Clone, Default)]
pub struct Scope {
    names: HashMap<String, Binding>,
    functions: Functions,
}

impl Scope {
    pub fn new(functions: Functions) -> Scope {
        Scope { names: HashMap::new(), functions }
    }

    /// The scope in a function, where only its parameters have names.
    pub fn inside(&self, params: Vec<(String, Number)>) -> Scope {
        let names = params.into_iter().map(|(name, value)| (name, Binding::number(value)));
        Scope { names: names.collect(), functions: self.functions.clone() }
    }

    pub fn function(&self, name: &str) -> Option<&Function> {
        self.functions.get(name)
    }

    pub fn bind(&mut self, name: impl Into<String>, binding: Binding) {
        self.names.insert(name.into(), binding);
    }

    pub fn get(&self, name: &str) -> Option<&Binding> {
        self.names.get(name)
    }

    /// The value of a name, if the macro knows it.
    pub fn number(&self, name: &str) -> Option<Number> {
        match self.get(name)? {
            Binding::Parameter(number) | Binding::Expr { number, .. } => *number,
            _ => None,
        }
    }

    /// The label that a name stands for: another name, or itself. `None` for `_`.
    pub fn label(&self, name: &str) -> Option<String> {
        // Only the first part of `skip.conv1` is a name that may be bound.
        let (first, rest) = name.split_at(name.find('.').unwrap_or(name.len()));
        let first = match self.get(first) {
            Some(Binding::Infer) if rest.is_empty() => return None,
            Some(Binding::Word(word)) => word.clone(),
            Some(Binding::Expr { number: None, tokens, .. }) => match &tokens[..] {
                [TokenTree::Literal(literal)] => match Lit::new(literal.clone()) {
                    Lit::Str(string) => string.value(),
                    _ => literal.to_string(),
                },
                tokens => text::of(tokens),
            },
            _ => first.to_owned(),
        };
        Some(first + rest)
    }

    /// Whether an expression depends on a parameter of the network.
    pub fn is_generic(&self, expr: &Expr) -> bool {
        let generic = |name: &str| {
            matches!(
                self.get(name),
                Some(Binding::Parameter(_) | Binding::Expr { generic: true, .. })
            )
        };
        expr.any_name(&generic)
    }

    /// Whether an expression uses a name whose value is wrong. That has been reported, and what follows
    /// from it need not be.
    pub fn is_invalid(&self, expr: &Expr) -> bool {
        expr.any_name(&|name| matches!(self.get(name), Some(Binding::Invalid)))
    }
}
