//! Shapes, and counting and writing in `const` contexts.

mod count;
mod dtype;
pub mod geometry;
#[cfg(feature = "writing")]
pub(crate) mod notation;
mod tensor;
pub(crate) mod text;

use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Index;

pub(crate) use count::{Count, saturated};
pub use dtype::DType;
pub use tensor::Tensor;
pub(crate) use tensor::Tensors;
pub use text::Text;

/// The maximum number of sizes in a [`Shape`]: those of the weight of a 3-D convolution,
/// `[out_channels, in_channels / groups, depth, height, width]`.
pub const MAX_RANK: usize = 5;

/// A list of at most [`MAX_RANK`] sizes: the shape of a value, of a weight, or one size for each
/// spatial axis of a kernel.
///
/// Shapes of values are per sample, without the batch axis: `[channels, height, width]`,
/// `[channels, length]`, `[channels, depth, height, width]`, or `[features]`.
///
/// # Unknown sizes
///
/// A size of 0 never passes the checks of a network, so 0 stands for *a size lost to an earlier error*: no check
/// reports it, and what depends on it is 0, too. [`Shape::LOST`], a shape without sizes, is completely unknown. In
/// this way, one mistake in a network causes one error. In a network that compiles, no shape contains a 0.
///
/// ```
/// # use cnn_core as cnn;
/// use cnn::Shape;
///
/// const IMAGE: Shape = Shape::new(&[3, 28, 28]);
/// assert_eq!(IMAGE, [3, 28, 28]);
/// assert_eq!(IMAGE[1], 28);
/// assert_eq!(IMAGE.elements(), 2352);
/// assert_eq!(IMAGE.to_string(), "[3, 28, 28]");
/// ```
#[derive(Clone, Copy)]
pub struct Shape {
    rank: usize,
    /// The sizes; what follows them is arbitrary.
    sizes: [usize; MAX_RANK],
}

impl Shape {
    /// A shape that is completely unknown because of an earlier error.
    pub const LOST: Shape = Shape { rank: 0, sizes: [0; MAX_RANK] };

    /// The shape with these sizes.
    ///
    /// # Panics
    ///
    /// If there are more than [`MAX_RANK`] sizes.
    pub const fn new(dims: &[usize]) -> Shape {
        assert!(dims.len() <= MAX_RANK, "a shape holds at most five sizes");
        let mut shape = Shape { rank: dims.len(), sizes: [0; MAX_RANK] };
        let mut axis = 0;
        while axis < dims.len() {
            shape.sizes[axis] = dims[axis];
            axis += 1;
        }
        shape
    }

    /// A single size.
    pub(crate) const fn one(size: usize) -> Shape {
        Shape { rank: 1, sizes: [size; MAX_RANK] }
    }

    /// `rank` times the same size.
    pub(crate) const fn splat(size: usize, rank: usize) -> Shape {
        Shape { rank, sizes: [size; MAX_RANK] }
    }

    /// The sizes, outermost first.
    ///
    /// ```
    /// # use cnn_core::Shape;
    /// let [channels, height, width] = Shape::new(&[3, 28, 28]).dims().try_into().unwrap();
    /// assert_eq!((channels, height, width), (3, 28, 28));
    /// ```
    pub const fn dims(&self) -> &[usize] {
        self.sizes.split_at(self.rank).0
    }

    /// The number of sizes.
    pub const fn rank(&self) -> usize {
        self.rank
    }

    /// The size of an axis; 0, "unknown", if there is no such axis, where `shape[axis]` panics.
    pub const fn size(&self, axis: usize) -> usize {
        if axis < self.rank { self.sizes[axis] } else { 0 }
    }

    /// The number of values in a tensor of this shape, or `u64::MAX` if it does not fit in 64 bits. No shape of a
    /// network is that large: there it is an error.
    pub const fn elements(&self) -> u64 {
        match self.checked_elements() {
            Some(elements) => elements,
            None => u64::MAX,
        }
    }

    /// The number of values in a tensor of this shape, or `None` if it does not fit in 64 bits.
    pub const fn checked_elements(&self) -> Option<u64> {
        Count::elements(self).exact()
    }

    /// The number of axes after the channels.
    pub const fn spatial_rank(&self) -> usize {
        if self.rank == 0 { 0 } else { self.rank - 1 }
    }

    /// Whether this shape is completely unknown.
    pub const fn is_lost(&self) -> bool {
        self.rank == 0
    }

    /// Whether two shapes have the same sizes. Unlike `==`, it works in `const` contexts.
    pub const fn same(&self, other: &Shape) -> bool {
        if self.rank != other.rank {
            return false;
        }
        let mut axis = 0;
        while axis < self.rank {
            if self.sizes[axis] != other.sizes[axis] {
                return false;
            }
            axis += 1;
        }
        true
    }

    /// Whether all sizes are equal.
    pub(crate) const fn is_uniform(&self) -> bool {
        self.same(&Shape::splat(self.size(0), self.rank))
    }

    /// Whether two shapes are the same, as far as their sizes are known.
    pub(crate) const fn agrees(&self, other: &Shape) -> bool {
        let mut agrees = self.rank == other.rank;
        let mut dim = 0;
        while agrees && dim < self.rank {
            let (a, b) = (self.sizes[dim], other.sizes[dim]);
            agrees = a == b || a == 0 || b == 0;
            dim += 1;
        }
        agrees
    }

