//! What formatting does, and what it never does.

mod corpus;
mod errors;
mod grammar;
mod properties;
mod style;
