//! The tokens of a network: its data, its items, and the checks left to const evaluation.
//!
//! Everything stands in one anonymous `const`, in which the library is called `__cnn`. The user's
//! expressions keep their spans; so do the calls that report errors, which is what makes rustc
//! underline the user's tokens when const evaluation finds something wrong.

mod data;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt as _;
use syn::{GenericParam, Generics};

use crate::check::lints;
use crate::check::{Checked, Verdict};
use crate::emit::data::{Data, data};
use crate::lower::layers::{Flat, Header};
use crate::report::errors::Extent;
use crate::syntax::ast::Network;
use crate::syntax::budget::Limit;

/// A network as an expression of type `Summary`.
pub fn inline(
    krate: &TokenStream,
    flat: &Flat<'_>,
    checked: &Checked,
    valid: bool,
    errors: &TokenStream,
) -> TokenStream {
    let allow = allow();
    let Data { common, consts } = data("", &TokenStream::new(), flat, checked);
    let net = quote!(__NET);
    let checks = independent(&net, Span::call_site(), flat, checked, valid);
    let warnings = valid.then(|| lints::warnings(flat, checked));
    quote! {{
        #errors
        #warnings
        #allow
        const __SUMMARY: #krate::Summary = {
            use #krate::__private as __cnn;
            #common
            #consts
            #checks
            __NET.summary()
        };
        __SUMMARY
    }}
}

