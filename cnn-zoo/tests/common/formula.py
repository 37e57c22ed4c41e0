"""A state and an input that a formula makes of names, the same as in cnn-reference/src/formula.rs.

So only outputs have to be stored.
"""

import math

import numpy
import torch


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


def outputs(model, sizes):
    """What a network computes in f64."""
    model = model.double()
    for key, value in model.state_dict().items():
        if value.is_floating_point():
            value.copy_(tensor(key, value.shape))
    with torch.no_grad():
        return model(values("input", [1, *sizes]))


def told(output):
    """The values, or of many the sum of their magnitudes, and their sum with weights."""
    if len(output) <= 1000:
        return [output.tolist()]
    return [output.abs().sum().item(), (output * values("sum", output.shape)).sum().item()]
