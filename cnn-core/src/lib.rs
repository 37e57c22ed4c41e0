//! The library half of [`cnn`](https://docs.rs/cnn): shapes, layers, graphs and summaries.
//!
//! All logic is in `const fn`s, so that the same code runs in the macro, which knows literals and can underline them,
//! and in const evaluation, which knows everything. There are no required dependencies, and without the feature `alloc`
//! no allocations.
//!
//! Data goes one way, and so do imports: each line uses those above it.
//!
//! | module | contents |
//! |---|---|
//! | [`geometry`], `shape` | shapes and tensors, exact counting, text in `const` contexts |
//! | [`error`] | the errors of layers, as data |
//! | `language`, [`signature`] | what a keyword accepts, as data that the macro reads; its call |
//! | `facts` | how a layer describes itself, beside its shape |
//! | [`layers`] | each layer, and the table of all |
//! | [`resolve`] | the one algebra: one layer, its arguments and the input |
//! | `network` | [`Declaration`]s as `cnn!` emits them, bytes; [`Graph`] and [`Summary`], the views of them; [`Resolution`], what const evaluation adds |
//! | `message` | what is wrong in words, with its origin and what to write |
//! | `analysis` | memory, traffic, receptive fields, [`budget`]s, [`lint`]s |
//! | `writing` | what these two share: labels, key figures, columns of text |
//! | [`render`] | tables of a summary, pictures of a graph |

#![no_std]

#[cfg(feature = "encode")]
extern crate alloc;
#[cfg(test)]
#[macro_use]
extern crate std;

mod analysis;
#[cfg(feature = "alloc")]
pub mod engine;
pub mod error;
mod facts;
mod language;
pub mod layers;
mod message;
mod network;
#[cfg(feature = "pictures")]
mod picture;
#[cfg(feature = "pytorch")]
mod pytorch;
mod resolve;
#[cfg(feature = "serde")]
mod serial;
mod shape;
#[cfg(feature = "alloc")]
mod table;
#[cfg(feature = "writing")]
mod writing;

pub use analysis::{ALIGNMENT, Optimizer, Plan, Slot, Traffic, Training, arena, budget, lint};
#[cfg(feature = "alloc")]
pub use analysis::{EffectiveStride, Extent, ReceptiveField};
#[cfg(feature = "alloc")]
pub use engine::Refusal;
pub use facts::Reuse;
pub use language::{Arg, Args, Arrivals, Inputs, Packed, signature};
#[cfg(feature = "encode")]
#[doc(hidden)]
pub use language::{
    foreign_names,
    spelling::{MOST_EDITS, closest, edits},
};
pub use layers::{Kind, Op};
#[doc(hidden)]
pub use message::{DIFFERENCES, FileTensor, MUST_BE, OTHER_FILE, SAVE_AS};
pub use message::{HeaderError, MAX_INPUT_RANK, Order, Proposes, Trace, input_error};
pub use network::{
    Cost, Declaration, Edge, Edges, Graph, Iter, MOST_INPUTS, Network, NetworkInput, NetworkInputs,
    NetworkOutput, NetworkOutputs, Node, Nodes, Pass, Place, Resolution, Row, Rows, Source, Step,
    Summary, Written, figures,
};
#[cfg(feature = "encode")]
#[doc(hidden)]
pub use network::{
    Encodable, EncodableInput, EncodableNetwork, EncodableOutput, Encoded, Mark, encode,
};
#[doc(hidden)]
pub use network::{Part, Point};
pub use resolve::{Resolved, resolve};
pub use shape::{DType, MAX_RANK, Shape, Tensor, Text, geometry};

/// Tables of a [`Summary`], which require the feature `alloc`, and pictures of a [`Graph`], which require `pictures`.
#[cfg(feature = "writing")]
pub mod render {
    #[cfg(feature = "alloc")]
    pub use crate::network::Leaf;
    #[doc(hidden)]
    pub use crate::network::names::joined;
    #[cfg(feature = "pictures")]
    #[doc(hidden)]
    pub use crate::picture::{AGAIN, anchor, box_id, port_id, row_id};
    #[cfg(feature = "pictures")]
    pub use crate::picture::{Amount, Diagram, DiagramNode, Sizes};
    #[doc(hidden)]
    pub use crate::shape::notation::TIMES;
    pub use crate::shape::notation::{Bytes, Dims, Grouped, Short};
    #[cfg(feature = "alloc")]
    pub use crate::table::{Change, Column, Diff, Line, Table, Torchsummary, Units, Value};
    pub use crate::writing::Facts;
    #[doc(hidden)]
    pub use crate::writing::{Align, Grid, label, listed};
}
