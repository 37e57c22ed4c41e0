//! Many values made one.

use cnn_core::layers::{Reduce, Reduction};

use crate::tensor::{Tensor, indices};

/// `torch.mean`, `sum`, `amax`, `amin`, `var` and `linalg.vector_norm`, over some dims.
pub(crate) fn reduce(layer: &Reduce, x: &Tensor) -> Tensor {
    let is_reduced = |axis: usize| axis > 0 && layer.dims.dims().contains(&(axis - 1));
    let over: Vec<usize> =
        (0..x.sizes().len()).map(|axis| if is_reduced(axis) { x.size(axis) } else { 1 }).collect();
    let kept = (0..x.sizes().len()).map(|axis| if is_reduced(axis) { 1 } else { x.size(axis) });
    let reduced = Tensor::from_fn(&kept.collect::<Vec<_>>(), |index| {
        let values = indices(&over).map(|offset| {
            let place = index.iter().zip(&offset).map(|(index, offset)| index + offset);
            x.at(&place.collect::<Vec<_>>())
        });
        one_of(layer.how, &values.collect::<Vec<_>>())
    });
    let sizes = (0..x.sizes().len()).filter(|axis| layer.keepdim || !is_reduced(*axis));
    let sizes: Vec<usize> = sizes.map(|axis| reduced.size(axis)).collect();
    reduced.reshape(&sizes)
}

fn one_of(how: Reduction, values: &[f64]) -> f64 {
    let count = values.len() as f64;
    let sum = values.iter().sum::<f64>();
    match how {
        Reduction::Mean => sum / count,
        Reduction::Sum => sum,
        Reduction::Max => values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        Reduction::Min => values.iter().copied().fold(f64::INFINITY, f64::min),
        Reduction::Var { correction } => {
            let squares = values.iter().map(|value| (value - sum / count).powi(2));
            squares.sum::<f64>() / (count - correction as f64).max(0.0)
        }
        Reduction::Norm { p } => {
            values.iter().map(|value| value.abs().powf(p)).sum::<f64>().powf(1.0 / p)
        }
    }
}
