"""Asks timm about the networks of the zoo: makes facts.json.

Everything runs on the device `meta`, so that shapes are computed and no tensor is allocated.

usage: python facts.py
"""

import json
import pathlib

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from networks import NETWORKS, on_meta

HERE = pathlib.Path(__file__).parent
NORMS = {"batchnorm": nn.BatchNorm2d, "layernorm": nn.LayerNorm, "groupnorm": nn.GroupNorm}


def norms(model):
    """What training has to know of norms, each once, in the order in which they come first."""
    of = lambda kind: [module for module in model.modules() if isinstance(module, kind)]
    value = lambda norm: [norm.eps, norm.momentum] if hasattr(norm, "momentum") else [norm.eps]
    every = {name: [value(norm) for norm in of(kind)] for name, kind in NORMS.items()}
    return {name: [x for i, x in enumerate(all) if x not in all[:i]] for name, all in every.items() if all}


def facts(name):
    model, shape = on_meta(name)
    with FlopCounterMode(display=False) as flops:
        output = model(torch.zeros(1, *shape))
    return {
        "input": shape,
        "output": list(output.shape[1:]),
        "params": sum(p.numel() for p in model.parameters()),
        # PyTorch counts two for each multiply-accumulate.
        "macs": flops.get_total_flops() // 2,
        "norms": norms(model),
        "state_dict": [[k, list(v.shape)] for k, v in model.state_dict().items() if "num_batches" not in k],
    }


def main():
    with torch.device("meta"):
        lines = [f'"{name}":{json.dumps(facts(name), separators=(",", ":"))}' for name in NETWORKS]
    (HERE / "facts.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
