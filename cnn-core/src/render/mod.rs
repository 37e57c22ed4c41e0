//! What people read: tables of a [`Summary`](crate::Summary). Needs the feature `alloc`.

mod grid;
pub(crate) mod leaves;
mod number;
mod table;
mod torchsummary;
mod tree;

pub use grid::{Align, Grid};
pub use leaves::Leaf;
pub use number::{Bytes, Grouped};
pub use table::{Column, Table};
pub use torchsummary::Torchsummary;
