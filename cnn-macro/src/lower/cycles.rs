//! Networks that would contain themselves. rustc would say so at length.

use std::collections::{HashMap, HashSet};

use proc_macro2::Ident;

use crate::report::errors::Errors;
use crate::syntax::ast::{BlockItem, NetworkItem, Statement, StatementKind};

/// The names of the networks that would contain themselves, after an error for each such circle.
pub fn find(
    networks: &[NetworkItem],
    blocks: &[BlockItem],
    errors: &mut Errors,
) -> HashSet<String> {
    let blocks: HashMap<String, &BlockItem> =
        blocks.iter().map(|block| (block.name.to_string(), block)).collect();
    let names: HashSet<String> = networks.iter().map(|network| network.name.to_string()).collect();
    let mut edges: HashMap<String, Vec<Ident>> = HashMap::new();
    for network in networks {
        let (searched, found) = (HashSet::new(), Vec::new());
        let mut search = Search { names: &names, blocks: &blocks, searched, found };
        search.statements(network.body.iter().flat_map(|body| &body.layers));
        edges.insert(network.name.to_string(), search.found);
    }
    let mut cyclic = HashSet::new();
    for network in networks {
        let name = network.name.to_string();
        if cyclic.contains(&name) {
            continue;
        }
        if let Some(path) = path_back(&name, &edges) {
            let names: Vec<String> = path.iter().map(|name| format!("`{name}`")).collect();
            let path_text = names.join(" → ");
            let message = format!("this network would contain itself: `{name}` → {path_text}");
            if let Some(first) = path.first() {
                errors.push(first.span(), message);
            }
            cyclic.extend(path.iter().map(Ident::to_string));
        }
    }
    cyclic
}

/// The networks on the way from one back to itself, that one at the end.
fn path_back(name: &str, edges: &HashMap<String, Vec<Ident>>) -> Option<Vec<Ident>> {
    let mut seen = HashSet::new();
    let mut paths: Vec<Vec<Ident>> = vec![Vec::new()];
    while let Some(path) = paths.pop() {
        let last = path.last().map_or_else(|| name.to_owned(), Ident::to_string);
        for next in edges.get(&last).into_iter().flatten() {
            let path = [path.as_slice(), std::slice::from_ref(next)].concat();
            if next == name {
                return Some(path);
            }
            if seen.insert(next.to_string()) {
                paths.push(path);
            }
        }
    }
    None
}

/// The blocks that statements refer to.
struct Search<'a> {
    names: &'a HashSet<String>,
    blocks: &'a HashMap<String, &'a BlockItem>,
    /// Blocks that have been searched.
    searched: HashSet<String>,
    found: Vec<Ident>,
}

impl<'a> Search<'a> {
    fn statements(&mut self, statements: impl IntoIterator<Item = &'a Statement>) {
        for statement in statements {
            self.kind(&statement.kind);
        }
    }

    fn kind(&mut self, kind: &'a StatementKind) {
        match kind {
            StatementKind::Call(call) => {
                let name = call.name.to_string();
                if self.names.contains(&name) && !call.parens {
                    self.found.push(call.name.clone());
                } else if let Some(block) = self.blocks.get(&name)
                    && self.searched.insert(name)
                {
                    self.statements(&block.layers);
                }
            }
            // With a path before it, it is another one of that name.
            StatementKind::Network { path, .. }
                if path.is_local() && self.names.contains(&path.last.to_string()) =>
            {
                self.found.push(path.last.clone());
            }
            _ => kind.nested().into_iter().for_each(|kind| self.kind(kind)),
        }
    }
}
