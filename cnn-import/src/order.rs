//! Values of tensors in the order of other axes.

/// The number of values of a shape. One that no memory could hold may be asked for.
pub fn count(dims: &[usize]) -> usize {
    dims.iter().fold(1, |count, size| count.saturating_mul(*size))
}

/// Values in the order that they have when their axes change places.
pub fn ordered<T: Copy>(values: &[T], dims: &[usize], order: &[usize]) -> Vec<T> {
    let own = strides(dims);
    let dims: Vec<usize> = order.iter().map(|axis| dims[*axis]).collect();
    let strides: Vec<usize> = order.iter().map(|axis| own[*axis]).collect();
    Places::new(&dims, &strides).map(|place| values[place]).collect()
}

/// How far apart the values beside each other along each axis are.
fn strides(dims: &[usize]) -> Vec<usize> {
    let mut strides = vec![1_usize; dims.len()];
    for axis in (1..dims.len()).rev() {
        strides[axis - 1] = strides[axis].saturating_mul(dims[axis]);
    }
    strides
}

/// The places of the values at these positions along an axis, in the order of a tensor that has only them.
pub fn along(dims: &[usize], axis: usize, positions: &[usize]) -> impl Iterator<Item = usize> {
    let (size, inner) = (dims[axis], count(&dims[axis + 1..]));
    // Without values, the axes in front may have any sizes.
    let outer = if count(dims) == 0 { 0 } else { count(&dims[..axis]) };
    (0..outer).flat_map(move |before| {
        positions.iter().flat_map(move |position| {
            let first = (before * size + position) * inner;
            first..first + inner
        })
    })
}

/// The shape of tensors of these shapes one after the other along an axis; `None` if they do not fit, or there are none.
pub fn joined_dims<'a>(
    mut parts: impl Iterator<Item = &'a [usize]>,
    axis: usize,
) -> Option<Vec<usize>> {
    let mut dims = parts.next()?.to_vec();
    for part in parts {
        let fits = part.len() == dims.len()
            && (0..dims.len()).all(|own| own == axis || part[own] == dims[own]);
        let sum = dims.get_mut(axis).filter(|_| fits)?;
        *sum = sum.saturating_add(part[axis]);
    }
    (axis < dims.len()).then_some(dims)
}

/// The values of tensors one after the other along an axis, which must fit: each has its shape and its values.
pub fn joined<T: Copy>(parts: &[(&[usize], &[T])], axis: usize) -> Vec<T> {
    let values = parts.iter().map(|(_, values)| values.len()).sum();
    let mut all = Vec::with_capacity(values);
    let outer = parts.first().map_or(0, |(dims, _)| count(&dims[..axis]));
    // Without values, the axes in front may have any sizes.
    let outer = if values == 0 { 0 } else { outer };
    for before in 0..outer {
        for (dims, values) in parts {
            let each = count(&dims[axis..]);
            all.extend_from_slice(&values[before * each..(before + 1) * each]);
        }
    }
    all
}

/// The places of the values of a tensor with these strides, in the order of its axes.
pub struct Places<'a> {
    dims: &'a [usize],
    strides: &'a [usize],
    index: Vec<usize>,
    place: usize,
    left: usize,
}

impl<'a> Places<'a> {
    pub fn new(dims: &'a [usize], strides: &'a [usize]) -> Places<'a> {
        Places { dims, strides, index: vec![0; dims.len()], place: 0, left: count(dims) }
    }
}

impl Iterator for Places<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        self.left = self.left.checked_sub(1)?;
        let place = self.place;
        for axis in (0..self.dims.len()).rev() {
            self.index[axis] += 1;
            self.place += self.strides[axis];
            if self.index[axis] < self.dims[axis] {
                break;
            }
            self.index[axis] = 0;
            self.place -= self.strides[axis] * self.dims[axis];
        }
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_brought_into_another_order() {
        assert_eq!(ordered(&[1, 2, 3, 4, 5, 6], &[2, 3], &[1, 0]), [1, 4, 2, 5, 3, 6]);
        assert_eq!(ordered(&[7], &[], &[]), [7]);
        assert!(ordered::<u8>(&[], &[2, 0], &[1, 0]).is_empty());
    }

    #[test]
    fn values_are_taken_along_an_axis() {
        assert!(along(&[2, 3, 2], 1, &[2, 0]).eq([4, 5, 0, 1, 10, 11, 6, 7]));
        assert_eq!(along(&[usize::MAX, 3, 0], 1, &[2, 0]).next(), None);
    }

    #[test]
    fn values_are_joined_along_an_axis() {
        let dims = |list: &[&'static [usize]], axis| joined_dims(list.iter().copied(), axis);
        assert_eq!(dims(&[&[2, 1], &[2, 2]], 1), Some(vec![2, 3]));
        assert_eq!(dims(&[&[2, usize::MAX], &[2, 2]], 1), Some(vec![2, usize::MAX]));
        assert_eq!(dims(&[&[2, 1], &[3, 1]], 1), None);
        assert_eq!(dims(&[&[2, 1], &[2]], 1), None);
        assert_eq!(dims(&[&[2]], 1), None);
        assert_eq!(dims(&[], 0), None);
        assert_eq!(
            joined(&[(&[2, 1], &[1, 4][..]), (&[2, 2], &[2, 3, 5, 6])], 1),
            [1, 2, 3, 4, 5, 6]
        );
        assert!(joined::<u8>(&[(&[0, 2], &[]), (&[0, 2], &[])], 1).is_empty());
        assert!(joined::<u8>(&[(&[usize::MAX, 0], &[]), (&[usize::MAX, 0], &[])], 1).is_empty());
    }
}
