//! The checks that are left to const evaluation.
//!
//! Each is a call every token of which has the span of what it checks: rustc then underlines that. They
//! call functions with numbers and nothing else, since rustc reads thousands of them: place 0 is what
//! they check as a whole, place `i + 1` the value `i` of it.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::Generics;

use crate::check::{Checked, Verdict};
use crate::emit::generics::has_defaults;
use crate::emit::limits;
use crate::emit::respan::respan;
use crate::lower::layers::{DeclaredShape, Layers};
use crate::report::place::SpanRange;
use crate::syntax::budget::BudgetLimit;

/// The checks of what the macro does not know, each in a constant of its own: an error in one of
/// them does not hide the others. `owner` is what has the data of the network.
pub fn independent(owner: &TokenStream, layers: &Layers<'_>, checked: &Checked) -> TokenStream {
    let checks = checks(owner, layers, checked, |verdict| verdict.unknown);
    quote!(#(const _: () = #checks;)*)
}

/// The checks of one instance of a generic network.
pub fn instance(
    generics: &Generics,
    layers: &Layers<'_>,
    checked: &Checked,
    limits: &[BudgetLimit],
) -> TokenStream {
    let owner = quote!(Self::);
    let mut checks = checks(&owner, layers, checked, Verdict::is_open);
    checks.extend(limits::checks(&owner, limits));
    if !has_defaults(generics) {
        return quote!(#(#checks;)*);
    }
    // The defaults are checked on their own.
    let params = generics.const_params().map(|param| &param.ident);
    let defaults = generics.const_params().filter_map(|param| Some(&param.default.as_ref()?.1));
    quote!(if #(#params != #defaults)||* { #(#checks;)* })
}

/// Expressions that fail, at the user's tokens, where something is wrong that `open` selects.
fn checks(
    owner: &TokenStream,
    layers: &Layers<'_>,
    checked: &Checked,
    open: impl Fn(Verdict) -> bool,
) -> Vec<TokenStream> {
    let mut checks = Vec::new();
    if open(checked.input) {
        shape(&quote!(#owner __NETWORK.check_input), &layers.input, &mut checks);
    }
    for (call, same) in layers.by_call().into_iter().enumerate() {
        if same.iter().any(|layer| open(checked.layers[*layer])) {
            let text = layers.list[same[0]].call.bound().text();
            let call = Literal::usize_unsuffixed(call);
            let check = |place| quote!(#owner __check(#call, #place));
            each(check, text.span(), text.value_spans().iter().copied(), &mut checks);
        }
    }
    if let Some(output) = &layers.output
        && open(checked.output)
    {
        shape(&quote!(#owner __check_output), output, &mut checks);
    }
    checks
}

fn shape(check: &TokenStream, shape: &DeclaredShape, checks: &mut Vec<TokenStream>) {
    let whole = SpanRange::from(shape.span);
    let spans = shape.sizes.iter().map(|size| size.as_ref().map_or(whole, |size| size.span));
    each(|axis| quote!(#check(#axis)), whole, spans, checks);
}

/// A check of something as a whole, and one of each of its values.
fn each(
    check: impl Fn(Literal) -> TokenStream,
    whole: SpanRange,
    values: impl Iterator<Item = SpanRange>,
    checks: &mut Vec<TokenStream>,
) {
    for (place, span) in [whole].into_iter().chain(values).enumerate() {
        checks.push(respan(check(Literal::usize_unsuffixed(place)), span));
    }
}
