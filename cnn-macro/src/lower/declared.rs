//! The items that an invocation declares, by name.

use std::collections::{HashMap, HashSet};

use cnn_core::Kind;

use crate::lower::cycles;
use crate::report::errors::Errors;
use crate::share::homes::Homes;
use crate::syntax::ast::{BlockItem, Call, Items, NetworkPath, UseItem};
use crate::value::scope::{Binding, Scope};

/// Words of the grammar, which a block cannot have for its name any more than keywords.
const RESERVED: [&str; 7] = ["seq", "residual", "shortcut", "block", "let", "from", "again"];

/// The networks and blocks of an invocation, and the blocks that others share with it.
pub struct Declared<'a> {
    /// The blocks with their place in the source.
    blocks: HashMap<String, (usize, &'a BlockItem)>,
    /// Words of the language that are to be the names of blocks, which has been reported.
    reserved: HashSet<String>,
    networks: HashSet<String>,
    /// The networks that would contain themselves.
    cyclic: HashSet<String>,
    homes: &'a Homes,
}

/// A block as something knows it.
pub struct DeclaredBlock<'a> {
    pub item: &'a BlockItem,
    /// Its name there: a `use` may have given it another one.
    pub name: String,
    /// The number of the `cnn!` in which it is declared.
    pub home: usize,
}

impl<'a> Declared<'a> {
    pub fn new(items: &'a Items, homes: &'a Homes, errors: &mut Errors) -> Declared<'a> {
        let Items { uses, networks, blocks, functions, constants } = items;
        let mut known: HashMap<String, (usize, &'a BlockItem)> = HashMap::new();
        let mut reserved = HashSet::new();
        for (order, block) in blocks.iter().enumerate() {
            let name = block.name.to_string();
            if is_reserved(&name) {
                let message = format!("`{name}` is a keyword and cannot be the name of a block");
                errors.push(block.name.span(), message);
                reserved.insert(name);
            } else if known.insert(name.clone(), (order, block)).is_some() {
                errors.push(block.name.span(), format!("block `{name}` is already declared"));
            }
        }
        for UseItem { name, other, .. } in uses {
            let text = name.to_string();
            let title = if is_reserved(&text) {
                reserved.insert(text);
                format!("`{name}` is a keyword and cannot be the name of a block")
            } else if known.contains_key(&text) {
                format!("this `cnn!` already has a block `{name}`")
            } else if functions.iter().any(|function| function.name == *name) {
                format!("this `cnn!` already has a function `{name}`")
            } else if constants.iter().any(|constant| constant.name == *name) {
                format!("this `cnn!` already has a constant `{name}`")
            } else {
                continue;
            };
            errors.push(name.span(), format!("{title}\nhelp: write `{other}`"));
        }
        Declared {
            blocks: known,
            reserved,
            networks: networks.iter().map(|network| network.name.to_string()).collect(),
            cyclic: cycles::find(networks, blocks, errors),
            homes,
        }
    }

    /// The block that a name means in this `cnn!`, which has the number 0, or in another one.
    pub fn block(&self, name: &str, home: usize) -> Option<DeclaredBlock<'a>> {
        let own = match home {
            0 => self.blocks.get(name).map(|(_, block)| *block),
            _ => self.homes.block(name, home),
        };
        if let Some(item) = own {
            return Some(DeclaredBlock { item, name: name.to_owned(), home });
        }
        // It has been reported if a word of the language is to be a block.
        let target = self.homes.target(name, home).filter(|_| home != 0 || !is_reserved(name));
        let (home, target) = target?;
        Some(DeclaredBlock { name: name.to_owned(), ..self.block(&target, home)? })
    }

    /// Whether a name is that of a block which is missing because it is wrong. That has been reported.
    pub fn is_broken(&self, name: &str, home: usize) -> bool {
        home == 0 && self.reserved.contains(name) || self.homes.is_broken(name, home)
    }

    /// A block as it is read for a call. What another `cnn!` shares is read as if it stood where `call` does,
    /// which is a call of this `cnn!`.
    pub fn read(
        &self,
        block: &DeclaredBlock<'a>,
        call: &'a Call,
        errors: &mut Errors,
    ) -> Option<&'a BlockItem> {
        match block.home {
            0 => Some(block.item),
            home => self.homes.copy(block.item, home, call, errors),
        }
    }

    /// What the blocks of a `cnn!` know before they have parameters: those of the network are known in this one.
    pub fn scope(&self, home: usize, params: &Scope) -> Scope {
        self.homes.scope(home).unwrap_or(params).clone()
    }

    /// The blocks in the order of the source.
    pub fn blocks(&self) -> Vec<&'a BlockItem> {
        let mut blocks: Vec<_> = self.blocks.values().copied().collect();
        blocks.sort_by_key(|(order, _)| *order);
        blocks.into_iter().map(|(_, block)| block).collect()
    }

    /// The names of the blocks that can be called.
    pub fn block_names(&self) -> Vec<String> {
        let others = self.homes.uses().map(|(name, _)| name.to_string());
        let others = others.filter(|name| !self.homes.is_value(name));
        self.blocks.keys().cloned().chain(others).collect()
    }

    /// Whether a network in the one with this name would lead back to it.
    pub fn leads_back(&self, path: &NetworkPath, network: &str) -> bool {
        let cyclic = |name: &str| self.cyclic.contains(name);
        path.is_local() && cyclic(&path.last.to_string()) && cyclic(network)
    }

    /// Whether a name without arguments is another network, and no layer.
    pub fn is_network(&self, name: &str, home: usize, params: &Scope) -> bool {
        let capital = name.starts_with(char::is_uppercase);
        self.is_declared_network(name, home, params)
            || (capital && Kind::from_alias(name).is_none())
    }

    /// Whether a name as an argument is a network, and no constant.
    pub fn is_surely_network(&self, name: &str, home: usize, params: &Scope) -> bool {
        let camel = name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
        self.is_declared_network(name, home, params) || camel
    }

    /// Whether a name is that of a network of this invocation, or of a type parameter. Others do not know these.
    pub fn is_declared_network(&self, name: &str, home: usize, params: &Scope) -> bool {
        let is_param = matches!(params.get(name), Some(Binding::Type));
        home == 0 && (self.networks.contains(name) || is_param)
    }

    /// Whether a name is that of a layer or of a block, in some `cnn!`.
    pub fn is_layer(&self, name: &str, home: usize) -> bool {
        Kind::from_keyword(name).is_some() || self.block(name, home).is_some()
    }
}

/// Whether no block can have a name.
fn is_reserved(name: &str) -> bool {
    Kind::ALL.iter().any(|kind| kind.keyword() == name) || RESERVED.contains(&name)
}
