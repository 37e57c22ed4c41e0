//! Blocks that no network uses. Lowering never meets them, so mistakes in them would go unnoticed.

use crate::lower::session::Session;
use crate::report::errors::Errors;
use crate::syntax::ast::StatementKind;
use crate::value::scope::{Binding, Scope};

/// Looks for errors in the calls of these blocks, as far as they do not depend on their parameters.
pub fn check(session: &mut Session<'_>, errors: &mut Errors) {
    for block in session.unused_blocks() {
        let mut scope = Scope::default();
        for param in block.params.iter().flatten() {
            scope.bind(param.name.to_string(), Binding::Invalid);
        }
        for statement in &block.layers {
            check_kind(&statement.kind, &mut scope, session, errors);
        }
    }
}

fn check_kind<'a>(
    kind: &'a StatementKind,
    scope: &mut Scope,
    session: &mut Session<'a>,
    errors: &mut Errors,
) {
    match kind {
        StatementKind::Call(call) => {
            let name = call.name.to_string();
            let declared = session.declared();
            let network = !call.parens && declared.is_network(&name, 0, scope);
            let parameter = scope.get(&name).is_some();
            let block = declared.block(&name, 0).is_some() || declared.is_broken(&name, 0);
            if !network && !parameter && !block {
                session.bind(call, &name, scope, errors);
            }
        }
        StatementKind::For { pattern, .. } | StatementKind::Let { pattern, .. } => {
            for name in pattern.names() {
                scope.bind(name.to_string(), Binding::Invalid);
            }
        }
        _ => {}
    }
    for kind in kind.nested() {
        check_kind(kind, scope, session, errors);
    }
}
