//! Without the feature `pages`, rustdoc and editors show nothing more than rustc needs.

use std::marker::PhantomData;

use proc_macro2::TokenStream;

use crate::check::Checked;
use crate::emit::documentation::Documentation;
use crate::lower::layers::Layers;
use crate::share::homes::Homes;
use crate::syntax::ast::{BlockItem, Body, Items, NetworkItem};
use crate::value::scope::Scope;

/// The pages and hovers of a declaration: none.
#[derive(Default)]
pub struct Shown<'a>(PhantomData<&'a ()>);

/// The documentation of a network.
pub enum Page {
    Compiler(Documentation),
    Editor(Documentation),
}

impl<'a> Shown<'a> {
    pub fn of_this_process() -> Shown<'a> {
        Shown::default()
    }

    pub fn inline(
        &mut self,
        _: &TokenStream,
        _: Option<&'a Body>,
        _: &Homes,
        _: &Layers<'a>,
        _: &Checked,
        _: &Scope,
    ) -> Option<TokenStream> {
        None
    }

    pub fn items(&self, _: &TokenStream, _: &Items, _: &Homes) -> TokenStream {
        TokenStream::new()
    }

    pub fn shared(&self, _: &TokenStream, _: &BlockItem) -> TokenStream {
        TokenStream::new()
    }

    pub fn item(
        &mut self,
        network: &'a NetworkItem,
        _: &Items,
        layers: &Layers<'a>,
        _: &Checked,
        _: &Scope,
    ) -> Page {
        Page::Compiler(Documentation::title(network, layers))
    }
}
