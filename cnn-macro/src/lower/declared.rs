//! What an invocation declares, by name.

use std::collections::{HashMap, HashSet};

use cnn_core::Kind;

use crate::lower::cycles;
use crate::report::errors::Errors;
use crate::syntax::ast::{BlockItem, NetworkItem, NetworkPath};
use crate::value::scope::{Binding, Scope};

/// Words of the grammar, which a block cannot have for its name any more than keywords.
const RESERVED: [&str; 7] = ["seq", "residual", "shortcut", "block", "let", "from", "again"];

/// The networks and blocks of an invocation.
pub struct Declared<'a> {
    /// The blocks with their place in the source.
    blocks: HashMap<String, (usize, &'a BlockItem)>,
    networks: HashSet<String>,
    /// The networks that would contain themselves.
    cyclic: HashSet<String>,
}

impl<'a> Declared<'a> {
    pub fn new(
        networks: &'a [NetworkItem],
        blocks: &'a [BlockItem],
        errors: &mut Errors,
    ) -> Declared<'a> {
        let mut known: HashMap<String, (usize, &'a BlockItem)> = HashMap::new();
        for (order, block) in blocks.iter().enumerate() {
            let name = block.name.to_string();
            let is_keyword = Kind::ALL.iter().any(|kind| kind.keyword() == name);
            if is_keyword || RESERVED.contains(&name.as_str()) {
                let message = format!("`{name}` is a word of the language, and cannot be a block");
                errors.push(block.name.span(), message);
            } else if known.insert(name.clone(), (order, block)).is_some() {
                errors.push(block.name.span(), format!("a second block is called `{name}`"));
            }
        }
        Declared {
            blocks: known,
            networks: networks.iter().map(|network| network.name.to_string()).collect(),
            cyclic: cycles::find(networks, blocks, errors),
        }
    }

    /// The block with this name.
    pub fn block(&self, name: &str) -> Option<&'a BlockItem> {
        self.blocks.get(name).map(|(_, block)| *block)
    }

    /// The blocks in the order of the source.
    pub fn blocks(&self) -> Vec<&'a BlockItem> {
        let mut blocks: Vec<_> = self.blocks.values().copied().collect();
        blocks.sort_by_key(|(order, _)| *order);
        blocks.into_iter().map(|(_, block)| block).collect()
    }

    pub fn block_names(&self) -> impl Iterator<Item = &str> {
        self.blocks.keys().map(String::as_str)
    }

    /// Whether a network in the one with this name would lead back to it.
    pub fn leads_back(&self, path: &NetworkPath, network: &str) -> bool {
        let cyclic = |name: &str| self.cyclic.contains(name);
        path.is_local() && cyclic(&path.last.to_string()) && cyclic(network)
    }

    /// Whether a name without arguments is another network, and no layer.
    pub fn is_network(&self, name: &str, params: &Scope) -> bool {
        let capital = name.starts_with(char::is_uppercase);
        self.is_declared_network(name, params) || (capital && Kind::from_alias(name).is_none())
    }

    /// Whether a name as an argument is a network, and no constant.
    pub fn is_surely_network(&self, name: &str, params: &Scope) -> bool {
        let camel = name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
        self.is_declared_network(name, params) || camel
    }

    /// Whether a name is that of a network of this invocation, or of a type parameter.
    pub fn is_declared_network(&self, name: &str, params: &Scope) -> bool {
        self.networks.contains(name) || matches!(params.get(name), Some(Binding::Type))
    }

    /// Whether a name is that of a layer or of a block.
    pub fn is_layer(&self, name: &str) -> bool {
        Kind::from_keyword(name).is_some() || self.blocks.contains_key(name)
    }
}
