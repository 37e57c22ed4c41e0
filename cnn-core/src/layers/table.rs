//! The table of all layers, which makes [`Kind`], [`Op`] and every way from one of them to a layer.

use core::fmt;

use super::*;
use crate::facts::{Ends, Family, Keeps, Keyword, ReachOf, Reuse, Work};
use crate::language::signature::Signature;
use crate::shape::{Tensor, Tensors};

/// Each layer, as engines match on it, with the type that holds it; and its keywords, each with the
/// place of its `KEYWORD` and `read` and its variant of [`Kind`].
macro_rules! layers {
    ($(
        $(#[$attribute:meta])*
        $op:ident($layer:ty): $($($file:ident)::+ => $kind:ident),+;
    )*) => {
        /// The kind of a layer: its keyword.
        ///
        /// [`signature`](Kind::signature) gives its parameters. The keywords are documented in `cnn::layers`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[expect(missing_docs, reason = "the names are the keywords, which have their own docs")]
        pub enum Kind {
            $($($kind,)+)*
        }

        impl Kind {
            /// All kinds.
            pub const ALL: &[Kind] = &[$($(Kind::$kind,)+)*];

            const fn facts(self) -> &'static Keyword {
                match self {
                    $($(Kind::$kind => &super::$($file)::+::KEYWORD,)+)*
                }
            }
        }

        /// A layer with its hyper-parameters, as an engine needs them: sizes per axis, padding per
        /// side.
        #[derive(Clone, Copy, Debug, PartialEq)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        #[cfg_attr(feature = "serde", serde(tag = "type", rename_all = "snake_case"))]
        #[expect(missing_docs, reason = "each variant is documented at the type it holds")]
        pub enum Op {
            $($(#[$attribute])* $op($layer),)*
        }

        impl Op {
            /// Reads the hyper-parameters of a layer from its call.
            pub(crate) const fn read(kind: Kind, call: &mut Call<'_>) -> Op {
                match kind {
                    $($(Kind::$kind => Op::$op(super::$($file)::+::read(call)),)+)*
                }
            }

            /// The shape of the output.
            pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
                match self {
                    $(Op::$op(layer) => layer.output(call),)*
                }
            }

            /// The tensors of the layer's state, given the shape of the input.
            pub(crate) const fn tensors(&self, input: &Shape) -> Tensors {
                match self {
                    $(Op::$op(layer) => layer.tensors(input),)*
                }
            }

            /// Its work.
            pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
                match self {
                    $(Op::$op(layer) => layer.work(ends),)*
                }
            }

            /// PyTorch's modules for one to three spatial axes.
            const fn classes(&self) -> [&'static str; 3] {
                match self {
                    $(Op::$op(layer) => layer.classes(),)*
                }
            }

            /// The values that training keeps.
            pub(crate) const fn keeps(&self) -> Keeps {
                match self {
                    $(Op::$op(layer) => layer.keeps(),)*
                }
            }

            /// Where a dim of the input is in the output, and how that depends on it. Of a join that
            /// is said of each branch by itself; a network must be opened.
            pub(crate) const fn reach(&self, dim: usize, ends: &Ends<'_>) -> ReachOf {
                match self {
                    $(Op::$op(layer) => layer.reach(dim, ends),)*
                }
            }

            /// Writes the details that pictures show after the keyword, such as ` 7×7 /2`. `input` is the shape of the
            /// input.
            ///
            /// # Errors
            ///
            /// Those of `text`.
            pub fn write_details(
                &self,
                text: &mut dyn fmt::Write,
                input: &Shape,
            ) -> fmt::Result {
                match self {
                    $(Op::$op(layer) => layer.details(text, input),)*
                }
            }
        }
    };
}

