//! Functions in a declaration. They are Rust, and rustc compiles them; the macro can evaluate the simple ones, so that
//! what they compute is known to it.

use proc_macro2::{Delimiter, Group, Ident, TokenTree};
use quote::ToTokens as _;

use crate::report::errors::Errors;
use crate::value::eval;
use crate::value::number::{Integers, runs_later};
use crate::value::token::is_punct;

/// A function that the macro can evaluate.
#[derive(Clone)]
pub struct Function {
    params: Vec<(String, Integers)>,
    /// The type of integers in the body.
    integers: Integers,
    /// The tokens between the braces.
    body: Vec<TokenTree>,
}

impl Function {
    /// Reads `(width: usize, factors: [f64; 3]) -> usize { … }`. `None` if it is not as simple as that.
    pub fn new(signature: &[TokenTree]) -> Option<Function> {
        let [TokenTree::Group(params), minus, arrow, output @ .., TokenTree::Group(body)] =
            signature
        else {
            return None;
        };
        let is_arrow = is_punct(minus, '-') && is_punct(arrow, '>');
        if !is_arrow
            || params.delimiter() != Delimiter::Parenthesis
            || body.delimiter() != Delimiter::Brace
        {
            return None;
        }
        let params: Vec<TokenTree> = params.stream().into_iter().collect();
        let params = eval::pieces(&params).map(|param| match param {
            [TokenTree::Ident(name), colon, ty @ ..] if is_punct(colon, ':') => {
                Some((name.to_string(), integers(ty)?))
            }
            [TokenTree::Ident(word), TokenTree::Ident(name), colon, ty @ ..]
                if word == "mut" && is_punct(colon, ':') =>
            {
                Some((name.to_string(), integers(ty)?))
            }
            _ => None,
        });
        let params: Vec<(String, Integers)> = params.collect::<Option<_>>()?;
        let output = integers(output)?;
        let mut types = params.iter().map(|(_, integers)| *integers).chain([output]);
        let signed = types.any(|integers| integers == Integers::Signed);
        let integers = if signed { Integers::Signed } else { output };
        Some(Function { params, integers, body: body.stream().into_iter().collect() })
    }

    /// The same function, with other names for the functions that it calls and the constants that it uses.
    pub fn renamed(&self, name: &impl Fn(&str) -> Option<String>) -> Function {
        Function { body: renamed(&self.body, name), ..self.clone() }
    }

    /// The type of integers in the body.
    pub fn integers(&self) -> Integers {
        self.integers
    }

    /// The parameters, and what integers are in each.
    pub fn params(&self) -> &[(String, Integers)] {
        &self.params
    }

    /// The tokens between the braces.
    pub fn body(&self) -> &[TokenTree] {
        &self.body
    }
}

/// The body of a function for rustc, with an error in it for each call that no `const fn` can make. About a body with
/// an error in it, and about whatever uses the function, rustc says nothing else.
pub fn refuse_later(body: Group) -> Group {
    let mut errors = Errors::default();
    find_later(&body, &mut errors);
    if errors.is_empty() {
        return body;
    }
    let mut refused = Group::new(
        body.delimiter(),
        [errors.to_token_stream(), body.stream()].into_iter().collect(),
    );
    refused.set_span(body.span());
    refused
}

fn find_later(group: &Group, errors: &mut Errors) {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let is_dot = |index: Option<usize>| {
        index.and_then(|index| tokens.get(index)).is_some_and(|token| is_punct(token, '.'))
    };
    for (index, token) in tokens.iter().enumerate() {
        match (token, tokens.get(index + 1)) {
            // `a..ln(b)` is a range.
            (TokenTree::Ident(name), Some(TokenTree::Group(_)))
                if is_dot(index.checked_sub(1)) && !is_dot(index.checked_sub(2)) =>
            {
                if let Some(later) = runs_later(&name.to_string()) {
                    let message = format!("a `const fn` cannot call {later}");
                    errors.push(name.span(), message);
                }
            }
            (TokenTree::Group(group), _) => find_later(group, errors),
            _ => {}
        }
    }
}

/// What integers are in a value of a type: a number, a truth value, or an array or a tuple of such. `None` if
/// the macro knows no values of that type.
pub fn integers(ty: &[TokenTree]) -> Option<Integers> {
    let mut integers = None;
    let mut found = |other: Integers| {
        if integers != Some(Integers::Signed) {
            integers = Some(other);
        }
    };
    for token in ty {
        match token {
            TokenTree::Ident(name) => match name.to_string().as_str() {
                "usize" | "f64" | "bool" => found(Integers::Unsigned),
                "isize" => found(Integers::Signed),
                _ => return None,
            },
            TokenTree::Group(group) if group.delimiter() != Delimiter::Brace => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                // What follows a `;` is the length of an array.
                let element = inner.split(|token| is_punct(token, ';')).next().unwrap_or_default();
                found(self::integers(element)?);
            }
            // `&[usize]`, and what is between the types of a tuple.
            TokenTree::Punct(punct) if matches!(punct.as_char(), '&' | ',') => {}
            _ => return None,
        }
    }
    integers
}

/// The same tokens, with other names for functions and constants. Constants are in capitals.
fn renamed(tokens: &[TokenTree], name: &impl Fn(&str) -> Option<String>) -> Vec<TokenTree> {
    let is_call = |next: Option<&TokenTree>| matches!(next, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
    let is_constant = |name: &Ident| name.to_string().starts_with(char::is_uppercase);
    let renamed = tokens.iter().enumerate().map(|(index, token)| match token {
        TokenTree::Ident(ident) if is_call(tokens.get(index + 1)) || is_constant(ident) => {
            let other = name(&ident.to_string());
            let other = other.map(|other| Ident::new(&other, ident.span()));
            TokenTree::Ident(other.unwrap_or_else(|| ident.clone()))
        }
        TokenTree::Group(group) => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            let inner = renamed(&inner, name).into_iter().collect();
            TokenTree::Group(Group::new(group.delimiter(), inner))
        }
        token => token.clone(),
    });
    renamed.collect()
}
