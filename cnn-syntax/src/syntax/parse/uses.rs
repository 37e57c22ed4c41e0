//! From tokens to what other `cnn!`s share: `use crate::blocks::{unit, stem as beginning};`

use proc_macro2::{Delimiter, Ident, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Attribute, Path, Token, Visibility};

use crate::report::place::SpanRange;
use crate::syntax::ast::UseItem;
use crate::syntax::parse::{Parser, Read};

const FORM: &str = "a `use` names blocks by their paths: `use crate::blocks::unit;`";

impl Parser<'_> {
    /// Reads a `use` with all of its names.
    pub(super) fn use_item(
        &mut self,
        attrs: &[Attribute],
        vis: &Visibility,
        input: ParseStream<'_>,
        uses: &mut Vec<UseItem>,
    ) -> Read<()> {
        if let Some(attr) = attrs.first() {
            self.errors.push(attr.bracket_token.span.join(), "a `use` cannot have attributes here");
        }
        let keyword = self.syn(input.parse::<Token![use]>())?.span;
        self.last = keyword;
        if !matches!(vis, Visibility::Inherited) {
            let message =
                "a `use` in `cnn!` is private; to re-export a block, write `pub use` outside";
            self.errors.push(vis.span(), message);
        }
        let tokens = self.until(input, |input| input.peek(Token![;]));
        if let Ok(semicolon) = input.parse::<Token![;]>() {
            self.last = semicolon.span;
        } else {
            self.errors.push(self.last, "missing `;` after this `use`");
        }
        self.used(&[], &tokens, uses);
        Ok(())
    }

    /// Reads `name`, `path::name as other` or `path::{…}` after a path that has been read.
    fn used(&mut self, before: &[TokenTree], tokens: &[TokenTree], uses: &mut Vec<UseItem>) {
        match tokens {
            [path @ .., TokenTree::Group(group)] if group.delimiter() == Delimiter::Brace => {
                let before = [before, path].concat();
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                for piece in self.split(&inner) {
                    self.used(&before, piece, uses);
                }
            }
            [.., TokenTree::Punct(star)] if star.as_char() == '*' => {
                self.errors.push(star.span(), "a `use` in `cnn!` must name each block");
            }
            [path @ .., TokenTree::Ident(word), TokenTree::Ident(name)] if word == "as" => {
                let other = format!("other_{}", name.unraw());
                self.add_use([before, path].concat(), name, other, uses);
            }
            [.., TokenTree::Ident(name)] => {
                let other = format!("{name} as other_{}", name.unraw());
                self.add_use([before, tokens].concat(), name, other, uses);
            }
            _ => {
                let at = SpanRange::of(tokens).unwrap_or(self.last.into());
                self.errors.push(at, FORM);
            }
        }
    }

    /// Adds a name. `other` is how it would be written to be another one.
    fn add_use(
        &mut self,
        path: Vec<TokenTree>,
        name: &Ident,
        other: String,
        uses: &mut Vec<UseItem>,
    ) {
        if !is_path(&path) || syn::parse2::<Ident>(name.to_token_stream()).is_err() {
            let at = SpanRange::of(&path).unwrap_or(name.span().into());
            self.errors.push(at, FORM);
        } else if uses.iter().any(|known| known.name == *name) {
            let message =
                format!("`{name}` is already the name of a block here\nhelp: write `{other}`");
            self.errors.push(name.span(), message);
        } else {
            uses.push(UseItem { path, name: name.clone(), other });
        }
    }
}

/// Whether tokens are a path such as `crate::blocks::unit`. A single name is no place where a block could be.
fn is_path(tokens: &[TokenTree]) -> bool {
    let path = Path::parse_mod_style.parse2(tokens.iter().cloned().collect());
    path.is_ok_and(|path| path.segments.len() > 1)
}
