//! Names that blocks cannot use if other `cnn!`s use the blocks.

use proc_macro2::{Ident, Spacing, TokenTree};

use crate::report::errors::Errors;
use crate::share::homes::Homes;
use crate::share::parcel::Used;
use crate::syntax::ast::{Items, is_shared};

/// Looks for paths that mean something else in other modules, in shared blocks and what they use.
pub fn check(items: &Items, homes: &Homes, errors: &mut Errors) {
    let shared = items.blocks.iter().filter(|block| is_shared(&block.vis));
    let used: Vec<Used<'_>> = shared.map(|block| Used::by(&block.name, items, homes)).collect();
    let is_used = |name: &Ident| used.iter().any(|used| used.has(name));
    for block in items.blocks.iter().filter(|block| is_used(&block.name)) {
        check_paths(&block.tokens, errors);
    }
    for function in items.functions.iter().filter(|function| is_used(&function.name)) {
        check_paths(&[TokenTree::Group(function.body.clone())], errors);
    }
    for constant in items.constants.iter().filter(|constant| is_used(&constant.name)) {
        check_paths(constant.value.tokens(), errors);
    }
}

fn check_paths(tokens: &[TokenTree], errors: &mut Errors) {
    for (index, token) in tokens.iter().enumerate() {
        match (token, tokens.get(index + 1)) {
            (TokenTree::Ident(word), Some(TokenTree::Punct(colon)))
                if colon.spacing() == Spacing::Joint && (word == "super" || word == "self") =>
            {
                let message = format!(
                    "`{word}` may be a different module where this block is used: start the path with `crate`"
                );
                errors.push(word.span(), message);
            }
            (TokenTree::Group(group), _) => {
                check_paths(&group.stream().into_iter().collect::<Vec<_>>(), errors);
            }
            _ => {}
        }
    }
}
