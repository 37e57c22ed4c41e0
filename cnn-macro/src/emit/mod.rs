//! The tokens of a network: its data, its items, and the checks left to const evaluation.
//!
//! Everything is inside one anonymous `const`, in which the library is called `__cnn`. The user's expressions keep
//! their spans; so do the calls that report errors, which is what makes rustc underline the user's tokens when const
//! evaluation finds something wrong.

mod checks;
pub mod data;
pub mod documentation;
pub mod generics;
mod limits;
mod respan;
pub mod shared;
mod warnings;
pub mod weights;

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt as _;

use crate::check::Checked;
use crate::check::lints::Warning;
use crate::emit::data::data;
use crate::emit::documentation::{Documentation, Values};
use crate::emit::generics::{has_defaults, phantom, ty_generics};
use crate::emit::respan::respan;
use crate::emit::weights::Weights;
use crate::lower::layers::Layers;
use crate::syntax::ast::NetworkItem;
use crate::syntax::condition::decide;
use crate::value::token::is_punct;

/// A declaration with a layer whose condition only rustc knows: it is expanded again, as rustc decides.
pub fn conditional(
    krate: &TokenStream,
    declaration: &TokenStream,
    condition: &TokenStream,
) -> TokenStream {
    let [with, without] = [true, false].map(|value| decide(declaration, condition, value));
    let (Some(with), Some(without)) = (with, without) else {
        // It has been read in these tokens, so it is there.
        return quote!(::core::compile_error! { "a condition of this network cannot be decided" });
    };
    // A `use` ends with its `;`.
    let tokens: Vec<TokenTree> = declaration.clone().into_iter().collect();
    let mut rest = &tokens[..];
    while matches!(rest.first(), Some(TokenTree::Ident(word)) if word == "use") {
        let end = rest.iter().position(|token| is_punct(token, ';'));
        rest = rest.split_at(end.map_or(rest.len(), |end| end + 1)).1;
    }
    let is_inline = match rest.first() {
        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Bracket,
        _ => false,
    };
    let [with, without] = [with, without].map(|tokens| {
        let again = quote!(#krate::__private::expand! { [#krate] #tokens });
        match is_inline {
            true => quote!(const __SUMMARY: #krate::Summary = #again;),
            false => again,
        }
    });
    // If rustc cannot read the condition, it keeps both macros. Two declarations would be errors of their own.
    let decided = quote! {
        #[cfg(#condition)]
        macro_rules! __decided {
            ({ $($with:tt)* } { $($without:tt)* }) => { $($with)* };
        }
        #[cfg(not(#condition))]
        macro_rules! __decided {
            ({ $($with:tt)* } { $($without:tt)* }) => { $($without)* };
        }
        __decided! { { #with } { #without } }
    };
    if is_inline { quote!({ #decided __SUMMARY }) } else { decided }
}

/// Warnings that belong to no network.
pub fn warnings(warnings: &[Warning]) -> Option<TokenStream> {
    let tokens = warnings::warnings(warnings);
    (!warnings.is_empty()).then(|| quote!(const _: () = { #tokens };))
}

/// A network as an expression of type `Summary`. `uses` are the functions and constants from elsewhere.
pub fn inline(
    krate: &TokenStream,
    uses: &TokenStream,
    layers: &Layers<'_>,
    checked: &Checked,
    errors: &TokenStream,
) -> TokenStream {
    let allow = allow();
    let none = TokenStream::new();
    let data = data("", &none, layers, checked);
    let (items, summary) = (&data.items, data.summary(&none));
    let checks = checks::independent(&none, layers, checked);
    let recheck = checked.valid.then(|| data.recheck(&none));
    let warnings = warnings::warnings(&checked.warnings);
    quote! {{
        #errors
        #warnings
        #allow
        const __SUMMARY: #krate::Summary = {
            use #krate::__private as __cnn;
            #uses
            #items
            #checks
            #recheck
            #summary
        };
        __SUMMARY
    }}
}

/// A network that becomes items, with what it has beside its layers.
pub struct Item<'a> {
    pub network: &'a NetworkItem,
    pub docs: Documentation,
    pub weights: Weights,
}

/// A network as items: a unit struct, its constants, and its implementation of `Network`. `uses` are the
/// functions from elsewhere.
pub fn item(
    krate: &TokenStream,
    uses: &TokenStream,
    Item { network, docs, weights }: Item<'_>,
    layers: &Layers<'_>,
    checked: &Checked,
) -> TokenStream {
    let NetworkItem { attrs, vis, name, generics, .. } = network;
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let ty_generics = ty_generics(generics);
    let cfgs = network.cfgs();
    let deprecated = attrs.iter().any(|attr| attr.path().is_ident("deprecated"));
    // The constants of a deprecated network do not count as uses of it.
    let deprecated = deprecated.then(|| quote!(#[allow(deprecated)]));
    let allow = allow();
    // An editor shows a word once for each of its occurrences with the same span.
    let at = if checked.settled { Span::call_site() } else { name.span() };
    let mut this = name.clone();
    this.set_span(at);
    let text = name.unraw().to_string();
    // If an instance is wrong, rustc notes each of these places.
    let at_name = |tokens| respan(tokens, at.into());
    let graph_const = at_name(quote!(Self::GRAPH));
    let summary_const = at_name(quote!(Self::SUMMARY));
    let Documentation { before, after, values } = docs;
    let ports = at_name(ports(layers, &values));
    let params = at_name(quote!(Self::SUMMARY.params));
    let arena = |dtype| at_name(quote!(__cnn::arena::<Self>(__cnn::DType::#dtype)));
    let [f32, f16, i8] = [quote!(F32), quote!(F16), quote!(I8)].map(arena);

    let params_doc = format!("The number of parameters{}.", values.params);
    let [f32_doc, f16_doc, i8_doc] = [0, 1, 2].map(|index| {
        let (dtype, value) = (["f32", "f16", "i8"][index], &values.arenas[index]);
        format!(
            "The size of the arena for inference in bytes, with values of type `{dtype}`{value}."
        )
    });

    let limits = if checked.valid { &network.limits[..] } else { &[] };
    let mosts = limits::constants(limits);
    let generic = !generics.params.is_empty();
    // Constants outside of an `impl` cannot depend on generics.
    let owner = if generic { quote!(Self::) } else { TokenStream::new() };
    let data = data(&text, &owner, layers, checked);
    let mut items = data.items.clone();
    if !limits.is_empty() {
        items.extend(data.check_limit(&owner));
    }
    let open = weights.open.as_ref();
    items.extend(open.map(|open| data.check_weights(&owner, open)));
    let (mut graph, mut summary) = (data.graph(&owner), data.summary(&owner));
    // Where the data are, seen from outside.
    let mut outside = owner.clone();
    if generic {
        items = quote!(impl #impl_generics #this #ty_generics #where_clause { #items });
        outside = quote!(<#this>::);
        let instance = checks::instance(generics, layers, checked, limits);
        graph = quote!({ #instance #graph });
        summary = at_name(quote!({
            let _ = Self::GRAPH;
            #summary
        }));
    }
    let checks = (!generic || has_defaults(generics)).then(|| {
        let within = limits::checks(&outside, limits);
        let independent = checks::independent(&outside, layers, checked);
        let recheck = checked.valid.then(|| data.recheck(&outside));
        let weights = open.map(|open| open.check(&outside));
        quote!(#independent #(const _: () = #within;)* #weights #recheck)
    });
    let Weights { watched, constant, .. } = weights;
    let phantom = phantom(generics);
    let warnings = (!checked.warnings.is_empty()).then(|| {
        let warnings = warnings::warnings(&checked.warnings);
        let cfgs = network.cfgs();
        quote!(#(#cfgs)* const _: () = { #warnings };)
    });
    quote! {
        #before
        #(#attrs)*
        #after
        #vis struct #name #generics #phantom #where_clause;

        #warnings

        #(#cfgs)*
        #allow
        #deprecated
        const _: () = {
            use #krate::__private as __cnn;
            #uses
            #mosts
            #watched
            #items
            #checks
            impl #impl_generics __cnn::Network for #this #ty_generics #where_clause {
                const GRAPH: __cnn::Graph = #graph_const;
                const SUMMARY: __cnn::Summary = #summary_const;
            }
            impl #impl_generics #this #ty_generics #where_clause {
                /// The network as data, for engines and exporters.
                pub const GRAPH: __cnn::Graph = #graph;
                /// The totals and the cost of each layer.
                pub const SUMMARY: __cnn::Summary = #summary;
                #ports
                #[doc = #params_doc]
                pub const PARAMS: ::core::primitive::u64 = #params;
                #[doc = #f32_doc]
                pub const ARENA_F32: ::core::primitive::usize = #f32;
                #[doc = #f16_doc]
                pub const ARENA_F16: ::core::primitive::usize = #f16;
                #[doc = #i8_doc]
                pub const ARENA_I8: ::core::primitive::usize = #i8;
                #constant
            }
        };
    }
}

/// The constants with the shapes of inputs and outputs.
fn ports(layers: &Layers<'_>, values: &Values) -> TokenStream {
    let (inputs, outputs) = (layers.inputs.len(), layers.outputs.len());
    let shapes = |list: TokenStream, count: usize| {
        let shapes = (0..count).map(|index| quote!(Self::GRAPH.#list.at(#index).shape));
        quote!([__cnn::Shape; #count] = [#(#shapes),*])
    };
    let (input_shapes, output_shapes) =
        (shapes(quote!(inputs), inputs), shapes(quote!(outputs), outputs));
    let input = (inputs == 1).then(|| {
        let text = format!("The shape of the input, for one sample{}.", values.input);
        quote! {
            #[doc = #text]
            pub const INPUT: __cnn::Shape = Self::GRAPH.input;
        }
    });
    let output = (outputs == 1).then(|| {
        let text = format!("The shape of the output, for one sample{}.", values.output);
        quote! {
            #[doc = #text]
            pub const OUTPUT: __cnn::Shape = Self::GRAPH.output;
        }
    });
    quote! {
        #input
        #output
        /// The shapes of all inputs, for one sample.
        pub const INPUTS: #input_shapes;
        /// The shapes of all outputs, for one sample.
        pub const OUTPUTS: #output_shapes;
    }
}

/// Lints that generated code may trip over.
fn allow() -> TokenStream {
    quote! {
        #[allow(
            // Thousands of layers take time, but only in proportion to their number.
            long_running_const_eval,
            // The user's arguments appear in generated code as they were written.
            unused_parens,
            unused_braces,
            // A path to the data of a network is written alike whether it has parameters or not.
            unused_qualifications,
            clippy::all,
            clippy::pedantic,
            clippy::restriction
        )]
    }
}
