//! The parameters of a network, as its struct and its `impl`s need them.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{GenericParam, Generics};

/// Whether a network has nothing but parameters whose defaults can be compared with.
pub fn has_defaults(generics: &Generics) -> bool {
    generics.params.iter().all(|param| match param {
        GenericParam::Const(param) => param.default.is_some(),
        GenericParam::Type(_) | GenericParam::Lifetime(_) => false,
    })
}

/// The parameters as arguments. Braces tell a const from a type with the same name.
pub fn ty_generics(generics: &Generics) -> TokenStream {
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

/// The fields that a struct needs for its types and lifetimes to be used.
pub fn phantom(generics: &Generics) -> Option<TokenStream> {
    let types = generics.type_params().map(|param| &param.ident);
    let lifetimes = generics.lifetimes().map(|param| &param.lifetime);
    let marked = generics.params.iter().any(|param| !matches!(param, GenericParam::Const(_)));
    marked.then(|| quote!((::core::marker::PhantomData<fn() -> (#(&#lifetimes (),)* #(#types,)*)>)))
}
