//! Tokens at other places.

use proc_macro2::{Group, TokenStream, TokenTree};

use crate::report::place::SpanRange;

/// The same tokens at another place: an error in the expression they form underlines that place.
pub fn respan(tokens: TokenStream, at: SpanRange) -> TokenStream {
    let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let last = tokens.len().saturating_sub(1);
    for (index, token) in tokens.iter_mut().enumerate() {
        if let TokenTree::Group(group) = token {
            *group = Group::new(group.delimiter(), respan(group.stream(), at));
        }
        token.set_span(if index == last { at.end() } else { at.start() });
    }
    tokens.into_iter().collect()
}
