//! Layers that move values around and compute nothing.

use candle_core::{Result, Tensor};
use cnn_core::Shape;
use cnn_core::layers::{
    ChannelShuffle, Flatten, Flip, Permute, PixelShuffle, PixelUnshuffle, Reshape, Roll, Slice,
};

use crate::layer::{Site, Unary};
use crate::tensor::{every, rolled, select};

impl Unary for Flatten {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        as_batch(x, x.dim(0)?, site.output)
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

impl Unary for Reshape {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        as_batch(x, x.dim(0)?, site.output)
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

impl Unary for Slice {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        every(x, self.dim + 1, self.start, self.step, site.output.size(self.dim))
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

impl Unary for Flip {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        self.dims.dims().iter().map(|dim| dim + 1).try_fold(x.clone(), |x, dim| {
            let positions = x.dim(dim)?;
            select(&x, dim, (0..positions).rev())
        })
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

/// The output at the end of a dim comes in at its start.
impl Unary for Roll {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        let mut shifts = self.shifts.iter().enumerate().filter(|(_, shift)| **shift > 0);
        shifts.try_fold(x.clone(), |x, (dim, shift)| rolled(&x, dim + 1, *shift))
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

impl Unary for Permute {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        let dims = self.dims.dims().iter().map(|dim| dim + 1);
        x.permute([0].into_iter().chain(dims).collect::<Vec<usize>>())?.contiguous()
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

/// The channels are a table with a row for each group, which is transposed.
impl Unary for ChannelShuffle {
    fn forward(&self, x: &Tensor, _: Site<'_>) -> Result<Tensor> {
        let (dims, groups) = (x.dims(), self.groups);
        let table = x.reshape([&[dims[0], groups, dims[1] / groups], &dims[2..]].concat())?;
        table.transpose(1, 2)?.contiguous()?.reshape(dims)
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

/// `[…, C × r², H, W]` becomes `[…, C, H × r, W × r]`.
impl Unary for PixelShuffle {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let (r, (rest, [c, h, w])) = (self.upscale_factor, image(site.output));
        let batch = x.dim(0)?;
        let blocks = x.reshape(vec![batch * rest, c, r, r, h / r, w / r])?;
        let pixels = blocks.permute(vec![0, 1, 4, 2, 5, 3])?.contiguous()?;
        as_batch(&pixels, batch, site.output)
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

/// `[…, C, H × r, W × r]` becomes `[…, C × r², H, W]`.
impl Unary for PixelUnshuffle {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let (r, (rest, [c, h, w])) = (self.downscale_factor, image(site.output));
        let batch = x.dim(0)?;
        let blocks = x.reshape(vec![batch * rest, c / (r * r), h, r, w, r])?;
        let pixels = blocks.permute(vec![0, 1, 3, 5, 2, 4])?.contiguous()?;
        as_batch(&pixels, batch, site.output)
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

/// The same values as a batch of samples of this shape.
pub(super) fn as_batch(values: &Tensor, batch: usize, sample: &Shape) -> Result<Tensor> {
    values.reshape([&[batch], sample.dims()].concat())
}

/// The last three sizes of a sample, and the product of those before them.
fn image(sample: &Shape) -> (usize, [usize; 3]) {
    match *sample.dims() {
        [c, h, w] => (1, [c, h, w]),
        [rest, c, h, w] => (rest, [c, h, w]),
        _ => unreachable!("pixels are shuffled in images and volumes"),
    }
}