layers! {
    Conv(Conv): conv => Conv;
    ConvTranspose(ConvTranspose): conv_transpose => ConvTranspose;
    MaxPool(MaxPool): maxpool => MaxPool;
    AvgPool(AvgPool): avgpool => AvgPool;
    LpPool(LpPool): lp_pool => LpPool;
    BlurPool(BlurPool): blur_pool => BlurPool;
    AdaptivePool(AdaptivePool):
        adaptive_pool::average => AdaptiveAvgPool,
        adaptive_pool::max => AdaptiveMaxPool;
    Linear(Linear): linear::fc => Fc, linear::linear => Linear;
    BatchNorm(BatchNorm): batchnorm => BatchNorm;
    FrozenBatchNorm(FrozenBatchNorm): frozen_batchnorm => FrozenBatchNorm;
    InstanceNorm(InstanceNorm): instancenorm => InstanceNorm;
    GroupNorm(GroupNorm): groupnorm => GroupNorm;
    LayerNorm(LayerNorm): layernorm => LayerNorm;
    #[cfg_attr(feature = "serde", serde(rename = "rmsnorm"))]
    RmsNorm(RmsNorm): rmsnorm => RmsNorm;
    GlobalResponseNorm(GlobalResponseNorm): grn => Grn;
    LocalResponseNorm(LocalResponseNorm): lrn => Lrn;
    Normalize(Normalize): normalize => Normalize;
    Activation(Activation):
        activation::relu => Relu,
        activation::relu6 => Relu6,
        activation::elu => Elu,
        activation::leaky_relu => LeakyRelu,
        activation::selu => Selu,
        activation::gelu => Gelu,
        activation::silu => Silu,
        activation::mish => Mish,
        activation::sigmoid => Sigmoid,
        activation::tanh => Tanh,
        activation::hardswish => Hardswish,
        activation::hardsigmoid => Hardsigmoid,
        activation::softplus => Softplus,
        activation::celu => Celu,
        activation::logsigmoid => LogSigmoid,
        activation::hardtanh => Hardtanh,
        activation::softshrink => Softshrink,
        activation::tanhshrink => Tanhshrink,
        activation::softsign => Softsign,
        activation::threshold => Threshold,
        activation::hardshrink => Hardshrink,
        activation::scale => Scale,
        activation::shift => Shift,
        activation::pow => Pow,
        activation::sqrt => Sqrt,
        activation::exp => Exp,
        activation::log => Log,
        activation::abs => Abs,
        activation::clamp => Clamp;
    Softmax(Softmax): softmax::softmax => Softmax, softmax::log_softmax => LogSoftmax;
    Glu(Glu): glu => Glu;
    #[cfg_attr(feature = "serde", serde(rename = "prelu"))]
    PRelu(PRelu): prelu => PRelu;
    #[cfg_attr(feature = "serde", serde(rename = "rrelu"))]
    RRelu(RRelu): rrelu => RRelu;
    Dropout(Dropout):
        dropout::dropout => Dropout,
        dropout::feature_dropout => FeatureDropout,
        dropout::alpha_dropout => AlphaDropout,
        dropout::feature_alpha_dropout => FeatureAlphaDropout,
        dropout::stochastic_depth => StochasticDepth;
    Flatten(Flatten): flatten => Flatten;
    Reshape(Reshape):
        reshape::reshape => Reshape,
        reshape::unflatten => Unflatten,
        reshape::squeeze => Squeeze,
        reshape::unsqueeze => Unsqueeze;
    Pad(Pad): pad => Pad;
    Upsample(Upsample): upsample => Upsample;
    Unfold(Unfold): unfold => Unfold;
    Fold(Fold): fold => Fold;
    PixelShuffle(PixelShuffle): pixel_shuffle => PixelShuffle;
    PixelUnshuffle(PixelUnshuffle): pixel_unshuffle => PixelUnshuffle;
    ChannelShuffle(ChannelShuffle): channel_shuffle => ChannelShuffle;
    Slice(Slice): slice::channels => Channels, slice::slice => Slice;
    Permute(Permute): permute::permute => Permute, permute::transpose => Transpose;
    Flip(Flip): flip => Flip;
    Roll(Roll): roll => Roll;
    Reduce(Reduce):
        reduce::mean => Mean,
        reduce::sum => Sum,
        reduce::amax => Amax,
        reduce::amin => Amin,
        reduce::var => Var,
        reduce::norm => Norm;
    Attention(Attention): attention => Attention;
    CrossAttention(CrossAttention): cross_attention => CrossAttention;
    ScaledDotProductAttention(ScaledDotProductAttention):
        scaled_dot_product => ScaledDotProductAttention;
    WindowAttention(WindowAttention):
        window_attention::window_attention => WindowAttention,
        window_attention::window_attention_v2 => WindowAttentionV2,
        window_attention::relative_attention => RelativeAttention;
    Parameter(Parameter): parameter::parameter => Parameter, parameter::buffer => Buffer;
    LayerScale(LayerScale): layer_scale => LayerScale;
    Identity(Identity): identity => Identity;
    Join(Join):
        join::add => Add,
        join::sub => Sub,
        join::mul => Mul,
        join::div => Div,
        join::max => Max,
        join::min => Min,
        join::concat => Concat,
        join::matmul => MatMul;
    Network(&'static Nested): network => Network;
}

impl Kind {
    /// The signature of the keyword.
    pub const fn signature(self) -> &'static Signature {
        &self.facts().signature
    }

    /// The keyword, such as `conv`.
    pub const fn keyword(self) -> &'static str {
        self.signature().keyword
    }

    /// How it is drawn.
    pub(crate) const fn family(self) -> Family {
        self.facts().family
    }

    /// Whether it joins several values.
    pub const fn is_join(self) -> bool {
        matches!(self.family(), Family::Join)
    }

    /// Whether what it is depends on the shapes of all values that it takes, and not only on the first.
    pub(crate) const fn asks_all(self) -> bool {
        self.is_join() && !self.signature().any_number
    }

    /// How the layer may use the memory of the input.
    ///
    /// * [`Reuse::View`]: `identity` and `flatten` move nothing; `dropout` and `stochastic_depth` do
    ///   nothing when a network does not train.
    /// * [`Reuse::Overwrite`]: activations, `prelu`, `layer_scale` and `batchnorm` compute each value
    ///   from the one at its place. `softmax` and the other norms read all values they need first,
    ///   for a maximum, a sum or statistics, and then do the same. `add` and `mul` compute each value
    ///   from those at its place, so the output may replace any input of its shape.
    /// * [`Reuse::Never`]: all others. `lrn` is among them, since a channel needs the values of its
    ///   neighbours as they were.
    ///
    /// ```
    /// # use cnn_core as cnn;
    /// use cnn::{Kind, Reuse};
    ///
    /// assert_eq!(Kind::Identity.reuse(), Reuse::View);
    /// ```
    pub const fn reuse(self) -> Reuse {
        self.facts().reuse
    }

    /// The layers that are written as calls: all but joins and networks.
    pub fn layers() -> impl Iterator<Item = Kind> {
        Kind::ALL.iter().copied().filter(|kind| kind.signature().called)
    }

    /// The layers that join several branches.
    pub fn joins() -> impl Iterator<Item = Kind> {
        Kind::ALL.iter().copied().filter(|kind| kind.is_join())
    }

    /// The layer with this keyword.
    ///
    /// ```
    /// # use cnn_core as cnn;
    /// use cnn::Kind;
    ///
    /// assert_eq!(Kind::from_keyword("maxpool"), Some(Kind::MaxPool));
    /// assert_eq!(Kind::from_keyword("MaxPool2d"), None);
    /// ```
    pub fn from_keyword(keyword: &str) -> Option<Kind> {
        Kind::layers().find(|kind| kind.keyword() == keyword)
    }

    /// The kind with this name in PyTorch or Keras.
    ///
    /// ```
    /// # use cnn_core as cnn;
    /// use cnn::Kind;
    ///
    /// assert_eq!(Kind::from_alias("MaxPool2d"), Some(Kind::MaxPool));
    /// ```
    pub fn from_alias(name: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| {
            let Signature { aliases, translations, .. } = kind.signature();
            aliases.contains(&name) || translations.iter().any(|(other, _)| *other == name)
        })
    }
}

