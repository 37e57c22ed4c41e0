//! Convolutions.

use cnn_core::layers::{Conv, ConvTranspose, PadMode, Padding, Window};

use super::Unary;
use super::weights::{standardized, weights};
use crate::proto::AttributeProto;
use crate::write::{Site, Value, int, ints, signed};

impl Unary for Conv {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        if self.padding_mode != PadMode::Zeros {
            let (pad, unpadded) = self.after_pad();
            let x = pad.write(x, site);
            return unpadded.write(&x, site);
        }
        let kernel = self.window.kernel_size.dims();
        let rank = kernel.len() + 2;
        let mut weight = weights(self.weight_norm, rank, site);
        if let Some(how) = &self.standardization {
            let values = self.in_channels / self.groups * kernel.iter().product::<usize>();
            weight = standardized(how, &weight, (rank, values), site);
        }
        let bias = site.state_if(self.bias, "bias");
        let inputs = [Some(x), Some(&weight), bias.as_ref()];
        let [kernel, strides, dilations, pads] = window(&self.window);
        let attributes = [kernel, strides, dilations, pads, int("group", self.groups as i64)];
        site.op("Conv", &inputs.into_iter().flatten().collect::<Vec<_>>(), attributes)
    }
}

impl Unary for ConvTranspose {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let weight = weights(self.weight_norm, self.window.kernel_size.rank() + 2, site);
        let bias = site.state_if(self.bias, "bias");
        let inputs = [Some(x), Some(&weight), bias.as_ref()];
        let [kernel, strides, dilations, pads] = window(&self.window);
        let output_padding = ints("output_padding", &signed(self.output_padding.dims()));
        let group = int("group", self.groups as i64);
        let attributes = [kernel, strides, dilations, pads, output_padding, group];
        site.op("ConvTranspose", &inputs.into_iter().flatten().collect::<Vec<_>>(), attributes)
    }
}

/// The attributes of a window.
pub(super) fn window(window: &Window) -> [AttributeProto; 4] {
    [
        ints("kernel_shape", &signed(window.kernel_size.dims())),
        ints("strides", &signed(window.stride.dims())),
        ints("dilations", &signed(window.dilation.dims())),
        ints("pads", &pads(&window.padding)),
    ]
}

/// The padding before each axis, and then that after each.
fn pads(padding: &Padding) -> Vec<i64> {
    signed(&[padding.before.dims(), padding.after.dims()].concat())
}
