//! The arguments of layers by name, one item each, so that editors find them.
//!
//! Their names are PyTorch's. The pages of the [layers](crate::layers) list which layer takes which arguments, in what
//! order and with what defaults; [`words`] are the values that are not numbers.
//!
//! A network does not need to import these items: `padding = same` is always understood.

#![expect(non_upper_case_globals, reason = "these are the names as they are written")]

/// The type of the items of this module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argument(());

macro_rules! arguments {
    ($($(#[$docs:meta])* $name:ident)*) => {
        $($(#[$docs])* pub const $name: crate::arguments::Argument = crate::arguments::Argument(());)*
    };
}

arguments! {
    /// Whether there is a learnable scale and shift per channel.
    affine
    /// Whether the corners of the input and the output are aligned.
    align_corners
    /// The scale of the negative side of `elu` and `celu`; the weight of the neighbours in `lrn`.
    alpha
    /// How `gelu` is computed: `none` for exactly, `tanh` for an approximation.
    approximate
    /// The probability with which `window_attention` drops a weight in training.
    attention_dropout
    /// The exponent of `lrn`; the sharpness of `softplus`.
    beta
    /// Whether a bias is added; for `layernorm`, whether there is a shift beside the scale.
    bias
    /// Whether the last window of a pool may extend past the end of the input.
    ceil_mode
    /// The number of input channels of `blur_pool`. `_`, the default, infers it.
    channels
    /// Whether `layernorm` normalizes the channels at each position instead of the last axes.
    channels_first
    /// The number that `var` subtracts from the number of values before dividing by it.
    correction
    /// Whether an average includes the padding.
    count_include_pad
    /// The step between two taps of a kernel, for all spatial axes or for each.
    dilation
    /// The dim along which a layer works. As in PyTorch, 0 is the batch, and negative ones count from
    /// the end.
    dim
    /// The dim to swap with `dim1`.
    dim0
    /// The dim to swap with `dim0`.
    dim1
    /// For `permute`, the dim of the input for each dim of the output; the dims to flip or roll. 0 is the batch, which
    /// must stay in front.
    dims
    /// The factor by which height and width shrink.
    downscale_factor
    /// The probability with which `attention` or `cross_attention` drops a weight in training, or `window_attention` a
    /// value of its output.
    dropout
    /// The same for `scaled_dot_product_attention`.
    dropout_p
    /// Whether there is a learnable scale and shift per normalized value.
    elementwise_affine
    /// The features of a token. `_`, the default, infers them.
    embed_dim
    /// The last dim to flatten; −1 is the last dim.
    end_dim
    /// Added to a variance for stability, also to that of standardized weights; the smallest norm that `normalize`
    /// divides by.
    eps
    /// The exponent of `pow`.
    exponent
    /// The factor of `scale`.
    factor
    /// The number of features of a token of `relative_attention`. May be `_`.
    feat_dim
    /// The size of the window of `blur_pool`, along all axes.
    filt_size
    /// Whether the tensor of `layer_scale` is stored without axes of size 1.
    flat
    /// Whether each kernel of standardized weights has a learnable factor.
    gain
    /// The number by which each `gain` is multiplied.
    gamma
    /// The number of groups, which must divide the channels.
    groups
    /// The number of features of a head of `relative_attention`, which must divide the features of a token.
    head_dim
    /// The number of input channels, the first size of the input. May be `_`.
    in_channels
    /// The number of input values: all of them for `fc`, the last size for `linear`. May be `_`.
    in_features
    /// The initial value of a `parameter` or `buffer`; the mean, if there is a standard deviation.
    init
    /// Whether a query of `scaled_dot_product_attention` sees only the keys up to its own position.
    is_causal
    /// The number that `lrn` adds to its denominator.
    k
    /// Whether reduced dims are kept with a size of 1.
    keepdim
    /// The size of a window, for all spatial axes or for each: `3` or `(3, 5)`.
    kernel_size
    /// By how much `softshrink` moves values towards 0; the magnitude below which `hardshrink` returns 0.
    lambd
    /// The smallest slope of the negative side of `rrelu`.
    lower
    /// The upper bound of `clamp`.
    max
    /// The number of tokens in a window of `relative_attention`. `_`, the default, infers it.
    max_seq_len
    /// The upper bound of `hardtanh`.
    max_val
    /// The lower bound of `clamp`.
    min
    /// The lower bound of `hardtanh`.
    min_val
    /// How `pad` fills the margin, or how `upsample` interpolates: a word.
    mode
    /// The weight of a new batch in the running statistics.
    momentum
    /// The slope of the negative side.
    negative_slope
    /// The exponent of `lp_pool`.
    norm_type
    /// The sizes of the last axes, over which values are normalized. `_` stands for all axes.
    normalized_shape
    /// The number of channels. `_`, the default, infers it.
    num_channels
    /// The number of channels. `_`, the default, infers it.
    num_features
    /// The number of groups of channels, which must divide the channels.
    num_groups
    /// The number of heads of an attention layer, which must divide the features.
    num_heads
    /// The number of learnable slopes: 1, or one per channel.
    num_parameters
    /// The offset of `shift`.
    offset
    /// The number of output channels.
    out_channels
    /// The number of output values.
    out_features
    /// The size that a transposed convolution adds to the end of each axis of its output.
    output_padding
    /// The size of each axis of the output; `_` keeps the size of an axis.
    output_size
    /// The probability with which a value, a channel or a sample is dropped; the order of a norm.
    p
    /// The values of the padding of `blur_pool`: a word.
    pad_mode
    /// The padding on both sides of each spatial axis; `same` keeps the sizes. For `pad`, two values per axis, starting
    /// with the last axis.
    padding
    /// The values of the padding of `conv`: a word.
    padding_mode
    /// Whether the last linear layer of `window_attention` has a bias.
    proj_bias
    /// Whether the queries, keys and values of `window_attention` have a bias.
    qkv_bias
    /// The channels or positions to keep, `a..b`.
    range
    /// The factor of the scores of `scaled_dot_product_attention`.
    scale
    /// The factor by which each spatial axis grows; a fraction may make it smaller.
    scale_factor
    /// The sizes of the output, without the batch. One size of `reshape` may be `_`.
    shape
    /// By how many positions the windows of `window_attention` are shifted, along both axes or along each.
    shift_size
    /// By how many positions `roll` moves each of its dims.
    shifts
    /// The size of each axis of the output of `upsample`; the number of channels that `lrn` sums over.
    size
    /// Whether weights are divided by their largest singular value; `legacy` uses the names of
    /// `torch.nn.utils.spectral_norm`.
    spectral_norm
    /// The first dim to flatten; 1 is the first dim after the batch.
    start_dim
    /// The standard deviation of the initial values of a `parameter`.
    std
    /// The step from one position of a `slice` to the next.
    step
    /// The shape of a `parameter` or `buffer` in the `state_dict`, if it differs.
    stored
    /// The step between two windows, for all spatial axes or for each. For pools, it defaults to the kernel size.
    stride
    /// The value above which `softplus` and `threshold` pass values on.
    threshold
    /// Whether running statistics are kept.
    track_running_stats
    /// The sizes into which `unflatten` splits a dim. One of them may be `_`.
    unflattened_size
    /// The largest slope of the negative side of `rrelu`.
    upper
    /// The factor by which height and width grow.
    upscale_factor
    /// The result of `threshold` for values that do not exceed the threshold.
    value
    /// Whether the lengths and directions of weights are stored separately; `legacy` uses the names of
    /// `torch.nn.utils.weight_norm`.
    weight_norm
    /// Whether the weights of each kernel get a mean of 0 and a variance of 1.
    weight_standardization
    /// Height and width of the windows of `window_attention`: `7` or `(7, 5)`.
    window_size
}

/// Values that are words.
pub mod words {
    arguments! {
        /// `padding`: keeps every size, at stride 1.
        same
        /// `padding`: what makes an axis of I one of `⌈I / S⌉`, the larger half at its end.
        same_upper
        /// `padding`: what makes an axis of I one of `⌈I / S⌉`, the larger half at its beginning.
        same_lower
        /// `padding`: none.
        valid
        /// Pads with zeros.
        zeros
        /// Pads with the values mirrored at the edge, without repeating the edge.
        reflect
        /// Pads with the value at the edge.
        replicate
        /// Pads with the values from the other end.
        circular
        /// `mode` of `upsample`: the nearest value.
        nearest
        /// `mode` of `upsample`, in 1-D: linear interpolation.
        linear
        /// `mode` of `upsample`, in 2-D: linear interpolation along both axes.
        bilinear
        /// `mode` of `upsample`, in 2-D: cubic interpolation along both axes.
        bicubic
        /// `mode` of `upsample`, in 3-D: linear interpolation along all axes.
        trilinear
        /// `weight_norm` and `spectral_norm`: those of `torch.nn.utils`, not of its `parametrizations`.
        legacy
        /// `approximate` of `gelu`: the exact function.
        none
        /// `approximate` of `gelu`: an approximation with `tanh`.
        tanh
    }
}
