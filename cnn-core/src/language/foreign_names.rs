//! The names that other libraries have for layers, parameters and values, and their equivalents.
//!
//! The names of a layer in other libraries are in its signature. This file adds those that do not correspond to a layer.

use super::signature::{Param, Signature, Takes};
use super::spelling::closest;
use crate::layers::Kind;

/// Names of layers in other libraries that are written in another way here.
const FORMS: [(&[&str], &str); 15] = [
    (&["Sequential"], "`seq { … }`"),
    (&["ModuleList", "ModuleDict"], "`for i in 0..n { … }`"),
    (&["Residual", "SkipConnection"], "`residual { … }`"),
    (&["Input", "InputLayer", "Placeholder"], "a shape before the layers, `[3, 28, 28] < … >`"),
    (&["Activation"], "the activation itself, such as `relu`"),
    (&["Rescaling"], "`scale(factor); shift(offset)`"),
    (&["Softmin"], "`scale(-1.0); softmax(dim)`"),
    (&["weight_norm", "WeightNormalization"], "an argument of the layer, `weight_norm = true`"),
    (
        &["spectral_norm", "SpectralNorm", "SpectralNormalization"],
        "an argument of the layer, `spectral_norm = true`",
    ),
    (&["BiasAdd"], "`bias = true` of the layer before"),
    (&["Cropping1D", "Cropping2D", "Cropping3D", "crop"], "`pad` with negative numbers, `pad(-1)`"),
    (
        &["DepthwiseConv", "DepthwiseConv1D", "DepthwiseConv2D"],
        "`conv(channels, channels, kernel_size, groups = channels)`",
    ),
    (&["PointwiseConv", "PointwiseConv2D"], "`conv(in_channels, out_channels, 1)`"),
    (
        &["SeparableConv", "SeparableConv1D", "SeparableConv2D"],
        "`conv(cin, cin, kernel_size, groups = cin); conv(cin, cout, 1)`",
    ),
    (
        &["SqueezeExcitation", "SqueezeExcite", "SEBlock", "SELayer", "SEModule"],
        "`mul { identity; { adaptive_avgpool(1); conv(c, c / 4, 1); relu; conv(c / 4, c, 1); sigmoid } }`",
    ),
];

/// Names without an equivalent, and the reason.
const NO_LAYERS: [(&[&str], &str); 12] = [
    (
        &[
            "RNN",
            "RNNCell",
            "SimpleRNN",
            "LSTM",
            "LSTMCell",
            "GRU",
            "GRUCell",
            "ConvLSTM",
            "ConvLSTM1D",
            "ConvLSTM2D",
            "ConvLSTM3D",
            "Bidirectional",
        ],
        "recurrent layers are not supported",
    ),
    (
        &["MaxUnpool", "MaxUnpool1d", "MaxUnpool2d", "MaxUnpool3d"],
        "it needs the indices of a max pool, but a layer has one output; `upsample` and `conv_transpose` \
         work without them",
    ),
    (&["Embedding", "EmbeddingBag", "OneHot"], "inputs are numbers, not indices"),
    (
        &["FractionalMaxPool", "FractionalMaxPool2d", "FractionalMaxPool3d"],
        "its windows are random; those of `maxpool` are not",
    ),
    (
        &["AffineGrid", "GridSample", "DeformConv", "DeformConv2d"],
        "positions that are computed from values are not supported",
    ),
    (&["GumbelSoftmax"], "it adds random values; `softmax` does not"),
    (
        &["Bilinear"],
        "a layer with weights takes one value; the nearest is a `linear` for each value, joined by `mul`",
    ),
    (
        &[
            "BCELoss",
            "BCEWithLogitsLoss",
            "BinaryCrossEntropy",
            "BinaryCrossEntropyWithLogits",
            "CosineEmbeddingLoss",
            "CrossEntropy",
            "CrossEntropyLoss",
            "CTCLoss",
            "GaussianNLLLoss",
            "HingeEmbeddingLoss",
            "HuberLoss",
            "KLDiv",
            "KLDivLoss",
            "L1Loss",
            "LinearCrossEntropy",
            "Loss",
            "MarginRankingLoss",
            "MSE",
            "MSELoss",
            "MultiLabelMarginLoss",
            "MultiLabelSoftMarginLoss",
            "MultiMarginLoss",
            "NLLLoss",
            "PoissonNLLLoss",
            "SmoothL1Loss",
            "SoftMarginLoss",
            "TripletMarginLoss",
            "TripletMarginWithDistanceLoss",
        ],
        "a loss is computed from the output of a network and is not part of it",
    ),
    (
        &[
            "Adadelta", "Adagrad", "Adam", "Adamax", "AdamW", "LBFGS", "NAdam", "RAdam", "RMSprop",
            "SGD",
        ],
        "an optimizer trains a network and is not part of it",
    ),
    (
        &["clone", "contiguous", "copy", "detach", "requires_grad"],
        "layers never modify their input, so copies are not needed; leave it out",
    ),
    (
        &[
            "Cast",
            "cpu",
            "cuda",
            "DequantizeLinear",
            "DeQuantStub",
            "double",
            "float",
            "half",
            "QuantizeLinear",
            "QuantStub",
            "to",
        ],
        "the engine that runs the network chooses types and devices",
    ),
    (
        &["NMS", "NonMaxSuppression", "RoIAlign", "RoIPool", "TopK", "argmax"],
        "post-processing of the outputs is not part of the network",
    ),
];

