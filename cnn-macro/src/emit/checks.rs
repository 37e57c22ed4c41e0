//! The checks that are left to const evaluation.
//!
//! Each is a call every token of which has the span of what it checks: rustc then underlines that. They
//! call functions with numbers and nothing else, since rustc reads thousands of them: place 0 is what
//! they check as a whole, place `i + 1` the value `i` of it.

use std::collections::HashSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::Generics;

use crate::call::operand::Cut;
use crate::check::{Checked, Verdict};
use crate::emit::generics::has_defaults;
use crate::emit::limits;
use crate::emit::respan::respan;
use crate::lower::layers::{DeclaredShape, Layers};
use crate::lower::taps::WrittenTap;
use crate::report::place::SpanRange;
use crate::syntax::budget::BudgetLimit;

/// The checks of what the macro does not know. Each value that only rustc knows has one in a constant of
/// its own, so that an error in it hides no other; the values of a call that are numbers share one,
/// since a constant costs as much as three checks. `owner` is what has the data of the network.
pub fn independent(owner: &TokenStream, layers: &Layers<'_>, checked: &Checked) -> TokenStream {
    let checks = checks(owner, layers, checked, |verdict| verdict.unknown);
    quote!(#(const _: () = { #(#checks;)* };)*)
}

/// The checks of one instance of a generic network.
pub fn instance(
    generics: &Generics,
    layers: &Layers<'_>,
    checked: &Checked,
    limits: &[BudgetLimit],
) -> TokenStream {
    let owner = quote!(Self::);
    let mut checks = checks(&owner, layers, checked, Verdict::is_open).concat();
    checks.extend(limits::checks(&owner, limits));
    if !has_defaults(generics) {
        return quote!(#(#checks;)*);
    }
    // The defaults are checked on their own.
    let params = generics.const_params().map(|param| &param.ident);
    let defaults = generics.const_params().filter_map(|param| Some(&param.default.as_ref()?.1));
    quote!(if #(#params != #defaults)||* { #(#checks;)* })
}

/// For each call, and for each declared shape, expressions that fail at the user's tokens, where something is
/// wrong that `open` selects.
fn checks(
    owner: &TokenStream,
    layers: &Layers<'_>,
    checked: &Checked,
    open: impl Fn(Verdict) -> bool,
) -> Vec<Vec<TokenStream>> {
    let mut checks = Vec::new();
    for (index, input) in layers.inputs.iter().enumerate() {
        if open(checked.inputs[index]) {
            checks.push(shape(&quote!(#owner __NETWORK.check_input), index, &input.shape));
        }
    }
    for (call, same) in layers.calls.iter().enumerate() {
        if same.iter().any(|layer| open(checked.layers[*layer])) {
            let text = layers.list[same[0]].text();
            let call = Literal::usize_unsuffixed(call);
            let all = each(
                |place| quote!(#owner __check(#call, #place)),
                text.span(),
                text.value_spans().iter().copied(),
            );
            let named = |place: usize| place > 0 && text.written().places[place - 1].named;
            let (named, others): (Vec<_>, Vec<_>) =
                all.into_iter().enumerate().partition(|(place, _)| named(*place));
            checks.push(others.into_iter().map(|(_, check)| check).collect());
            checks.extend(named.into_iter().map(|(_, check)| vec![check]));
        }
    }
    checks.extend(labels(owner, layers).into_iter().map(|check| vec![check]));
    for (index, output) in layers.outputs.iter().enumerate() {
        if let Some(declared) = &output.shape
            && open(checked.outputs[index])
        {
            checks.push(shape(&quote!(#owner __check_output), index, declared));
        }
    }
    checks
}

/// The checks of labels in other networks: that a part ends there, or that a value is taken from there.
fn labels(owner: &TokenStream, layers: &Layers<'_>) -> Vec<TokenStream> {
    let check = |layer: usize, output: usize, scope: Option<&str>, span: SpanRange| {
        let (layer, output) = (Literal::usize_unsuffixed(layer), Literal::usize_unsuffixed(output));
        let scope = match scope {
            Some(scope) => quote!(::core::option::Option::Some(#scope)),
            None => quote!(::core::option::Option::None),
        };
        respan(quote!(#owner __check_label(#layer, #output, #scope)), span)
    };
    let mut checks = Vec::new();
    // A call in a block or in a repeat is one call.
    for same in &layers.calls {
        if let Some(Cut { span, computed, .. }) = layers.list[same[0]].call.cut() {
            let scope = if *computed { None } else { Some("") };
            checks.push(check(same[0], 0, scope, *span));
        }
    }
    let mut written = HashSet::new();
    for (index, tap) in layers.taps.iter().enumerate() {
        if let Some(WrittenTap { node, span, scope }) = &tap.written
            && written.insert((*node, tap.label.as_str()))
        {
            let output = layers.output_of(index);
            checks.push(check(tap.layer, output, scope.as_deref(), *span));
        }
    }
    checks
}

/// The checks of the shape of an input or an output, which has an index among these, in one constant: an
/// error in it is one of all its sizes, or of one of them.
fn shape(check: &TokenStream, index: usize, shape: &DeclaredShape) -> Vec<TokenStream> {
    let whole = SpanRange::from(shape.span);
    let spans = shape.sizes.iter().map(|size| size.as_ref().map_or(whole, |size| size.span));
    let index = Literal::usize_unsuffixed(index);
    each(|axis| quote!(#check(#index, #axis)), whole, spans)
}

/// A check of something as a whole, and one of each of its values.
fn each(
    check: impl Fn(Literal) -> TokenStream,
    whole: SpanRange,
    values: impl Iterator<Item = SpanRange>,
) -> Vec<TokenStream> {
    let spans = [whole].into_iter().chain(values).enumerate();
    spans.map(|(place, span)| respan(check(Literal::usize_unsuffixed(place)), span)).collect()
}
