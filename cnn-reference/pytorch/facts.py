"""Asks PyTorch what single layers make of a batch of two: makes layers.json.

Inputs, weights and statistics are made by the formula of `generate`, so only the outputs are stored.
Everything runs in f64 and in eval mode.

usage: python facts.py
"""

import json
import math
import pathlib

import torch
from torch import nn
from torchvision.models.maxvit import RelativePositionalMultiHeadAttention
from torchvision.models.swin_transformer import ShiftedWindowAttention, ShiftedWindowAttentionV2
from torchvision.ops import FrozenBatchNorm2d

HERE = pathlib.Path(__file__).parent
CASES = []


def case(shape, *layers):
    """A case of layers on an input of this shape, without the batch."""
    CASES.append({"input": list(shape), "layers": [dict(layer) for layer in layers]})


def layer(op, takes=None, **args):
    return {"op": op, **({"takes": takes} if takes else {}), **args}


def one(size, op, /, **args):
    case(size, layer(op, **args))


def convolutions():
    one([3, 9], "conv", in_channels=3, out_channels=4, kernel_size=3)
    one([4, 10], "conv", in_channels=4, out_channels=6, kernel_size=4, stride=3, padding=2, dilation=2, groups=2)
    one([4, 8], "conv", in_channels=4, out_channels=4, kernel_size=3, padding="same", groups=4, bias=False)
    one([2, 7], "conv", in_channels=2, out_channels=3, kernel_size=4, padding="same")
    one([2, 9], "conv", in_channels=2, out_channels=3, kernel_size=4, dilation=3, padding="same")
    one([3, 7, 6], "conv", in_channels=3, out_channels=4, kernel_size=3)
    one([3, 7, 5], "conv", in_channels=3, out_channels=2, kernel_size=[3, 2], stride=[2, 1], padding=[1, 0])
    one([4, 9, 8], "conv", in_channels=4, out_channels=6, kernel_size=3, stride=2, padding=[2, 1], dilation=[2, 1], groups=2)
    one([4, 5, 6], "conv", in_channels=4, out_channels=8, kernel_size=3, padding=1, groups=4, bias=False)
    one([2, 6, 5], "conv", in_channels=2, out_channels=3, kernel_size=[4, 3], padding="same", dilation=[1, 2])
    one([2, 5, 4], "conv", in_channels=2, out_channels=2, kernel_size=[2, 6], padding="same", groups=2)
    one([3, 6, 6], "conv", in_channels=3, out_channels=2, kernel_size=5, stride=4, padding=4)
    one([3, 5, 5], "conv", in_channels=3, out_channels=6, kernel_size=1, stride=2, groups=3)
    one([2, 4, 5], "conv", in_channels=2, out_channels=3, kernel_size=3, padding="valid")
    one([2, 4, 5, 3], "conv", in_channels=2, out_channels=2, kernel_size=[2, 3, 2])
    one([4, 5, 4, 6], "conv", in_channels=4, out_channels=6, kernel_size=3, stride=[2, 1, 3], padding=[1, 2, 0], dilation=[2, 1, 1], groups=2)
    one([2, 3, 4, 3], "conv", in_channels=2, out_channels=2, kernel_size=[2, 3, 4], padding="same", groups=2, bias=False)
    for mode in "reflect", "replicate", "circular":
        one([2, 5], "conv", in_channels=2, out_channels=3, kernel_size=4, padding=2, padding_mode=mode)
        one([4, 6, 5], "conv", in_channels=4, out_channels=4, kernel_size=[3, 5], stride=[2, 1], padding=[1, 3], groups=2, padding_mode=mode)
        one([2, 5, 4], "conv", in_channels=2, out_channels=3, kernel_size=[2, 4], padding="same", bias=False, padding_mode=mode)
        one([1, 3, 4, 3], "conv", in_channels=1, out_channels=2, kernel_size=[2, 3, 4], stride=2, padding=[1, 2, 1], padding_mode=mode)
    for same in "same_upper", "same_lower":
        one([2, 10], "conv", in_channels=2, out_channels=3, kernel_size=4, stride=3, padding=same)
        one([2, 3], "conv", in_channels=2, out_channels=2, kernel_size=1, stride=2, padding=same, groups=2)
        one([3, 8, 7], "conv", in_channels=3, out_channels=2, kernel_size=[3, 2], stride=[2, 3], dilation=[1, 2], padding=same)
        one([4, 7, 6], "conv", in_channels=4, out_channels=4, kernel_size=5, stride=2, groups=4, padding=same, padding_mode="reflect")
        one([2, 4, 5, 6], "conv", in_channels=2, out_channels=2, kernel_size=[2, 3, 4], stride=[1, 2, 3], padding=same)
    for gain in {}, {"gain": True}, {"gain": True, "gamma": 1.7}:
        one([2, 7], "conv", in_channels=2, out_channels=3, kernel_size=3, weight_standardization=True, **gain)
        one([4, 5, 6], "conv", in_channels=4, out_channels=6, kernel_size=[3, 2], stride=2, groups=2, bias=False, weight_standardization=True, eps=0.25, **gain)
        one([3, 5, 6], "conv", in_channels=3, out_channels=3, kernel_size=3, stride=2, padding="same_upper", groups=3, weight_standardization=True, **gain)
        one([2, 3, 4, 3], "conv", in_channels=2, out_channels=2, kernel_size=2, padding=1, padding_mode="replicate", weight_standardization=True, eps=1e-8, **gain)
    for norm in True, "legacy":
        one([2, 7], "conv", in_channels=2, out_channels=3, kernel_size=3, dilation=2, weight_norm=norm)
        one([4, 5, 6], "conv", in_channels=4, out_channels=6, kernel_size=[3, 2], groups=2, bias=False, weight_norm=norm)
        one([4, 5, 6], "conv", in_channels=4, out_channels=4, kernel_size=3, padding="same_lower", groups=4, weight_norm=norm)
        one([2, 3, 4, 3], "conv", in_channels=2, out_channels=2, kernel_size=2, weight_norm=norm)
        one([4, 5], "conv_transpose", in_channels=4, out_channels=6, kernel_size=4, stride=3, groups=2, weight_norm=norm)
        one([3, 4, 3], "conv_transpose", in_channels=3, out_channels=2, kernel_size=2, bias=False, weight_norm=norm)
        one([3, 5], "linear", in_features=5, out_features=4, weight_norm=norm)
        one([2, 3, 4], "fc", in_features=24, out_features=5, bias=False, weight_norm=norm)
    for norm in True, "legacy":
        one([2, 7], "conv", in_channels=2, out_channels=3, kernel_size=3, dilation=2, spectral_norm=norm)
        one([4, 5, 6], "conv", in_channels=4, out_channels=6, kernel_size=[3, 2], groups=2, bias=False, spectral_norm=norm)
        one([4, 5, 6], "conv", in_channels=4, out_channels=4, kernel_size=3, padding="same_lower", groups=4, spectral_norm=norm)
        one([2, 3, 4, 3], "conv", in_channels=2, out_channels=3, kernel_size=2, spectral_norm=norm)
        one([4, 5], "conv_transpose", in_channels=4, out_channels=6, kernel_size=4, stride=3, groups=2, spectral_norm=norm)
        one([3, 4, 3], "conv_transpose", in_channels=3, out_channels=2, kernel_size=2, bias=False, spectral_norm=norm)
        one([2, 3, 2, 2], "conv_transpose", in_channels=2, out_channels=3, kernel_size=[2, 1, 3], spectral_norm=norm)
        one([3, 5], "linear", in_features=5, out_features=4, spectral_norm=norm)
        one([2, 3, 4], "fc", in_features=24, out_features=5, bias=False, spectral_norm=norm)
    one([3, 5], "conv_transpose", in_channels=3, out_channels=2, kernel_size=3)
    one([4, 4], "conv_transpose", in_channels=4, out_channels=6, kernel_size=4, stride=3, padding=2, output_padding=2, groups=2, dilation=2)
    one([3, 4, 3], "conv_transpose", in_channels=3, out_channels=2, kernel_size=2, stride=2)
    one([3, 4, 3], "conv_transpose", in_channels=3, out_channels=2, kernel_size=[3, 2], stride=[2, 3], padding=[1, 0], output_padding=[1, 2])
    one([4, 3, 4], "conv_transpose", in_channels=4, out_channels=4, kernel_size=3, stride=2, padding=1, output_padding=1, groups=4, bias=False)
    one([4, 3, 2], "conv_transpose", in_channels=4, out_channels=2, kernel_size=3, stride=1, padding=2, dilation=2, groups=2)
    one([2, 3, 3], "conv_transpose", in_channels=2, out_channels=2, kernel_size=2, stride=1, output_padding=1, dilation=2)
    one([2, 2, 3, 2], "conv_transpose", in_channels=2, out_channels=2, kernel_size=2, stride=[1, 2, 2], output_padding=[0, 1, 0])
    one([4, 2, 2, 3], "conv_transpose", in_channels=4, out_channels=2, kernel_size=3, stride=2, padding=[1, 2, 1], dilation=[1, 2, 1], groups=2)