impl Op {
    /// The embedded network; `None` for a layer.
    ///
    /// A walk over a graph asks this first, since a network has its own graph.
    pub const fn nested(&self) -> Option<&'static Nested> {
        if let Op::Network(nested) = self { Some(nested) } else { None }
    }

    /// Of a layer that takes several values: whether each position along a dim of its output takes all those of a
    /// branch, which has so many dims.
    #[cfg(feature = "alloc")]
    pub(crate) const fn mixes(&self, branch: usize, dim: usize, rank: usize) -> bool {
        match self {
            Op::Join(join) => join.mixes(branch, dim, rank),
            Op::CrossAttention(attention) => attention.mixes(branch, dim),
            Op::ScaledDotProductAttention(attention) => attention.mixes(branch, dim, rank),
            _ => false,
        }
    }

    /// Whether the values of its branches follow each other along a dim; otherwise they are combined.
    #[cfg(feature = "alloc")]
    pub(crate) const fn keeps_apart(&self, dim: usize) -> bool {
        matches!(self, Op::Join(join) if join.keeps_apart(dim))
    }

    /// Whether they do so along any dim.
    #[cfg(feature = "alloc")]
    pub(crate) const fn is_concat(&self) -> bool {
        matches!(self, Op::Join(join) if join.is_concat())
    }

    /// The tensor of the layer's state with this index, in the order of PyTorch's `state_dict`; `None` after the last.
    /// `input` is the shape of the input.
    ///
    /// `num_batches_tracked`, a counter that PyTorch's batch norm keeps, is not among them.
    pub const fn tensor(&self, index: usize, input: &Shape) -> Option<Tensor> {
        self.tensors(input).get(index)
    }

    /// Two lists of sizes whose product is the number of multiply-accumulates for one sample: the sizes of a tensor,
    /// and those of the work for each of its values. `None` for layers without multiply-accumulates.
    pub const fn mac_factors(&self, input: &Shape, output: &Shape) -> Option<[Shape; 2]> {
        self.work(&Ends { input, inputs: 1, output }).mac_factors
    }

    /// The name of PyTorch's module for this layer on an input of this shape, such as `Conv2d`.
    pub const fn class(&self, input: &Shape) -> &'static str {
        let [one, two, three] = self.classes();
        match input.spatial_rank() {
            0 | 1 => one,
            2 => two,
            _ => three,
        }
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
            names.extend(kind.signature().translations.iter().map(|(name, _)| name));
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
            // Positions are counted without gaps, and `required` as if nothing were lacking before.
            let lacks = signature.lacks.iter().enumerate();
            for (before, (position, _)) in lacks {
                assert!(*position >= signature.required(), "{kind}");
                assert!(*position <= signature.params.len() + before, "{kind}");
            }
            let optional = &signature.params[signature.required()..];
            assert!(optional.iter().all(|param| param.default.is_some()), "{kind}");
            for (i, param) in signature.params.iter().enumerate() {
                let same = |other: &crate::signature::Param| other.name == param.name;
                assert_eq!(signature.params.iter().position(same), Some(i), "{kind}");
            }
        }
    }
}
