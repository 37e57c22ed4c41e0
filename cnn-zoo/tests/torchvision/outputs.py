"""Asks torchvision what networks compute: makes outputs.json.

Each has ten classes and a small input. A formula makes the input and the tensors of the state, so only the outputs
are stored, of large ones two sums. Everything runs in f64, and every layer in eval mode.

usage: python outputs.py
"""

import json
import pathlib
import sys

from facts import build, named

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parent / "common"))

import formula

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


def outputs(name, sizes):
    # A vision transformer has an embedding for each place.
    args = {"image_size": sizes[-1]} if name.startswith("vit") else {}
    output = formula.outputs(build(name, num_classes=10, **args), sizes)
    return [[k, *formula.told(v[0].flatten())] for k, v in named(output)]


def main():
    lines = [f'"{name}":{json.dumps(outputs(name, sizes))}' for name, sizes in NETWORKS.items()]
    (HERE / "outputs.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


main()
