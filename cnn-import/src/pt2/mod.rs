//! What `torch.export.save` writes.

mod archive;
mod attention;
mod layout;
mod module;
mod operands;
mod operations;
mod read;
mod schema;
mod weights;

pub use read::read;
pub use weights::weights;
