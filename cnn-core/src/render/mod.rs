//! What people read: pictures of a [`Graph`](crate::Graph), and tables of a
//! [`Summary`](crate::Summary). Needs the feature `alloc`.

mod align;
mod column;
mod csv;
mod diagram;
mod diff;
mod grid;
#[cfg(feature = "serde")]
mod json;
mod latex;
mod leaves;
pub(crate) mod names;
mod number;
mod table;
mod torchsummary;
mod tree;
mod value;

pub use column::Column;
pub use diagram::{Amount, Diagram, DiagramNode, Sizes, label};
pub use diff::{Change, Diff};
pub use grid::{Align, Grid};
pub use leaves::Leaf;
pub use names::joined;
pub use number::{Bytes, Grouped};
pub use table::Table;
pub use torchsummary::Torchsummary;
pub use tree::Line;
pub use value::{Units, Value};
