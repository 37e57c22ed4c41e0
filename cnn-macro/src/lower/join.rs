//! Branches that begin with the same value, and the layer that joins them.

use std::rc::Rc;

use cnn_core::Kind;

use crate::call::bind::BoundCall;
use crate::call::evaluate::EvaluatedCall;
use crate::lower::environment::Environment;
use crate::lower::labels::interpolate;
use crate::lower::layers::{Flow, NOTHING};
use crate::lower::names::{NameScope, StatementName};
use crate::lower::{Lowering, known};
use crate::report::place::NodeId;
use crate::report::wording::Message;
use crate::syntax::ast::{Branches, Call, Statement, StatementKind};
use crate::syntax::label::Reference;

impl<'a> Lowering<'a, '_, '_> {
    /// What leaves each of some branches, into which `flow` flows.
    pub(super) fn branches(
        &mut self,
        branches: &'a Branches,
        flow: Flow,
        name: &StatementName<'a>,
        names: &mut NameScope,
        env: &Environment<'a>,
    ) -> Vec<Flow> {
        let mut inner = match name {
            StatementName::Given(label, _) | StatementName::Index(label) => {
                Some(names.below(label, false))
            }
            StatementName::Own | StatementName::Counted => None,
        };
        let names = inner.as_mut().unwrap_or(names);
        match branches {
            Branches::Statements(statements) => {
                let mut ends = Vec::new();
                self.statement_branches(statements, flow, names, env, &mut ends);
                ends
            }
            Branches::Residual(layers, shortcut) => {
                let layers = self.statements(layers, flow, names, env);
                let shortcut = self.statements(shortcut, flow, names, env);
                vec![layers, shortcut]
            }
            Branches::Labels(references) => {
                // Without a `_` among them, what flows here is the first of them, if something does.
                let joins_flow = references.iter().all(|reference| reference.text.is_some())
                    && flow != Some(NOTHING);
                let mut ends: Vec<Flow> = joins_flow.then_some(flow).into_iter().collect();
                for reference in references {
                    ends.push(self.referred(reference, flow, joins_flow, names, env));
                }
                ends
            }
        }
    }

    /// Each statement is a branch.
    fn statement_branches(
        &mut self,
        statements: &'a [Statement],
        flow: Flow,
        names: &mut NameScope,
        env: &Environment<'a>,
        ends: &mut Vec<Flow>,
    ) {
        let mut env = env.clone();
        for statement in statements {
            match &statement.kind {
                StatementKind::Let { .. } => {
                    self.statement(statement, flow, names, &mut env);
                }
                StatementKind::If { condition, then, otherwise } => {
                    match known::condition(condition, &env, self.errors) {
                        Some(true) => self.statement_branches(then, flow, names, &env, ends),
                        Some(false) => self.statement_branches(otherwise, flow, names, &env, ends),
                        None => ends.push(None),
                    }
                }
                StatementKind::For { name, start, end, layers } => {
                    match self.iterations(name, start, end, &env) {
                        Some(iterations) => {
                            for env in iterations {
                                self.statement_branches(layers, flow, names, &env, ends);
                            }
                        }
                        None => ends.push(None),
                    }
                }
                // The branch that passes its input on needs no layer.
                StatementKind::Call(call)
                    if statement.label.is_none() && self.is_identity(call, &env) =>
                {
                    ends.push(flow);
                }
                _ => ends.push(self.statement(statement, flow, names, &mut env)),
            }
        }
    }

    fn is_identity(&mut self, call: &Call, env: &Environment<'a>) -> bool {
        self.word(call, env).is_some_and(|word| word == Kind::Identity.keyword())
    }

    /// What left the statement that a reference means. `joined` is whether `flow`, what flows here,
    /// is joined anyway.
    fn referred(
        &mut self,
        reference: &Reference,
        flow: Flow,
        joined: bool,
        names: &NameScope,
        env: &Environment<'a>,
    ) -> Flow {
        let Some(text) = &reference.text else { return flow };
        let (node, span) = (NodeId::of(reference), reference.span);
        let label = interpolate(text, (node, span), env, self.errors)?;
        let value = self.labels.find(reference, &label, flow, names, env);
        if joined && value.is_some() && value == flow {
            let message = format!("`{label}` is what flows here, and would be joined twice");
            self.error(node, span, Message::from(message).write("_"), env);
        }
        value
    }

    /// The layer that joins what leaves some branches.
    pub(super) fn join(
        &mut self,
        bound: Rc<BoundCall<'a>>,
        ends: Vec<Flow>,
        name: &StatementName<'a>,
        names: &mut NameScope,
        env: &Environment<'a>,
    ) -> Flow {
        let inputs = ends.into_iter().collect::<Option<Vec<usize>>>()?;
        match &inputs[..] {
            [] => {
                let message = format!("`{}` has no branches", bound.keyword());
                self.error(bound.node(), bound.keyword().span(), message, env);
                None
            }
            // A single branch is what it joins.
            [value] => Some(*value),
            _ => {
                let stem = bound.kind().keyword();
                let call = EvaluatedCall::new(bound, Vec::new());
                self.push(call, inputs, stem, name, names, env)
            }
        }
    }
}
