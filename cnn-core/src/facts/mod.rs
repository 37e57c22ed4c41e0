//! How a layer describes itself, beside its shape: the vocabulary of `layers/`.
//!
//! A keyword has a [`Keyword`]. A layer answers with [`Work`], [`Keeps`] and [`Reach`] when it is
//! asked for its cost, for what training keeps, and for what it depends on.

mod family;
mod keeps;
mod reach;
mod reuse;
mod work;

pub(crate) use family::Family;
pub(crate) use keeps::Keeps;
pub(crate) use reach::{Reach, ReachOf};
pub use reuse::Reuse;
pub(crate) use work::{Ends, Work};

use crate::language::signature::Signature;

/// The facts about a layer that its keyword determines.
pub(crate) struct Keyword {
    pub(crate) signature: Signature,
    /// How it is drawn.
    pub(crate) family: Family,
    /// How it may use the memory of its input.
    pub(crate) reuse: Reuse,
}
