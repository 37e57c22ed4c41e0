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
//!        800 = 50 × 4 × 4, from `maxpool(2, 2)`
//!        help: write `fc(800, 500)`
//!  --> src/net.rs:9:12
//!   |
//! 9 |         fc(784, 500); relu;
//!   |            ^^^
//! ```
//!
//! * [`cnn!`] is the language; [`layers`] has a page for each keyword.
//! * [`Summary`] is what a network amounts to, [`Graph`] what engines and exporters read.
//! * [`geometry`] has the formulas, [`render`](https://docs.rs/cnn/latest/cnn/render) the tables.
//!
//! # `no_std`
//!
//! The crate needs neither `std` nor, without its default feature `alloc`, an allocator: all
//! constants work on a microcontroller. With `alloc` come tables and `state_dict`.

#![no_std]

pub mod layers;

pub use cnn_core::{
    Edge, Graph, Kind, MAX_RANK, Network, Node, Op, Row, Shape, Source, Summary, Tensor, geometry,
    layers as ops,
};

#[cfg(feature = "alloc")]
pub use cnn_core::render;

/// Declares convolutional networks.
///
/// # As items
///
/// ```
/// use cnn::cnn;
///
/// cnn! {
///     /// A small network, with documentation and derives like any struct.
///     #[derive(Clone, Copy, Debug)]
///     pub struct Digits<const CLASSES: usize = 10>: [1, 8, 8] -> [CLASSES] <
///         conv(1, 16, 3, padding = same); batchnorm; relu;
///         maxpool(2);
///         fc(_, CLASSES);
///     >
/// }
///
/// assert_eq!(<Digits>::PARAMS, 2_762);
/// assert_eq!(Digits::<2>::OUTPUT.dims(), [2]);
/// ```
///
/// What follows the name is the shape of the input, without the batch, and optionally the shape of
/// the output, which is then checked. Layers stand between `< … >` or `{ … }`. The macro makes
///
/// * the unit struct, with a table of the network on its page;
/// * its constants `GRAPH`, `SUMMARY`, `INPUT`, `OUTPUT` and `PARAMS`;
/// * its implementation of [`Network`].
///
/// # As an expression
///
/// With a shape in place of a name it is a constant expression of type [`Summary`]:
///
/// ```
/// # use cnn::cnn;
/// const HEAD: cnn::Summary = cnn!([512, 7, 7] < adaptive_avgpool(1); fc(512, 10) >);
/// assert_eq!(HEAD.params, 5_130);
/// ```
///
/// # Layers
///
/// A layer is a keyword of [`layers`] with its arguments, by position in PyTorch's order, or by
/// PyTorch's names: `conv(3, 20, 5, padding = 2)`. Each is a Rust expression: a literal, arithmetic,
/// a constant, a call of a `const fn`, a parameter of the network. A value for each axis is a tuple
/// or an array, `(3, 5)`. `_` is inferred from what arrives. One keyword serves 1-D, 2-D and 3-D.
///
/// ```
/// # use cnn::cnn;
/// const WIDTH: usize = 32;
///
/// const S: cnn::Summary = cnn!([3, 64, 48] <
///     conv(3, WIDTH, (5, 3), stride = 2);
///     [conv(WIDTH, WIDTH, 3, padding = same); 4];    // four times in a row
///     #[frozen] conv(_, 2 * WIDTH, 1);               // its parameters are not trained
/// >);
/// assert_eq!(S.output.dims(), [64, 30, 23]);
/// assert_eq!(S.params - S.trainable_params, 64 * (32 + 1));
/// ```
///
/// # Names
///
/// Every layer has the name that its weights have in PyTorch's `state_dict`. A label gives a name;
/// in `seq { … }`, PyTorch's `Sequential`, statements are named by their index; elsewhere by their
/// keyword and a count. A labelled group is a scope.
///
/// ```
/// # use cnn::cnn;
/// const S: cnn::Summary = cnn!([3, 32, 32] <
///     features: seq { conv(3, 8, 3); relu; conv(8, 8, 3) }
///     pool: adaptive_avgpool(1);
///     fc(8, 10);
/// >);
/// let names: Vec<&str> = S.rows.iter().map(|row| row.name).collect();
/// assert_eq!(names, ["features.0", "features.1", "features.2", "pool", "fc1"]);
/// ```
///
/// # What is checked, and when
///
/// Sizes that are literals or arithmetic on literals are checked by the macro. All others, such as
/// constants, are checked by const evaluation, also under `cargo check`, with the same words and at
/// the same tokens. A network with parameters is checked at its defaults, and each time it is used
/// with others; for that, rustc has to build it.
///
/// How many layers there are has to be known to the macro: the count of a repeat is arithmetic on
/// literals. In the expression form, the parameters of a surrounding item cannot be used; declare a
/// network with parameters instead.
#[macro_export]
macro_rules! cnn {
    ($($tokens:tt)*) => {
        // The macro has no other way to learn how this crate is called where it is used.
        $crate::__private::expand! { [$crate] $($tokens)* }
    };
}

/// What the expansion of [`cnn!`] refers to. Not for use by hand, and may change at any time.
#[doc(hidden)]
pub mod __private {
    pub use cnn_core::layers::Nested;
    pub use cnn_core::{
        Arg, Args, Edge, Graph, Inputs, Kind, Net, Network, Place, Shape, Step, Summary, Written,
    };
    pub use cnn_macro::expand;

    pub use crate::layers;

    /// A function of a declaration. What is wrong in it is wrong in it alone.
    #[macro_export]
    #[doc(hidden)]
    macro_rules! __function {
        ($function:item) => {
            // The macro may be the only one that calls it.
            #[allow(dead_code)]
            $function
        };
    }
    pub use __function as function;

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
