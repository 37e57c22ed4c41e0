//! Tables of a [`Summary`](crate::Summary): as text, Markdown, LaTeX, CSV and JSON, and the differences between two.

mod align;
mod column;
mod csv;
mod diff;
mod fit;
#[cfg(feature = "serde")]
mod json;
mod latex;
#[expect(clippy::module_inception, reason = "the table among what tables are made of")]
mod table;
mod torchsummary;
mod tree;
mod value;

pub use column::Column;
pub use diff::{Change, Diff};
pub use table::Table;
pub use torchsummary::Torchsummary;
pub use tree::Line;
pub use value::{Units, Value};
