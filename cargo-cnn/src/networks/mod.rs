//! What is said of networks of the current workspace, which a program says that is built for it: `cargo cnn show` and
//! `cargo cnn diff`.

mod dependency;
mod diff;
mod mistake;
mod program;
mod show;
mod workspace;

pub use diff::{DiffArgs, diff};
pub use show::{ShowArgs, show};
