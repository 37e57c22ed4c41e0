//! The outputs of networks, compared with torchvision's: the right layers may be in the wrong place, which no count
//! tells.

use cnn::Graph;
use cnn_zoo::convnext::ConvNextTiny;
use cnn_zoo::detection::{
    FcosResNet50, RetinaNetResNet50, RetinaNetResNet50V2, Ssd300Vgg16, SsdLite320MobileNetV3Large,
};
use cnn_zoo::googlenet::{GoogLeNet, GoogLeNetAux};
use cnn_zoo::inception::{InceptionV3, InceptionV3Aux};
use cnn_zoo::maxvit::MaxVitT;
use cnn_zoo::segmentation::{
    DeepLabV3MobileNetV3Large, DeepLabV3ResNet50, DeepLabV3ResNet101, FcnResNet50, FcnResNet101,
    LrasppMobileNetV3Large,
};
use cnn_zoo::swin_transformer::{SwinT, SwinV2T};
use cnn_zoo::video::{MC3_18, R2Plus1D18, R3D18, S3D};
use cnn_zoo::vision_transformer::ViTB16;
use serde_json::Value;

use crate::facts::{compare_outputs, compare_outputs_of_large};

#[test]
fn outputs_are_torchvisions() {
    let networks: [(&str, &Graph); 18] = [
        ("googlenet", &GoogLeNet::<10, 80>::GRAPH),
        ("googlenet_aux", &GoogLeNetAux::<10, 80>::GRAPH),
        ("inception_v3", &InceptionV3::<10, 80>::GRAPH),
        ("r3d_18", &R3D18::<10, 9, 12>::GRAPH),
        ("mc3_18", &MC3_18::<10, 9, 12>::GRAPH),
        ("r2plus1d_18", &R2Plus1D18::<10, 9, 12>::GRAPH),
        ("vit_b_16", &ViTB16::<10, 48>::GRAPH),
        ("convnext_tiny", &ConvNextTiny::<10, 40>::GRAPH),
        ("swin_t", &SwinT::<10, 64>::GRAPH),
        ("swin_v2_t", &SwinV2T::<10, 64>::GRAPH),
        ("fcn_resnet50", &FcnResNet50::<10, 32>::GRAPH),
        ("deeplabv3_resnet50", &DeepLabV3ResNet50::<10, 32>::GRAPH),
        ("deeplabv3_mobilenet_v3_large", &DeepLabV3MobileNetV3Large::<10, 40>::GRAPH),
        ("lraspp_mobilenet_v3_large", &LrasppMobileNetV3Large::<10, 40>::GRAPH),
        ("retinanet_resnet50_fpn", &RetinaNetResNet50::<10, 64>::GRAPH),
        ("retinanet_resnet50_fpn_v2", &RetinaNetResNet50V2::<10, 64>::GRAPH),
        ("fcos_resnet50_fpn", &FcosResNet50::<10, 64>::GRAPH),
        ("ssdlite320_mobilenet_v3_large", &SsdLite320MobileNetV3Large::<10, 64>::GRAPH),
    ];
    let outputs = outputs();
    for (name, graph) in networks {
        compare_outputs(name, graph, &outputs[name]);
    }
}

/// It takes longer than all the others, as it does not take small images.
#[test]
fn outputs_of_inception_are_torchvisions() {
    let name = "inception_v3_aux";
    compare_outputs(name, &InceptionV3Aux::<10>::GRAPH, &outputs()[name]);
}

/// They take minutes: they are deep, or take no small images and clips.
#[test]
fn outputs_of_large_networks_are_torchvisions() {
    let networks: [(&str, &Graph); 5] = [
        ("s3d", &S3D::<10, 14>::GRAPH),
        ("maxvit_t", &MaxVitT::<10>::GRAPH),
        ("ssd300_vgg16", &Ssd300Vgg16::<10, 268>::GRAPH),
        ("fcn_resnet101", &FcnResNet101::<10, 32>::GRAPH),
        ("deeplabv3_resnet101", &DeepLabV3ResNet101::<10, 32>::GRAPH),
    ];
    let outputs = outputs();
    for (name, graph) in networks {
        compare_outputs_of_large(name, graph, &outputs[name]);
    }
}

fn outputs() -> Value {
    serde_json::from_str(include_str!("../torchvision/outputs.json")).unwrap()
}
