//! The environment of the statements at a place of a network.

use std::collections::HashMap;
use std::rc::Rc;

use cnn_core::lint::Lint;
use proc_macro2::Ident;

use crate::report::errors::Errors;
use crate::report::place::{NodeId, SpanRange};
use crate::report::wording::Message;
use crate::syntax::ast::{BlockItem, Statement};
use crate::value::scope::{Binding, LayerValue, OpenBlock, Place, Scope};

/// The environment of the statements at a place.
#[derive(Clone, Default)]
pub struct Environment {
    scope: Rc<Scope>,
    frozen: bool,
    /// Whether this is in a branch.
    in_branch: bool,
    /// The lints that are not to be reported.
    allowed: Rc<[Lint]>,
    /// The calls of blocks that led here, the innermost first, for messages.
    within: Rc<str>,
    /// The blocks that are open.
    blocks: Rc<Vec<OpenBlock>>,
    /// In a block of another `cnn!`, the call in this one that led there.
    outer: Option<NodeId>,
    /// How many blocks and values that are layers led here.
    depth: usize,
    /// How many labels there were when the innermost of them was called: later ones are its own.
    first_label: usize,
    /// Where what is lowered was written, if that is not here: it is a value that is a layer.
    written: Option<Rc<Place>>,
    /// The names in scope that can be assigned to.
    variables: Rc<Variables>,
}

/// The names that can be assigned to, with the variables that they stand for.
pub type Variables = HashMap<String, Variable>;

/// A name of `let mut`, as far as a place knows its value.
#[derive(Clone, Copy)]
pub struct Variable {
    /// Which one it is.
    pub index: usize,
    /// How often it has been assigned to.
    pub version: usize,
}

impl Environment {
    /// At the top of a network.
    pub fn new(scope: Scope, allowed: &[Lint]) -> Environment {
        Environment { scope: Rc::new(scope), allowed: allowed.into(), ..Environment::default() }
    }

    /// In the default of a parameter, which knows the parameters before it. It is needed by the call
    /// `within`.
    pub fn of_default(scope: Scope, within: Rc<str>) -> Environment {
        Environment { within, ..Environment::new(scope, &[]) }
    }

    /// In one statement, whose attributes hold in it.
    pub fn of_statement(&self, statement: &Statement) -> Environment {
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
        block: &BlockItem,
        outer: Option<NodeId>,
        scope: Scope,
        within: Rc<str>,
        first_label: usize,
    ) -> Environment {
        let mut inner = self.clone();
        Rc::make_mut(&mut inner.blocks)
            .push(OpenBlock { item: NodeId::of(block), name: block.name.to_string() });
        let depth = self.depth + 1;
        let (scope, variables) = (Rc::new(scope), Rc::default());
        Environment { scope, within, outer, first_label, depth, written: None, variables, ..inner }
    }

    /// For a value that is a layer: what its names mean is decided where it is written, and not here.
    pub fn of_layer(&self, layer: &LayerValue) -> Environment {
        let LayerValue { scope, place, blocks, outer, .. } = layer;
        Environment {
            scope: Rc::clone(scope),
            written: Some(Rc::clone(place)),
            blocks: Rc::clone(blocks),
            outer: *outer,
            depth: self.depth + 1,
            variables: Rc::default(),
            ..self.clone()
        }
    }

    /// In a branch.
    pub fn of_branch(&self) -> Environment {
        Environment { in_branch: true, ..self.clone() }
    }

    /// Gives a name to a value.
    pub fn bind(&mut self, name: &Ident, binding: Binding) {
        let name = name.to_string();
        if self.variables.contains_key(&name) {
            Rc::make_mut(&mut self.variables).remove(&name);
        }
        Rc::make_mut(&mut self.scope).bind(name, binding);
    }

    /// Gives a name to the value of a variable.
    pub fn bind_variable(&mut self, name: &str, variable: Variable, binding: Binding) {
        Rc::make_mut(&mut self.variables).insert(name.to_owned(), variable);
        Rc::make_mut(&mut self.scope).bind(name, binding);
    }

    /// The names that can be assigned to.
    pub fn variables(&self) -> &Rc<Variables> {
        &self.variables
    }

    pub fn scope(&self) -> &Rc<Scope> {
        &self.scope
    }

    /// How many blocks and values that are layers led here.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Where what is lowered was written, if that is not here.
    pub fn written(&self) -> Option<&Rc<Place>> {
        self.written.as_ref()
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

    pub fn blocks(&self) -> &Rc<Vec<OpenBlock>> {
        &self.blocks
    }

    /// The number of the `cnn!` in which this is written.
    pub fn home(&self) -> usize {
        self.scope.home().number
    }

    pub fn outer(&self) -> Option<NodeId> {
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
