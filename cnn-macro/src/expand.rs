//! The stages in their order.

use std::rc::Rc;

use cnn_core::lint::Lint;
use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, GenericParam};

use crate::docs::rows::Page;
use crate::editor::hover::Notes;
use crate::editor::mirror;
use crate::lower::layers::Flat;
use crate::lower::session::Session;
use crate::reader::Reader;
use crate::report::errors::Errors;
use crate::syntax::ast::{Body, Declaration, FunctionItem, Items, Network};
use crate::syntax::{nesting, parse};
use crate::value::eval;
use crate::value::expr::Expr;
use crate::value::scope::{Binding, Functions, Scope};
use crate::{check, docs, emit, lower};

/// Expands a declaration. Its first token is the path of the crate `cnn`, in brackets.
pub fn expand(tokens: TokenStream, reader: Reader) -> TokenStream {
    let mut tokens = tokens.into_iter();
    let krate = match tokens.next() {
        Some(TokenTree::Group(krate)) => krate.stream(),
        other => other.into_token_stream(),
    };
    let tokens: TokenStream = tokens.collect();

    let mut errors = Errors::default();
    if !nesting::depth(&tokens, &mut errors) {
        return errors.into_token_stream();
    }
    let declaration = parse::declaration(tokens, &mut errors);
    let expansion = Expansion { krate, reader, notes: Notes::default(), errors };
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
    notes: Notes<'a>,
    errors: Errors,
}

impl<'a> Expansion<'a> {
    fn inline(mut self, body: Option<&'a Body>) -> TokenStream {
        let scope = Scope::default();
        let mut session = Session::new(&[], &[], &mut self.errors);
        let flat = flatten(body, &[], &scope, &mut session, &mut self.errors);
        let checked = check::check(&flat, &mut self.errors);
        let errors = self.errors.to_token_stream();
        match self.reader {
            Reader::Compiler => {
                let valid = self.errors.is_empty();
                emit::inline(&self.krate, &flat, &checked, valid, &errors)
            }
            Reader::Editor => {
                self.notes.add(&flat, &Page::new(&flat, &checked, &scope).lines());
                let layers = body.map_or(&[][..], |body| &body.layers);
                let mirror = mirror::inline(&self.krate, layers, &self.notes);
                let before = quote!(#mirror #errors);
                emit::inline(&self.krate, &flat, &checked.settled(), false, &before)
            }
        }
    }

    fn items(mut self, declared: &'a Items) -> TokenStream {
        let Items { networks, blocks, functions } = declared;
        let mut session = Session::new(networks, blocks, &mut self.errors);
        let mut items = TokenStream::new();
        for FunctionItem { tokens, .. } in functions {
            let krate = &self.krate;
            items.extend(quote!(#krate::__private::function! { #tokens }));
        }
        let functions = known(functions);
        for network in networks {
            let cfgs: Vec<&Attribute> = network.cfgs().collect();
            if cfgs.is_empty() {
                items.extend(self.item(network, &functions, &mut session));
                continue;
            }
            // Its errors count where it does, and nobody else's are taken for reported.
            let others = std::mem::take(&mut self.errors);
            let mut apart = Session::new(networks, blocks, &mut Errors::default());
            items.extend(self.item(network, &functions, &mut apart));
            let own = std::mem::replace(&mut self.errors, others);
            if !own.is_empty() {
                items.extend(quote!(#(#cfgs)* const _: () = { #own };));
            }
            session.open_as(&apart);
        }
        session.check_unused(&mut self.errors);
        // Of several places where a word stands, editors complete it as in the first one.
        let mirror = match self.reader {
            Reader::Compiler => TokenStream::new(),
            Reader::Editor => mirror::items(&self.krate, declared, &self.notes),
        };
        let errors = &self.errors;
        quote!(#mirror #items #errors)
    }

    fn item(
        &mut self,
        network: &'a Network,
        functions: &Functions,
        session: &mut Session<'a>,
    ) -> TokenStream {
        let errors = &mut self.errors;
        let before = errors.len();
        session.current = network.name.to_string();
        let scope = scope(network, functions);
        let flat = flatten(network.body.as_ref(), &network.allowed, &scope, session, errors);
        let checked = check::check(&flat, errors);
        // Errors in one network leave the checks of the others as they are.
        let valid = network.body.is_some() && errors.len() == before;
        let page = Page::new(&flat, &checked, &scope);
        let docs = docs::docs(network, &flat, &checked, &page, valid, self.reader);
        let (krate, at) = (&self.krate, network.name.span());
        match self.reader {
            Reader::Compiler => emit::item(krate, network, &docs, &flat, &checked, valid, at),
            Reader::Editor => {
                self.notes.add(&flat, &page.lines());
                let (checked, at) = (checked.settled(), Span::call_site());
                emit::item(krate, network, &docs, &flat, &checked, false, at)
            }
        }
    }
}

/// The functions that the macro can evaluate. rustc reports a name that is given twice.
fn known(functions: &[FunctionItem]) -> Functions {
    let known = functions.iter().filter_map(|f| Some((f.name.to_string(), f.function.clone()?)));
    Rc::new(known.collect())
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
