//! todo
#[macro_export]
macro_rules! cnn {
    ($($tokens:tt)*) => {
        $crate::__private::expand! { [$crate] $($tokens)* }
    };
}
pub use cnn_core::*;
pub mod layers;
#[doc(hidden)]
pub mod __private {
    pub use crate::layers;
    pub use cnn_core::error::At;
    pub use cnn_core::{
        Arg, Edge, Graph, Net, Network, Place, Shape, Source, Step, Summary, Written,
    };
    pub use cnn_macro::expand;
}
