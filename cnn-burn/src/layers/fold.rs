//! The values under a window as columns, and back.

use burn::tensor::Tensor;
use burn::tensor::module::{conv_transpose2d, unfold4d};
use burn::tensor::ops::UnfoldOptions;
use cnn_core::layers::{Fold, Unfold};

use super::conv::transposed;
use crate::layer::{Site, Stateless};
use crate::tensor::sizes;
use crate::value::Value;

impl Stateless for Unfold {
    fn forward(&self, x: Value, _: Site<'_>) -> Value {
        let Value::Rank4(x) = x else { unreachable!("the input of an unfold is an image") };
        let window = &self.window;
        let options = UnfoldOptions::new(
            sizes(&window.stride),
            sizes(&window.padding.before),
            sizes(&window.dilation),
        );
        Value::Rank3(unfold4d(x, sizes(&window.kernel_size), options))
    }
}

/// A transposed convolution in which each row of a column has the tap of its own as its kernel.
impl Stateless for Fold {
    fn forward(&self, x: Value, site: Site<'_>) -> Value {
        let Value::Rank3(x) = x else { unreachable!("the input of a fold has one spatial axis") };
        let [batch, rows, _] = x.dims();
        let ([height, width], channels) = (self.places(), site.output.size(0));
        let [kernel_height, kernel_width]: [usize; 2] = sizes(&self.window.kernel_size);
        let taps = Tensor::<2>::eye(kernel_height * kernel_width, &x.device()).cast(x.dtype());
        let weight = taps.repeat_dim(0, channels).reshape([rows, 1, kernel_height, kernel_width]);
        let x = x.reshape([batch, rows, height, width]);
        let options = transposed(&self.as_conv_transpose(channels));
        Value::Rank4(conv_transpose2d(x, weight, None, options))
    }
}
