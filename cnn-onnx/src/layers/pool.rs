//! Pools.

use cnn_core::Shape;
use cnn_core::layers::{AdaptivePool, AvgPool, BlurPool, LpPool, MaxPool, Padding, Window};

use super::Unary;
use super::conv::window;
use super::resize::{along, pad_with};
use crate::write::{Site, Value, int, ints, signed};

/// Windows of `ceil_mode` that extend past the end of the input and its padding.
struct Overhang {
    /// How far, along each axis.
    sizes: Vec<usize>,
    /// Whether ONNX has the same windows. It may have another one, which starts in the padding.
    as_ceil: bool,
}

/// How far windows reach that make this output of this input.
fn overhang(window: &Window, site: &Site<'_>) -> Option<Overhang> {
    let (mut sizes, mut as_ceil) = (Vec::new(), true);
    for axis in 0..window.kernel_size.rank() {
        let (before, after) = window.padding.axis(axis);
        let (stride, size) = (window.stride.size(axis), site.input.size(axis + 1));
        let extent = window.dilation.size(axis) * (window.kernel_size.size(axis) - 1) + 1;
        let windows = site.output.size(axis + 1);
        let (padded, needed) = (before + size + after, (windows - 1) * stride + extent);
        sizes.push(needed.saturating_sub(padded));
        as_ceil &= padded.saturating_sub(extent).div_ceil(stride) + 1 == windows;
    }
    sizes.iter().any(|size| *size > 0).then_some(Overhang { sizes, as_ceil })
}

/// The same with more padding behind each axis.
fn longer(window: &Window, further: &[usize]) -> Window {
    let after = window.padding.after.dims().iter().zip(further);
    let after: Vec<usize> = after.map(|(after, further)| after + further).collect();
    let padding = Padding { before: window.padding.before, after: Shape::new(&after) };
    Window { padding, ..*window }
}

fn unpadded(window: &Window) -> Window {
    let none = Shape::new(&vec![0; window.kernel_size.rank()]);
    Window { padding: Padding { before: none, after: none }, ..*window }
}

/// Padding with a number, of the spatial axes.
fn padded(x: &Value, padding: &Padding, number: f64, site: &mut Site<'_>) -> Value {
    pad_with(x, [&signed(padding.before.dims()), &signed(padding.after.dims())], number, site)
}

fn is_padded(window: &Window) -> bool {
    (0..window.kernel_size.rank()).any(|axis| window.padding.axis(axis) != (0, 0))
}

impl Unary for MaxPool {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let (mut how, mut x, mut ceil) = (self.window, x.clone(), false);
        match overhang(&how, site) {
            None => {}
            Some(Overhang { as_ceil: true, .. }) => ceil = true,
            Some(Overhang { sizes, .. }) => how = longer(&how, &sizes),
        }
        // Engines refuse padding in which a window without gaps has no value.
        let fits = |axis| {
            let (before, after) = how.padding.axis(axis);
            before.max(after) < how.kernel_size.size(axis)
        };
        if !(0..how.kernel_size.rank()).all(fits) {
            x = padded(&x, &how.padding, f64::NEG_INFINITY, site);
            how = unpadded(&how);
        }
        let [kernel, strides, dilations, pads] = window(&how);
        let ceil = int("ceil_mode", i64::from(ceil));
        site.op("MaxPool", &[&x], [kernel, strides, dilations, pads, ceil])
    }
}

impl Unary for AvgPool {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let (mut how, mut x, mut ceil) = (self.window, x.clone(), false);
        let mut counts = self.count_include_pad && is_padded(&how);
        if let Some(Overhang { sizes, as_ceil }) = overhang(&how, site) {
            // What is beyond the padding does not count, unlike the padding, which becomes values.
            if counts {
                x = padded(&x, &how.padding, 0.0, site);
                how = unpadded(&how);
                counts = false;
            }
            ceil = as_ceil && !is_padded(&how);
            if !ceil {
                how = longer(&how, &sizes);
            }
        }
        let [kernel, strides, _, pads] = window(&how);
        let [ceil, counts] = [("ceil_mode", ceil), ("count_include_pad", counts)]
            .map(|(name, flag)| int(name, i64::from(flag)));
        site.op("AveragePool", &[&x], [kernel, strides, pads, ceil, counts])
    }
}

