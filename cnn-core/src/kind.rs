//! The keywords of the language.

use core::fmt;

use crate::layers::signatures;
use crate::signature::Signature;

macro_rules! kinds {
    ($($kind:ident = $signature:ident,)*) => {
        /// The kind of a layer: its keyword.
        ///
        /// What each accepts is its [`signature`](Kind::signature); what each does is documented
        /// at the keyword, in `cnn::layers`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[expect(missing_docs, reason = "the names are the keywords, which have their own docs")]
        pub enum Kind {
            $($kind,)*
        }

        impl Kind {
            /// All kinds.
            pub const ALL: &[Kind] = &[$(Kind::$kind,)*];

            /// What the keyword accepts.
            pub const fn signature(self) -> &'static Signature {
                match self {
                    $(Kind::$kind => &signatures::$signature,)*
                }
            }
        }
    };
}

kinds! {
    Conv = CONV,
    ConvTranspose = CONV_TRANSPOSE,
    MaxPool = MAXPOOL,
    AvgPool = AVGPOOL,
    AdaptiveAvgPool = ADAPTIVE_AVGPOOL,
    AdaptiveMaxPool = ADAPTIVE_MAXPOOL,
    Fc = FC,
    Linear = LINEAR,
    BatchNorm = BATCHNORM,
    InstanceNorm = INSTANCENORM,
    GroupNorm = GROUPNORM,
    LayerNorm = LAYERNORM,
    Lrn = LRN,
    Relu = RELU,
    Relu6 = RELU6,
    Elu = ELU,
    LeakyRelu = LEAKY_RELU,
    Selu = SELU,
    Gelu = GELU,
    Silu = SILU,
    Mish = MISH,
    Sigmoid = SIGMOID,
    Tanh = TANH,
    Hardswish = HARDSWISH,
    Hardsigmoid = HARDSIGMOID,
    Softplus = SOFTPLUS,
    Softmax = SOFTMAX,
    LogSoftmax = LOG_SOFTMAX,
    Glu = GLU,
    PRelu = PRELU,
    Dropout = DROPOUT,
    StochasticDepth = STOCHASTIC_DEPTH,
    Flatten = FLATTEN,
    Pad = PAD,
    Upsample = UPSAMPLE,
    PixelShuffle = PIXEL_SHUFFLE,
    PixelUnshuffle = PIXEL_UNSHUFFLE,
    ChannelShuffle = CHANNEL_SHUFFLE,
    Channels = CHANNELS,
    Permute = PERMUTE,
    LayerScale = LAYER_SCALE,
    Identity = IDENTITY,
    Add = ADD,
    Mul = MUL,
    Concat = CONCAT,
    Network = NETWORK,
}

impl Kind {
    /// The keyword, such as `conv`.
    pub const fn keyword(self) -> &'static str {
        self.signature().keyword
    }

    /// Whether it joins several values.
    pub const fn is_join(self) -> bool {
        matches!(self, Kind::Add | Kind::Mul | Kind::Concat)
    }

    /// The layers that are written as calls: all but joins and networks.
    pub fn layers() -> impl Iterator<Item = Kind> {
        Kind::ALL.iter().copied().filter(|kind| kind.signature().called)
    }

    /// The layer with this keyword.
    ///
    /// ```
    /// use cnn_core::Kind;
    ///
    /// assert_eq!(Kind::from_keyword("maxpool"), Some(Kind::MaxPool));
    /// assert_eq!(Kind::from_keyword("MaxPool2d"), None);
    /// ```
    pub fn from_keyword(keyword: &str) -> Option<Kind> {
        Kind::layers().find(|kind| kind.keyword() == keyword)
    }

    /// The kind that is called this elsewhere, in PyTorch or Keras.
    ///
    /// ```
    /// use cnn_core::Kind;
    ///
    /// assert_eq!(Kind::from_alias("MaxPool2d"), Some(Kind::MaxPool));
    /// ```
    pub fn from_alias(name: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.signature().aliases.contains(&name))
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.keyword())
    }
}

#[cfg(test)]
mod tests {
    use std::vec::Vec;

    use super::*;

    #[test]
    fn every_name_means_one_layer() {
        let mut names: Vec<&str> = Vec::new();
        for kind in Kind::ALL {
            names.push(kind.keyword());
            names.extend(kind.signature().aliases);
        }
        names.sort();
        for pair in names.windows(2) {
            assert_ne!(pair[0], pair[1]);
        }
    }

    #[test]
    fn signatures_are_well_formed() {
        for kind in Kind::ALL {
            let signature = kind.signature();
            assert!(signature.positional <= signature.params.len(), "{kind}");
            assert!(signature.required() <= signature.positional, "{kind}");
            let optional = &signature.params[signature.required()..];
            assert!(optional.iter().all(|param| param.default.is_some()), "{kind}");
            for (i, param) in signature.params.iter().enumerate() {
                let same = |other: &crate::signature::Param| other.name == param.name;
                assert_eq!(signature.params.iter().position(same), Some(i), "{kind}");
            }
        }
    }
}
