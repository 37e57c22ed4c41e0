//! Values along any number of axes.

/// Values along axes, the first of which is the batch.
#[derive(Clone, Debug, PartialEq)]
pub struct Tensor {
    sizes: Vec<usize>,
    values: Vec<f64>,
}

impl Tensor {
    /// The tensor with these sizes and values. The last axis runs fastest.
    ///
    /// # Panics
    ///
    /// If the number of values is not the product of the sizes.
    ///
    /// ```
    /// use cnn_reference::Tensor;
    ///
    /// let tensor = Tensor::new(&[2, 3], vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    /// assert_eq!(tensor.at(&[1, 0]), 4.0);
    /// ```
    pub fn new(sizes: &[usize], values: Vec<f64>) -> Tensor {
        let expected: usize = sizes.iter().product();
        assert_eq!(expected, values.len(), "{} values for {sizes:?}", values.len());
        Tensor { sizes: sizes.to_vec(), values }
    }

    /// The tensor whose value at each index is given by `value`.
    ///
    /// ```
    /// use cnn_reference::Tensor;
    ///
    /// let table = Tensor::from_fn(&[2, 3], |index| (10 * index[0] + index[1]) as f64);
    /// assert_eq!(table.values(), [0.0, 1.0, 2.0, 10.0, 11.0, 12.0]);
    /// ```
    pub fn from_fn(sizes: &[usize], value: impl FnMut(&[usize]) -> f64) -> Tensor {
        let mut value = value;
        let values = indices(sizes).map(|index| value(&index)).collect();
        Tensor::new(sizes, values)
    }

    /// The tensors as one batch, one after the other along the first axis.
    ///
    /// # Panics
    ///
    /// If there are none, or their other sizes differ.
    ///
    /// ```
    /// use cnn_reference::Tensor;
    ///
    /// let sample = Tensor::new(&[1, 3], vec![1.0, 2.0, 3.0]);
    /// assert_eq!(Tensor::batch(&[&sample, &sample]).sizes(), [2, 3]);
    /// ```
    pub fn batch(tensors: &[&Tensor]) -> Tensor {
        let [first, ..] = tensors else { panic!("a batch of nothing") };
        let same = tensors.iter().all(|tensor| tensor.sizes[1..] == first.sizes[1..]);
        assert!(same, "samples of different sizes");
        let mut sizes = first.sizes.clone();
        sizes[0] = tensors.iter().map(|tensor| tensor.sizes[0]).sum();
        let values = tensors.iter().flat_map(|tensor| tensor.values.iter().copied());
        Tensor::new(&sizes, values.collect())
    }

    /// The size of each axis.
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// The size of one axis.
    pub fn size(&self, axis: usize) -> usize {
        self.sizes[axis]
    }

    /// All values, the last axis running fastest.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The value at an index.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub fn at(&self, index: &[usize]) -> f64 {
        assert_eq!(index.len(), self.sizes.len(), "{index:?} in {:?}", self.sizes);
        let mut offset = 0;
        for (index, size) in index.iter().zip(&self.sizes) {
            assert!(index < size, "{index} of {size}");
            offset = offset * size + index;
        }
        self.values[offset]
    }

    /// The value of a sample's channel at a position, which may lie outside: then there is none.
    pub(crate) fn inside(&self, sample: usize, channel: usize, position: &[isize]) -> Option<f64> {
        let mut index = vec![sample, channel];
        for (place, size) in position.iter().zip(&self.sizes[2..]) {
            index.push(usize::try_from(*place).ok().filter(|place| place < size)?);
        }
        Some(self.at(&index))
    }

    /// The tensor with a function applied to every value.
    ///
    /// ```
    /// use cnn_reference::Tensor;
    ///
    /// let tensor = Tensor::new(&[2], vec![-1.0, 2.0]);
    /// assert_eq!(tensor.map(f64::abs).values(), [1.0, 2.0]);
    /// ```
    pub fn map(&self, function: impl Fn(f64) -> f64) -> Tensor {
        Tensor::new(&self.sizes, self.values.iter().map(|value| function(*value)).collect())
    }

    /// The same values under other sizes.
    pub(crate) fn reshape(&self, sizes: &[usize]) -> Tensor {
        Tensor::new(sizes, self.values.clone())
    }

    /// The largest distance between a value of this tensor and the value of another at the same index.
    ///
    /// # Panics
    ///
    /// If their sizes differ.
    ///
    /// ```
    /// use cnn_reference::Tensor;
    ///
    /// let (a, b) = (Tensor::new(&[2], vec![1.0, 5.0]), Tensor::new(&[2], vec![1.5, 5.0]));
    /// assert_eq!(a.distance(&b), 0.5);
    /// ```
    pub fn distance(&self, other: &Tensor) -> f64 {
        assert_eq!(self.sizes, other.sizes);
        let pairs = self.values.iter().zip(&other.values);
        // The distance to NaN is infinite.
        let distance = |(a, b): (&f64, &f64)| match (a - b).abs() {
            _ if a == b => 0.0,
            distance if distance.is_nan() => f64::INFINITY,
            distance => distance,
        };
        pairs.map(distance).fold(0.0, f64::max)
    }

    /// The largest magnitude of a value.
    ///
    /// ```
    /// assert_eq!(cnn_reference::Tensor::new(&[2], vec![1.0, -5.0]).magnitude(), 5.0);
    /// ```
    pub fn magnitude(&self) -> f64 {
        self.values.iter().fold(0.0, |most, value| value.abs().max(most))
    }
}

/// The values of a tensor, those of all channels of a sample at a place beside each other. Convolutions spend
/// their time here.
pub(crate) struct Columns<'a> {
    sizes: &'a [usize],
    values: Vec<f64>,
}

impl<'a> Columns<'a> {
    pub(crate) fn new(tensor: &'a Tensor) -> Columns<'a> {
        let sizes = &tensor.sizes[..];
        let (channels, places) = (sizes[1], sizes[2..].iter().product::<usize>());
        let mut values = Vec::with_capacity(tensor.values.len());
        for sample in tensor.values.chunks_exact((channels * places).max(1)) {
            for place in 0..places {
                values.extend((0..channels).map(|channel| sample[channel * places + place]));
            }
        }
        Columns { sizes, values }
    }

    /// The values of a sample at a position, which may lie outside: then there are none.
    pub(crate) fn at(&self, sample: usize, position: &[isize]) -> Option<&[f64]> {
        let mut place = sample;
        for (position, size) in position.iter().zip(&self.sizes[2..]) {
            place = place * size + usize::try_from(*position).ok().filter(|place| place < size)?;
        }
        let channels = self.sizes[1];
        Some(&self.values[place * channels..(place + 1) * channels])
    }
}

/// Every index of a tensor with these sizes, the last axis running fastest.
pub(crate) fn indices(sizes: &[usize]) -> impl Iterator<Item = Vec<usize>> {
    let count: usize = sizes.iter().product();
    (0..count).map(|number| {
        let mut rest = number;
        let mut index: Vec<usize> = sizes
            .iter()
            .rev()
            .map(|size| {
                let place = rest % size;
                rest /= size;
                place
            })
            .collect();
        index.reverse();
        index
    })
}

/// The nearest value of f32.
pub(crate) fn rounded_to_f32(value: f64) -> f64 {
    f64::from(value as f32)
}
