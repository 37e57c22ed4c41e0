//! Calls of blocks: their statements, with the arguments for their parameters.

use std::rc::Rc;

use crate::lower::environment::Environment;
use crate::lower::layers::Flow;
use crate::lower::names::{NameScope, StatementName};
use crate::lower::{Lowering, labels};
use crate::report::place::{NodeId, line};
use crate::report::wording::counted;
use crate::syntax::ast::{Argument, BlockItem, Call, WrittenValue};
use crate::value::scope::{Binding, Scope};
use crate::value::substitute;

/// How deep blocks may call each other.
const MAX_DEPTH: usize = 64;

impl<'a> Lowering<'a, '_, '_> {
    /// The statements of a block, for one call of it.
    pub(super) fn block(
        &mut self,
        block: &'a BlockItem,
        call: &'a Call,
        flow: Flow,
        name: &StatementName<'a>,
        names: &mut NameScope,
        env: &Environment,
    ) -> Flow {
        let (node, at) = (NodeId::of(call), call.name.span());
        if let Some(open) = env.blocks().iter().position(|open| *open == block.name) {
            let circle = env.blocks()[open..].iter().map(|open| format!("`{open}` → "));
            let circle: String = circle.collect();
            let message = format!("this block would contain itself: {circle}`{}`", block.name);
            self.error(node, at, message, env);
            return None;
        }
        if !self.is_shallow(call, env) {
            return None;
        }
        if !self.turns.take(Some(at), self.errors) {
            return None;
        }
        let within = within(call, env);
        let scope = self.parameters(block, call, &within, names, env)?;
        let inner = env.of_block(block, scope, within, self.labels.len());
        match name {
            StatementName::Given(label, _) | StatementName::Index(label) => {
                self.statements(&block.layers, flow, &mut names.below(label, false), &inner)
            }
            StatementName::Counted => {
                let (label, first) = (names.count(&block.name.to_string()), self.layers.len());
                let mut below = names.below(&label, false);
                let flow = self.statements(&block.layers, flow, &mut below, &inner);
                self.mark(&label, names, first, flow);
                flow
            }
            StatementName::Own => self.statements(&block.layers, flow, names, &inner),
        }
    }

    /// Whether a call is not within too many others. `false` after an error.
    pub(super) fn is_shallow(&mut self, call: &Call, env: &Environment) -> bool {
        if env.depth() == MAX_DEPTH {
            let message = format!("blocks call blocks {MAX_DEPTH} deep at most");
            self.errors.push_once(NodeId::of(call), call.name.span(), message);
        }
        env.depth() < MAX_DEPTH
    }

    /// What the parameters of a block stand for in a call of it, which is `within` for messages.
    fn parameters(
        &mut self,
        block: &'a BlockItem,
        call: &'a Call,
        within: &Rc<str>,
        names: &NameScope,
        env: &Environment,
    ) -> Option<Scope> {
        let params = block.params.as_ref()?;
        let place = env.written().cloned().unwrap_or_else(|| self.labels.place(names));
        let mut scope = self.params.clone();
        let mut given: Vec<Option<Binding>> = params.iter().map(|_| None).collect();
        let (mut valid, mut named) = (true, false);
        for (position, arg) in call.args.iter().enumerate() {
            named |= arg.name.is_some();
            if named && arg.name.is_none() {
                let message = "an argument by position cannot follow one by name";
                self.error(NodeId::of(arg), arg.value.span(), message, env);
                return None;
            }
            let index = match &arg.name {
                None => Some(position).filter(|position| *position < given.len()),
                Some(name) => params.iter().position(|param| param.name == *name),
            };
            let binding = self.binding(&arg.value, &place, env);
            if let Binding::List(_) = &binding
                && !self.turns.take_all(binding.size(), arg.value.span().start(), self.errors)
            {
                return None;
            }
            let binding = binding.given(self.labels.len());
            match index.and_then(|index| given.get_mut(index)) {
                Some(given @ None) => *given = Some(binding),
                other => {
                    let message = wrong_argument(block, arg, other.is_some());
                    let at = arg.name.as_ref().map_or(arg.value.span(), |n| n.span().into());
                    self.error(NodeId::of(arg), at, message, env);
                    valid = false;
                }
            }
        }
        let mut missing = Vec::new();
        for (param, given) in params.iter().zip(given) {
            let binding = match (given, &param.default) {
                (Some(given), _) => given,
                (None, Some(default)) => {
                    // Its labels are those where the call stands, as if it were written there.
                    let env = Environment::of_default(scope.clone(), within.clone());
                    self.binding(default, &place, &env)
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
            self.error(NodeId::of(call), call.span, message, env);
        }
        (valid && missing.is_empty()).then_some(scope)
    }
}

/// The call of a block with the values of its arguments, and the calls around it.
fn within(call: &Call, env: &Environment) -> Rc<str> {
    let arg = |arg: &Argument| {
        let value = match &arg.value {
            WrittenValue::Expr(expr) => match labels::string(expr, env) {
                Some(label) => format!("\"{label}\""),
                None => substitute::expr(expr, env.scope()).text(),
            },
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
    let outer = match &**env.within() {
        "" => String::new(),
        outer => format!(", in {outer}"),
    };
    format!("`{}{parens}`{line}{outer}", call.name).into()
}

/// The message for an argument that a block does not take.
fn wrong_argument(block: &BlockItem, arg: &Argument, twice: bool) -> String {
    let (name, usage) = (&block.name, usage(block));
    match &arg.name {
        _ if twice => format!("this argument of `{name}` is given twice\nit is `{usage}`"),
        Some(param) => format!("`{name}` has no parameter `{param}`\nit is `{usage}`"),
        None => {
            let most = counted(block.params.iter().flatten().count(), "argument");
            format!("`{name}` takes {most} at most\nit is `{usage}`")
        }
    }
}

/// How a block is called: `basic(cin, cout, stride = 1)`.
fn usage(block: &BlockItem) -> String {
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
