//! What a layer has to say of itself, beside its shape: the vocabulary of `layers/`.
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

/// What is known of a layer by its keyword.
pub(crate) struct Keyword {
    pub(crate) signature: Signature,
    /// How it is drawn.
    pub(crate) family: Family,
    /// What it may do with the memory of the input.
    pub(crate) reuse: Reuse,
}