impl Unary for LpPool {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let powers = site.with("Pow", x, self.norm_type);
        let mean = self.mean().write(&powers, site);
        let sum = site.with("Mul", &mean, self.kernel_values());
        site.with("Pow", &sum, 1.0 / self.norm_type)
    }
}

impl Unary for BlurPool {
    /// A convolution of each channel by binomial coefficients.
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let x = self.as_means().0.write(x, site);
        let (size, axes) = (self.window.kernel_size.size(0), self.window.kernel_size.rank());
        let row = binomial(size - 1);
        let mut kernel = vec![1.0];
        for _ in 0..axes {
            kernel =
                kernel.iter().flat_map(|left| row.iter().map(move |right| left * right)).collect();
        }
        let channels = site.input.size(0);
        let sizes = [&[channels, 1], self.window.kernel_size.dims()].concat();
        let weight = site.floats(&sizes, &kernel.repeat(channels));
        let [kernel, strides, ..] = window(&self.window);
        let attributes = [kernel, strides, int("group", channels as i64)];
        site.op("Conv", &[&x, &weight], attributes)
    }
}

/// The binomial coefficients of a power, divided by their sum.
fn binomial(power: usize) -> Vec<f64> {
    let mut row = vec![1.0];
    for _ in 0..power {
        let (left, right) = ([&row[..], &[0.0]].concat(), [&[0.0], &row[..]].concat());
        row = left.iter().zip(&right).map(|(left, right)| (left + right) / 2.0).collect();
    }
    row
}

impl Unary for AdaptivePool {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let (input, output) = (site.input, self.output_size);
        let axes = output.rank();
        let sizes = |axis: usize| (input.size(axis + 1), output.size(axis));
        if (0..axes).all(|axis| output.size(axis) == 1) {
            let op = if self.average { "GlobalAveragePool" } else { "GlobalMaxPool" };
            return site.op(op, &[x], []);
        }
        if (0..axes).all(|axis| sizes(axis).0.is_multiple_of(sizes(axis).1)) {
            let each: Vec<i64> =
                (0..axes).map(|axis| (sizes(axis).0 / sizes(axis).1) as i64).collect();
            let op = if self.average { "AveragePool" } else { "MaxPool" };
            return site.op(op, &[x], [ints("kernel_shape", &each), ints("strides", &each)]);
        }
        // Windows of different sizes: one axis after the other.
        (0..axes).fold(x.clone(), |x, axis| {
            let (input, output) = sizes(axis);
            if input == output {
                return x;
            }
            let windows: Vec<(usize, usize)> = (0..output)
                .map(|place| (place * input / output, ((place + 1) * input).div_ceil(output)))
                .collect();
            if self.average {
                let weights = windows.iter().map(|(start, end)| {
                    (*start..*end).map(|place| (place, 1.0 / (end - start) as f64)).collect()
                });
                return along(&x, axis, input, &weights.collect::<Vec<_>>(), site);
            }
            // A value that a shorter window has twice does not change its maximum.
            let longest = windows.iter().map(|(start, end)| end - start).max().unwrap_or(1);
            let places = windows.iter().flat_map(|(start, end)| {
                (0..longest).map(move |tap| (start + tap).min(end - 1) as i64)
            });
            let places = site.table(&[output, longest], &places.collect::<Vec<_>>());
            let axis = axis as i64 + 2;
            let taken = site.op("Gather", &[&x, &places], [int("axis", axis)]);
            site.reduce("ReduceMax", &taken, &[axis + 1], false)
        })
    }
}
