//! Layers that move values around and compute nothing.

use burn::tensor::{Tensor, s};
use cnn_core::Shape;
use cnn_core::layers::{
    ChannelShuffle, Flatten, Flip, Permute, PixelShuffle, PixelUnshuffle, Reshape, Roll, Slice,
};

use crate::layer::{Site, Stateless};
use crate::value::{Value, keep_rank};

impl Stateless for Flatten {
    fn forward(&self, x: Value, site: Site<'_>) -> Value {
        x.reshape(site.output.dims())
    }
}

impl Stateless for Reshape {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        x.reshape(self.shape.dims())
    }
}

impl Stateless for Slice {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        keep_rank!(x, x => match self.step {
            1 => x.narrow(self.dim + 1, self.start, self.end - self.start),
            // A step that does not fit passes all but the first position.
            step => x.slice_dim(
                self.dim + 1,
                s![self.start..self.end; isize::try_from(step).unwrap_or(isize::MAX)],
            ),
        })
    }
}

impl Stateless for Flip {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        // One dim after the other: their number is a part of burn's type.
        keep_rank!(x, x => self.dims.dims().iter().fold(x, |x, dim| x.flip([dim + 1])))
    }
}

impl Stateless for Roll {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        let moved = self.shifts.iter().enumerate().filter(|(_, shift)| **shift > 0);
        let (dims, shifts): (Vec<usize>, Vec<usize>) =
            moved.map(|(dim, shift)| (dim + 1, *shift)).unzip();
        keep_rank!(x, x => x.roll(&shifts, &dims))
    }
}

impl Stateless for Permute {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        keep_rank!(x, x => x.permute(core::array::from_fn(|dim| match dim {
            0 => 0,
            _ => self.dims.size(dim - 1) as isize + 1,
        })))
    }
}

/// The channels are a table with a row for each group, which is transposed.
impl Stateless for ChannelShuffle {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        let groups = self.groups;
        keep_rank!(x, x => {
            let dims = x.dims();
            let each = dims[1] / groups;
            let rest = dims[2..].iter().product();
            x.reshape([dims[0], groups, each, rest]).swap_dims(1, 2).reshape(dims)
        })
    }
}

/// `[…, C × r², H, W]` becomes `[…, C, H × r, W × r]`.
impl Stateless for PixelShuffle {
    fn forward(&self, x: Value, site: Site<'_>) -> Value {
        let (r, (rest, [c, h, w])) = (self.upscale_factor, image(site.output));
        let pixels = |x: Tensor<6>| x.permute([0, 1, 4, 2, 5, 3]);
        keep_rank!(x, x => {
            let dims = with_batch(&x, site.output);
            let n = x.dims()[0] * rest;
            pixels(x.reshape([n, c, r, r, h / r, w / r])).reshape(dims)
        })
    }
}

/// `[…, C, H × r, W × r]` becomes `[…, C × r², H, W]`.
impl Stateless for PixelUnshuffle {
    fn forward(&self, x: Value, site: Site<'_>) -> Value {
        let (r, (rest, [c, h, w])) = (self.downscale_factor, image(site.output));
        let pixels = |x: Tensor<6>| x.permute([0, 1, 3, 5, 2, 4]);
        keep_rank!(x, x => {
            let dims = with_batch(&x, site.output);
            let n = x.dims()[0] * rest;
            pixels(x.reshape([n, c / (r * r), h, r, w, r])).reshape(dims)
        })
    }
}

/// The last three sizes of a sample, and the product of those before them.
fn image(sample: &Shape) -> (usize, [usize; 3]) {
    match *sample.dims() {
        [c, h, w] => (1, [c, h, w]),
        [rest, c, h, w] => (rest, [c, h, w]),
        _ => unreachable!("pixels are shuffled in images and volumes"),
    }
}

/// The sizes of samples of this shape, as many as `x` has.
fn with_batch<const D: usize>(x: &Tensor<D>, sample: &Shape) -> [usize; D] {
    let batch = x.dims()[0];
    core::array::from_fn(|dim| if dim == 0 { batch } else { sample.size(dim - 1) })
}
