//! The pages and hovers of a declaration, which rustc does not need.

use proc_macro2::TokenStream;

use crate::check::Checked;
use crate::docs;
use crate::docs::layer_formulas::LayerFormulas;
use crate::docs::rows::rows;
use crate::editor::hover::Hovers;
use crate::editor::mirror;
use crate::emit::documentation::Documentation;
use crate::lower::layers::Layers;
use crate::reader::Reader;
use crate::share::homes::Homes;
use crate::syntax::ast::{BlockItem, Body, Items, NetworkItem};
use crate::value::scope::Scope;

/// The pages and hovers of a declaration.
pub struct Shown<'a> {
    reader: Reader,
    /// For editors.
    hovers: Hovers<'a>,
}

/// The documentation of a network, and for whom the network is emitted.
pub enum Page {
    Compiler(Documentation),
    /// An editor shows errors itself, and follows each word.
    Editor(Documentation),
}

impl<'a> Shown<'a> {
    /// For whoever reads what this process expands.
    pub fn of_this_process() -> Shown<'a> {
        Shown::new(Reader::of_this_process())
    }

    pub fn new(reader: Reader) -> Shown<'a> {
        Shown { reader, hovers: Hovers::default() }
    }

    /// The code for editors of a network as an expression.
    pub fn inline(
        &mut self,
        krate: &TokenStream,
        body: Option<&'a Body>,
        homes: &Homes,
        layers: &Layers<'a>,
        checked: &Checked,
        params: &Scope,
    ) -> Option<TokenStream> {
        if self.reader != Reader::Editor {
            return None;
        }
        self.hovers.add(layers, &rows(&LayerFormulas::new(layers, checked, params)));
        let statements = body.map_or(&[][..], |body| &body.layers);
        Some(mirror::inline(krate, statements, homes, &self.hovers))
    }

    /// What editors read of networks as items, once all of them are there: of several places where a word
    /// is, editors complete it as in the first one.
    pub fn items(&self, krate: &TokenStream, declared: &Items, homes: &Homes) -> TokenStream {
        match self.reader {
            Reader::Compiler | Reader::Documentation => TokenStream::new(),
            Reader::Editor => mirror::items(krate, declared, homes, &self.hovers),
        }
    }

    /// The code for editors of a block that other `cnn!`s use.
    pub fn shared(&self, krate: &TokenStream, block: &BlockItem) -> TokenStream {
        match self.reader {
            Reader::Compiler | Reader::Documentation => TokenStream::new(),
            Reader::Editor => mirror::shared(krate, block),
        }
    }

    /// The page of a network.
    pub fn item(
        &mut self,
        network: &'a NetworkItem,
        declared: &Items,
        layers: &Layers<'a>,
        checked: &Checked,
        params: &Scope,
    ) -> Page {
        if self.reader == Reader::Compiler {
            return Page::Compiler(Documentation::title(network, layers));
        }
        let formulas = LayerFormulas::new(layers, checked, params);
        let page = docs::page(network, declared, layers, checked, &formulas, self.reader);
        if self.reader == Reader::Documentation {
            return Page::Compiler(page);
        }
        self.hovers.add(layers, &rows(&formulas));
        Page::Editor(page)
    }
}
