//! The layers, a page for each, by family.
//!
//! Shapes are written without the batch. Arguments are given by position, in PyTorch's order, or by name. A tuple gives
//! a size for each spatial axis, `(3, 5)`. In the signatures, `_` means that a value is inferred from the input, and
//! `…` that it follows from the other arguments.
//!
#![doc = include_str!("families.md")]
//!
//! # What is not a layer
//!
//! | word | what it does |
//! |:--|:--|
//! | [`seq { … }`](crate::cnn!#names) | groups layers and names them by their index, like PyTorch's `Sequential` |
//! | [`label: …`](crate::cnn!#names) | names a layer or a group |
//! | [`residual { … } shortcut { … }`](crate::cnn!#branches) | adds the input, or the output of `shortcut`, to the output of the layers |
//! | [`[layer; n]`](crate::cnn!#layers) | repeats a layer `n` times |
//! | [`from(label)`](crate::cnn!#inputs-outputs-and-shared-weights) | continues from an earlier value |
//! | [`again(label)`](crate::cnn!#inputs-outputs-and-shared-weights) | runs layers once more, with the same weights |
//! | [`block name(…) { … }`](crate::cnn!#blocks) | declares layers with parameters, to be used like a layer |
//! | [`for`, `let`, `let mut`](crate::cnn!#lists-and-loops), [`if`](crate::cnn!#blocks) | work as in Rust |
//! | [`const`, `const fn`](crate::cnn!#functions-and-constants) | compute sizes and counts |
//! | [`use`, `pub block`](crate::cnn!#blocks-for-other-modules-and-crates) | share blocks between modules and crates |
//! | [`Backbone until label`](crate::cnn!#networks-in-networks) | uses a part of another network |
//! | [`#[frozen]`](crate::cnn!#layers) | excludes a layer from training |
//! | [`#[cfg(…)]`](crate::cnn!#comments-and-conditions) | includes a layer under a condition |
//! | [`#[budget(…)]`](crate::cnn!#budgets) | limits the parameters, MACs or memory of a network |
//! | [`#[allow(…)]`](crate::cnn!#warnings) | allows a lint: `dropped_rows`, `bias_before_batchnorm`, … |
//!
//! The keywords are items so that editors and rustdoc find them. A network does not need to import them: inside of
//! [`cnn!`](crate::cnn) they are always understood, even if something else has the same name.

#![expect(non_upper_case_globals, reason = "these are the keywords as they are written")]

/// Documented constants, and for each a trait with a constant of the same name.
///
/// The traits are for editors alone: of a layer in a declaration they show what is implemented for
/// it, its shapes and cost, beside the page of its keyword (`mirror.rs` in cnn-macro). Both are
/// defined by one token, so "go to definition" has one place to go to.
macro_rules! keywords {
    ($($(#[$docs:meta])* $keyword:ident = $kind:ident / $shown:ident;)*) => {
        $(
            $(#[$docs])*
            pub const $keyword: cnn_core::Kind = cnn_core::Kind::$kind;

            #[doc(hidden)]
            pub trait $shown {
                #[doc(hidden)]
                const $keyword: cnn_core::Kind = cnn_core::Kind::$kind;
            }
        )*
    };
    ($($(#[$docs:meta])* $keyword:ident = $kind:ident;)*) => {
        keywords! { $($(#[$docs])* $keyword = $kind / $kind;)* }
    };
}

mod activation;
mod arrange;
mod attention;
mod conv;
mod function;
mod join;
mod linear;
mod norm;
mod parameter;
mod pool;
mod reduce;
mod regular;
mod resize;

pub use activation::*;
pub use arrange::*;
pub use attention::*;
pub use conv::*;
pub use function::*;
pub use join::*;
pub use linear::*;
pub use norm::*;
pub use parameter::*;
pub use pool::*;
pub use reduce::*;
pub use regular::*;
pub use resize::*;
