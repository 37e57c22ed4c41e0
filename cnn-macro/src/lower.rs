//! From the syntax tree to a flat list of layers in the order they run: groups and blocks opened,
//! repeats repeated, conditions decided, with the names of PyTorch's `state_dict`.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use cnn_core::Kind;
use cnn_core::signature::Takes;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};

use crate::ast::{Body, Call, Label, NetworkPath, Op, Sizes, Stmt};
use crate::bind::Bound;
use crate::errors::{Errors, Extent};
use crate::eval;
use crate::expr::Expr;
use crate::flat::{Flat, Header, Layer, Template};
use crate::naming::{Name, Names};
use crate::number::{Integers, Number};
use crate::operand::{Evaluation, Operand};
use crate::scope::{Binding, Scope};
use crate::session::Session;
use crate::text;

/// More layers than any network has; repeats could ask for any number.
pub(crate) const MAX_LAYERS: usize = 100_000;

/// Flattens the body of a network.
pub fn lower<'a>(
    body: &'a Body,
    scope: &Scope,
    session: &mut Session<'a>,
    errors: &mut Errors,
) -> Flat<'a> {
    let mut evaluation = Evaluation { scope, errors };
    let input = header(&mut evaluation, "a size of the input", &body.input);
    let output =
        body.output.as_ref().map(|sizes| header(&mut evaluation, "a size of the output", sizes));
    let mut lowering = Lowering {
        session,
        errors,
        base: scope,
        names: HashSet::new(),
        values: HashMap::new(),
        pending: Vec::new(),
        layers: Vec::new(),
        flow: Some(0),
        turns: 0,
    };
    let context = Context { scope: Rc::new(scope.clone()), ..Context::default() };
    lowering.statements(&body.layers, &mut Names::default(), &context);
    lowering.report_pending();
    let Lowering { layers, flow, .. } = lowering;
    Flat { input, output, layers, complete: flow.is_some() }
}

fn header(evaluation: &mut Evaluation<'_, '_>, what: &str, sizes: &Sizes) -> Header {
    let values = sizes.sizes.iter().map(|size| evaluation.value(what, Takes::Size, size));
    Header { span: sizes.span, sizes: values.collect() }
}

/// What holds for the statements in some place.
#[derive(Clone, Default)]
pub(crate) struct Context<'a> {
    pub(crate) scope: Rc<Scope>,
    pub(crate) frozen: bool,
    /// The calls of blocks, the innermost first, for messages.
    pub(crate) within: Rc<str>,
    /// The blocks that are open.
    pub(crate) open: Vec<&'a Ident>,
}

pub(crate) struct Lowering<'a, 's, 'e> {
    pub(crate) session: &'s mut Session<'a>,
    pub(crate) errors: &'e mut Errors,
    /// The parameters of the network.
    pub(crate) base: &'s Scope,
    /// The names of layers.
    names: HashSet<String>,
    /// What left each labelled statement; `None` if that is not known.
    pub(crate) values: HashMap<String, Option<usize>>,
    /// Labels that were not found, with the names they could have.
    pub(crate) pending: Vec<(Span, String, Vec<String>)>,
    pub(crate) layers: Vec<Layer<'a>>,
    /// The value that flows into the next layer; `None` after something unreadable.
    pub(crate) flow: Option<usize>,
    /// How often something has been repeated.
    pub(crate) turns: usize,
}

impl<'a> Lowering<'a, '_, '_> {
    pub(crate) fn statements(
        &mut self,
        statements: &'a [Stmt],
        names: &mut Names,
        context: &Context<'a>,
    ) {
        let mut context = context.clone();
        for statement in statements {
            self.statement(statement, names, &mut context);
        }
    }

