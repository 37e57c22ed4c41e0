//! From the syntax tree to a flat list of layers in the order they run: groups and blocks opened,
//! repeats repeated, conditions decided, with the names of PyTorch's `state_dict`.

mod block;
mod cycles;
mod known;
pub mod layers;
mod naming;
pub mod session;

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::rc::Rc;

use cnn_core::Kind;
use cnn_core::lint::Lint;
use cnn_core::signature::Takes;
use proc_macro2::{Ident, Span, TokenTree};

use crate::call::bind::Bound;
use crate::call::operand::{Evaluation, Operand, SHAPE};
use crate::lower::layers::{Flat, Header, Layer, Origin, Template};
use crate::lower::naming::{Name, Names};
use crate::lower::session::Session;
use crate::report::errors::{Errors, Extent, located};
use crate::syntax::ast::{Body, Call, NetworkPath, Op, Sizes, Stmt};
use crate::value::expr::Expr;
use crate::value::scope::{Binding, Scope};
use crate::value::text;

/// More layers than any network has; repeats could ask for any number.
pub(crate) const MAX_LAYERS: usize = 20_000;

/// Flattens the body of a network.
pub fn lower<'a>(
    body: &'a Body,
    allowed: &[Lint],
    scope: &Scope,
    session: &mut Session<'a>,
    errors: &mut Errors,
) -> Flat<'a> {
    let mut evaluation = Evaluation { scope, within: "", errors };
    let input = header(&mut evaluation, &body.input);
    let output = body.output.as_ref().map(|sizes| header(&mut evaluation, sizes));
    let mut lowering = Lowering {
        session,
        errors,
        base: scope,
        names: HashSet::new(),
        networks: Vec::new(),
        values: HashMap::new(),
        pending: Vec::new(),
        layers: Vec::new(),
        origins: Vec::new(),
        flow: Some(0),
        too_many: false,
        turns: 0,
    };
    let context =
        Context { scope: Rc::new(scope.clone()), allowed: allowed.into(), ..Context::default() };
    lowering.statements(&body.layers, &mut Names::default(), &context);
    lowering.report_pending();
    let Lowering { mut layers, mut origins, mut flow, too_many, .. } = lowering;
    if too_many {
        // Nobody wants to know what thousands of layers by mistake amount to.
        (layers, origins, flow) = (Vec::new(), Vec::new(), None);
    }
    Flat { input, output, layers, origins, complete: flow.is_some() }
}

fn header(evaluation: &mut Evaluation<'_, '_>, sizes: &Sizes) -> Header {
    let values = sizes.sizes.iter().map(|size| evaluation.value(SHAPE, Takes::Size, size));
    Header { span: sizes.span, sizes: values.collect() }
}

/// What holds for the statements in some place.
#[derive(Clone, Default)]
pub(crate) struct Context<'a> {
    pub(crate) scope: Rc<Scope>,
    pub(crate) frozen: bool,
    /// The lints that are not to be reported.
    pub(crate) allowed: Rc<[Lint]>,
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
    pub(crate) names: HashSet<String>,
    /// Those of networks among them.
    pub(crate) networks: Vec<String>,
    /// What left each labelled statement; `None` if that is not known.
    pub(crate) values: HashMap<String, Option<usize>>,
    /// Labels that were not found.
    pub(crate) pending: Vec<Pending>,
    pub(crate) layers: Vec<Layer<'a>>,
    /// What the statements with labels and the calls have become, for editors.
    pub(crate) origins: Vec<(Origin<'a>, Range<usize>)>,
    /// The value that flows into the next layer; `None` after something unreadable.
    pub(crate) flow: Option<usize>,
    /// Whether there are more layers than a network may have.
    pub(crate) too_many: bool,
    /// How often something has been repeated.
    pub(crate) turns: usize,
}