def pools():
    one([3, 10], "maxpool", kernel_size=3)
    one([3, 11], "maxpool", kernel_size=3, stride=2, padding=1, ceil_mode=True)
    one([2, 11], "maxpool", kernel_size=3, stride=3, padding=1, dilation=2)
    one([2, 9, 8], "maxpool", kernel_size=2)
    one([2, 9, 8], "maxpool", kernel_size=3, stride=2, padding=1)
    one([2, 7, 8], "maxpool", kernel_size=[2, 3], stride=[3, 2], padding=[1, 0], ceil_mode=True)
    one([2, 9, 9], "maxpool", kernel_size=3, stride=[1, 2], padding=1, dilation=[2, 3])
    one([2, 10, 7], "maxpool", kernel_size=2, stride=3, ceil_mode=True)
    one([2, 6, 8], "maxpool", kernel_size=3, stride=2, padding=1, dilation=2, ceil_mode=True)
    one([2, 3, 3], "maxpool", kernel_size=4, stride=2, ceil_mode=True)
    one([2, 4, 5, 6], "maxpool", kernel_size=2)
    one([2, 5, 5, 6], "maxpool", kernel_size=[3, 2, 3], stride=[2, 3, 2], padding=[1, 0, 1], ceil_mode=True)
    one([1, 5, 6, 7], "maxpool", kernel_size=2, stride=1, padding=1, dilation=[2, 1, 3])
    one([3, 10], "avgpool", kernel_size=3)
    one([3, 11], "avgpool", kernel_size=3, stride=2, padding=1, ceil_mode=True)
    one([3, 11], "avgpool", kernel_size=4, stride=3, padding=2, count_include_pad=False)
    one([3, 10], "avgpool", kernel_size=4, stride=3, padding=1, ceil_mode=True, count_include_pad=False)
    one([2, 9, 8], "avgpool", kernel_size=2)
    one([2, 9, 8], "avgpool", kernel_size=3, stride=2, padding=1)
    one([2, 9, 8], "avgpool", kernel_size=3, stride=2, padding=1, count_include_pad=False)
    one([2, 10, 8], "avgpool", kernel_size=[3, 2], stride=[2, 3], padding=[1, 1], ceil_mode=True)
    one([2, 10, 8], "avgpool", kernel_size=[3, 2], stride=[2, 3], padding=[0, 1], ceil_mode=True, count_include_pad=False)
    one([2, 3, 5], "avgpool", kernel_size=4, stride=3, ceil_mode=True)
    one([2, 4, 5, 6], "avgpool", kernel_size=2)
    one([2, 5, 5, 6], "avgpool", kernel_size=[3, 2, 3], stride=[2, 3, 2], padding=1, ceil_mode=True)
    one([2, 5, 5, 6], "avgpool", kernel_size=[3, 2, 3], stride=[2, 3, 2], padding=1, ceil_mode=True, count_include_pad=False)
    for same in "same_upper", "same_lower":
        one([3, 10], "maxpool", kernel_size=4, stride=3, padding=same)
        one([2, 8, 7], "maxpool", kernel_size=[3, 2], stride=[2, 1], dilation=[1, 2], padding=same)
        one([2, 5, 6, 4], "maxpool", kernel_size=[2, 3, 2], stride=[1, 2, 3], padding=same, ceil_mode=True)
        for counts in True, False:
            one([3, 10], "avgpool", kernel_size=4, stride=3, padding=same, count_include_pad=counts)
            one([2, 8, 7], "avgpool", kernel_size=[3, 4], stride=2, padding=same, count_include_pad=counts, ceil_mode=True)
            one([2, 5, 6, 4], "avgpool", kernel_size=[2, 3, 4], stride=[1, 2, 3], padding=same, count_include_pad=counts)
    for op in "adaptive_avgpool", "adaptive_maxpool":
        one([3, 7], op, output_size=3)
        one([3, 4], op, output_size=9)
        one([3, 7, 5], op, output_size=1)
        one([2, 7, 8], op, output_size=[3, 5])
        one([2, 4, 9], op, output_size=[6, 4])
        one([2, 7, 5], op, output_size=[None, 3])
        one([2, 4, 5, 6], op, output_size=[3, 2, 4])
        one([3, 3, 5, 4], op, output_size=1)
        one([2, 2, 3, 4], op, output_size=[3, None, 2])