    pub(crate) fn statement(
        &mut self,
        statement: &'a Stmt,
        names: &mut Names,
        context: &mut Context<'a>,
    ) {
        let inner = Context { frozen: context.frozen || statement.frozen, ..context.clone() };
        match &statement.op {
            Op::Let { name, value } => {
                let binding = self.binding(value, &inner);
                Rc::make_mut(&mut context.scope).bind(name.to_string(), binding);
            }
            Op::If { condition, then, otherwise } => match self.decide(condition, &inner) {
                Some(true) => self.statements(then, names, &inner),
                Some(false) => self.statements(otherwise, names, &inner),
                None => self.flow = None,
            },
            Op::For { name, start, end, layers } => {
                for context in self.turns_of(name, start, end, &inner) {
                    self.statements(layers, names, &context);
                }
            }
            // Without a label, braces only group.
            Op::Group { seq: false, layers } if statement.label.is_none() => {
                self.statements(layers, names, &inner);
            }
            Op::Repeat { op, count }
                if statement.label.as_ref().is_none_or(|l| l.text.is_none()) =>
            {
                self.repeat(op, count, names, &inner);
            }
            op => {
                let name = self.name(statement.label.as_ref(), names, &inner);
                self.op(op, &name, names, &inner);
                if let Name::Given(label, span) = &name {
                    self.label(&names.full(label), *span);
                }
            }
        }
    }

    /// The name of a statement in its scope.
    fn name(&mut self, label: Option<&Label>, names: &mut Names, context: &Context<'a>) -> Name {
        let Some(label) = label else { return names.next_index() };
        let Some(text) = &label.text else { return Name::Own };
        let index = names.next_index();
        match self.interpolate(text, label.span, context) {
            Some(text) => Name::Given(text, label.span),
            None => index,
        }
    }

