//! Compares the shape and the value of every node of the zoo's networks in every engine with the reference,
//! with random weights, on small images, so that it takes seconds.
//!
//! Networks with many parameters take gigabytes of memory. They run if `CNN_WHOLE_ZOO` is set.

mod engines;

use std::env;

use cnn_core::{Graph, Summary};
use cnn_reference::{State, outputs, random};
use cnn_zoo::*;
use engines::{ENGINES, Precision};

/// Networks with at most so many parameters and multiply-accumulates always run.
const FEW: (u64, u64) = (9_000_000, 1_000_000_000);

macro_rules! networks {
    ($($name:literal: $network:path,)*) => {
        const NETWORKS: &[(&str, Graph, Summary)] = &[$(
            ($name, <$network>::GRAPH, <$network>::SUMMARY),
        )*];
    };
}

networks! {
    "lenet": lenet::LeNet,
    "unet": unet::UNet<2, 32, 48>,
    "alexnet": alexnet::AlexNet<10, 64>,
    "vgg11": vgg::Vgg11<10, 40>,
    "vgg11_bn": vgg::Vgg11Bn<10, 40>,
    "vgg13": vgg::Vgg13<10, 40>,
    "vgg13_bn": vgg::Vgg13Bn<10, 40>,
    "vgg16": vgg::Vgg16<10, 40>,
    "vgg16_bn": vgg::Vgg16Bn<10, 40>,
    "vgg19": vgg::Vgg19<10, 40>,
    "vgg19_bn": vgg::Vgg19Bn<10, 40>,
    "resnet18": resnet::ResNet18<10, 40>,
    "resnet34": resnet::ResNet34<10, 40>,
    "resnet50": resnet::ResNet50<10, 40>,
    "resnet101": resnet::ResNet101<10, 40>,
    "resnet152": resnet::ResNet152<10, 40>,
    "resnext50_32x4d": resnet::ResNext50<10, 40>,
    "resnext101_32x8d": resnet::ResNext101<10, 40>,
    "resnext101_64x4d": resnet::ResNext101x64<10, 40>,
    "wide_resnet50_2": resnet::WideResNet50<10, 40>,
    "wide_resnet101_2": resnet::WideResNet101<10, 40>,
    "squeezenet1_0": squeezenet::SqueezeNet1_0<10, 40>,
    "squeezenet1_1": squeezenet::SqueezeNet1_1<10, 40>,
    "densenet121": densenet::DenseNet121<10, 40>,
    "densenet161": densenet::DenseNet161<10, 40>,
    "densenet169": densenet::DenseNet169<10, 40>,
    "densenet201": densenet::DenseNet201<10, 40>,
    "googlenet": googlenet::GoogLeNet<10, 64>,
    "googlenet_aux": googlenet::GoogLeNetAux<10, 64>,
    "inception_v3": inception::InceptionV3<10, 80>,
    "inception_v3_aux": inception::InceptionV3Aux<10>,
    "mobilenet_v2": mobilenet_v2::MobileNetV2<10, 40>,
    "mobilenet_v3_large": mobilenet_v3::MobileNetV3Large<10, 40>,
    "mobilenet_v3_small": mobilenet_v3::MobileNetV3Small<10, 40>,
    "mnasnet0_5": mnasnet::MnasNet0_5<10, 40>,
    "mnasnet0_75": mnasnet::MnasNet0_75<10, 40>,
    "mnasnet1_0": mnasnet::MnasNet1_0<10, 40>,
    "mnasnet1_3": mnasnet::MnasNet1_3<10, 40>,
    "shufflenet_v2_x0_5": shufflenet_v2::ShuffleNetV2X0_5<10, 40>,
    "shufflenet_v2_x1_0": shufflenet_v2::ShuffleNetV2X1_0<10, 40>,
    "shufflenet_v2_x1_5": shufflenet_v2::ShuffleNetV2X1_5<10, 40>,
    "shufflenet_v2_x2_0": shufflenet_v2::ShuffleNetV2X2_0<10, 40>,
    "efficientnet_b0": efficientnet::EfficientNetB0<10, 40>,
    "efficientnet_b1": efficientnet::EfficientNetB1<10, 40>,
    "efficientnet_b2": efficientnet::EfficientNetB2<10, 40>,
    "efficientnet_b3": efficientnet::EfficientNetB3<10, 40>,
    "efficientnet_b4": efficientnet::EfficientNetB4<10, 40>,
    "efficientnet_b5": efficientnet::EfficientNetB5<10, 40>,
    "efficientnet_b6": efficientnet::EfficientNetB6<10, 40>,
    "efficientnet_b7": efficientnet::EfficientNetB7<10, 40>,
    "efficientnet_v2_s": efficientnet::EfficientNetV2S<10, 40>,
    "efficientnet_v2_m": efficientnet::EfficientNetV2M<10, 40>,
    "efficientnet_v2_l": efficientnet::EfficientNetV2L<10, 40>,
    "regnet_x_400mf": regnet::RegNetX400MF<10, 40>,
    "regnet_x_800mf": regnet::RegNetX800MF<10, 40>,
    "regnet_x_1_6gf": regnet::RegNetX1_6GF<10, 40>,
    "regnet_x_3_2gf": regnet::RegNetX3_2GF<10, 40>,
    "regnet_x_8gf": regnet::RegNetX8GF<10, 40>,
    "regnet_x_16gf": regnet::RegNetX16GF<10, 40>,
    "regnet_x_32gf": regnet::RegNetX32GF<10, 40>,
    "regnet_y_400mf": regnet::RegNetY400MF<10, 40>,
    "regnet_y_800mf": regnet::RegNetY800MF<10, 40>,
    "regnet_y_1_6gf": regnet::RegNetY1_6GF<10, 40>,
    "regnet_y_3_2gf": regnet::RegNetY3_2GF<10, 40>,
    "regnet_y_8gf": regnet::RegNetY8GF<10, 40>,
    "regnet_y_16gf": regnet::RegNetY16GF<10, 40>,
    "regnet_y_32gf": regnet::RegNetY32GF<10, 40>,
    "regnet_y_128gf": regnet::RegNetY128GF<10, 40>,
    "convnext_tiny": convnext::ConvNextTiny<10, 40>,
    "convnext_small": convnext::ConvNextSmall<10, 40>,
    "convnext_base": convnext::ConvNextBase<10, 40>,
    "convnext_large": convnext::ConvNextLarge<10, 40>,
    "vit_b_16": vision_transformer::ViTB16<10, 32>,
    "vit_b_32": vision_transformer::ViTB32<10, 32>,
    "vit_l_16": vision_transformer::ViTL16<10, 32>,
    "vit_l_32": vision_transformer::ViTL32<10, 32>,
    "vit_h_14": vision_transformer::ViTH14<10, 28>,
    "swin_t": swin_transformer::SwinT<10, 32>,
    "swin_s": swin_transformer::SwinS<10, 32>,
    "swin_b": swin_transformer::SwinB<10, 32>,
    "swin_v2_t": swin_transformer::SwinV2T<10, 32>,
    "swin_v2_s": swin_transformer::SwinV2S<10, 32>,
    "swin_v2_b": swin_transformer::SwinV2B<10, 32>,
    "maxvit_t": maxvit::MaxVitT<10>,
    "fcn_resnet50": segmentation::FcnResNet50<10, 32>,
    "fcn_resnet101": segmentation::FcnResNet101<10, 32>,
    "deeplabv3_resnet50": segmentation::DeepLabV3ResNet50<10, 32>,
    "deeplabv3_resnet101": segmentation::DeepLabV3ResNet101<10, 32>,
    "deeplabv3_mobilenet_v3_large": segmentation::DeepLabV3MobileNetV3Large<10, 40>,
    "lraspp_mobilenet_v3_large": segmentation::LrasppMobileNetV3Large<10, 40>,
    "retinanet_resnet50_fpn": detection::RetinaNetResNet50<10, 64>,
    "retinanet_resnet50_fpn_v2": detection::RetinaNetResNet50V2<10, 64>,
    "fcos_resnet50_fpn": detection::FcosResNet50<10, 64>,
    "ssd300_vgg16": detection::Ssd300Vgg16<10, 268>,
    "ssdlite320_mobilenet_v3_large": detection::SsdLite320MobileNetV3Large<10, 64>,
    "r3d_18": video::R3D18<10, 8, 16>,
    "mc3_18": video::MC3_18<10, 8, 16>,
    "r2plus1d_18": video::R2Plus1D18<10, 8, 16>,
    "s3d": video::S3D<10, 14>,
}

