"""Writes the fixtures of the tests: small networks as `torch.export.save` writes them, and what they compute.

A formula makes the input and the tensors, so that only the outputs are stored, in outputs.json.

usage: python fixtures.py [NAME …]    (without a name, all)
"""

import json
import pathlib
import sys
import zipfile

import torch
from timm.layers import BlurPool2d, LayerNorm2d, ScaledStdConv2d, StdConv2d
from timm.layers.grn import GlobalResponseNorm
from torch import nn
from torch.nn import functional as F
from torchvision.models.maxvit import PartitionAttentionLayer
from torchvision.models.swin_transformer import ShiftedWindowAttention, ShiftedWindowAttentionV2
from torchvision.ops import FrozenBatchNorm2d

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parents[2] / "cnn-zoo/tests/common"))

import formula


class Unit(nn.Module):
    def __init__(self, cin, cout, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(cin, cout, 3, stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(cout)
        self.relu = nn.ReLU()
        self.conv2 = nn.Conv2d(cout, cout, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(cout)
        self.downsample = None
        if stride > 1 or cin != cout:
            self.downsample = nn.Sequential(nn.Conv2d(cin, cout, 1, stride, bias=False), nn.BatchNorm2d(cout))

    def forward(self, x):
        shortcut = x if self.downsample is None else self.downsample(x)
        x = self.relu(self.bn1(self.conv1(x)))
        return self.relu(self.bn2(self.conv2(x)) + shortcut)


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU())
        self.layer1 = nn.Sequential(Unit(4, 4, 1), Unit(4, 4, 1))
        self.layer2 = nn.Sequential(Unit(4, 8, 2), Unit(8, 8, 1), Unit(8, 8, 1))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(8, 10)

    def forward(self, x):
        return self.fc(torch.flatten(self.pool(self.layer2(self.layer1(self.stem(x)))), 1))


class Refused(nn.Module):
    def forward(self, x):
        return torch.cumsum(torch.erf(x), 1)


class Attention(nn.Module):
    """As in vision transformers of timm: queries, keys and values are one tensor."""

    def __init__(self, features, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(features, 3 * features)
        self.proj = nn.Linear(features, features)

    def forward(self, x):
        samples, tokens, features = x.shape
        qkv = self.qkv(x).reshape(samples, tokens, 3, self.heads, features // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        x = F.scaled_dot_product_attention(q, k, v)
        return self.proj(x.transpose(1, 2).reshape(samples, tokens, features))


class Tokens(nn.Module):
    def __init__(self):
        super().__init__()
        self.patches = nn.Conv2d(3, 8, 4, 4)
        self.class_token = nn.Parameter(torch.zeros(1, 1, 8))
        self.positions = nn.Parameter(torch.zeros(1, 17, 8))
        self.norm = nn.LayerNorm(8, eps=1e-6)
        self.with_weights = nn.MultiheadAttention(8, 2, batch_first=True)
        self.without_bias = nn.MultiheadAttention(8, 4, bias=False, batch_first=True)
        self.cross = nn.MultiheadAttention(8, 2, kdim=6, vdim=6, batch_first=True)
        self.memory = nn.Linear(8, 6)
        self.attention = Attention(8, 2)
        self.head = nn.Linear(8, 10)

    def forward(self, x):
        x = self.patches(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.class_token.expand(x.shape[0], -1, -1), x], 1) + self.positions
        y = self.norm(x)
        x = x + self.with_weights(y, y, y)[0]
        x = x + self.without_bias(x, x, x, need_weights=False)[0]
        memory = self.memory(x)
        x = x + self.cross(x, memory, memory, need_weights=False)[0]
        return self.head((x + self.attention(x))[:, 0])


class Windows(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 8, 2, 2)
        self.swin = ShiftedWindowAttention(8, [3, 3], [1, 1], 2, attention_dropout=0.1, dropout=0.2)
        self.plain = ShiftedWindowAttention(8, [4, 2], [0, 0], 4, qkv_bias=False, proj_bias=False)
        self.swin_v2 = ShiftedWindowAttentionV2(8, [2, 4], [1, 2], 2)
        self.windows = PartitionAttentionLayer(8, 4, 4, "window", (8, 8), 2, nn.GELU, nn.LayerNorm, 0.0, 0.0, 0.0)
        self.grid = PartitionAttentionLayer(8, 4, 2, "grid", (8, 8), 2, nn.GELU, nn.LayerNorm, 0.0, 0.0, 0.0)

    def forward(self, x):
        x = self.stem(x).permute(0, 2, 3, 1)
        x = x + self.plain(x + self.swin(x))
        x = (x + self.swin_v2(x)).permute(0, 3, 1, 2)
        return self.grid(self.windows(x))


class Convolutions(nn.Module):
    """Layers of timm, which compute their weights, or are several operations."""

    def __init__(self):
        super().__init__()
        self.stem = StdConv2d(3, 4, 3, stride=2, padding=1)
        self.scaled = ScaledStdConv2d(4, 6, 3, padding=1, groups=2, gamma=1.7881293296813965)
        self.blur = BlurPool2d(6, filt_size=5, stride=2)
        self.norm = LayerNorm2d(6)
        self.response = GlobalResponseNorm(6, channels_last=False)
        self.token = nn.Parameter(torch.zeros(1, 6, 1, 1))

    def forward(self, x):
        x = self.blur(F.silu(self.scaled(self.stem(x))))
        x = self.response(self.norm(x)) + self.token
        return torch.cat([x, self.token.expand(x.shape[0], -1, 1, 1) * x], 1)


class Mask(nn.Module):
    """What the layers of attention do not do."""

    def __init__(self):
        super().__init__()
        self.attention = nn.MultiheadAttention(4, 2, batch_first=True)
        self.weights = nn.MultiheadAttention(4, 2, batch_first=True)

    def forward(self, x):
        x = x.flatten(2)
        mask = torch.ones(x.shape[1], x.shape[1], device=x.device).triu(1)
        y = self.attention(x, x, x, attn_mask=mask, need_weights=False)[0]
        return y, self.weights(x, x, x)[1]


class Tower(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Sequential(nn.Conv2d(4, 4, 3, padding=1, bias=False), nn.BatchNorm2d(4), nn.ReLU())
        self.scores = nn.Conv2d(4, 6, 1)

    def forward(self, x):
        return self.scores(self.conv(x))


class Pyramid(nn.Module):
    """Heads with the same weights for all levels, and a layer with the weights of another one."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 4, 2, 2)
        self.down = nn.Conv2d(4, 4, 2, 2)
        self.relu = nn.ReLU()
        self.tower = Tower()
        self.boxes = Tower()
        self.out = nn.Conv2d(4, 4, 1)

    def forward(self, x):
        fine = self.relu(self.stem(x))
        coarse = self.relu(self.down(fine))
        fine = fine + F.interpolate(coarse, scale_factor=2)
        levels = {"fine": self.out(fine), "coarse": self.out(coarse)}
        scores = {f"scores_{name}": self.tower(x) for name, x in levels.items()}
        return levels | scores | {f"boxes_{name}": self.boxes(x) for name, x in levels.items()}


class Functions(nn.Module):
    """Norms, resizing and functions that are several operations, or several layers."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 4, 1)
        self.lrn = nn.LocalResponseNorm(3, alpha=0.1, beta=0.5, k=2.0)
        self.instance = nn.InstanceNorm2d(4, affine=True)
        self.tracked = nn.InstanceNorm2d(4, track_running_stats=True)
        self.frozen = FrozenBatchNorm2d(4, eps=0.1)
        self.rms = nn.RMSNorm(8, eps=1e-5)
        self.factor = nn.Parameter(torch.zeros(4))

    def forward(self, x):
        x = self.tracked(self.instance(self.lrn(self.stem(x))))
        x = self.rms(self.frozen(F.normalize(x, dim=1)) * self.factor.view(1, -1, 1, 1))
        x = F.interpolate(x, size=(6, 5), mode="bilinear") + F.interpolate(x, size=(6, 5), mode="bicubic")
        y = F.interpolate(x, scale_factor=(1.5, 2), mode="bilinear", align_corners=True)
        return 1 - 2 * y, torch.rsqrt(x.square() + 1) / 3, -x[:, 1]


# Each with the sizes of its input.
NETWORKS = {
    "residual": (Residual, [3, 16, 16]),
    "refused": (Refused, [3, 16, 16]),
    "tokens": (Tokens, [3, 16, 16]),
    "windows": (Windows, [3, 16, 16]),
    "pyramid": (Pyramid, [3, 16, 16]),
    "functions": (Functions, [3, 8, 8]),
    "convolutions": (Convolutions, [3, 16, 16]),
    "mask": (Mask, [3, 2, 2]),
}

# Those whose weights are in the file.
WITH_WEIGHTS = ["residual"]


def packed(program, file):
    """Saves a program as small as it can be."""
    for node in program.graph.nodes:
        # They have the paths of the machine, and other things that are not read.
        for key in node.meta.keys() - {"nn_module_stack", "val"}:
            del node.meta[key]
    torch.export.save(program, file)
    with zipfile.ZipFile(file) as archive:
        entries = [(entry, archive.read(entry)) for entry in archive.namelist()]
    # PyTorch does not compress it, and a fixture should be small.
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for entry, data in entries:
            archive.writestr(zipfile.ZipInfo(entry), data, zipfile.ZIP_DEFLATED, 9)


def save(name, network, sizes):
    batch = torch.export.Dim("batch")
    with torch.device("cpu" if name in WITH_WEIGHTS else "meta"):
        torch.manual_seed(0)
        program = torch.export.export(network().eval(), (torch.zeros(2, *sizes),), dynamic_shapes=({0: batch},))
    packed(program, HERE / f"{name}.pt2")


def outputs(network, sizes):
    output = formula.outputs(network().eval(), sizes)
    output = output.values() if isinstance(output, dict) else output if isinstance(output, tuple) else [output]
    return [formula.told(value[0].flatten()) for value in output]


def main():
    names = sys.argv[1:] or list(NETWORKS)
    file = HERE / "outputs.json"
    told = json.loads(file.read_text()) if file.exists() else {}
    for name in names:
        save(name, *NETWORKS[name])
        if name not in ("refused", "mask"):
            told[name] = outputs(*NETWORKS[name])
    file.write_text("{\n" + ",\n".join(f"{json.dumps(key)}:{json.dumps(told[key])}" for key in sorted(told)) + "\n}\n")


if __name__ == "__main__":
    main()
