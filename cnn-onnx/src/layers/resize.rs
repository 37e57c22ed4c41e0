//! Padding and upsampling.

use cnn_core::layers::{Pad, PadMode, Upsample, UpsampleMode};

use super::Unary;
use crate::write::{Site, Value, float, int, ints, signed, word};

impl Unary for Pad {
    /// A value that is removed by negative padding at one end may be repeated at the other, but not in a circle.
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let mode = match self.mode {
            PadMode::Zeros => "constant",
            PadMode::Reflect => "reflect",
            PadMode::Replicate => "edge",
            PadMode::Circular => {
                let x = cut(self, x, false, site);
                return circular(self, &x, site);
            }
        };
        let axes = site.input.rank() - 1;
        let [before, after] = [&self.before, &self.after].map(|sizes| {
            sizes[..axes].iter().map(|size| (*size).max(0) as i64).collect::<Vec<_>>()
        });
        if before.iter().chain(&after).all(|size| *size == 0) {
            return cut(self, x, false, site);
        }
        let sizes = site.ints(&pads([&before, &after]));
        let x = site.op("Pad", &[x, &sizes], [word("mode", mode)]);
        cut(self, &x, true, site)
    }
}

/// Without the values that negative padding removes. `padded` is whether the positive padding is there.
fn cut(layer: &Pad, x: &Value, padded: bool, site: &mut Site<'_>) -> Value {
    let sizes = site.input;
    (0..sizes.rank() - 1).fold(x.clone(), |x, axis| {
        let (before, after) = (layer.before[axis], layer.after[axis]);
        if before >= 0 && after >= 0 {
            return x;
        }
        let added = if padded { before.max(0) + after.max(0) } else { 0 };
        let size = sizes.size(axis + 1).saturating_add_signed(added);
        let start = (-before).max(0) as usize;
        site.slice(&x, axis as i64 + 2, start, size.saturating_add_signed(after.min(0)))
    })
}

/// With the values of the other end at each end, where nothing is left to remove.
fn circular(layer: &Pad, x: &Value, site: &mut Site<'_>) -> Value {
    let sizes = site.input;
    (0..sizes.rank() - 1).fold(x.clone(), |x, axis| {
        let [before, after] = [layer.before[axis], layer.after[axis]];
        let size = sizes.size(axis + 1).saturating_add_signed(before.min(0) + after.min(0));
        let [before, after] = [before, after].map(|size| size.max(0) as usize);
        let along = axis as i64 + 2;
        let start = (before > 0).then(|| site.slice(&x, along, size - before, size));
        let end = (after > 0).then(|| site.slice(&x, along, 0, after));
        let parts: Vec<&Value> =
            [start.as_ref(), Some(&x), end.as_ref()].into_iter().flatten().collect();
        if parts.len() > 1 { site.concat(&parts, along) } else { x }
    })
}

/// The padding of all axes, from that of the spatial ones.
fn pads([before, after]: [&[i64]; 2]) -> Vec<i64> {
    [&[0, 0], before, &[0, 0], after].concat()
}

/// Pads the spatial axes with a number.
pub(super) fn pad_with(x: &Value, sizes: [&[i64]; 2], number: f64, site: &mut Site<'_>) -> Value {
    let sizes = site.ints(&pads(sizes));
    let number = site.scalar(number);
    site.op("Pad", &[x, &sizes, &number], [word("mode", "constant")])
}

impl Unary for Upsample {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        match self.mode {
            UpsampleMode::Nearest => nearest(self, x, site),
            UpsampleMode::Linear => interpolated(self, x, "linear", site),
            UpsampleMode::Cubic => interpolated(self, x, "cubic", site),
        }
    }
}

