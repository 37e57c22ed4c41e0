//! Blocks and functions that one `cnn!` shares with others, in its crate and in those that depend on it.
//!
//! A macro sees nothing but its tokens. So a `pub block unit` becomes, among other things, a `macro_rules` macro
//! that knows the block's tokens, with those of all that it uses (`parcel.rs`), and that hands them on:
//!
//! ```text
//! cnn! { use crate::blocks::{unit, stem}; … }
//!   ▶ crate::blocks::unit! { [crate::blocks::stem, expand_with] [] … }
//!   ▶ crate::blocks::stem! { [expand_with] [{unit …}] … }
//!   ▶ expand_with!         { [] [{unit …} {stem …}] … }
//! ```
//!
//! `follow.rs` writes the first of these, and `emit/shared.rs` the macros. rustc finds these by path as all macros,
//! so re-exports, privacy and cycles are its business. A `cnn!` without a `use` is expanded at once.
//!
//! What arrives is a *home* for blocks beside that of the `cnn!` itself (`homes.rs`): names in a block are those of
//! the `cnn!` and the module around it. Everything in it is read as if it were written where it is called, so an
//! error in it underlines the call.

pub mod follow;
pub mod homes;
pub mod parcel;
