//! What the library makes of declarations that compile.

mod blocks;
#[cfg(feature = "alloc")]
mod export;
mod front_page;
mod graphs;
mod hygiene;
mod instances;
mod keywords;
mod language;
mod links;
mod memory;
#[cfg(feature = "alloc")]
#[path = "../common/mermaid.rs"]
mod mermaid;
#[cfg(feature = "alloc")]
#[path = "../common/modules.rs"]
mod modules;
#[path = "../common/oracle.rs"]
mod oracle;
mod parts;
#[cfg(feature = "alloc")]
#[path = "../common/picture.rs"]
mod picture;
#[cfg(feature = "alloc")]
mod pictures;
mod ports;
#[path = "../common/probes.rs"]
mod probes;
mod properties;
mod pytorch;
#[cfg(feature = "alloc")]
mod receptive_fields;
mod shared;
#[cfg(feature = "alloc")]
mod summary;
#[cfg(feature = "alloc")]
mod tables;
mod values;
mod wiring;
