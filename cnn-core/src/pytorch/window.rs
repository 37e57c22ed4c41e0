//! The layers whose windows slide over their input.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::helper::Helper;
use super::layer::Module;
use super::python::{Arg, flag, float, quoted, sizes, tuple};
use crate::layers::{AvgPool, Conv, ConvTranspose, MaxPool, PadMode, Padding, Window};

/// The padding of both sides as `F.pad` takes it: the last axis first.
pub(super) fn sides(padding: &Padding) -> String {
    let axes = (0..padding.before.rank()).rev();
    tuple(axes.flat_map(|axis| [padding.axis(axis).0, padding.axis(axis).1]))
}

pub(super) fn pad_mode(mode: PadMode) -> String {
    quoted(match mode {
        PadMode::Zeros => "constant",
        PadMode::Reflect => "reflect",
        PadMode::Replicate => "replicate",
        PadMode::Circular => "circular",
    })
}

/// Whether both sides of each axis have the same padding.
fn is_symmetric(padding: &Padding) -> bool {
    padding.before == padding.after
}

pub(super) fn conv(class: &str, layer: &Conv) -> Module {
    let (window, axes) = (&layer.window, layer.window.kernel_size.rank());
    // That of `padding="same"`, the larger half of which comes after.
    let keeps = |axis: usize| {
        let total = window.dilation.size(axis) * (window.kernel_size.size(axis) - 1);
        window.padding.axis(axis) == (total / 2, total - total / 2) && window.stride.size(axis) == 1
    };
    let symmetric = is_symmetric(&window.padding);
    let padded = !symmetric && !(0..axes).all(keeps);
    let padding = match symmetric {
        true => sizes(&window.padding.before),
        false if padded => "0".to_owned(),
        false => quoted("same"),
    };
    let mode = if padded { PadMode::Zeros } else { layer.padding_mode };
    let mode = if mode == PadMode::Zeros { quoted("zeros") } else { pad_mode(mode) };
    let mut args = vec![
        Arg::at("in_channels", layer.in_channels),
        Arg::at("out_channels", layer.out_channels),
        Arg::at("kernel_size", sizes(&window.kernel_size)),
        Arg::named("stride", sizes(&window.stride), "1"),
        Arg::named("padding", padding, "0"),
        Arg::named("dilation", sizes(&window.dilation), "1"),
        Arg::named("groups", layer.groups, "1"),
        Arg::named("bias", flag(layer.bias), "True"),
        Arg::named("padding_mode", mode, quoted("zeros")),
    ];
    if padded {
        args.push(Arg::always("pad", sides(&window.padding)));
        args.push(Arg::named("pad_mode", pad_mode(layer.padding_mode), quoted("constant")));
    }
    let module = match (layer.standardization, padded) {
        (None, false) => Module::nn(class, args),
        (None, true) => Module::helper(Helper::PaddedConv(axes), args),
        (Some(how), padded) => {
            args.push(Arg::named("eps", float(how.eps), "1e-6"));
            args.push(Arg::named("gain", flag(how.gain), "False"));
            args.push(Arg::named("gamma", float(how.gamma), "1.0"));
            Module::helper(Helper::StdConv { axes, padded }, args)
        }
    };
    module.parametrized(layer.parametrization)
}

pub(super) fn conv_transpose(class: &str, layer: &ConvTranspose) -> Module {
    let window = &layer.window;
    let args = vec![
        Arg::at("in_channels", layer.in_channels),
        Arg::at("out_channels", layer.out_channels),
        Arg::at("kernel_size", sizes(&window.kernel_size)),
        Arg::named("stride", sizes(&window.stride), "1"),
        Arg::named("padding", sizes(&window.padding.before), "0"),
        Arg::named("output_padding", sizes(&layer.output_padding), "0"),
        Arg::named("groups", layer.groups, "1"),
        Arg::named("bias", flag(layer.bias), "True"),
        Arg::named("dilation", sizes(&window.dilation), "1"),
    ];
    Module::nn(class, args).parametrized(layer.parametrization)
}

/// The stride of a pool, which is its kernel if it is not written.
pub(super) fn stride_of_pool(window: &Window) -> Arg {
    Arg::named("stride", sizes(&window.stride), sizes(&window.kernel_size))
}

pub(super) fn max_pool(class: &str, layer: &MaxPool) -> Module {
    let behind = [
        Arg::named("dilation", sizes(&layer.window.dilation), "1"),
        Arg::named("ceil_mode", flag(layer.ceil_mode), "False"),
    ];
    pool(class, &layer.window, Helper::PaddedMaxPool, behind)
}

pub(super) fn avg_pool(class: &str, layer: &AvgPool) -> Module {
    let behind = [
        Arg::named("ceil_mode", flag(layer.ceil_mode), "False"),
        Arg::named("count_include_pad", flag(layer.count_include_pad), "True"),
    ];
    pool(class, &layer.window, Helper::PaddedAvgPool, behind)
}

/// A pool with the arguments that are behind its padding. If it pads one side more than the other, it is `padded`.
fn pool(class: &str, window: &Window, padded: fn(usize) -> Helper, behind: [Arg; 2]) -> Module {
    let mut args = vec![Arg::at("kernel_size", sizes(&window.kernel_size)), stride_of_pool(window)];
    let symmetric = is_symmetric(&window.padding);
    args.push(match symmetric {
        true => Arg::named("padding", sizes(&window.padding.before), "0"),
        false => Arg::always("pad", sides(&window.padding)),
    });
    args.extend(behind);
    match symmetric {
        true => Module::nn(class, args),
        false => Module::helper(padded(window.kernel_size.rank()), args),
    }
}

/// The arguments of `Unfold` and `Fold`.
pub(super) fn columns(window: &Window) -> Vec<Arg> {
    vec![
        Arg::at("kernel_size", sizes(&window.kernel_size)),
        Arg::named("dilation", sizes(&window.dilation), "1"),
        Arg::named("padding", sizes(&window.padding.before), "0"),
        Arg::named("stride", sizes(&window.stride), "1"),
    ]
}
