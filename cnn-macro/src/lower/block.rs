//! Calls of blocks: their statements, with the arguments for their parameters.

use std::rc::Rc;

use crate::lower::declared::DeclaredBlock;
use crate::lower::environment::Environment;
use crate::lower::layers::Flow;
use crate::lower::names::{NameScope, StatementName};
use crate::lower::{Lowering, labels};
use crate::report::place::{NodeId, file_and_line, line};
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
        declared: &DeclaredBlock<'a>,
        call: &'a Call,
        flow: Flow,
        name: &StatementName<'a>,
        names: &mut NameScope,
        env: &Environment,
    ) -> Flow {
        let (node, at) = (NodeId::of(call), call.name.span());
        let item = NodeId::of(declared.item);
        if let Some(open) = env.blocks().iter().position(|open| open.item == item) {
            let circle = env.blocks()[open..].iter().map(|open| format!("`{}` → ", open.name));
            let circle: String = circle.collect();
            let message =
                format!("this block would contain itself: {circle}`{}`", declared.item.name);
            self.error(node, at, message, env);
            return None;
        }
        if !self.is_shallow(call, env) {
            return None;
        }
        if !self.turns.take(Some(at), self.errors) {
            return None;
        }
        let outer = (declared.home != 0).then(|| self.session.outer(env.outer(), call));
        let block = match outer {
            Some(outer) => self.session.declared().read(declared, outer, self.errors)?,
            None => declared.item,
        };
        let within = within(call, declared, env);
        let scope = self.session.declared().scope(declared.home, self.params);
        let scope = self.parameters(block, scope, call, &within, names, env)?;
        let inner =
            env.of_block(declared.item, outer.map(NodeId::of), scope, within, self.labels.len());
        match name {
            StatementName::Given(label, _) | StatementName::Index(label) => {
                self.statements(&block.layers, flow, &mut names.below(label, false), &inner)
            }
            StatementName::Counted => {
                let (label, first) = (names.count(&declared.name), self.layers.len());
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
            let message = format!("blocks can be nested at most {MAX_DEPTH} deep");
            self.errors.push_once(NodeId::of(call), call.name.span(), message);
        }
        env.depth() < MAX_DEPTH
    }

    /// What the parameters of a block stand for in a call of it, which is `within` for messages. `scope` is
    /// what the block knows without them.
    fn parameters(
        &mut self,
        block: &'a BlockItem,
        mut scope: Scope,
        call: &'a Call,
        within: &Rc<str>,
        names: &NameScope,
        env: &Environment,
    ) -> Option<Scope> {
        let params = block.params.as_ref()?;
        let place = env.written().cloned().unwrap_or_else(|| self.labels.place(names));
        let mut given: Vec<Option<Binding>> = params.iter().map(|_| None).collect();
        let (mut valid, mut named) = (true, false);
        for (position, arg) in call.args.iter().enumerate() {
            named |= arg.name.is_some();
            if named && arg.name.is_none() {
                let message = "positional arguments cannot follow named arguments";
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
                    // Its labels belong to the place of the call, as if it were written there.
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
            let message =
                format!("`{}` needs `{names}`\nits signature is `{}`", block.name, block.usage());
            self.error(NodeId::of(call), call.span, message, env);
        }
        (valid && missing.is_empty()).then_some(scope)
    }
}

/// The call of a block with the values of its arguments, and the calls around it: the line of the call, or where the
/// block is, if that is in another `cnn!`.
fn within(call: &Call, block: &DeclaredBlock<'_>, env: &Environment) -> Rc<str> {
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
    let call = match (block.home, line(call.name.span())) {
        (0, 0) => format!("`{}{parens}`", call.name),
        (0, line) => format!("`{}{parens}` on line {line}", call.name),
        // The error underlines the call.
        _ => match file_and_line(block.item.name.span()) {
            None => format!("block `{}{parens}`", block.item.name),
            Some(at) => format!("block `{}{parens}` at {at}", block.item.name),
        },
    };
    let outer = match &**env.within() {
        "" => String::new(),
        outer => format!(", in {outer}"),
    };
    format!("{call}{outer}").into()
}

/// The message for an argument that a block does not take.
fn wrong_argument(block: &BlockItem, arg: &Argument, twice: bool) -> String {
    let (name, usage) = (&block.name, block.usage());
    match &arg.name {
        _ if twice => {
            format!("this argument of `{name}` is given twice\nits signature is `{usage}`")
        }
        Some(param) => format!("`{name}` has no parameter `{param}`\nits signature is `{usage}`"),
        None => {
            let most = counted(block.params.iter().flatten().count(), "argument");
            format!("`{name}` takes at most {most}\nits signature is `{usage}`")
        }
    }
}
