//! Opening blocks, and joining branches.

use std::rc::Rc;

use proc_macro2::{Ident, Span};

use crate::lower::layers::Template;
use crate::lower::naming::{Name, Names};
use crate::lower::{Context, Lowering, Pending};
use crate::report::errors::{line, located};
use crate::report::suggest;
use crate::syntax::ast::{Arg, Block, Branches, Call, Op, Stmt, Value};
use crate::value::scope::{Binding, Scope};

/// How many blocks may be open within each other.
const MAX_OPEN: usize = 64;

impl<'a> Lowering<'a, '_, '_> {
    /// Opens the call of a block.
    pub(crate) fn block(
        &mut self,
        block: &'a Block,
        call: &'a Call,
        name: &Name,
        names: &mut Names,
        context: &Context<'a>,
    ) {
        if context.open.iter().any(|open| **open == block.name) {
            let open = context.open.iter().map(|open| format!("`{open}` → "));
            let path: String = open.skip_while(|o| *o != format!("`{}` → ", block.name)).collect();
            let message = format!("this block would contain itself: {path}`{}`", block.name);
            self.error(call.name.span(), message, context);
            self.flow = None;
            return;
        }
        if context.open.len() == MAX_OPEN {
            let message = format!("blocks call blocks {MAX_OPEN} deep at most");
            self.errors.push_once(call.name.span(), message);
            self.flow = None;
            return;
        }
        if !self.turn(Some(call.name.span())) {
            self.flow = None;
            return;
        }
        let Some(scope) = self.parameters(block, call, context) else {
            self.flow = None;
            return;
        };
        let within = self.within(call, context);
        let mut open = context.open.clone();
        open.push(&block.name);
        let inner = Context { scope: Rc::new(scope), within, open, ..context.clone() };
        match name {
            Name::Given(label, _) | Name::Index(label) => {
                self.statements(&block.layers, &mut names.below(label, false), &inner);
            }
            Name::Counted => {
                let label = names.count(&block.name.to_string());
                self.statements(&block.layers, &mut names.below(&label, false), &inner);
            }
            Name::Own => self.statements(&block.layers, names, &inner),
        }
    }

    /// The call of a block with the values of its arguments, and the calls around it.
    fn within(&self, call: &Call, context: &Context<'a>) -> Rc<str> {
        let arg = |arg: &Arg| {
            let value = match &arg.value {
                Value::Expr(expr) => context.scope.substitute(expr).text(),
                value => value.text(),
            };
            match &arg.name {
                Some(name) => format!("{name} = {value}"),
                None => value,
            }
        };
        let args: Vec<String> = call.args.iter().map(arg).collect();
        let parens = if call.parens { format!("({})", args.join(", ")) } else { String::new() };
        let line = match line(call.name.span()) {
            0 => String::new(),
            line => format!(" of line {line}"),
        };
        let outer = match &*context.within {
            "" => String::new(),
            outer => format!(", in {outer}"),
        };
        format!("`{}{parens}`{line}{outer}", call.name).into()
    }

    /// What the parameters of a block stand for in a call of it.
    fn parameters(
        &mut self,
        block: &'a Block,
        call: &'a Call,
        context: &Context<'a>,
    ) -> Option<Scope> {
        let params = block.params.as_ref()?;
        let mut scope = self.base.clone();
        let mut given: Vec<Option<Binding>> = params.iter().map(|_| None).collect();
        let (mut valid, mut named) = (true, false);
        for (position, arg) in call.args.iter().enumerate() {
            named |= arg.name.is_some();
            if named && arg.name.is_none() {
                let message = "an argument by position cannot follow one by name";
                self.error(arg.value.extent(), message, context);
                return None;
            }
            let index = match &arg.name {
                None => Some(position).filter(|position| *position < given.len()),
                Some(name) => params.iter().position(|param| param.name == *name),
            };
            let binding = self.binding(&arg.value, context);
            match index.and_then(|index| given.get_mut(index)) {
                Some(slot @ None) => *slot = Some(binding),
                other => {
                    let message = wrong_argument(block, arg, other.is_some());
                    let at = arg.name.as_ref().map_or(arg.value.extent(), |n| n.span().into());
                    self.error(at, message, context);
                    valid = false;
                }
            }
        }
        let mut missing = Vec::new();
        for (param, given) in params.iter().zip(given) {
            let binding = match (given, &param.default) {
                (Some(given), _) => given,
                (None, Some(default)) => {
                    let inner = Context { scope: Rc::new(scope.clone()), ..Context::default() };
                    self.binding(default, &inner)
                }
                (None, None) => {
                    missing.push(param.name.to_string());
                    continue;
                }
            };
            scope.bind(param.name.to_string(), binding);
        }
        if valid && !missing.is_empty() {
            let names = missing.join("` and `");
            let message = format!("`{}` needs `{names}`\nit is `{}`", block.name, usage(block));
            self.error(call.extent, message, context);
        }
        (valid && missing.is_empty()).then_some(scope)
    }

