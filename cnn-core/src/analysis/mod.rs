//! Analyses of a network: memory, traffic, receptive fields, limits, warnings.

pub mod budget;
pub mod lint;
mod memory;
#[cfg(feature = "alloc")]
mod receptive_field;
mod traffic;

pub use memory::{ALIGNMENT, Optimizer, Plan, Slot, Training, arena};
#[cfg(feature = "alloc")]
pub use receptive_field::{EffectiveStride, Extent, ReceptiveField};
pub use traffic::Traffic;
