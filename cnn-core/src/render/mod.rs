//! What people read: tables of a [`Summary`](crate::Summary). Needs the feature `alloc`.

mod grid;
mod leaves;
pub(crate) mod names;
mod number;
mod table;
mod torchsummary;
mod tree;

pub use grid::{Align, Grid};
pub use leaves::Leaf;
pub use names::joined;
pub use number::{Bytes, Grouped};
pub use table::{Column, Table};
pub use torchsummary::Torchsummary;
