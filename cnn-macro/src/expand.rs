//! The stages in their order.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::Attribute;

use crate::check::{self, unused};
use crate::docs::layer_formulas::LayerFormulas;
use crate::docs::rows::rows;
use crate::editor::hover::Hovers;
use crate::editor::mirror;
use crate::lower::params;
use crate::lower::session::Session;
use crate::reader::Reader;
use crate::report::errors::Errors;
use crate::syntax::ast::{Body, Declaration, FunctionItem, Items, NetworkItem};
use crate::syntax::{nesting, parse};
use crate::value::scope::{Functions, Scope};
use crate::{docs, emit, lower};

/// Expands a declaration. Its first token is the path of the crate `cnn`, in brackets.
pub fn expand(tokens: TokenStream, reader: Reader) -> TokenStream {
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
    let declaration = parse::declaration(tokens, &mut errors);
    let expansion = Expansion { krate, reader, hovers: Hovers::default(), errors };
    match declaration {
        Declaration::Inline(body) => expansion.inline(body.as_ref()),
        Declaration::Items(items) => expansion.items(&items),
    }
}

/// What becomes of a declaration.
struct Expansion<'a> {
    krate: TokenStream,
    reader: Reader,
    /// For editors.
    hovers: Hovers<'a>,
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
        match self.reader {
            Reader::Compiler | Reader::Documentation => {
                emit::inline(&self.krate, &layers, &checked, &errors)
            }
            Reader::Editor => {
                self.hovers.add(&layers, &rows(&LayerFormulas::new(&layers, &checked, &params)));
                let statements = body.map_or(&[][..], |body| &body.layers);
                let mirror = mirror::inline(&self.krate, statements, &self.hovers);
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
        // Of several places where a word stands, editors complete it as in the first one.
        let mirror = match self.reader {
            Reader::Compiler | Reader::Documentation => TokenStream::new(),
            Reader::Editor => mirror::items(&self.krate, declared, &self.hovers),
        };
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
        let krate = &self.krate;
        if self.reader == Reader::Compiler {
            let title = docs::title(network, &layers);
            return emit::item(krate, network, &title, &layers, &checked, name.span());
        }
        let formulas = LayerFormulas::new(&layers, &checked, &params);
        let page = docs::page(network, &layers, &checked, &formulas, self.reader);
        if self.reader == Reader::Documentation {
            return emit::item(krate, network, &page, &layers, &checked, name.span());
        }
        self.hovers.add(&layers, &rows(&formulas));
        let (checked, at) = (checked.settled(), Span::call_site());
        emit::item(krate, network, &page, &layers, &checked, at)
    }
}
