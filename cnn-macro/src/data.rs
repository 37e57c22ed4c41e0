//! The data of a network as tokens: what cnn-core's `Net` is made from.

use cnn_core::error::At;
use cnn_core::signature::Takes;
use cnn_core::{Arg, Edge, MAX_RANK, Place, Source};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::check::{Checked, Verdict};
use crate::lower::{Flat, Header, Layer};
use crate::operand::{Operand, Value};

/// The constants `__STEPS` and `__NET`; `owner` is `Self::` where they are associated constants.
pub fn consts(name: &str, owner: &TokenStream, flat: &Flat<'_>, checked: &Checked) -> TokenStream {
    let count = flat.layers.len();
    let steps =
        flat.layers.iter().zip(&checked.layers).map(|(layer, verdict)| step(layer, *verdict));
    let input = header(&flat.input);
    let output = match &flat.output {
        // Without its last layers a network has another output.
        Some(output) if flat.complete => {
            let output = header(output);
            quote!(::core::option::Option::Some(#output))
        }
        _ => quote!(::core::option::Option::None),
    };
    quote! {
        const __STEPS: &'static [__cnn::Step<'static>; #count] = &[#(#steps),*];
        const __NET: &'static __cnn::Net<#count> =
            &__cnn::Net::new(#name, #input, #output, #owner __STEPS);
    }
}

fn header(header: &Header) -> TokenStream {
    let sizes = header.sizes.iter().take(MAX_RANK).map(|size| match size {
        Some(value) => expression(value),
        None => quote!(0),
    });
    quote!(__cnn::Shape::new(&[#(#sizes),*]))
}

fn step(layer: &Layer<'_>, verdict: Verdict) -> TokenStream {
    let (name, frozen) = (&layer.name, layer.frozen);
    let call = &layer.call;
    // A real path to a documented item, in the user's own word: editors show its documentation.
    let keyword = call.bound.keyword();
    let omitted = |operand: &&Operand| matches!(operand, Operand::Fixed(Arg::Omitted));
    let trailing = call.operands.iter().rev().take_while(omitted).count();
    let args = call.operands[..call.operands.len() - trailing].iter().map(operand);
    let inputs = layer.inputs.iter().map(edge);
    let text = &call.bound.text;
    // Only what is still to be checked can be reported.
    let places = verdict.is_open().then(|| call.bound.places.iter().map(place));
    let places = places.into_iter().flatten();
    quote! {
        __cnn::Step {
            name: #name,
            kind: __cnn::layers::#keyword,
            args: &[#(#args),*],
            inputs: &[#(#inputs),*],
            frozen: #frozen,
            written: __cnn::Written { text: #text, places: &[#(#places),*] },
        }
    }
}

fn edge(edge: &Edge) -> TokenStream {
    let last_use = edge.last_use;
    let from = match edge.from {
        Source::Input => quote!(Input),
        Source::Node(node) => quote!(Node(#node)),
    };
    quote!(__cnn::Edge { from: __cnn::Source::#from, last_use: #last_use })
}

fn place(place: &Place) -> TokenStream {
    let Place { at, start, end } = place;
    let at = match at {
        At::Layer => quote!(Layer),
        At::Param(param) => quote!(Param(#param)),
        At::Element(param, element) => quote!(Element(#param, #element)),
    };
    quote!(__cnn::Place { at: __cnn::At::#at, start: #start, end: #end })
}

fn operand(operand: &Operand) -> TokenStream {
    match operand {
        Operand::Fixed(Arg::Infer) => quote!(__cnn::Arg::Infer),
        Operand::Fixed(Arg::Word { index }) => quote!(__cnn::Arg::Word { index: #index }),
        Operand::Fixed(_) => quote!(__cnn::Arg::Omitted),
        Operand::Value(value) => {
            let expression = expression(value);
            let variant = match value.takes {
                Takes::Signed | Takes::SignedList => quote!(Signed),
                Takes::Float => quote!(Float),
                Takes::Flag => quote!(Flag),
                _ => quote!(Size),
            };
            quote!(__cnn::Arg::#variant { value: #expression })
        }
        Operand::Range(start, end) => {
            let (start, end) = (expression(start), expression(end));
            quote!(__cnn::Arg::Range { start: #start, end: #end })
        }
        Operand::List { values, .. } => {
            let values = values.iter().map(self::operand);
            quote!(__cnn::Arg::List(&[#(#values),*]))
        }
    }
}

/// A value that the macro knows for certain, or the expression as it was written.
fn expression(value: &Value) -> TokenStream {
    match value.known {
        Some(Arg::Size { value: number }) if !value.generic => number.into_token_stream(),
        Some(Arg::Signed { value: number }) if !value.generic => number.into_token_stream(),
        Some(Arg::Float { value: number }) if !value.generic => number.into_token_stream(),
        Some(Arg::Flag { value: flag }) if !value.generic => flag.into_token_stream(),
        _ => value.expr.to_token_stream(),
    }
}
