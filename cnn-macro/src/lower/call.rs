//! Calls: of layers, of blocks, and of other networks.

use std::rc::Rc;

use cnn_core::Kind;
use proc_macro2::{Ident, TokenTree};

use crate::call::bind::BoundCall;
use crate::call::evaluate::{self, EvaluatedCall};
use crate::call::operand::{Cut, NetworkOperand, Operand};
use crate::call::text::CallText;
use crate::lower::Lowering;
use crate::lower::environment::Environment;
use crate::lower::labels::interpolate;
use crate::lower::layers::{Flow, Origin};
use crate::lower::names::{NameScope, StatementName};
use crate::report::place::{NodeId, SpanRange};
use crate::report::wording::Message;
use crate::syntax::ast::{Call, NetworkPath};
use crate::syntax::label::{Reference, spelled};
use crate::value::scope::{Binding, LayerValue};
use crate::value::{substitute, text};

impl<'a> Lowering<'a, '_, '_> {
    /// Lowers a call: to a layer, the statements of a block, or another network.
    pub(super) fn call(
        &mut self,
        call: &'a Call,
        flow: Flow,
        name: &StatementName<'a>,
        names: &mut NameScope,
        env: &Environment,
    ) -> Flow {
        let (node, until) = (NodeId::of(call), call.until.as_ref());
        if let Some(path) = network_path(call, env) {
            return self.nested(node, (&path, until), flow, name, names, env);
        }
        if let Some(layer) = layer_value(call, env) {
            return self.layer_value(call, &layer, flow, name, names, env);
        }
        let (word, home) = self.word(call, env)?;
        let declared = self.session.declared();
        if !call.parens && declared.is_network(&word, home, self.params) {
            let last = Ident::new(&word, call.name.span());
            let tokens = vec![TokenTree::Ident(last.clone())];
            // What a parameter stands for is looked up where it was written.
            let tokens =
                if home == env.home() { substitute::path(&tokens, env.scope()) } else { tokens };
            let path = NetworkPath { tokens, last };
            return self.nested(node, (&path, until), flow, name, names, env);
        }
        if let Some(until) = until {
            let what = match declared.block(&word, home) {
                Some(_) => "block",
                None => "layer",
            };
            let message = format!("`until` ends a network early, but `{word}` is a {what}");
            self.error(NodeId::of(until), until.span, message, env);
        }
        if let Some(block) = self.session.block(&word, home) {
            return self.block(&block, call, flow, name, names, env);
        }
        let declared = self.session.declared();
        if declared.is_broken(&word, home) {
            self.errors.note_elsewhere();
            return None;
        }
        if call.parens && declared.is_declared_network(&word, home, self.params) {
            self.error(node, call.span, called_network(&word, call), env);
            return None;
        }
        let bound = self.session.bind(call, &word, env.scope(), self.errors)?;
        let evaluated = evaluate::call(&bound, env.scope(), env.within(), self.errors)?;
        let stem = bound.kind().signature().stem;
        self.push(evaluated, flow.into_iter().collect(), stem, name, names, env)
    }

    /// A layer with its arguments that a parameter of a block stands for.
    fn layer_value(
        &mut self,
        call: &'a Call,
        layer: &LayerValue,
        flow: Flow,
        name: &StatementName<'a>,
        names: &mut NameScope,
        env: &Environment,
    ) -> Flow {
        if call.parens {
            let text = format!(
                "`{}` is `{}` here, which already has its arguments",
                call.name, layer.text
            );
            let message = Message::from(text).write(&call.name.to_string());
            self.error(NodeId::of(call), call.span, message, env);
            return None;
        }
        if !self.is_shallow(call, env) {
            return None;
        }
        let given = self.session.given(layer.call)?;
        let (first, env) = (self.layers.len(), env.of_layer(layer));
        let flow = self.call(given, flow, name, names, &env);
        self.add_origin(Origin::Call(given), first, &env);
        flow
    }

