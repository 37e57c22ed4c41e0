//! The data of a network as tokens: what cnn-core's `Net` is made from.

use cnn_core::error::At;
use cnn_core::signature::Takes;
use cnn_core::{Arg, Kind, MAX_RANK, Place, Written};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::call::bind::BoundCall;
use crate::call::operand::{Operand, Scalar};
use crate::check::Checked;
use crate::lower::layers::{DeclaredShape, Layer, Layers};

/// The data of a network.
pub struct Data {
    /// Constants that all instances of a network share.
    pub common: TokenStream,
    /// The constants `__STEPS`, `__EDGES` and `__NET`.
    pub consts: TokenStream,
}

/// The data of a network. `owner` is `Self::` where they are associated constants.
pub fn data(name: &str, owner: &TokenStream, layers: &Layers<'_>, checked: &Checked) -> Data {
    let (calls, common) = open_calls(layers, checked);
    let count = layers.list.len();
    let edges: usize = layers.list.iter().map(|layer| layer.inputs.len()).sum();
    let steps = layers.list.iter().zip(&calls).enumerate();
    let steps = steps.map(|(index, (layer, call))| step(index, layer, call.as_ref()));
    let generic = !owner.is_empty();
    let input = shape(&layers.input);
    let output = match &layers.output {
        // Without its last layers a network has another output.
        Some(output) if layers.complete => {
            let output = shape(output);
            quote!(::core::option::Option::Some(#output))
        }
        _ => quote!(::core::option::Option::None),
    };
    let consts = quote! {
        const __STEPS: &'static [__cnn::Step<'static>; #count] = &[#(#steps),*];
        const __EDGES: &'static [__cnn::Edge; #edges] = &__cnn::Edge::all(#owner __STEPS);
        const __NET: &'static __cnn::Net<#count> =
            &__cnn::Net::new(#name, #input, #output, #owner __STEPS, #owner __EDGES, #generic);
    };
    Data { common, consts }
}

/// For each layer that may still turn out to be wrong, the name of the constant that holds its call;
/// and these constants, one for each call in the source.
fn open_calls(layers: &Layers<'_>, checked: &Checked) -> (Vec<Option<Ident>>, TokenStream) {
    let mut calls = vec![None; layers.list.len()];
    let mut common = TokenStream::new();
    for (index, same) in layers.by_call().into_iter().enumerate() {
        let open: Vec<usize> =
            same.into_iter().filter(|layer| checked.layers[*layer].is_open()).collect();
        let Some(first) = open.first() else { continue };
        let Written { text, line, places, residual } =
            layers.list[*first].call.bound().text().written();
        let (line, places) = (Literal::u32_unsuffixed(line), places.iter().map(place));
        let name = Ident::new(&format!("__CALL_{index}"), Span::call_site());
        common.extend(quote! {
            const #name: __cnn::Written<'static> =
                __cnn::Written {
                    text: #text, line: #line, places: &[#(#places),*], residual: #residual,
                };
        });
        for layer in open {
            calls[layer] = Some(name.clone());
        }
    }
    (calls, common)
}

fn shape(shape: &DeclaredShape) -> TokenStream {
    let sizes = shape.sizes.iter().take(MAX_RANK).map(|size| match size {
        Some(size) => expression(size),
        None => quote!(0),
    });
    quote!(__cnn::Shape::new(&[#(#sizes),*]))
}

/// A layer. `open` is its call, if it may still turn out to be wrong.
fn step(index: usize, layer: &Layer<'_>, open: Option<&Ident>) -> TokenStream {
    let Layer { name, call, frozen, .. } = layer;
    let (kind, within) = (kind(call.bound()), &*layer.within);
    let Written { text, line, residual, .. } = call.bound().text().written();
    let line = Literal::u32_unsuffixed(line);
    let sizes: Vec<&Scalar> = call.operands().iter().map_while(Operand::as_size).collect();
    let others: Vec<_> = call.written().filter(|(param, _)| *param >= sizes.len()).collect();
    let certain = sizes.iter().all(|size| size.is_certain())
        && others.iter().all(|(_, operand)| operand.is_certain());

    let sizes = sizes.iter().copied().map(expression);
    let others = others.into_iter().map(|(param, value)| {
        let (param, value) = (Literal::usize_unsuffixed(param), operand(value));
        quote!((#param, #value))
    });
    let values = layer.inputs.iter().copied().map(Literal::usize_unsuffixed);
    let previous = layer.inputs == [index];
    if certain {
        let plain =
            quote!(__cnn::Step::plain(#name, #kind, &[#(#sizes),*], &[#(#others),*], #text, #line));
        let at = (!previous).then(|| quote!(.at(&[#(#values),*])));
        let residual = residual.then(|| quote!(.residual()));
        let frozen = frozen.then(|| quote!(.frozen()));
        let open = open.map(|call| quote!(.open(#call, #within)));
        return quote!(#plain #at #residual #frozen #open);
    }
    let inputs = match previous {
        true => quote!(Previous),
        false => quote!(Values(&[#(#values),*])),
    };
    let written = match open {
        Some(call) => call.to_token_stream(),
        None => quote!(__cnn::Written {
            text: #text, line: #line, places: &[], residual: #residual,
        }),
    };
    quote! {
        __cnn::Step {
            name: #name,
            kind: #kind,
            args: __cnn::Args { sizes: &[#(#sizes),*], others: &[#(#others),*] },
            inputs: __cnn::Inputs::#inputs,
            frozen: #frozen,
            written: #written,
            within: #within,
        }
    }
}

fn kind(bound: &BoundCall<'_>) -> TokenStream {
    if bound.kind() == Kind::Network {
        return quote!(__cnn::Kind::Network);
    }
    // A real path to a documented item, in the user's own word: editors show its documentation.
    let keyword = bound.keyword();
    quote!(__cnn::layers::#keyword)
}

fn place(place: &Place) -> TokenStream {
    let named = place.named.then(|| quote!(.named()));
    let [start, end] = [place.start, place.end].map(Literal::usize_unsuffixed);
    match place.at {
        At::Element(param, element) => {
            let [param, element] = [param, element].map(Literal::usize_unsuffixed);
            quote!(__cnn::Place::element(#param, #element, #start, #end) #named)
        }
        At::Param(param) => {
            let param = Literal::usize_unsuffixed(param);
            quote!(__cnn::Place::param(#param, #start, #end) #named)
        }
        // Nothing is written for the layer as a whole.
        At::Layer => TokenStream::new(),
    }
}

fn operand(operand: &Operand) -> TokenStream {
    match operand {
        Operand::Network(path) => quote!(__cnn::Arg::Network(__cnn::Nested::of::<#path>())),
        Operand::Fixed(Arg::Infer) => quote!(__cnn::Arg::Infer),
        Operand::Fixed(Arg::Word(index)) => quote!(__cnn::Arg::Word(#index)),
        Operand::Fixed(_) => quote!(__cnn::Arg::Omitted),
        Operand::Scalar(scalar) => {
            let expression = expression(scalar);
            match scalar.takes {
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
fn expression(scalar: &Scalar) -> TokenStream {
    match scalar.known.filter(|_| scalar.is_certain()) {
        Some(Arg::Size(number)) => Literal::usize_unsuffixed(number).into_token_stream(),
        Some(Arg::Signed(number)) => number.into_token_stream(),
        Some(Arg::Float(number)) => number.into_token_stream(),
        Some(Arg::Flag(flag)) => flag.into_token_stream(),
        _ => {
            let expr = match &scalar.expr {
                // Unreadable tokens would make the whole expansion unreadable.
                expr if expr.is_opaque() => quote!(__cnn::expression!(#expr)),
                expr => expr.to_token_stream(),
            };
            // If the value of a field has a wrong type, rustc says which one it expects, and no more.
            match scalar.takes {
                Takes::Signed | Takes::SignedList => quote!(__cnn::Signed { value: #expr }.value),
                Takes::Float => quote!(__cnn::Float { value: #expr }.value),
                Takes::Flag => quote!(__cnn::Flag { value: #expr }.value),
                _ => quote!(__cnn::Size { value: #expr }.value),
            }
        }
    }
}
