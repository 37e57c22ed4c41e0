//! What the networks of one invocation share.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use cnn_core::Kind;
use proc_macro2::Ident;

use crate::call::bind::{Bound, bind};
use crate::lower::cycles;
use crate::report::errors::Errors;
use crate::syntax::ast::{Block, Call, Network, NetworkPath, Op};
use crate::value::scope::{Binding, Scope};

/// Words of the grammar, which a block cannot have for its name.
const RESERVED: [&str; 9] =
    ["seq", "residual", "shortcut", "add", "mul", "concat", "block", "network", "let"];

/// What the networks of one invocation share: the blocks, and what is known of each call.
pub struct Session<'a> {
    /// The blocks with their place in the source.
    blocks: HashMap<String, (usize, &'a Block)>,
    networks: HashSet<String>,
    /// Those that would contain themselves.
    cyclic: HashSet<String>,
    /// The network that is being lowered.
    pub current: String,
    /// The blocks that some network has opened.
    opened: HashSet<*const Block>,
    /// The calls that have been bound; `None` for those with errors.
    bound: HashMap<(*const Call, String), Option<Rc<Bound<'a>>>>,
    joins: HashMap<*const Ident, Rc<Bound<'a>>>,
}

impl<'a> Session<'a> {
    pub fn new(networks: &'a [Network], blocks: &'a [Block], errors: &mut Errors) -> Session<'a> {
        let mut known: HashMap<String, (usize, &'a Block)> = HashMap::new();
        for (order, block) in blocks.iter().enumerate() {
            let name = block.name.to_string();
            if Kind::from_keyword(&name).is_some() || RESERVED.contains(&name.as_str()) {
                let message = format!("`{name}` is a word of the language, and cannot be a block");
                errors.push(block.name.span(), message);
            } else if known.insert(name.clone(), (order, block)).is_some() {
                errors.push(block.name.span(), format!("a second block is called `{name}`"));
            }
        }
        Session {
            blocks: known,
            networks: networks.iter().map(|network| network.name.to_string()).collect(),
            cyclic: cycles::find(networks, blocks, errors),
            current: String::new(),
            opened: HashSet::new(),
            bound: HashMap::new(),
            joins: HashMap::new(),
        }
    }

    /// The block with this name.
    pub fn block(&mut self, name: &str) -> Option<&'a Block> {
        let (_, block) = *self.blocks.get(name)?;
        self.opened.insert(block);
        Some(block)
    }

    /// Whether a network in the one that is being lowered would lead back to it.
    pub fn is_cyclic(&self, path: &NetworkPath) -> bool {
        let cyclic = |name: &str| self.cyclic.contains(name);
        path.is_local() && cyclic(&path.last.to_string()) && cyclic(&self.current)
    }

    /// Whether a name without arguments is another network, and no layer.
    pub fn is_network(&self, name: &str, params: &Scope) -> bool {
        let capital = name.starts_with(char::is_uppercase);
        self.is_declared(name, params) || (capital && Kind::from_alias(name).is_none())
    }

    /// Whether a name as an argument is a network, and no constant.
    pub fn is_surely_network(&self, name: &str, params: &Scope) -> bool {
        let camel = name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
        self.is_declared(name, params) || camel
    }

    /// Whether a name is that of a network of this invocation, or of a type parameter.
    pub fn is_declared(&self, name: &str, params: &Scope) -> bool {
        self.networks.contains(name) || matches!(params.get(name), Some(Binding::Type))
    }

    /// Whether a name is that of a layer or of a block.
    pub fn is_layer(&self, name: &str) -> bool {
        Kind::from_keyword(name).is_some() || self.blocks.contains_key(name)
    }

    /// The call of a layer with its arguments matched to parameters. Errors in it are reported
    /// once.
    pub fn bind(
        &mut self,
        call: &'a Call,
        layer: &str,
        scope: &Scope,
        errors: &mut Errors,
    ) -> Option<Rc<Bound<'a>>> {
        let blocks = self.blocks.keys().map(String::as_str);
        let bound = self.bound.entry((std::ptr::from_ref(call), layer.to_owned()));
        bound.or_insert_with(|| bind(call, layer, scope, blocks, errors).map(Rc::new)).clone()
    }

    /// Takes the blocks that another one has opened for opened.
    pub fn open_as(&mut self, other: &Session<'a>) {
        self.opened.extend(&other.opened);
    }

    /// Looks for errors in the blocks that no network has opened.
    pub fn check_unused(&mut self, errors: &mut Errors) {
        let mut unused: Vec<(usize, &'a Block)> = self
            .blocks
            .values()
            .copied()
            .filter(|(_, block)| !self.opened.contains(&std::ptr::from_ref(*block)))
            .collect();
        unused.sort_by_key(|(order, _)| *order);
        for (_, block) in unused {
            let mut scope = Scope::default();
            for param in block.params.iter().flatten() {
                scope.bind(param.name.to_string(), Binding::Invalid);
            }
            for statement in &block.layers {
                self.check_op(&statement.op, &mut scope, errors);
            }
        }
    }

    fn check_op(&mut self, op: &'a Op, scope: &mut Scope, errors: &mut Errors) {
        match op {
            Op::Call(call) => {
                let name = call.name.to_string();
                let network = !call.parens && self.is_network(&name, scope);
                let parameter = scope.get(&name).is_some();
                if !network && !parameter && !self.blocks.contains_key(&name) {
                    self.bind(call, &name, scope, errors);
                }
            }
            Op::For { name, .. } | Op::Let { name, .. } => {
                scope.bind(name.to_string(), Binding::Invalid);
            }
            _ => {}
        }
        for op in op.nested() {
            self.check_op(op, scope, errors);
        }
    }

    /// The join that a keyword stands for.
    pub fn join(&mut self, keyword: &'a Ident) -> Rc<Bound<'a>> {
        let bound = self.joins.entry(keyword).or_insert_with(|| {
            let text = keyword.to_string();
            let kind = match text.as_str() {
                "mul" => Kind::Mul,
                "concat" => Kind::Concat,
                _ => Kind::Add,
            };
            Rc::new(Bound::bare(kind, keyword.clone(), keyword.span().into(), text))
        });
        bound.clone()
    }
}
