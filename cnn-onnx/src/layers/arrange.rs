//! Layers that move values around.

use cnn_core::layers::{
    ChannelShuffle, Flatten, Flip, Fold, Parameter, Permute, PixelShuffle, PixelUnshuffle, Reshape,
    Roll, Slice, Unfold,
};

use super::Unary;
use super::resize::pad_with;
use crate::write::{Site, Value, int, ints, signed, word};

impl Unary for Flatten {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        if self.start_dim == 0 && self.end_dim + 1 == site.input.rank() {
            return site.op("Flatten", &[x], [int("axis", 1)]);
        }
        let sample = site.output;
        site.reshape_samples(x, sample.dims())
    }
}

impl Unary for Reshape {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        site.reshape_samples(x, self.shape.dims())
    }
}

impl Unary for Permute {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let dims = self.dims.dims().iter().map(|dim| *dim as i64 + 1);
        site.transpose(x, &[0].into_iter().chain(dims).collect::<Vec<_>>())
    }
}

impl Unary for Slice {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let range = [self.start as i64, self.end as i64, self.step as i64];
        site.slice_by(x, self.dim as i64 + 1, range)
    }
}

impl Unary for Flip {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        // Down to what is before the first.
        let range = [-1, i64::MIN, -1];
        let dims = self.dims.dims().iter();
        dims.fold(x.clone(), |x, dim| site.slice_by(&x, *dim as i64 + 1, range))
    }
}

impl Unary for Roll {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let sizes = site.input;
        (0..sizes.rank()).fold(x.clone(), |x, dim| {
            rolled(&x, dim as i64 + 1, sizes.size(dim), self.shifts[dim], site)
        })
    }
}

/// The last `shift` positions along an axis of `size`, and then those before them.
pub(super) fn rolled(
    x: &Value,
    axis: i64,
    size: usize,
    shift: usize,
    site: &mut Site<'_>,
) -> Value {
    let shift = shift % size;
    if shift == 0 {
        return x.clone();
    }
    let last = site.slice(x, axis, size - shift, size);
    let first = site.slice(x, axis, 0, size - shift);
    site.concat(&[&last, &first], axis)
}

impl Unary for Unfold {
    /// The rows under each tap of the windows, and then the columns.
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let how = &self.window;
        let channels = site.input.size(0);
        let [before, after] =
            [&how.padding.before, &how.padding.after].map(|sizes| signed(sizes.dims()));
        let mut x = x.clone();
        if before.iter().chain(&after).any(|size| *size > 0) {
            x = pad_with(&x, [&before, &after], 0.0, site);
        }
        let (mut places, mut windows) = (Vec::new(), Vec::new());
        for axis in 0..2 {
            let (kernel, dilation) = (how.kernel_size.size(axis), how.dilation.size(axis));
            let padded = site.input.size(axis + 1) + (before[axis] + after[axis]) as usize;
            let count = (padded - dilation * (kernel - 1) - 1) / how.stride.size(axis) + 1;
            let taps = (0..kernel).flat_map(|tap| {
                (0..count)
                    .map(move |window| (window * how.stride.size(axis) + tap * dilation) as i64)
            });
            places.push(site.table(&[kernel, count], &taps.collect::<Vec<_>>()));
            windows.push(count);
        }
        // [batch, channels, kernel, rows, kernel, columns]
        let rows = site.op("Gather", &[&x, &places[0]], [int("axis", 2)]);
        let taken = site.op("Gather", &[&rows, &places[1]], [int("axis", 4)]);
        let ordered = site.transpose(&taken, &[0, 1, 2, 4, 3, 5]);
        let taps: usize = how.kernel_size.dims().iter().product();
        site.reshape_samples(&ordered, &[channels * taps, windows[0] * windows[1]])
    }
}

impl Unary for Fold {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let Fold { output_size, window } = self;
        let image = site.ints(&signed(output_size.dims()));
        let block = site.ints(&signed(window.kernel_size.dims()));
        let pads = [window.padding.before.dims(), window.padding.after.dims()].concat();
        let attributes = [
            ints("strides", &signed(window.stride.dims())),
            ints("dilations", &signed(window.dilation.dims())),
            ints("pads", &signed(&pads)),
        ];
        site.op("Col2Im", &[x, &image, &block], attributes)
    }
}

impl Unary for Parameter {
    /// The tensor for each sample. Its number is that of the input's samples, of which only the shape is used.
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let mut tensor = site.state("");
        let sizes = signed(self.shape.dims());
        if self.stored != self.shape {
            tensor = site.reshape(&tensor, &sizes);
        }
        let sizes = match site.batch() {
            Some(samples) => site.ints(&[&[samples as i64], &sizes[..]].concat()),
            None => {
                let samples = site.op("Shape", &[x], [int("start", 0), int("end", 1)]);
                let sizes = site.ints(&sizes);
                site.concat(&[&samples, &sizes], 0)
            }
        };
        site.op("Expand", &[&tensor, &sizes], [])
    }
}

impl Unary for PixelShuffle {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let factor = self.upscale_factor;
        if site.input.rank() == 3 {
            let attributes = [int("blocksize", factor as i64), word("mode", "CRD")];
            return site.op("DepthToSpace", &[x], attributes);
        }
        let (input, output) = (site.input, site.output);
        let (leading, image) = input.dims().split_at(input.rank() - 3);
        let [channels, height, width] = [image[0] / (factor * factor), image[1], image[2]];
        let sizes = [leading, &[channels, factor, factor, height, width]].concat();
        // channels, rows, rows within, columns, columns within
        shuffle(x, &sizes, leading.len(), [0, 3, 1, 4, 2], output.dims(), site)
    }
}

impl Unary for PixelUnshuffle {
    /// ONNX's `SpaceToDepth` has another order of channels.
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let factor = self.downscale_factor;
        let (input, output) = (site.input, site.output);
        let (leading, image) = input.dims().split_at(input.rank() - 3);
        let [channels, height, width] = [image[0], image[1] / factor, image[2] / factor];
        let sizes = [leading, &[channels, height, factor, width, factor]].concat();
        shuffle(x, &sizes, leading.len(), [0, 2, 4, 1, 3], output.dims(), site)
    }
}

impl Unary for ChannelShuffle {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let sample = site.input;
        let rest = sample.dims()[1..].iter().product();
        let sizes = [self.groups, sample.size(0) / self.groups, rest];
        shuffle(x, &sizes, 0, [1, 0, 2], sample.dims(), site)
    }
}

/// Samples seen as these sizes, of which those from a dim on are brought into another order, and then seen as others.
fn shuffle<const N: usize>(
    x: &Value,
    sizes: &[usize],
    first: usize,
    order: [usize; N],
    output: &[usize],
    site: &mut Site<'_>,
) -> Value {
    let parts = site.reshape_samples(x, sizes);
    let order = order.iter().map(|dim| first + dim + 1);
    let axes = (0..=first).chain(order).map(|axis| axis as i64).collect::<Vec<_>>();
    let ordered = site.transpose(&parts, &axes);
    site.reshape_samples(&ordered, output)
}
