//! Where blocks are from, and which names they know there.

use std::collections::HashMap;
use std::rc::Rc;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{format_ident, quote};

use crate::report::errors::Errors;
use crate::report::place::moved;
use crate::share::parcel::Parcel;
use crate::syntax::ast::{BlockItem, Call, Declaration, Items, UseItem};
use crate::syntax::parse;
use crate::value::scope::{Functions, Home, Scope};

/// The homes of what other `cnn!`s share with this one: each parcel is one. That of the declaration itself has the
/// number 0, and the others follow.
#[derive(Default)]
pub struct Homes {
    /// What the declaration itself has from them.
    uses: Vec<Alias>,
    others: Vec<OtherHome>,
    /// How many blocks there are in all of them.
    blocks: usize,
}

/// A name for something from another home.
struct Alias {
    name: Ident,
    home: usize,
    /// What it is called there.
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
    /// What its blocks know before they have parameters.
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
        let scope = Scope::at(home, self.functions(&items, &aliases));
        self.others.push(OtherHome { parcel: tokens, items, uses: aliases, first, scope });
        Alias { name: name.clone(), home: number, target, path }
    }

    /// The functions that the declaration can evaluate.
    pub fn own_functions(&self, items: &Items) -> Functions {
        self.functions(items, &self.uses)
    }

    /// The functions among some items, and among those with other names.
    fn functions(&self, items: &Items, uses: &[Alias]) -> Functions {
        let mut all = HashMap::new();
        for Alias { name, home, target, .. } in uses {
            let others = self.other(*home).map(|other| other.scope.functions());
            for (other, function) in others.into_iter().flat_map(|others| &**others) {
                // What it calls is called by its own names, which may mean something else here.
                let apart = |name: &str| format!("__{home}_{name}");
                let known = |name: &str| others.is_some_and(|others| others.contains_key(name));
                let function = function.renamed(&|name| known(name).then(|| apart(name)));
                if target == other {
                    all.insert(name.to_string(), function.clone());
                }
                all.insert(apart(other), function);
            }
        }
        let own = items.functions.iter();
        all.extend(own.filter_map(|own| Some((own.name.to_string(), own.function.clone()?))));
        Rc::new(all)
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
            self.block(&name, home).is_none() && !self.has_function(&name, home)
        })
    }

    fn has_function(&self, name: &str, home: usize) -> bool {
        let functions = self.other(home).map(|other| &other.items.functions);
        functions.into_iter().flatten().any(|function| function.name == name)
    }

    /// What the blocks of another home know before they have parameters.
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
                Declaration::Items(mut items) => items.blocks.pop(),
                Declaration::Inline(_) => None,
            }
        })
    }

    /// The names that the declaration has for what is from elsewhere, with the paths that it gives.
    pub fn uses(&self) -> impl Iterator<Item = (&Ident, &[TokenTree])> {
        self.uses.iter().map(|alias| (&alias.name, &alias.path[..]))
    }

    /// What arrived for a name of the declaration.
    pub fn parcel(&self, name: &Ident) -> Option<&TokenStream> {
        let alias = self.uses.iter().find(|alias| alias.name == *name)?;
        self.other(alias.home).map(|other| &other.parcel)
    }

    /// Whether a name of the declaration is that of a function from elsewhere.
    pub fn is_function(&self, name: &str) -> bool {
        self.target(name, 0).is_some_and(|(home, target)| self.has_function(&target, home))
    }
}

/// The module that has the names of a block from elsewhere, below that of a block which uses it.
pub fn below(name: &Ident) -> Ident {
    format_ident!("__used_{}", name)
}
