//! The content of a network's page: its facts, pictures and tables.

mod facts;
mod fit;
pub mod formula;
mod html;
pub mod layer_formulas;
mod overview;
mod picture;
pub mod rows;
mod runs;
mod source;

use quote::{ToTokens, quote};
use syn::ext::IdentExt as _;
use syn::{Attribute, Expr, Generics, Lit};

use crate::check::Checked;
use crate::docs::layer_formulas::LayerFormulas;
use crate::emit::data;
use crate::emit::documentation::Documentation;
use crate::lower::layers::Layers;
use crate::reader::Reader;
use crate::syntax::ast::{Items, NetworkItem};
use crate::value::text;

/// The documentation of a network: the facts in a line, what the user says, the declaration, the parameters for which
/// all that follows holds, the pictures, and the tables. Editors show the facts and an overview. A network with errors has
/// no pictures.
pub fn page(
    network: &NetworkItem,
    declared: &Items,
    layers: &Layers<'_>,
    checked: &Checked,
    formulas: &LayerFormulas<'_>,
    reader: Reader,
) -> Documentation {
    if layers.list.is_empty() {
        return Documentation::default();
    }
    let name = network.name.unraw().to_string();
    let known = data::known(&name, layers, checked);
    let rows = rows::rows(formulas);
    let ports = rows::ports(layers, &rows);
    let defaults = if checked.is_generic() { defaults(&network.generics) } else { Vec::new() };

    let facts = facts::facts(known, layers, &rows);
    let before = match opening(&network.attrs) {
        Opening::Paragraph => {
            // The line and the user's first paragraph are one, which lists of items show.
            let line = facts + "\\";
            quote!(#[doc = #line])
        }
        Opening::Other => quote!(#[doc = #facts] #[doc = ""]),
        Opening::Nothing => quote!(#[doc = #facts]),
    };
    let intro = (!defaults.is_empty()).then(|| {
        let intro = format!("For {}:", defaults.join(", "));
        quote!(#[doc = ""] #[doc = #intro])
    });
    if reader == Reader::Editor {
        let table = overview::markdown(&rows, &ports);
        let after = quote!(#intro #[doc = ""] #[doc = #table]);
        return Documentation { before, after, values: facts::values(known, &defaults) };
    }
    let picture = match checked.valid && layers.complete {
        true => picture::diagram(formulas, &name).page(),
        false => String::new(),
    };
    let source = source::declaration(network, declared);
    let source = source.map(|source| quote!(#[doc = ""] #[doc = #source]));
    let tables = html::tables(&rows, &ports, &picture);
    let after = quote!(#source #intro #[doc = ""] #[doc = #picture] #[doc = ""] #[doc = #tables]);
    Documentation { before, after, values: facts::values(known, &defaults) }
}

/// How the user's documentation begins.
enum Opening {
    Paragraph,
    /// As a heading, a list or the like, or it is not known.
    Other,
    Nothing,
}

fn opening(attrs: &[Attribute]) -> Opening {
    let Some(first) = attrs.iter().find(|attr| attr.path().is_ident("doc")) else {
        return Opening::Nothing;
    };
    let Ok(syn::MetaNameValue { value: Expr::Lit(lit), .. }) = first.meta.require_name_value()
    else {
        return Opening::Other;
    };
    let Lit::Str(text) = &lit.lit else { return Opening::Other };
    let text = text.value();
    let line = text.trim_start();
    let begins = |char: char| char.is_alphabetic() || "\"'(“‘".contains(char);
    let is_code = line.starts_with('`') && !line.starts_with("```");
    if is_code || line.starts_with(begins) { Opening::Paragraph } else { Opening::Other }
}

fn defaults(generics: &Generics) -> Vec<String> {
    let default = |param: &syn::ConstParam| {
        let default: Vec<_> = param.default.as_ref()?.1.to_token_stream().into_iter().collect();
        Some(format!("`{} = {}`", param.ident, text::of(&default)))
    };
    generics.const_params().filter_map(default).collect()
}
