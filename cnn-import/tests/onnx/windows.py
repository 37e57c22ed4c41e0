"""Attention in random windows, exported by both exporters of PyTorch, imported, and compared with ONNX Runtime.

python windows.py CARGO_CNN FOLDER [SEED [COUNT]]

CARGO_CNN is the command that is tested; FOLDER gets the declarations as a crate, which is built and run. Windows, shifts,
heads, images and biases are random, and so is what an exporter folds.
"""

import pathlib
import random
import subprocess
import sys
import warnings

import onnxruntime
import torch
from safetensors.numpy import save_file
from timm.models.swin_transformer import SwinTransformerBlock
from timm.models.swin_transformer_v2 import SwinTransformerV2Block
from torch import nn
from torchvision.models.swin_transformer import ShiftedWindowAttention, ShiftedWindowAttentionV2

import crate

warnings.filterwarnings("ignore")
onnxruntime.set_default_logger_severity(3)


class Windows(nn.Module):
    def __init__(self, features, layers):
        super().__init__()
        self.patches = nn.Conv2d(3, features, 1)
        self.norm = nn.LayerNorm(features)
        self.layers = nn.ModuleList(layers)

    def forward(self, x):
        x = self.norm(self.patches(x).permute(0, 2, 3, 1))
        for layer in self.layers:
            x = x + layer(x)
        return x.mean((1, 2))


def layer(features, heads, size):
    biases = {"qkv_bias": random.random() < 0.7, "proj_bias": random.random() < 0.7}
    if random.random() < 0.8:
        window = [random.randint(2, 5), random.randint(2, 5)]
        shift = random.choice([[0, 0], [size // 2 for size in window], [random.randrange(size) for size in window]])
        attention = random.choice([ShiftedWindowAttention, ShiftedWindowAttentionV2])
        return attention(features, window, shift, heads, **biases)
    window = random.choice([2, 3, 4])
    block = random.choice([SwinTransformerBlock, SwinTransformerV2Block])
    return block(features, size, num_heads=heads, window_size=window, shift_size=random.randrange(window))


# What an exporter computes of the window, and a bias that is always 0.
KEPT = ("coords", "mask", "k_bias")


def model():
    heads = random.choice([1, 2, 3])
    features, size = heads * random.choice([2, 4]), (random.randint(3, 11), random.randint(3, 11))
    made = Windows(features, [layer(features, heads, size) for _ in range(random.randint(1, 2))]).eval()
    for name, tensor in [*made.named_parameters(), *made.named_buffers()]:
        if tensor.is_floating_point() and not any(kept in name for kept in KEPT):
            tensor.data.uniform_(*((0, 5) if "logit" in name else (-0.8, 0.8)))
    return made, torch.rand(2, 3, *size)


def torchscript(model, image, file):
    axes = None if random.random() < 0.3 else {"image": {0: "batch"}}
    opset = random.choice([13, 15, 17])
    torch.onnx.export(model, (image,), file, dynamo=False, opset_version=opset, input_names=["image"], dynamic_axes=axes)


def dynamo(model, image, file):
    shapes, optimize = ({0: torch.export.Dim("batch")},), random.random() < 0.6
    torch.onnx.export(
        model, (image,), file, dynamo=True, verbose=False, external_data=False, optimize=optimize, dynamic_shapes=shapes,
    )  # fmt: skip


def main():
    command, folder, seed, count = sys.argv[1], pathlib.Path(sys.argv[2]), *map(int, (sys.argv[3:] + ["1", "25"][len(sys.argv) - 3 :]))
    folder.mkdir(parents=True, exist_ok=True)
    random.seed(seed)
    torch.manual_seed(seed)
    figures, refused = {}, 0
    for index in range(count):
        made, image = model()
        for exporter in (torchscript, dynamo):
            name, file = f"windows_{seed}_{index}_{exporter.__name__}", folder / "model.onnx"
            exporter(made, image, str(file))
            session = onnxruntime.InferenceSession(str(file))
            output = session.run(None, {session.get_inputs()[0].name: image.numpy()})[0]
            arguments = ["--name", "Net", "-o", folder / f"{name}.rs", "--weights", folder / f"{name}.safetensors"]
            done = subprocess.run([command, "cnn", "import", file, *arguments], capture_output=True, text=True)
            if done.returncode != 0:
                refused += 1
                print(f"{name}: {done.stderr.splitlines()[0]}", flush=True)
                continue
            figures[name] = crate.figures(done.stderr)
            save_file({"input": image.numpy(), "output": output}, folder / f"{name}.answer")
    print(f"{len(figures)} are imported, {refused} are refused")
    crate.run(folder, figures)


main()