    /// A label with the values of what stands in its braces: `"block{i + 1}"`.
    fn interpolate(&mut self, label: &str, span: Span, context: &Context<'a>) -> Option<String> {
        let mut text = String::new();
        let mut rest = label;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (inner, after) = after.split_once('}').unwrap_or((after, ""));
            let Some(value) = number(inner, &context.scope) else {
                let message = format!("`{inner}` in this label is no number that is known here");
                self.errors.push_once(span, message);
                return None;
            };
            text.push_str(&value.to_string());
            rest = after;
        }
        Some(text + rest)
    }

    /// Notes what left a labelled statement.
    fn label(&mut self, name: &str, span: Span) {
        if self.values.insert(name.to_owned(), self.flow).is_some() {
            self.errors.push_once(span, second_label(name));
        }
    }

    fn op(&mut self, op: &'a Op, name: &Name, names: &mut Names, context: &Context<'a>) {
        match op {
            Op::Call(call) => self.call(call, name, names, context),
            Op::Network(path) => self.network(path, name, names, context),
            Op::Group { seq, layers } => match name {
                Name::Given(label, _) | Name::Index(label) => {
                    self.statements(layers, &mut names.below(label, *seq), context);
                }
                Name::Own | Name::Counted if *seq => {
                    self.statements(layers, &mut names.sequence(), context);
                }
                Name::Own | Name::Counted => self.statements(layers, names, context),
            },
            // With a label, a repeat is a `seq` of that many statements.
            Op::Repeat { op, count } => match name {
                Name::Given(label, _) | Name::Index(label) => {
                    self.repeat(op, count, &mut names.below(label, true), context);
                }
                Name::Own | Name::Counted => self.repeat(op, count, names, context),
            },
            Op::Join { keyword, branches } => self.join(keyword, branches, name, names, context),
            Op::Let { .. } | Op::If { .. } | Op::For { .. } | Op::Broken => self.flow = None,
        }
    }

    /// Without a label, a repeat is that many statements in a row.
    fn repeat(&mut self, op: &'a Op, count: &Expr, names: &mut Names, context: &Context<'a>) {
        let Some(count) = self.known(count, context, "the count of a repeat") else {
            self.flow = None;
            return;
        };
        for _ in 0..count {
            if !self.turn(None) {
                return;
            }
            match op {
                Op::Group { seq: false, layers } => self.statements(layers, names, context),
                op => {
                    let name = names.next_index();
                    self.op(op, &name, names, context);
                }
            }
        }
    }

    /// The layer or the block that a call means: a parameter of a block may stand for one.
    pub(crate) fn word(&mut self, call: &Call, context: &Context<'a>) -> Option<String> {
        let name = call.name.to_string();
        match context.scope.get(&name) {
            Some(Binding::Word(word)) => Some(word.clone()),
            Some(Binding::Invalid) => None,
            Some(Binding::Infer | Binding::List(_) | Binding::Expr { .. })
                if !self.session.is_layer(&name) =>
            {
                let message = format!("`{name}` is a value here, and no layer");
                self.errors.push_once(call.name.span(), message);
                None
            }
            _ => Some(name),
        }
    }

    fn call(&mut self, call: &'a Call, name: &Name, names: &mut Names, context: &Context<'a>) {
        let Some(word) = self.word(call, context) else {
            self.flow = None;
            return;
        };
        if let Some(block) = self.session.block(&word) {
            return self.block(block, call, name, names, context);
        }
        if !call.parens && self.session.is_network(&word, self.base) {
            let tokens = vec![TokenTree::Ident(call.name.clone())];
            let path = NetworkPath { tokens, last: call.name.clone() };
            return self.network(&path, name, names, context);
        }
        let Some(bound) = self.session.bind(call, &word, &context.scope, self.errors) else {
            self.flow = None;
            return;
        };
        // Wrong arguments are reported once, however often the call is repeated.
        let mut repeated = Errors::default();
        let first = self.session.is_first(&bound);
        let errors = if first { &mut *self.errors } else { &mut repeated };
        let operands = Evaluation { scope: &context.scope, errors }.operands(&bound);
        match operands {
            Some(operands) => {
                let stem = bound.kind.signature().stem;
                let inputs = self.flow.into_iter().collect();
                self.push(Template { bound, operands }, inputs, stem, name, names, context);
            }
            None => self.flow = None,
        }
    }

    /// Another network as a layer.
    fn network(
        &mut self,
        path: &NetworkPath,
        name: &Name,
        names: &mut Names,
        context: &Context<'a>,
    ) {
        let bound = Bound {
            kind: Kind::Network,
            extent: Extent::of(&path.tokens).unwrap_or(path.last.span().into()),
            keyword: path.last.clone(),
            slots: Vec::new(),
            text: text::of(&path.tokens),
            places: Vec::new(),
            extents: Vec::new(),
        };
        let template = Template {
            bound: Rc::new(bound),
            operands: vec![Operand::Network(path.tokens.iter().cloned().collect())],
        };
        let stem = path.last.to_string().to_lowercase();
        let inputs = self.flow.into_iter().collect();
        self.push(template, inputs, &stem, name, names, context);
    }

    /// Adds a layer.
    pub(crate) fn push(
        &mut self,
        template: Template<'a>,
        inputs: Vec<usize>,
        stem: &str,
        name: &Name,
        names: &mut Names,
        context: &Context<'a>,
    ) {
        let extent = template.bound.extent;
        if self.layers.len() == MAX_LAYERS {
            self.errors.push_once(extent, format!("a network has {MAX_LAYERS} layers at most"));
            return;
        }
        let full = names.of_layer(name, stem);
        if !self.names.insert(full.clone()) {
            match name {
                Name::Given(_, span) => self.errors.push_once(*span, second_label(&full)),
                _ => self.errors.push_once(
                    template.bound.keyword.span(),
                    format!(
                        "a second layer would be named `{full}`; \
                         give one of them a label, `label: …`"
                    ),
                ),
            }
        }
        let name = full;
        self.flow = Some(self.layers.len() + 1);
        let (frozen, within) = (context.frozen, context.within.clone());
        let call = Rc::new(template);
        self.layers.push(Layer { name, call, inputs, frozen, within });
    }
}

fn second_label(name: &str) -> String {
    format!("a second label is called `{name}`")
}

/// The value of an expression in a label.
fn number(text: &str, scope: &Scope) -> Option<i128> {
    let tokens: TokenStream = text.parse().ok()?;
    let expr = Expr::new(tokens.into_iter().collect())?;
    match eval::evaluate(&expr, scope, Integers::Unsigned) {
        Ok(Number::Int(value)) if !scope.is_generic(&expr) => Some(value),
        _ => None,
    }
}
