//! What holds for the statements in some place of a network.

use std::rc::Rc;

use cnn_core::lint::Lint;
use proc_macro2::Ident;

use crate::report::errors::Errors;
use crate::report::place::{NodeId, SpanRange};
use crate::report::wording::Message;
use crate::syntax::ast::{BlockItem, Call, Statement};
use crate::value::scope::{Binding, Scope};

/// What holds for the statements in some place.
#[derive(Clone, Default)]
pub struct Environment<'a> {
    scope: Rc<Scope>,
    frozen: bool,
    /// Whether this is in a branch.
    in_branch: bool,
    /// The lints that are not to be reported.
    allowed: Rc<[Lint]>,
    /// The calls of blocks that led here, the innermost first, for messages.
    within: Rc<str>,
    /// The blocks that are open.
    blocks: Vec<&'a BlockItem>,
    /// In a block of another `cnn!`, the call in this one that led there.
    outer: Option<&'a Call>,
    /// How many labels there were when the innermost of them was called: later ones are its own.
    first_label: usize,
}

impl<'a> Environment<'a> {
    /// At the top of a network.
    pub fn new(scope: Scope, allowed: &[Lint]) -> Environment<'a> {
        Environment { scope: Rc::new(scope), allowed: allowed.into(), ..Environment::default() }
    }

    /// In the default of a parameter, which knows the parameters before it. It is needed by the call
    /// `within`.
    pub fn of_default(scope: Scope, within: Rc<str>) -> Environment<'a> {
        Environment { within, ..Environment::new(scope, &[]) }
    }

    /// In one statement, whose attributes hold in it.
    pub fn of_statement(&self, statement: &Statement) -> Environment<'a> {
        let mut inner = self.clone();
        inner.frozen |= statement.frozen;
        if !statement.allowed.is_empty() {
            inner.allowed = [&self.allowed, &statement.allowed[..]].concat().into();
        }
        inner
    }

    /// In a block, whose parameters `scope` holds, whose call is `within`, and before which there are so
    /// many labels. If it is one of another `cnn!`, `outer` is the call that led there.
    pub fn of_block(
        &self,
        block: &'a BlockItem,
        outer: Option<&'a Call>,
        scope: Scope,
        within: Rc<str>,
        first_label: usize,
    ) -> Environment<'a> {
        let mut inner = self.clone();
        inner.blocks.push(block);
        Environment { outer, scope: Rc::new(scope), within, first_label, ..inner }
    }

    /// In a branch.
    pub fn of_branch(&self) -> Environment<'a> {
        Environment { in_branch: true, ..self.clone() }
    }

    /// With one more name.
    pub fn with(&self, name: &Ident, binding: Binding) -> Environment<'a> {
        let mut inner = self.clone();
        inner.bind(name, binding);
        inner
    }

    pub fn bind(&mut self, name: &Ident, binding: Binding) {
        Rc::make_mut(&mut self.scope).bind(name.to_string(), binding);
    }

    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    pub fn is_frozen(&self) -> bool {
        self.frozen
    }

    pub fn is_in_branch(&self) -> bool {
        self.in_branch
    }

    pub fn allowed(&self) -> &Rc<[Lint]> {
        &self.allowed
    }

    pub fn within(&self) -> &Rc<str> {
        &self.within
    }

    pub fn blocks(&self) -> &[&'a BlockItem] {
        &self.blocks
    }

    /// The number of the `cnn!` in which this is written.
    pub fn home(&self) -> usize {
        self.scope.home().number
    }

    pub fn outer(&self) -> Option<&'a Call> {
        self.outer
    }

    pub fn first_label(&self) -> usize {
        self.first_label
    }

    /// Reports an error, once for each call of a block that leads here.
    pub fn error(
        &self,
        errors: &mut Errors,
        node: NodeId,
        at: impl Into<SpanRange>,
        message: impl Into<Message>,
    ) {
        errors.push_once(node, at, message.into().in_calls(&self.within));
    }
}