def norms_and_blurs():
    for p in 2.0, 4.0:
        one([3, 9], "lp_pool", norm_type=p, kernel_size=3)
        one([2, 7, 8], "lp_pool", norm_type=p, kernel_size=[2, 3], stride=[3, 2], ceil_mode=True)
        one([2, 4, 5, 6], "lp_pool", norm_type=p, kernel_size=2, stride=[1, 2, 3])
    case([3, 9], layer("abs"), layer("lp_pool", norm_type=3.0, kernel_size=4, stride=2, ceil_mode=True))
    case([2, 7, 8], layer("abs"), layer("lp_pool", norm_type=1.5, kernel_size=3, stride=1))
    one([3, 9, 8], "blur_pool")
    one([2, 7, 8], "blur_pool", channels=2, filt_size=4, stride=2)
    one([2, 7, 8], "blur_pool", filt_size=5, stride=1)
    one([2, 7, 8], "blur_pool", filt_size=2, stride=3)
    for mode in "replicate", "circular", "zeros":
        one([2, 6, 5], "blur_pool", filt_size=3, stride=2, pad_mode=mode)
        one([2, 6, 5], "blur_pool", filt_size=6, stride=3, pad_mode=mode)
    one([2, 9], "blur_pool", filt_size=4)
    one([2, 4, 5, 6], "blur_pool", filt_size=3, stride=[1, 2, 3])


def columns():
    one([3, 6, 7], "unfold", kernel_size=3)
    one([2, 6, 7], "unfold", kernel_size=[2, 3], dilation=[2, 1], padding=[1, 2], stride=[2, 3])
    one([6, 16], "fold", output_size=[5, 6], kernel_size=[2, 3], stride=1)
    one([8, 6], "fold", output_size=[4, 7], kernel_size=2, stride=2)
    one([12, 9], "fold", output_size=[6, 7], kernel_size=[2, 3], dilation=[2, 1], padding=[1, 2], stride=[2, 3])
    one([27, 16], "fold", output_size=4, kernel_size=3, padding=1)
    case([2, 5, 6], layer("unfold", kernel_size=3, padding=1, stride=2), layer("fold", output_size=[5, 6], kernel_size=3, padding=1, stride=2))


def connected():
    one([5], "linear", in_features=5, out_features=4)
    one([3, 5], "linear", in_features=5, out_features=4, bias=False)
    one([2, 3, 4], "linear", in_features=4, out_features=3)
    one([2, 2, 3, 4], "linear", in_features=4, out_features=2)
    one([6], "fc", in_features=6, out_features=5)
    one([2, 3, 4], "fc", in_features=24, out_features=5)
    one([2, 7], "fc", in_features=14, out_features=3, bias=False)
    one([2, 3, 2, 2], "fc", in_features=24, out_features=3)
    for size in [4], [3, 5], [3, 3, 4], [2, 2, 3, 2]:
        one(size, "layer_scale")
        one(size, "layer_scale", flat=True, dim=-1)


def norms():
    for size in [5], [3, 6], [3, 4, 5], [2, 3, 2, 4]:
        one(size, "batchnorm")
        one(size, "batchnorm", eps=0.25, affine=False)
        one(size, "batchnorm", track_running_stats=False)
    one([3, 4, 5], "batchnorm", affine=False, track_running_stats=False, eps=0.5)
    one([3, 4, 5], "frozen_batchnorm")
    one([2, 3, 1], "frozen_batchnorm", eps=0.25)
    for size in [3, 6], [3, 4, 5], [2, 3, 2, 4]:
        one(size, "instancenorm")
        one(size, "instancenorm", affine=True, eps=0.125)
        one(size, "instancenorm", track_running_stats=True)
    one([3, 4, 5], "instancenorm", affine=True, track_running_stats=True)
    for size in [6], [6, 5], [6, 3, 4], [4, 2, 3, 2]:
        one(size, "groupnorm", num_groups=2)
    one([6, 3, 4], "groupnorm", num_groups=3, eps=0.25)
    one([6, 3, 4], "groupnorm", num_groups=6, affine=False)
    one([6, 3, 4], "groupnorm", num_groups=1)
    one([5], "layernorm", normalized_shape=5)
    one([3, 6], "layernorm", normalized_shape=6, eps=0.25)
    one([3, 6], "layernorm", normalized_shape=[3, 6])
    one([3, 4, 5], "layernorm", normalized_shape=[4, 5], elementwise_affine=False)
    one([3, 4, 5], "layernorm", normalized_shape=[3, 4, 5])
    one([2, 3, 2, 4], "layernorm", normalized_shape=[2, 4])
    one([2, 3, 2, 4], "layernorm", normalized_shape=4)
    one([5, 4], "lrn", size=3)
    one([5, 3, 3], "lrn", size=2, alpha=0.5, beta=0.6, k=2.0)
    one([6, 3, 2], "lrn", size=5, alpha=0.3)
    one([3, 3, 2], "lrn", size=7, alpha=0.3, beta=1.0)
    one([4, 2, 3, 2], "lrn", size=4, alpha=0.1)
    one([5], "normalize")
    one([3, 4, 5], "normalize")
    one([3, 4, 5], "layernorm", channels_first=True)
    one([3, 4], "layernorm", normalized_shape=3, eps=0.25, bias=False, channels_first=True)
    one([4, 2, 3, 2], "layernorm", elementwise_affine=False, channels_first=True)
    one([3, 6], "layernorm", normalized_shape=6, bias=False)
    one([5], "rmsnorm", normalized_shape=5)
    one([3, 4, 5], "rmsnorm", normalized_shape=[4, 5], eps=0.25)
    one([3, 4], "rmsnorm", normalized_shape=4, elementwise_affine=False)
    one([3, 4, 5], "grn")
    one([4, 3], "grn", dim=-1, eps=0.25)
    one([2, 3, 2, 4], "grn", dim=2)
    one([3, 4], "normalize", p=3.0, dim=-1)
    one([2, 3, 2, 4], "normalize", p=1.0, dim=2, eps=9.0)


