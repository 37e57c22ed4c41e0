//! From the syntax tree to a flat list of layers in the order they run: blocks opened, repeats
//! repeated, conditions decided, with the names of PyTorch's `state_dict`.

mod block;
mod call;
mod cycles;
mod declared;
mod environment;
mod join;
mod known;
mod labels;
pub mod layers;
mod names;
pub mod params;
pub mod session;
mod turns;

use std::ops::Range;
use std::rc::Rc;

use cnn_core::lint::Lint;
use proc_macro2::Ident;

use crate::call::evaluate::{self, EvaluatedCall};
use crate::lower::environment::Environment;
use crate::lower::labels::{Labels, interpolate};
use crate::lower::layers::{DeclaredShape, Flow, Layer, Layers, MAX_LAYERS, Origin};
use crate::lower::names::{LayerNames, NameScope, StatementName, second_label};
use crate::lower::session::Session;
use crate::lower::turns::Turns;
use crate::report::errors::Errors;
use crate::report::place::{NodeId, SpanRange};
use crate::report::wording::Message;
use crate::syntax::ast::{Body, Branches, Statement, StatementKind, WrittenShape};
use crate::syntax::label::Label;
use crate::value::expr::Expr;
use crate::value::number::Number;
use crate::value::scope::{Binding, Scope};

/// The layers of a network; none if its body could not be read.
///
/// `network` is its name, and `params` are its parameters.
pub fn lower<'a>(
    body: Option<&'a Body>,
    network: &str,
    allowed: &[Lint],
    params: &Scope,
    session: &mut Session<'a>,
    errors: &mut Errors,
) -> Layers<'a> {
    let Some(body) = body else { return Layers::unreadable() };
    let input = declared_shape(&body.input, params, errors);
    let output = body.output.as_ref().map(|shape| declared_shape(shape, params, errors));
    let mut lowering = Lowering {
        session,
        errors,
        network,
        params,
        names: LayerNames::default(),
        labels: Labels::default(),
        turns: Turns::default(),
        layers: Vec::new(),
        origins: Vec::new(),
        too_many: false,
    };
    let env = Environment::new(params.clone(), allowed);
    let mut flow = lowering.statements(&body.layers, Some(0), &mut NameScope::default(), &env);
    let Lowering { mut layers, mut origins, labels, too_many, .. } = lowering;
    labels.report_pending(errors);
    if too_many {
        // Thousands of layers by mistake are neither checked nor shown.
        (layers, origins, flow) = (Vec::new(), Vec::new(), None);
    }
    if flow.is_none() && errors.is_empty() {
        // Whatever made it incomplete should have been reported.
        errors.push(body.input.span, "this network could not be read");
    }
    Layers { input, output, list: layers, origins, complete: flow.is_some() }
}

fn declared_shape(shape: &WrittenShape, params: &Scope, errors: &mut Errors) -> DeclaredShape {
    DeclaredShape { span: shape.span, sizes: evaluate::sizes(&shape.sizes, params, errors) }
}

/// What is known of a network while it is lowered. What lowers a statement takes the value that flows
/// into it, and returns the value that leaves it.
struct Lowering<'a, 's, 'e> {
    session: &'s mut Session<'a>,
    errors: &'e mut Errors,
    /// The name of the network.
    network: &'s str,
    /// The parameters of the network.
    params: &'s Scope,
    names: LayerNames,
    labels: Labels,
    turns: Turns,
    layers: Vec<Layer<'a>>,
    /// What the statements with labels and the calls have become, for editors.
    origins: Vec<(Origin<'a>, Range<usize>)>,
    /// Whether there are more layers than a network may have.
    too_many: bool,
}

impl<'a> Lowering<'a, '_, '_> {
    fn statements(
        &mut self,
        statements: &'a [Statement],
        mut flow: Flow,
        names: &mut NameScope,
        env: &Environment<'a>,
    ) -> Flow {
        let mut env = env.clone();
        for statement in statements {
            flow = self.statement(statement, flow, names, &mut env);
        }
        flow
    }

    fn statement(
        &mut self,
        statement: &'a Statement,
        flow: Flow,
        names: &mut NameScope,
        env: &mut Environment<'a>,
    ) -> Flow {
        let inner = env.of_statement(statement);
        match &statement.kind {
            StatementKind::Let { name, value } => {
                let place = Labels::place_of_let(names);
                env.bind(name, self.binding(value, &place, &inner));
                flow
            }
            StatementKind::If { condition, then, otherwise } => {
                match known::condition(condition, &inner, self.errors)? {
                    true => self.statements(then, flow, names, &inner),
                    false => self.statements(otherwise, flow, names, &inner),
                }
            }
            StatementKind::For { name, start, end, layers } => {
                let turns = self.iterations(name, start, end, &inner)?;
                turns.iter().fold(flow, |flow, env| self.statements(layers, flow, names, env))
            }
            // Without a label, braces only group.
            StatementKind::Group { seq: false, layers } if statement.label.is_none() => {
                self.statements(layers, flow, names, &inner)
            }
            StatementKind::Repeat { body, count }
                if statement.label.as_ref().is_none_or(|label| label.text.is_none()) =>
            {
                self.repeat(body, count, flow, names, &inner)
            }
            kind => {
                let name = self.name(statement.label.as_ref(), names, &inner);
                let first = self.layers.len();
                let flow = self.kind(kind, flow, &name, names, &inner);
                if let StatementName::Given(text, label) = &name {
                    self.origins.push((Origin::Label(label), first..self.layers.len()));
                    let full = names.full(text);
                    if !self.labels.define(full.clone(), flow) {
                        self.error(NodeId::of(*label), label.span, second_label(&full), &inner);
                    }
                }
                flow
            }
        }
    }

