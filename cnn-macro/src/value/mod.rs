//! Expressions, what the names in them stand for, and their values as far as the macro knows them.

pub mod eval;
pub mod expr;
pub mod function;
pub mod number;
pub mod scope;
pub mod substitute;
pub mod text;
