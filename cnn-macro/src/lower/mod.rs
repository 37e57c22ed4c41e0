//! From the syntax tree to a flat list of layers in the order they run: blocks opened, repeats
//! repeated, conditions decided, with the names of PyTorch's `state_dict`.

mod again;
mod block;
mod call;
mod cycles;
mod declared;
mod environment;
mod iterate;
mod join;
mod known;
mod labels;
pub mod layers;
mod named;
mod names;
pub mod params;
pub mod session;
pub mod sizes;
pub mod taps;
mod turns;
mod variable;

use std::ops::Range;
use std::rc::Rc;

use cnn_core::Kind;
use cnn_core::lint::Lint;
use proc_macro2::Ident;
use syn::ext::IdentExt as _;

use crate::call::evaluate::{self, EvaluatedCall};
use crate::lower::again::Parts;
use crate::lower::environment::Environment;
use crate::lower::labels::{Labels, interpolate};
use crate::lower::layers::{
    DeclaredShape, Flow, Input, Layer, Layers, MAX_LAYERS, Mark, NOTHING, Origin, Output, by_call,
};
use crate::lower::names::{LayerNames, NameScope, StatementName, second_label};
use crate::lower::session::Session;
use crate::lower::sizes::Sizes;
use crate::lower::taps::tap_of;
use crate::lower::turns::Turns;
use crate::report::errors::Errors;
use crate::report::place::{NodeId, SpanRange};
use crate::report::suggest;
use crate::report::wording::Message;
use crate::syntax::ast::{
    Body, Branches, NetworkPath, Statement, StatementKind, WrittenInput, WrittenOutput,
    WrittenShape,
};
use crate::syntax::label::{Label, Reference};
use crate::value::expr::Expr;
use crate::value::scope::{Binding, Scope};
use crate::value::substitute;

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
    let inputs: Vec<Input> =
        body.inputs.iter().map(|input| declared_input(input, params, errors)).collect();
    let mut lowering = Lowering {
        session,
        errors,
        network,
        params,
        inputs: &inputs,
        names: LayerNames::default(),
        labels: Labels::default(),
        sizes: Sizes::default(),
        variables: Vec::new(),
        parts: Parts::default(),
        turns: Turns::default(),
        layers: Vec::new(),
        marks: Vec::new(),
        origins: Vec::new(),
        docs: Vec::new(),
        too_many: false,
    };
    for (value, input) in inputs.iter().enumerate().filter(|(_, input)| !input.name.is_empty()) {
        lowering.labels.define(input.name.clone(), Some(value));
    }
    let env = Environment::new(params.clone(), allowed);
    let before = lowering.errors.len();
    let given = (Some(if inputs.len() == 1 { 0 } else { NOTHING }), lowering.labels.len());
    let flow = lowering.statements(&body.layers, given.0, &mut NameScope::default(), &env);
    let is_read = !body.layers.iter().any(|one| matches!(one.kind, StatementKind::Broken));
    // What only hands its inputs on has labels of its own, or says which one flows.
    let does_nothing = lowering.layers.is_empty() && (flow, lowering.labels.len()) == given;
    let is_empty = does_nothing && is_read && lowering.errors.len() == before;
    let outputs = match is_empty {
        true => lowering.no_layers(),
        false => lowering.outputs(&body.outputs, flow, &env),
    };
    let Lowering { mut layers, mut marks, mut origins, mut docs, labels, too_many, .. } = lowering;
    let mut taps = labels.taps().all();
    labels.report_pending(errors);
    let mut complete = outputs.is_some();
    if too_many {
        // Thousands of layers by mistake are neither checked nor shown.
        (layers, origins, complete) = (Vec::new(), Vec::new(), false);
        docs = Vec::new();
        (taps, marks) = (Vec::new(), Vec::new());
    }
    if !complete && !errors.is_anything_reported() {
        // Whatever made it incomplete should have been reported.
        errors.push(inputs[0].shape.span, "this network could not be read");
    }
    // After something unreadable, what the last layer makes is as good as any.
    let last = || vec![Output::unnamed(inputs.len() + layers.len() - 1)];
    let mut outputs = outputs.filter(|_| complete).unwrap_or_else(last);
    // What is taken from inside networks follows what the layers make, now that these are known.
    let first_tap = inputs.len() + layers.len();
    let taken = layers.iter_mut().flat_map(|layer| &mut layer.inputs);
    let given = outputs.iter_mut().map(|output| &mut output.value);
    for value in taken.chain(given).chain(marks.iter_mut().map(|mark| &mut mark.value)) {
        if let Some(tap) = tap_of(*value) {
            *value = first_tap + tap;
        }
    }
    let (calls, allowed) = (by_call(&layers), allowed.to_vec());
    Layers { inputs, outputs, list: layers, taps, marks, calls, allowed, origins, docs, complete }
}

