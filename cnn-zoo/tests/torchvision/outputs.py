"""Asks torchvision what networks compute: makes outputs.json.

Each has ten classes and a small input. A formula makes the input and the tensors of the state, the same as in
cnn-reference/src/formula.rs, so only the outputs are stored, of large ones two sums. Everything runs in f64, and every layer in eval
mode.

usage: python outputs.py
"""

import json
import math
import pathlib

import numpy
import torch

from facts import build, named

HERE = pathlib.Path(__file__).parent

# The sizes of each input. Inception's second classifier needs one of at least 299 pixels.
NETWORKS = {
    "googlenet": [3, 80, 80],
    "googlenet_aux": [3, 80, 80],
    "inception_v3": [3, 80, 80],
    "inception_v3_aux": [3, 299, 299],
    "r3d_18": [3, 9, 12, 12],
    "mc3_18": [3, 9, 12, 12],
    "r2plus1d_18": [3, 9, 12, 12],
    "s3d": [3, 14, 224, 224],
    "vit_b_16": [3, 48, 48],
    "convnext_tiny": [3, 40, 40],
    "swin_t": [3, 64, 64],
    "swin_v2_t": [3, 64, 64],
    "maxvit_t": [3, 224, 224],
    "retinanet_resnet50_fpn": [3, 64, 64],
    "retinanet_resnet50_fpn_v2": [3, 64, 64],
    "fcos_resnet50_fpn": [3, 64, 64],
    "ssdlite320_mobilenet_v3_large": [3, 64, 64],
    "ssd300_vgg16": [3, 268, 268],
    "fcn_resnet50": [3, 32, 32],
    "deeplabv3_resnet50": [3, 32, 32],
    "fcn_resnet101": [3, 32, 32],
    "deeplabv3_resnet101": [3, 32, 32],
    "deeplabv3_mobilenet_v3_large": [3, 40, 40],
    "lraspp_mobilenet_v3_large": [3, 40, 40],
}


def values(name, sizes):
    """Values between -1 and 1: the splitmix64 of the FNV-1a hash of a name."""
    seed = 0xCBF29CE484222325
    for byte in name.encode():
        seed = (seed ^ byte) * 0x100000001B3 % 2**64
    x = numpy.arange(1, numpy.prod(sizes) + 1, dtype=numpy.uint64) * numpy.uint64(0x9E3779B97F4A7C15)
    x += numpy.uint64(seed)
    x = (x ^ x >> numpy.uint64(30)) * numpy.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ x >> numpy.uint64(27)) * numpy.uint64(0x94D049BB133111EB)
    x = x ^ x >> numpy.uint64(31)
    x = (x >> numpy.uint64(11)).astype(numpy.float64) / 2.0**52 - 1.0
    return torch.from_numpy(x.reshape(tuple(sizes)))


def tensor(name, sizes):
    """Values stay about as large as they are; factors and running variances are between 1/2 and 3/2."""
    if len(sizes) > 1:
        return math.sqrt(6.0 / math.prod(sizes[1:])) * values(name, sizes)
    is_positive = name.endswith((".weight", ".running_var"))
    return 0.5 * values(name, sizes) + (1.0 if is_positive else 0.0)


def outputs(name, sizes):
    # A vision transformer has an embedding for each place.
    args = {"image_size": sizes[-1]} if name.startswith("vit") else {}
    model = build(name, num_classes=10, **args).double()
    for key, value in model.state_dict().items():
        # The index of relative positions is what it is.
        if not key.endswith(("num_batches_tracked", "relative_position_index")):
            value.copy_(tensor(key, value.shape))
    with torch.no_grad():
        output = model(values("input", [1, *sizes]))
    return [[k, *told(v[0].flatten())] for k, v in named(output)]


def told(output):
    """The values, or of many the sum of their magnitudes, and their sum with weights."""
    if len(output) <= 1000:
        return [output.tolist()]
    return [output.abs().sum().item(), (output * values("sum", output.shape)).sum().item()]


def main():
    lines = [f'"{name}":{json.dumps(outputs(name, sizes))}' for name, sizes in NETWORKS.items()]
    (HERE / "outputs.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


main()
