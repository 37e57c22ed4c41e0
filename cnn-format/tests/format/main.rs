//! What formatting does, and what it never does.

mod corpus;
mod errors;
mod properties;
mod style;
