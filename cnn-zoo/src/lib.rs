//! Well-known networks, declared with [`cnn!`](cnn::cnn) and equal to torchvision's in every shape,
//! parameter and name.
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
//! Each is a few lines of source, to be read and to be copied from: a family is one file of blocks,
//! and a network one line.
//!
#![doc = include_str!("gallery.md")]
#![no_std]

use cnn::{Graph, Summary};

pub mod alexnet;
pub mod convnext;
pub mod densenet;
pub mod efficientnet;
pub mod googlenet;
pub mod inception;
pub mod lenet;
pub mod mnasnet;
pub mod mobilenet_v2;
pub mod mobilenet_v3;
pub mod regnet;
pub mod resnet;
pub mod shufflenet_v2;
pub mod squeezenet;
pub mod unet;
pub mod vgg;

/// A network of the zoo.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Entry {
    /// The name of the function in torchvision that makes it; `lenet` and `unet` are not from there.
    pub name: &'static str,
    /// What it amounts to, at torchvision's own resolution.
    pub summary: &'static Summary,
    /// The network as data.
    pub graph: &'static Graph,
}

/// Every network, with 1,000 classes, at the size of torchvision's weights.
///
/// ```
/// let small = cnn_zoo::all().iter().filter(|entry| entry.summary.params < 3_000_000);
/// let names: Vec<&str> = small.map(|entry| entry.name).collect();
/// assert!(names.contains(&"squeezenet1_1"));
/// ```
pub const fn all() -> &'static [Entry] {
    ALL
}

/// A constant for each network, so that rustc evaluates again only those that change.
macro_rules! entries {
    ($($name:literal: $network:path,)*) => {
        const ALL: &[Entry] = &[$({
            const ENTRY: Entry = Entry {
                name: $name,
                summary: &<$network>::SUMMARY,
                graph: &<$network>::GRAPH,
            };
            ENTRY
        },)*];
    };
}

entries! {
    "lenet": lenet::LeNet,
    "unet": unet::UNet,
    "alexnet": alexnet::AlexNet,
    "vgg11": vgg::Vgg11,
    "vgg11_bn": vgg::Vgg11Bn,
    "vgg13": vgg::Vgg13,
    "vgg13_bn": vgg::Vgg13Bn,
    "vgg16": vgg::Vgg16,
    "vgg16_bn": vgg::Vgg16Bn,
    "vgg19": vgg::Vgg19,
    "vgg19_bn": vgg::Vgg19Bn,
    "resnet18": resnet::ResNet18,
    "resnet34": resnet::ResNet34,
    "resnet50": resnet::ResNet50,
    "resnet101": resnet::ResNet101,
    "resnet152": resnet::ResNet152,
    "resnext50_32x4d": resnet::ResNext50,
    "resnext101_32x8d": resnet::ResNext101,
    "resnext101_64x4d": resnet::ResNext101x64,
    "wide_resnet50_2": resnet::WideResNet50,
    "wide_resnet101_2": resnet::WideResNet101,
    "squeezenet1_0": squeezenet::SqueezeNet1_0,
    "squeezenet1_1": squeezenet::SqueezeNet1_1,
    "densenet121": densenet::DenseNet121,
    "densenet161": densenet::DenseNet161,
    "densenet169": densenet::DenseNet169,
    "densenet201": densenet::DenseNet201,
    "googlenet": googlenet::GoogLeNet,
    "inception_v3": inception::InceptionV3,
    "mobilenet_v2": mobilenet_v2::MobileNetV2,
    "mobilenet_v3_large": mobilenet_v3::MobileNetV3Large,
    "mobilenet_v3_small": mobilenet_v3::MobileNetV3Small,
    "mnasnet0_5": mnasnet::MnasNet0_5,
    "mnasnet0_75": mnasnet::MnasNet0_75,
    "mnasnet1_0": mnasnet::MnasNet1_0,
    "mnasnet1_3": mnasnet::MnasNet1_3,
    "shufflenet_v2_x0_5": shufflenet_v2::ShuffleNetV2X0_5,
    "shufflenet_v2_x1_0": shufflenet_v2::ShuffleNetV2X1_0,
    "shufflenet_v2_x1_5": shufflenet_v2::ShuffleNetV2X1_5,
    "shufflenet_v2_x2_0": shufflenet_v2::ShuffleNetV2X2_0,
    "efficientnet_b0": efficientnet::EfficientNetB0,
    "efficientnet_b1": efficientnet::EfficientNetB1,
    "efficientnet_b2": efficientnet::EfficientNetB2,
    "efficientnet_b3": efficientnet::EfficientNetB3,
    "efficientnet_b4": efficientnet::EfficientNetB4,
    "efficientnet_b5": efficientnet::EfficientNetB5,
    "efficientnet_b6": efficientnet::EfficientNetB6,
    "efficientnet_b7": efficientnet::EfficientNetB7,
    "efficientnet_v2_s": efficientnet::EfficientNetV2S,
    "efficientnet_v2_m": efficientnet::EfficientNetV2M,
    "efficientnet_v2_l": efficientnet::EfficientNetV2L,
    "regnet_x_400mf": regnet::RegNetX400MF,
    "regnet_x_800mf": regnet::RegNetX800MF,
    "regnet_x_1_6gf": regnet::RegNetX1_6GF,
    "regnet_x_3_2gf": regnet::RegNetX3_2GF,
    "regnet_x_8gf": regnet::RegNetX8GF,
    "regnet_x_16gf": regnet::RegNetX16GF,
    "regnet_x_32gf": regnet::RegNetX32GF,
    "regnet_y_400mf": regnet::RegNetY400MF,
    "regnet_y_800mf": regnet::RegNetY800MF,
    "regnet_y_1_6gf": regnet::RegNetY1_6GF,
    "regnet_y_3_2gf": regnet::RegNetY3_2GF,
    "regnet_y_8gf": regnet::RegNetY8GF,
    "regnet_y_16gf": regnet::RegNetY16GF,
    "regnet_y_32gf": regnet::RegNetY32GF,
    "regnet_y_128gf": regnet::RegNetY128GF,
    "convnext_tiny": convnext::ConvNextTiny,
    "convnext_small": convnext::ConvNextSmall,
    "convnext_base": convnext::ConvNextBase,
    "convnext_large": convnext::ConvNextLarge,
}
