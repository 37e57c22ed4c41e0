//! Segmentation: FCN, from [Fully Convolutional Networks for Semantic Segmentation][fcn] by Long, Shelhamer and
//! Darrell, DeepLabV3, from [Rethinking Atrous Convolution for Semantic Image Segmentation][deeplab] by Chen,
//! Papandreou, Schroff and Adam, and Lite R-ASPP, from [Searching for MobileNetV3][lraspp] by Howard and others.
//!
//! FCN and DeepLabV3 have two outputs, as torchvision's weights do: `out`, and `aux`, which helps to train.
//!
//! [fcn]: https://arxiv.org/abs/1411.4038
//! [deeplab]: https://arxiv.org/abs/1706.05587
//! [lraspp]: https://arxiv.org/abs/1905.02244

use cnn::cnn;

use crate::mobilenet_v3::DilatedMobileNetV3Large;
use crate::resnet::{DilatedResNet50, DilatedResNet101};

cnn! {
    /// A score for each class at each position.
    block fcn_head(cin, classes) {
        _: seq {
            conv(cin, cin / 4, 3, padding = 1, bias = false); batchnorm(cin / 4); relu;
            dropout(0.1);
            conv(cin / 4, classes, 1);
        }
    }

    /// 1 × 1 windows, or 3 × 3 windows with a dilation that keeps the size.
    block aspp_conv(cin, kernel_size, dilation) {
        _: seq {
            conv(
                cin, 256, kernel_size, padding = kernel_size / 3 * dilation,
                dilation = dilation, bias = false,
            );
            batchnorm(256);
            relu;
        }
    }

    /// The mean of all positions, at each position.
    block aspp_pooling(cin, size) {
        _: seq {
            adaptive_avgpool(1);
            conv(cin, 256, 1, bias = false); batchnorm(256); relu;
        }
        upsample(size = size, mode = bilinear);
    }

    /// Atrous spatial pyramid pooling: windows of several reaches side by side.
    block aspp(cin, size) {
        convs: concat {
            "0": aspp_conv(cin, 1, 1);
            "1": aspp_conv(cin, 3, 12);
            "2": aspp_conv(cin, 3, 24);
            "3": aspp_conv(cin, 3, 36);
            "4": aspp_pooling(cin, size);
        }
        project: seq { conv(5 * 256, 256, 1, bias = false); batchnorm(256); relu; dropout(0.5) }
    }

    block deeplab_head(cin, size, classes) {
        _: seq {
            aspp(cin, size);
            conv(256, 256, 3, padding = 1, bias = false); batchnorm(256); relu;
            conv(256, classes, 1);
        }
    }

    /// The scores of the classes for each pixel of the image.
    block outputs(size, classes, cin, layer) {
        out: upsample(size = size, mode = bilinear);
        // A second head helps to train the layers before it.
        from(layer);
        aux_classifier: fcn_head(cin, classes);
        aux: upsample(size = size, mode = bilinear);
    }

    block fcn(resnet, size, classes) {
        backbone: resnet;
        classifier: fcn_head(2048, classes);
        _: outputs(size, classes, 1024, backbone.layer3);
    }

    block deeplab(resnet, size, classes) {
        backbone: resnet;
        classifier: deeplab_head(2048, (size + 7) / 8, classes);
        _: outputs(size, classes, 1024, backbone.layer3);
    }

    /// FCN on `resnet50`, torchvision's `fcn_resnet50`.
    ///
    #[doc = usage!("FcnResNet50", "backbone", "fcn_resnet50")]
    pub struct FcnResNet50<const CLASSES: usize = 21, const SIZE: usize = 520>:
        [3, SIZE, SIZE] -> (out: [CLASSES, SIZE, SIZE], aux: [CLASSES, SIZE, SIZE])
        < _: fcn(DilatedResNet50<SIZE>, SIZE, CLASSES) >

    /// FCN on `resnet101`, torchvision's `fcn_resnet101`.
    ///
    #[doc = usage!("FcnResNet101", "backbone", "fcn_resnet101")]
    pub struct FcnResNet101<const CLASSES: usize = 21, const SIZE: usize = 520>:
        [3, SIZE, SIZE] -> (out: [CLASSES, SIZE, SIZE], aux: [CLASSES, SIZE, SIZE])
        < _: fcn(DilatedResNet101<SIZE>, SIZE, CLASSES) >

    /// DeepLabV3 on `resnet50`, torchvision's `deeplabv3_resnet50`.
    ///
    #[doc = usage!("DeepLabV3ResNet50", "backbone", "deeplabv3_resnet50")]
    pub struct DeepLabV3ResNet50<const CLASSES: usize = 21, const SIZE: usize = 520>:
        [3, SIZE, SIZE] -> (out: [CLASSES, SIZE, SIZE], aux: [CLASSES, SIZE, SIZE])
        < _: deeplab(DilatedResNet50<SIZE>, SIZE, CLASSES) >

    /// DeepLabV3 on `resnet101`, torchvision's `deeplabv3_resnet101`.
    ///
    #[doc = usage!("DeepLabV3ResNet101", "backbone", "deeplabv3_resnet101")]
    pub struct DeepLabV3ResNet101<const CLASSES: usize = 21, const SIZE: usize = 520>:
        [3, SIZE, SIZE] -> (out: [CLASSES, SIZE, SIZE], aux: [CLASSES, SIZE, SIZE])
        < _: deeplab(DilatedResNet101<SIZE>, SIZE, CLASSES) >

    /// DeepLabV3 on `mobilenet_v3_large`, torchvision's `deeplabv3_mobilenet_v3_large`.
    ///
    #[doc = usage!("DeepLabV3MobileNetV3Large", "backbone", "deeplabv3_mobilenet_v3_large")]
    pub struct DeepLabV3MobileNetV3Large<const CLASSES: usize = 21, const SIZE: usize = 520>:
        [3, SIZE, SIZE] -> (out: [CLASSES, SIZE, SIZE], aux: [CLASSES, SIZE, SIZE])
    <
        backbone: DilatedMobileNetV3Large<SIZE>;
        classifier: deeplab_head(960, (SIZE + 15) / 16, CLASSES);
        _: outputs(SIZE, CLASSES, 40, "backbone.4");
    >

    /// Lite R-ASPP on `mobilenet_v3_large`, torchvision's `lraspp_mobilenet_v3_large`.
    ///
    #[doc = usage!("LrasppMobileNetV3Large", "backbone", "lraspp_mobilenet_v3_large")]
    pub struct LrasppMobileNetV3Large<const CLASSES: usize = 21, const SIZE: usize = 520>:
        [3, SIZE, SIZE] -> [CLASSES, SIZE, SIZE]
    <
        backbone: DilatedMobileNetV3Large<SIZE>;
        classifier: {
            mul {
                cbr: seq { conv(960, 128, 1, bias = false); batchnorm(128); relu }
                scale: seq { adaptive_avgpool(1); conv(960, 128, 1, bias = false); sigmoid }
            }
            upsample(size = (SIZE + 7) / 8, mode = bilinear);
            add {
                { from("backbone.4"); low_classifier: conv(40, CLASSES, 1) }
                high_classifier: conv(128, CLASSES, 1);
            }
        }
        upsample(size = SIZE, mode = bilinear);
    >
}
