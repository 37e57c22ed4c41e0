//! The documentation of a network and its constants.

use proc_macro2::TokenStream;
use quote::quote;

use crate::lower::layers::Layers;
use crate::report::wording::counted;
use crate::syntax::ast::NetworkItem;

/// The documentation of a network around the user's.
#[derive(Default)]
pub struct Documentation {
    /// Before the user's lines.
    pub before: TokenStream,
    /// After them.
    pub after: TokenStream,
    pub values: Values,
}

/// What follows the sentence about a constant: `: 432,080`. Nothing, where rustc alone reads it, or where the value
/// is not known.
#[derive(Default)]
pub struct Values {
    pub input: String,
    pub output: String,
    pub params: String,
    /// As `f32`, `f16` and `i8`.
    pub arenas: [String; 3],
}

impl Documentation {
    /// A line for a network that has no documentation of its own: nobody is to be told that it is missing.
    pub fn title(network: &NetworkItem, layers: &Layers<'_>) -> Documentation {
        if network.attrs.iter().any(|attr| attr.path().is_ident("doc")) {
            return Documentation::default();
        }
        let title = format!("A network of {}.", counted(layers.list.len(), "layer"));
        Documentation { before: quote!(#[doc = #title]), ..Documentation::default() }
    }
}
