//! Operations on tensors that candle does not have.

use candle_core::{Result, Tensor};

/// One value for each channel, reshaped to be broadcast to `x`.
pub(crate) fn per_channel(values: &Tensor, x: &Tensor) -> Result<Tensor> {
    along(values, 1, x)
}

/// A row of values, reshaped to be broadcast to `x` along a dim.
pub(crate) fn along(values: &Tensor, dim: usize, x: &Tensor) -> Result<Tensor> {
    let mut dims = vec![1; x.rank()];
    dims[dim] = values.elem_count();
    values.reshape(dims)
}

/// Every `step`th value along a dim, `places` of them.
pub(crate) fn every(
    x: &Tensor,
    dim: usize,
    start: usize,
    step: usize,
    places: usize,
) -> Result<Tensor> {
    if step == 1 || places == 1 {
        return x.narrow(dim, start, places);
    }
    select(x, dim, (0..places).map(|place| start + place * step))
}

/// The values at these positions along a dim.
pub(crate) fn select(
    x: &Tensor,
    dim: usize,
    positions: impl Iterator<Item = usize>,
) -> Result<Tensor> {
    // A position lies inside a tensor in memory, so it fits.
    let positions: Vec<i64> = positions.map(|position| position as i64).collect();
    let count = positions.len();
    x.contiguous()?.index_select(&Tensor::from_vec(positions, count, x.device())?, dim)
}

/// Moves the values along a dim towards its end, from where they go on at its beginning.
pub(crate) fn rolled(x: &Tensor, dim: usize, shift: usize) -> Result<Tensor> {
    let size = x.dim(dim)?;
    match shift % size {
        0 => Ok(x.clone()),
        shift => {
            let kept = size - shift;
            Tensor::cat(&[x.narrow(dim, kept, shift)?, x.narrow(dim, 0, kept)?], dim)
        }
    }
}

/// Adds zeros at the ends of a dim, or removes values where a number is negative.
pub(crate) fn extend(x: &Tensor, dim: usize, before: isize, after: isize) -> Result<Tensor> {
    let [cut_before, cut_after] = [before, after].map(|end| end.min(0).unsigned_abs());
    let [before, after] = [before, after].map(|end| end.max(0).unsigned_abs());
    let size = x.dim(dim)?;
    if cut_before + cut_after >= size {
        // All values are removed, and some of the zeros.
        let padded = x.pad_with_zeros(dim, before, after)?;
        return padded.narrow(dim, cut_before, size + before + after - cut_before - cut_after);
    }
    x.narrow(dim, cut_before, size - cut_before - cut_after)?.pad_with_zeros(dim, before, after)
}

/// `combine` of tensors of one shape, one after the other: their sum, or their maximum.
pub(crate) fn reduce(
    tensors: impl IntoIterator<Item = Result<Tensor>>,
    combine: impl Fn(&Tensor, &Tensor) -> Result<Tensor>,
) -> Result<Tensor> {
    let mut tensors = tensors.into_iter();
    let first = tensors.next().expect("a kernel has taps, and a join has branches")?;
    tensors.try_fold(first, |so_far, next| combine(&so_far, &next?))
}

/// `x` to the power of `exponent`, by the quickest way that candle has.
pub(crate) fn power(x: &Tensor, exponent: f64) -> Result<Tensor> {
    match exponent {
        0.5 => x.sqrt(),
        1.0 => Ok(x.clone()),
        2.0 => x.sqr(),
        _ => x.powf(exponent),
    }
}
