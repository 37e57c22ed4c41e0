"""Asks PyTorch what random chains over the whole vocabulary make of their inputs: makes vocabulary.json.

Each layer gets arguments for what arrives, and now and then for something else, so that PyTorch refuses
many of the chains. The modules are those of cnn-reference/pytorch/facts.py.

usage: python vocabulary.py
"""

import json
import math
import pathlib
import random
import sys

import torch
from torch.utils.flop_counter import FlopCounterMode

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parents[1] / "cnn-reference" / "pytorch"))
import facts

CHAINS = 2200
LONGEST = 8
BATCH = 7
MOST_AXES = 4
MOST_VALUES = 4000

dice = random.Random(20261128)


# What arguments are made of. A shape is that of a sample; a dim counts the batch, too.

def sometimes(args, chance=0.5):
    return {name: value for name, value in args.items() if dice.random() < chance}


def flag():
    return dice.random() < 0.5


def dim(shape):
    return dice.choice([dice.randint(1, len(shape)), dice.randint(-len(shape), -1)])


def dims(shape):
    chosen = dice.sample(range(1, len(shape) + 1), dice.randint(1, len(shape)))
    signed = [dice.choice([d, d - len(shape) - 1]) for d in chosen]
    return signed[0] if len(signed) == 1 and flag() else signed


def divisor(size):
    return dice.choice([d for d in range(1, size + 1) if size % d == 0])