fn nearest(layer: &Upsample, x: &Value, site: &mut Site<'_>) -> Value {
    let (input, axes) = (site.input, layer.size.rank());
    let places = |axis: usize| -> Vec<usize> {
        layer.taps(axis, input.size(axis + 1)).iter().map(|taps| taps[0].0).collect()
    };
    let repeats = |axis: usize| {
        let (before, after) = (input.size(axis + 1), layer.size.size(axis));
        let times = after / before;
        after.is_multiple_of(before)
            && places(axis).iter().enumerate().all(|(place, from)| *from == place / times)
    };
    if (0..axes).all(repeats) {
        let attributes = [
            word("mode", "nearest"),
            word("coordinate_transformation_mode", "asymmetric"),
            word("nearest_mode", "floor"),
        ];
        let factors = (0..axes).map(|axis| layer.size.size(axis) / input.size(axis + 1));
        let factors: Vec<f64> = factors.map(|factor| factor as f64).collect();
        let scales = scales(&factors, site);
        return site.op("Resize", &[x, &"".into(), &scales], attributes);
    }
    // An engine that computes the places may round otherwise.
    (0..axes).fold(x.clone(), |x, axis| {
        let places = site.ints(&signed(&places(axis)));
        site.op("Gather", &[&x, &places], [int("axis", axis as i64 + 2)])
    })
}

/// The factors of all axes. They are always of 32 bits.
fn scales(factors: &[f64], site: &mut Site<'_>) -> Value {
    let factors = [&[1.0, 1.0], factors].concat();
    site.singles(&factors)
}

fn interpolated(layer: &Upsample, x: &Value, mode: &str, site: &mut Site<'_>) -> Value {
    let (input, axes) = (site.input, layer.size.rank());
    let coordinates = if layer.align_corners { "align_corners" } else { "half_pixel" };
    let attributes = [
        word("mode", mode),
        word("coordinate_transformation_mode", coordinates),
        float("cubic_coeff_a", -0.75),
    ];
    let sizes = |axis: usize| (input.size(axis + 1), layer.size.size(axis));
    // With a rounded size, PyTorch goes on with the factor.
    let rounded = (0..axes).any(|axis| layer.rounded(axis, sizes(axis).0).is_some());
    let whole = (0..axes).all(|axis| sizes(axis).1.is_multiple_of(sizes(axis).0));
    match layer.scale_factor {
        Some(factors) if rounded && !layer.align_corners => {
            let agrees = |axis: usize| {
                let (before, after) = sizes(axis);
                (before as f32 * factors[axis] as f32).floor() == after as f32
            };
            if !(0..axes).all(agrees) {
                return (0..axes).fold(x.clone(), |x, axis| {
                    let size = sizes(axis).0;
                    along(&x, axis, size, &layer.taps(axis, size), site)
                });
            }
            let scales = scales(&factors[..axes], site);
            site.op("Resize", &[x, &"".into(), &scales], attributes)
        }
        _ if whole => {
            let factors = (0..axes).map(|axis| (sizes(axis).1 / sizes(axis).0) as f64);
            let scales = scales(&factors.collect::<Vec<_>>(), site);
            site.op("Resize", &[x, &"".into(), &scales], attributes)
        }
        _ => {
            let axes: Vec<i64> = (2..axes as i64 + 2).collect();
            let missing = Value::from("");
            let sizes = site.ints(&signed(layer.size.dims()));
            let [mode, coordinates, cubic] = attributes;
            let attributes = [mode, coordinates, cubic, ints("axes", &axes)];
            site.op("Resize", &[x, &missing, &missing, &sizes], attributes)
        }
    }
}

/// Along a spatial axis of `size`, sums of the values at some places times weights: for each place of the output, the
/// places of the input and their weights. A product with a matrix.
pub(super) fn along(
    x: &Value,
    axis: usize,
    size: usize,
    taps: &[Vec<(usize, f64)>],
    site: &mut Site<'_>,
) -> Value {
    let columns = taps.len();
    let mut matrix = vec![0.0; size * columns];
    for (column, taps) in taps.iter().enumerate() {
        for (from, weight) in taps {
            matrix[from * columns + column] += weight;
        }
    }
    let matrix = site.floats(&[size, columns], &matrix);
    let last = site.rank() - 1;
    let mut order: Vec<i64> = (0..=last).collect();
    order.swap(axis + 2, last as usize);
    let is_last = axis + 2 == last as usize;
    let moved = if is_last { x.clone() } else { site.transpose(x, &order) };
    let made = site.op("MatMul", &[&moved, &matrix], []);
    if is_last { made } else { site.transpose(&made, &order) }
}
