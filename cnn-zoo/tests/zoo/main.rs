//! The networks of the zoo against what is known of them.
//!
//! One program: rustc takes a while to put all networks into each that lists them.

mod embedding;
#[cfg(feature = "alloc")]
#[path = "../common/facts.rs"]
mod facts;
#[cfg(feature = "alloc")]
mod gallery;
mod memory;
#[cfg(feature = "alloc")]
#[path = "../../../tests/common/mermaid.rs"]
mod mermaid;
#[cfg(feature = "alloc")]
#[path = "../../../tests/common/modules.rs"]
mod modules;
#[cfg(feature = "alloc")]
mod outputs;
#[cfg(feature = "alloc")]
#[path = "../../../tests/common/picture.rs"]
mod picture;
#[cfg(feature = "alloc")]
mod pictures;
#[cfg(feature = "alloc")]
mod pytorch;
#[cfg(feature = "alloc")]
mod receptive_fields;
#[cfg(feature = "alloc")]
mod scatter;
#[cfg(feature = "alloc")]
mod tables;
#[cfg(feature = "alloc")]
mod torchvision;
mod usage;

/// All networks, with those of timm if they are enabled.
#[cfg(feature = "alloc")]
fn networks() -> impl Iterator<Item = &'static cnn_zoo::Entry> {
    #[cfg(feature = "timm")]
    let others = cnn_zoo::timm::all();
    #[cfg(not(feature = "timm"))]
    let others = &[];
    cnn_zoo::all().iter().chain(others)
}