def tokens():
    one([5, 4], "attention", num_heads=1)
    one([3, 8], "attention", num_heads=2)
    one([4, 6], "attention", num_heads=3, bias=False)
    one([1, 6], "attention", num_heads=6, dropout=0.5)
    # Keys and values from another value, of other tokens, with the same and with other features.
    case([4, 6], layer("tanh"), layer("cross_attention", takes=[0, 1], num_heads=3))
    case([4, 6], layer("slice", dim=1, range=[1, 3]), layer("cross_attention", takes=[0, 1], num_heads=2, bias=False))
    case([4, 6], layer("slice", dim=2, range=[1, 5]), layer("cross_attention", takes=[0, 1], num_heads=2))
    case([4, 6], layer("slice", dim=2, range=[0, 4]), layer("cross_attention", takes=[1, 0], num_heads=1, dropout=0.5))
    case([4, 6], layer("slice", dim=2, range=[0, 4]), layer("tanh", takes=[0]), layer("cross_attention", takes=[0, 1, 2], num_heads=3, bias=False))
    attend = "scaled_dot_product_attention"
    case([4, 6], layer("tanh"), layer(attend, takes=[0, 1, 0]))
    case([4, 6], layer("tanh"), layer("slice", takes=[0], dim=2, range=[0, 3]), layer(attend, takes=[0, 1, 2], is_causal=True))
    case([3, 4, 5], layer("slice", dim=2, range=[1, 3]), layer(attend, takes=[0, 1, 1], scale=0.25, dropout_p=0.5))
    case([3, 4, 5], layer("slice", dim=2, range=[1, 3]), layer(attend, takes=[1, 0, 0], is_causal=True))
    case([3, 4, 5], layer("slice", dim=2, range=[1, 3]), layer(attend, takes=[0, 1, 1], is_causal=True))
    case([2, 3, 4, 2], layer("slice", dim=2, range=[1, 2]), layer("tanh", takes=[0]), layer(attend, takes=[2, 1, 0]))


def windows():
    """Attention in windows of images with the channels last, and of tokens that stand in windows."""
    for op in "window_attention", "window_attention_v2":
        one([6, 4, 8], op, embed_dim=8, window_size=2, shift_size=0, num_heads=2)
        one([6, 4, 8], op, embed_dim=8, window_size=2, shift_size=1, num_heads=4)
        one([7, 5, 6], op, embed_dim=6, window_size=[3, 2], shift_size=[1, 0], num_heads=2, qkv_bias=False)
        one([5, 9, 4], op, embed_dim=4, window_size=[6, 4], shift_size=[3, 2], num_heads=1, proj_bias=False)
        one([3, 3, 4], op, embed_dim=4, window_size=3, shift_size=1, num_heads=2, attention_dropout=0.5, dropout=0.5)
    one([3, 4, 6], "relative_attention", feat_dim=6, head_dim=3, max_seq_len=4)
    one([2, 9, 4], "relative_attention", feat_dim=4, head_dim=1, max_seq_len=9)


def values():
    """Tensors that are values."""
    for op in "parameter", "buffer":
        case([3, 4], layer(op, shape=[3, 4]), layer("add", takes=[0, 1]))
        case([3, 2, 2], layer(op, shape=[3, 1, 1], stored=[3]), layer("mul", takes=[0, 1]))
        case([2, 3], layer(op, shape=[1, 3], stored=[1, 1, 3], init=0.5), layer("concat", takes=[1, 0]))
        one([4], op, shape=[2, 3, 1, 2])


def reductions():
    for op in "mean", "sum", "amax", "amin", "var", "norm":
        one([5, 3], op, dim=1)
        one([3, 4, 5], op, dim=[2, 3])
        one([3, 4, 5], op, dim=-3, keepdim=True)
        one([2, 3, 2, 4], op, dim=[-1, 1], keepdim=True)
    one([2, 3], "var", dim=2, correction=0)
    one([3, 4, 5], "norm", p=1.0, dim=[1, 2])
    one([3, 4, 5], "norm", p=3.0, dim=3)


def activations():
    plain = """
        relu relu6 elu leaky_relu selu gelu silu mish sigmoid tanh hardswish hardsigmoid softplus
        celu logsigmoid hardtanh softshrink tanhshrink softsign rrelu
    """
    for op in plain.split():
        one([4, 5], op)
    one([4, 5], "elu", alpha=0.3)
    one([4, 5], "leaky_relu", negative_slope=0.2)
    one([4, 5], "gelu", approximate="tanh")
    one([4, 5], "softplus", beta=2.5, threshold=4.0)
    one([4, 5], "softplus", beta=0.5)
    one([4, 5], "celu", alpha=0.4)
    one([4, 5], "celu", alpha=-1.5)
    one([4, 5], "hardtanh", min_val=-0.5, max_val=2.5)
    one([4, 5], "softshrink", lambd=0.0)
    one([4, 5], "softshrink", lambd=1.5)
    one([4, 5], "threshold", threshold=0.75, value=-3.0)
    one([4, 5], "threshold", threshold=-2.0, value=0.5)
    one([4, 5], "rrelu", lower=0.25, upper=0.75)
    one([3, 2, 3], "gelu")
    one([4, 5], "hardshrink")
    one([4, 5], "hardshrink", lambd=2.0)
    one([4, 5], "scale", factor=0.2)
    one([3, 2, 3], "shift", offset=-1.5)
    for exponent in 2.0, 3.0, -1.0, 0.0:
        one([4, 5], "pow", exponent=exponent)
    case([4, 5], layer("abs"), layer("pow", exponent=1.7))
    case([4, 5], layer("abs"), layer("sqrt"))
    case([4, 5], layer("abs"), layer("shift", offset=0.25), layer("log"))
    one([4, 5], "exp")
    one([4, 5], "abs")
    one([4, 5], "clamp", min=-0.5)
    one([4, 5], "clamp", max=0.75)
    one([2, 3, 4], "clamp", min=-0.5, max=2.5)
    for op in "softmax", "log_softmax":
        one([5], op, dim=1)
        one([3, 4], op, dim=2)
        one([3, 2, 4], op, dim=1)
        one([3, 2, 4], op, dim=-1)
        one([2, 3, 2, 2], op, dim=-3)
    one([6], "glu")
    one([3, 4], "glu")
    one([4, 3, 2], "glu", dim=1)
    one([2, 4, 3], "glu", dim=2)
    one([2, 3, 2, 4], "glu", dim=-1)
    one([4], "prelu")
    one([4], "prelu", num_parameters=4)
    one([3, 5], "prelu", num_parameters=3)
    one([3, 3, 4], "prelu", num_parameters=3)
    one([2, 2, 3, 2], "prelu", num_parameters=2)
    one([3, 4], "dropout", p=0.3)
    one([3, 4], "stochastic_depth", p=0.3)
    one([3, 2, 4], "feature_dropout", p=0.3)
    one([3, 4], "alpha_dropout", p=0.3)
    one([3, 2, 4], "feature_alpha_dropout", p=0.3)
    one([3, 4], "identity")


