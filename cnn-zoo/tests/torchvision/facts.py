"""Asks torchvision about the networks of the zoo: makes others.json, hyper.json, kept.json and published.json.

Everything runs on the device `meta`, so that shapes are computed and no tensor is allocated.

usage: python facts.py < names.txt    (a line is `name resolution`)
"""

import json
import math
import pathlib
import re
import sys

import torch
import torchvision.models
from torch import nn
from torch.nn import functional as F
from torch.utils.flop_counter import FlopCounterMode
from torchvision.models import regnet
from torchvision.models.maxvit import RelativePositionalMultiHeadAttention
from torchvision.models.swin_transformer import ShiftedWindowAttention, ShiftedWindowAttentionV2
from torchvision.models.detection._utils import overwrite_eps
from torchvision.ops import FrozenBatchNorm2d, StochasticDepth

HERE = pathlib.Path(__file__).parent


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(3, 20, 5), nn.Conv2d(20, 50, 5)
        self.fc1, self.fc2 = nn.Linear(800, 500), nn.Linear(500, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2, 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2, 2)
        return self.fc2(F.relu(self.fc1(x.flatten(1))))


class DoubleConv(nn.Module):
    def __init__(self, cin, cout):
        super().__init__()
        convs = [nn.Conv2d(c, cout, 3, padding=1, bias=False) for c in (cin, cout)]
        norms = [nn.BatchNorm2d(cout) for _ in convs]
        self.double_conv = nn.Sequential(convs[0], norms[0], nn.ReLU(), convs[1], norms[1], nn.ReLU())

    def forward(self, x):
        return self.double_conv(x)


class Down(nn.Module):
    def __init__(self, cin):
        super().__init__()
        self.maxpool_conv = nn.Sequential(nn.MaxPool2d(2), DoubleConv(cin, 2 * cin))

    def forward(self, x):
        return self.maxpool_conv(x)