#[test]
fn all_networks_are_here() {
    let names: Vec<&str> = NETWORKS.iter().map(|(name, ..)| *name).collect();
    let all: Vec<&str> = all().iter().map(|entry| entry.name).collect();
    assert_eq!(names, all);
}

#[test]
fn engines_agree_with_the_reference_on_every_node_of_every_network() {
    let whole = env::var_os("CNN_WHOLE_ZOO").is_some();
    let mut count = 0;
    for (name, graph, summary) in NETWORKS {
        if whole || summary.params <= FEW.0 && summary.macs <= FEW.1 {
            agree(name, graph);
            count += 1;
        }
    }
    assert_eq!(count, if whole { 99 } else { 26 });
    if !whole {
        println!("SKIPPED: {} large networks, which run with CNN_WHOLE_ZOO=1", 99 - count);
    }
}

fn agree(name: &str, graph: &Graph) {
    let state = State::random(graph, 1);
    let input = random::batch(graph, 2, 2);
    let expected = outputs(graph, &state, &input);
    for engine in ENGINES {
        let outputs = engine
            .nodes(graph, &state, &input, Precision::Single)
            .unwrap_or_else(|refusal| panic!("{name} in {}: {refusal}", engine.name));
        // Of the layers in another network, the output that is compared.
        let own = |(name, _): &(String, _)| graph.node(name).is_some();
        let outputs: Vec<_> = outputs.into_iter().filter(own).collect();
        assert_eq!(outputs.len(), graph.nodes.len());
        let mut furthest: f64 = 0.0;
        for (((node, value), expected), declared) in outputs.iter().zip(&expected).zip(graph.nodes)
        {
            let at = format!("{name} in {}, {node}", engine.name);
            assert_eq!(node, declared.name, "{at}");
            assert_eq!(value.sizes()[1..], *declared.output.dims(), "{at}");
            let distance = value.distance(expected) / expected.magnitude();
            assert!(distance < 2e-5, "{at}: off by {distance:e} of the largest value");
            furthest = furthest.max(distance);
        }
        println!("{name} in {}: within {furthest:.0e} of the largest value", engine.name);
    }
}
