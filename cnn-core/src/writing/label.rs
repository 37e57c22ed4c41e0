//! What a layer does, in a few words.

use alloc::borrow::ToOwned;
use alloc::string::String;

use crate::layers::{Kind, Op};
use crate::shape::Shape;

/// A layer in a few words, for a line of a table or a box of a diagram: `conv 7×7 /2`.
///
/// Channels are left out: they are on the edges. `/2` is a stride, `×2` that of a transposed
/// convolution.
///
/// ```
/// use cnn_core::render::label;
/// use cnn_core::{Args, Arrivals, Kind, Shape, resolve};
///
/// let image = Shape::new(&[3, 224, 224]);
/// let conv = resolve(Kind::Conv, &Args::sizes(&[3, 64, 7, 2, 3]), &Arrivals::one(image));
/// assert_eq!(label(Kind::Conv, &conv.op, &image), "conv 7×7 /2");
/// ```
pub fn label(kind: Kind, op: &Op, input: &Shape) -> String {
    let mut text = kind.signature().stem.to_owned();
    // Writing to a `String` cannot fail.
    let _ = op.write_details(&mut text, input);
    text
}