    /// Joins branches, each of which begins with what flows here.
    pub(crate) fn join(
        &mut self,
        keyword: &'a Ident,
        branches: &'a Branches,
        name: &Name,
        names: &mut Names,
        context: &Context<'a>,
    ) {
        let start = self.flow;
        let mut inner = match name {
            Name::Given(label, _) | Name::Index(label) => Some(names.below(label, false)),
            Name::Own | Name::Counted => None,
        };
        let names_inside = inner.as_mut().unwrap_or(names);
        let mut ends = Vec::new();
        match branches {
            Branches::Statements(statements) => {
                self.branches(statements, start, names_inside, context, &mut ends);
            }
            Branches::Residual(layers, shortcut) => {
                for layers in [layers, shortcut] {
                    self.flow = start;
                    self.statements(layers, names_inside, context);
                    ends.push(self.flow);
                }
            }
            Branches::Labels(labels) => {
                let flows = labels.iter().all(|(label, _)| label.is_some());
                if flows {
                    ends.push(start);
                }
                for (label, span) in labels {
                    ends.push(match label {
                        None => start,
                        Some(label) => match self.interpolate(label, *span, context) {
                            Some(label) => {
                                let value =
                                    self.labelled(&label, *span, start, names_inside, context);
                                if flows && value.is_some() && value == start {
                                    let message = format!(
                                        "`{label}` is what flows here, and would be joined twice\n\
                                         help: write `_`"
                                    );
                                    self.error(*span, message, context);
                                }
                                value
                            }
                            None => None,
                        },
                    });
                }
            }
        }
        let Some(inputs) = ends.into_iter().collect::<Option<Vec<usize>>>() else {
            self.flow = None;
            return;
        };
        match &inputs[..] {
            [] => {
                let message = format!("`{keyword}` has no branches");
                self.error(keyword.span(), message, context);
                self.flow = None;
            }
            // A single branch is what it joins.
            [value] => self.flow = Some(*value),
            _ => {
                let template = Template { bound: self.session.join(keyword), operands: Vec::new() };
                let stem = template.bound.kind.keyword();
                self.push(template, inputs, stem, name, names, context);
            }
        }
    }

    /// Each statement is a branch.
    fn branches(
        &mut self,
        statements: &'a [Stmt],
        start: Option<usize>,
        names: &mut Names,
        context: &Context<'a>,
        ends: &mut Vec<Option<usize>>,
    ) {
        let mut context = context.clone();
        for statement in statements {
            match &statement.op {
                Op::Let { .. } => self.statement(statement, names, &mut context),
                Op::If { condition, then, otherwise } => match self.decide(condition, &context) {
                    Some(true) => self.branches(then, start, names, &context, ends),
                    Some(false) => self.branches(otherwise, start, names, &context, ends),
                    None => ends.push(None),
                },
                Op::For { name, start: first, end, layers } => {
                    for context in self.turns_of(name, first, end, &context) {
                        self.branches(layers, start, names, &context, ends);
                    }
                }
                // The branch that passes its input on needs no layer.
                Op::Call(call) if statement.label.is_none() && self.is_identity(call, &context) => {
                    ends.push(start);
                }
                _ => {
                    self.flow = start;
                    self.statement(statement, names, &mut context);
                    ends.push(self.flow);
                }
            }
        }
    }

    fn is_identity(&mut self, call: &Call, context: &Context<'a>) -> bool {
        self.word(call, context).is_some_and(|word| word == "identity")
    }

    /// What left the statement with this label, which a parameter of a block may stand for.
    fn labelled(
        &mut self,
        label: &str,
        span: Span,
        start: Option<usize>,
        names: &Names,
        context: &Context<'a>,
    ) -> Option<usize> {
        if let Some(value) = self.find(label, names) {
            return value;
        }
        let Some(label) = context.scope.label(label) else { return start };
        self.find(&label, names).unwrap_or_else(|| {
            let candidates = names.prefixes().map(|prefix| format!("{prefix}{label}")).collect();
            let within = context.within.clone();
            self.pending.push(Pending { span, label, candidates, within });
            None
        })
    }

    /// Looks a label up from the inside to the outside.
    fn find(&self, label: &str, names: &Names) -> Option<Option<usize>> {
        names.prefixes().find_map(|prefix| self.values.get(&format!("{prefix}{label}")).copied())
    }

    /// Reports the labels that were not found: whether they come later is known only now.
    pub(crate) fn report_pending(&mut self) {
        for Pending { span, label, candidates, within } in std::mem::take(&mut self.pending) {
            let message = if candidates.iter().any(|name| self.values.contains_key(name)) {
                format!("`{label}` comes later: only what has left a layer can be joined")
            } else {
                let known = self.values.keys().map(String::as_str);
                match suggest::closest(&label, known) {
                    Some(meant) => format!("there is no label `{label}`\nhelp: write `{meant}`"),
                    None => format!(
                        "there is no label `{label}`; a label is written before a layer: \
                         `{label}: conv(…)`"
                    ),
                }
            };
            self.errors.push_once(span, located(&message, &within));
        }
    }
}

/// The message for an argument that a block does not take.
fn wrong_argument(block: &Block, arg: &Arg, twice: bool) -> String {
    let (name, usage) = (&block.name, usage(block));
    match &arg.name {
        _ if twice => format!("this argument of `{name}` is given twice\nit is `{usage}`"),
        Some(param) => format!("`{name}` has no parameter `{param}`\nit is `{usage}`"),
        None => {
            let most = suggest::counted(block.params.iter().flatten().count(), "argument");
            format!("`{name}` takes {most} at most\nit is `{usage}`")
        }
    }
}

/// How a block is called: `basic(cin, cout, stride = 1)`.
fn usage(block: &Block) -> String {
    let params: Vec<String> = block
        .params
        .iter()
        .flatten()
        .map(|param| match &param.default {
            Some(default) => format!("{} = {}", param.name, default.text()),
            None => param.name.to_string(),
        })
        .collect();
    format!("{}({})", block.name, params.join(", "))
}
