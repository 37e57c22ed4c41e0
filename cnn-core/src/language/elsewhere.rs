//! What is called otherwise elsewhere: parameters, and values.

use super::signature::{Param, Signature, Takes};
use super::spelling::closest;

/// Names of parameters in small letters, and which of ours are meant by them.
const PARAMETERS: [(&[&str], &[&str]); 14] = [
    (&["in", "input", "inputs", "in_dim", "cin", "c_in"], &["in_channels", "in_features"]),
    (
        &["out", "output", "filters", "units", "out_dim", "cout", "c_out"],
        &["out_channels", "out_features", "output_size"],
    ),
    (&["channels", "features"], &["num_channels", "num_features"]),
    (&["k", "kernel", "size", "pool_size", "ksize"], &["kernel_size"]),
    (&["strides", "s"], &["stride"]),
    (&["pad", "pads"], &["padding"]),
    (&["dilation_rate", "dilations"], &["dilation"]),
    (&["group"], &["groups"]),
    (&["axis"], &["dim"]),
    (&["rate", "prob", "drop_prob"], &["p"]),
    (&["epsilon"], &["eps"]),
    (&["scale", "factor"], &["scale_factor", "upscale_factor", "downscale_factor"]),
    (&["use_bias"], &["bias"]),
    (&["slope", "alpha"], &["negative_slope"]),
];

/// Parameters that layers have in PyTorch, but not here, and why.
const NOT_HERE: [(&str, &str); 6] = [
    ("inplace", "where values are stored is up to what runs the network"),
    ("device", "that is up to what runs the network"),
    ("dtype", "that is up to what runs the network"),
    ("return_indices", "a layer has one output"),
    ("padding_mode", "pad before, with `pad(padding, mode = …)`, and not in the layer"),
    ("norm_type", "there is no such pool"),
];

/// The parameter that is meant by a name which the layer does not have: `kernel` is `kernel_size`,
/// `filters` are `out_channels`.
pub fn parameter(signature: &Signature, name: &str) -> Option<&'static str> {
    let names = || signature.params.iter().map(|param| param.name);
    let lower = name.to_lowercase();
    let synonym = PARAMETERS.iter().find(|(elsewhere, _)| elsewhere.contains(&&*lower));
    let ours = synonym.map_or(&[][..], |(_, ours)| ours);
    names().find(|known| ours.contains(known)).or_else(|| closest(name, names()))
}

/// Why no layer has a parameter that PyTorch's have.
pub fn why_not(parameter: &str) -> Option<&'static str> {
    NOT_HERE.iter().find(|(name, _)| *name == parameter).map(|(_, why)| *why)
}

/// The value of a parameter that is meant by a word of Python.
pub fn value(param: &Param, word: &str) -> Option<&'static str> {
    match (param.takes, word) {
        (Takes::Flag, "True") => Some("true"),
        (Takes::Flag, "False") => Some("false"),
        _ if word == "valid" && param.words.contains(&"same") => Some("0"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;

    #[test]
    fn parameters_from_elsewhere_are_understood() {
        let conv = Kind::Conv.signature();
        assert_eq!(parameter(conv, "kernel"), Some("kernel_size"));
        assert_eq!(parameter(conv, "In"), Some("in_channels"));
        assert_eq!(parameter(conv, "strid"), Some("stride"));
        assert_eq!(parameter(conv, "whatever"), None);
        assert_eq!(parameter(Kind::LeakyRelu.signature(), "alpha"), Some("negative_slope"));
    }

    #[test]
    fn every_parameter_that_is_meant_exists() {
        let exists = |name: &&str| {
            Kind::ALL.iter().any(|kind| kind.signature().params.iter().any(|p| p.name == *name))
        };
        assert!(PARAMETERS.iter().flat_map(|(_, ours)| *ours).all(exists));
        assert!(!NOT_HERE.iter().any(|(name, _)| exists(name)));
    }
}
