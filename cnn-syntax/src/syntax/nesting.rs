//! A look at the raw tokens before anything recurses over them.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::report::errors::Errors;

/// How deep groups and angle brackets may nest. Networks need about ten levels.
const MAX_DEPTH: usize = 128;

/// A first look at tokens, before they are parsed.
pub struct Look {
    /// Whether there is something among them that a macro has handed on.
    pub fragments: bool,
}

/// Refuses tokens that nest so deeply that recursion over them could exhaust the stack: `None` after an error.
/// Does not recurse itself.
pub fn check(tokens: &TokenStream, errors: &mut Errors) -> Option<Look> {
    let mut look = Look { fragments: false };
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
            let message = format!("this is nested deeper than {MAX_DEPTH} levels");
            errors.push(token.span(), message);
            return None;
        }
        if let TokenTree::Group(group) = token {
            look.fragments |= group.delimiter() == Delimiter::None;
            open.push((group.stream().into_iter(), angles));
        }
    }
    Some(look)
}
