//! The syntax of [`cnn!`](https://docs.rs/cnn): what its procedural macro and tools that read declarations share.
//!
//! A procedural macro cannot be used as a library, so its parser is here. [`Outline`] is what it has for others than
//! the macro: where a declaration has its items, its layers and its statements.
//!
//! ```
//! use cnn_syntax::{ItemKind, Outline};
//!
//! let tokens = "block unit(c) { conv(c, c, 3); relu } struct Net: [8, 9, 9] < unit(8); [unit(8); 2] >";
//! let outline = Outline::read(tokens.parse().unwrap()).unwrap();
//! assert_eq!(outline.items.len(), 2);
//! assert!(matches!(outline.items[0].kind, ItemKind::Block));
//! // The layers of the block, and those of the network.
//! let statements: Vec<usize> = outline.layers.iter().map(|layers| layers.statements.len()).collect();
//! assert_eq!(statements, [2, 2]);
//! ```

// Its places are lines of a file if there is a compiler.
extern crate proc_macro;

mod outline;

pub use outline::{Item, ItemKind, Layers, Mistake, Outline};

// What the macro and the formatter use. It can change with any release.
#[doc(hidden)]
pub mod report;
#[doc(hidden)]
pub mod syntax;
#[doc(hidden)]
pub mod value;
