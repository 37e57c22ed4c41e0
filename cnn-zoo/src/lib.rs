//! torchvision's networks, declared with [`cnn!`](cnn::cnn) and equal in every shape, parameter and name.
//!
//! Their weights have the names and shapes of torchvision's `state_dict`. The number of classes and
//! the size of the image are parameters: `ResNet18<10, 32>` is the network for CIFAR-10.
//!
//! ```
//! use cnn_zoo::resnet::ResNet18;
//!
//! assert_eq!(<ResNet18>::PARAMS, 11_689_512);
//! assert_eq!(ResNet18::<10, 32>::OUTPUT.dims(), [10]);
//! ```
//!
//! The source is meant to be read and copied: a family is one file of blocks, and each of its networks is one line.
//!
//! # Features
//!
//! Each family is a feature with the name of its module. All are enabled by default; to compile only one of them, write
//!
//! ```toml
//! cnn-zoo = { version = "0.1", default-features = false, features = ["alloc", "resnet"] }
//! ```
//!
//! Networks of timm, one or a few of a family, are a feature that is off by default: `timm`, with a module of this
//! name.
//!
#![doc = include_str!("gallery.md")]
#![no_std]

use cnn::{Graph, Summary};

/// The usage section on the page of a network: how to build on it, up to one of its labels, and how to load its
/// weights.
#[allow(
    unused_macros,
    reason = "without the features of torchvision's families, there is no such page"
)]
macro_rules! usage {
    ($network:literal, $label:literal, $name:literal) => {
        concat!(
            "**To build on it**, write `backbone: ",
            $network,
            " until ",
            $label,
            ";` in a [`cnn!`](cnn::cnn). **To load torchvision's weights**, save `",
            $name,
            "(weights=\"DEFAULT\").state_dict()` with safetensors in Python; `Net::load_safetensors` of `cnn-candle` \
             and `cnn-burn` reads that file.",
        )
    };
}

#[cfg(feature = "alexnet")]
pub mod alexnet;
pub mod blocks;
#[cfg(feature = "convnext")]
pub mod convnext;
#[cfg(feature = "densenet")]
pub mod densenet;
#[cfg(feature = "detection")]
pub mod detection;
#[cfg(feature = "efficientnet")]
pub mod efficientnet;
#[cfg(feature = "googlenet")]
pub mod googlenet;
#[cfg(feature = "inception")]
pub mod inception;
#[cfg(feature = "lenet")]
pub mod lenet;
#[cfg(feature = "maxvit")]
pub mod maxvit;
#[cfg(feature = "mnasnet")]
pub mod mnasnet;
#[cfg(feature = "mobilenet_v2")]
pub mod mobilenet_v2;
#[cfg(feature = "mobilenet_v3")]
pub mod mobilenet_v3;
#[cfg(feature = "regnet")]
pub mod regnet;
#[cfg(feature = "resnet")]
pub mod resnet;
#[cfg(feature = "segmentation")]
pub mod segmentation;
#[cfg(feature = "shufflenet_v2")]
pub mod shufflenet_v2;
#[cfg(feature = "squeezenet")]
pub mod squeezenet;
#[cfg(feature = "swin_transformer")]
pub mod swin_transformer;
#[cfg(feature = "timm")]
pub mod timm;
#[cfg(feature = "unet")]
pub mod unet;
#[cfg(feature = "vgg")]
pub mod vgg;
#[cfg(feature = "video")]
pub mod video;
#[cfg(feature = "vision_transformer")]
pub mod vision_transformer;

/// A network of the zoo.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Entry {
    /// The name of the function in torchvision, or in timm, that creates it; `lenet` and `unet` are from neither. With
    /// `_aux`, it is the network for training, with auxiliary classifiers: [`Graph::outputs`] lists them.
    pub name: &'static str,
    /// Its summary, at torchvision's resolution.
    pub summary: &'static Summary,
    /// The network as data.
    pub graph: &'static Graph,
}

/// All networks, with the classes and the resolution of torchvision's weights, except those of disabled features.
///
/// ```
/// let small = cnn_zoo::all().iter().filter(|entry| entry.summary.params < 3_000_000);
/// let names: Vec<&str> = small.map(|entry| entry.name).collect();
/// assert!(names.contains(&"squeezenet1_1"));
/// ```
pub const fn all() -> &'static [Entry] {
    ALL
}

/// The entries of the families: for each its feature and module, and its networks under torchvision's
/// names. A static for each network, so that rustc evaluates again only those that change, and none of
/// them for another crate's constants.
macro_rules! entries {
    ($($feature:literal $family:ident { $($name:literal: $network:ident,)* })*) => {
        static ALL: &[Entry] = &[$($(
            #[cfg(feature = $feature)]
            {
                static ENTRY: Entry = Entry {
                    name: $name,
                    summary: &<$family::$network>::SUMMARY,
                    graph: &<$family::$network>::GRAPH,
                };
                ENTRY
            },
        )*)*];
    };
}
#[cfg(feature = "timm")]
use entries;

