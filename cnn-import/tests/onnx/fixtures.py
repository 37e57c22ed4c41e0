"""Writes the fixtures of the tests: small models of both exporters of PyTorch, and models that no exporter writes.

python fixtures.py
"""

import pathlib
import warnings

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator
from safetensors.numpy import save as serialized
from timm.layers import BlurPool2d, LayerNorm2d, ScaledStdConv2d, StdConv2d
from timm.layers.grn import GlobalResponseNorm
from timm.models.swin_transformer import SwinTransformerBlock
from torch import nn
from torch.nn import functional as F
from torchvision.models.maxvit import RelativePositionalMultiHeadAttention, WindowDepartition, WindowPartition
from torchvision.models.swin_transformer import ShiftedWindowAttention, ShiftedWindowAttentionV2

warnings.filterwarnings("ignore")
HERE = pathlib.Path(__file__).parent


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
        self.stem = nn.Sequential(nn.Conv2d(3, 2, 3, padding=1), nn.ReLU6(), nn.MaxPool2d(3, 2, 1))
        self.layer1 = nn.Sequential(Unit(2, 2, 1), Unit(2, 2, 1))
        self.layer2 = nn.Sequential(Unit(2, 4, 2), Unit(4, 4, 1))
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.fc = nn.Linear(4, 10)

    def forward(self, x):
        x = self.pool(self.layer2(self.layer1(self.stem(x))))
        return self.fc(torch.flatten(x, 1))


class Shapes(nn.Module):
    """Sizes are computed from the input, and values are taken apart and shuffled."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, padding=1)
        self.head = nn.Linear(16, 5)

    def forward(self, x):
        x = self.conv(F.pad(x, (1, 2, 0, 1)))
        batch, channels, height, width = x.shape
        x = x.view(batch, 2, channels // 2, height, width).transpose(1, 2).reshape(batch, channels, height, width)
        a, b = x.chunk(2, 1)
        x = torch.cat([a * torch.sigmoid(b), b[:, 1:3]], 1)
        x = F.pixel_shuffle(F.interpolate(x[:, :4], scale_factor=2, mode="nearest"), 2)
        x = F.pixel_shuffle(F.pixel_unshuffle(x, 4), 4)
        x = F.avg_pool2d(x, 3, 2, padding=1)
        x = F.interpolate(x, size=(4, 4), mode="bilinear", align_corners=False)
        return self.head(x.flatten(2).squeeze(1)).log_softmax(1)


class Norms(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 4, 4)
        self.group = nn.GroupNorm(2, 4)
        self.instance = nn.InstanceNorm2d(4, affine=True)
        self.norm = nn.LayerNorm(4, eps=1e-6)
        self.mlp = nn.Sequential(nn.Linear(4, 8), nn.GELU(), nn.Linear(8, 4))
        self.scale = nn.Parameter(torch.rand(4))
        self.position = nn.Parameter(torch.rand(1, 16, 4))
        self.token = nn.Parameter(torch.rand(1, 1, 4))

    def forward(self, x):
        x = self.instance(self.group(self.conv(x)))
        x = x.flatten(2).transpose(1, 2) + self.position
        x = x + self.scale * self.mlp(self.norm(x))
        x = torch.cat([self.token.expand(x.shape[0], -1, -1), x], 1)
        return x[:, 0]


class Activations(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(3, 4, 1), nn.PReLU(4), nn.LeakyReLU(0.2), nn.ELU(), nn.SELU(), nn.CELU(1.5), nn.SiLU(), nn.Mish(),
            nn.Hardswish(), nn.Hardsigmoid(), nn.Softplus(), nn.Softsign(), nn.Sigmoid(), nn.Tanh(), nn.LogSigmoid(),
            nn.GELU(), nn.GELU("tanh"), nn.Hardtanh(-2, 2), nn.Tanhshrink(), nn.Softmax(1),
            nn.ConvTranspose2d(4, 2, 3, 2, 1, output_padding=1), nn.Dropout(0.3),
        )  # fmt: skip

    def forward(self, x):
        x = self.body(x)
        x = torch.sqrt(torch.abs(x) + 0.5) / 2 - torch.exp(-x) ** 2
        return torch.amax(x.mean(2), 2, keepdim=False)


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
        scores = q * self.heads**-0.5 @ k.transpose(-2, -1)
        if hasattr(self, "bias"):
            scores = scores + self.bias
        x = scores.softmax(-1) @ v
        return self.proj(x.transpose(1, 2).reshape(samples, tokens, features))


class Biased(nn.Module):
    """Attention with a bias for each pair of tokens, which no layer has."""

    def __init__(self):
        super().__init__()
        self.patches = nn.Conv2d(3, 6, 4, 4)
        self.attention = Attention(6, 2)
        self.attention.bias = nn.Parameter(torch.zeros(2, 16, 16))

    def forward(self, x):
        return self.attention(self.patches(x).flatten(2).transpose(1, 2)).mean(1)


class Tokens(nn.Module):
    """Attention, and a layer that runs twice."""

    def __init__(self):
        super().__init__()
        self.patches = nn.Conv2d(3, 6, 4, 4)
        self.norm = nn.LayerNorm(6)
        self.fast = nn.MultiheadAttention(6, 2, batch_first=True)
        self.weights = nn.MultiheadAttention(6, 3, batch_first=True)
        self.attention = Attention(6, 2)
        self.shared = nn.Sequential(nn.Linear(6, 6), nn.ReLU())

    def forward(self, x):
        x = self.norm(self.patches(x).flatten(2).transpose(1, 2))
        x = x + self.fast(x, x, x, need_weights=False)[0]
        x = x + self.weights(x, x, x)[0]
        x = self.shared(x + self.attention(x))
        return self.shared(x)[:, 0]


class Channels(nn.Module):
    """Norms over the channels of images, and parameters with one value."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3, 2)
        self.norm = LayerNorm2d(4)
        self.response = GlobalResponseNorm(4, channels_last=False)
        self.affine = nn.ParameterDict({"scale": torch.ones(1), "bias": torch.zeros(1)})

    def forward(self, x):
        x = self.response(self.norm(self.conv(x)))
        return F.normalize(self.affine["scale"] * x + self.affine["bias"]).sum((2, 3))


