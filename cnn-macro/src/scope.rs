//! The names that a declaration binds, and what they stand for.

use std::collections::HashMap;
use std::rc::Rc;

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};

use crate::expr::Expr;
use crate::function::Function;
use crate::number::Number;
use crate::text;

/// What a name stands for.
#[derive(Clone)]
pub enum Binding {
    /// A parameter of the network, with the value of its default. rustc knows it by its name.
    Parameter(Option<Number>),
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
            // Literals of these do not exist; what takes a number refuses them.
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
    pub fn inside(&self, params: Vec<(String, Binding)>) -> Scope {
        Scope { names: params.into_iter().collect(), functions: self.functions.clone() }
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

    /// The word that a name stands for: another name, or itself.
    pub fn word(&self, name: &str) -> String {
        match self.get(name) {
            Some(Binding::Word(word)) => word.clone(),
            Some(Binding::Expr { number: None, tokens, .. }) => text::of(tokens),
            _ => name.to_owned(),
        }
    }

    /// Whether an expression depends on a parameter of the network.
    pub fn is_generic(&self, expr: &Expr) -> bool {
        let generic = |name: &str| {
            matches!(
                self.get(name),
                Some(Binding::Parameter(_) | Binding::Expr { generic: true, .. })
            )
        };
        any_ident(expr.tokens(), &generic)
    }

    /// The expression as rustc can evaluate it: without the names that only the declaration knows.
    pub fn substitute(&self, expr: &Expr) -> Expr {
        let local = |name: &str| matches!(self.get(name), Some(Binding::Expr { .. }));
        if !any_ident(expr.tokens(), &local) {
            return expr.clone();
        }
        let tokens = self.substitute_all(expr.tokens());
        // What stands for the last name may be empty, if it is wrong.
        Expr::new(tokens).unwrap_or_else(|| expr.clone())
    }

    fn substitute_all(&self, tokens: &[TokenTree]) -> Vec<TokenTree> {
        let mut result = Vec::new();
        for (index, token) in tokens.iter().enumerate() {
            // The last part of a path, a field or a method is no name that is bound here.
            let member = matches!(
                index.checked_sub(1).map(|before| &tokens[before]),
                Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), ':' | '.')
            );
            match token {
                TokenTree::Ident(ident) if !member => match self.get(&ident.to_string()) {
                    Some(Binding::Expr { tokens, .. }) => match &tokens[..] {
                        [token] => result.push(token.clone()),
                        tokens => {
                            let stream = tokens.iter().cloned().collect();
                            let group = Group::new(Delimiter::Parenthesis, stream);
                            result.push(TokenTree::Group(group));
                        }
                    },
                    _ => result.push(token.clone()),
                },
                TokenTree::Group(group) => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    let stream = self.substitute_all(&inner).into_iter().collect();
                    let mut substituted = Group::new(group.delimiter(), stream);
                    substituted.set_span(group.span());
                    result.push(TokenTree::Group(substituted));
                }
                _ => result.push(token.clone()),
            }
        }
        result
    }
}

/// Whether any identifier in some tokens, at whatever depth, fulfils a condition.
fn any_ident(tokens: &[TokenTree], condition: &impl Fn(&str) -> bool) -> bool {
    tokens.iter().any(|token| match token {
        TokenTree::Ident(ident) => condition(&ident.to_string()),
        TokenTree::Group(group) => {
            any_ident(&group.stream().into_iter().collect::<Vec<_>>(), condition)
        }
        _ => false,
    })
}