def arrangements():
    one([2, 3, 4], "flatten")
    one([2, 3, 4], "flatten", start_dim=2)
    one([2, 3, 2, 2], "flatten", start_dim=1, end_dim=2)
    one([2, 3, 2, 2], "flatten", start_dim=2, end_dim=-2)
    one([2, 3], "permute", dims=[0, 2, 1])
    one([2, 3, 4], "permute", dims=[0, 2, 3, 1])
    one([2, 3, 2, 4], "permute", dims=[0, -1, 2, 1, 3])
    one([5], "channels", range=[1, 4])
    one([5, 3], "channels", range=[0, 2])
    one([4, 2, 3], "channels", range=[2, 4])
    one([8, 2, 3], "pixel_shuffle", upscale_factor=2)
    one([9, 2, 1], "pixel_shuffle", upscale_factor=3)
    one([2, 8, 2, 3], "pixel_shuffle", upscale_factor=2)
    one([2, 4, 6], "pixel_unshuffle", downscale_factor=2)
    one([2, 2, 4, 2], "pixel_unshuffle", downscale_factor=2)
    one([6, 3], "channel_shuffle", groups=2)
    one([6, 2, 3], "channel_shuffle", groups=3)
    one([4, 2, 2, 2], "channel_shuffle", groups=2)
    one([2, 3, 4], "reshape", shape=[4, 6])
    one([2, 3, 4], "reshape", shape=[3, None])
    one([12], "reshape", shape=[2, None, 1, 3])
    one([6, 4], "unflatten", dim=1, unflattened_size=[2, 3])
    one([2, 12], "unflatten", dim=-1, unflattened_size=[3, None, 2])
    one([3, 1, 4], "squeeze", dim=2)
    one([1, 4, 1, 1], "squeeze", dim=[-1, 1])
    one([3, 4], "unsqueeze", dim=1)
    one([3, 4], "unsqueeze", dim=-1)
    one([5], "unsqueeze", dim=2)
    one([3, 4, 5], "transpose", dim0=1, dim1=3)
    one([3, 4], "transpose", dim0=-1, dim1=-2)
    one([5, 3], "slice", dim=1, range=[1, 4])
    one([3, 9, 8], "slice", dim=3, range=[1, 8], step=3)
    one([2, 3, 4, 5], "slice", dim=-2, range=[0, 3], step=2)
    one([4, 3], "flip", dims=1)
    one([3, 4, 5], "flip", dims=[2, -1])
    one([3, 5], "roll", shifts=2, dims=2)
    one([3, 4, 5], "roll", shifts=[-1, 7], dims=[2, 3])


def paddings():
    one([2, 5], "pad", padding=2)
    one([2, 5], "pad", padding=[-1, 3])
    one([2, 3, 4], "pad", padding=1)
    one([2, 3, 4], "pad", padding=[0, 2, -1, 1])
    one([2, 3, 4], "pad", padding=[1, 2])
    one([1, 2, 3, 2], "pad", padding=[1, 0, -1, 2, 0, 1])
    for mode in "reflect", "replicate", "circular":
        one([2, 5], "pad", padding=2, mode=mode)
        one([2, 5], "pad", padding=[3, -1], mode=mode)
        one([2, 5], "pad", padding=[-2, 1], mode=mode)
        one([2, 3, 4], "pad", padding=[1, 2, 2, 0], mode=mode)
        one([2, 4, 4], "pad", padding=[-1, 2, 1, -2], mode=mode)
        one([1, 3, 2, 3], "pad", padding=[1, 2, 1, 0, 2, 1], mode=mode)


def upsamplings():
    one([2, 5], "upsample", scale_factor=3)
    one([2, 5], "upsample", size=7)
    one([2, 7], "upsample", size=4)
    one([2, 3, 4], "upsample", scale_factor=2)
    one([2, 3, 4], "upsample", scale_factor=[1, 3])
    one([2, 3, 5], "upsample", size=[7, 3])
    one([2, 2, 3, 2], "upsample", scale_factor=2)
    one([1, 3, 2, 4], "upsample", size=[4, 5, 3])
    for align in False, True:
        one([2, 5], "upsample", scale_factor=3, mode="linear", align_corners=align)
        one([2, 5], "upsample", size=8, mode="linear", align_corners=align)
        one([2, 9], "upsample", size=4, mode="linear", align_corners=align)
        one([2, 3, 4], "upsample", scale_factor=2, mode="bilinear", align_corners=align)
        one([2, 3, 5], "upsample", size=[7, 3], mode="bilinear", align_corners=align)
        one([2, 3, 2], "upsample", scale_factor=[3, 1], mode="bilinear", align_corners=align)
        one([2, 3, 4], "upsample", scale_factor=2, mode="bicubic", align_corners=align)
        one([2, 5, 4], "upsample", size=[3, 7], mode="bicubic", align_corners=align)
        one([2, 2, 3, 2], "upsample", scale_factor=2, mode="trilinear", align_corners=align)
        one([1, 3, 2, 4], "upsample", size=[4, 5, 3], mode="trilinear", align_corners=align)
    one([2, 3, 4], "upsample", size=[1, 1], mode="bilinear", align_corners=True)
    one([2, 5], "upsample", scale_factor=1.5)
    one([2, 7], "upsample", scale_factor=0.4)
    one([2, 3, 5], "upsample", scale_factor=[2.25, 1.75])
    one([2, 3, 5], "upsample", scale_factor=[1.3, 2.1])
    one([1, 3, 5, 2], "upsample", scale_factor=[1.5, 0.75, 2.2])
    for align in False, True:
        one([2, 5], "upsample", scale_factor=2.5, mode="linear", align_corners=align)
        one([2, 7], "upsample", scale_factor=0.4, mode="linear", align_corners=align)
        one([2, 3, 5], "upsample", scale_factor=[1.5, 1.25], mode="bilinear", align_corners=align)
        one([2, 4, 5], "upsample", scale_factor=[1.3, 0.7], mode="bicubic", align_corners=align)
        one([1, 3, 2, 4], "upsample", scale_factor=[1.5, 2, 0.6], mode="trilinear", align_corners=align)