/// A network as items, with what belongs to none of its words at the place `at`: a unit struct, its constants, and its implementation of `Network`.
pub fn item(
    krate: &TokenStream,
    network: &Network,
    docs: &TokenStream,
    flat: &Flat<'_>,
    checked: &Checked,
    valid: bool,
    at: Span,
) -> TokenStream {
    let Network { attrs, vis, name, generics, .. } = network;
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    let ty_generics = ty_generics(generics);
    let cfgs = network.cfgs();
    let deprecated = attrs.iter().any(|attr| attr.path().is_ident("deprecated"));
    // What is made of it is not a use of it.
    let deprecated = deprecated.then(|| quote!(#[allow(deprecated)]));
    let allow = allow();
    let text = name.unraw().to_string();
    // Where something is wrong with an instance, rustc notes that it was met at each of these.
    let at_name = |tokens| respan(tokens, at.into());
    let graph_const = at_name(quote!(Self::GRAPH));
    let summary_const = at_name(quote!(Self::SUMMARY));
    let input = at_name(quote!(Self::GRAPH.input));
    let output = at_name(quote!(Self::GRAPH.output));
    let params = at_name(quote!(Self::SUMMARY.params));
    let arena = |dtype| quote!(__cnn::arena(&#graph_const, __cnn::DType::#dtype));
    let [f32, f16, i8] = [quote!(F32), quote!(F16), quote!(I8)].map(arena);

    // After an error the network is not the one that was meant.
    let limits = if valid { &network.limits[..] } else { &[] };
    let mosts = limits.iter().enumerate().map(|(index, limit)| {
        let (name, most) = (limit_name(index), limit.most());
        quote!(const #name: ::core::primitive::u64 = #most;)
    });
    let mosts: TokenStream = mosts.collect();

    let mut data;
    let (checks, graph, summary);
    if generics.params.is_empty() {
        data = self::data(&text, &TokenStream::new(), flat, checked);
        let net = quote!(__NET);
        let within = within(&net, limits);
        let independent = independent(&net, at, flat, checked, valid);
        checks = Some(quote!(#independent #(const _: () = #within;)*));
        graph = quote!(__NET.graph());
        summary = quote!(__NET.summary());
    } else {
        // Constants outside of an `impl` cannot depend on generics.
        data = self::data(&text, &quote!(Self::), flat, checked);
        let consts = data.consts;
        data.consts = quote!(impl #impl_generics #name #ty_generics #where_clause { #consts });
        let net = quote!(<#name>::__NET);
        let own_checks = has_defaults(generics);
        checks = own_checks.then(|| {
            let within = within(&net, limits);
            let independent = independent(&net, at, flat, checked, valid);
            quote!(#independent #(const _: () = #within;)*)
        });
        let instance = instance(generics, flat, checked, limits);
        graph = quote!({ #instance Self::__NET.graph() });
        summary = at_name(quote!({
            let _ = Self::GRAPH;
            Self::__NET.summary()
        }));
    }
    let Data { common, consts } = data;
    let phantom = phantom(generics);
    let warnings = valid.then(|| lints::warnings(flat, checked)).filter(|w| !w.is_empty());
    let warnings = warnings.map(|warnings| {
        let cfgs = network.cfgs();
        quote!(#(#cfgs)* const _: () = { #warnings };)
    });
    quote! {
        #(#attrs)*
        #docs
        #vis struct #name #generics #phantom #where_clause;

        #warnings

        #(#cfgs)*
        #allow
        #deprecated
        const _: () = {
            use #krate::__private as __cnn;
            #common
            #mosts
            #consts
            #checks
            impl #impl_generics __cnn::Network for #name #ty_generics #where_clause {
                const GRAPH: __cnn::Graph = #graph_const;
                const SUMMARY: __cnn::Summary = #summary_const;
            }
            impl #impl_generics #name #ty_generics #where_clause {
                /// The network as data: what engines and exporters read.
                pub const GRAPH: __cnn::Graph = #graph;
                /// What the network amounts to, layer by layer and in total.
                pub const SUMMARY: __cnn::Summary = #summary;
                /// The shape of the input, for one sample.
                pub const INPUT: __cnn::Shape = #input;
                /// The shape of the output, for one sample.
                pub const OUTPUT: __cnn::Shape = #output;
                /// The number of parameters.
                pub const PARAMS: ::core::primitive::u64 = #params;
                /// The bytes of memory for all values at inference, each of them an `f32`.
                pub const ARENA_F32: ::core::primitive::usize = #f32;
                /// The bytes of memory for all values at inference, each of them an `f16`.
                pub const ARENA_F16: ::core::primitive::usize = #f16;
                /// The bytes of memory for all values at inference, each of them an `i8`.
                pub const ARENA_I8: ::core::primitive::usize = #i8;
            }
        };
    }
}

/// Lints that generated code may trip over.
fn allow() -> TokenStream {
    quote! {
        #[allow(
            // Thousands of layers take time, but only in proportion to their number.
            long_running_const_eval,
            // The user's arguments stand in generated code as they were written.
            unused_parens,
            unused_braces,
            clippy::all,
            clippy::pedantic,
            clippy::restriction
        )]
    }
}

/// The checks of what the macro does not know, each in a constant of its own: an error in one of
/// them does not hide the others.
fn independent(
    net: &TokenStream,
    whole: Span,
    flat: &Flat<'_>,
    checked: &Checked,
    valid: bool,
) -> TokenStream {
    let checks = checks(net, flat, checked, |verdict| verdict.unknown);
    let others = (0..flat.layers.len()).filter(|layer| checked.layers[*layer].unknown);
    let verify = quote!(#net.verify(&[#(#others),*]));
    // After an error the network is not the one that was meant.
    let verify = valid.then(|| respan(verify, whole.into()));
    let verify = verify.into_iter();
    quote! {
        #(const _: () = #checks;)*
        #(const _: () = #verify;)*
    }
}

/// The checks of one instance of a generic network.
fn instance(
    generics: &Generics,
    flat: &Flat<'_>,
    checked: &Checked,
    limits: &[Limit],
) -> TokenStream {
    let net = quote!(Self::__NET);
    let mut checks = checks(&net, flat, checked, |verdict| verdict.unknown || verdict.generic);
    checks.extend(within(&net, limits));
    if !has_defaults(generics) {
        return quote!(#(#checks;)*);
    }
    // The defaults are checked on their own.
    let params = generics.const_params().map(|param| &param.ident);
    let defaults = generics.const_params().filter_map(|param| Some(&param.default.as_ref()?.1));
    quote!(if #(#params != #defaults)||* { #(#checks;)* })
}

/// Expressions that fail, at the user's limits, where a network exceeds them.
fn within(net: &TokenStream, limits: &[Limit]) -> Vec<TokenStream> {
    let limits = limits.iter().enumerate().map(|(index, limit)| {
        let (name, metric) = (limit_name(index), limit.metric());
        // The arguments are not the user's: lints would look at their paths.
        let mut arguments = Group::new(Delimiter::Parenthesis, quote!(#metric, #name));
        arguments.set_span(limit.extent.end);
        let check = respan(quote!(#net.check_limit), limit.extent.start.into());
        quote!(#check #arguments)
    });
    limits.collect()
}

/// The constant of a limit.
fn limit_name(index: usize) -> Ident {
    format_ident!("__LIMIT_{index}")
}

/// Whether a network has nothing but parameters whose defaults can be compared with.
fn has_defaults(generics: &Generics) -> bool {
    generics.params.iter().all(|param| match param {
        GenericParam::Const(param) => param.default.is_some(),
        GenericParam::Type(_) | GenericParam::Lifetime(_) => false,
    })
}

/// The parameters as arguments. Braces tell a const from a type with the same name.
fn ty_generics(generics: &Generics) -> TokenStream {
    let args = generics.params.iter().map(|param| match param {
        GenericParam::Const(param) => {
            let name = &param.ident;
            quote!({ #name })
        }
        GenericParam::Type(param) => param.ident.to_token_stream(),
        GenericParam::Lifetime(param) => param.lifetime.to_token_stream(),
    });
    quote!(<#(#args),*>)
}

/// What a struct has to contain for its types and lifetimes to be used.
fn phantom(generics: &Generics) -> Option<TokenStream> {
    let types = generics.type_params().map(|param| &param.ident);
    let lifetimes = generics.lifetimes().map(|param| &param.lifetime);
    let marked = generics.params.iter().any(|param| !matches!(param, GenericParam::Const(_)));
    marked.then(|| quote!((::core::marker::PhantomData<fn() -> (#(&#lifetimes (),)* #(#types,)*)>)))
}

/// Expressions that fail, at the user's tokens, where something is wrong that `open` selects.
fn checks(
    net: &TokenStream,
    flat: &Flat<'_>,
    checked: &Checked,
    open: impl Fn(Verdict) -> bool,
) -> Vec<TokenStream> {
    let mut checks = Vec::new();
    if open(checked.input) {
        header(&quote!(#net.check_input), &flat.input, &mut checks);
    }
    for layers in flat.by_call() {
        let open: Vec<usize> = layers.into_iter().filter(|l| open(checked.layers[*l])).collect();
        if let Some(first) = open.first() {
            let bound = &flat.layers[*first].call.bound;
            let check = |place| quote!(#net.check(&[#(#open),*], #place));
            each(check, bound.extent, bound.extents.iter().copied(), &mut checks);
        }
    }
    if let Some(output) = &flat.output
        && open(checked.output)
    {
        header(&quote!(#net.check_output), output, &mut checks);
    }
    checks
}

fn header(check: &TokenStream, header: &Header, checks: &mut Vec<TokenStream>) {
    let whole = Extent::from(header.span);
    let sizes = header.sizes.iter();
    let extents = sizes.map(|size| size.as_ref().map_or(whole, |size| size.extent));
    each(|axis| quote!(#check(#axis)), whole, extents, checks);
}

/// A check of something as a whole, and one of each of its values.
fn each(
    check: impl Fn(TokenStream) -> TokenStream,
    whole: Extent,
    values: impl Iterator<Item = Extent>,
    checks: &mut Vec<TokenStream>,
) {
    checks.push(respan(check(quote!(::core::option::Option::None)), whole));
    for (index, extent) in values.enumerate() {
        checks.push(respan(check(quote!(::core::option::Option::Some(#index))), extent));
    }
}

/// The same tokens at another place: an error in the expression they form underlines that place.
fn respan(tokens: TokenStream, extent: Extent) -> TokenStream {
    let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let last = tokens.len().saturating_sub(1);
    for (index, token) in tokens.iter_mut().enumerate() {
        if let TokenTree::Group(group) = token {
            *group = Group::new(group.delimiter(), respan(group.stream(), extent));
        }
        token.set_span(if index == last { extent.end } else { extent.start });
    }
    tokens.into_iter().collect()
}
