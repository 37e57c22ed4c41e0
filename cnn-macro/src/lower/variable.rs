//! Names whose values change: `let mut width = 64; … width = 2 * width;`.
//!
//! A value is that of the place in the source, in the order in which layers run. An assignment in a group, a
//! branch or a loop holds after it as well, while what is written there has a scope of its own. So the values
//! are kept here, and each scope takes over those that have changed.

use std::rc::Rc;

use proc_macro2::Ident;

use crate::lower::Lowering;
use crate::lower::environment::{Environment, Variable};
use crate::lower::labels::Labels;
use crate::lower::names::NameScope;
use crate::report::place::NodeId;
use crate::syntax::ast::WrittenValue;
use crate::value::scope::Binding;

impl<'a> Lowering<'a, '_, '_> {
    /// Takes over the values of variables that have been assigned to.
    pub(super) fn refresh(&self, env: &mut Environment) {
        if env.variables().is_empty() {
            return;
        }
        let known = Rc::clone(env.variables());
        for (name, Variable { index, version }) in known.iter() {
            let (current, value) = &self.variables[*index];
            if current != version {
                let variable = Variable { index: *index, version: *current };
                env.bind_variable(name, variable, value.clone());
            }
        }
    }

    /// `name = value`
    pub(super) fn assign(
        &mut self,
        name: &Ident,
        value: &'a WrittenValue,
        names: &NameScope,
        env: &Environment,
    ) {
        let place = Labels::place_of_let(names);
        let value = self.binding(value, &place, env);
        let text = name.to_string();
        let Some(Variable { index, .. }) = env.variables().get(&text) else {
            let message = match env.scope().get(&text) {
                Some(Binding::Invalid) => return,
                Some(_) => format!(
                    "`{text}` is not mutable; declare a mutable copy with `let mut {text} = {text};`"
                ),
                None => format!("there is no value `{text}` to assign to here"),
            };
            self.error(NodeId::of(name), name.span(), message, env);
            return;
        };
        if let (Some(old), Some(new)) = (self.variables[*index].1.kind(), value.kind())
            && old != new
        {
            let message = format!("`{text}` is {old} and cannot be assigned {new}");
            self.error(NodeId::of(name), name.span(), message, env);
            return;
        }
        let (version, variable) = &mut self.variables[*index];
        (*version, *variable) = (*version + 1, value);
    }
}
