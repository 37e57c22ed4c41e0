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

CHAINS = 2000
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


def conv(shape):
    groups = divisor(shape[0]) if flag() else 1
    args = {
        "in_channels": dice.choice([shape[0], shape[0], None]),
        "out_channels": groups * dice.randint(1, 3),
        "kernel_size": axes(shape, 1, 3),
        **sometimes({"groups": groups} if groups > 1 else {}, 1.0),
        **sometimes({"padding": axes(shape, 0, 2), "dilation": axes(shape, 1, 2), "bias": flag()}, 0.3),
    }
    if flag():
        args["stride"] = axes(shape, 1, 2)
    elif dice.random() < 0.2:
        args["padding"] = "same"
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
    }


def pool(shape):
    return {
        "kernel_size": axes(shape, 1, 3),
        **sometimes({"stride": axes(shape, 1, 3), "padding": axes(shape, 0, 1), "ceil_mode": flag()}, 0.4),
    }


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
    how = {"scale_factor": axes(shape, 1, 3)} if flag() else {"size": axes(shape, 1, 9)}
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
    "adaptive_avgpool": lambda s: {"output_size": axes(s, 1, 5)},
    "adaptive_maxpool": lambda s: {"output_size": axes(s, 1, 5)},
    "linear": lambda s: {"in_features": s[-1], "out_features": dice.randint(1, 9), **sometimes({"bias": flag()})},
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
    "dropout": lambda s: {"p": number(0, 1)},
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


def random_layer(shape):
    op = dice.choice(list(VOCABULARY))
    # A layer that nothing could make fit is tried now and then.
    while unfit(op, shape) and dice.random() < 0.9:
        op = dice.choice(list(VOCABULARY))
    for_what = shape
    if dice.random() < 0.06:
        for_what = [dice.randint(1, 9) for _ in range(dice.randint(2, 4))]
    args = VOCABULARY[op](for_what)
    if args and dice.random() < 0.06:
        name = dice.choice(list(args))
        # A range always has two ends.
        args[name] = [changed(end) for end in args[name]] if name == "range" else changed(args[name])
    return op, args


NEEDS_AXES = {"conv", "conv_transpose", "maxpool", "avgpool", "adaptive_avgpool", "adaptive_maxpool",
              "instancenorm", "upsample", "pad", "lrn"}


def unfit(op, shape):
    """Why no arguments make the layer take this shape, although PyTorch may find some."""
    if op in NEEDS_AXES and len(shape) < 2:
        return "the rank of the data decides, and it has no spatial axes"
    if op in ("pixel_shuffle", "pixel_unshuffle") and len(shape) < 3:
        return "the last three axes would have the batch among them"
    if op == "attention" and len(shape) != 2:
        return "attention takes tokens and their features"


def batch_named(op, args, shape):
    """Whether a dim is the batch, which is no part of a shape here."""
    rank = len(shape) + 1
    if op == "permute":
        return args["dims"][:1] not in ([0], [-rank])
    named = [args.get(name, []) for name in ("dim", "dims", "dim0", "dim1", "start_dim", "end_dim")]
    flat = [d for dims in named for d in (dims if isinstance(dims, list) else [dims])]
    # A new axis may be the first one, before which nothing is.
    rank += op == "unsqueeze"
    return any(d == 0 or d == -rank for d in flat)


def places(dims, shape):
    """Those of these dims that exist, as indices of the shape."""
    dims = dims if isinstance(dims, list) else [dims]
    return [d - 1 if d > 0 else d + len(shape) for d in dims if -len(shape) <= d <= len(shape) and d]


def sizes(dims, shape):
    return [shape[place] for place in places(dims, shape)]


def stricter(op, args, shape):
    """Why we refuse what PyTorch accepts, as far as that follows from the arguments."""
    if unfit(op, shape):
        return unfit(op, shape)
    if batch_named(op, args, shape):
        return "the batch axis cannot be named"
    if any(args.get(name) == [] for name in ("dim", "dims", "shifts", "padding")):
        return "a list cannot be empty"
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


def answer(op, args, shape):
    """The output without its batch, parameters and MACs."""
    why = stricter(op, args, shape)
    if why:
        raise ValueError(why)
    known = {name: value for name, value in args.items() if not (op == "conv" and value is None)}
    if op == "conv" and "in_channels" not in known:
        known["in_channels"] = shape[0]
    layer = facts.module(op, [shape], known).eval()
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        output = layer(torch.rand(BATCH, *shape))
    if output.dim() < 2 or output.shape[0] != BATCH:
        raise ValueError(f"the output {list(output.shape)} has no batch of {BATCH}, or nothing else")
    made = list(output.shape[1:])
    if 0 in made:
        raise ValueError(f"the output {made} is empty")
    if len(made) > MOST_AXES:
        raise ValueError(f"the output {made} has more than {MOST_AXES} axes")
    params = sum(tensor.numel() for tensor in layer.parameters())
    macs, odd = divmod(counter.get_total_flops(), 2 * BATCH)
    assert not odd, (op, args, shape)
    return made, params, macs


def channels_last(args, shape):
    """Whether a first layer would fit if the channels were last: `cnn!` then corrects the network's input."""
    channels = args.get("in_channels") or args.get("num_features") or args.get("num_channels")
    return channels == shape[-1] != shape[0]


def random_chain():
    shape = [dice.choice([1, 2, 3, 4, 6, 8]), *[dice.randint(1, 9) for _ in range(dice.randint(0, 3))]]
    chain = {"accept": True, "input": shape, "layers": []}
    shapes, params, macs = [], [], []
    for _ in range(dice.randint(1, LONGEST)):
        op, args = random_layer(shape)
        if not chain["layers"] and channels_last(args, shape):
            continue
        chain["layers"].append({"op": op, **args})
        try:
            made, own_params, own_macs = answer(op, args, shape)
        except Exception as error:
            why = str(error).strip().splitlines()[0] if str(error) else type(error).__name__
            chain |= {"accept": False, "fails_at": len(shapes), "why": why[:160], "shapes_before": shapes}
            return chain
        if math.prod(made) > MOST_VALUES:
            chain["layers"].pop()
            break
        shape = made
        shapes.append(made), params.append(own_params), macs.append(own_macs)
    return chain | {"shapes": shapes, "params": params, "macs": macs, "total": sum(params)}


def main():
    torch.manual_seed(0)
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
