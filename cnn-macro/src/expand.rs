//! The stages in their order.

use std::rc::Rc;

use cnn_core::lint::Lint;
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, GenericParam};

use crate::ast::{Body, Declaration, FunctionItem, Items, Network};
use crate::errors::Errors;
use crate::eval;
use crate::expr::Expr;
use crate::flat::Flat;
use crate::scope::{Binding, Functions, Scope};
use crate::session::Session;
use crate::{check, docs, emit, guard, lower, parse};

/// Expands a declaration. Its first token is the path of the crate `cnn`, in brackets.
pub fn expand(tokens: TokenStream) -> TokenStream {
    let mut tokens = tokens.into_iter();
    let krate = match tokens.next() {
        Some(TokenTree::Group(krate)) => krate.stream(),
        other => other.into_token_stream(),
    };
    let tokens: TokenStream = tokens.collect();

    let mut errors = Errors::default();
    if !guard::depth(&tokens, &mut errors) {
        return errors.into_token_stream();
    }
    match parse::declaration(tokens, &mut errors) {
        Declaration::Inline(body) => {
            let scope = Scope::default();
            let mut session = Session::new(&[], &[], &mut errors);
            let flat = flatten(body.as_ref(), &[], &scope, &mut session, &mut errors);
            let checked = check::check(&flat, &mut errors);
            emit::inline(&krate, &flat, &checked, &errors)
        }
        Declaration::Items(Items { networks, blocks, functions }) => {
            let mut session = Session::new(&networks, &blocks, &mut errors);
            let mut items = TokenStream::new();
            for FunctionItem { tokens, .. } in &functions {
                items.extend(quote!(#krate::__private::function! { #tokens }));
            }
            let functions = known(functions);
            for network in &networks {
                let cfgs: Vec<&Attribute> = network.cfgs().collect();
                if cfgs.is_empty() {
                    items.extend(item(&krate, network, &functions, &mut session, &mut errors));
                    continue;
                }
                // Its errors count where it does, and nobody else's are taken for reported.
                let mut own = Errors::default();
                let mut apart = Session::new(&networks, &blocks, &mut Errors::default());
                items.extend(item(&krate, network, &functions, &mut apart, &mut own));
                if !own.is_empty() {
                    items.extend(quote!(#(#cfgs)* const _: () = { #own };));
                }
                session.open_as(&apart);
            }
            session.check_unused(&mut errors);
            errors.to_tokens(&mut items);
            items
        }
    }
}

/// The functions that the macro can evaluate. rustc reports a name that is given twice.
fn known(functions: Vec<FunctionItem>) -> Functions {
    let known = functions.into_iter().filter_map(|f| Some((f.name.to_string(), f.function?)));
    Rc::new(known.collect())
}

fn item<'a>(
    krate: &TokenStream,
    network: &'a Network,
    functions: &Functions,
    session: &mut Session<'a>,
    errors: &mut Errors,
) -> TokenStream {
    let before = errors.len();
    session.current = network.name.to_string();
    let scope = scope(network, functions);
    let flat = flatten(network.body.as_ref(), &network.allowed, &scope, session, errors);
    let checked = check::check(&flat, errors);
    // Errors in one network leave the checks of the others as they are.
    let valid = network.body.is_some() && errors.len() == before;
    let docs = docs::docs(network, &flat, &checked, &scope, valid);
    emit::item(krate, network, &docs, &flat, &checked, valid)
}

/// The layers of a network; none if its body could not be read.
fn flatten<'a>(
    body: Option<&'a Body>,
    allowed: &[Lint],
    scope: &Scope,
    session: &mut Session<'a>,
    errors: &mut Errors,
) -> Flat<'a> {
    match body {
        Some(body) => {
            let flat = lower::lower(body, allowed, scope, session, errors);
            if !flat.complete && errors.is_empty() {
                // Whatever made it incomplete should have been reported.
                errors.push(body.input.span, "this network could not be read");
            }
            flat
        }
        None => Flat::unreadable(),
    }
}

/// The parameters of a network, with the values of their defaults.
fn scope(network: &Network, functions: &Functions) -> Scope {
    let mut scope = Scope::new(functions.clone());
    for param in &network.generics.params {
        let (name, default) = match param {
            GenericParam::Const(param) => {
                (&param.ident, param.default.as_ref().map(|(_, default)| default))
            }
            GenericParam::Type(param) => {
                scope.bind(param.ident.to_string(), Binding::Type);
                continue;
            }
            GenericParam::Lifetime(_) => continue,
        };
        let default = default.and_then(|d| Expr::new(d.to_token_stream().into_iter().collect()));
        let value = default.and_then(|default| eval::evaluate_any(&default, &scope).ok());
        scope.bind(name.to_string(), Binding::Parameter(value));
    }
    scope
}