def split(size):
    """Factors of a size, of which one may be inferred."""
    first = divisor(size)
    factors = [first, size // first]
    dice.shuffle(factors)
    if flag():
        factors[dice.randrange(2)] = None
    return factors


def axes(shape, low, high, whole=True):
    """A number for each spatial axis, or one for all of them."""
    if whole and flag():
        return dice.randint(low, high)
    return [dice.randint(low, high) for _ in shape[1:]]


def number(low, high):
    return round(dice.uniform(low, high), 2)


def same():
    return dice.choice(["same_upper", "same_lower"])


def weight_norm():
    return {"weight_norm": dice.choice([True, "legacy"])} if dice.random() < 0.15 else {}


def weights():
    """How a convolution uses its weights."""
    if dice.random() < 0.8:
        return weight_norm()
    gain = {"gain": True, **sometimes({"gamma": number(0.5, 2)}, 0.3)} if flag() else {}
    return {"weight_standardization": True, **sometimes({"eps": number(0, 1)}, 0.3), **gain}


def conv(shape):
    groups = divisor(shape[0]) if flag() else 1
    args = {
        "in_channels": dice.choice([shape[0], shape[0], None]),
        "out_channels": groups * dice.randint(1, 3),
        "kernel_size": axes(shape, 1, 3),
        **sometimes({"groups": groups} if groups > 1 else {}, 1.0),
        **sometimes({"padding": axes(shape, 0, 2), "dilation": axes(shape, 1, 2), "bias": flag()}, 0.3),
        **sometimes({"padding_mode": dice.choice(["reflect", "replicate", "circular"])}, 0.2),
        **weights(),
    }
    if flag():
        args["stride"] = axes(shape, 1, 2)
    elif dice.random() < 0.2:
        args["padding"] = "same"
    if dice.random() < 0.15:
        args["padding"] = same()
    return args


def conv_transpose(shape):
    groups = divisor(shape[0]) if flag() else 1
    return {
        "in_channels": shape[0],
        "out_channels": groups * dice.randint(1, 3),
        "kernel_size": axes(shape, 1, 3),
        "groups": groups,
        **sometimes({"stride": axes(shape, 1, 2), "padding": axes(shape, 0, 1), "output_padding": axes(shape, 0, 1),
                     "dilation": axes(shape, 1, 2), "bias": flag()}, 0.3),
        **weight_norm(),
    }


def pool(shape):
    return {
        "kernel_size": axes(shape, 1, 3),
        **sometimes({"stride": axes(shape, 1, 3), "padding": axes(shape, 0, 1), "ceil_mode": flag()}, 0.4),
        **sometimes({"padding": same()}, 0.15),
    }


def lp_pool(shape):
    return {
        "norm_type": dice.choice([1.0, 2.0, number(0.5, 4)]),
        # PyTorch's module for one axis only takes a number.
        "kernel_size": axes(shape, 1, 3) if len(shape) > 2 else dice.randint(1, 3),
        **sometimes({"stride": axes(shape, 1, 3), "ceil_mode": flag()}, 0.4),
    }


def blur_pool(shape):
    return sometimes({
        "channels": dice.choice([shape[0], None]),
        "filt_size": dice.randint(2, 4),
        "stride": axes(shape, 1, 3),
        "pad_mode": dice.choice(["reflect", "replicate", "circular", "zeros"]),
    }, 0.6)


def pair(low, high):
    return axes([1, 1, 1], low, high)


def unfold(_):
    more = {"dilation": pair(1, 2), "padding": pair(0, 2), "stride": pair(1, 2)}
    return {"kernel_size": pair(1, 3), **sometimes(more, 0.4)}


def fold(shape):
    """As many columns as arrive, in one row of the window."""
    taps = divisor(shape[0])
    kernel, stride = [1, taps], dice.randint(1, 2)
    places = [1, shape[-1]]
    size = [stride * (n - 1) + k for n, k in zip(places, kernel)]
    more = {"stride": stride} if stride > 1 or flag() else {}
    if dice.random() < 0.3:
        return {"output_size": [n + 2 for n in size], "kernel_size": kernel, "padding": 1, **more}
    return {"output_size": size, "kernel_size": kernel, **more}


def window_attention(shape):
    return {
        "embed_dim": shape[-1],
        "window_size": pair(1, 4),
        "shift_size": pair(0, 2),
        "num_heads": divisor(shape[-1]),
        **sometimes({"qkv_bias": flag(), "proj_bias": flag(), "attention_dropout": number(0, 1), "dropout": number(0, 1)}, 0.3),
    }


def relative_attention(shape):
    tokens = sometimes({"max_seq_len": shape[-2] if len(shape) > 1 else 4})
    return {"feat_dim": shape[-1], "head_dim": divisor(shape[-1]), **({"max_seq_len": None} | tokens)}


# Layers that take several values. A value is the input or what a layer makes of it, and has a number.

def others(shapes, count):
    """The last value and so many earlier ones, in any order: now and then such as do not go together."""
    alike = [i for i, shape in enumerate(shapes[:-1]) if len(shape) == len(shapes[-1])]
    equal = [i for i in alike if shapes[i] == shapes[-1]]
    earlier = [dice.choice(dice.choice([equal or alike, alike]) or range(len(shapes) - 1)) for _ in range(count)]
    takes = [len(shapes) - 1, *earlier]
    dice.shuffle(takes)
    return takes


def cross_attention(shapes):
    takes = others(shapes, dice.randint(1, 2))
    heads = divisor(shapes[takes[0]][-1])
    return {"takes": takes, "num_heads": heads, **sometimes({"bias": flag(), "dropout": number(0, 1)}, 0.3)}


def scaled_dot_product_attention(shapes):
    more = {"is_causal": flag(), "scale": number(0.1, 1), "dropout_p": number(0, 1)}
    return {"takes": others(shapes, 2), **sometimes(more, 0.3)}


def concat(shapes):
    takes = others(shapes, dice.randint(1, 2))
    return {"takes": takes, **sometimes({"dim": dim(shapes[takes[0]])}, 0.7)}


JOINS = {"concat": concat, "cross_attention": cross_attention, "scaled_dot_product_attention": scaled_dot_product_attention}


def trailing(shape):
    """The last axes, which a norm runs over."""
    last = shape[-dice.randint(1, len(shape)):]
    return last[0] if len(last) == 1 and flag() else last


def layernorm(shape):
    if dice.random() < 0.3:
        return {"channels_first": True, **sometimes({"elementwise_affine": flag()}, 0.3)}
    return {"normalized_shape": trailing(shape), **sometimes({"elementwise_affine": flag(), "bias": flag()}, 0.3)}


def reduction(shape):
    return {"dim": dims(shape), **sometimes({"keepdim": True}, 0.6)}


def reshape(shape):
    """Two axes become one, or an axis becomes two."""
    if flag() and len(shape) > 1:
        at = dice.randrange(len(shape) - 1)
        sizes = [*shape[:at], shape[at] * shape[at + 1], *shape[at + 2:]]
    else:
        at = dice.randrange(len(shape))
        first = divisor(shape[at])
        sizes = [*shape[:at], first, shape[at] // first, *shape[at + 1:]]
    if flag():
        sizes[dice.randrange(len(sizes))] = None
    return {"shape": sizes}


def unflatten(shape):
    d = dim(shape)
    return {"dim": d, "unflattened_size": split(shape[d - 1 if d > 0 else d])}


def squeeze(shape):
    ones = [axis + 1 for axis, size in enumerate(shape) if size == 1]
    return {"dim": dice.sample(ones, dice.randint(1, len(ones)))} if ones else {"dim": dim(shape)}


def slice_(shape):
    d = dim(shape)
    size = shape[d - 1 if d > 0 else d]
    start = dice.randrange(size)
    return {"dim": d, "range": [start, dice.randint(start + 1, size)], **sometimes({"step": dice.randint(1, 3)})}


def roll(shape):
    d = dims(shape)
    shifts = dice.randint(-3, 3) if isinstance(d, int) else [dice.randint(-3, 3) for _ in d]
    return {"shifts": shifts, "dims": d}


def pad(shape):
    low = dice.choice([-1, 0])
    if flag():
        return {"padding": [dice.randint(low, 2) for _ in range(2 * (len(shape) - 1))]}
    mode = dice.choice(["reflect", "replicate", "circular"])
    return {"padding": [dice.randint(low, 2) for _ in range(2 * (len(shape) - 1))], "mode": mode}


def upsample(shape):
    by_axes = {2: "linear", 3: "bilinear", 4: "trilinear"}
    mode = dice.choice(["nearest", by_axes.get(len(shape), "nearest")])
    how = dice.choice([
        {"scale_factor": axes(shape, 1, 3)},
        {"scale_factor": number(0.3, 2.6)},
        {"scale_factor": [number(0.3, 2.6) for _ in shape[1:]]},
        {"size": axes(shape, 1, 9)},
    ])
    return {**how, "mode": mode, **({"align_corners": flag()} if mode != "nearest" else {})}


def clamp(_):
    low = number(-2, 0)
    return dice.choice([{"min": low}, {"max": low + 1}, {"min": low, "max": number(0, 2)}])


def plain(_):
    return {}


VOCABULARY = {
    "conv": conv,
    "conv_transpose": conv_transpose,
    "maxpool": lambda s: {**pool(s), **sometimes({"dilation": axes(s, 1, 2)}, 0.3)},
    "avgpool": lambda s: {**pool(s), **sometimes({"count_include_pad": flag()}, 0.3)},
    "lp_pool": lp_pool,
    "blur_pool": blur_pool,
    "unfold": unfold,
    "fold": fold,
    "adaptive_avgpool": lambda s: {"output_size": axes(s, 1, 5)},
    "adaptive_maxpool": lambda s: {"output_size": axes(s, 1, 5)},
    "linear": lambda s: {"in_features": s[-1], "out_features": dice.randint(1, 9), **sometimes({"bias": flag()}), **weight_norm()},
    "batchnorm": lambda s: {"num_features": s[0], **sometimes({"affine": flag(), "track_running_stats": flag()}, 0.3)},
    "instancenorm": lambda s: {"num_features": s[0], **sometimes({"affine": flag(), "track_running_stats": flag()})},
    "groupnorm": lambda s: {"num_groups": divisor(s[0]), "num_channels": s[0], **sometimes({"affine": flag()}, 0.3)},
    "layernorm": layernorm,
    "rmsnorm": lambda s: {"normalized_shape": trailing(s), **sometimes({"elementwise_affine": flag()}, 0.3)},
    "grn": lambda s: {"dim": dice.choice([1, -1])},
    "lrn": lambda s: {"size": dice.randint(1, 5)},
    "normalize": lambda s: sometimes({"p": number(1, 3), "dim": dim(s)}),
    "layer_scale": lambda s: sometimes({"dim": dim(s), "flat": flag()}),
    "attention": lambda s: {"num_heads": divisor(s[-1]), **sometimes({"bias": flag()})},
    "window_attention": window_attention,
    "window_attention_v2": window_attention,
    "relative_attention": relative_attention,
    **{op: plain for op in """
        relu relu6 selu silu mish sigmoid tanh hardswish hardsigmoid logsigmoid tanhshrink softsign
        sqrt exp log abs identity
    """.split()},
    "elu": lambda s: sometimes({"alpha": number(0, 2)}),
    "leaky_relu": lambda s: sometimes({"negative_slope": number(0, 1)}),
    "gelu": lambda s: sometimes({"approximate": dice.choice(["none", "tanh"])}),
    "softplus": lambda s: sometimes({"beta": number(0.5, 2), "threshold": number(1, 20)}),
    "celu": lambda s: sometimes({"alpha": number(0.1, 2)}),
    "hardtanh": lambda s: {"min_val": number(-2, -1), "max_val": number(0, 1)},
    "softshrink": lambda s: sometimes({"lambd": number(0, 1)}),
    "hardshrink": lambda s: sometimes({"lambd": number(0, 1)}),
    "threshold": lambda s: {"threshold": number(-1, 1), "value": number(-1, 1)},
    "rrelu": lambda s: sometimes({"lower": number(0, 0.2), "upper": number(0.3, 1)}, 0.6),
    "scale": lambda s: {"factor": number(-2, 2)},
    "shift": lambda s: {"offset": number(-2, 2)},
    "pow": lambda s: {"exponent": dice.choice([2.0, 3.0, 0.5])},
    "clamp": clamp,
    "softmax": lambda s: {"dim": dim(s)},
    "log_softmax": lambda s: {"dim": dim(s)},
    "glu": lambda s: sometimes({"dim": dim(s)}),
    "prelu": lambda s: {"num_parameters": dice.choice([1, s[0]])},
    **{op: lambda s: {"p": number(0, 1)} for op in """
        dropout feature_dropout alpha_dropout feature_alpha_dropout
    """.split()},
    "flatten": lambda s: dice.choice([{}, {"start_dim": dim(s)}, {"start_dim": dim(s), "end_dim": dim(s)}]),
    "permute": lambda s: {"dims": [0, *dice.sample(range(1, len(s) + 1), len(s))]},
    "transpose": lambda s: {"dim0": dim(s), "dim1": dim(s)},
    "reshape": reshape,
    "unflatten": unflatten,
    "squeeze": squeeze,
    "unsqueeze": lambda s: {"dim": dice.randint(1, len(s) + 1)},
    "slice": slice_,
    "channels": lambda s: {"range": slice_(s[:1])["range"]},
    "flip": lambda s: {"dims": dims(s)},
    "roll": roll,
    "channel_shuffle": lambda s: {"groups": divisor(s[0])},
    "pixel_shuffle": lambda s: {"upscale_factor": dice.choice([1, 2])},
    "pixel_unshuffle": lambda s: {"downscale_factor": dice.choice([1, 2])},
    "pad": pad,
    "upsample": upsample,
    **{op: reduction for op in "mean sum amax amin".split()},
    "var": lambda s: {**reduction(s), **sometimes({"correction": dice.randint(0, 1)}, 0.3)},
    "norm": lambda s: {**reduction(s), **sometimes({"p": number(1, 3)}, 0.3)},
}


# What can be called in the most ways, or fits where little else does.
OFTEN = 3 * ["conv"] + """
    maxpool avgpool lp_pool blur_pool unfold fold upsample
    window_attention window_attention_v2 relative_attention relative_attention
""".split()


def changed(value):
    """An argument that is not quite what was meant."""
    if isinstance(value, bool) or not isinstance(value, (int, list)):
        return value
    if isinstance(value, int):
        return dice.choice([value + 1, value - 1, value * 2, 0, -value])
    if not value or flag():
        return value[:-1] if value and flag() else [*value, dice.choice(value or [1])]
    at = dice.randrange(len(value))
    return [*value[:at], value[at] if value[at] is None else changed(value[at]), *value[at + 1:]]


def random_layer(shapes):
    shape = shapes[-1]
    # The first layer has nothing to join.
    ops = [*VOCABULARY, *OFTEN, *(2 * [*JOINS] if len(shapes) > 1 else [])]
    op = dice.choice(ops)
    # A layer that nothing could make fit is tried now and then.
    while unfit(op, shape) and dice.random() < 0.9:
        op = dice.choice(ops)
    for_what = shape
    if dice.random() < 0.06:
        for_what = [dice.randint(1, 9) for _ in range(dice.randint(2, 4))]
    args = JOINS[op](shapes) if op in JOINS else VOCABULARY[op](for_what)
    names = [name for name in args if name != "takes"]
    if names and dice.random() < 0.06:
        name = dice.choice(names)
        # A range always has two ends.
        args[name] = [changed(end) for end in args[name]] if name == "range" else changed(args[name])
    return op, args


# What is inferred of the shape, and from which of its sizes.
INFERS = {"conv": {"in_channels": 0}, "blur_pool": {}, "relative_attention": {"max_seq_len": -2}}

NEEDS_AXES = {"conv", "conv_transpose", "maxpool", "avgpool", "adaptive_avgpool", "adaptive_maxpool",
              "instancenorm", "upsample", "pad", "lrn", "lp_pool", "blur_pool"}


def unfit(op, shape):
    """Why no arguments make the layer take this shape, although PyTorch may find some."""
    if op in NEEDS_AXES and len(shape) < 2:
        return "the rank of the data decides, and it has no spatial axes"
    if op in ("pixel_shuffle", "pixel_unshuffle") and len(shape) < 3:
        return "the last three axes would have the batch among them"
    if op in ("attention", "cross_attention") and len(shape) != 2:
        return "attention takes tokens and their features"
    if op == "scaled_dot_product_attention" and len(shape) < 2:
        return "queries, keys and values would have the batch among their tokens"
    if op in ("window_attention", "window_attention_v2", "relative_attention") and len(shape) != 3:
        return "attention in windows takes an image with the channels last, or windows of tokens"
    if op == "relative_attention" and math.isqrt(shape[1]) ** 2 != shape[1]:
        return "the tokens of a window stand in a square"
    if op == "unfold" and len(shape) != 3 or op == "fold" and len(shape) != 2:
        return "the channels would have the batch among them"


def batch_named(op, args, shape):
    """Whether a dim is the batch, which is no part of a shape here."""
    rank = len(shape) + 1
    if op == "permute":
        return args["dims"][:1] not in ([0], [-rank])
    named = [args.get(name, []) for name in ("dim", "dims", "dim0", "dim1", "start_dim", "end_dim")]
    flat = [d for dims in named for d in as_list(dims)]
    # A new axis may be the first one, before which nothing is.
    rank += op == "unsqueeze"
    return any(d == 0 or d == -rank for d in flat)


def as_list(value):
    return value if isinstance(value, list) else [value]


def places(dims, shape):
    """Those of these dims that exist, as indices of the shape."""
    return [d - 1 if d > 0 else d + len(shape) for d in as_list(dims) if -len(shape) <= d <= len(shape) and d]


def sizes(dims, shape):
    return [shape[place] for place in places(dims, shape)]


def stricter(op, args, shapes):
    """Why we refuse what PyTorch accepts, as far as that follows from the arguments and the values that are taken."""
    shape = shapes[0]
    for taken in shapes:
        if unfit(op, taken):
            return unfit(op, taken)
    if any(len(taken) != len(shape) for taken in shapes):
        return "the batch would meet another axis"
    if batch_named(op, args, shape):
        return "the batch axis cannot be named"
    if any(args.get(name) == [] for name in ("dim", "dims", "shifts", "padding")):
        return "a list cannot be empty"
    if op == "window_attention_v2" and 1 in as_list(args["window_size"]):
        return "distances are divided by the largest one, which is 0 in a window of 1"
    if op == "maxpool" and str(args.get("padding")).startswith("same"):
        layer = facts.module(op, shapes, dict(args))
        sides = list(layer.sides(shape[1:]))
        kernels = [kernel for kernel, _, _ in reversed(layer.windows) for _ in range(2)]
        if any(side > kernel // 2 for side, kernel in zip(sides, kernels)):
            return "PyTorch pads by at most half of the kernel of a pool, and so do we, with whatever dilation"
    if op == "roll" and len(set(places(args["dims"], shape))) < len(places(args["dims"], shape)):
        return "a dim is rolled twice"
    if op == "pad" and len(args["padding"]) > 2 * (len(shape) - 1):
        return "the channels, or the batch, would be padded"
    if args.get("num_features", 1) < 1:
        return "PyTorch does not look at the features of a norm without weights"
    if op in ("layer_scale", "grn") and not sizes(args.get("dim", 1), shape):
        return "there is no such dim, which the module of the script does not notice"
    if op == "squeeze" and any(size != 1 for size in sizes(args["dim"], shape)):
        return "PyTorch keeps what is not 1, in silence"
    if op == "var" and math.prod(sizes(args["dim"], shape)) <= args.get("correction", 1):
        return "the variance of so few values is not a number"
    if op == "channels" and args["range"][1] > shape[0]:
        return "PyTorch ends the range with the channels, in silence"
    if op == "slice" and any(args["range"][1] > size for size in sizes(args["dim"], shape)):
        return "PyTorch ends the range with the axis, in silence"


def tensors(op, layer):
    """Names and sizes of what is stored, without the counter of batch norms and the wrappers of the script."""
    stored = []
    for name, tensor in layer.state_dict().items():
        if isinstance(layer, facts.Same):
            name = name.removeprefix("layer.")
        if not name.endswith("num_batches_tracked"):
            # The factors of a layer scale have the name of the layer itself.
            stored.append(["" if op == "layer_scale" else name, list(tensor.shape)])
    return stored


def flops(layer, shapes, batch):
    """The output for a batch, and what it takes."""
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        output = layer(*[torch.rand(batch, *shape, dtype=torch.float64) for shape in shapes])
    return output, counter.get_total_flops()


def uncounted(op, args, shape):
    """Whether `einsum` sums over a single value, which it does without a product of matrices, as nobody counts."""
    return op == "relative_attention" and (args["head_dim"] == 1 or shape[1:2] == [1])


def answer(op, args, shapes):
    """The output without its batch, parameters, MACs and tensors."""
    why = stricter(op, args, shapes)
    if why:
        raise ValueError(why)
    known = {name: value for name, value in args.items() if name != "takes" and not (op in INFERS and value is None)}
    for name, dim in INFERS.get(op, {}).items():
        known.setdefault(name, shapes[0][dim])
    layer = facts.module(op, shapes, known).double().eval()
    output, several = flops(layer, shapes, BATCH)
    if output.dim() < 2 or output.shape[0] != BATCH:
        raise ValueError(f"the output {list(output.shape)} has no batch of {BATCH}, or nothing else")
    made = list(output.shape[1:])
    if 0 in made:
        raise ValueError(f"the output {made} is empty")
    if len(made) > MOST_AXES:
        raise ValueError(f"the output {made} has more than {MOST_AXES} axes")
    params = sum(tensor.numel() for tensor in layer.parameters())
    # Of one sample: some things are computed once for all. A blur has no weights that are learned.
    each, odd = divmod(flops(layer, shapes, 2 * BATCH)[1] - several, BATCH)
    assert not odd, (op, args, shapes)
    macs = 0 if op == "blur_pool" else (several - (BATCH - 1) * each) // 2
    return made, params, macs, tensors(op, layer)


def channels_last(args, shape):
    """Whether a first layer would fit if the channels were last: `cnn!` then corrects the network's input."""
    channels = args.get("in_channels") or args.get("num_features") or args.get("num_channels")
    return channels == shape[-1] != shape[0]


def random_chain():
    shape = [dice.choice([1, 2, 3, 4, 6, 8]), *[dice.randint(1, 9) for _ in range(dice.randint(0, 3))]]
    chain = {"accept": True, "input": shape, "layers": []}
    shapes, answers = [shape], []
    for _ in range(dice.randint(1, LONGEST)):
        op, args = random_layer(shapes)
        if uncounted(op, args, shapes[-1]) or not chain["layers"] and channels_last(args, shape):
            continue
        chain["layers"].append({"op": op, **args})
        try:
            made = answer(op, args, [shapes[i] for i in args.get("takes", [-1])])
        except Exception as error:
            why = str(error).strip().splitlines()[0] if str(error) else type(error).__name__
            chain |= {"accept": False, "fails_at": len(answers), "why": why[:160], "shapes_before": shapes[1:]}
            return chain
        if math.prod(made[0]) > MOST_VALUES:
            chain["layers"].pop()
            break
        shapes.append(made[0]), answers.append(made)
    params = [params for _, params, _, _ in answers]
    return chain | {
        "shapes": shapes[1:],
        "params": params,
        "macs": [macs for _, _, macs, _ in answers],
        "tensors": [tensors for _, _, _, tensors in answers],
        "total": sum(params),
    }


def main():
    torch.manual_seed(0)
    torch.set_num_threads(1)
    # The fused attention of eval mode is one function, whose multiply-accumulates nobody counts.
    torch.backends.mha.set_fastpath_enabled(False)
    chains = []
    while len(chains) < CHAINS:
        chain = random_chain()
        if chain["layers"]:
            chains.append(chain)
    lines = [json.dumps(chain, separators=(",", ":")) for chain in chains]
    (HERE / "vocabulary.json").write_text("[\n" + ",\n".join(lines) + "\n]\n")
    valid = sum(chain["accept"] for chain in chains)
    print(f"{len(chains)} chains, {valid} of them valid, of torch {torch.__version__}")


if __name__ == "__main__":
    main()
