//! The checks that are left to const evaluation.
//!
//! Each is a call every token of which has the span of what it checks: rustc then underlines that.

use proc_macro2::{Span, TokenStream};
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
/// them does not hide the others.
pub fn independent(
    net: &TokenStream,
    whole: Span,
    layers: &Layers<'_>,
    checked: &Checked,
) -> TokenStream {
    let checks = checks(net, layers, checked, |verdict| verdict.unknown);
    let others = (0..layers.list.len()).filter(|layer| checked.layers[*layer].unknown);
    let verify = quote!(#net.verify(&[#(#others),*]));
    let verify = checked.valid.then(|| respan(verify, whole.into()));
    let verify = verify.into_iter();
    quote! {
        #(const _: () = #checks;)*
        #(const _: () = #verify;)*
    }
}

/// The checks of one instance of a generic network.
pub fn instance(
    generics: &Generics,
    layers: &Layers<'_>,
    checked: &Checked,
    limits: &[BudgetLimit],
) -> TokenStream {
    let net = quote!(Self::__NET);
    let mut checks = checks(&net, layers, checked, |verdict| verdict.unknown || verdict.generic);
    checks.extend(limits::checks(&net, limits));
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
    net: &TokenStream,
    layers: &Layers<'_>,
    checked: &Checked,
    open: impl Fn(Verdict) -> bool,
) -> Vec<TokenStream> {
    let mut checks = Vec::new();
    if open(checked.input) {
        shape(&quote!(#net.check_input), &layers.input, &mut checks);
    }
    for same in layers.by_call() {
        let open: Vec<usize> = same.into_iter().filter(|l| open(checked.layers[*l])).collect();
        if let Some(first) = open.first() {
            let text = layers.list[*first].call.bound().text();
            let check = |place| quote!(#net.check(&[#(#open),*], #place));
            each(check, text.span(), text.value_spans().iter().copied(), &mut checks);
        }
    }
    if let Some(output) = &layers.output
        && open(checked.output)
    {
        shape(&quote!(#net.check_output), output, &mut checks);
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
    check: impl Fn(TokenStream) -> TokenStream,
    whole: SpanRange,
    values: impl Iterator<Item = SpanRange>,
    checks: &mut Vec<TokenStream>,
) {
    checks.push(respan(check(quote!(::core::option::Option::None)), whole));
    for (index, span) in values.enumerate() {
        checks.push(respan(check(quote!(::core::option::Option::Some(#index))), span));
    }
}
