//! Expressions as they were written. What is not a literal or arithmetic on literals is Rust's
//! business, and goes to rustc as it is.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Lit;

use crate::report::errors::Extent;
use crate::value::text;

/// A Rust expression. Never empty.
#[derive(Clone)]
pub struct Expr {
    tokens: Vec<TokenTree>,
    extent: Extent,
}

/// What syn makes of it.
enum Reading {
    Expression,
    /// The path of a network.
    Path,
    /// syn without its `full` feature knows the usual expressions; what has a block in it, or is
    /// longer than anybody writes by hand, is left to rustc.
    Beyond,
    Wrong(syn::Error),
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

    /// Whether it can be an expression at all, or the path of a network. Where syn cannot tell,
    /// rustc will.
    pub fn validate(&self) -> syn::Result<()> {
        if let Some((start, end)) = self.as_range() {
            return start.validate().and_then(|()| end.validate());
        }
        match self.read() {
            Reading::Wrong(error) => Err(error),
            Reading::Expression | Reading::Path | Reading::Beyond => Ok(()),
        }
    }

    /// Whether it is a path such as `m::Backbone<10>`, and no expression.
    pub fn is_path(&self) -> bool {
        matches!(self.read(), Reading::Path)
    }

    /// Whether rustc could fail to read it.
    pub fn is_opaque(&self) -> bool {
        !matches!(self.read(), Reading::Expression)
    }

    fn read(&self) -> Reading {
        let brace = |group: &Group| group.delimiter() == Delimiter::Brace;
        let is_block = |token: &TokenTree| matches!(token, TokenTree::Group(g) if brace(g));
        match &self.tokens[..] {
            // Most are numbers, for which nobody has to be asked.
            [TokenTree::Literal(_)] => return Reading::Expression,
            tokens if tokens.len() > 100 || tokens.iter().any(is_block) => return Reading::Beyond,
            _ => {}
        }
        let Err(error) = syn::parse2::<syn::Expr>(self.to_token_stream()) else {
            return Reading::Expression;
        };
        if error.to_string().starts_with("unsupported") {
            Reading::Beyond
        } else if syn::parse2::<syn::Path>(self.to_token_stream()).is_ok() {
            Reading::Path
        } else {
            Reading::Wrong(error)
        }
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

    /// The text, if the expression is nothing but a string literal.
    pub fn as_string(&self) -> Option<String> {
        let [TokenTree::Literal(literal)] = &self.tokens[..] else { return None };
        match Lit::new(literal.clone()) {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        }
    }

    /// Whether it is a literal such as `1.5`.
    pub fn is_float(&self) -> bool {
        let [TokenTree::Literal(literal)] = &self.tokens[..] else { return false };
        matches!(Lit::new(literal.clone()), Lit::Float(_))
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
