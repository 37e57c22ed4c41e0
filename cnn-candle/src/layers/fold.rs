//! The values under a window as columns, and back.

use candle_core::{Result, Tensor};
use cnn_core::layers::{Fold, Unfold};

use super::arrange::as_batch;
use super::conv::transposed;
use crate::layer::{Site, Unary};
use crate::tensor::every;

/// The values under each tap, put together beside the channels.
impl Unary for Unfold {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let window = &self.window;
        let (batch, channels) = (x.dim(0)?, x.dim(1)?);
        let (mut padded, mut places) = (x.clone(), [0; 2]);
        for (axis, places) in places.iter_mut().enumerate() {
            let (before, after) = window.padding.axis(axis);
            padded = padded.pad_with_zeros(axis + 2, before, after)?;
            let reach = window.dilation.size(axis) * (window.kernel_size.size(axis) - 1);
            *places = (padded.dim(axis + 2)? - reach - 1) / window.stride.size(axis) + 1;
        }
        let under = |x: &Tensor, axis: usize, tap: usize| {
            let start = tap * window.dilation.size(axis);
            every(x, axis + 2, start, window.stride.size(axis), places[axis])
        };
        let mut taps = Vec::new();
        for row in 0..window.kernel_size.size(0) {
            let rows = under(&padded, 0, row)?;
            for column in 0..window.kernel_size.size(1) {
                let values = under(&rows, 1, column)?.contiguous()?;
                taps.push(values.reshape((batch, channels, 1, places[0] * places[1]))?);
            }
        }
        as_batch(&Tensor::cat(&taps, 2)?, batch, site.output)
    }

    fn computes_in_half(&self) -> bool {
        true
    }
}

/// A transposed convolution in which each row of a column has the tap of its own as its kernel.
impl Unary for Fold {
    fn forward(&self, x: &Tensor, site: Site<'_>) -> Result<Tensor> {
        let (batch, rows, channels) = (x.dim(0)?, x.dim(1)?, site.output.size(0));
        let [height, width] = self.places();
        let kernel = self.window.kernel_size.dims();
        let taps = kernel[0] * kernel[1];
        let weight = Tensor::eye(taps, x.dtype(), x.device())?.repeat((channels, 1))?;
        let weight = weight.reshape((rows, 1, kernel[0], kernel[1]))?;
        let x = x.contiguous()?.reshape((batch, rows, height, width))?;
        transposed(&self.as_conv_transpose(channels), &weight, site.output, &x)
    }
}
