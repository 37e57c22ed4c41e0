//! The names that hold in all of a network: its parameters, and the functions and constants of the declaration.

use std::rc::Rc;

use quote::ToTokens as _;
use syn::{GenericParam, Generics};

use crate::syntax::ast::{ConstantItem, FunctionItem};
use crate::value::eval;
use crate::value::expr::Expr;
use crate::value::known::Value;
use crate::value::scope::{Binding, Items, Scope};

/// The functions and constants that the macro can evaluate. rustc reports a name that is given twice.
/// Those from elsewhere are `known`. If they are in another `cnn!`, rustc is not to read their names.
pub fn items(
    known: Items,
    functions: &[FunctionItem],
    constants: &[ConstantItem],
    elsewhere: bool,
) -> Rc<Items> {
    let own = functions.iter().filter_map(|f| Some((f.name.to_string(), f.function.clone()?)));
    let mut items = Rc::new(known.with(own));
    let mut open: Vec<&ConstantItem> = constants.iter().collect();
    // A constant may come before those that it uses.
    loop {
        let scope = Scope::new(Rc::clone(&items));
        let known: Vec<_> = open.iter().map(|one| constant(one, &scope, elsewhere)).collect();
        drop(scope);
        if known.iter().all(Option::is_none) {
            return items;
        }
        let mut others = Vec::new();
        for (constant, binding) in open.into_iter().zip(known) {
            match binding {
                Some(binding) => {
                    let constants = &mut Rc::make_mut(&mut items).constants;
                    constants.insert(constant.name.to_string(), binding);
                }
                None => others.push(constant),
            }
        }
        open = others;
    }
}

/// The meaning of a constant, if the macro knows its value.
fn constant(constant: &ConstantItem, scope: &Scope, elsewhere: bool) -> Option<Binding> {
    let integers = constant.integers?;
    Some(match eval::evaluate_value(&constant.value, scope, integers).ok()? {
        // rustc knows it by its name, too, which is what is to be read.
        Value::Number(number) if !elsewhere => {
            let tokens = vec![constant.name.clone().into()];
            let (number, generic) = (Some(number), false);
            Binding::Expr { number, tokens, generic, label: None, layer: None }
        }
        value => Binding::known(&value),
    })
}

/// The parameters of a network, with the values of their defaults.
pub fn scope(generics: &Generics, items: &Rc<Items>) -> Scope {
    let mut scope = Scope::new(Rc::clone(items));
    for param in &generics.params {
        let (name, binding) = match param {
            GenericParam::Const(param) => {
                let default = param.default.as_ref().and_then(|(_, default)| {
                    Expr::new(default.to_token_stream().into_iter().collect())
                });
                let value = default.and_then(|default| eval::evaluate_any(&default, &scope).ok());
                let number = match value {
                    Some(Value::Number(number)) => Some(number),
                    _ => None,
                };
                let unsigned = param.ty.to_token_stream().to_string() == "usize";
                (&param.ident, Binding::Parameter { number, unsigned })
            }
            GenericParam::Type(param) => (&param.ident, Binding::Type),
            GenericParam::Lifetime(_) => continue,
        };
        scope.bind(name.to_string(), binding);
    }
    scope
}