fn declared_input(input: &WrittenInput, params: &Scope, errors: &mut Errors) -> Input {
    let span = input.name.as_ref().map_or(input.shape.span, Ident::span);
    let name = input.name.as_ref().map(|name| name.unraw().to_string()).unwrap_or_default();
    Input { name, span, shape: declared_shape(&input.shape, params, errors) }
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
    /// Its inputs, which are the first values.
    inputs: &'s [Input],
    names: LayerNames,
    labels: Labels,
    sizes: Sizes,
    /// The variables so far: how often each has been assigned to, and its value.
    variables: Vec<(usize, Binding)>,
    parts: Parts,
    turns: Turns,
    layers: Vec<Layer<'a>>,
    /// Labels that stand for something else than what the last layer makes whose name begins with them.
    marks: Vec<Mark>,
    /// The layers of labelled statements and of calls, for editors.
    origins: Vec<(Origin<'a>, Range<usize>)>,
    /// The doc comments of statements, with what these have become.
    docs: Vec<(Range<usize>, &'a str)>,
    /// Whether there are more layers than a network may have.
    too_many: bool,
}

impl<'a> Lowering<'a, '_, '_> {
    fn statements(
        &mut self,
        statements: &'a [Statement],
        mut flow: Flow,
        names: &mut NameScope,
        env: &Environment,
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
        env: &mut Environment,
    ) -> Flow {
        self.refresh(env);
        let first = self.layers.len();
        let flow = self.undocumented(statement, flow, names, env);
        if !statement.docs.is_empty() && self.layers.len() > first {
            self.docs.push((first..self.layers.len(), &statement.docs));
        }
        flow
    }

    /// A statement, whatever its doc comment is.
    fn undocumented(
        &mut self,
        statement: &'a Statement,
        flow: Flow,
        names: &mut NameScope,
        env: &mut Environment,
    ) -> Flow {
        let inner = env.of_statement(statement);
        match &statement.kind {
            StatementKind::Let { pattern, value } => {
                if Self::is_shape(value, env) {
                    self.bind_sizes(pattern, value, flow, env);
                    return flow;
                }
                let place = Labels::place_of_let(names);
                let value = self.binding(value, &place, &inner);
                self.bind(pattern, value, env);
                flow
            }
            StatementKind::Assign { name, value } => {
                self.assign(name, value, names, &inner);
                flow
            }
            StatementKind::From(label) => self.from(label, flow, names, &inner),
            StatementKind::If { condition, then, otherwise } => {
                match known::condition(condition, &inner, self.errors)? {
                    true => self.statements(then, flow, names, &inner),
                    false => self.statements(otherwise, flow, names, &inner),
                }
            }
            StatementKind::For { pattern, values, layers } => {
                let place = self.labels.place(names);
                let turns = self.iterations(pattern, values, &place, &inner)?;
                turns.iter().fold(flow, |flow, env| self.statements(layers, flow, names, env))
            }
            // Without a label, braces only group.
            StatementKind::Group { seq: false, at, layers } if statement.label.is_none() => {
                if names.is_seq() {
                    let message = "`{ … }` in a `seq` needs a name\n\
                        write `seq { … }` for a nested `Sequential`, or `_: { … }` to number its layers in this `seq`";
                    self.error(NodeId::of(statement), *at, message, &inner);
                }
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
                let flow = match &name {
                    StatementName::Given(text, _) => self.parts.begin(names.full(text), flow),
                    _ => flow,
                };
                let flow = self.kind(kind, flow, &name, names, &inner);
                self.mark_named(&name, names, first, flow);
                if let StatementName::Given(text, label) = &name {
                    self.add_origin(Origin::Label(label), first, &inner);
                    self.parts.end(first..self.layers.len(), flow);
                    let full = names.full(text);
                    if !self.labels.define(full.clone(), flow) {
                        self.error(NodeId::of(*label), label.span, second_label(&full), &inner);
                    }
                }
                flow
            }
        }
    }

    /// Notes what a label or a call has become, from the layer `first` on. What is in another `cnn!` is of no
    /// interest to the editor of this one.
    fn add_origin(&mut self, origin: Origin<'a>, first: usize, env: &Environment) {
        if env.outer().is_none() {
            self.origins.push((origin, first..self.layers.len()));
        }
    }

    /// Notes what a statement stands for, if it has a name of its own.
    fn mark_named(
        &mut self,
        name: &StatementName<'a>,
        names: &NameScope,
        first: usize,
        flow: Flow,
    ) {
        if let StatementName::Given(name, _) | StatementName::Index(name) = name {
            self.mark(name, names, first, flow);
        }
    }

    /// Notes what a statement with this name stands for that has become the layers from the `first` on, if that
    /// is not what the last of them makes: then its name does not tell.
    fn mark(&mut self, name: &str, names: &NameScope, first: usize, flow: Flow) {
        let Some(value) = flow.filter(|value| *value != NOTHING) else { return };
        let (value, layers) = (self.parts.made(value), self.layers.len());
        if layers == first || value != self.inputs.len() + layers - 1 {
            self.marks.push(Mark { label: names.full(name), value, layers });
        }
        // A label with dots may be in the scope of another one, after its end.
        for (dot, _) in name.match_indices('.') {
            let around = names.full(&name[..dot]);
            if let Some(Some(value)) = self.labels.at_top(&around)
                && let Some(layer) = value.checked_sub(self.inputs.len())
                && layer < layers
            {
                self.marks.push(Mark { label: around, value, layers: layer + 1 });
            }
        }
    }

    /// The name of a statement in its scope.
    fn name(
        &mut self,
        label: Option<&'a Label>,
        names: &mut NameScope,
        env: &Environment,
    ) -> StatementName<'a> {
        let Some(label) = label else { return names.next_index() };
        let Some(text) = &label.text else { return StatementName::Own };
        let index = names.next_index();
        match interpolate(text, (NodeId::of(label), label.span), env, self.errors) {
            Some(text) => StatementName::Given(text, label),
            None => index,
        }
    }

    /// Lowers a statement that adds layers.
    fn kind(
        &mut self,
        kind: &'a StatementKind,
        flow: Flow,
        name: &StatementName<'a>,
        names: &mut NameScope,
        env: &Environment,
    ) -> Flow {
        match kind {
            StatementKind::Call(call) => {
                let first = self.layers.len();
                let flow = self.call(call, flow, name, names, env);
                self.add_origin(Origin::Call(call), first, env);
                flow
            }
            StatementKind::Network { path, until } => {
                let (node, NetworkPath { tokens, last }) = (NodeId::of(path), path);
                let tokens = substitute::path(tokens, env.scope());
                let path = NetworkPath { tokens, last: last.clone() };
                self.nested(node, (&path, until.as_ref()), flow, name, names, env)
            }
            StatementKind::Group { seq, layers, .. } => match name {
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
            // A block that cannot have this name has been reported.
            StatementKind::Join { call, .. }
                if self.session.declared().is_broken(&call.name.to_string(), env.home()) =>
            {
                self.errors.note_elsewhere();
                None
            }
            StatementKind::Join { kind, call, branches } => {
                let ends = self.branches(branches, flow, name, names, env);
                let residual = matches!(branches, Branches::Residual(..));
                let bound = self.session.join(*kind, call, residual, env.scope(), self.errors)?;
                // What it joins are layers of their own.
                let first = self.layers.len();
                let flow = self.join(&bound, ends, name, names, env);
                self.add_origin(Origin::Call(call), first, env);
                flow
            }
            StatementKind::From(label) => self.from(label, flow, names, env),
            StatementKind::Again { keyword, label } => {
                self.again(keyword, label, flow, name, names, env)
            }
            StatementKind::Let { .. }
            | StatementKind::Assign { .. }
            | StatementKind::If { .. }
            | StatementKind::For { .. }
            | StatementKind::Broken => None,
        }
    }

    /// The value of a label, which flows from here on.
    fn from(
        &mut self,
        reference: &'a Reference,
        flow: Flow,
        names: &NameScope,
        env: &Environment,
    ) -> Flow {
        let found = self.labels.find(reference, flow, names, env, self.errors)?;
        match found.flows[..] {
            [value] => value,
            _ => {
                let message =
                    format!("`{}` is a list, but `from` continues from one value", found.label);
                self.error(NodeId::of(reference), reference.span, message, env);
                None
            }
        }
    }

    /// The outputs of the network: the values of the labels that are named, or what flows at its end.
    /// `None` after an error.
    fn outputs(
        &mut self,
        written: &[WrittenOutput],
        flow: Flow,
        env: &Environment,
    ) -> Option<Vec<Output>> {
        let mut shape = |output: &WrittenOutput| {
            let shape = output.shape.as_ref();
            shape.map(|shape| declared_shape(shape, self.params, self.errors))
        };
        let shapes: Vec<Option<DeclaredShape>> = written.iter().map(&mut shape).collect();
        let values: Vec<(String, Flow)> = match written {
            [] | [WrittenOutput { name: None, .. }] => vec![(String::new(), flow)],
            named => named
                .iter()
                .flat_map(|output| output.name.as_ref())
                .map(|name| self.output(name, env))
                .collect(),
        };
        let shapes = shapes.into_iter().chain(std::iter::repeat_with(|| None));
        let mut outputs = Vec::new();
        for ((name, value), shape) in values.into_iter().zip(shapes) {
            let value = self.parts.made(value.filter(|value| *value != NOTHING)?);
            outputs.push(Output { name, value, shape });
        }
        Some(outputs)
    }

    /// The value of a label that is an output.
    fn output(&mut self, name: &Ident, env: &Environment) -> (String, Flow) {
        let label = name.unraw().to_string();
        let value = self.labels.at_top(&label);
        if value.is_none() {
            let known = suggest::closest(&label, self.labels.outermost());
            let message = Message::from(format!(
                "an output must be a label of this network, but there is no label `{label}`"
            ));
            let message = match known {
                Some(known) => message.write(known),
                None => message,
            };
            env.error(self.errors, NodeId::of(name), name.span(), message);
        }
        (label, value.flatten())
    }

    /// Without a label, a repeat is that many statements in a row.
    fn repeat(
        &mut self,
        body: &'a StatementKind,
        count: &Expr,
        mut flow: Flow,
        names: &mut NameScope,
        env: &Environment,
    ) -> Flow {
        let count = known::count(count, "the count of a repeat", env, self.errors)?;
        for _ in 0..count {
            if !self.turns.take(None, self.errors) {
                break;
            }
            flow = match body {
                StatementKind::Group { seq: false, layers, .. } => {
                    self.statements(layers, flow, names, env)
                }
                body => {
                    let (name, first) = (names.next_index(), self.layers.len());
                    let flow = self.kind(body, flow, &name, names, env);
                    self.mark_named(&name, names, first, flow);
                    flow
                }
            };
        }
        flow
    }

    /// Adds a layer, and returns what leaves it. `None`, after an error, if there is no room for it.
    fn push(
        &mut self,
        call: EvaluatedCall<'a>,
        inputs: Vec<usize>,
        stem: &str,
        name: &StatementName<'a>,
        names: &mut NameScope,
        env: &Environment,
    ) -> Flow {
        let bound = call.bound();
        if inputs.contains(&NOTHING) {
            self.nothing_flows(bound.node(), bound.text().span(), env);
            return None;
        }
        if self.layers.len() == MAX_LAYERS {
            self.too_many(bound.text().span());
            return None;
        }
        let inputs = self.parts.take(inputs);
        let full = names.of_layer(name, stem);
        let at = (bound.node(), bound.keyword().span().into());
        self.give_name(&full, bound.kind(), name, at, env);
        self.layers.push(Layer {
            name: full,
            call: Rc::new(call),
            inputs,
            frozen: env.is_frozen(),
            in_branch: env.is_in_branch(),
            allowed: env.allowed().clone(),
            within: env.within().clone(),
            again: None,
        });
        Some(self.inputs.len() + self.layers.len() - 1)
    }

    /// Gives a layer its full name. If it cannot have it, that is an error at the label of the statement, or
    /// `at` the call where there is none.
    fn give_name(
        &mut self,
        full: &str,
        kind: Kind,
        name: &StatementName<'a>,
        at: (NodeId, SpanRange),
        env: &Environment,
    ) {
        if let Some(message) = self.names.give(full, name, kind) {
            let (node, span) = match name {
                StatementName::Given(_, label) => (NodeId::of(*label), label.span.into()),
                _ => at,
            };
            self.error(node, span, message, env);
        }
    }

    /// Reports that nothing flows into a layer yet.
    fn nothing_flows(&mut self, node: NodeId, at: SpanRange, env: &Environment) {
        let inputs = self.labels.outermost().map(|input| format!("`from({input});`"));
        let inputs: Vec<String> = inputs.collect();
        let message = format!(
            "there is no current value yet; a network with several inputs starts with {}",
            inputs.join(" or ")
        );
        self.error(node, at, message, env);
    }

    /// Reports that a network has no layers; nothing else is reported about it.
    fn no_layers<T>(&mut self) -> Option<T> {
        let message = "this network has no layers; it needs at least one, such as `conv(3, 20, 5)`";
        self.errors.push(self.inputs[0].span, message);
        None
    }

    /// Reports that a network has more layers than it may, once.
    fn too_many(&mut self, at: impl Into<SpanRange>) {
        if !std::mem::replace(&mut self.too_many, true) {
            self.errors.push(at, format!("a network can have at most {MAX_LAYERS} layers"));
        }
    }

    /// Reports an error, once for each call of a block that leads there.
    fn error(
        &mut self,
        node: NodeId,
        at: impl Into<SpanRange>,
        message: impl Into<Message>,
        env: &Environment,
    ) {
        env.error(self.errors, node, at, message);
    }
}
