//! The parameters of a layer, declared once: for its signature, and for reading its calls.

use super::Arg;
use super::signature::{Param, Takes};
use crate::error::At;

macro_rules! keys {
    ($($(#[$docs:meta])* $key:ident;)*) => {
        $(
            $(#[$docs])*
            #[derive(Clone, Copy)]
            pub(crate) struct $key(pub(crate) usize);

            impl $key {
                pub(crate) const fn param(name: &'static str) -> Param {
                    Param::new(name, Takes::$key)
                }

                #[allow(dead_code, reason = "nothing is wrong with some kinds of arguments")]
                pub(crate) const fn at(self) -> At {
                    At::Param(self.0)
                }
            }
        )*
    };
}

// The index of a parameter in its signature. The type says what the parameter takes, so that a call
// can only be read as what it was declared to take.
keys! {
    /// The index of a parameter that takes a size.
    Size;
    /// The index of a parameter that takes a size for each axis.
    Axes;
    /// The index of a parameter that takes a factor for each axis.
    Factors;
    /// The index of a parameter that takes a list of sizes.
    Sizes;
    /// The index of a parameter that takes an integer.
    Signed;
    /// The index of a parameter that takes a list of integers.
    SignedList;
    /// The index of a parameter that takes a real number.
    Float;
    /// The index of a parameter that takes `true` or `false`.
    Flag;
    /// The index of a parameter that takes one of its words.
    Word;
    /// The index of a parameter that takes a range.
    Range;
    /// The index of a parameter that takes another network.
    Network;
}

macro_rules! defaults {
    ($($key:ident($type:ty) => $arg:ident;)*) => {
        $(
            impl $key {
                pub(crate) const fn default(value: $type) -> Arg<'static> {
                    Arg::$arg(value)
                }
            }
        )*
    };
}

defaults! {
    Size(usize) => Size;
    Axes(usize) => Size;
    Signed(isize) => Signed;
    Float(f64) => Float;
    Flag(bool) => Flag;
}

/// Declares the parameters of a layer in PyTorch's order:
///
/// ```ignore
/// params! {
///     in_channels: Size.inferable(),          // `_` may be written
///     kernel_size: Axes.one_per_axis(),       // settings are methods of `Param`
///     stride: Axes = kernel_size,             // the layer finds the default
///     bias: Flag = true,
///     num_features: Size = _,                 // `_` is the default
/// }
/// ```
///
/// This makes `PARAMS`, which a signature takes, and in `PARAM` the index of each of them, of a type
/// that says what it takes: `call.flag(PARAM.bias)`.
macro_rules! params {
    () => {
        const PARAMS: &[$crate::language::signature::Param] = &[];
    };
    ($(
        $name:ident: $key:ident $(.$setting:ident($($value:expr),*))* $(= $default:tt)?
    ),* $(,)?) => {
        const PARAMS: &[$crate::language::signature::Param] = &[$(
            $crate::language::params::param!(
                $key [$($default)?] $crate::language::params::$key::param(stringify!($name))
            )
            $(.$setting($($value),*))*
        ),*];

        #[expect(non_camel_case_types, reason = "they are the names of the parameters")]
        enum Index {
            $($name),*
        }

        /// The index of each parameter.
        struct Indices {
            $($name: $crate::language::params::$key),*
        }

        // A constant for each would be called as PyTorch calls it, and for each such name rustc looks
        // through the whole crate for what to rename.
        const PARAM: Indices = Indices {
            $($name: $crate::language::params::$key(Index::$name as usize)),*
        };
    };
}

/// A parameter with its default.
macro_rules! param {
    ($key:ident [] $param:expr) => {
        $param
    };
    ($key:ident [_] $param:expr) => {
        $param.inferable().or($crate::language::Arg::Infer)
    };
    // Another parameter, or whatever else the layer makes the default of.
    ($key:ident [$computed:ident] $param:expr) => {
        $crate::language::params::param!(@$key $computed $param)
    };
    ($key:ident [$default:tt] $param:expr) => {
        $param.or($crate::language::params::$key::default($default))
    };
    (@Flag $value:ident $param:expr) => {
        $param.or($crate::language::params::Flag::default($value))
    };
    (@$key:ident $computed:ident $param:expr) => {
        $param.or($crate::language::Arg::Omitted)
    };
}

pub(crate) use {param, params};