    /// The name of a statement in its scope.
    fn name(
        &mut self,
        label: Option<&'a Label>,
        names: &mut NameScope,
        env: &Environment<'a>,
    ) -> StatementName<'a> {
        let Some(label) = label else { return names.next_index() };
        let Some(text) = &label.text else { return StatementName::Own };
        let index = names.next_index();
        match interpolate(text, (NodeId::of(label), label.span), env, self.errors) {
            Some(text) => StatementName::Given(text, label),
            None => index,
        }
    }

    /// What a statement does that gives layers.
    fn kind(
        &mut self,
        kind: &'a StatementKind,
        flow: Flow,
        name: &StatementName<'a>,
        names: &mut NameScope,
        env: &Environment<'a>,
    ) -> Flow {
        match kind {
            StatementKind::Call(call) => {
                let first = self.layers.len();
                let flow = self.call(call, flow, name, names, env);
                self.origins.push((Origin::Call(call), first..self.layers.len()));
                flow
            }
            StatementKind::Network(path) => {
                self.nested(NodeId::of(path), path, flow, name, names, env)
            }
            StatementKind::Group { seq, layers } => match name {
                StatementName::Given(label, _) | StatementName::Index(label) => {
                    self.statements(layers, flow, &mut names.below(label, *seq), env)
                }
                StatementName::Own | StatementName::Counted if *seq => {
                    self.statements(layers, flow, &mut names.sequence(), env)
                }
                StatementName::Own | StatementName::Counted => {
                    self.statements(layers, flow, names, env)
                }
            },
            // With a label, a repeat is a `seq` of that many statements.
            StatementKind::Repeat { body, count } => match name {
                StatementName::Given(label, _) | StatementName::Index(label) => {
                    self.repeat(body, count, flow, &mut names.below(label, true), env)
                }
                StatementName::Own | StatementName::Counted => {
                    self.repeat(body, count, flow, names, env)
                }
            },
            StatementKind::Join { kind, keyword, branches } => {
                let ends = self.branches(branches, flow, name, names, env);
                let residual = matches!(branches, Branches::Residual(..));
                let bound = self.session.join(*kind, keyword, residual);
                self.join(bound, ends, name, names, env)
            }
            StatementKind::Let { .. }
            | StatementKind::If { .. }
            | StatementKind::For { .. }
            | StatementKind::Broken => None,
        }
    }

    /// Without a label, a repeat is that many statements in a row.
    fn repeat(
        &mut self,
        body: &'a StatementKind,
        count: &Expr,
        mut flow: Flow,
        names: &mut NameScope,
        env: &Environment<'a>,
    ) -> Flow {
        let count = known::count(count, "the count of a repeat", env, self.errors)?;
        for _ in 0..count {
            if !self.turns.take(None, self.errors) {
                break;
            }
            flow = match body {
                StatementKind::Group { seq: false, layers } => {
                    self.statements(layers, flow, names, env)
                }
                body => {
                    let name = names.next_index();
                    self.kind(body, flow, &name, names, env)
                }
            };
        }
        flow
    }

    /// The environments of the turns of an iteration.
    fn iterations(
        &mut self,
        name: &Ident,
        start: &Expr,
        end: &Expr,
        env: &Environment<'a>,
    ) -> Option<Vec<Environment<'a>>> {
        let start = known::count(start, "the start of an iteration", env, self.errors);
        let end = known::count(end, "the end of an iteration", env, self.errors);
        let mut turns = Vec::new();
        for turn in start?..end? {
            if !self.turns.take(Some(name.span()), self.errors) {
                break;
            }
            turns.push(env.with(name, Binding::number(Number::Int(turn as i128))));
        }
        Some(turns)
    }

    /// Adds a layer, and returns what leaves it. `None`, after an error, if there is no room for it.
    fn push(
        &mut self,
        call: EvaluatedCall<'a>,
        inputs: Vec<usize>,
        stem: &str,
        name: &StatementName<'a>,
        names: &mut NameScope,
        env: &Environment<'a>,
    ) -> Flow {
        let bound = call.bound();
        if self.layers.len() == MAX_LAYERS {
            if !std::mem::replace(&mut self.too_many, true) {
                let message = format!("a network has {MAX_LAYERS} layers at most");
                self.errors.push(bound.text().span(), message);
            }
            return None;
        }
        let full = names.of_layer(name, stem);
        if let Some(message) = self.names.give(&full, name, bound.kind()) {
            let (node, span) = match name {
                StatementName::Given(_, label) => (NodeId::of(*label), label.span),
                _ => (bound.node(), bound.keyword().span()),
            };
            self.error(node, span, message, env);
        }
        self.layers.push(Layer {
            name: full,
            call: Rc::new(call),
            inputs,
            frozen: env.is_frozen(),
            allowed: env.allowed().clone(),
            within: env.within().clone(),
        });
        Some(self.layers.len())
    }

    /// Reports an error, once for each call of a block that leads there.
    fn error(
        &mut self,
        node: NodeId,
        at: impl Into<SpanRange>,
        message: impl Into<Message>,
        env: &Environment<'a>,
    ) {
        env.error(self.errors, node, at, message);
    }
}
