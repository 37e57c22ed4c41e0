//! Convolutional networks, declared once, checked and summed up while compiling.
//!
//! ```
//! use cnn::cnn;
//!
//! cnn! {
//!     /// LeNet for 28 × 28 RGB images.
//!     pub struct LeNet: [3, 28, 28] -> [10] <
//!         conv(3, 20, 5, 1); relu; maxpool(2, 2);
//!         conv(20, 50, 5, 1); relu; maxpool(2, 2);
//!         fc(4 * 4 * 50, 500); relu; dropout(0.5);
//!         fc(500, 10);
//!     >
//! }
//!
//! // Everything about it is known while compiling,
//! const _: () = assert!(LeNet::PARAMS == 432_080);
//! const _: () = assert!(LeNet::SUMMARY.macs == 2_869_000);
//!
//! // and can be shown: the layers with their shapes, parameters and cost.
//! # #[cfg(feature = "alloc")]
//! println!("{}", LeNet::SUMMARY);
//! ```
//!
//! A shape that does not fit is an error at the number that is wrong:
//!
//! ```text
//! error: `fc` takes 784 inputs, but 800 arrive
//!        800 = 50 × 4 × 4, from `maxpool(2, 2)` of line 8
//!        help: write `fc(800, 500)`
//!  --> src/net.rs:9:12
//!   |
//! 9 |         fc(784, 500); relu;
//!   |            ^^^
//! ```
//!
//! * [`cnn!`] is the language; [`layers`] has a page for each keyword, [`arguments`] a line for each
//!   argument.
//! * [`Summary`] is what a network amounts to, [`Graph`] what engines and exporters read.
//! * [`elsewhere`] shows mistakes as other libraries report them, beside this one.
//! * [`engines`] lists what runs a declaration, and how it does each layer.
//! * [`geometry`] has the formulas, [`render`](https://docs.rs/cnn/latest/cnn/render) the tables.
//!
//! # `no_std`
//!
//! The crate needs neither `std` nor, without its default feature `alloc`, an allocator: all
//! constants work on a microcontroller. With `alloc` come tables and `state_dict`.
//!
//! # Features
//!
//! | feature | by default | what it adds |
//! |---|---|---|
//! | `alloc` | yes | tables, pictures, `state_dict`, receptive fields |
//! | `pages` | yes | the table and the picture on the rustdoc page of a network, and what editors show of it |
//! | `serde` | | graphs and summaries for any format |
//! | `json` | | tables as JSON |
//!
//! Without `pages`, which is half of the macro, a first build takes about two thirds of the time.

#![no_std]

pub mod arguments;
pub mod layers;

pub use cnn_core::{
    ALIGNMENT, DType, Edge, Graph, Kind, MAX_RANK, Network, NetworkInput, NetworkOutput, Node, Op,
    Optimizer, Plan, Reuse, Row, Shape, Slot, Source, Summary, Tensor, Traffic, Training, budget,
    geometry, layers as ops,
};

#[cfg(feature = "alloc")]
pub use cnn_core::{EffectiveStride, Extent, ReceptiveField, Refusal, render};

#[doc = include_str!("guide.md")]
#[macro_export]
macro_rules! cnn {
    ($($tokens:tt)*) => {
        // The macro has no other way to learn how this crate is called where it is used.
        $crate::__private::expand! { [$crate] $($tokens)* }
    };
}

/// A block that other [`cnn!`]s can use: a `pub block` is a constant of this type, with its documentation.
///
/// The guide says [how blocks are shared](cnn!#blocks-for-other-modules-and-crates).
#[derive(Clone, Copy, Debug)]
pub struct Block;

#[doc = include_str!("elsewhere.md")]
pub mod elsewhere {}

#[doc = include_str!("engines.md")]
pub mod engines {}

/// What the expansion of [`cnn!`] refers to. Not for use by hand, and may change at any time.
#[doc(hidden)]
pub mod __private {
    pub use cnn_core::budget::Metric;
    pub use cnn_core::layers::Nested;
    pub use cnn_core::{
        Arg, Args, DType, Declaration, Graph, Kind, Network, Part, Point, Resolution, Shape,
        Summary, arena,
    };
    pub use cnn_macro::{expand, expand_with};

    pub use crate::arguments::{self, words};
    pub use crate::layers;

    /// What editors show of a label.
    pub struct Label;

    pub use crate::Block;

    /// A function or a constant of a declaration. What is wrong in it is wrong in it alone.
    #[macro_export]
    #[doc(hidden)]
    macro_rules! __item {
        ($item:item) => {
            // The macro may be the only one that uses it.
            #[allow(dead_code)]
            $item
        };
    }
    pub use __item as item;

    /// An expression that only rustc understands. What is wrong in it is wrong in it alone.
    #[macro_export]
    #[doc(hidden)]
    macro_rules! __expression {
        ($expression:expr) => {
            $expression
        };
    }
    pub use __expression as expression;

    macro_rules! values {
        ($($name:ident: $type:ty,)*) => {
            $(
                /// An argument that only rustc understands, in the place of its type.
                pub struct $name {
                    pub value: $type,
                }
            )*
        };
    }

    values! {
        Size: usize,
        Signed: isize,
        Float: f64,
        Flag: bool,
    }
}

/// Runs the examples of the README.
#[cfg(all(doctest, feature = "alloc"))]
#[doc = include_str!("../README.md")]
pub struct Readme;
