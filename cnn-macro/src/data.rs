//! The data of a network as tokens: what cnn-core's `Net` is made from.

use cnn_core::error::At;
use cnn_core::signature::Takes;
use cnn_core::{Arg, MAX_RANK, Place};
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::check::{Checked, Verdict};
use crate::lower::{Flat, Header, Layer};
use crate::operand::{Operand, Value};

/// The constants `__STEPS`, `__EDGES` and `__NET`; `owner` is `Self::` where they are associated constants.
pub fn consts(name: &str, owner: &TokenStream, flat: &Flat<'_>, checked: &Checked) -> TokenStream {
    let count = flat.layers.len();
    let edges: usize = flat.layers.iter().map(|layer| layer.inputs.len()).sum();
    let steps = flat.layers.iter().zip(&checked.layers).enumerate();
    let steps = steps.map(|(index, (layer, verdict))| step(index, layer, *verdict));
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
        const __EDGES: &'static [__cnn::Edge; #edges] = &__cnn::Edge::all(#owner __STEPS);
        const __NET: &'static __cnn::Net<#count> =
            &__cnn::Net::new(#name, #input, #output, #owner __STEPS, #owner __EDGES);
    }
}

fn header(header: &Header) -> TokenStream {
    let sizes = header.sizes.iter().take(MAX_RANK).map(|size| match size {
        Some(value) => expression(value),
        None => quote!(0),
    });
    quote!(__cnn::Shape::new(&[#(#sizes),*]))
}

fn step(index: usize, layer: &Layer<'_>, verdict: Verdict) -> TokenStream {
    let Layer { name, call, inputs, frozen } = layer;
    // A real path to a documented item, in the user's own word: editors show its documentation.
    let keyword = call.bound.keyword();
    let text = &call.bound.text;
    let sizes: Vec<&Value> = call.operands.iter().map_while(Operand::as_size).collect();
    let others = call.operands.iter().enumerate().skip(sizes.len());
    let others: Vec<_> = others.filter(|(_, operand)| !operand.is_omitted()).collect();

    let previous = *inputs == [index];
    let values = sizes.iter().copied().map(expression);
    if previous && others.is_empty() && !frozen && !verdict.is_open() {
        return quote!(__cnn::Step::plain(#name, __cnn::layers::#keyword, &[#(#values),*], #text));
    }
    let others = others.into_iter().map(|(param, value)| {
        let (param, value) = (Literal::usize_unsuffixed(param), operand(value));
        quote!((#param, #value))
    });
    let inputs = if previous {
        quote!(__cnn::Inputs::Previous)
    } else {
        let inputs = inputs.iter().copied().map(Literal::usize_unsuffixed);
        quote!(__cnn::Inputs::Values(&[#(#inputs),*]))
    };
    // Only what is still to be checked can turn out to be wrong.
    let places = verdict.is_open().then(|| call.bound.places.iter().map(place));
    let places = places.into_iter().flatten();
    quote! {
        __cnn::Step {
            name: #name,
            kind: __cnn::layers::#keyword,
            args: __cnn::Args { sizes: &[#(#values),*], others: &[#(#others),*] },
            inputs: #inputs,
            frozen: #frozen,
            text: #text,
            places: &[#(#places),*],
        }
    }
}

fn place(place: &Place) -> TokenStream {
    let [start, end] = [place.start, place.end].map(Literal::usize_unsuffixed);
    match place.at {
        At::Element(param, element) => {
            let [param, element] = [param, element].map(Literal::usize_unsuffixed);
            quote!(__cnn::Place::element(#param, #element, #start, #end))
        }
        At::Param(param) => {
            let param = Literal::usize_unsuffixed(param);
            quote!(__cnn::Place::param(#param, #start, #end))
        }
        // Nothing is written for the layer as a whole.
        At::Layer => TokenStream::new(),
    }
}

fn operand(operand: &Operand) -> TokenStream {
    match operand {
        Operand::Fixed(Arg::Infer) => quote!(__cnn::Arg::Infer),
        Operand::Fixed(Arg::Word(index)) => quote!(__cnn::Arg::Word(#index)),
        Operand::Fixed(_) => quote!(__cnn::Arg::Omitted),
        Operand::Value(value) => {
            let expression = expression(value);
            match value.takes {
                Takes::Signed | Takes::SignedList => quote!(__cnn::Arg::Signed(#expression)),
                Takes::Float => quote!(__cnn::Arg::Float(#expression)),
                Takes::Flag => quote!(__cnn::Arg::Flag(#expression)),
                _ => quote!(__cnn::Arg::Size(#expression)),
            }
        }
        Operand::Range(start, end) => {
            let (start, end) = (expression(start), expression(end));
            quote!(__cnn::Arg::Range(#start, #end))
        }
        Operand::List { values, .. } => {
            let values = values.iter().map(self::operand);
            quote!(__cnn::Arg::List(&[#(#values),*]))
        }
    }
}

/// A value that the macro knows for certain, or the expression as it was written.
fn expression(value: &Value) -> TokenStream {
    match value.known.filter(|_| !value.generic) {
        Some(Arg::Size(number)) => Literal::usize_unsuffixed(number).into_token_stream(),
        Some(Arg::Signed(number)) => number.into_token_stream(),
        Some(Arg::Float(number)) => number.into_token_stream(),
        Some(Arg::Flag(flag)) => flag.into_token_stream(),
        _ => {
            let expr = &value.expr;
            // Of a field's value of a wrong type, rustc says what it should be, and no more.
            match value.takes {
                Takes::Signed | Takes::SignedList => quote!(__cnn::Signed { value: #expr }.value),
                Takes::Float => quote!(__cnn::Float { value: #expr }.value),
                Takes::Flag => quote!(__cnn::Flag { value: #expr }.value),
                _ => quote!(__cnn::Size { value: #expr }.value),
            }
        }
    }
}
