//! The names that a declaration binds, and what they stand for.

use std::collections::HashMap;
use std::rc::Rc;

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};

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
                [TokenTree::Literal(literal)] => literal.to_string().trim_matches('"').to_owned(),
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
        any_ident(expr.tokens(), &generic)
    }

    /// Whether an expression uses a name whose value is wrong, of which nothing more is to be said.
    pub fn is_invalid(&self, expr: &Expr) -> bool {
        any_ident(expr.tokens(), &|name| matches!(self.get(name), Some(Binding::Invalid)))
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

    /// A path with the values of the names in its generics.
    pub fn substitute_path(&self, tokens: &[TokenTree]) -> Vec<TokenTree> {
        let generics = tokens.iter().position(|token| is_punct(Some(token), '<'));
        let (path, generics) = tokens.split_at(generics.unwrap_or(tokens.len()));
        [path.to_vec(), self.substitute_all(generics)].concat()
    }

    fn substitute_all(&self, tokens: &[TokenTree]) -> Vec<TokenTree> {
        let hidden = hidden(tokens);
        let mut result = Vec::new();
        for (index, token) in tokens.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|before| tokens.get(before));
            let after = tokens.get(index + 1);
            match token {
                TokenTree::Ident(ident) if !is_elsewhere(before, after) && !hidden(ident) => {
                    match self.get(&ident.to_string()) {
                        Some(Binding::Expr { tokens, .. }) => {
                            result.extend(in_place(tokens, is_punct(after, '.')));
                        }
                        _ => result.push(token.clone()),
                    }
                }
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

/// Whether a name is not one that is bound here: a part of a path, a field, a method.
fn is_elsewhere(before: Option<&TokenTree>, after: Option<&TokenTree>) -> bool {
    is_punct(before, ':') || is_punct(before, '.') || is_punct(after, ':')
}

fn is_punct(token: Option<&TokenTree>, char: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == char)
}

/// The names that an expression binds itself.
fn hidden(tokens: &[TokenTree]) -> impl Fn(&Ident) -> bool {
    let pairs = tokens.windows(2).filter_map(|pair| match pair {
        [TokenTree::Ident(word), TokenTree::Ident(name)] if word == "let" || word == "mut" => {
            Some(name.to_string())
        }
        _ => None,
    });
    let names: Vec<String> = pairs.collect();
    move |name| names.iter().any(|hidden| name == hidden)
}

/// What stands for a name. A number has its type where a method is called on it.
fn in_place(tokens: &[TokenTree], method: bool) -> Vec<TokenTree> {
    match tokens {
        [TokenTree::Literal(literal)] if method => {
            let text = literal.to_string();
            let number: Option<usize> = text.parse().ok();
            let typed = number.map_or_else(|| literal.clone(), Literal::usize_suffixed);
            vec![TokenTree::Literal(typed)]
        }
        [token] => vec![token.clone()],
        tokens => {
            let stream = tokens.iter().cloned().collect();
            vec![TokenTree::Group(Group::new(Delimiter::Parenthesis, stream))]
        }
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
