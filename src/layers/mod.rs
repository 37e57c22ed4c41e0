//! The keywords of the language, one item each, so that editors find them.
//!
//! Shapes are written without the batch axis. Arguments before the first named one stand in
//! PyTorch's order; every argument can be given by its name. A size for each spatial axis may be
//! given as a tuple, `(3, 5)`. In the signatures `_` means that a value is inferred from what
//! arrives, `…` that it follows from the other arguments.
//!
//! A network does not name these items: inside of [`cnn!`](crate::cnn) the keywords are always
//! understood, whatever else has their names.

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
