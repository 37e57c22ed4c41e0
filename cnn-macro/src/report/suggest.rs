//! What was meant by a name that does not exist.

use cnn_core::Kind;
pub use cnn_core::closest;
use cnn_core::signature::{Param, Signature, Takes};

/// Layers of PyTorch and Keras that have other arguments than the one that is meant by them.
const ELSEWHERE: [(&str, &str); 30] = [
    ("Dense", "fc(_, out_features)"),
    ("dense", "fc(_, out_features)"),
    ("LazyLinear", "linear(_, out_features)"),
    ("Conv1D", "conv(_, out_channels, kernel_size)"),
    ("Conv2D", "conv(_, out_channels, kernel_size)"),
    ("Conv3D", "conv(_, out_channels, kernel_size)"),
    ("LazyConv1d", "conv(_, out_channels, kernel_size)"),
    ("LazyConv2d", "conv(_, out_channels, kernel_size)"),
    ("LazyConv3d", "conv(_, out_channels, kernel_size)"),
    ("Conv1DTranspose", "conv_transpose(_, out_channels, kernel_size)"),
    ("Conv2DTranspose", "conv_transpose(_, out_channels, kernel_size)"),
    ("Conv3DTranspose", "conv_transpose(_, out_channels, kernel_size)"),
    ("GlobalAveragePooling1D", "adaptive_avgpool(1)"),
    ("GlobalAveragePooling2D", "adaptive_avgpool(1)"),
    ("GlobalAveragePooling3D", "adaptive_avgpool(1)"),
    ("GlobalMaxPooling2D", "adaptive_maxpool(1)"),
    ("ReflectionPad1d", "pad(padding, mode = reflect)"),
    ("ReflectionPad2d", "pad(padding, mode = reflect)"),
    ("ReflectionPad3d", "pad(padding, mode = reflect)"),
    ("ReplicationPad1d", "pad(padding, mode = replicate)"),
    ("ReplicationPad2d", "pad(padding, mode = replicate)"),
    ("ReplicationPad3d", "pad(padding, mode = replicate)"),
    ("ConstantPad2d", "pad(padding), with zeros"),
    ("UpsamplingBilinear2d", "upsample(scale_factor, mode = bilinear, align_corners = true)"),
    ("Softmax2d", "softmax(1)"),
    ("BatchNormalization", "batchnorm"),
    ("transpose", "permute(dims)"),
    ("view", "flatten"),
    ("reshape", "flatten"),
    ("chunk", "channels(range)"),
];

/// Parameters that layers have in PyTorch, but not here, and why.
const OTHERS: [(&str, &str); 6] = [
    ("inplace", "where values are stored is up to what runs the network"),
    ("device", "that is up to what runs the network"),
    ("dtype", "that is up to what runs the network"),
    ("return_indices", "a layer has one output"),
    ("padding_mode", "pad before, with `pad(padding, mode = …)`, and not in the layer"),
    ("norm_type", "there is no such pool"),
];

/// The layer that was meant by a name that is none.
pub fn layer(name: &str) -> Option<Kind> {
    let keywords = Kind::layers().map(Kind::keyword);
    Kind::from_alias(name).or_else(|| Kind::from_keyword(closest(name, keywords)?))
}

/// The layer or the block that was meant by a name that is neither.
pub fn layer_or_block<'b>(
    name: &str,
    blocks: impl Iterator<Item = &'b str>,
) -> (Option<Kind>, Option<&'b str>) {
    match (Kind::from_alias(name), closest(name, blocks)) {
        (Some(kind), _) => (Some(kind), None),
        (None, Some(block)) => (None, Some(block)),
        (None, None) => (layer(name), None),
    }
}