    /// The shape with one more size at its end.
    pub(crate) const fn push(mut self, size: usize) -> Shape {
        self.sizes[self.rank] = size;
        self.rank += 1;
        self
    }

    /// The shape with the sizes of `other` at its end.
    pub(crate) const fn join(mut self, other: &Shape) -> Shape {
        let mut axis = 0;
        while axis < other.rank {
            self.sizes[self.rank] = other.sizes[axis];
            self.rank += 1;
            axis += 1;
        }
        self
    }

    /// The sizes from one axis to before another.
    pub(crate) const fn part(&self, start: usize, end: usize) -> Shape {
        let mut part = Shape::LOST;
        while start + part.rank < end {
            part = part.push(self.size(start + part.rank));
        }
        part
    }

    /// Whether a size is among them, or in a list of dims a dim.
    pub(crate) const fn contains(&self, size: usize) -> bool {
        let mut axis = 0;
        while axis < self.rank {
            if self.sizes[axis] == size {
                return true;
            }
            axis += 1;
        }
        false
    }

    /// The shape with another size at `axis`; unchanged where there is no such axis.
    pub(crate) const fn with(mut self, axis: usize, size: usize) -> Shape {
        if axis < self.rank {
            self.sizes[axis] = size;
        }
        self
    }

    /// The shape without its first size.
    pub(crate) const fn without_first(&self) -> Shape {
        self.part(1, self.rank)
    }

    /// The name of a dim of this shape: `height`.
    pub(crate) const fn dim_name(&self, dim: usize) -> &'static str {
        match (self.rank, dim) {
            (_, 0) => "number of channels",
            (2, _) => "length",
            (4, 1) => "depth",
            (rank, _) if dim + 2 == rank => "height",
            _ => "width",
        }
    }

    /// The shape with all sizes after the first one lost.
    pub(crate) const fn keep_first(self) -> Shape {
        Shape::splat(0, self.rank).with(0, self.size(0))
    }
}

impl PartialEq for Shape {
    fn eq(&self, other: &Shape) -> bool {
        self.same(other)
    }
}

impl Eq for Shape {}

impl PartialEq<[usize]> for Shape {
    fn eq(&self, dims: &[usize]) -> bool {
        self.dims() == dims
    }
}

impl PartialEq<&[usize]> for Shape {
    fn eq(&self, dims: &&[usize]) -> bool {
        self.dims() == *dims
    }
}

impl<const N: usize> PartialEq<[usize; N]> for Shape {
    fn eq(&self, dims: &[usize; N]) -> bool {
        self.dims() == dims
    }
}

impl<const N: usize> PartialEq<Shape> for [usize; N] {
    fn eq(&self, shape: &Shape) -> bool {
        shape == self
    }
}

impl<const N: usize> From<[usize; N]> for Shape {
    /// The shape with these sizes, `[3, 28, 28].into()`.
    ///
    /// # Panics
    ///
    /// If there are more than [`MAX_RANK`] sizes.
    fn from(dims: [usize; N]) -> Shape {
        Shape::new(&dims)
    }
}

impl Index<usize> for Shape {
    type Output = usize;

    /// The size of one axis.
    ///
    /// # Panics
    ///
    /// If there is no such axis. [`Shape::size`] gives 0 then, and can be used in `const fn`.
    fn index(&self, axis: usize) -> &usize {
        &self.dims()[axis]
    }
}

impl Hash for Shape {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.dims().hash(state);
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.dims(), f)
    }
}

impl fmt::Debug for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // On one line also under `{:#?}`: a column of sizes is not easier to read.
        write!(f, "{:?}", self.dims())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_that_does_not_fit_is_none() {
        assert_eq!(Shape::new(&[usize::MAX, 2]).checked_elements(), None);
        assert_eq!(Shape::new(&[usize::MAX, 2]).elements(), u64::MAX);
        assert_eq!(Shape::new(&[usize::MAX]).checked_elements(), Some(u64::MAX));
    }

    #[test]
    fn a_shape_is_like_an_array() {
        let shape = Shape::new(&[20, 24, 12]);
        assert_eq!(shape, [20, 24, 12]);
        assert_eq!([20, 24, 12], shape);
        assert_eq!(shape, [20, 24, 12][..]);
        assert_eq!(shape, &[20, 24, 12][..]);
        assert_ne!(shape, [20, 24]);
        assert_eq!((shape[0], shape[2]), (20, 12));
    }

    #[test]
    #[should_panic = "index out of bounds"]
    fn an_axis_that_is_not_there_has_no_size() {
        let _ = Shape::new(&[20, 24, 12])[3];
    }

    #[test]
    fn lost_sizes_stay_lost() {
        let shape = Shape::new(&[20, 24, 24]).keep_first();
        assert_eq!(shape, [20, 0, 0]);
        assert_eq!(shape.elements(), 0);
        assert_eq!(Shape::LOST.elements(), 0);
        assert_eq!(shape.size(7), 0);
    }

    #[test]
    fn shapes_join_and_compare() {
        let shape = Shape::new(&[8, 4]).join(&Shape::splat(3, 2));
        assert_eq!(shape, [8, 4, 3, 3]);
        assert!(shape.same(&Shape::new(&[8, 4, 3, 3])));
        assert!(!shape.same(&Shape::new(&[8, 4, 3])));
        assert!(!shape.same(&shape.with(3, 5)));
    }
}
