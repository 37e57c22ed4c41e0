//! Expressions as rustc can evaluate them: without the names that only the declaration knows, and with paths before
//! those that are known in another module.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenTree};
use quote::{ToTokens as _, quote};
use syn::Lit;

use crate::value::expr::Expr;
use crate::value::scope::{Binding, Scope};
use crate::value::token::is_punct;
use crate::value::{element, eval};

/// The types whose names are known everywhere.
const PRIMITIVES: [&str; 17] = [
    "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "str", "u8", "u16",
    "u32", "u64", "u128", "usize",
];

/// An expression in which names that only the declaration knows are replaced by what they stand for.
pub fn expr(expr: &Expr, scope: &Scope) -> Expr {
    let local =
        |name: &str| matches!(scope.get(name), Some(Binding::Expr { .. } | Binding::List(_)));
    if !expr.any_name(&local) && scope.home().module.is_none() {
        return expr.clone();
    }
    let tokens = substituted(expr.tokens(), scope);
    // The replacement of the last name may be empty, if it is wrong.
    Expr::new(tokens).unwrap_or_else(|| expr.clone())
}

/// An expression of parameters of a network, in which those that are `usize`s, with the methods called on them, are
/// converted to `isize`s. `None` if there are none, or anything else that has a type.
///
/// `is_unsigned` says whether a parameter is a `usize`; it is `None` for what is no parameter.
pub fn signed(expr: &Expr, is_unsigned: &dyn Fn(&str) -> Option<bool>) -> Option<Expr> {
    if expr.as_literal().is_some() || !are_parameters(expr.tokens(), is_unsigned) {
        return None;
    }
    let converts = |name: &str| is_unsigned(name) == Some(true);
    expr.any_name(&converts).then(|| Expr::new(converted(expr.tokens(), &converts))).flatten()
}

/// Whether all names in an expression are those of parameters, and of methods.
fn are_parameters(tokens: &[TokenTree], is_unsigned: &dyn Fn(&str) -> Option<bool>) -> bool {
    tokens.iter().enumerate().all(|(index, token)| match token {
        TokenTree::Ident(name) => {
            let before = index.checked_sub(1).and_then(|before| tokens.get(before));
            let name = name.to_string();
            is_there(before, '.')
                || is_unsigned(&name).is_some()
                || CONTROL.contains(&name.as_str())
        }
        TokenTree::Group(group) => {
            are_parameters(&group.stream().into_iter().collect::<Vec<_>>(), is_unsigned)
        }
        TokenTree::Punct(_) | TokenTree::Literal(_) => true,
    })
}

/// The words of an `if`, behind which a value may begin.
const CONTROL: [&str; 2] = ["if", "else"];

