//! The input positions and weights of an interpolation.

use alloc::vec;
use alloc::vec::Vec;

use crate::layers::{Upsample, UpsampleMode};

impl Upsample {
    /// For each place of the output along an axis, the positions of the input whose weighted sum it is, with their
    /// weights: the same number for all places. Along several axes, weights are products.
    ///
    /// Pixels are areas, the centre of the first at ½. With `align_corners` they are points, and the first and the
    /// last keep their places.
    pub fn taps(&self, axis: usize, input: usize) -> Vec<Vec<(usize, f64)>> {
        let (output, factor) = (self.size.size(axis), self.rounded(axis, input));
        (0..output).map(|place| self.taps_of(place, input, output, factor)).collect()
    }

    fn taps_of(
        &self,
        place: usize,
        input: usize,
        output: usize,
        factor: Option<f64>,
    ) -> Vec<(usize, f64)> {
        let last = input - 1;
        let source = match (self.align_corners, factor) {
            (true, _) if output == 1 => 0.0,
            (true, _) => (place * last) as f64 / (output - 1) as f64,
            (false, Some(factor)) => (place as f64 + 0.5) * (1.0 / factor) - 0.5,
            (false, None) => (place as f64 + 0.5) * input as f64 / output as f64 - 0.5,
        };
        // A float becomes 0 if it is negative.
        let inside = |position: f64| (position as usize).min(last);
        match (self.mode, factor) {
            (UpsampleMode::Nearest, None) => vec![(place * input / output, 1.0)],
            // PyTorch computes this in f32, whatever the values are.
            (UpsampleMode::Nearest, Some(factor)) => {
                vec![(inside(f64::from(place as f32 * (1.0 / factor) as f32)), 1.0)]
            }
            (UpsampleMode::Linear, _) => {
                let source = source.max(0.0);
                let part = source - (source as usize) as f64;
                vec![(inside(source), 1.0 - part), (inside(source + 1.0), part)]
            }
            (UpsampleMode::Cubic, _) => {
                // The first centre lies at most ½ before the input.
                let first = if source < 0.0 { -1.0 } else { (source as usize) as f64 };
                let tap = |offset: f64| {
                    let position = first + offset;
                    (inside(position), cubic((source - position).abs()))
                };
                [-1.0, 0.0, 1.0, 2.0].map(tap).to_vec()
            }
        }
    }
}

/// Keys' cubic kernel, with PyTorch's `A = −0.75`.
fn cubic(d: f64) -> f64 {
    const A: f64 = -0.75;
    if d <= 1.0 {
        ((A + 2.0) * d - (A + 3.0)) * d * d + 1.0
    } else {
        ((A * d - 5.0 * A) * d + 8.0 * A) * d - 4.0 * A
    }
}