class Many(nn.Module):
    """Branches in a list, as in networks whose branches become one convolution later."""

    def __init__(self, features, size):
        super().__init__()
        self.scale = nn.Sequential(nn.Conv2d(features, features, 1, bias=False), nn.BatchNorm2d(features))
        self.convs = nn.ModuleList(
            nn.Sequential(nn.Conv2d(features, features, size, padding=size // 2, bias=False), nn.BatchNorm2d(features)) for _ in range(3)
        )

    def forward(self, x):
        return torch.relu(self.scale(x) + sum(conv(x) for conv in self.convs))


class Branches(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 4, 2, 2)
        self.blocks = nn.Sequential(*(Many(4, size) for _ in range(3) for size in (3, 1)))
        self.side = nn.Conv2d(4, 2, 1)
        self.chain = nn.ModuleList(nn.Conv2d(4, 4, 1) for _ in range(5))

    def forward(self, x):
        x = self.chain[0](self.blocks(self.stem(x)))
        side = self.side(x)
        for conv in self.chain[1:]:
            x = conv(x)
        return torch.cat([side, x], 1).mean((2, 3))


class Windows(nn.Module):
    """Attention in windows: padded ones, shifted ones, those of both versions of Swin, of timm's and of MaxViT."""

    def __init__(self):
        super().__init__()
        self.patches = nn.Conv2d(3, 8, 2, 2)
        self.norm = nn.LayerNorm(8)
        self.first = ShiftedWindowAttention(8, [4, 3], [0, 0], 2)
        self.shifted = ShiftedWindowAttention(8, [3, 4], [1, 2], 4, qkv_bias=False)
        self.second = ShiftedWindowAttentionV2(8, [4, 4], [2, 2], 2)
        self.timm = SwinTransformerBlock(8, (8, 8), num_heads=1, window_size=4, shift_size=1)
        self.partition, self.departition = WindowPartition(), WindowDepartition()
        self.relative = RelativePositionalMultiHeadAttention(8, 4, 16)

    def forward(self, x):
        x = self.norm(self.patches(x).permute(0, 2, 3, 1))
        x = x + self.first(x)
        x = x + self.shifted(x)
        x = x + self.second(x)
        x = self.timm(x)
        x = self.partition(x.permute(0, 3, 1, 2), 4)
        x = x + self.relative(x)
        return self.departition(x, 4, 2, 2).mean((2, 3))


def torchscript(name, model, opset, size=16, batch="batch", **options):
    model = model.eval()
    torch.onnx.export(
        model, (torch.zeros(2, 3, size, size),), str(HERE / f"{name}.onnx"), dynamo=False, opset_version=opset,
        input_names=["image"], dynamic_axes={"image": {0: batch}} if batch else None, **options,
    )  # fmt: skip


def dynamo(name, model, optimize=True, size=16):
    file = HERE / f"{name}.onnx"
    torch.onnx.export(
        model.eval(), (torch.zeros(2, 3, size, size),), str(file), dynamo=True, optimize=optimize, verbose=False,
        external_data=False, dynamic_shapes=({0: torch.export.Dim("batch")},),
    )  # fmt: skip
    model = onnx.load(file)
    for node in model.graph.node:
        # They have the paths of the machine.
        kept = [entry for entry in node.metadata_props if entry.key in ("pkg.torch.onnx.class_hierarchy", "pkg.torch.onnx.name_scopes")]
        del node.metadata_props[:]
        node.metadata_props.extend(kept)
    for value in [*model.graph.value_info, *model.graph.initializer, *model.graph.input, *model.graph.output]:
        del value.metadata_props[:]
    if not optimize:
        # What they would be compared with is in the other file.
        del model.graph.value_info[:]
    del model.graph.metadata_props[:]
    del model.metadata_props[:]
    onnx.save(model, file)


def seeded(model):
    torch.manual_seed(0)
    return model()


def randomized(model):
    """Statistics that differ, since exporters store equal tensors once. Coordinates and masks are what they are."""
    torch.manual_seed(0)
    for name, tensor in [*model.named_parameters(), *model.named_buffers()]:
        if tensor.is_floating_point() and "coords" not in name and "mask" not in name:
            tensor.data.uniform_(0.5, 1.5)
    return model


KEPT = {"training": torch.onnx.TrainingMode.PRESERVE, "do_constant_folding": False}
for opset in (7, 9):
    torchscript(f"residual_{opset}", randomized(Residual()), opset, **KEPT)
torchscript("residual_folded", seeded(Residual), 13, batch=None)
dynamo("residual_dynamo", randomized(Residual()), optimize=False)
dynamo("residual_dynamo_folded", randomized(Residual()))
torchscript("shapes_11", seeded(Shapes), 11)
torchscript("shapes_18", seeded(Shapes), 18)
dynamo("shapes_dynamo", seeded(Shapes))
dynamo("shapes_dynamo_plain", seeded(Shapes), optimize=False)
torchscript("norms_13", seeded(Norms), 13)
torchscript("norms_17", seeded(Norms), 17)
torchscript("norms_fixed", seeded(Norms), 17, batch=None)
dynamo("norms_dynamo", seeded(Norms))
torchscript("activations_12", seeded(Activations), 12)
torchscript("activations_20", seeded(Activations), 20)
dynamo("activations_dynamo", seeded(Activations))
torch.manual_seed(0)
torchscript("blur_17", nn.Sequential(nn.Conv2d(3, 4, 3), BlurPool2d(4, filt_size=4), nn.Conv2d(4, 2, 1, bias=False)), 17)
standardized = nn.Sequential(StdConv2d(3, 4, 3, padding=1), ScaledStdConv2d(4, 2, 3, groups=2, gamma=1.7))
torchscript("standardized_17", randomized(standardized), 17)
torchscript("tokens_17", randomized(Tokens()), 17)
dynamo("tokens_dynamo", randomized(Tokens()))
torchscript("biased_17", randomized(Biased()), 17)
torchscript("channels_17", randomized(Channels()), 17)
dynamo("channels_dynamo", randomized(Channels()))
torchscript("branches_17", randomized(Branches()), 17, **KEPT)
torchscript("windows_17", randomized(Windows()), 17)
torchscript("windows_13", randomized(Windows()), 13, **KEPT)
torchscript("windows_fixed", randomized(Windows()), 17, batch=None)
dynamo("windows_dynamo", randomized(Windows()))
dynamo("windows_dynamo_plain", randomized(Windows()), optimize=False)


def save(name, nodes, inputs, outputs, initializers=(), opset=28, **options):
    values = [helper.make_tensor_value_info(*value) for value in inputs]
    graph = helper.make_graph(nodes, name, values, [helper.make_tensor_value_info(*value) for value in outputs], list(initializers))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=10)
    if opset <= 28 and options.get("infer", True):
        model = onnx.shape_inference.infer_shapes(model, strict_mode=True)
    onnx.save(model, HERE / f"{name}.onnx")


def node(op, inputs, output, name=None, **attributes):
    return helper.make_node(op, inputs.split(), output.split(), name=name or output.split()[0], **attributes)


def floats(name, *shape):
    values = np.linspace(-1, 1, int(np.prod(shape)), dtype=np.float32).reshape(shape)
    return numpy_helper.from_array(values, name)


FLOAT = TensorProto.FLOAT

# What newer opsets have as inputs is in attributes.
save(
    "attributes_7",
    [
        node("Conv", "image w1", "conv1", kernel_shape=[3, 3], strides=[2, 2], auto_pad="SAME_UPPER"),
        node("PRelu", "conv1 slope", "prelu"),
        node("Clip", "prelu", "clip", min=0.0, max=6.0),
        node("Upsample", "clip", "up", scales=[1.0, 1.0, 2.0, 2.0]),
        node("Pad", "up", "pad", pads=[0, 0, 1, 1, 0, 0, 1, 1], mode="reflect"),
        node("Slice", "pad", "slice", starts=[1, 0], ends=[-1, 9], axes=[2, 3]),
        node("ReduceMean", "slice", "mean", axes=[2], keepdims=1),
        node("Squeeze", "mean", "squeeze", axes=[2]),
        node("Unsqueeze", "squeeze", "unsqueeze", axes=[2]),
        node("Split", "unsqueeze", "first second", axis=1, split=[1, 3]),
        node("Concat", "second first", "concat", axis=1),
        node("Dropout", "concat", "dropout", ratio=0.25),
        node("Flatten", "dropout", "flatten"),
        node("Softmax", "flatten", "scores", axis=1),
    ],
    [("image", FLOAT, ["n", 3, 9, 9])],
    [("scores", FLOAT, None)],
    [floats("w1", 4, 3, 3, 3), floats("slope", 4, 1, 1)],
    opset=7,
)


def tensor(name, kind, dims, values, raw=False):
    return helper.make_tensor(name, kind, dims, values, raw=raw)


# Constants in every form, and every field that values may be in.
save(
    "constants",
    [
        node("Constant", "", "float", value_float=2.0),
        node("Constant", "", "floats", value_floats=[0.5, 0.25, 0.125]),
        node("Constant", "", "axes", value_ints=[2, 3]),
        node("Constant", "", "one", value_int=1),
        node("Constant", "", "half", value=tensor("", FLOAT, [], [0.5])),
        node("ConstantOfShape", "three", "ones", value=tensor("", FLOAT, [1], [1.0])),
        node("Cast", "doubles", "mean", to=FLOAT),
        node("Conv", "image weight", "conv"),
        node("BatchNormalization", "conv ones floats mean ones", "bn"),
        node("Mul", "float bn", "doubled"),
        node("Sub", "half doubled", "less"),
        node("ReduceMean", "less axes", "pooled", keepdims=0),
        node("Unsqueeze", "pooled one_list", "row"),
        node("Concat", "ints minus", "shape", axis=0),
        node("Reshape", "row shape", "again"),
        node("Gather", "again one", "dead_end", axis=2),
        node("Relu", "dead_end", "dead_relu"),
    ],
    [("image", FLOAT, ["n", 3, 4, 4])],
    [("again", FLOAT, None)],
    [
        floats("weight", 3, 3, 1, 1),
        tensor("three", TensorProto.INT64, [1], [3]),
        tensor("one_list", TensorProto.INT64, [1], [1]),
        tensor("doubles", TensorProto.DOUBLE, [3], [1.0, 2.0, 3.0]),
        tensor("ints", TensorProto.INT64, [2], np.array([0, 1], np.int64).tobytes(), raw=True),
        tensor("minus", TensorProto.INT64, [1], [-1]),
    ],
)

# Halves are in `int32_data`, and nodes have paths, as TensorFlow's have.
save(
    "halves",
    [
        node("Conv", "x kernel bias", "a", name="net/stem-1/Conv2D", pads=[0, 0, 1, 1], auto_pad="NOTSET"),
        node("LRN", "a", "n", name="net/norm/LRN", size=3, alpha=0.001),
        node("Relu", "n", "b", name="net/stem-1/Relu"),
        node("DepthToSpace", "b", "u", name="net/up", blocksize=2),
        node("SpaceToDepth", "u", "v", name="net/down", blocksize=3),
        node("DepthToSpace", "v", "c", name="net/up_2", blocksize=3, mode="CRD"),
        node("GlobalMaxPool", "c", "d", name="net/pool"),
        node("Identity", "d", "e"),
        node("Reshape", "e sizes", "flat"),
        node("Gemm", "flat dense", "y", name="net/dense/MatMul"),
    ],
    [("x", TensorProto.FLOAT16, [1, 3, 6, 6])],
    [("y", TensorProto.FLOAT16, None)],
    [
        tensor("kernel", TensorProto.FLOAT16, [8, 3, 2, 2], np.linspace(-1, 1, 96)),
        tensor("bias", TensorProto.FLOAT16, [8], np.linspace(-1, 1, 8)),
        tensor("dense", TensorProto.FLOAT16, [2, 3], np.linspace(-1, 1, 6)),
        tensor("sizes", TensorProto.INT64, [2], [1, 2]),
    ],
    opset=22,
)

# What cannot be declared.
save(
    "refused",
    [
        node("Erf", "image", "erf"),
        node("MaxPool", "image", "pool indices", kernel_shape=[2, 2]),
        node("Cast", "indices", "floats", to=FLOAT),
        node("Conv", "image w", "conv1"),
        node("Conv", "conv1 w b", "conv2"),
        node("Transpose", "conv2", "columns", perm=[1, 0, 2, 3]),
        node("Conv", "image conv1", "by_value", auto_pad="SAME_LOWER"),
        node("CumSum", "erf axis", "cumsum"),
        node("Conv", "cumsum w", "strange", strange=1),
        node("Sum", "strange floats columns by_value", "sum"),
        node("Concat", "pool conv2 unknown", "joined", axis=1),
    ],
    [("image", FLOAT, ["n", 3, 4, 4]), ("unknown", FLOAT, ["n", "channels", 4, 4])],
    [("sum", FLOAT, None), ("joined", FLOAT, None)],
    [floats("w", 3, 3, 1, 1), floats("b", 3), tensor("axis", TensorProto.INT64, [], [1])],
    infer=False,
)

# Weights beside the model.
save(
    "external",
    [node("Conv", "x conv.weight conv.bias", "y")],
    [("x", FLOAT, ["n", 2, 4, 4])],
    [("y", FLOAT, None)],
    [floats("conv.weight", 2, 2, 3, 3), floats("conv.bias", 2)],
)
model = onnx.load(HERE / "external.onnx")
(HERE / "external.bin").unlink(missing_ok=True)
onnx.save(model, HERE / "external.onnx", save_as_external_data=True, location="external.bin", size_threshold=0)


def answer(file, values):
    """What ONNX Runtime computes, or ONNX's own evaluator for an opset that is newer."""
    try:
        return onnxruntime.InferenceSession(file).run(None, values)[0]
    except Exception:
        return ReferenceEvaluator(onnx.load(file)).run(None, values)[0]


# Inputs, and what the models make of them.
answers = {}
generator = np.random.default_rng(0)
for file in sorted(HERE.glob("*.onnx")):
    if file.stem == "refused":
        continue
    model = onnx.load(file)
    image = model.graph.input[0]
    sizes = tuple(axis.dim_value or 2 for axis in image.type.tensor_type.shape.dim)
    kind = helper.tensor_dtype_to_np_dtype(image.type.tensor_type.elem_type)
    key = "image" + "x".join(map(str, sizes))
    answers.setdefault(key, generator.uniform(-1, 1, sizes).astype(np.float32))
    answers[file.stem] = answer(str(file), {image.name: answers[key].astype(kind)}).astype(np.float32)
(HERE / "answers.safetensors").write_bytes(serialized(answers))
