//! The values written between the parentheses of a layer.

/// The value of one argument, as the declaration gives it: plain data that [`cnn!`] emits.
///
/// [`cnn!`]: https://docs.rs/cnn/latest/cnn/macro.cnn.html
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Nothing was written: the parameter's default.
    Omitted,
    /// `_`: infer it from what arrives; in a list, keep the size of that axis.
    Infer,
    /// A size, such as `20` or `4 * 4 * 50`.
    //
    // The variants are structs, for then rustc says "expected `usize`" of a wrong expression and
    // nothing else; tuple variants add a note about the variant's definition.
    Size {
        /// The size.
        value: usize,
    },
    /// A number that may be negative: a dim counted from the end, a padding that crops.
    Signed {
        /// The number.
        value: isize,
    },
    /// A real number, such as the `0.5` of `dropout(0.5)`.
    Float {
        /// The number.
        value: f64,
    },
    /// `true` or `false`.
    Flag {
        /// The truth value.
        value: bool,
    },
    /// One of the words that the parameter knows, such as `same`.
    Word {
        /// Its index in [`Param::words`](crate::signature::Param).
        index: usize,
    },
    /// `a..b`.
    Range {
        /// The first index in the range.
        start: usize,
        /// The first index after the range.
        end: usize,
    },
    /// A tuple or an array, such as `(3, 5)`.
    List(&'a [Arg<'a>]),
}
