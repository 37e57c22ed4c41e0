//! Convolutions.

use cnn_core::layers::{Conv, ConvTranspose, PadMode, Padding, Window};

use super::Unary;
use super::linear::along_channels;
use super::resize::pad_with;
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
        let mut weight = weights(self.parametrization, (rank, 0), site);
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
        let axes = self.window.kernel_size.rank();
        let weight = weights(self.parametrization, (axes + 2, 1), site);
        let bias = site.state_if(self.bias, "bias");
        // PyTorch allows padding of the output below the stride or the dilation, and engines only that below the
        // stride. What is more is cut off less, or has no values but the bias.
        let mut after = signed(self.window.padding.after.dims());
        let mut behind = signed(self.output_padding.dims());
        let stride = self.window.stride.dims();
        let mut missing = vec![0; axes];
        for axis in (0..axes).filter(|axis| self.output_padding.size(*axis) >= stride[*axis]) {
            let uncut = after[axis].min(behind[axis]);
            after[axis] -= uncut;
            missing[axis] = behind[axis] - uncut;
            behind[axis] = 0;
        }
        let is_long = missing.iter().any(|size| *size > 0);
        let inside = bias.as_ref().filter(|_| !is_long);
        let [kernel, strides, dilations, _] = window(&self.window);
        let before = signed(self.window.padding.before.dims());
        let pads = ints("pads", &[before, after].concat());
        let group = int("group", self.groups as i64);
        let attributes = [kernel, strides, dilations, pads, ints("output_padding", &behind), group];
        let inputs = [Some(x), Some(&weight), inside];
        let inputs: Vec<&Value> = inputs.into_iter().flatten().collect();
        let made = site.op("ConvTranspose", &inputs, attributes);
        if !is_long {
            return made;
        }
        let made = pad_with(&made, [&vec![0; axes], &missing], 0.0, site);
        match bias {
            Some(bias) => {
                let bias = along_channels(&bias, 0, site);
                site.op("Add", &[&made, &bias], [])
            }
            None => made,
        }
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