fn converted(tokens: &[TokenTree], is_unsigned: &dyn Fn(&str) -> bool) -> Vec<TokenTree> {
    let mut result: Vec<TokenTree> = Vec::new();
    let mut rest = tokens;
    while let Some((token, after)) = rest.split_first() {
        // In parentheses behind a name, there are the arguments of a function.
        let is_call = match result.last() {
            Some(TokenTree::Ident(name)) => !CONTROL.iter().any(|word| name == word),
            last => matches!(last, Some(TokenTree::Group(_))),
        };
        rest = after;
        match token {
            TokenTree::Ident(name)
                if !is_elsewhere(result.last(), after.first())
                    && is_unsigned(&name.to_string()) =>
            {
                let mut value = vec![token.clone()];
                while let [dot, TokenTree::Ident(_), TokenTree::Group(_), after @ ..] = rest
                    && is_punct(dot, '.')
                {
                    value.extend_from_slice(&rest[..3]);
                    rest = after;
                }
                result.extend(quote!(__cnn::signed(#(#value)*)));
            }
            TokenTree::Group(group)
                if group.delimiter() == Delimiter::Brace
                    || (group.delimiter() != Delimiter::Bracket && !is_call) =>
            {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                result.push(grouped(group, converted(&inner, is_unsigned)));
            }
            _ => result.push(token.clone()),
        }
    }
    result
}

/// The path of a network with the values of the names in its generics.
pub fn path(tokens: &[TokenTree], scope: &Scope) -> Vec<TokenTree> {
    let generics = tokens.iter().position(|token| is_punct(token, '<'));
    let (path, generics) = tokens.split_at(generics.unwrap_or(tokens.len()));
    [in_module(path, scope), path.to_vec(), substituted(generics, scope)].concat()
}

/// The prefix that a path beginning with these tokens needs, so that rustc finds it from where it was written.
///
/// Names of Rust's own are known everywhere. A single name in lower case is one that a closure binds, or wrong.
fn in_module(path: &[TokenTree], scope: &Scope) -> Vec<TokenTree> {
    let (Some(module), [TokenTree::Ident(first), after @ ..]) = (&scope.home().module, path) else {
        return Vec::new();
    };
    let name = first.to_string();
    let is_path = matches!(after, [TokenTree::Punct(colon), ..] if colon.as_char() == ':' && colon.spacing() == Spacing::Joint);
    let is_call =
        matches!(after, [TokenTree::Group(args), ..] if args.delimiter() == Delimiter::Parenthesis);
    let is_item = name.starts_with(char::is_uppercase) || is_path || is_call;
    let is_keyword = syn::parse2::<Ident>(first.to_token_stream()).is_err();
    if !is_item || is_keyword || name == "$crate" || PRIMITIVES.contains(&name.as_str()) {
        return Vec::new();
    }
    let colons = [Punct::new(':', Spacing::Joint), Punct::new(':', Spacing::Alone)];
    let tokens = module.iter().cloned().chain(colons.map(TokenTree::Punct));
    tokens.map(|token| located(token, first.span())).collect()
}

/// The same token, as if it stood at another place. It means what it has meant.
fn located(mut token: TokenTree, at: Span) -> TokenTree {
    token.set_span(at.resolved_at(token.span()));
    token
}

fn substituted(tokens: &[TokenTree], scope: &Scope) -> Vec<TokenTree> {
    let hidden = hidden(tokens);
    let mut result = Vec::new();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        let before = index.checked_sub(1).and_then(|before| tokens.get(before));
        let after = tokens.get(index + 1);
        let mut length = 1;
        match token {
            TokenTree::Ident(ident) if !is_elsewhere(before, after) && !hidden(ident) => {
                match named(&tokens[index..], scope) {
                    Some((values, named)) => {
                        length = named;
                        // rustc underlines an operation from its first to its last operand.
                        let is_operand = index > 0 || length < tokens.len();
                        for mut value in values {
                            if is_operand {
                                value.set_span(match &value {
                                    TokenTree::Ident(name) => ident.span().resolved_at(name.span()),
                                    _ => ident.span(),
                                });
                            }
                            result.push(value);
                        }
                    }
                    // It does not mean anything that rustc could evaluate.
                    None if scope.get(&ident.to_string()).is_some() => result.push(token.clone()),
                    None => {
                        result.extend(in_module(&tokens[index..], scope));
                        result.push(token.clone());
                    }
                }
            }
            TokenTree::Ident(ident)
                if !is_there(before, ':') && !is_there(before, '.') && !hidden(ident) =>
            {
                result.extend(in_module(&tokens[index..], scope));
                result.push(token.clone());
            }
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                result.push(grouped(group, substituted(&inner, scope)));
            }
            _ => result.push(token.clone()),
        }
        index += length;
    }
    result
}

/// What stands for the value that some tokens begin with, and how many of them that is: a name, an element of
/// a list, or `list.len()`. `None` if the declaration gives no such name to a value that rustc could evaluate.
fn named(tokens: &[TokenTree], scope: &Scope) -> Option<(Vec<TokenTree>, usize)> {
    if let [TokenTree::Ident(len), TokenTree::Group(args), ..] = tokens
        && len == "len"
        && let Some(list) = element::list(&args.stream().into_iter().collect::<Vec<_>>(), scope)
    {
        return Some((length(list), 2));
    }
    let found = element::find(tokens, scope, &mut |index| eval::index(index, scope));
    // An index that only rustc knows follows the whole list.
    let (binding, used) = match found {
        Ok(found) => found?,
        Err(_) => element::find(&tokens[..1], scope, &mut |_| Ok(0)).ok()??,
    };
    if let (Binding::List(list), [dot, TokenTree::Ident(len), TokenTree::Group(_), ..]) =
        (binding, &tokens[used..])
        && is_punct(dot, '.')
        && len == "len"
    {
        return Some((length(list), used + 3));
    }
    let values = match binding {
        Binding::Expr { tokens, .. } => tokens.clone(),
        Binding::List(_) => vec![array(binding)?],
        _ => return None,
    };
    let method = is_there(tokens.get(used), '.');
    Some((in_place(&values, method), used))
}

/// How long a list is.
fn length(list: &[Binding]) -> Vec<TokenTree> {
    vec![TokenTree::Literal(Literal::usize_unsuffixed(list.len()))]
}

/// A value as one token: a list is an array. `None` if something in it is not a value of Rust's.
fn array(binding: &Binding) -> Option<TokenTree> {
    match binding {
        Binding::List(list) => {
            let values = list.iter().map(array).collect::<Option<Vec<_>>>()?;
            Some(Group::new(Delimiter::Bracket, quote!(#(#values),*)).into())
        }
        Binding::Expr { tokens, .. } => {
            in_place(tokens, false).pop().filter(|_| !tokens.is_empty())
        }
        _ => None,
    }
}

/// A group with other tokens in it.
fn grouped(group: &Group, tokens: Vec<TokenTree>) -> TokenTree {
    let mut substituted = Group::new(group.delimiter(), tokens.into_iter().collect());
    substituted.set_span(group.span());
    TokenTree::Group(substituted)
}

/// Whether a name has nothing to do with those in scope: a part of a path, a field, a method.
fn is_elsewhere(before: Option<&TokenTree>, after: Option<&TokenTree>) -> bool {
    is_there(before, ':') || is_there(before, '.') || is_there(after, ':')
}

fn is_there(token: Option<&TokenTree>, char: char) -> bool {
    token.is_some_and(|token| is_punct(token, char))
}

/// The names that an expression itself binds, with `let`.
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

/// The tokens that replace a name. A number gets its type if a method is called on it.
fn in_place(tokens: &[TokenTree], method: bool) -> Vec<TokenTree> {
    match tokens {
        [TokenTree::Literal(literal)] if method => {
            let number = match Lit::new(literal.clone()) {
                Lit::Int(int) if int.suffix().is_empty() => int.base10_parse().ok(),
                _ => None,
            };
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
