//! Tensors that are followed value by value, to know how operations arrange them.

use crate::order::{along, count, joined, joined_dims, ordered};

/// The most values that are followed.
const MOST_VALUES: usize = 1 << 23;

/// A value that is no value of the tensor, but one of a padding.
pub(crate) const PADDING: u32 = u32::MAX;

/// A tensor each of whose values is one of another tensor, by its position there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Positions {
    pub dims: Vec<usize>,
    /// The positions, one after the other.
    pub of: Vec<u32>,
}

impl Positions {
    /// All values where they are; `None` if there are too many.
    pub fn new(dims: &[usize]) -> Option<Positions> {
        let count = u32::try_from(count(dims)).ok()?;
        (count as usize <= MOST_VALUES)
            .then(|| Positions { dims: dims.to_vec(), of: (0..count).collect() })
    }

    /// The same values with other axes, of which there must be as many values.
    pub fn reshaped(self, dims: Vec<usize>) -> Option<Positions> {
        (count(&dims) == self.of.len()).then_some(Positions { dims, of: self.of })
    }

    /// With the axes in another order, which must be a permutation.
    pub fn permuted(&self, order: &[usize]) -> Positions {
        Positions {
            dims: order.iter().map(|axis| self.dims[*axis]).collect(),
            of: ordered(&self.of, &self.dims, order),
        }
    }

    /// With the last two axes exchanged.
    pub fn transposed(&self) -> Option<Positions> {
        let rank = self.dims.len();
        let last = rank.checked_sub(2)?;
        Some(self.permuted(&[&(0..last).collect::<Vec<_>>()[..], &[rank - 1, last]].concat()))
    }

    /// Only these positions of an axis, each of which must be there; `None` if there are too many values then.
    pub fn along(&self, axis: usize, positions: &[usize]) -> Option<Positions> {
        let mut dims = self.dims.clone();
        dims[axis] = positions.len();
        (count(&dims) <= MOST_VALUES).then(|| Positions {
            of: along(&self.dims, axis, positions).map(|place| self.of[place]).collect(),
            dims,
        })
    }

    /// One after the other along an axis; `None` if they do not fit, or have too many values.
    pub fn joined(parts: &[&Positions], axis: usize) -> Option<Positions> {
        let dims = joined_dims(parts.iter().map(|part| &part.dims[..]), axis)?;
        if count(&dims) > MOST_VALUES {
            return None;
        }
        let parts: Vec<_> = parts.iter().map(|part| (&part.dims[..], &part.of[..])).collect();
        Some(Positions { dims, of: joined(&parts, axis) })
    }

    /// With so many values of a padding at both ends of an axis; `None` if there are too many values then.
    pub fn padded(&self, axis: usize, before: usize, after: usize) -> Option<Positions> {
        let around = |size: usize| {
            let mut dims = self.dims.clone();
            dims[axis] = size;
            let count = Some(count(&dims)).filter(|count| *count <= MOST_VALUES)?;
            Some(Positions { dims, of: vec![PADDING; count] })
        };
        Positions::joined(&[&around(before)?, self, &around(after)?], axis)
    }

    /// Whether the values are those at these positions.
    pub fn is(&self, positions: impl IntoIterator<Item = usize>) -> bool {
        self.of.iter().map(|position| *position as usize).eq(positions)
    }

    /// Whether all values are where they were.
    pub fn is_unchanged(&self) -> bool {
        self.is(0..self.of.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_followed() {
        let all = Positions::new(&[2, 3]).unwrap();
        assert!(all.is_unchanged());
        assert_eq!(all.transposed().unwrap().of, [0, 3, 1, 4, 2, 5]);
        let rolled = [all.along(1, &[1, 2]).unwrap(), all.along(1, &[0]).unwrap()];
        let rolled = Positions::joined(&[&rolled[0], &rolled[1]], 1).unwrap();
        assert_eq!(rolled.of, [1, 2, 0, 4, 5, 3]);
        let padded = all.padded(0, 0, 1).unwrap();
        assert_eq!((padded.dims, padded.of[6]), (vec![3, 3], PADDING));
        assert_eq!(all.reshaped(vec![4]), None);
        assert_eq!(Positions::new(&[1 << 20, 1 << 20]), None);
    }
}
