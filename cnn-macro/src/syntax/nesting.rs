//! A look at the raw tokens before anything recurses over them.

use proc_macro2::{TokenStream, TokenTree};

use crate::report::errors::Errors;

/// How deep groups and angle brackets may nest. Networks need about ten levels.
const MAX_DEPTH: usize = 128;

/// Refuses tokens that nest so deeply that recursion over them could exhaust the stack. Does not
/// recurse itself.
pub fn check(tokens: &TokenStream, errors: &mut Errors) -> bool {
    let mut open = vec![(tokens.clone().into_iter(), 0_usize)];
    while let Some((tokens, angles)) = open.last_mut() {
        let Some(token) = tokens.next() else {
            open.pop();
            continue;
        };
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => *angles += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => {
                *angles = angles.saturating_sub(1);
            }
            _ => {}
        }
        let angles = *angles;
        if open.len() + angles > MAX_DEPTH {
            let message = format!("this nests deeper than {MAX_DEPTH} levels");
            errors.push(token.span(), message);
            return false;
        }
        if let TokenTree::Group(group) = token {
            open.push((group.stream().into_iter(), angles));
        }
    }
    true
}
