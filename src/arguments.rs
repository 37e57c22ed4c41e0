//! The arguments of layers by name, one item each, so that editors find them.
//!
//! They are PyTorch's. Which layer takes which, in what order and with what defaults, stands on the
//! pages of the [keywords](crate::layers); [`words`] are values that are no numbers.
//!
//! A network does not name these items: `padding = same` is always understood.

#![expect(non_upper_case_globals, reason = "these are the names as they are written")]

/// What the items of this module are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argument(());

macro_rules! arguments {
    ($($(#[$docs:meta])* $name:ident)*) => {
        $($(#[$docs])* pub const $name: crate::arguments::Argument = crate::arguments::Argument(());)*
    };
}

arguments! {
    /// Whether there is a learned factor and offset per channel.
    affine
    /// Whether the outermost values of input and output are at the same place.
    align_corners
    /// How steep the negative side of `elu` and `celu` is; how much `lrn` weighs the neighbours.
    alpha
    /// How `gelu` is computed: `none`, exactly, or `tanh`, nearly.
    approximate
    /// The exponent of `lrn`; how sharp the bend of `softplus` is.
    beta
    /// Whether a bias is added; whether `layernorm` has offsets, if it has factors.
    bias
    /// Whether the last window of a pool may hang over the end of its input.
    ceil_mode
    /// The channels that arrive. `_`, the default, infers them.
    channels
    /// Whether `layernorm` normalises the channels at each position, and not the last axes.
    channels_first
    /// What is subtracted from the number of values before it divides, in `var`.
    correction
    /// Whether the padding counts as values of an average.
    count_include_pad
    /// The steps between two taps of a kernel, for all spatial axes or for each.
    dilation
    /// The dim along which a layer works. As in PyTorch, 0 is the batch, and negative ones count from
    /// the end.
    dim
    /// The dim that is swapped with `dim1`.
    dim0
    /// The dim that is swapped with `dim0`.
    dim1
    /// For each dim of the output of `permute` the dim of the input; the dims that are flipped or rolled. 0 is the
    /// batch, which stays in front.
    dims
    /// By how much height and width shrink.
    downscale_factor
    /// The probability of a weight of `attention` to be dropped, in training.
    dropout
    /// Whether each value that is normalised has a learned factor and offset.
    elementwise_affine
    /// The features of a token. `_`, the default, infers them.
    embed_dim
    /// The last dim that is flattened; −1 is the last one there is.
    end_dim
    /// What is added to a variance before it divides, also to that of standardized weights; the least norm that
    /// `normalize` divides by.
    eps
    /// The power of `pow`.
    exponent
    /// What `scale` multiplies with.
    factor
    /// The size of the window of `blur_pool`, along all axes.
    filt_size
    /// Whether the factors of `layer_scale` are stored as one row, without axes of size 1.
    flat
    /// Whether each kernel of standardized weights has a learned factor.
    gain
    /// A number that multiplies each `gain`.
    gamma
    /// The blocks that channels are split into; they divide the channels.
    groups
    /// The channels that arrive: the first size of the input. May be `_`.
    in_channels
    /// The values that arrive: all of them for `fc`, the last size for `linear`. May be `_`.
    in_features
    /// What a new `parameter` or `buffer` is filled with; the mean, if it has a standard deviation.
    init
    /// What `lrn` adds before it divides.
    k
    /// Whether dims that are taken together stay, with a size of 1.
    keepdim
    /// The size of a window, for all spatial axes or for each: `3` or `(3, 5)`.
    kernel_size
    /// By how much `softshrink` moves values towards 0; what values of `hardshrink` have to exceed.
    lambd
    /// The least slope of the negative side of `rrelu`.
    lower
    /// The largest value that leaves `clamp`.
    max
    /// The largest value that leaves `hardtanh`.
    max_val
    /// The least value that leaves `clamp`.
    min
    /// The least value that leaves `hardtanh`.
    min_val
    /// What is put around the input by `pad`, or how `upsample` makes values: a word.
    mode
    /// The weight of a new batch in the running statistics.
    momentum
    /// The slope of the negative side.
    negative_slope
    /// The exponent of `lp_pool`.
    norm_type
    /// The sizes of the last axes, which are normalised together. `_` are all of them.
    normalized_shape
    /// The channels that arrive. `_`, the default, infers them.
    num_channels
    /// The channels that arrive. `_`, the default, infers them.
    num_features
    /// The groups that channels are normalised in; they divide the channels.
    num_groups
    /// The heads of `attention`; they divide its features.
    num_heads
    /// The learned slopes: 1, or one per channel.
    num_parameters
    /// What `shift` adds.
    offset
    /// The channels that leave.
    out_channels
    /// The values that leave.
    out_features
    /// What a transposed convolution adds after the end of each axis of its output.
    output_padding
    /// The size of each axis of the output; in an adaptive pool `_` keeps one.
    output_size
    /// The probability of a value, a channel or a sample to be dropped; the exponent of a norm.
    p
    /// What the padding of `blur_pool` is filled with: a word.
    pad_mode
    /// What is added on both sides of each spatial axis; `same` keeps the sizes. For `pad`, two
    /// values per axis, from the last axis inwards.
    padding
    /// What the padding of `conv` is filled with: a word.
    padding_mode
    /// The channels or positions that are kept, `a..b`.
    range
    /// By how much each spatial axis grows; a fraction may make it smaller.
    scale_factor
    /// The sizes of what leaves, without the batch axis. One size of `reshape` may be `_`.
    shape
    /// By how many positions `roll` moves each of its dims.
    shifts
    /// The size of each axis of the output of `upsample`; the neighbours that `lrn` looks at.
    size
    /// The first dim that is flattened; 1 is the first one after the batch.
    start_dim
    /// The standard deviation of the values of a new `parameter`.
    std
    /// From one position of a `slice` to the next.
    step
    /// The shape of the tensor of a `parameter` or a `buffer`, if it is another one.
    stored
    /// The steps between two windows, for all spatial axes or for each. That of a pool is its
    /// kernel, unless one is given.
    stride
    /// Above which `softplus` and `threshold` pass values on.
    threshold
    /// Whether running statistics are kept.
    track_running_stats
    /// The sizes that `unflatten` makes of one. One of them may be `_`.
    unflattened_size
    /// The largest slope of the negative side of `rrelu`.
    upper
    /// By how much height and width grow.
    upscale_factor
    /// What leaves `threshold` below its threshold.
    value
    /// Whether lengths and directions of weights are stored apart; `legacy` under the names of
    /// `torch.nn.utils.weight_norm`.
    weight_norm
    /// Whether the weights of each kernel get a mean of 0 and a variance of 1.
    weight_standardization
}

/// Values that are words.
pub mod words {
    arguments! {
        /// `padding`: what keeps every size, at stride 1.
        same
        /// `padding`: what makes an axis of I one of `⌈I / S⌉`, the larger half at its end.
        same_upper
        /// `padding`: what makes an axis of I one of `⌈I / S⌉`, the larger half at its beginning.
        same_lower
        /// `padding`: none.
        valid
        /// What is padded with: zeros.
        zeros
        /// What is padded with: the values mirrored at the edge, which is not repeated.
        reflect
        /// What is padded with: the value at the edge.
        replicate
        /// What is padded with: the values from the other end.
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
        /// `weight_norm`: that of `torch.nn.utils.weight_norm`.
        legacy
        /// `approximate` of `gelu`: the exact function.
        none
        /// `approximate` of `gelu`: an approximation with `tanh`.
        tanh
    }
}
