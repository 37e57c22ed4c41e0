//! Branches that begin with the same value, and the layer that joins them.

use std::rc::Rc;

use cnn_core::Kind;

use crate::call::bind::BoundCall;
use crate::call::evaluate;
use crate::lower::environment::Environment;
use crate::lower::labels::{self, Found};
use crate::lower::layers::{Flow, NOTHING};
use crate::lower::names::{NameScope, StatementName};
use crate::lower::{Lowering, known};
use crate::report::place::NodeId;
use crate::report::wording::{Message, labels_in_braces};
use crate::syntax::ast::{Branches, Call, Joined, Statement, StatementKind};
use crate::value::scope::Binding;

impl<'a> Lowering<'a, '_, '_> {
    /// The output of each branch, with `flow` as the input.
    pub(super) fn branches(
        &mut self,
        branches: &'a Branches,
        flow: Flow,
        name: &StatementName<'a>,
        names: &mut NameScope,
        env: &Environment,
    ) -> Vec<Flow> {
        let mut inner = match name {
            StatementName::Given(label, _) | StatementName::Index(label) => {
                Some(names.below(label, false))
            }
            StatementName::Own | StatementName::Counted => None,
        };
        let names = inner.as_mut().unwrap_or(names);
        let inside = env.of_branch();
        match branches {
            Branches::Statements(statements) => {
                let mut ends = Vec::new();
                if self.are_labels(statements, names, env) {
                    return vec![None];
                }
                self.statement_branches(statements, flow, names, &inside, &mut ends);
                ends
            }
            Branches::Residual(layers, shortcut) => {
                let layers = self.statements(layers, flow, names, &inside);
                let shortcut = self.statements(shortcut, flow, names, &inside);
                vec![layers, shortcut]
            }
            Branches::Labels(joined) => self.labels(joined, flow, names, env),
        }
    }

    /// Whether labels are where branches should, as in `concat { skip; _ }`, which is reported at the first.
    fn are_labels(
        &mut self,
        statements: &'a [Statement],
        names: &NameScope,
        env: &Environment,
    ) -> bool {
        let is_layer = |name: &str| {
            self.session.declared().is_layer(name, env.home())
                || self.session.declared().is_declared_network(name, env.home(), self.params)
                || env.scope().get(name).is_some()
        };
        let label = statements.iter().find_map(|statement| match &statement.kind {
            StatementKind::Call(call) if !call.parens && statement.label.is_none() => {
                let name = call.name.to_string();
                (!is_layer(&name) && self.labels.has(&name, names)).then_some(call)
            }
            _ => None,
        });
        let Some(call) = label else { return false };
        let message = labels_in_braces(&format!("{}, …", call.name));
        self.error(NodeId::of(call), call.name.span(), message, env);
        true
    }

