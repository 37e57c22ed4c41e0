//! Functions that stand in a declaration. They are Rust, and rustc compiles them; the macro can
//! evaluate the simple ones, so that what they compute is known to it.

use proc_macro2::{Delimiter, Group, Ident, TokenTree};

use crate::value::number::{Integers, NoValue, Number};

/// A function that the macro can evaluate.
#[derive(Clone)]
pub struct Function {
    params: Vec<(String, Integers)>,
    /// What integers are in the body.
    integers: Integers,
    /// The tokens between the braces.
    body: Vec<TokenTree>,
}

impl Function {
    /// Reads `(width: usize, factor: f64) -> usize { … }`. `None` if it is not as simple as that.
    pub fn new(signature: &[TokenTree]) -> Option<Function> {
        let [TokenTree::Group(params), TokenTree::Punct(_), TokenTree::Punct(_), output, body] =
            signature
        else {
            return None;
        };
        let TokenTree::Group(body) = body else { return None };
        if params.delimiter() != Delimiter::Parenthesis || body.delimiter() != Delimiter::Brace {
            return None;
        }
        let params: Vec<TokenTree> = params.stream().into_iter().collect();
        let params = pieces(&params).map(|param| match param {
            [TokenTree::Ident(name), TokenTree::Punct(_), ty] => {
                Some((name.to_string(), integers(ty)?))
            }
            _ => None,
        });
        let params: Vec<(String, Integers)> = params.collect::<Option<_>>()?;
        let mut types = params.iter().map(|(_, integers)| *integers).chain(integers(output));
        let signed = types.any(|integers| integers == Integers::Signed);
        let (integers, body) = (integers(output)?, body.stream().into_iter().collect());
        let integers = if signed { Integers::Signed } else { integers };
        Some(Function { params, integers, body })
    }

    /// The same function, with other names for those that it calls.
    pub fn renamed(&self, name: &impl Fn(&str) -> Option<String>) -> Function {
        Function { body: renamed(&self.body, name), ..self.clone() }
    }

    /// What integers are in the body.
    pub fn integers(&self) -> Integers {
        self.integers
    }

    /// The tokens between the braces.
    pub fn body(&self) -> &[TokenTree] {
        &self.body
    }

    /// The names of the parameters with the values that `evaluate` gives them.
    pub fn bind(
        &self,
        args: &[TokenTree],
        evaluate: impl Fn(&[TokenTree], Integers) -> Result<Number, NoValue>,
    ) -> Result<Vec<(String, Number)>, NoValue> {
        let args: Vec<&[TokenTree]> = pieces(args).collect();
        if args.len() != self.params.len() {
            return Err(NoValue::Unknown);
        }
        let bind = |((name, integers), arg): (&(String, Integers), &[TokenTree])| {
            Ok((name.clone(), evaluate(arg, *integers)?))
        };
        self.params.iter().zip(args).map(bind).collect()
    }
}

/// What stands between the commas.
fn pieces(tokens: &[TokenTree]) -> impl Iterator<Item = &[TokenTree]> {
    let comma = |token: &TokenTree| matches!(token, TokenTree::Punct(p) if p.as_char() == ',');
    tokens.split(comma).filter(|piece| !piece.is_empty())
}

/// What integers are in a value of a type.
fn integers(ty: &TokenTree) -> Option<Integers> {
    let TokenTree::Ident(ty) = ty else { return None };
    match ty.to_string().as_str() {
        "usize" | "f64" | "bool" => Some(Integers::Unsigned),
        "isize" => Some(Integers::Signed),
        _ => None,
    }
}

/// The same tokens, with other names for the functions that they call.
fn renamed(tokens: &[TokenTree], name: &impl Fn(&str) -> Option<String>) -> Vec<TokenTree> {
    let is_call = |next: Option<&TokenTree>| matches!(next, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
    let renamed = tokens.iter().enumerate().map(|(index, token)| match token {
        TokenTree::Ident(ident) if is_call(tokens.get(index + 1)) => {
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