/// The message for a layer that does not exist, although a layer or a block may have been meant.
pub fn unknown_layer(name: &str, layer: Option<Kind>, block: Option<&str>) -> String {
    match (layer, block) {
        (Some(kind), _) if kind.signature().aliases.contains(&name) => {
            let title = format!("`{name}` is called `{kind}` here");
            match ELSEWHERE.iter().find(|(elsewhere, _)| *elsewhere == name) {
                Some((_, call)) if *call == kind.keyword() => title,
                Some((_, call)) => format!("{title}: `{call}`"),
                None => format!("{title}\nhelp: write `{kind}`"),
            }
        }
        (Some(kind), _) => format!("there is no layer `{name}`\nhelp: write `{kind}`"),
        (None, Some(block)) => format!("there is no block `{name}`\nhelp: write `{block}`"),
        (None, None) => format!("there is no layer `{name}`; all layers are in `cnn::layers`"),
    }
}

/// The message for a parameter that does not exist.
pub fn unknown_param(signature: &Signature, name: &str, meant: Option<&str>) -> String {
    let title = format!("`{}` has no parameter `{name}`", signature.keyword);
    if let Some((_, why)) = OTHERS.iter().find(|(other, _)| *other == name) {
        return format!("{title}: {why}");
    }
    if signature.params.is_empty() {
        return format!("`{}` takes no arguments", signature.keyword);
    }
    match meant {
        Some(meant) => format!("{title}\nhelp: write `{meant}`"),
        None => format!("{title}\nit is `{signature}`"),
    }
}

/// The parameter that was meant by a name: `kernel` is `kernel_size`, `filters` are
/// `out_channels`.
pub fn param(signature: &Signature, name: &str) -> Option<&'static str> {
    let names = || signature.params.iter().map(|param| param.name);
    let elsewhere: &[&str] = match name.to_lowercase().as_str() {
        "in" | "input" | "inputs" | "in_dim" | "cin" | "c_in" => &["in_channels", "in_features"],
        "out" | "output" | "filters" | "units" | "out_dim" | "cout" | "c_out" => {
            &["out_channels", "out_features", "output_size"]
        }
        "channels" | "features" => &["num_channels", "num_features"],
        "k" | "kernel" | "size" | "pool_size" | "ksize" => &["kernel_size"],
        "strides" | "s" => &["stride"],
        "pad" | "pads" => &["padding"],
        "dilation_rate" | "dilations" => &["dilation"],
        "group" => &["groups"],
        "axis" => &["dim"],
        "rate" | "prob" | "drop_prob" => &["p"],
        "epsilon" => &["eps"],
        "scale" | "factor" => &["scale_factor", "upscale_factor", "downscale_factor"],
        "use_bias" => &["bias"],
        "slope" | "alpha" => &["negative_slope"],
        _ => &[],
    };
    let known = names().find(|known| elsewhere.contains(known));
    known.or_else(|| closest(name, names()))
}

/// The value that is meant by a word of Python.
pub fn value(param: &Param, word: &str) -> Option<&'static str> {
    match (param.takes, word) {
        (Takes::Flag, "True") => Some("true"),
        (Takes::Flag, "False") => Some("false"),
        _ if word == "valid" && param.words.contains(&"same") => Some("0"),
        _ => None,
    }
}

/// Whether some layer has a parameter that knows this word.
pub fn is_word(word: &str) -> bool {
    let params = Kind::ALL.iter().flat_map(|kind| kind.signature().params);
    params.into_iter().any(|param| param.words.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_elsewhere_and_misspellings_are_understood() {
        assert_eq!(layer("Conv2d"), Some(Kind::Conv));
        assert_eq!(layer("linaer"), Some(Kind::Linear));
        assert_eq!(layer("max_pool"), Some(Kind::MaxPool));
        assert_eq!(layer("attention"), None);
        let conv = Kind::Conv.signature();
        assert_eq!(param(conv, "kernel"), Some("kernel_size"));
        assert_eq!(param(conv, "in"), Some("in_channels"));
        assert_eq!(param(conv, "strid"), Some("stride"));
        assert_eq!(param(conv, "whatever"), None);
    }
}