    /// Each statement is a branch.
    fn statement_branches(
        &mut self,
        statements: &'a [Statement],
        flow: Flow,
        names: &mut NameScope,
        env: &Environment,
        ends: &mut Vec<Flow>,
    ) {
        let mut env = env.clone();
        for statement in statements {
            self.refresh(&mut env);
            match &statement.kind {
                StatementKind::Let { .. } | StatementKind::Assign { .. } => {
                    self.statement(statement, flow, names, &mut env);
                }
                StatementKind::If { condition, then, otherwise } => {
                    match known::condition(condition, &env, self.errors) {
                        Some(true) => self.statement_branches(then, flow, names, &env, ends),
                        Some(false) => self.statement_branches(otherwise, flow, names, &env, ends),
                        None => ends.push(None),
                    }
                }
                StatementKind::For { pattern, values, layers } => {
                    let place = self.labels.place(names);
                    match self.iterations(pattern, values, &place, &env) {
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

    fn is_identity(&mut self, call: &Call, env: &Environment) -> bool {
        self.word(call, env).is_some_and(|(word, _)| word == Kind::Identity.keyword())
    }

    /// What left the statements with some labels, and `flow`, what flows here: where `_` is written or
    /// where it is among them, if there is a list, or else as the first.
    fn labels(
        &mut self,
        joined: &'a [Joined],
        flow: Flow,
        names: &NameScope,
        env: &Environment,
    ) -> Vec<Flow> {
        let found: Vec<Option<Found>> =
            joined.iter().map(|one| self.referred(one, flow, names, env)).collect();
        let is_flow = |joined: &Joined| matches!(joined, Joined::One(one) if one.text.is_none());
        let written = joined.iter().any(is_flow);
        // Where the end of a list is computed, what flows here may be the last that is joined.
        let lists = found.iter().flatten().any(|found| found.list);
        let mut among = false;
        let made = |flow: Flow| flow.map(|value| self.parts.made(value));
        let is_here = |other: &Flow| made(*other) == made(flow);
        let has_flow: Vec<bool> =
            found.iter().map(|found| found.iter().any(|f| f.flows.iter().any(is_here))).collect();
        for ((one, found), has_flow) in joined.iter().zip(&found).zip(has_flow) {
            let Some(found) = found else { continue };
            if is_flow(one) || flow.is_none() || !has_flow {
                continue;
            }
            let is_twice = match (found.list, lists) {
                (true, _) => written || among,
                (false, true) => !written && among,
                // What a single label and `_` both mean has been written twice on purpose.
                (false, false) => !written,
            };
            if is_twice {
                self.joined_twice(one, found, joined.len() > 1, env);
            }
            among |= lists;
        }
        let flows = found.into_iter().flat_map(|found| found.map_or(vec![None], |f| f.flows));
        let mut ends: Vec<Flow> = flows.collect();
        if let ([], Some(list)) = (&ends[..], joined.first()) {
            let (node, span) = list.place();
            self.error(node, span, "this list has no labels, so nothing is joined", env);
        }
        // Before the first `from` of a network with several inputs, nothing flows here.
        if !written && !among && flow != Some(NOTHING) {
            ends.insert(0, flow);
        }
        ends
    }

    /// What a label or a list of labels stands for. `None` after an error.
    fn referred(
        &mut self,
        joined: &'a Joined,
        flow: Flow,
        names: &NameScope,
        env: &Environment,
    ) -> Option<Found> {
        if self.turns.are_over() {
            return None;
        }
        let (node, span) = joined.place();
        let found = match joined {
            Joined::One(reference) => self.labels.find(reference, flow, names, env, self.errors)?,
            Joined::List(list) => {
                let place = self.labels.place(names);
                let Binding::List(values) = self.binding(list, &place, env) else { return None };
                let at = (node, span);
                let flows = self.labels.list(&values, at, None, flow, env, self.errors);
                Found { label: list.text(), flows, list: true }
            }
        };
        let turns = if found.list { found.flows.len() } else { 0 };
        self.turns.take_all(turns, span.start(), self.errors).then_some(found)
    }

    /// Reports a label, or a list, that has what flows here, and would join it a second time.
    fn joined_twice(&mut self, joined: &Joined, found: &Found, others: bool, env: &Environment) {
        let (label, (node, span)) = (&found.label, joined.place());
        let message = match found.list {
            true => format!("`{label}` contains the current value, which would be joined twice"),
            false => format!("`{label}` is the current value and would be joined twice"),
        };
        // Alone, `_` is nothing to join; and what a block is given may be something else next time.
        let is_label = matches!(joined, Joined::One(one) if !labels::is_bound(one, env));
        let message = Message::from(message);
        let message = if others && is_label { message.write("_") } else { message };
        self.error(node, span, message, env);
    }

    /// The layer that joins what leaves some branches.
    pub(super) fn join(
        &mut self,
        bound: &Rc<BoundCall<'a>>,
        ends: Vec<Flow>,
        name: &StatementName<'a>,
        names: &mut NameScope,
        env: &Environment,
    ) -> Flow {
        let inputs = ends.into_iter().collect::<Option<Vec<usize>>>()?;
        match &inputs[..] {
            [] => {
                let message = format!("`{}` has no branches", bound.keyword());
                self.error(bound.node(), bound.keyword().span(), message, env);
                None
            }
            // A single branch is what it joins.
            [value] if bound.kind().signature().any_number => Some(*value),
            _ => {
                let stem = bound.kind().signature().stem;
                let call = evaluate::call(bound, env.scope(), env.within(), self.errors)?;
                self.push(call, inputs, stem, name, names, env)
            }
        }
    }
}