/// The meaning of a layer's name in another library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A layer that takes the same arguments.
    Layer(Kind),
    /// A layer that takes other arguments: the equivalent call.
    Call(Kind, &'static str),
    /// Something that is not a layer here: the equivalent code.
    Form(&'static str),
    /// Something without an equivalent: the reason.
    Nothing(&'static str),
}

/// The equivalent of a layer of PyTorch, Keras or ONNX. Capitals and underscores are ignored.
pub fn layer(name: &str) -> Option<Meaning> {
    // `Conv2D` of Keras takes other arguments than PyTorch's `Conv2d`.
    named(|other| other == name).or_else(|| named(|other| same(other, name)))
}

/// The meaning of the first name that matches.
fn named(is: impl Fn(&str) -> bool) -> Option<Meaning> {
    let of_kind = |kind: &Kind| {
        let Signature { keyword, aliases, translations, .. } = *kind.signature();
        if *kind != Kind::Network && is(keyword) || aliases.iter().any(|alias| is(alias)) {
            return Some(Meaning::Layer(*kind));
        }
        let call = translations.iter().find(|(other, _)| is(other));
        call.map(|(_, call)| Meaning::Call(*kind, call))
    };
    let find = |table: &[(&[&str], &'static str)]| {
        table.iter().find(|(names, _)| names.iter().any(|other| is(other))).map(|(_, said)| *said)
    };
    Kind::ALL
        .iter()
        .find_map(of_kind)
        .or_else(|| find(&FORMS).map(Meaning::Form))
        .or_else(|| find(&NO_LAYERS).map(Meaning::Nothing))
}

/// Whether two names differ in capitals and underscores only.
fn same(one: &str, other: &str) -> bool {
    fn letters(name: &str) -> impl Iterator<Item = char> {
        name.chars().filter(|letter| *letter != '_').flat_map(char::to_lowercase)
    }
    letters(one).eq(letters(other))
}

/// Names of parameters in lower case, and the parameters they correspond to.
const PARAMETERS: [(&[&str], &[&str]); 14] = [
    (&["in", "input", "inputs", "in_dim", "cin", "c_in"], &["in_channels", "in_features"]),
    (
        &["out", "output", "filters", "units", "out_dim", "cout", "c_out"],
        &["out_channels", "out_features", "output_size"],
    ),
    (&["channels", "features"], &["num_channels", "num_features"]),
    (&["k", "kernel", "kernel_shape", "size", "pool_size", "ksize"], &["kernel_size"]),
    (&["strides", "s"], &["stride"]),
    (&["pad", "pads", "auto_pad"], &["padding"]),
    (&["dilation_rate", "dilations"], &["dilation"]),
    (&["group"], &["groups"]),
    (&["axis"], &["dim"]),
    (&["rate", "prob", "drop_prob"], &["p"]),
    (&["epsilon"], &["eps"]),
    (&["scale", "factor"], &["scale_factor", "upscale_factor", "downscale_factor"]),
    (&["use_bias"], &["bias"]),
    (&["slope", "alpha"], &["negative_slope"]),
];

/// Parameters that layers have in PyTorch or Keras but not here, and the reason.
const NOT_HERE: [(&str, &str); 14] = [
    ("inplace", "the engine that runs the network decides where values are stored"),
    ("device", "the engine that runs the network chooses the device"),
    ("dtype", "the engine that runs the network chooses the data type"),
    ("return_indices", "a layer has one output"),
    ("padding_mode", "only `conv` has one, and others pad with zeros, as in PyTorch"),
    ("kdim", "it follows from the keys"),
    ("vdim", "it follows from the values"),
    ("attn_mask", "compute the scores with `matmul` and add the mask to them"),
    ("activation", "an activation is a layer of its own, such as `relu`"),
    ("data_format", "channels always come first"),
    ("input_shape", "the input shape is written before the layers: `[3, 28, 28] < … >`"),
    ("kernel_initializer", "the engine that trains the network chooses initial values"),
    ("bias_initializer", "the engine that trains the network chooses initial values"),
    ("name", "a name is written before the layer: `conv1: conv(…)`"),
];

/// The parameter meant by an unknown name: `kernel` is `kernel_size`, and `filters` is `out_channels`.
pub fn parameter(signature: &Signature, name: &str) -> Option<&'static str> {
    let names = || signature.params.iter().map(|param| param.name);
    let lower = name.to_lowercase();
    let synonym = PARAMETERS.iter().find(|(names, _)| names.contains(&&*lower));
    let ours = synonym.map_or(&[][..], |(_, ours)| ours);
    names().find(|known| ours.contains(known)).or_else(|| closest(name, names()))
}

/// The reason why a parameter of PyTorch's layers is not supported.
pub fn why_not(parameter: &str) -> Option<&'static str> {
    NOT_HERE.iter().find(|(name, _)| *name == parameter).map(|(_, why)| *why)
}

/// The value of a parameter for a word of Python.
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
    fn parameters_of_other_libraries_are_understood() {
        let conv = Kind::Conv.signature();
        assert_eq!(parameter(conv, "kernel"), Some("kernel_size"));
        assert_eq!(parameter(conv, "In"), Some("in_channels"));
        assert_eq!(parameter(conv, "strid"), Some("stride"));
        assert_eq!(parameter(conv, "whatever"), None);
        assert_eq!(parameter(Kind::LeakyRelu.signature(), "alpha"), Some("negative_slope"));
    }

    #[test]
    fn layers_of_other_libraries_are_understood() {
        use Meaning::*;

        assert_eq!(layer("Conv2d"), Some(Layer(Kind::Conv)));
        assert_eq!(layer("Conv2D"), Some(Call(Kind::Conv, "conv(_, out_channels, kernel_size)")));
        assert_eq!(
            layer("GlobalAveragePool"),
            Some(Call(Kind::AdaptiveAvgPool, "adaptive_avgpool(1)"))
        );
        assert_eq!(layer("batch_normalization"), Some(Call(Kind::BatchNorm, "batchnorm")));
        assert_eq!(layer("MaxPool"), Some(Layer(Kind::MaxPool)));
        assert_eq!(layer("Concat"), Some(Layer(Kind::Concat)));
        assert_eq!(layer("Sequential"), Some(Form("`seq { … }`")));
        assert_eq!(layer("Dropout2d"), Some(Layer(Kind::FeatureDropout)));
        assert_eq!(layer("BlurPool2d"), Some(Layer(Kind::BlurPool)));
        assert_eq!(layer("Col2Im"), Some(Layer(Kind::Fold)));
        assert!(matches!(layer("GlobalLpPool"), Some(Call(Kind::Norm, _))));
        assert!(matches!(layer("LSTM"), Some(Nothing(_))));
        assert!(matches!(layer("GRU"), Some(Nothing(_))));
        assert!(matches!(layer("MaxUnpool2d"), Some(Nothing(_))));
        assert!(matches!(layer("clone"), Some(Nothing(_))));
        assert_eq!(layer("linaer"), None);
        assert_eq!(layer("Backbone"), None);
    }

    #[test]
    fn no_two_layers_differ_only_in_capitals_and_underscores() {
        for kind in Kind::layers() {
            let Signature { keyword, aliases, translations, .. } = *kind.signature();
            let others = translations.iter().map(|(other, _)| other);
            for name in [keyword].iter().chain(aliases).chain(others) {
                for other in Kind::layers().filter(|other| *other != kind) {
                    let Signature { keyword, aliases, translations, .. } = *other.signature();
                    let is = |known: &&str| same(known, name);
                    let twice = is(&keyword)
                        || aliases.iter().any(is)
                        || translations.iter().any(|(known, _)| is(known));
                    assert!(!twice, "{name}: {kind} and {other}");
                }
            }
        }
    }

    #[test]
    fn other_names_have_one_meaning() {
        let names = FORMS.iter().chain(&NO_LAYERS).flat_map(|(names, _)| *names);
        for name in names {
            let meaning = layer(name).unwrap();
            assert!(matches!(meaning, Meaning::Form(_) | Meaning::Nothing(_)), "{name}");
            let lists = FORMS.iter().chain(&NO_LAYERS);
            let lists = lists.filter(|(names, _)| names.iter().any(|other| same(other, name)));
            assert_eq!(lists.count(), 1, "{name}");
        }
    }

    #[test]
    fn every_parameter_that_is_meant_exists() {
        let exists = |name: &&str| {
            Kind::ALL.iter().any(|kind| kind.signature().params.iter().any(|p| p.name == *name))
        };
        assert!(PARAMETERS.iter().flat_map(|(_, ours)| *ours).all(exists));
        // Those that only some layers have.
        let here = NOT_HERE.iter().map(|(name, _)| *name).filter(|name| exists(name));
        assert!(here.eq(["padding_mode"]));
    }
}
