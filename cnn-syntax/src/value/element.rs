//! Lists that have names, and their elements: `widths[2]`.

use proc_macro2::{Delimiter, TokenTree};

use crate::value::eval;
use crate::value::number::NoValue;
use crate::value::scope::{Binding, Scope};

/// The value of an index.
type Index<'i> = &'i mut dyn FnMut(&[TokenTree]) -> Result<usize, NoValue>;

/// What a name stands for that some tokens begin with, or the element of it that indices behind it choose, and
/// how many tokens that is. `None` if the declaration gives no such name to a value.
pub fn find<'s>(
    tokens: &[TokenTree],
    scope: &'s Scope,
    index: Index<'_>,
) -> Result<Option<(&'s Binding, usize)>, NoValue> {
    let [TokenTree::Ident(name), rest @ ..] = tokens else { return Ok(None) };
    let mut name = name.to_string();
    let Some(mut binding) = scope.get(&name) else { return Ok(None) };
    let mut length = 1;
    for token in rest {
        let TokenTree::Group(group) = token else { break };
        if !is_brackets(token) {
            break;
        }
        let list = match binding {
            Binding::List(list) => list,
            Binding::Expr { number: Some(_), .. } => {
                let why = format!("indexes `{name}`, which is not a list");
                return Err(NoValue::Invalid(why.into()));
            }
            _ => break,
        };
        let at = index(&group.stream().into_iter().collect::<Vec<_>>())?;
        let Some(element) = list.get(at) else {
            let why = format!("reads `{name}[{at}]` of a list of {} values", list.len());
            return Err(NoValue::Invalid(why.into()));
        };
        name = format!("{name}[{at}]");
        (binding, length) = (element, length + 1);
    }
    Ok(Some((binding, length)))
}

/// The list that some tokens are the name of, or an element.
pub fn list<'s>(tokens: &[TokenTree], scope: &'s Scope) -> Option<&'s [Binding]> {
    match whole(tokens, scope) {
        Some(Ok(Binding::List(list))) => Some(list),
        _ => None,
    }
}

/// The meaning of tokens that are only a name, or an element of a named list.
pub fn whole<'s>(tokens: &[TokenTree], scope: &'s Scope) -> Option<Result<&'s Binding, NoValue>> {
    // Most expressions are something else.
    let [TokenTree::Ident(_), indices @ ..] = tokens else { return None };
    if indices.iter().any(|token| !is_brackets(token)) {
        return None;
    }
    match find(tokens, scope, &mut |index| eval::index(index, scope)) {
        Ok(Some((binding, length))) => (length == tokens.len()).then_some(Ok(binding)),
        Ok(None) => None,
        Err(why) => Some(Err(why)),
    }
}

fn is_brackets(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket)
}

/// Why a list without a name has no such element.
pub fn beyond(index: usize, length: usize) -> NoValue {
    NoValue::Invalid(format!("reads index {index} of a list of {length} values").into())
}
