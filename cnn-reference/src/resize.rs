//! Padding and upsampling.

use cnn_core::layers::{Pad, PadMode, Upsample, UpsampleMode};

use crate::tensor::{Tensor, indices};

/// `torch.nn.ZeroPad1d` …, `ReflectionPad1d` …, `ReplicationPad1d` …, `CircularPad1d` …: position `p`
/// of the output is position `p − before` of the input. If that lies outside, the mode decides. A negative
/// padding removes values.
pub(crate) fn pad(layer: &Pad, x: &Tensor) -> Tensor {
    let axes = x.sizes().len() - 2;
    let length = |axis: usize| {
        let added = layer.before[axis] + layer.after[axis];
        x.size(axis + 2).checked_add_signed(added).expect("a size")
    };
    let lengths: Vec<usize> = (0..axes).map(length).collect();
    Tensor::from_fn(&[&x.sizes()[..2], &lengths].concat(), |index| {
        let along = |axis: usize| padded_from(layer, axis, x.size(axis + 2), index[axis + 2]);
        let position: Vec<isize> = (0..axes).map(along).collect();
        x.inside(index[0], index[1], &position).unwrap_or(0.0)
    })
}

/// The position along an axis of `size` from which position `place` of the padded axis is filled.
fn padded_from(layer: &Pad, axis: usize, size: usize, place: usize) -> isize {
    let (before, after, size) = (layer.before[axis], layer.after[axis], size as isize);
    let (position, last) = (place as isize - before, size - 1);
    match layer.mode {
        PadMode::Zeros => position,
        PadMode::Reflect if position < 0 => -position,
        PadMode::Reflect if position > last => 2 * last - position,
        PadMode::Reflect => position,
        PadMode::Replicate => position.clamp(0, last),
        PadMode::Circular => {
            // A value that is removed at one end is not repeated at the other.
            let (first, end) = ((-before).max(0), size - (-after).max(0));
            first + (position - first).rem_euclid(end - first)
        }
    }
}

/// `torch.nn.Upsample`: each value of the output is a sum of values of the input, with weights that
/// are products of weights along the axes.
pub(crate) fn upsample(layer: &Upsample, x: &Tensor) -> Tensor {
    let lengths: Vec<usize> = match layer.scale_factor {
        Some(factors) => {
            let scaled = x.sizes()[2..].iter().zip(factors).map(|(size, by)| *size as f64 * by);
            scaled.map(|size| size.floor() as usize).collect()
        }
        None => layer.size.dims().to_vec(),
    };
    Tensor::from_fn(&[&x.sizes()[..2], &lengths].concat(), |index| {
        let axes = 0..lengths.len();
        let along = |axis: usize| {
            let step = layer.rounded(axis, x.size(axis + 2)).map(|factor| 1.0 / factor);
            taps(layer, x.size(axis + 2), lengths[axis], step, index[axis + 2])
        };
        let taps: Vec<Vec<(usize, f64)>> = axes.map(along).collect();
        let counts: Vec<usize> = taps.iter().map(Vec::len).collect();
        let term = |choice: Vec<usize>| {
            let chosen = choice.iter().zip(&taps).map(|(tap, taps)| taps[*tap]);
            let (position, weights): (Vec<usize>, Vec<f64>) = chosen.unzip();
            weights.iter().product::<f64>() * x.at(&[&index[..2], &position].concat())
        };
        indices(&counts).map(term).sum()
    })
}

/// The positions of the input whose weighted sum is position `place` of the output along an axis, with the
/// weights.
///
/// Pixels are areas, the centre of the first at ½, so that `place` is at `(place + ½) × I / O − ½` of the
/// input. With `align_corners` they are points, and the first and the last keep their places. Where `O` has been
/// rounded, `step` is in the place of `I / O`.
fn taps(
    layer: &Upsample,
    input: usize,
    output: usize,
    step: Option<f64>,
    place: usize,
) -> Vec<(usize, f64)> {
    let source = if layer.align_corners {
        if output > 1 { (place * (input - 1)) as f64 / (output - 1) as f64 } else { 0.0 }
    } else if let Some(step) = step {
        (place as f64 + 0.5) * step - 0.5
    } else {
        (place as f64 + 0.5) * input as f64 / output as f64 - 0.5
    };
    let inside = |position: f64| (position.max(0.0) as usize).min(input - 1);
    match layer.mode {
        // The area in which that of `place` begins.
        UpsampleMode::Nearest => match step {
            // In f32, whatever the values are.
            Some(step) => vec![(inside(f64::from((place as f32 * step as f32).floor())), 1.0)],
            None => vec![(place * input / output, 1.0)],
        },
        UpsampleMode::Linear => {
            // Before the first centre there is no value to interpolate with.
            let source = source.max(0.0);
            let (first, part) = (source.floor(), source.fract());
            vec![(inside(first), 1.0 - part), (inside(first + 1.0), part)]
        }
        UpsampleMode::Cubic => {
            let first = source.floor();
            let tap = |offset: i32| {
                let position = first + f64::from(offset);
                (inside(position), cubic((source - position).abs()))
            };
            (-1..=2).map(tap).collect()
        }
    }
}

/// Keys' cubic convolution kernel with PyTorch's `A = −0.75`.
fn cubic(distance: f64) -> f64 {
    const A: f64 = -0.75;
    let d = distance;
    if d <= 1.0 {
        ((A + 2.0) * d - (A + 3.0)) * d * d + 1.0
    } else {
        ((A * d - 5.0 * A) * d + 8.0 * A) * d - 4.0 * A
    }
}
