//! The stages in their order.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Attribute;

use crate::check::{self, unused};
use crate::emit::shared;
use crate::lower::params;
use crate::lower::session::Session;
use crate::report::errors::Errors;
use crate::share::follow::follow;
use crate::share::homes::Homes;
use crate::share::parcel::Parcel;
use crate::shown::{Page, Shown};
use crate::syntax::ast::{Declaration, FunctionItem, Inline, Items, NetworkItem, is_shared};
use crate::syntax::{nesting, parse};
use crate::value::scope::{Functions, Scope};
use crate::{emit, lower};

/// Expands a declaration. Its first token is the path of the crate `cnn`, in brackets.
pub fn expand(tokens: TokenStream, shown: Shown<'_>) -> TokenStream {
    let (krate, tokens) = split_first(tokens);
    let mut errors = Errors::default();
    if !nesting::check(&tokens, &mut errors) {
        return errors.into_token_stream();
    }
    let declaration = parse::declaration(tokens.clone(), &mut errors);
    match declaration.uses() {
        [] => Expansion { krate, shown, errors }.declaration(&declaration, &Homes::default()),
        uses => follow(&krate, uses, &tokens),
    }
}

/// Expands a declaration for which all has arrived that it has from others. Before what `expand` takes stand two
/// lists in brackets, an empty one and the parcels.
pub fn expand_with(tokens: TokenStream, shown: Shown<'_>) -> TokenStream {
    let mut errors = Errors::default();
    if !nesting::check(&tokens, &mut errors) {
        return errors.into_token_stream();
    }
    let (_, tokens) = split_first(tokens);
    let (parcels, tokens) = split_first(tokens);
    let (krate, tokens) = split_first(tokens);
    let parcels = Parcel::read_all(parcels, &mut errors);
    let declaration = parse::declaration(tokens, &mut errors);
    let homes = Homes::new(declaration.uses(), parcels);
    Expansion { krate, shown, errors }.declaration(&declaration, &homes)
}

/// What stands in the brackets at the beginning, and what follows them.
fn split_first(tokens: TokenStream) -> (TokenStream, TokenStream) {
    let mut tokens = tokens.into_iter();
    let first = match tokens.next() {
        Some(TokenTree::Group(group)) => group.stream(),
        other => other.into_token_stream(),
    };
    (first, tokens.collect())
}

/// What all networks of a declaration know.
struct Known {
    functions: Functions,
    /// The functions from elsewhere, for rustc.
    uses: TokenStream,
}

/// What becomes of a declaration.
struct Expansion<'a> {
    krate: TokenStream,
    /// What rustdoc and editors show of it.
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
        let params = Scope::new(homes.own_functions(items));
        let mut session = Session::new(items, homes, &mut self.errors);
        let layers = lower::lower(body.as_ref(), "", &[], &params, &mut session, &mut self.errors);
        let valid = self.errors.is_empty();
        let checked = check::check(&layers, valid, &params, &mut self.errors);
        let uses = shared::functions(homes);
        let errors = self.errors.to_token_stream();
        match self.shown.inline(&self.krate, body.as_ref(), homes, &layers, &checked, &params) {
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
        let mut items = self.functions(&declared.functions, homes);
        let known =
            Known { functions: homes.own_functions(declared), uses: shared::functions(homes) };
        for network in &declared.networks {
            let cfgs: Vec<&Attribute> = network.cfgs().collect();
            if cfgs.is_empty() {
                items.extend(self.item(network, &known, &mut session));
                continue;
            }
            // It may be configured out, and its errors with it. So they are kept apart, and what is wrong
            // in a block that it shares with other networks is reported for each.
            let others = std::mem::take(&mut self.errors);
            let mut apart = Session::new(declared, homes, &mut Errors::default());
            items.extend(self.item(network, &known, &mut apart));
            let own = std::mem::replace(&mut self.errors, others);
            if !own.is_empty() {
                items.extend(quote!(#(#cfgs)* const _: () = { #own };));
            }
            session.mark_used(&apart);
        }
        unused::check(&mut session, &mut self.errors);
        check::shared::check(declared, homes, &mut self.errors);
        let valid = self.errors.is_empty();
        for block in declared.blocks.iter().filter(|block| is_shared(&block.vis)) {
            let shown = self.shown.shared(&self.krate, block);
            items.extend(shared::block(&self.krate, block, declared, homes, valid, &shown));
        }
        for function in declared.functions.iter().filter(|function| is_shared(&function.vis)) {
            items.extend(shared::function(function, declared, homes, valid));
        }
        let mirror = self.shown.items(&self.krate, declared, homes);
        let errors = &self.errors;
        quote!(#mirror #items #errors)
    }

    /// The functions of a declaration, for rustc.
    fn functions(&self, functions: &[FunctionItem], homes: &Homes) -> TokenStream {
        let (krate, uses) = (&self.krate, shared::functions(homes));
        let functions = functions.iter().map(|function| {
            let FunctionItem { attrs, vis, name, signature, body, .. } = function;
            let mut all = Group::new(Delimiter::Brace, quote!(#uses).into_iter().chain(body.stream()).collect());
            all.set_span(body.span());
            quote!(#krate::__private::function! { #(#attrs)* #vis const fn #name #(#signature)* #all })
        });
        functions.collect()
    }

    /// One network as items.
    fn item(
        &mut self,
        network: &'a NetworkItem,
        known: &Known,
        session: &mut Session<'a>,
    ) -> TokenStream {
        let errors = &mut self.errors;
        let before = errors.len();
        let NetworkItem { name, generics, allowed, body, .. } = network;
        let params = params::scope(generics, &known.functions);
        let layers =
            lower::lower(body.as_ref(), &name.to_string(), allowed, &params, session, errors);
        // Errors in one network leave the checks of the others as they are.
        let valid = body.is_some() && errors.len() == before;
        let checked = check::check(&layers, valid, &params, errors);
        match self.shown.item(network, &layers, &checked, &params) {
            Page::Compiler(docs) => {
                emit::item(&self.krate, &known.uses, network, &docs, &layers, &checked, name.span())
            }
            Page::Editor(docs) => {
                let (checked, at) = (checked.settled(), Span::call_site());
                emit::item(&self.krate, &known.uses, network, &docs, &layers, &checked, at)
            }
        }
    }
}
