//! Declare a convolutional network once, in Rust source: its shapes are checked and its costs computed at compile
//! time, and the same declaration is drawn, documented, trained and run.
//!
//! ```sh
//! cargo add cnn
//! ```
//!
#![cfg_attr(doc, doc = concat!("<div>", include_str!("lenet.svg"), "</div>"))]
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
//! // Usable in any const context.
//! const _: () = assert!(LeNet::PARAMS == 432_080);
//! const _: () = assert!(LeNet::SUMMARY.macs < 3_000_000);
//!
//! # #[cfg(feature = "alloc")]
//! println!("{}", LeNet::SUMMARY);
//! ```
//!
//! <!-- printed: lenet -->
//! ```text
//! LeNet: 3 × 28 × 28 → 10
//!
//! layer     module     output        parameters       MACs
//! ────────────────────────────────────────────────────────
//! conv1     Conv2d     20 × 24 × 24       1,520    864,000
//! relu1     ReLU       20 × 24 × 24           0          0
//! maxpool1  MaxPool2d  20 × 12 × 12           0          0
//! conv2     Conv2d     50 × 8 × 8        25,050  1,600,000
//! relu2     ReLU       50 × 8 × 8             0          0
//! maxpool2  MaxPool2d  50 × 4 × 4             0          0
//! fc1       Linear     500              400,500    400,000
//! relu3     ReLU       500                    0          0
//! dropout1  Dropout    500                    0          0
//! fc2       Linear     10                 5,010      5,000
//! ────────────────────────────────────────────────────────
//! total                10               432,080  2,869,000
//!
//! parameters   432,080 (1.65 MiB as f32)
//! MACs         2,869,000, plus 45,170 element-wise operations
//! activations  34,630 (135 KiB as f32), at most 23,040 alive at once (90 KiB)
//! ```
//!
//! A shape that does not fit is a compile error at the number that is wrong:
//!
//! ```text
//! error: `fc` takes 784 inputs, but 800 arrive
//!        800 = 50 × 4 × 4, from `maxpool(2, 2)` on line 7
//!        help: write `fc(800, 500)`
//!  --> src/net.rs:8:12
//!   |
//! 8 |         fc(784, 500); relu;
//!   |            ^^^
//! ```
//!
//! # Documentation
//!
//! * [`cnn!`]: the guide to the language, step by step, and to what a declaration gives you
//! * [`layers`]: a page for each layer, grouped by family
//! * [`coming_from`]: equivalents of what PyTorch, Keras and burn call things
//! * [`Summary`], [`Graph`]: totals and per-layer costs; the layers with their hyper-parameters, for engines and
//!   exporters
//! * [`render`](https://docs.rs/cnn/latest/cnn/render): tables, and pictures as SVG and Mermaid
//! * [`Plan`], [`Training`]: memory for inference and for training
//! * [`budget`]: limits that fail the build
//! * [`geometry`]: the formulas for output sizes
//! * [`arguments`]: a line for each argument of a layer
//! * [`engines`]: how burn and candle run each layer
//! * [`error_messages`]: the same mistakes in other libraries, beside the messages of this one
//!
//! # Companion crates
//!
//! * [`cnn-zoo`](https://docs.rs/cnn-zoo): torchvision's networks, a LeNet and a U-Net, each declared in a few lines.
//! * [`cnn-burn`](https://docs.rs/cnn-burn): trains and runs networks on [burn](https://burn.dev), with PyTorch's
//!   weights and initialization.
//! * [`cnn-candle`](https://docs.rs/cnn-candle): runs networks on
//!   [candle](https://github.com/huggingface/candle), with PyTorch's weights.
//! * [`cnn-weights`](https://docs.rs/cnn-weights): compares a weight file with a network before anything is loaded.
//! * [`cargo-cnn`](https://docs.rs/cargo-cnn): the command `cargo cnn`, which formats declarations, shows and compares
//!   networks, and brings them in from PyTorch and out to PyTorch and ONNX.
//! * [`cnn-onnx`](https://docs.rs/cnn-onnx), [`cnn-import`](https://docs.rs/cnn-import) and
//!   [`cnn-format`](https://docs.rs/cnn-format) do the same in a program.
//!
//! # Features
//!
//! | feature | default | what it adds |
//! |---|---|---|
//! | `alloc` | yes | tables, pictures, `state_dict`, receptive fields |
//! | `pages` | yes | the table and the picture on the rustdoc page of a network, and what editors show of it |
//! | `weights` | | [`#[weights("file.safetensors")]`](cnn!#files-of-weights), which compares a file of weights while compiling |
//! | `serde` | | `Serialize` for graphs and summaries |
//! | `json` | | tables as JSON |
//!
//! Without `pages`, which is a third of the macro, a first build takes about four fifths of the time.
//!
//! The crate is `no_std`. Without `alloc` it does not need an allocator either: all constants are available on a
//! microcontroller.

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
#[doc(alias(
    "seq",
    "Sequential",
    "ModuleList",
    "block",
    "module",
    "residual",
    "shortcut",
    "skip connection",
    "SkipConnection",
    "shared weights",
    "again",
    "from",
    "until",
    "backbone",
    "for",
    "if",
    "let",
    "const",
    "frozen",
    "trainable",
    "budget",
    "weights",
    "checkpoint",
    "safetensors",
    "lint",
    "warning",
    "dropped_rows",
    "bias_before_batchnorm",
    "repeated_activation",
    "broadcast_add",
    "final_softmax",
    "nothing_shared",
    "unused_value",
    "unused_variable",
    "unused_block",
    "depthwise",
    "DepthwiseConv2D",
    "SeparableConv2D",
    "squeeze and excitation",
    "SqueezeExcitation",
    "SEBlock"
))]
#[macro_export]
macro_rules! cnn {
    ($($tokens:tt)*) => {
        // The macro has no other way to learn how this crate is called where it is used.
        $crate::__private::expand! { [$crate] $($tokens)* }
    };
}

/// The type of the constant that documents a `pub block`, which other [`cnn!`]s can use.
///
/// See [how blocks are shared](cnn!#blocks-for-other-modules-and-crates).
#[derive(Clone, Copy, Debug)]
pub struct Block;

#[doc = include_str!("coming_from.md")]
pub mod coming_from {}

#[doc = include_str!("error_messages.md")]
pub mod error_messages {}

#[doc = include_str!("engines.md")]
pub mod engines {}

/// Items that the expansion of [`cnn!`] refers to. Not for use by hand, and may change at any time.
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

    /// The type of the constants that editors show for labels.
    pub struct Label;

    /// Bytes at an address that any number can be read from.
    #[repr(C, align(8))]
    pub struct Aligned<T: ?Sized>(pub T);

    pub use crate::Block;

    /// A function or a constant of a declaration, in a macro of its own so that an error in it does not affect the rest.
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

    /// An expression that only rustc evaluates, in a macro of its own so that an error in it does not affect the rest.
    #[macro_export]
    #[doc(hidden)]
    macro_rules! __expression {
        ($expression:expr) => {
            $expression
        };
    }
    pub use __expression as expression;

    /// The declaration as only editors read it. For a word, rust-analyzer shows what is directly in the expansion before
    /// what is in a macro within it, so the facts about a layer come before the page of its keyword.
    #[macro_export]
    #[doc(hidden)]
    macro_rules! __mirror {
        ($($tokens:tt)*) => {
            $($tokens)*
        };
    }
    pub use __mirror as mirror;

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

    /// A size as an integer. Nothing in memory is so large that it would be another one.
    pub const fn signed(size: usize) -> isize {
        if size > isize::MAX as usize { isize::MAX } else { size as isize }
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
