//! The data of a network as tokens: the bytes that cnn-core reads, and what only rustc knows.

use std::collections::HashMap;

use cnn_core::Declaration;
use cnn_core::signature::Takes;
use cnn_core::{
    Arg, Encodable, EncodableInput, EncodableNetwork, EncodableOutput, Encoded, MAX_RANK, Mark,
    Resolved, Shape, encode, figures,
};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};

use crate::call::evaluate::EvaluatedCall;
use crate::call::operand::{Cut, NetworkOperand, Operand, Scalar};
use crate::check::Checked;
use crate::check::run::{KnownArgs, step};
use crate::check::sample::borrow_all;
use crate::emit::weights::OpenWeights;
use crate::lower::layers::{self, DeclaredShape, Input, Layer, Layers, Output};
use crate::lower::taps::Tap;
use crate::report::place::moved;

/// The data of a network.
pub struct Data {
    /// Constants, and a function that checks the values of calls if something is left to check.
    pub items: TokenStream,
    /// The figures of the network for its graph, which const evaluation adds to the bytes.
    figures: TokenStream,
    /// How many values there are: inputs, and what the layers make.
    values: usize,
}

impl Data {
    /// The network's graph. `owner` is `Self::` where its data are associated constants.
    pub fn graph(&self, owner: &TokenStream) -> TokenStream {
        let figures = &self.figures;
        quote!(#owner __NETWORK.graph(#figures))
    }

    /// A function that checks a limit of the network's budget, likewise.
    pub fn check_limit(&self, owner: &TokenStream) -> TokenStream {
        let figures = &self.figures;
        quote! {
            #[track_caller]
            const fn __check_limit(metric: __cnn::Metric, most: ::core::primitive::u64) {
                #owner __NETWORK.check_limit(#figures, metric, most);
            }
        }
    }

    /// A function that compares the tensors of a file with the network's, likewise.
    pub fn check_weights(&self, owner: &TokenStream, weights: &OpenWeights) -> TokenStream {
        weights.function(owner, &self.figures)
    }

    /// A constant that compares all that the macro has found with what const evaluation finds, if the
    /// crates are built with `--cfg cnn_recheck`. `owner` is what has the data of the network.
    pub fn recheck(&self, owner: &TokenStream) -> Option<TokenStream> {
        let values = self.values;
        cfg!(cnn_recheck).then(|| quote!(const _: () = #owner __NETWORK.recheck::<#values>();))
    }

    /// The network's summary, likewise.
    pub fn summary(&self, owner: &TokenStream) -> TokenStream {
        let figures = &self.figures;
        quote!(#owner __NETWORK.summary(#figures))
    }
}

/// The data of a network. `owner` is `Self::` where they are associated constants.
pub fn data(name: &str, owner: &TokenStream, layers: &Layers<'_>, checked: &Checked) -> Data {
    let is_open = |layer: usize| {
        let operands = layers.list[layer].call.operands();
        checked.layers[layer].is_open() || !operands.iter().all(Operand::is_certain)
    };
    let mut sizes = layers.declared().flat_map(|shape| &shape.sizes);
    let certain = sizes.all(|size| size.as_ref().is_none_or(Scalar::is_certain));
    let open = !certain || (0..layers.list.len()).any(is_open);

    // As far as the macro knows, or else as it assumes.
    let args: Vec<KnownArgs<'_>> = match &checked.assumed {
        Some(assumed) => assumed.args.iter().map(borrow_all).collect(),
        None => layers.list.iter().map(|layer| layer.call.args()).collect(),
    };
    let outcomes = checked.assumed.as_ref().map_or(&checked.outcomes, |assumed| &assumed.outcomes);
    let mut written = WrittenArgs::default();
    let write = |index: usize| {
        let args = written.index(&layers.list[index].call, layers.taps_of(index));
        (args, is_open(index))
    };
    let inputs = checked.assumed.as_ref().map(|assumed| &assumed.inputs[..]);
    let Encoded { data, text, calls, wide } = encoded(layers, inputs, &args, outcomes, open, write);
    let bytes = Literal::byte_string(&data);
    let generic = !owner.is_empty();
    // An instance of a network with parameters has checks of its own.
    let target = (wide && !generic).then(|| {
        quote!(
            const _: () = __NETWORK.check_target();
        )
    });
    if !open {
        let items = quote! {
            const __NETWORK: &'static __cnn::Declaration =
                &__cnn::Declaration::known(#name, #bytes, #text);
            #target
        };
        return Data { items, figures: quote!(&[]), values: layers.values() };
    }

    let inputs = layers.inputs.iter().map(|input| shape(&input.shape));
    let mut outputs: Vec<TokenStream> = Vec::new();
    for output in &layers.outputs {
        outputs.push(match &output.shape {
            Some(declared) => {
                let declared = shape(declared);
                quote!(::core::option::Option::Some(#declared))
            }
            None => quote!(::core::option::Option::None),
        });
    }
    let args = written.tokens;
    let (values, numbers) = (layers.values(), figures(layers.list.len()));
    let is_part = |layer: &Layer<'_>| layer.call.cut().is_some();
    let has_labels = !layers.taps.is_empty() || layers.list.iter().any(is_part);
    let labels = has_labels.then(|| {
        quote! {
            #[track_caller]
            const fn __check_label(
                layer: ::core::primitive::usize,
                output: ::core::primitive::usize,
                scope: ::core::option::Option<&::core::primitive::str>,
            ) {
                #owner __NETWORK.check_label(layer, output, scope);
            }
        }
    });
    let items = quote! {
        const __ARGS: &'static [__cnn::Args<'static>] = &[#(#args),*];
        const __NETWORK: &'static __cnn::Declaration = &__cnn::Declaration::open(
            #name, #bytes, #text, &[#(#inputs),*], &[#(#outputs),*], #owner __ARGS, #generic,
        );
        const __RESOLUTION: &'static __cnn::Resolution<#numbers, #calls> =
            &__cnn::Resolution::new::<#values>(#owner __NETWORK);
        #target
        #labels
        #[track_caller]
        const fn __check(call: ::core::primitive::usize, place: ::core::primitive::usize) {
            #owner __RESOLUTION.check::<#values>(#owner __NETWORK, call, place);
        }
        #[track_caller]
        const fn __check_output(output: ::core::primitive::usize, axis: ::core::primitive::usize) {
            #owner __RESOLUTION.check_output::<#values>(#owner __NETWORK, output, axis);
        }
    };
    // The words of a block from elsewhere all have the place of its call, which an editor would show for each.
    let items = if checked.settled { moved(items, Span::call_site()) } else { items };
    Data { items, figures: quote!(#owner __RESOLUTION.figures()), values }
}

/// A network whose sizes the macro knows, with the default values of its parameters. `None` if it does not.
pub fn known(name: &str, layers: &Layers<'_>, checked: &Checked) -> Option<&'static Declaration> {
    let is_known = checked.outcomes.iter().all(Option::is_some)
        && layers.inputs.iter().all(|input| !shape_of(&input.shape).is_lost());
    if !is_known || !checked.valid || !layers.complete {
        return None;
    }
    let args: Vec<KnownArgs<'_>> = layers.list.iter().map(|layer| layer.call.args()).collect();
    let encoded = encoded(layers, None, &args, &checked.outcomes, false, |_| (None, false));
    // The process that makes pages ends soon; there, networks are as they are in constants.
    let declaration =
        Declaration::known(name.to_owned().leak(), encoded.data.leak(), encoded.text.leak());
    Some(Box::leak(Box::new(declaration)))
}

/// The bytes of a network. The `inputs` are the assumed ones, if there are such; `write` gives the index of a layer's
/// arguments, if rustc has to evaluate them, and whether its figures depend on what only rustc knows.
fn encoded(
    layers: &Layers<'_>,
    inputs: Option<&[Shape]>,
    args: &[KnownArgs<'_>],
    outcomes: &[Option<Resolved>],
    open: bool,
    mut write: impl FnMut(usize) -> (Option<usize>, bool),
) -> Encoded {
    let input = |index: usize| {
        let Input { name, shape, .. } = &layers.inputs[index];
        let shape = inputs.map_or_else(|| shape_of(shape), |assumed| assumed[index]);
        EncodableInput { name, shape }
    };
    let inputs: Vec<EncodableInput<'_>> = (0..layers.inputs.len()).map(input).collect();
    let mut call_of = vec![0; layers.list.len()];
    for (call, same) in layers.calls.iter().enumerate() {
        same.iter().for_each(|layer| call_of[*layer] = call);
    }
    let mut encodables = Vec::new();
    for (index, layer) in layers.list.iter().enumerate() {
        let outcome = outcomes[index];
        let (written, open) = write(index);
        encodables.push(Encodable {
            step: step(layer, &args[index]),
            args: written,
            figures: outcome.map(|outcome| (outcome.output, outcome.cost)),
            open,
            call: call_of[index],
            nested: None,
            in_branch: layer.in_branch,
        });
    }
    let outputs: Vec<EncodableOutput<'_>> = layers.outputs.iter().map(output).collect();
    let taps: Vec<(usize, usize)> =
        (0..layers.taps.len()).map(|tap| (layers.taps[tap].layer, layers.output_of(tap))).collect();
    let marks: Vec<Mark<'_>> = layers.marks.iter().map(mark).collect();
    encode(&EncodableNetwork {
        inputs: &inputs,
        outputs: &outputs,
        layers: &encodables,
        taps: &taps,
        marks: &marks,
        open,
    })
}

fn mark(mark: &layers::Mark) -> Mark<'_> {
    Mark { label: &mark.label, value: mark.value, layers: mark.layers }
}

fn output(output: &Output) -> EncodableOutput<'_> {
    let declared = output.shape.as_ref().map(shape_of);
    EncodableOutput { name: &output.name, value: output.value, declared }
}

/// The sizes of a shape, as far as they are known.
fn shape_of(shape: &DeclaredShape) -> Shape {
    let sizes = shape.sizes.iter().take(MAX_RANK).map(|size| match size {
        Some(Scalar { known: Some(Arg::Size(size)), .. }) => Some(*size),
        Some(_) => None,
        None => Some(0),
    });
    sizes.collect::<Option<Vec<_>>>().map_or(Shape::LOST, |sizes| Shape::new(&sizes))
}

fn shape(shape: &DeclaredShape) -> TokenStream {
    let sizes = shape.sizes.iter().take(MAX_RANK).map(|size| match size {
        Some(size) => expression(size),
        None => quote!(0),
    });
    quote!(__cnn::Shape::new(&[#(#sizes),*]))
}

/// The arguments of layers that only rustc knows. Equal ones are listed once.
#[derive(Default)]
struct WrittenArgs {
    known: HashMap<String, usize>,
    tokens: Vec<TokenStream>,
}

impl WrittenArgs {
    /// The index of a call's arguments, if rustc has to evaluate them. Of a network, `taps` are taken from
    /// inside.
    fn index<'t>(
        &mut self,
        call: &EvaluatedCall<'_>,
        taps: impl Iterator<Item = &'t Tap>,
    ) -> Option<usize> {
        if call.operands().iter().all(Operand::is_certain) {
            return None;
        }
        let sizes: Vec<&Scalar> = call.operands().iter().map_while(Operand::as_size).collect();
        let others = call.written().filter(|(param, _)| *param >= sizes.len());
        let taps: Vec<&str> = taps.map(|tap| tap.label.as_str()).collect();
        let others = others.map(|(param, value)| {
            let value = match value {
                Operand::Network(network) => self::network(network, &taps),
                value => operand(value),
            };
            let param = Literal::usize_unsuffixed(param);
            quote!((#param, #value))
        });
        let sizes = sizes.iter().copied().map(expression);
        let tokens = quote!(__cnn::Args { sizes: &[#(#sizes),*], others: &[#(#others),*] });
        let index = self.known.entry(tokens.to_string()).or_insert(self.tokens.len());
        if *index == self.tokens.len() {
            self.tokens.push(tokens);
        }
        Some(*index)
    }
}

/// A network, or the part of it that is used: up to a label, and with these values from inside.
fn network(network: &NetworkOperand, taps: &[&str]) -> TokenStream {
    let NetworkOperand { path, until } = network;
    let whole = quote!(&<#path as __cnn::Network>::GRAPH);
    let end = match until {
        Some(Cut { label, .. }) => quote!(__cnn::Point::end(#whole, #label)),
        None if taps.is_empty() => {
            return quote!(__cnn::Arg::Network(__cnn::Nested::of::<#path>()));
        }
        None => quote!(__cnn::Point::output(#whole)),
    };
    let points = quote!(const { &[#end, #(__cnn::Point::of(#whole, #taps)),*] });
    let part = quote!(const { &__cnn::Part::new(#points) });
    quote!(__cnn::Arg::Network(const { &__cnn::Nested::part(#whole, #part) }))
}

fn operand(operand: &Operand) -> TokenStream {
    match operand {
        Operand::Network(operand) => network(operand, &[]),
        Operand::Fixed(Arg::Infer) => quote!(__cnn::Arg::Infer),
        Operand::Fixed(Arg::Word(index)) => quote!(__cnn::Arg::Word(#index)),
        Operand::Fixed(_) => quote!(__cnn::Arg::Omitted),
        Operand::Scalar(scalar) => {
            let expression = expression(scalar);
            match scalar.takes {
                // Only a factor that the macro knows may be a fraction.
                Takes::Factors if matches!(scalar.known, Some(Arg::Float(_))) => {
                    quote!(__cnn::Arg::Float(#expression))
                }
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
            let expr = match scalar.signed.as_ref().unwrap_or(&scalar.expr) {
                // Unreadable tokens would make the whole expansion unreadable.
                expr if expr.is_opaque() => quote!(__cnn::expression!(#expr)),
                expr => expr.to_token_stream(),
            };
            let expr = if scalar.elsewhere {
                // If its type is wrong, rustc underlines the last name.
                let value = Ident::new("value", scalar.span.start());
                quote!({ let #value = #expr; #value })
            } else {
                expr
            };
            // If the value of a field has a wrong type, rustc says which one it expects, and no more.
            match scalar.takes {
                Takes::Factors if matches!(scalar.known, Some(Arg::Float(_))) => {
                    quote!(__cnn::Float { value: #expr }.value)
                }
                Takes::Signed | Takes::SignedList => quote!(__cnn::Signed { value: #expr }.value),
                Takes::Float => quote!(__cnn::Float { value: #expr }.value),
                Takes::Flag => quote!(__cnn::Flag { value: #expr }.value),
                _ => quote!(__cnn::Size { value: #expr }.value),
            }
        }
    }
}
