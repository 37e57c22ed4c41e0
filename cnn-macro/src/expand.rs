//! The stages in their order.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Attribute;

use crate::check::{self, unused};
use crate::lower::params;
use crate::lower::session::Session;
use crate::report::errors::Errors;
use crate::shown::{Page, Shown};
use crate::syntax::ast::{Body, Declaration, FunctionItem, Items, NetworkItem};
use crate::syntax::{nesting, parse};
use crate::value::scope::{Functions, Scope};
use crate::{emit, lower};

/// Expands a declaration. Its first token is the path of the crate `cnn`, in brackets.
pub fn expand(tokens: TokenStream, shown: Shown<'_>) -> TokenStream {
    let mut tokens = tokens.into_iter();
    let krate = match tokens.next() {
        Some(TokenTree::Group(krate)) => krate.stream(),
        other => other.into_token_stream(),
    };
    let tokens: TokenStream = tokens.collect();

    let mut errors = Errors::default();
    if !nesting::check(&tokens, &mut errors) {
        return errors.into_token_stream();
    }
    match &parse::declaration(tokens.clone(), &mut errors) {
        Ok(Declaration::Inline(body)) => Expansion { krate, shown, errors }.inline(body.as_ref()),
        Ok(Declaration::Items(items)) => Expansion { krate, shown, errors }.items(items),
        Err(condition) => emit::conditional(&krate, &tokens, condition),
    }
}

/// What becomes of a declaration.
struct Expansion<'a> {
    krate: TokenStream,
    /// What rustdoc and editors show of it.
    shown: Shown<'a>,
    errors: Errors,
}

impl<'a> Expansion<'a> {
    /// One network as an expression.
    fn inline(mut self, body: Option<&'a Body>) -> TokenStream {
        let params = Scope::default();
        let mut session = Session::new(&[], &[], &mut self.errors);
        let layers = lower::lower(body, "", &[], &params, &mut session, &mut self.errors);
        let valid = self.errors.is_empty();
        let checked = check::check(&layers, valid, &params, &mut self.errors);
        let errors = self.errors.to_token_stream();
        match self.shown.inline(&self.krate, body, &layers, &checked, &params) {
            None => emit::inline(&self.krate, &layers, &checked, &errors),
            Some(mirror) => {
                let before = quote!(#mirror #errors);
                emit::inline(&self.krate, &layers, &checked.settled(), &before)
            }
        }
    }

    /// Networks as items.
    fn items(mut self, declared: &'a Items) -> TokenStream {
        let Items { networks, blocks, functions } = declared;
        let mut session = Session::new(networks, blocks, &mut self.errors);
        let mut items = self.functions(functions);
        let functions = params::functions(functions);
        for network in networks {
            let cfgs: Vec<&Attribute> = network.cfgs().collect();
            if cfgs.is_empty() {
                items.extend(self.item(network, &functions, &mut session));
                continue;
            }
            // It may be configured out, and its errors with it. So they are kept apart, and what is wrong
            // in a block that it shares with other networks is reported for each.
            let others = std::mem::take(&mut self.errors);
            let mut apart = Session::new(networks, blocks, &mut Errors::default());
            items.extend(self.item(network, &functions, &mut apart));
            let own = std::mem::replace(&mut self.errors, others);
            if !own.is_empty() {
                items.extend(quote!(#(#cfgs)* const _: () = { #own };));
            }
            session.mark_used(&apart);
        }
        unused::check(&mut session, &mut self.errors);
        let mirror = self.shown.items(&self.krate, declared);
        let errors = &self.errors;
        quote!(#mirror #items #errors)
    }

    /// The functions of a declaration, for rustc.
    fn functions(&self, functions: &[FunctionItem]) -> TokenStream {
        let krate = &self.krate;
        let functions = functions
            .iter()
            .map(|FunctionItem { tokens, .. }| quote!(#krate::__private::function! { #tokens }));
        functions.collect()
    }

    /// One network as items.
    fn item(
        &mut self,
        network: &'a NetworkItem,
        functions: &Functions,
        session: &mut Session<'a>,
    ) -> TokenStream {
        let errors = &mut self.errors;
        let before = errors.len();
        let NetworkItem { name, generics, allowed, body, .. } = network;
        let params = params::scope(generics, functions);
        let layers =
            lower::lower(body.as_ref(), &name.to_string(), allowed, &params, session, errors);
        // Errors in one network leave the checks of the others as they are.
        let valid = body.is_some() && errors.len() == before;
        let checked = check::check(&layers, valid, &params, errors);
        match self.shown.item(network, &layers, &checked, &params) {
            Page::Compiler(docs) => {
                emit::item(&self.krate, network, &docs, &layers, &checked, name.span())
            }
            Page::Editor(docs) => {
                let (checked, at) = (checked.settled(), Span::call_site());
                emit::item(&self.krate, network, &docs, &layers, &checked, at)
            }
        }
    }
}