entries! {
    "lenet" lenet {
        "lenet": LeNet,
    }
    "unet" unet {
        "unet": UNet,
    }
    "alexnet" alexnet {
        "alexnet": AlexNet,
    }
    "vgg" vgg {
        "vgg11": Vgg11,
        "vgg11_bn": Vgg11Bn,
        "vgg13": Vgg13,
        "vgg13_bn": Vgg13Bn,
        "vgg16": Vgg16,
        "vgg16_bn": Vgg16Bn,
        "vgg19": Vgg19,
        "vgg19_bn": Vgg19Bn,
    }
    "resnet" resnet {
        "resnet18": ResNet18,
        "resnet34": ResNet34,
        "resnet50": ResNet50,
        "resnet101": ResNet101,
        "resnet152": ResNet152,
        "resnext50_32x4d": ResNext50,
        "resnext101_32x8d": ResNext101,
        "resnext101_64x4d": ResNext101x64,
        "wide_resnet50_2": WideResNet50,
        "wide_resnet101_2": WideResNet101,
    }
    "squeezenet" squeezenet {
        "squeezenet1_0": SqueezeNet1_0,
        "squeezenet1_1": SqueezeNet1_1,
    }
    "densenet" densenet {
        "densenet121": DenseNet121,
        "densenet161": DenseNet161,
        "densenet169": DenseNet169,
        "densenet201": DenseNet201,
    }
    "googlenet" googlenet {
        "googlenet": GoogLeNet,
        "googlenet_aux": GoogLeNetAux,
    }
    "inception" inception {
        "inception_v3": InceptionV3,
        "inception_v3_aux": InceptionV3Aux,
    }
    "mobilenet_v2" mobilenet_v2 {
        "mobilenet_v2": MobileNetV2,
    }
    "mobilenet_v3" mobilenet_v3 {
        "mobilenet_v3_large": MobileNetV3Large,
        "mobilenet_v3_small": MobileNetV3Small,
    }
    "mnasnet" mnasnet {
        "mnasnet0_5": MnasNet0_5,
        "mnasnet0_75": MnasNet0_75,
        "mnasnet1_0": MnasNet1_0,
        "mnasnet1_3": MnasNet1_3,
    }
    "shufflenet_v2" shufflenet_v2 {
        "shufflenet_v2_x0_5": ShuffleNetV2X0_5,
        "shufflenet_v2_x1_0": ShuffleNetV2X1_0,
        "shufflenet_v2_x1_5": ShuffleNetV2X1_5,
        "shufflenet_v2_x2_0": ShuffleNetV2X2_0,
    }
    "efficientnet" efficientnet {
        "efficientnet_b0": EfficientNetB0,
        "efficientnet_b1": EfficientNetB1,
        "efficientnet_b2": EfficientNetB2,
        "efficientnet_b3": EfficientNetB3,
        "efficientnet_b4": EfficientNetB4,
        "efficientnet_b5": EfficientNetB5,
        "efficientnet_b6": EfficientNetB6,
        "efficientnet_b7": EfficientNetB7,
        "efficientnet_v2_s": EfficientNetV2S,
        "efficientnet_v2_m": EfficientNetV2M,
        "efficientnet_v2_l": EfficientNetV2L,
    }
    "regnet" regnet {
        "regnet_x_400mf": RegNetX400MF,
        "regnet_x_800mf": RegNetX800MF,
        "regnet_x_1_6gf": RegNetX1_6GF,
        "regnet_x_3_2gf": RegNetX3_2GF,
        "regnet_x_8gf": RegNetX8GF,
        "regnet_x_16gf": RegNetX16GF,
        "regnet_x_32gf": RegNetX32GF,
        "regnet_y_400mf": RegNetY400MF,
        "regnet_y_800mf": RegNetY800MF,
        "regnet_y_1_6gf": RegNetY1_6GF,
        "regnet_y_3_2gf": RegNetY3_2GF,
        "regnet_y_8gf": RegNetY8GF,
        "regnet_y_16gf": RegNetY16GF,
        "regnet_y_32gf": RegNetY32GF,
        "regnet_y_128gf": RegNetY128GF,
    }
    "convnext" convnext {
        "convnext_tiny": ConvNextTiny,
        "convnext_small": ConvNextSmall,
        "convnext_base": ConvNextBase,
        "convnext_large": ConvNextLarge,
    }
    "vision_transformer" vision_transformer {
        "vit_b_16": ViTB16,
        "vit_b_32": ViTB32,
        "vit_l_16": ViTL16,
        "vit_l_32": ViTL32,
        "vit_h_14": ViTH14,
    }
    "swin_transformer" swin_transformer {
        "swin_t": SwinT,
        "swin_s": SwinS,
        "swin_b": SwinB,
        "swin_v2_t": SwinV2T,
        "swin_v2_s": SwinV2S,
        "swin_v2_b": SwinV2B,
    }
    "maxvit" maxvit {
        "maxvit_t": MaxVitT,
    }
    "segmentation" segmentation {
        "fcn_resnet50": FcnResNet50,
        "fcn_resnet101": FcnResNet101,
        "deeplabv3_resnet50": DeepLabV3ResNet50,
        "deeplabv3_resnet101": DeepLabV3ResNet101,
        "deeplabv3_mobilenet_v3_large": DeepLabV3MobileNetV3Large,
        "lraspp_mobilenet_v3_large": LrasppMobileNetV3Large,
    }
    "detection" detection {
        "retinanet_resnet50_fpn": RetinaNetResNet50,
        "retinanet_resnet50_fpn_v2": RetinaNetResNet50V2,
        "fcos_resnet50_fpn": FcosResNet50,
        "ssd300_vgg16": Ssd300Vgg16,
        "ssdlite320_mobilenet_v3_large": SsdLite320MobileNetV3Large,
    }
    "video" video {
        "r3d_18": R3D18,
        "mc3_18": MC3_18,
        "r2plus1d_18": R2Plus1D18,
        "s3d": S3D,
    }
}
