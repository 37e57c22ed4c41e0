//! The syntax of [`cnn!`](https://docs.rs/cnn): what its procedural macro and tools that read declarations share.
//!
//! A procedural macro cannot be used as a library, so its parser is here.

// Its places are lines of a file if there is a compiler.
extern crate proc_macro;

// What the macro uses. It can change with any release.
#[doc(hidden)]
pub mod report;
#[doc(hidden)]
pub mod syntax;
#[doc(hidden)]
pub mod value;
