//! The stages in their order.

use std::rc::Rc;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Attribute;

use crate::check::{self, names, unused};
use crate::lower::params;
use crate::lower::session::Session;
use crate::report::errors::Errors;
use crate::shown::{Page, Shown};
use crate::syntax::ast::{Body, ConstantItem, Declaration, FunctionItem, Items, NetworkItem};
use crate::syntax::{fragments, nesting, parse};
use crate::value::scope::{self, Scope};
use crate::{emit, lower};

/// Expands a declaration. Its first token is the path of the crate `cnn`, in brackets.
pub fn expand(tokens: TokenStream, shown: Shown<'_>) -> TokenStream {
    let mut tokens = tokens.into_iter();
    let krate = match tokens.next() {
        Some(TokenTree::Group(krate)) => krate.stream(),
        other => other.into_token_stream(),
    };
    let mut tokens: TokenStream = tokens.collect();

    let mut errors = Errors::default();
    let Some(look) = nesting::check(&tokens, &mut errors) else {
        return errors.into_token_stream();
    };
    if look.fragments {
        tokens = fragments::opened(tokens);
        // Without the groups around them, what stood in several may nest.
        if nesting::check(&tokens, &mut errors).is_none() {
            return errors.into_token_stream();
        }
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
        let mut checked = check::check(&layers, valid, &params, &mut self.errors);
        if let Some(body) = body.filter(|_| checked.valid) {
            checked.warnings.extend(names::in_network(&body.layers, &[]));
        }
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
        let Items { networks, blocks, functions, constants } = declared;
        let mut session = Session::new(networks, blocks, &mut self.errors);
        let mut items = self.others(functions, constants);
        let known = params::items(functions, constants);
        for network in networks {
            let cfgs: Vec<&Attribute> = network.cfgs().collect();
            if cfgs.is_empty() {
                items.extend(self.item(network, &known, &mut session));
                continue;
            }
            // It may be configured out, and its errors with it. So they are kept apart, and what is wrong
            // in a block that it shares with other networks is reported for each.
            let others = std::mem::take(&mut self.errors);
            let mut apart = Session::new(networks, blocks, &mut Errors::default());
            items.extend(self.item(network, &known, &mut apart));
            let own = std::mem::replace(&mut self.errors, others);
            if !own.is_empty() {
                items.extend(quote!(#(#cfgs)* const _: () = { #own };));
            }
            session.mark_used(&apart);
        }
        unused::check(&mut session, &mut self.errors);
        let mirror = self.shown.items(&self.krate, declared);
        // Warnings are for rustc, as those of networks are.
        if self.errors.is_empty() && mirror.is_empty() {
            items.extend(emit::warnings(&names::in_blocks(declared)));
        }
        let errors = &self.errors;
        quote!(#mirror #items #errors)
    }

    /// The functions and constants of a declaration, for rustc.
    fn others(&self, functions: &[FunctionItem], constants: &[ConstantItem]) -> TokenStream {
        let krate = &self.krate;
        let functions = functions.iter().map(|function| &function.tokens);
        let items = functions.chain(constants.iter().map(|constant| &constant.tokens));
        items.map(|tokens| quote!(#krate::__private::item! { #tokens })).collect()
    }

    /// One network as items.
    fn item(
        &mut self,
        network: &'a NetworkItem,
        items: &Rc<scope::Items>,
        session: &mut Session<'a>,
    ) -> TokenStream {
        let errors = &mut self.errors;
        let before = errors.len();
        let NetworkItem { name, generics, allowed, body, .. } = network;
        let params = params::scope(generics, items);
        let layers =
            lower::lower(body.as_ref(), &name.to_string(), allowed, &params, session, errors);
        // Errors in one network leave the checks of the others as they are.
        let valid = body.is_some() && errors.len() == before;
        let mut checked = check::check(&layers, valid, &params, errors);
        if let Some(body) = body.as_ref().filter(|_| checked.valid) {
            checked.warnings.extend(names::in_network(&body.layers, allowed));
        }
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
