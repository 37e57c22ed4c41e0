//! The names that hold in all of a network: its parameters, and the functions of the declaration.

use quote::ToTokens as _;
use syn::{GenericParam, Generics};

use crate::value::eval;
use crate::value::expr::Expr;
use crate::value::scope::{Binding, Functions, Scope};

/// The parameters of a network, with the values of their defaults.
pub fn scope(generics: &Generics, functions: &Functions) -> Scope {
    let mut scope = Scope::new(functions.clone());
    for param in &generics.params {
        let (name, binding) = match param {
            GenericParam::Const(param) => {
                let default = param.default.as_ref().and_then(|(_, default)| {
                    Expr::new(default.to_token_stream().into_iter().collect())
                });
                let value = default.and_then(|default| eval::evaluate_any(&default, &scope).ok());
                (&param.ident, Binding::Parameter(value))
            }
            GenericParam::Type(param) => (&param.ident, Binding::Type),
            GenericParam::Lifetime(_) => continue,
        };
        scope.bind(name.to_string(), binding);
    }
    scope
}
