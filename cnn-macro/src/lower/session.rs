//! The state that the networks of one invocation share.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use cnn_core::Kind;

use crate::call::bind::{BoundCall, bind, bind_kind};
use crate::lower::declared::{Declared, DeclaredBlock};
use crate::report::errors::Errors;
use crate::report::place::NodeId;
use crate::share::homes::Homes;
use crate::syntax::ast::{BlockItem, Call, Items};
use crate::value::scope::Scope;

/// The state that the networks of one invocation share: the declarations, the blocks that have been used, and what is
/// known of each call, however often it is lowered.
pub struct Session<'a> {
    declared: Declared<'a>,
    /// The blocks that some network uses.
    used: HashSet<NodeId>,
    /// The calls that have been bound, as the layer that their name stands for. `None` for those with
    /// errors.
    calls: HashMap<(NodeId, String), Option<Rc<BoundCall<'a>>>>,
    /// The calls that are values.
    given: HashMap<NodeId, &'a Call>,
    /// The calls that lead to blocks from elsewhere.
    outers: HashMap<NodeId, &'a Call>,
}

impl<'a> Session<'a> {
    pub fn new(items: &'a Items, homes: &'a Homes, errors: &mut Errors) -> Session<'a> {
        Session {
            declared: Declared::new(items, homes, errors),
            used: HashSet::new(),
            calls: HashMap::new(),
            given: HashMap::new(),
            outers: HashMap::new(),
        }
    }

    pub fn declared(&self) -> &Declared<'a> {
        &self.declared
    }

    /// The block that a name means in some `cnn!`, which is used now.
    pub fn block(&mut self, name: &str, home: usize) -> Option<DeclaredBlock<'a>> {
        let block = self.declared.block(name, home)?;
        self.used.insert(NodeId::of(block.item));
        Some(block)
    }

    /// Marks as used every block that the other session used.
    pub fn mark_used(&mut self, other: &Session<'a>) {
        self.used.extend(&other.used);
    }

    /// The blocks that no network uses, in the order of the source.
    pub fn unused_blocks(&self) -> Vec<&'a BlockItem> {
        let mut blocks = self.declared.blocks();
        blocks.retain(|block| !self.used.contains(&NodeId::of(*block)));
        blocks
    }

    /// The call of a layer with its arguments matched to parameters. Errors in it are reported
    /// once.
    pub fn bind(
        &mut self,
        call: &'a Call,
        layer: &str,
        scope: &Scope,
        errors: &mut Errors,
    ) -> Option<Rc<BoundCall<'a>>> {
        let declared = &self.declared;
        let bound = self.calls.entry((NodeId::of(call), layer.to_owned()));
        let bind = || bind(call, layer, scope, || declared.block_names(), errors).map(Rc::new);
        bound.or_insert_with(bind).clone()
    }

    /// The call in this `cnn!` that leads to one of a block from elsewhere: `outer`, or else the call itself.
    pub fn outer(&mut self, outer: Option<NodeId>, call: &'a Call) -> &'a Call {
        let outer = outer.and_then(|outer| self.outers.get(&outer).copied()).unwrap_or(call);
        self.outers.insert(NodeId::of(outer), outer);
        outer
    }

    /// Notes that a call is a value.
    pub fn give(&mut self, call: &'a Call) {
        self.given.insert(NodeId::of(call), call);
    }

    /// The call that is a value.
    pub fn given(&self, call: NodeId) -> Option<&'a Call> {
        self.given.get(&call).copied()
    }

    /// The join that a keyword stands for, with its arguments matched to parameters. Errors in it are reported
    /// once.
    pub fn join(
        &mut self,
        kind: Kind,
        call: &'a Call,
        residual: bool,
        scope: &Scope,
        errors: &mut Errors,
    ) -> Option<Rc<BoundCall<'a>>> {
        let bound = self.calls.entry((NodeId::of(call), kind.keyword().to_owned()));
        let bind = || bind_kind(kind, call, residual, scope, errors).map(Rc::new);
        bound.or_insert_with(bind).clone()
    }
}
