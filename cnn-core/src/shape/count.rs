//! Exact counting.
//!
//! Const evaluation is slow at calls, and `checked_mul` or `split_at` are several of them. So
//! counting is done in 128 bits, where the product of two 64-bit numbers always fits, and directly
//! on the fields of a shape.

use super::Shape;

/// A count that is exact, or known not to fit in 64 bits. It never wraps.
#[derive(Clone, Copy)]
pub(crate) struct Count(pub(crate) u128);

/// The least count that does not fit in 64 bits, which stands for all of them.
const TOO_LARGE: u128 = 1 << 64;

impl Count {
    pub(crate) const ZERO: Count = Count(0);

    /// A count that does not fit.
    pub(crate) const TOO_LARGE: Count = Count(TOO_LARGE);

    pub(crate) const fn of(count: usize) -> Count {
        Count(count as u128)
    }

    /// The values of a tensor.
    pub(crate) const fn elements(shape: &Shape) -> Count {
        if shape.rank == 0 {
            return Count::ZERO;
        }
        Count(1).times_all(shape)
    }

    /// The product of the sizes before a dim.
    pub(crate) const fn elements_before(shape: &Shape, dim: usize) -> Count {
        Count(1).times_all(&shape.part(0, dim))
    }

    pub(crate) const fn times(self, factor: usize) -> Count {
        let product = self.0 * factor as u128;
        Count(if product < TOO_LARGE { product } else { TOO_LARGE })
    }

    /// The product with all sizes of a shape.
    pub(crate) const fn times_all(self, shape: &Shape) -> Count {
        let mut product = self.0;
        let mut axis = 0;
        while axis < shape.rank {
            product *= shape.sizes[axis] as u128;
            if product > TOO_LARGE {
                product = TOO_LARGE;
            }
            axis += 1;
        }
        Count(product)
    }

    pub(crate) const fn plus(self, other: Count) -> Count {
        let sum = self.0 + other.0;
        Count(if sum < TOO_LARGE { sum } else { TOO_LARGE })
    }

    /// It as a size, if it fits in a `usize`.
    pub(crate) const fn as_size(self) -> Option<usize> {
        if self.0 <= usize::MAX as u128 { Some(self.0 as usize) } else { None }
    }

    /// The count, or `None` if it does not fit.
    pub(crate) const fn exact(self) -> Option<u64> {
        if self.0 < TOO_LARGE { Some(self.0 as u64) } else { None }
    }
}

/// A count that the public sees: what does not fit is `u64::MAX`.
pub(crate) const fn saturated(count: u128) -> u64 {
    if count > u64::MAX as u128 { u64::MAX } else { count as u64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_exact_or_nothing() {
        assert_eq!(Count::of(3).times(4).plus(Count::of(1)).exact(), Some(13));
        assert_eq!(Count::of(2).times_all(&Shape::new(&[3, 5])).exact(), Some(30));
        assert_eq!(Count::elements(&Shape::LOST).exact(), Some(0));
        let huge = Count::of(usize::MAX);
        assert_eq!(huge.exact(), Some(u64::MAX));
        assert_eq!(huge.plus(Count::of(1)).exact(), None);
        assert_eq!(huge.times(usize::MAX).times(usize::MAX).exact(), None);
        let shape = Shape::new(&[usize::MAX, usize::MAX, usize::MAX]);
        assert_eq!(Count::elements(&shape).exact(), None);
        assert_eq!(huge.times_all(&shape).plus(huge.times_all(&shape)).exact(), None);
    }
}