def joins():
    pool = layer("adaptive_avgpool", output_size=1)
    for op in "add", "mul":
        case([3, 4], layer("tanh"), layer(op, takes=[1, 0]))
        case([3, 2, 4], pool, layer(op, takes=[0, 1]))
        case([3, 2, 4], pool, layer(op, takes=[1, 0]))
        case([3, 4], layer("channels", range=[0, 1]), layer(op, takes=[0, 1]))
    case([3, 4], layer("tanh"), layer("relu", takes=[0]), layer("add", takes=[0, 1, 2]))
    case([3], layer("tanh"), layer("concat", takes=[1, 0]))
    case([3, 4], layer("tanh"), layer("concat", takes=[0, 1, 0]))
    case([3, 2, 4], layer("channels", range=[1, 2]), layer("concat", takes=[0, 1]))
    case([2, 2, 2, 2], layer("tanh"), layer("concat", takes=[1, 0]))
    case([3, 4], layer("slice", dim=2, range=[1, 3]), layer("concat", takes=[1, 0, 1], dim=2))
    case([2, 3, 4], layer("tanh"), layer("concat", takes=[0, 1], dim=-1))
    case([2, 3, 4], layer("slice", dim=2, range=[0, 2]), layer("concat", takes=[0, 1], dim=-2))
    case([2, 3, 2, 2], layer("slice", dim=4, range=[1, 2]), layer("concat", takes=[1, 0], dim=4))
    for op in "sub", "div", "max", "min":
        case([3, 2, 2], layer("tanh"), layer(op, takes=[0, 1]))
        case([3, 4], layer("mean", dim=1, keepdim=True), layer(op, takes=[1, 0]))
        case([3, 4], layer("tanh"), layer("relu", takes=[0]), layer("shift", offset=1.5), layer(op, takes=[0, 1, 3]))
    case([3, 4], layer("transpose", dim0=1, dim1=2), layer("matmul", takes=[0, 1]))
    case([2, 3, 4], layer("mean", dim=1, keepdim=True), layer("transpose", dim0=2, dim1=3), layer("matmul", takes=[0, 2]))
    case([2, 3, 4, 2], layer("reshape", shape=[2, 3, 2, 4]), layer("matmul", takes=[1, 0]))


def generate(salt, sizes):
    count = torch.Size(sizes).numel()
    values = [((i * 7919 + salt * 104729) % 2039 - 1019) / 1024 for i in range(count)]
    return torch.tensor(values, dtype=torch.float64).reshape(sizes)


class LayerScale(nn.Module):
    def __init__(self, size, dim=1, flat=False):
        super().__init__()
        dim = dim % (len(size) + 1)
        self.spread = [size[dim - 1], *[1] * (len(size) - dim)]
        self.layer_scale = nn.Parameter(torch.ones(self.spread[:1] if flat else self.spread))

    def forward(self, x):
        return self.layer_scale.reshape(self.spread) * x


class ChannelNorm(nn.LayerNorm):
    """torchvision's LayerNorm2d, for any number of axes."""

    def forward(self, x):
        return super().forward(x.movedim(1, -1)).movedim(-1, 1)


class GlobalResponseNorm(nn.Module):
    """timm's GlobalResponseNorm, with the channels along any dim."""

    def __init__(self, size, dim=1, eps=1e-6):
        super().__init__()
        self.dim, self.eps = dim % (len(size) + 1), eps
        self.spread = [size[self.dim - 1], *[1] * (len(size) - self.dim)]
        self.weight = nn.Parameter(torch.zeros(self.spread[0]))
        self.bias = nn.Parameter(torch.zeros(self.spread[0]))

    def forward(self, x):
        spatial = [dim for dim in range(1, x.dim()) if dim != self.dim]
        norm = x.norm(p=2, dim=spatial, keepdim=True)
        norm = norm / (norm.mean(dim=self.dim, keepdim=True) + self.eps)
        weight, bias = self.weight.reshape(self.spread), self.bias.reshape(self.spread)
        return x + torch.addcmul(bias, weight, x * norm)


class Attention(nn.MultiheadAttention):
    def __init__(self, embed_dim, num_heads, **args):
        super().__init__(embed_dim, num_heads, batch_first=True, **args)

    def forward(self, x):
        return super().forward(x, x, x, need_weights=False)[0]


class CrossAttention(nn.MultiheadAttention):
    def __init__(self, sizes, num_heads, **args):
        features = {"kdim": sizes[1][1], "vdim": sizes[-1][1]}
        super().__init__(sizes[0][1], num_heads, batch_first=True, **features, **args)

    def forward(self, query, key, value=None):
        return super().forward(query, key, key if value is None else value, need_weights=False)[0]


def scaled_dot_product_attention(*values, dropout_p=0.0, **args):
    # The function drops also in eval mode.
    return nn.functional.scaled_dot_product_attention(*values, **args)


def window_attention(kind, embed_dim, window_size, shift_size, **args):
    pair = lambda size: size if isinstance(size, list) else [size, size]
    return kind(embed_dim, pair(window_size), pair(shift_size), **args)


class Value(nn.Module):
    """A tensor that is a value, the same for all samples."""

    def __init__(self, shape, stored=None, init=0.0):
        super().__init__()
        self.shape, self.value = shape, nn.Parameter(torch.full(stored or shape, init))

    def forward(self, x):
        return self.value.reshape(1, *self.shape).expand(len(x), *self.shape)