/// A label that was not found.
pub(crate) struct Pending {
    pub(crate) span: Span,
    pub(crate) label: String,
    /// The names in full that it could be.
    pub(crate) candidates: Vec<String>,
    pub(crate) within: Rc<str>,
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
        let mut inner = Context { frozen: context.frozen || statement.frozen, ..context.clone() };
        if !statement.allowed.is_empty() {
            inner.allowed = [&inner.allowed, &statement.allowed[..]].concat().into();
        }
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
                let first = self.layers.len();
                self.op(op, &name, names, &inner);
                if let (Name::Given(label, span), Some(origin)) = (&name, &statement.label) {
                    self.origins.push((Origin::Label(origin), first..self.layers.len()));
                    self.label(&names.full(label), *span, &inner);
                }
            }
        }
    }

    /// Reports an error, once for each call of a block that leads there.
    pub(crate) fn error(
        &mut self,
        at: impl Into<Extent>,
        message: impl AsRef<str>,
        context: &Context<'a>,
    ) {
        self.errors.push_once(at, located(message.as_ref(), &context.within));
    }

    fn op(&mut self, op: &'a Op, name: &Name, names: &mut Names, context: &Context<'a>) {
        match op {
            Op::Call(call) => {
                let first = self.layers.len();
                self.call(call, name, names, context);
                self.origins.push((Origin::Call(call), first..self.layers.len()));
            }
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
                self.error(call.name.span(), message, context);
                None
            }
            _ => Some(name),
        }
    }

    fn call(&mut self, call: &'a Call, name: &Name, names: &mut Names, context: &Context<'a>) {
        if let Some(path) = network_path(call, context) {
            return self.network(&path, name, names, context);
        }
        let Some(word) = self.word(call, context) else {
            self.flow = None;
            return;
        };
        if let Some(block) = self.session.block(&word) {
            return self.block(block, call, name, names, context);
        }
        if !call.parens && self.session.is_network(&word, self.base) {
            let name_of = Ident::new(&word, call.name.span());
            let path = NetworkPath { tokens: vec![name_of.clone().into()], last: name_of };
            return self.network(&path, name, names, context);
        }
        if call.parens && self.session.is_declared(&word, self.base) {
            self.error(call.extent, called_network(&word, call), context);
            self.flow = None;
            return;
        }
        let Some(bound) = self.session.bind(call, &word, &context.scope, self.errors) else {
            self.flow = None;
            return;
        };
        let (scope, within) = (&*context.scope, &*context.within);
        match (Evaluation { scope, within, errors: self.errors }.operands(&bound)) {
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
        if self.session.is_cyclic(path) {
            self.flow = None;
            return;
        }
        let tokens = context.scope.substitute_path(&path.tokens);
        let extent = Extent::of(&path.tokens).unwrap_or(path.last.span().into());
        let text = text::path(&tokens);
        let bound = Bound::bare(Kind::Network, path.last.clone(), extent, text);
        let template = Template {
            bound: Rc::new(bound),
            operands: vec![Operand::Network(tokens.into_iter().collect())],
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
            if !std::mem::replace(&mut self.too_many, true) {
                self.errors.push(extent, format!("a network has {MAX_LAYERS} layers at most"));
            }
            return;
        }
        let full = names.of_layer(name, stem);
        let span = match name {
            Name::Given(_, span) => *span,
            _ => template.bound.keyword.span(),
        };
        if let Some(message) = self.taken(&full, name, template.bound.kind) {
            self.error(span, message, context);
        }
        if template.bound.kind == Kind::Network && !full.is_empty() {
            self.networks.push(full.clone());
        }
        self.names.insert(full.clone());
        let name = full;
        self.flow = Some(self.layers.len() + 1);
        let (frozen, within) = (context.frozen, context.within.clone());
        let allowed = context.allowed.clone();
        let call = Rc::new(template);
        self.layers.push(Layer { name, call, inputs, frozen, allowed, within });
    }
}

/// The message for a network that is written like a layer: `Backbone(10)`.
fn called_network(name: &str, call: &Call) -> String {
    let args: Vec<String> = call.args.iter().map(|arg| arg.value.text()).collect();
    let generics = if args.is_empty() { String::new() } else { format!("<{}>", args.join(", ")) };
    format!(
        "`{name}` is a network: its parameters stand in `<…>`, as those of a type\n\
         help: write `{name}{generics}`"
    )
}

/// The path of the network that a parameter of a block stands for: `m::Backbone<10>`.
fn network_path(call: &Call, context: &Context<'_>) -> Option<NetworkPath> {
    let binding = context.scope.get(&call.name.to_string())?;
    let Binding::Expr { number: None, tokens, .. } = binding else { return None };
    let mut idents = tokens.iter().filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident),
        _ => None,
    });
    let is_network = |ident: &&Ident| ident.to_string().starts_with(char::is_uppercase);
    let last = idents.rfind(is_network).filter(|_| !call.parens)?;
    Some(NetworkPath { tokens: tokens.clone(), last: last.clone() })
}
