//! What stands on the network's page: its picture and its tables.

mod fit;
pub mod formula;
pub mod layer_formulas;
mod picture;
pub mod rows;
mod runs;
mod table;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Generics;
use syn::ext::IdentExt as _;

use crate::check::Checked;
use crate::docs::layer_formulas::LayerFormulas;
use crate::docs::table::Code;
use crate::lower::layers::Layers;
use crate::reader::Reader;
use crate::syntax::ast::NetworkItem;
use crate::value::text;

/// The documentation of a network: the parameters for which it holds, the picture, and the tables. A
/// network with errors has no picture, and editors show none.
pub fn page(
    network: &NetworkItem,
    layers: &Layers<'_>,
    checked: &Checked,
    formulas: &LayerFormulas<'_>,
    reader: Reader,
) -> TokenStream {
    if layers.list.is_empty() {
        return TokenStream::new();
    }
    let defaults = defaults(&network.generics);
    let intro = (checked.is_generic() && !defaults.is_empty()).then(|| {
        let intro = format!("For {}:", defaults.join(", "));
        quote!(#[doc = ""] #[doc = #intro])
    });
    let (has_picture, code) = match reader {
        Reader::Compiler | Reader::Documentation => {
            (checked.valid && layers.complete, Code::Unbroken)
        }
        Reader::Editor => (false, Code::Markdown),
    };
    let picture = has_picture.then(|| {
        let picture = scrolling_picture(formulas, &network.name.unraw().to_string());
        quote!(#[doc = ""] #[doc = #picture])
    });
    let rows = rows::rows(formulas);
    let table = table::tables(&rows, &rows::ports(layers, &rows), code);
    quote!(#intro #picture #[doc = ""] #[doc = #table])
}

/// The picture as a line of HTML, which scrolls where it is wider than the page.
fn scrolling_picture(formulas: &LayerFormulas<'_>, name: &str) -> String {
    let svg = picture::diagram(formulas, name).svg();
    ["<div style=\"overflow-x:auto\">", &svg, "</div>"].concat()
}

fn defaults(generics: &Generics) -> Vec<String> {
    let default = |param: &syn::ConstParam| {
        let default: Vec<_> = param.default.as_ref()?.1.to_token_stream().into_iter().collect();
        Some(format!("`{} = {}`", param.ident, text::of(&default)))
    };
    generics.const_params().filter_map(default).collect()
}
