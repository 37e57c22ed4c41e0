//! Networks of [timm](https://github.com/huggingface/pytorch-image-models), chosen for the variety of what they are made
//! of, and equal to timm's in every shape, parameter and name. They are a feature of their own, `timm`, which is off by
//! default.
//!
//! ```
//! use cnn_zoo::timm::mobilevit::MobileVitXxs;
//!
//! assert_eq!(<MobileVitXxs>::PARAMS, 1_272_024);
//! assert_eq!(MobileVitXxs::<10, 128>::OUTPUT.dims(), [10]);
//! ```
//!
//! To load timm's weights, save `timm.create_model("mobilevit_xxs", pretrained=True).state_dict()` with safetensors in
//! Python; `Net::load_safetensors` of `cnn-candle` and `cnn-burn` reads that file.
//!
//! | network | what it shows |
//! | :-- | :-- |
//! | [BoTNet](botnet) | attention with relative positions, from padding and another shape |
//! | [ConvMixer](convmixer) | an isotropic network |
//! | [ConvNeXt V2](convnextv2) | global response normalisation |
//! | [CSPNet](cspnet) | half of the channels pass a stage by |
//! | [DLA](dla) | trees, with labels in lists |
//! | [DPN](dpn) | channels that are added to, and channels that are appended |
//! | [EfficientViT](efficientvit) | linear attention on several scales |
//! | [GhostNet](ghostnet) | stages as nested lists |
//! | [HGNetV2](hgnetv2) | learned scalars, and dense aggregation |
//! | [Inception-ResNet v2](inception_resnet_v2) | branches whose sum is scaled down |
//! | [MixNet](mixnet) | kernels of several sizes in one layer |
//! | [MobileViT](mobilevit) | convolutions, and attention to patches that are unfolded by reshaping |
//! | [PoolFormer](poolformer) | pools in place of attention |
//! | [RepVGG](repvgg) | branches that can be made one |
//! | [Res2Net](res2net) | a chain of parts inside of a unit |
//! | [ResMLP](resmlp) | linear layers across tokens, learned factors and offsets |
//! | [ResNeSt](resnest) | split attention |
//! | [SelecSLS](selecsls) | skips to later blocks |
//! | [SKNet](skresnet) | a softmax over paths |
//! | [VoVNet](vovnet) | one-shot aggregation |
//! | [Xception](xception) | separable convolutions |

use crate::{Entry, entries};

pub mod blocks;
pub mod botnet;
pub mod convmixer;
pub mod convnextv2;
pub mod cspnet;
pub mod dla;
pub mod dpn;
pub mod efficientvit;
pub mod ghostnet;
pub mod hgnetv2;
pub mod inception_resnet_v2;
pub mod mixnet;
pub mod mobilevit;
pub mod poolformer;
pub mod repvgg;
pub mod res2net;
pub mod resmlp;
pub mod resnest;
pub mod selecsls;
pub mod skresnet;
pub mod vovnet;
pub mod xception;

/// Every network of this module, under timm's name, with the classes and the size of timm's weights.
pub const fn all() -> &'static [Entry] {
    ALL
}

entries! {
    "timm" botnet {
        "botnet26t_256": BotNet26t,
    }
    "timm" convmixer {
        "convmixer_768_32": ConvMixer768x32,
    }
    "timm" convnextv2 {
        "convnextv2_atto": ConvNextV2Atto,
    }
    "timm" cspnet {
        "cspresnet50": CspResNet50,
    }
    "timm" dla {
        "dla34": Dla34,
    }
    "timm" dpn {
        "dpn68": Dpn68,
    }
    "timm" efficientvit {
        "efficientvit_b0": EfficientVitB0,
    }
    "timm" ghostnet {
        "ghostnet_100": GhostNet,
    }
    "timm" hgnetv2 {
        "hgnetv2_b0": HgNetV2B0,
    }
    "timm" inception_resnet_v2 {
        "inception_resnet_v2": InceptionResNetV2,
    }
    "timm" mixnet {
        "mixnet_s": MixNetS,
    }
    "timm" mobilevit {
        "mobilevit_xxs": MobileVitXxs,
    }
    "timm" poolformer {
        "poolformer_s12": PoolFormerS12,
    }
    "timm" repvgg {
        "repvgg_a0": RepVggA0,
    }
    "timm" res2net {
        "res2net50_26w_4s": Res2Net50w26s4,
    }
    "timm" resmlp {
        "resmlp_12_224": ResMlp12,
    }
    "timm" resnest {
        "resnest14d": ResNest14d,
    }
    "timm" selecsls {
        "selecsls42b": SelecSls42b,
    }
    "timm" skresnet {
        "skresnet18": SkResNet18,
    }
    "timm" vovnet {
        "ese_vovnet19b_dw": EseVovNet19bDw,
    }
    "timm" xception {
        "legacy_xception": Xception,
    }
}
