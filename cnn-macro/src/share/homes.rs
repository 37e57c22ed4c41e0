//! Where blocks are from, and which names they know there.

use std::rc::Rc;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{format_ident, quote};

use crate::lower::params;
use crate::report::errors::Errors;
use crate::report::place::moved;
use crate::share::parcel::Parcel;
use crate::syntax::ast::{BlockItem, Call, Declaration, Items, UseItem};
use crate::syntax::parse;
use crate::value::scope::{self, Home, Scope};

/// The homes of what other `cnn!`s share with this one: each parcel is one. That of the declaration itself has the
/// number 0, and the others follow.
#[derive(Default)]
pub struct Homes {
    /// The names that the declaration itself imports from them.
    uses: Vec<Alias>,
    others: Vec<OtherHome>,
    /// How many blocks there are in all of them.
    blocks: usize,
}

/// A name for something from another home.
struct Alias {
    name: Ident,
    home: usize,
    /// Its name there.
    target: Ident,
    /// Its path, as Rust reads it.
    path: Vec<TokenTree>,
}

/// A parcel that has been opened.
struct OtherHome {
    /// All of it, as it came.
    parcel: TokenStream,
    items: Items,
    uses: Vec<Alias>,
    /// The number of its first block among those of all homes.
    first: usize,
    /// The names that its blocks know before their parameters.
    scope: Scope,
}

impl Homes {
    /// The homes of what has arrived for the `use`s of a declaration.
    pub fn new(uses: &[UseItem], parcels: Vec<Option<Parcel>>) -> Homes {
        let mut homes = Homes::default();
        for (UseItem { path, name, .. }, parcel) in uses.iter().zip(parcels) {
            if let Some(parcel) = parcel {
                let alias = homes.open(name, path.clone(), parcel);
                homes.uses.push(alias);
            }
        }
        homes
    }

    /// Opens a parcel that is called `name` where it is used, and whose names rustc finds at a path.
    fn open(&mut self, name: &Ident, path: Vec<TokenTree>, parcel: Parcel) -> Alias {
        let Parcel { tokens, name: target, items, uses } = parcel;
        let mut aliases = Vec::new();
        for (name, parcel) in uses {
            let below = below(&name);
            let path = quote!(#(#path)*::#below).into_iter().collect();
            aliases.push(self.open(&name, path, parcel));
        }
        let first = self.blocks;
        self.blocks += items.blocks.len();
        let number = self.others.len() + 1;
        let home = Home { number, module: Some(path.clone().into()) };
        let known = self.known(&aliases);
        let known = params::items(known, &items.functions, &items.constants, true);
        let scope = Scope::at(home, known);
        self.others.push(OtherHome { parcel: tokens, items, uses: aliases, first, scope });
        Alias { name: name.clone(), home: number, target, path }
    }

    /// The functions and constants that the declaration can evaluate.
    pub fn own_items(&self, items: &Items) -> Rc<scope::Items> {
        params::items(self.known(&self.uses), &items.functions, &items.constants, false)
    }

    /// The functions and constants from other homes, under the names that something has for them.
    fn known(&self, uses: &[Alias]) -> scope::Items {
        let mut known = scope::Items::default();
        for Alias { name, home, target, .. } in uses {
            let Some(other) = self.other(*home) else { continue };
            let others = other.scope.items();
            let is_known =
                |name: &str| others.function(name).is_some() || others.constant(name).is_some();
            // What a function uses is called by its own names, which may mean something else here.
            let apart = |name: &str| format!("__{home}_{name}");
            for (other, function) in others.functions() {
                let function = function.renamed(&|name| is_known(name).then(|| apart(name)));
                if target == other {
                    known.functions.insert(name.to_string(), function.clone());
                }
                known.functions.insert(apart(other), function);
            }
            for (other, constant) in &others.constants {
                if target == other {
                    known.constants.insert(name.to_string(), constant.clone());
                }
                known.constants.insert(apart(other), constant.clone());
            }
        }
        known
    }

    fn other(&self, home: usize) -> Option<&OtherHome> {
        self.others.get(home.checked_sub(1)?)
    }

    /// What a name stands for that something from another home has here: that home, and its name there.
    pub fn target(&self, name: &str, home: usize) -> Option<(usize, String)> {
        let uses = self.other(home).map_or(&self.uses, |other| &other.uses);
        let alias = uses.iter().find(|alias| alias.name == name)?;
        Some((alias.home, alias.target.to_string()))
    }

    /// A block in another home, by its name there.
    pub fn block(&self, name: &str, home: usize) -> Option<&BlockItem> {
        self.other(home)?.items.blocks.iter().find(|block| block.name == name)
    }

    /// Whether a name is that of a block from elsewhere whose parcel came without it.
    pub fn is_broken(&self, name: &str, home: usize) -> bool {
        let target = self.target(name, home);
        target.is_some_and(|(home, name)| {
            self.block(&name, home).is_none() && !self.has_value(&name, home)
        })
    }

    /// Whether a function or a constant of another home has a name.
    fn has_value(&self, name: &str, home: usize) -> bool {
        self.other(home).is_some_and(|OtherHome { items, .. }| {
            items.functions.iter().any(|function| function.name == name)
                || items.constants.iter().any(|constant| constant.name == name)
        })
    }

    /// The names that the blocks of another home know before their parameters.
    pub fn scope(&self, home: usize) -> Option<&Scope> {
        self.other(home).map(|other| &other.scope)
    }

    /// A block from another home, as if it stood where the call does.
    pub fn copy<'a>(
        &self,
        block: &BlockItem,
        home: usize,
        call: &'a Call,
        errors: &mut Errors,
    ) -> Option<&'a BlockItem> {
        let other = self.other(home)?;
        let index = other.items.blocks.iter().position(|other| std::ptr::eq(other, block))?;
        call.copies.get(other.first + index, self.blocks, || {
            let tokens = moved(block.tokens.iter().cloned().collect(), call.name.span());
            match parse::declaration(tokens, errors) {
                Ok(Declaration::Items(mut items)) => items.blocks.pop(),
                Ok(Declaration::Inline(_)) | Err(_) => None,
            }
        })
    }

    /// The names that the declaration has for what is from elsewhere, with the paths that it gives.
    pub fn uses(&self) -> impl Iterator<Item = (&Ident, &[TokenTree])> {
        self.uses.iter().map(|alias| (&alias.name, &alias.path[..]))
    }

    /// The item that arrived for a name of the declaration.
    pub fn parcel(&self, name: &Ident) -> Option<&TokenStream> {
        let alias = self.uses.iter().find(|alias| alias.name == *name)?;
        self.other(alias.home).map(|other| &other.parcel)
    }

    /// Whether a name of the declaration is that of a function or a constant from elsewhere.
    pub fn is_value(&self, name: &str) -> bool {
        self.target(name, 0).is_some_and(|(home, target)| self.has_value(&target, home))
    }
}

/// The module that has the names of a block from elsewhere, below that of a block which uses it.
pub fn below(name: &Ident) -> Ident {
    format_ident!("__used_{}", name)
}