class BlurPool(nn.Module):
    """timm's BlurPool2d, for any number of axes and a stride of each."""

    def __init__(self, size, channels=None, filt_size=3, stride=2, pad_mode="reflect"):
        super().__init__()
        self.rank, self.channels = len(size) - 1, size[0]
        self.stride = [stride] * self.rank if isinstance(stride, int) else stride
        self.sides = [((s - 1) + (filt_size - 1)) // 2 for s in reversed(self.stride) for _ in range(2)]
        self.mode = "constant" if pad_mode == "zeros" else pad_mode
        row = torch.tensor([math.comb(filt_size - 1, k) for k in range(filt_size)], dtype=torch.float64) / 2 ** (filt_size - 1)
        self.filt = row
        for _ in range(self.rank - 1):
            self.filt = self.filt[..., None] * row

    def forward(self, x):
        x = nn.functional.pad(x, self.sides, mode=self.mode)
        weight = self.filt.expand(self.channels, 1, *self.filt.shape)
        return getattr(nn.functional, f"conv{self.rank}d")(x, weight, stride=self.stride, groups=self.channels)


class Standardized:
    """timm's StdConv2d, and with a gain ScaledStdConv2d, for any number of axes: beside a convolution of PyTorch's."""

    def __init__(self, *args, eps=1e-6, gain=False, gamma=1.0, **more):
        super().__init__(*args, **more)
        self.eps, self.scale, self.gain = eps, gamma * self.weight[0].numel() ** -0.5, None
        if gain:
            self.gain = nn.Parameter(torch.ones_like(self.weight.flatten(1)[:, :1]).reshape(-1, *[1] * (self.weight.dim() - 1)))

    def forward(self, x):
        factor = None if self.gain is None else (self.gain * self.scale).view(-1)
        flat = self.weight.reshape(1, len(self.weight), -1)
        weight = nn.functional.batch_norm(flat, None, None, weight=factor, training=True, momentum=0.0, eps=self.eps)
        return self._conv_forward(x, weight.reshape_as(self.weight), self.bias)


def parametrized(layer, norm, how):
    """With `norm`, `weight_norm` or `spectral_norm`, of the older functions or of the parametrizations."""
    functions = nn.utils if how == "legacy" else nn.utils.parametrizations
    return getattr(functions, norm)(layer) if how else layer


class Same(nn.Module):
    """A layer with a window that pads as TensorFlow does: as many places as strides begin in the input."""

    def __init__(self, layer, rank, padding, mode="zeros"):
        super().__init__()
        self.layer, self.upper, self.mode = layer, padding == "same_upper", mode
        each = lambda name: getattr(layer, name, 1)
        spread = lambda a: [a] * rank if isinstance(a, int) else a
        self.windows = list(zip(*map(spread, map(each, ("kernel_size", "stride", "dilation")))))

    def sides(self, size):
        for length, (kernel, stride, dilation) in zip(reversed(size), reversed(self.windows)):
            padding = max(0, (-(-length // stride) - 1) * stride + dilation * (kernel - 1) + 1 - length)
            less, more = padding // 2, padding - padding // 2
            yield from (less, more) if self.upper else (more, less)

    def padded(self, x, value=0.0):
        sides = list(self.sides(x.shape[2:]))
        if self.mode == "zeros":
            return nn.functional.pad(x, sides, value=value)
        return nn.functional.pad(x, sides, mode=self.mode)

    def forward(self, x):
        if "Max" in type(self.layer).__name__:
            return self.layer(self.padded(x, -torch.inf))
        y = self.layer(self.padded(x))
        if getattr(self.layer, "count_include_pad", True):
            return y
        return y / self.layer(self.padded(torch.ones_like(x)))


class Function(nn.Module):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, *values):
        return self.function(*values)


def total(values, function):
    result = values[0]
    for value in values[1:]:
        result = function(result, value)
    return result


RANKED = {
    "conv": "Conv", "conv_transpose": "ConvTranspose", "maxpool": "MaxPool", "avgpool": "AvgPool",
    "adaptive_avgpool": "AdaptiveAvgPool", "adaptive_maxpool": "AdaptiveMaxPool",
    "batchnorm": "BatchNorm", "instancenorm": "InstanceNorm", "lp_pool": "LPPool",
}
PLAIN = {
    "linear": "Linear", "layernorm": "LayerNorm", "lrn": "LocalResponseNorm", "relu": "ReLU",
    "relu6": "ReLU6", "elu": "ELU", "leaky_relu": "LeakyReLU", "selu": "SELU", "gelu": "GELU",
    "silu": "SiLU", "mish": "Mish", "sigmoid": "Sigmoid", "tanh": "Tanh", "hardswish": "Hardswish",
    "hardsigmoid": "Hardsigmoid", "softplus": "Softplus", "celu": "CELU",
    "logsigmoid": "LogSigmoid", "hardtanh": "Hardtanh", "softshrink": "Softshrink",
    "tanhshrink": "Tanhshrink", "softsign": "Softsign", "threshold": "Threshold", "hardshrink": "Hardshrink", "rmsnorm": "RMSNorm", "unflatten": "Unflatten",
    "rrelu": "RReLU", "softmax": "Softmax",
    "log_softmax": "LogSoftmax", "glu": "GLU", "prelu": "PReLU", "dropout": "Dropout",
    "flatten": "Flatten", "upsample": "Upsample", "pixel_shuffle": "PixelShuffle",
    "pixel_unshuffle": "PixelUnshuffle", "unfold": "Unfold", "fold": "Fold",
    "alpha_dropout": "AlphaDropout", "feature_alpha_dropout": "FeatureAlphaDropout", "channel_shuffle": "ChannelShuffle", "identity": "Identity",
}
FUNCTIONS = {
    "scale": lambda x, factor: x * factor, "shift": lambda x, offset: x + offset, "pow": torch.pow,
    "sqrt": torch.sqrt, "exp": torch.exp, "log": torch.log, "abs": torch.abs, "clamp": torch.clamp,
    "mean": torch.mean, "sum": torch.sum, "amax": torch.amax, "amin": torch.amin, "var": torch.var,
    "norm": lambda x, p=2.0, **args: torch.linalg.vector_norm(x, p, **args),
    "squeeze": torch.squeeze, "unsqueeze": torch.unsqueeze, "transpose": torch.transpose,
    "reshape": lambda x, shape: x.reshape(len(x), *shape), "flip": torch.flip, "roll": torch.roll,
    "slice": lambda x, dim, range, step=1: x.movedim(dim, 0)[slice(*range, step)].movedim(0, dim),
}
PADS = {"reflect": "ReflectionPad", "replicate": "ReplicationPad", "circular": "CircularPad"}


def pad(rank, padding, mode="zeros"):
    if mode != "zeros":
        return getattr(nn, f"{PADS[mode]}{rank}d")(padding)
    whole = [padding] * (2 * rank) if isinstance(padding, int) else padding
    return Function(lambda x: nn.functional.pad(x, whole))


def module(op, sizes, args):
    size = sizes[0]
    rank = len(size) - 1
    for norm in "weight_norm", "spectral_norm":
        if norm in args and op != "fc":
            how = args.pop(norm)
            made = module(op, sizes, args)
            parametrized(made.layer if isinstance(made, Same) else made, norm, how)
            return made
    if op in FUNCTIONS or op == "unflatten":
        # The size that is inferred; a dim of several functions is a list.
        inferred = lambda a: tuple(-1 if size is None else size for size in a) if isinstance(a, list) else a
        args = {name: inferred(a) for name, a in args.items()}
    if op == "flip":
        args = {"dims": args["dims"] if isinstance(args["dims"], tuple) else (args["dims"],)}
    if op == "rmsnorm":
        # What it is for f32, whatever is computed in here.
        args = {"eps": torch.finfo(torch.float32).eps, **args}
    if op in FUNCTIONS:
        return Function(lambda x: FUNCTIONS[op](x, **args))
    if op == "layernorm" and args.get("channels_first"):
        args = {name: a for name, a in args.items() if name not in ("channels_first", "normalized_shape")}
        return ChannelNorm(size[0], **args)
    if op in RANKED:
        if "norm" in op:
            args = {"num_features": size[0], **args}
        args = {name: tuple(a) if isinstance(a, list) else a for name, a in args.items()}
        ranked = getattr(nn, f"{RANKED[op]}{max(rank, 1)}d")
        if args.pop("weight_standardization", False):
            ranked = type("Standardized" + ranked.__name__, (Standardized, ranked), {})
        if args.get("padding") in ("same_upper", "same_lower"):
            padding, mode = args.pop("padding"), args.pop("padding_mode", "zeros")
            return Same(ranked(**args), rank, padding, mode)
        return ranked(**args)
    if op == "upsample" and args.get("mode", "nearest") == "nearest":
        args = {k: v for k, v in args.items() if k != "align_corners"}
    if op in PLAIN:
        args = {name: tuple(a) if isinstance(a, list) else a for name, a in args.items()}
        return getattr(nn, PLAIN[op])(**args)
    return {
        "fc": lambda: nn.Sequential(nn.Flatten(), module("linear", sizes, args)),
        "frozen_batchnorm": lambda: FrozenBatchNorm2d(size[0], **args),
        "groupnorm": lambda: nn.GroupNorm(**{"num_channels": size[0], **args}),
        "grn": lambda: GlobalResponseNorm(size, **args),
        "attention": lambda: Attention(size[1], **args),
        "window_attention": lambda: window_attention(ShiftedWindowAttention, **args),
        "window_attention_v2": lambda: window_attention(ShiftedWindowAttentionV2, **args),
        "relative_attention": lambda: RelativePositionalMultiHeadAttention(**args),
        "cross_attention": lambda: CrossAttention(sizes, **args),
        "scaled_dot_product_attention": lambda: Function(lambda *values: scaled_dot_product_attention(*values, **args)),
        "parameter": lambda: Value(**args),
        "buffer": lambda: Value(**args),
        "layer_scale": lambda: LayerScale(size, **args),
        "normalize": lambda: Function(lambda x: nn.functional.normalize(x, **args)),
        "stochastic_depth": nn.Identity,
        "feature_dropout": lambda: getattr(nn, f"Dropout{max(rank, 1)}d")(**args),
        "blur_pool": lambda: BlurPool(size, **args),
        "pad": lambda: pad(rank, **args),
        "permute": lambda: Function(lambda x: x.permute(args["dims"])),
        "channels": lambda: Function(lambda x: x[:, slice(*args["range"])]),
        "add": lambda: Function(lambda *values: total(values, torch.add)),
        "sub": lambda: Function(lambda *values: total(values, torch.sub)),
        "mul": lambda: Function(lambda *values: total(values, torch.mul)),
        "div": lambda: Function(lambda *values: total(values, torch.div)),
        "max": lambda: Function(lambda *values: total(values, torch.maximum)),
        "min": lambda: Function(lambda *values: total(values, torch.minimum)),
        "matmul": lambda: Function(lambda *values: total(values, torch.matmul)),
        "concat": lambda: Function(lambda *values: torch.cat(values, **{"dim": 1, **args})),
    }[op]()


def run(size, layers):
    salt = 0
    values = [8 * generate(0, [2, *size])]
    for described in layers:
        args = {k: v for k, v in described.items() if k not in ("op", "takes")}
        inputs = [values[i] for i in described.get("takes", [-1])]
        layer = module(described["op"], [list(value.shape[1:]) for value in inputs], args).double().eval()
        state = layer.state_dict()
        for name, tensor in state.items():
            # The index of relative positions is what it is.
            if not name.endswith(("num_batches_tracked", "relative_position_index")):
                salt += 1
                made = generate(salt, list(tensor.shape))
                state[name] = made.abs() + 0.5 if name.endswith("running_var") else made
        layer.load_state_dict(state)
        values.append(layer(*inputs))
    return values[-1]


def main():
    convolutions(), pools(), norms_and_blurs(), columns(), connected(), norms(), activations()
    tokens(), windows(), values(), reductions()
    arrangements(), paddings(), upsamplings(), joins()
    for described in CASES:
        with torch.no_grad():
            output = run(described["input"], described["layers"])
        described["output"] = list(output.shape)
        described["values"] = [float(f"{value:.12g}") for value in output.flatten().tolist()]
    lines = [json.dumps(described, separators=(",", ":")) for described in CASES]
    (HERE / "layers.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")
    print(len(CASES), "cases of", torch.__version__)


if __name__ == "__main__":
    main()
