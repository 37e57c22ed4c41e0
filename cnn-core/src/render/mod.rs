//! What people read: tables of a [`Summary`](crate::Summary). Needs the feature `alloc`.

mod grid;
mod number;
mod table;
mod torchsummary;

pub use grid::{Align, Grid};
pub use number::{Bytes, Grouped};
pub use table::{Column, Table};
pub use torchsummary::Torchsummary;
