//! What is said of networks of the current workspace, which a program says that is built for it: `cargo cnn show`,
//! `cargo cnn diff` and `cargo cnn export`.

mod dependency;
mod diff;
mod export;
mod mistake;
mod program;
mod show;
mod workspace;

pub use diff::{DiffArgs, diff};
pub use export::{ExportArgs, export};
pub use show::{ShowArgs, show};