class Up(nn.Module):
    def __init__(self, cin):
        super().__init__()
        self.up = nn.ConvTranspose2d(cin, cin // 2, 2, stride=2)
        self.conv = DoubleConv(cin, cin // 2)

    def forward(self, x, skip):
        return self.conv(torch.cat([skip, self.up(x)], 1))


class Out(nn.Module):
    def __init__(self, cin, classes):
        super().__init__()
        self.conv = nn.Conv2d(cin, classes, 1)

    def forward(self, x):
        return self.conv(x)


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.inc = DoubleConv(3, 64)
        self.down1, self.down2, self.down3, self.down4 = (Down(c) for c in (64, 128, 256, 512))
        self.up1, self.up2, self.up3, self.up4 = (Up(c) for c in (1024, 512, 256, 128))
        self.outc = Out(64, 2)

    def forward(self, x):
        a = self.inc(x)
        b = self.down1(a)
        c = self.down2(b)
        d = self.down3(c)
        x = self.up1(self.down4(d), d)
        return self.outc(self.up4(self.up3(self.up2(x, c), b), a))


class Detector(nn.Module):
    """A detector of torchvision, up to the numbers of which it makes boxes."""

    def __init__(self, model):
        super().__init__()
        self.backbone, self.head = model.backbone, model.head

    def forward(self, x):
        levels = list(enumerate(self.backbone(x).values(), 3))
        scores, boxes = self.head.classification_head, self.head.regression_head
        if hasattr(scores, "module_list"):
            heads = {"cls_logits": scores.module_list, "bbox_regression": boxes.module_list}
            return {f"{k}{i - 3}": heads[k][i - 3](x) for k in heads for i, x in levels}
        out = {f"cls_logits{i}": scores.cls_logits(scores.conv(x)) for i, x in levels}
        if not hasattr(boxes, "bbox_ctrness"):
            return out | {f"bbox_regression{i}": boxes.bbox_reg(boxes.conv(x)) for i, x in levels}
        conv = {i: boxes.conv(x) for i, x in levels}
        out |= {f"bbox_regression{i}": F.relu(boxes.bbox_reg(x)) for i, x in conv.items()}
        return out | {f"bbox_ctrness{i}": boxes.bbox_ctrness(x) for i, x in conv.items()}


def detector(function, args):
    """With norms that do not change where torchvision's weights have them."""
    module = sys.modules[torchvision.models.get_model_builder(function).__module__]
    if not hasattr(module, "resnet50"):
        return Detector(torchvision.models.get_model_builder(function)(**args | {"weights_backbone": None}))
    resnet50 = module.resnet50
    if not function.endswith("_v2"):
        module.resnet50 = lambda **args: resnet50(**args | {"norm_layer": FrozenBatchNorm2d})
    model = torchvision.models.get_model_builder(function)(**args | {"weights_backbone": None})
    module.resnet50 = resnet50
    if function == "retinanet_resnet50_fpn":
        # The norms of its weights have no eps.
        overwrite_eps(model, 0.0)
    return Detector(model)


def on_cpu(function):
    """RegNet computes its widths with tensors."""

    def wrapped(cls, **args):
        with torch.device("cpu"):
            return function(cls, **args)

    return classmethod(wrapped)


regnet.BlockParams.from_init_params = on_cpu(regnet.BlockParams.from_init_params.__func__)


def build(name, **args):
    """The network, in eval mode. With `_aux`, it has the outputs that it has while it is trained."""
    own = {"lenet": LeNet, "unet": UNet}
    function, aux, _ = name.partition("_aux")
    if function in torchvision.models.list_models(torchvision.models.detection):
        return detector(function, args).eval()
    if function in ("googlenet", "inception_v3"):
        args |= {"aux_logits": bool(aux), "init_weights": False}
    if function in torchvision.models.list_models(torchvision.models.segmentation):
        args |= {"weights_backbone": None}
        args |= {} if function.startswith("lraspp") else {"aux_loss": True}
    model = (own.get(function) or torchvision.models.get_model_builder(function))(**args).eval()
    # It calls the other heads if it is told that it is trained. The layers are not told.
    model.training = bool(aux)
    return model


def on_meta(name):
    with torch.device("meta"):
        return build(name)


def input_of(name, size):
    """Videos have 16 frames."""
    is_video = name in torchvision.models.list_models(torchvision.models.video)
    return [3, *([16] if is_video else []), size, size]


def named(output):
    """The names and values of the outputs. A single one has none."""
    if isinstance(output, tuple):
        output = output._asdict()
    if not isinstance(output, dict):
        return [("", output)]
    return list(output.items()) if len(output) > 1 else [("", *output.values())]


# These take the weights of the layers in them.
ATTENTIONS = (nn.MultiheadAttention, ShiftedWindowAttention, RelativePositionalMultiHeadAttention)


def windows(module, x):
    """The values in the windows of an attention, and how many tokens one has."""
    if isinstance(module, RelativePositionalMultiHeadAttention):
        return x[0].numel(), module.max_seq_len
    sizes = zip(x.shape[1:3], module.window_size)
    down, right = (-(-size // window) * window for size, window in sizes)
    return down * right * x.shape[3], module.window_size[0] * module.window_size[1]


def macs(module, x, y):
    if isinstance(module, (nn.Conv2d, nn.Conv3d)):
        return y[0].numel() * module.weight[0].numel()
    if isinstance(module, nn.ConvTranspose2d):
        return x[0].numel() * module.weight[0].numel()
    if isinstance(module, nn.Linear):
        return y[0].numel() * module.in_features
    if isinstance(module, nn.MultiheadAttention):
        # The projections, the scores, and their sums of values.
        return y[0][0].numel() * (4 * module.embed_dim + 2 * y[0].shape[1])
    if isinstance(module, ATTENTIONS):
        values, tokens = windows(module, x)
        made = values * (4 * x.shape[-1] + 2 * tokens)
        if isinstance(module, ShiftedWindowAttentionV2):
            # The network that makes the biases, for each relative position.
            layers = [module.cpb_mlp[0].weight, module.cpb_mlp[2].weight]
            made += module.relative_coords_table[..., 0].numel() * sum(layer.numel() for layer in layers)
        return made
    return 0


def facts(model, shape):
    rows = []

    def note(name):
        def hook(module, inputs, output):
            attends = isinstance(module, ATTENTIONS)
            params = sum(p.numel() for p in module.parameters(recurse=attends))
            costs = [params, macs(module, inputs[0], output)]
            shape = list((output[0] if isinstance(output, tuple) else output).shape[1:])
            rows.append([name, type(module).__name__, shape, *costs])

        return hook

    attentions = [m for m in model.modules() if isinstance(m, ATTENTIONS)]
    inside = {layer for attention in attentions for layer in attention.modules() if layer is not attention}
    for name, module in model.named_modules():
        if module not in inside and (not list(module.children()) or module in attentions):
            module.register_forward_hook(note(name))
    with FlopCounterMode(display=False) as flops:
        output = model(torch.zeros(1, *shape, device="meta"))
    # PyTorch counts two for each multiply-accumulate.
    assert flops.get_total_flops() == 2 * sum(row[4] for row in rows), flops.get_total_flops()
    params = list(model.parameters())
    state = model.state_dict().items()
    return {
        "input": shape,
        "outputs": [[name, list(value.shape[1:])] for name, value in named(output)],
        "params": sum(p.numel() for p in params),
        "trainable": sum(p.numel() for p in params if p.requires_grad),
        "macs": sum(row[4] for row in rows),
        "rows": [row for row in rows if row[3]],
        "state_dict": [[k, list(v.shape)] for k, v in state if "num_batches" not in k],
    }


def hyper(model):
    modules = list(model.named_modules())
    # Each once, in the order in which they come first.
    every = lambda kind, value: list(dict.fromkeys(value(m) for _, m in modules if isinstance(m, kind)))
    norms = every((nn.BatchNorm2d, nn.BatchNorm3d), lambda m: (m.eps, m.momentum))
    return {
        "batchnorm": [value for norm in norms for value in norm],
        "layernorm": every(nn.LayerNorm, lambda m: m.eps),
        "dropout": {name: m.p for name, m in modules if isinstance(m, nn.Dropout)},
        "stochastic_depth": {name: m.p for name, m in modules if isinstance(m, StochasticDepth)},
    }


def kept(model, shape):
    """The bytes that a training step keeps for the backward pass, for each sample.

    Parameters and buffers are not counted, nor is what has one dim, the statistics of norms.
    """
    samples = 2
    owned = [*model.parameters(), *model.buffers()]
    owned = {tensor.untyped_storage()._cdata for tensor in owned}
    storages = {}

    def note(tensor):
        storage = tensor.untyped_storage()
        if storage._cdata not in owned and tensor.dim() > 1:
            # The storage is held, so that no other one is where it was.
            storages[storage._cdata] = storage
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor):
        model.train()(torch.zeros(samples, *shape, device="meta"))
    return sum(storage.nbytes() for storage in storages.values()) // samples


def published(name, size):
    """What torchvision publishes of a network: its paper, and the best result of weights for this size.

    The metric of classifiers is the accuracy in percent, that of networks that segment the mean intersection over
    union, and that of detectors the mean average precision of their boxes.
    """
    if name not in torchvision.models.list_models():
        return {}
    text = torchvision.models.get_model_builder(name).__doc__
    # The reference of a model is the first link to an article; some links have their titles around them.
    link = re.search(r"`+([^`]+?)\s*<(https?://arxiv\.org/abs/[^>]+)>`", text)
    paper = {"title": " ".join(link[1].split()), "url": link[2].replace("http:", "https:")} if link else {}
    best = {}
    for weights in torchvision.models.get_model_weights(name):
        crop = getattr(weights.transforms, "keywords", {}).get("crop_size", size)
        crop = crop if isinstance(crop, int) else crop[0]
        is_video = name in torchvision.models.list_models(torchvision.models.video)
        (data, metrics), = weights.meta["_metrics"].items()
        metric = next(iter(key for key in ("acc@1", "miou", "box_map") if key in metrics))
        value = metrics[metric]
        if (crop == size or is_video) and not math.isnan(value) and value > best.get("value", 0):
            best = {"value": value, "metric": metric, "data": data, "weights": weights.name}
    return paper | best


def main():
    zoo = json.loads((HERE / "zoo.json").read_text())
    others, hypers, keeps, publications = {}, {}, {}, {}
    for line in sys.stdin:
        name, size = line.split()
        model = on_meta(name)
        hypers[name] = hyper(model)
        publications[name] = published(name, int(size))
        key, shape = f"{name}@{size}", input_of(name, int(size))
        keeps[key] = kept(on_meta(name), shape)
        if key not in zoo["models"]:
            others[key] = facts(model, shape)
    compact = {"separators": (",", ":")}
    others = {"columns": zoo["columns"], "models": others}
    (HERE / "others.json").write_text(json.dumps(others, **compact))
    (HERE / "hyper.json").write_text(json.dumps(hypers, **compact))
    (HERE / "published.json").write_text(json.dumps(publications, indent=0))
    (HERE / "kept.json").write_text(json.dumps(keeps, indent=0))


if __name__ == "__main__":
    main()
