//! What `torch.export.save` writes.

mod archive;
mod classes;
mod functions;
mod module;
mod names;
mod operands;
mod operations;
mod read;
mod schema;
mod weights;

pub use read::read;
pub use weights::weights;
