//! The stages in their order.

use std::rc::Rc;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Attribute;

use crate::check::{self, names, unused};
use crate::emit::shared;
use crate::lower::params;
use crate::lower::session::Session;
use crate::report::errors::Errors;
use crate::share::follow::follow;
use crate::share::homes::Homes;
use crate::share::parcel::Parcel;
use crate::shown::{Page, Shown};
use crate::syntax::ast::{
    ConstantItem, Declaration, FunctionItem, Inline, Items, NetworkItem, is_shared,
};
use crate::syntax::{fragments, nesting, parse};
use crate::value::scope::{self, Scope};
use crate::weights::weights;
use crate::{emit, lower};

/// Expands a declaration. Its first token is the path of the crate `cnn`, in brackets.
pub fn expand(tokens: TokenStream, shown: Shown<'_>) -> TokenStream {
    let (krate, tokens) = split_first(tokens);
    let mut errors = Errors::default();
    let Some(tokens) = opened(tokens, &mut errors) else { return errors.into_token_stream() };
    match &parse::declaration(tokens.clone(), &mut errors) {
        Err(condition) => emit::conditional(&krate, &tokens, condition),
        Ok(declaration) if declaration.uses().is_empty() => {
            Expansion { krate, shown, errors }.declaration(declaration, &Homes::default())
        }
        Ok(declaration) => follow(&krate, declaration.uses(), &tokens),
    }
}

/// Expands a declaration after everything that it uses from others has arrived. The input of `expand` follows two lists
/// in brackets, an empty one and the parcels.
pub fn expand_with(tokens: TokenStream, shown: Shown<'_>) -> TokenStream {
    let mut errors = Errors::default();
    let Some(tokens) = opened(tokens, &mut errors) else { return errors.into_token_stream() };
    let (_, tokens) = split_first(tokens);
    let (parcels, tokens) = split_first(tokens);
    let (krate, tokens) = split_first(tokens);
    let parcels = Parcel::read_all(parcels, &mut errors);
    match &parse::declaration(tokens.clone(), &mut errors) {
        Err(condition) => emit::conditional(&krate, &tokens, condition),
        Ok(declaration) => {
            let homes = Homes::new(declaration.uses(), parcels);
            Expansion { krate, shown, errors }.declaration(declaration, &homes)
        }
    }
}

/// Tokens that nest no deeper than can be read, without the groups around what `macro_rules!` macros hand on. `None`
/// after an error.
fn opened(tokens: TokenStream, errors: &mut Errors) -> Option<TokenStream> {
    let look = nesting::check(&tokens, errors)?;
    if !look.fragments {
        return Some(tokens);
    }
    let tokens = fragments::opened(tokens);
    // Without the groups around them, what stood in several may nest.
    nesting::check(&tokens, errors).map(|_| tokens)
}

/// The content of the brackets at the beginning, and the tokens after them.
fn split_first(tokens: TokenStream) -> (TokenStream, TokenStream) {
    let mut tokens = tokens.into_iter();
    let first = match tokens.next() {
        Some(TokenTree::Group(group)) => group.stream(),
        other => other.into_token_stream(),
    };
    (first, tokens.collect())
}

/// The names that all networks of a declaration know.
struct Known {
    items: Rc<scope::Items>,
    /// The functions and constants from elsewhere, for rustc.
    uses: TokenStream,
}

/// The results of a declaration.
struct Expansion<'a> {
    krate: TokenStream,
    /// Its pages and hovers.
    shown: Shown<'a>,
    errors: Errors,
}

impl<'a> Expansion<'a> {
    fn declaration(self, declaration: &'a Declaration, homes: &'a Homes) -> TokenStream {
        match declaration {
            Declaration::Inline(inline) => self.inline(inline, homes),
            Declaration::Items(items) => self.items(items, homes),
        }
    }

