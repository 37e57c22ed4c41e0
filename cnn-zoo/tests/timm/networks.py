"""The networks of timm that the zoo has, with the sizes of the small images that outputs.py shows them."""

import timm
import torch

# A product of matrices is one then, as in the declarations, and not a call that hides what it takes.
timm.layers.set_fused_attn(False)
# Some attentions compute in f32, whatever arrives.
torch.Tensor.float = lambda tensor: tensor

NETWORKS = {
    "botnet26t_256": 64,
    "convmixer_768_32": 14,
    "convnextv2_atto": 32,
    "cspresnet50": 32,
    "dla34": 32,
    "dpn68": 32,
    "efficientvit_b0": 64,
    "ghostnet_100": 32,
    "hgnetv2_b0": 32,
    "inception_resnet_v2": 75,
    "mixnet_s": 32,
    "mobilevit_xxs": 64,
    "poolformer_s12": 32,
    "repvgg_a0": 32,
    "res2net50_26w_4s": 32,
    "resmlp_12_224": 32,
    "resnest14d": 32,
    "selecsls42b": 32,
    "skresnet18": 32,
    "ese_vovnet19b_dw": 32,
    "legacy_xception": 32,
}


def build(name, **args):
    """The network in eval mode, without weights."""
    return timm.create_model(name, **args).eval()


def on_meta(name):
    """The same without values, and the shape of its input."""
    with torch.device("meta"):
        model = build(name)
    return model, list(model.pretrained_cfg["input_size"])
