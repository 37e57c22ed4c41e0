//! Expressions, what the names in them stand for, and their values as far as the macro knows them.

pub mod element;
pub mod eval;
pub mod expr;
pub mod function;
pub mod known;
pub mod loops;
pub mod number;
pub mod scope;
pub mod substitute;
pub mod text;
pub mod token;