    /// One network as an expression.
    fn inline(mut self, Inline { items, body }: &'a Inline, homes: &'a Homes) -> TokenStream {
        let body = body.as_ref();
        let params = Scope::new(homes.own_items(items));
        let mut session = Session::new(items, homes, &mut self.errors);
        let layers = lower::lower(body, "", &[], &params, &mut session, &mut self.errors);
        let valid = self.errors.is_empty();
        let mut checked = check::check(&layers, valid, &params, &mut self.errors);
        if let Some(body) = body.filter(|_| checked.valid) {
            checked.warnings.extend(names::in_network(&body.layers, &[]));
        }
        let uses = shared::values(homes);
        let errors = self.errors.to_token_stream();
        match self.shown.inline(&self.krate, body, homes, &layers, &checked, &params) {
            None => emit::inline(&self.krate, &uses, &layers, &checked, &errors),
            Some(mirror) => {
                let before = quote!(#mirror #errors);
                emit::inline(&self.krate, &uses, &layers, &checked.settled(), &before)
            }
        }
    }

    /// Networks as items.
    fn items(mut self, declared: &'a Items, homes: &'a Homes) -> TokenStream {
        let mut session = Session::new(declared, homes, &mut self.errors);
        let known = Known { items: homes.own_items(declared), uses: shared::values(homes) };
        let mut items = self.values(declared, &known.uses);
        for network in &declared.networks {
            let cfgs: Vec<&Attribute> = network.cfgs().collect();
            if cfgs.is_empty() {
                items.extend(self.item(network, declared, &known, &mut session));
                continue;
            }
            // It may be configured out, and its errors with it. So they are kept apart, and what is wrong
            // in a block that it shares with other networks is reported for each.
            let others = std::mem::take(&mut self.errors);
            let mut apart = Session::new(declared, homes, &mut Errors::default());
            items.extend(self.item(network, declared, &known, &mut apart));
            let own = std::mem::replace(&mut self.errors, others);
            if !own.is_empty() {
                items.extend(quote!(#(#cfgs)* const _: () = { #own };));
            }
            session.mark_used(&apart);
        }
        unused::check(&mut session, &mut self.errors);
        check::shared::check(declared, homes, &mut self.errors);
        items.extend(self.shared(declared, homes));
        let mirror = self.shown.items(&self.krate, declared, homes);
        // Warnings are for rustc, as those of networks are.
        if self.errors.is_empty() && mirror.is_empty() {
            items.extend(emit::warnings(&names::in_blocks(declared)));
        }
        let errors = &self.errors;
        quote!(#mirror #items #errors)
    }

    /// The items that others can import from a declaration.
    fn shared(&self, declared: &Items, homes: &Homes) -> TokenStream {
        let valid = self.errors.is_empty();
        let mut items = TokenStream::new();
        for block in declared.blocks.iter().filter(|block| is_shared(&block.vis)) {
            let shown = self.shown.shared(&self.krate, block);
            items.extend(shared::block(&self.krate, block, declared, homes, valid, &shown));
        }
        let functions = declared.functions.iter().map(|function| (&function.name, &function.vis));
        let constants = declared.constants.iter().map(|constant| (&constant.name, &constant.vis));
        for (name, vis) in functions.chain(constants).filter(|(_, vis)| is_shared(vis)) {
            items.extend(shared::value(name, vis, declared, homes, valid));
        }
        items
    }

    /// The functions and constants of a declaration, for rustc. `uses` are those from elsewhere.
    fn values(&self, declared: &Items, uses: &TokenStream) -> TokenStream {
        let krate = &self.krate;
        let functions = declared.functions.iter().map(|function| {
            let FunctionItem { attrs, vis, name, signature, readable, .. } = function;
            let inner = uses.clone().into_iter().chain(readable.stream()).collect();
            let mut body = Group::new(Delimiter::Brace, inner);
            body.set_span(readable.span());
            quote!(#(#attrs)* #vis const fn #name #(#signature)* #body)
        });
        let constants = declared.constants.iter().map(|constant| {
            let ConstantItem { attrs, vis, name, ty, value, .. } = constant;
            match uses.is_empty() {
                true => quote!(#(#attrs)* #vis const #name: #(#ty)* = #value;),
                false => quote!(#(#attrs)* #vis const #name: #(#ty)* = { #uses #value };),
            }
        });
        let items = functions.chain(constants);
        items.map(|item| quote!(#krate::__private::item! { #item })).collect()
    }

    /// One network as items.
    fn item(
        &mut self,
        network: &'a NetworkItem,
        declared: &Items,
        known: &Known,
        session: &mut Session<'a>,
    ) -> TokenStream {
        let errors = &mut self.errors;
        let before = errors.len();
        let NetworkItem { name, generics, allowed, body, .. } = network;
        let params = params::scope(generics, &known.items);
        let layers =
            lower::lower(body.as_ref(), &name.to_string(), allowed, &params, session, errors);
        // Errors in one network leave the checks of the others as they are.
        let valid = body.is_some() && errors.len() == before;
        let mut checked = check::check(&layers, valid, &params, errors);
        if let Some(body) = body.as_ref().filter(|_| checked.valid) {
            checked.warnings.extend(names::in_network(&body.layers, allowed));
        }
        let weights = weights(network, &layers, &checked, errors);
        let (docs, checked) = match self.shown.item(network, declared, &layers, &checked, &params) {
            Page::Compiler(docs) => (docs, checked),
            Page::Editor(docs) => (docs, checked.settled()),
        };
        let item = emit::Item { network, docs, weights };
        emit::item(&self.krate, &known.uses, item, &layers, &checked)
    }
}
