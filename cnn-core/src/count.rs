//! Exact counting in 64 bits.

/// A count that is exact, or known not to fit in 64 bits. It never wraps.
#[derive(Clone, Copy)]
pub(crate) struct Count(Option<u64>);

impl Count {
    pub(crate) const ZERO: Count = Count(Some(0));

    pub(crate) const fn of(count: usize) -> Count {
        Count(Some(count as u64))
    }

    /// The values of a tensor.
    pub(crate) const fn elements(shape: &crate::Shape) -> Count {
        Count(shape.elements())
    }

    pub(crate) const fn times(self, factor: usize) -> Count {
        match self.0 {
            Some(count) => Count(count.checked_mul(factor as u64)),
            None => self,
        }
    }

    /// The product with all sizes of a list, `∏ sizes`; an empty list leaves the count as it is.
    pub(crate) const fn times_all(mut self, sizes: &[usize]) -> Count {
        let mut axis = 0;
        while axis < sizes.len() {
            self = self.times(sizes[axis]);
            axis += 1;
        }
        self
    }

    pub(crate) const fn plus(self, other: Count) -> Count {
        match (self.0, other.0) {
            (Some(a), Some(b)) => Count(a.checked_add(b)),
            _ => Count(None),
        }
    }

    /// The count, or `None` if it does not fit.
    pub(crate) const fn exact(self) -> Option<u64> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn counts_are_exact_or_nothing() {
        assert_eq!(Count::of(3).times(4).plus(Count::of(1)).exact(), Some(13));
        assert_eq!(Count::of(2).times_all(&[3, 5]).exact(), Some(30));
        let huge = Count::of(usize::MAX);
        assert_eq!(huge.exact(), Some(u64::MAX));
        assert_eq!(huge.plus(Count::of(1)).exact(), None);
        assert_eq!(huge.times(2).times(0).exact(), None);
    }
}