    /// The layer or the block that a call means, and the `cnn!` that knows it: a parameter of a block may
    /// stand for one.
    pub(super) fn word(&mut self, call: &Call, env: &Environment) -> Option<(String, usize)> {
        let (name, home) = (call.name.to_string(), env.home());
        match env.scope().get(&name) {
            Some(Binding::Word { word, home, .. }) => Some((word.clone(), *home)),
            Some(Binding::Invalid) => None,
            Some(Binding::Infer | Binding::List(_) | Binding::Expr { .. })
                if !self.session.declared().is_layer(&name, home) =>
            {
                let message = format!("`{name}` is a value here, not a layer");
                self.error(NodeId::of(call), call.name.span(), message, env);
                None
            }
            _ => Some((name, home)),
        }
    }

    /// Another network as a layer, up to a label if one is given, which is `node` in the syntax tree. Its path is
    /// as rustc reads it.
    pub(super) fn nested(
        &mut self,
        node: NodeId,
        (path, until): (&NetworkPath, Option<&Reference>),
        flow: Flow,
        name: &StatementName<'a>,
        names: &mut NameScope,
        env: &Environment,
    ) -> Flow {
        if self.session.declared().leads_back(path, self.network) {
            return None;
        }
        let span = SpanRange::of(&path.tokens).unwrap_or(path.last.span().into());
        let mut written = text::path(&path.tokens);
        let until = match until {
            Some(label) => {
                let cut = self.cut(label, env)?;
                written = format!("{written} until {}", spelled(&cut.label));
                Some(cut)
            }
            None => None,
        };
        let end = until.as_ref().map(|cut| cut.label.clone());
        let text = CallText::new(written, span);
        let bound = BoundCall::bare(node, Kind::Network, path.last.clone(), text);
        let tokens = path.tokens.iter().cloned().collect();
        let operands = vec![Operand::Network(NetworkOperand { path: tokens, until })];
        let call = EvaluatedCall::new(Rc::new(bound), operands);
        let stem = path.last.to_string().to_lowercase();
        let first = self.layers.len();
        let flow = self.push(call, flow.into_iter().collect(), &stem, name, names, env);
        if let (StatementName::Given(label, _), true) = (name, self.layers.len() > first) {
            self.labels.network(names.full(label), first, end);
        }
        flow
    }

    /// The label at which a network ends.
    fn cut(&mut self, label: &Reference, env: &Environment) -> Option<Cut> {
        let text = label.text.as_ref()?;
        let at = (NodeId::of(label), label.span);
        let (computed, span) = (text.is_computed(), label.span);
        Some(Cut { label: interpolate(text, at, env, self.errors)?, span, computed })
    }
}

/// The layer with its arguments that a call means, if it is the name of one.
fn layer_value(call: &Call, env: &Environment) -> Option<Rc<LayerValue>> {
    match env.scope().get(&call.name.to_string())? {
        Binding::Expr { layer, .. } => layer.clone(),
        _ => None,
    }
}

/// The message for a network that is written like a layer: `Backbone(10)`.
fn called_network(name: &str, call: &Call) -> Message {
    let args: Vec<String> = call.args.iter().map(|arg| arg.value.text()).collect();
    let generics = if args.is_empty() { String::new() } else { format!("<{}>", args.join(", ")) };
    let text =
        format!("`{name}` is a network: its parameters are written in `<…>`, like those of a type");
    Message::from(text).write(&format!("{name}{generics}"))
}

/// The path of the network that a parameter of a block stands for: `m::Backbone<10>`.
fn network_path(call: &Call, env: &Environment) -> Option<NetworkPath> {
    let binding = env.scope().get(&call.name.to_string())?;
    let Binding::Expr { number: None, tokens, .. } = binding else { return None };
    let mut idents = tokens.iter().filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident),
        _ => None,
    });
    let is_network = |ident: &&Ident| ident.to_string().starts_with(char::is_uppercase);
    let last = idents.rfind(is_network).filter(|_| !call.parens)?;
    Some(NetworkPath { tokens: tokens.clone(), last: last.clone() })
}
