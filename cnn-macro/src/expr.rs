//! Expressions as they were written. What is not a literal or arithmetic on literals is Rust's
//! business, and goes to rustc as it is.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

use crate::errors::Extent;
use crate::text;

/// A Rust expression. Never empty.
#[derive(Clone)]
pub struct Expr {
    tokens: Vec<TokenTree>,
    extent: Extent,
}

impl Expr {
    pub fn new(tokens: Vec<TokenTree>) -> Option<Expr> {
        let extent = Extent::of(&tokens)?;
        Some(Expr { tokens, extent })
    }

    pub fn extent(&self) -> Extent {
        self.extent
    }

    pub fn tokens(&self) -> &[TokenTree] {
        &self.tokens
    }

    /// Whether rustc will be able to read it: otherwise the whole expansion would be unreadable.
    ///
    /// syn without its `full` feature knows the usual expressions. What has a block in it, or is
    /// longer than anybody writes by hand, is left to rustc.
    pub fn validate(&self) -> syn::Result<()> {
        let is_block = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
        if self.tokens.len() > 100 || self.tokens.iter().any(is_block) {
            return Ok(());
        }
        if let Some((start, end)) = self.as_range() {
            return start.validate().and_then(|()| end.validate());
        }
        syn::parse2::<syn::Expr>(self.to_token_stream()).map(|_| ())
    }

    /// The expression as text, spaced as rustfmt would.
    pub fn text(&self) -> String {
        text::of(&self.tokens)
    }

    /// The name, if the expression is nothing else.
    pub fn as_ident(&self) -> Option<String> {
        match &self.tokens[..] {
            [TokenTree::Ident(ident)] => Some(ident.to_string()),
            _ => None,
        }
    }

    /// The two sides, if the expression is a range `a..b`.
    pub fn as_range(&self) -> Option<(Expr, Expr)> {
        let dots = |pair: &[TokenTree]| {
            let [TokenTree::Punct(first), TokenTree::Punct(second)] = pair else { return false };
            first.as_char() == '.' && second.as_char() == '.' && first.spacing() == Spacing::Joint
        };
        let at = self.tokens.windows(2).position(dots)?;
        let start = Expr::new(self.tokens[..at].to_vec())?;
        let end = Expr::new(self.tokens[at + 2..].to_vec())?;
        Some((start, end))
    }
}

impl ToTokens for Expr {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.tokens.iter().cloned());
    }
}
