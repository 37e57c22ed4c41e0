//! ResNet, from [Deep Residual Learning for Image Recognition][resnet] by He, Zhang, Ren and Sun,
//! ResNeXt, from [Aggregated Residual Transformations for Deep Neural Networks][resnext] by Xie,
//! Girshick, Dollár, Tu and He, and [Wide Residual Networks][wide] by Zagoruyko and Komodakis.
//!
//! [resnet]: https://arxiv.org/abs/1512.03385
//! [resnext]: https://arxiv.org/abs/1611.05431
//! [wide]: https://arxiv.org/abs/1605.07146

use cnn::cnn;

cnn! {
    /// Two 3 × 3 convolutions.
    block basic(cin, planes, stride, _groups, _width_per_group, norm) {
        residual {
            conv1: conv(cin, planes, 3, stride, padding = 1, bias = false);
            bn1: norm(planes);
            relu;
            conv2: conv(planes, planes, 3, padding = 1, bias = false);
            bn2: norm(planes);
        } shortcut {
            if stride > 1 || cin != planes { downsample: projection(cin, planes, stride, norm) }
        }
        relu;
    }

    /// A 3 × 3 convolution between two 1 × 1 ones, the last of which has four times the planes.
    block bottleneck(cin, planes, stride, groups, width_per_group, norm, dilation = 1) {
        let width = planes * width_per_group / 64 * groups;
        residual {
            conv1: conv(cin, width, 1, bias = false);
            bn1: norm(width);
            relu;
            conv2: conv(
                width, width, 3, stride, padding = dilation,
                dilation = dilation, groups = groups, bias = false,
            );
            bn2: norm(width);
            relu;
            conv3: conv(width, 4 * planes, 1, bias = false);
            bn3: norm(4 * planes);
        } shortcut {
            if stride > 1 || cin != 4 * planes {
                downsample: projection(cin, 4 * planes, stride, norm);
            }
        }
        relu;
    }

    /// Gives the input of a residual unit the shape of its output.
    block projection(cin, cout, stride, norm) {
        _: seq { conv(cin, cout, 1, stride, bias = false); norm(cout) }
    }

    /// `count` units, of which the first one changes the size and the channels.
    block stage(unit, expansion, cin, planes, stride, count, groups, width_per_group, norm) {
        _: seq {
            unit(cin, planes, stride, groups, width_per_group, norm);
            [unit(expansion * planes, planes, 1, groups, width_per_group, norm); count - 1];
        }
    }

    /// Four stages of `n1` to `n4` units, each of which has `expansion` outputs for a plane.
    block resnet(
        unit, expansion, n1, n2, n3, n4, classes,
        groups = 1, width_per_group = 64, norm = batchnorm,
    ) {
        conv1: conv(3, 64, 7, 2, padding = 3, bias = false);
        bn1: norm(64);
        relu;
        maxpool: maxpool(3, 2, padding = 1);
        layer1: stage(unit, expansion, 64, 64, 1, n1, groups, width_per_group, norm);
        layer2: stage(unit, expansion, 64 * expansion, 128, 2, n2, groups, width_per_group, norm);
        layer3: stage(unit, expansion, 128 * expansion, 256, 2, n3, groups, width_per_group, norm);
        layer4: stage(unit, expansion, 256 * expansion, 512, 2, n4, groups, width_per_group, norm);
        avgpool: adaptive_avgpool(1);
        flatten;
        fc: linear(512 * expansion, classes);
    }

    /// A stage of bottlenecks that keeps the size: the first one is dilated as the stage before.
    block dilated_stage(cin, planes, before, dilation, count) {
        _: seq {
            bottleneck(cin, planes, 1, 1, 64, batchnorm, before);
            [bottleneck(4 * planes, planes, 1, 1, 64, batchnorm, dilation); count - 1];
        }
    }

    /// The four stages, of which the last two are dilated and leave an eighth of the size.
    block dilated_resnet(n1, n2, n3, n4) {
        conv1: conv(3, 64, 7, 2, padding = 3, bias = false);
        bn1: batchnorm(64);
        relu;
        maxpool: maxpool(3, 2, padding = 1);
        layer1: stage(bottleneck, 4, 64, 64, 1, n1, 1, 64, batchnorm);
        layer2: stage(bottleneck, 4, 256, 128, 2, n2, 1, 64, batchnorm);
        layer3: dilated_stage(512, 256, 1, 2, n3);
        layer4: dilated_stage(1024, 512, 2, 4, n4);
    }

    /// A norm as those of which torchvision's oldest weights have been made.
    block frozen_no_eps(channels) { _: frozen_batchnorm(channels, eps = 0.0) }

    /// ResNet with 18 layers, torchvision's `resnet18`.
    ///
    #[doc = usage!("ResNet18", "layer4", "resnet18")]
    pub struct ResNet18<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(basic, 1, 2, 2, 2, 2, CLASSES) >

    /// ResNet with 34 layers, torchvision's `resnet34`.
    ///
    #[doc = usage!("ResNet34", "layer4", "resnet34")]
    pub struct ResNet34<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(basic, 1, 3, 4, 6, 3, CLASSES) >

    /// ResNet with 50 layers, torchvision's `resnet50`.
    ///
    #[doc = usage!("ResNet50", "layer4", "resnet50")]
    pub struct ResNet50<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(bottleneck, 4, 3, 4, 6, 3, CLASSES) >

    /// ResNet with 101 layers, torchvision's `resnet101`.
    ///
    #[doc = usage!("ResNet101", "layer4", "resnet101")]
    pub struct ResNet101<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(bottleneck, 4, 3, 4, 23, 3, CLASSES) >

    /// ResNet with 152 layers, torchvision's `resnet152`.
    ///
    #[doc = usage!("ResNet152", "layer4", "resnet152")]
    pub struct ResNet152<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(bottleneck, 4, 3, 8, 36, 3, CLASSES) >

    /// ResNeXt with 50 layers, 32 groups of width 4, torchvision's `resnext50_32x4d`.
    ///
    #[doc = usage!("ResNext50", "layer4", "resnext50_32x4d")]
    pub struct ResNext50<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(bottleneck, 4, 3, 4, 6, 3, CLASSES, 32, 4) >

    /// ResNeXt with 101 layers, 32 groups of width 8, torchvision's `resnext101_32x8d`.
    ///
    #[doc = usage!("ResNext101", "layer4", "resnext101_32x8d")]
    pub struct ResNext101<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(bottleneck, 4, 3, 4, 23, 3, CLASSES, 32, 8) >

    /// ResNeXt with 101 layers, 64 groups of width 4, torchvision's `resnext101_64x4d`.
    ///
    #[doc = usage!("ResNext101x64", "layer4", "resnext101_64x4d")]
    pub struct ResNext101x64<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(bottleneck, 4, 3, 4, 23, 3, CLASSES, 64, 4) >

    /// A ResNet with 50 layers, twice as wide, torchvision's `wide_resnet50_2`.
    ///
    #[doc = usage!("WideResNet50", "layer4", "wide_resnet50_2")]
    pub struct WideResNet50<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
        < _: resnet(bottleneck, 4, 3, 4, 6, 3, CLASSES, width_per_group = 128) >

    /// A ResNet with 101 layers, twice as wide, torchvision's `wide_resnet101_2`.
    ///
    #[doc = usage!("WideResNet101", "layer4", "wide_resnet101_2")]
    pub struct WideResNet101<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
        < _: resnet(bottleneck, 4, 3, 4, 23, 3, CLASSES, width_per_group = 128) >

    /// The stages of `resnet50` with dilation in place of the last two strides, as they are the backbone of
    /// torchvision's networks for segmentation.
    pub struct DilatedResNet50<const SIZE: usize = 520>:
        [3, SIZE, SIZE] < _: dilated_resnet(3, 4, 6, 3) >

    /// The same of `resnet101`.
    pub struct DilatedResNet101<const SIZE: usize = 520>:
        [3, SIZE, SIZE] < _: dilated_resnet(3, 4, 23, 3) >

    /// `resnet50` with frozen norms, the backbone of torchvision's `fcos_resnet50_fpn`.
    pub struct FrozenResNet50<const CLASSES: usize = 1000, const SIZE: usize = 800>:
        [3, SIZE, SIZE] -> [CLASSES]
        < _: resnet(bottleneck, 4, 3, 4, 6, 3, CLASSES, norm = frozen_batchnorm) >

    /// The same without `eps`, as it is the backbone of torchvision's `retinanet_resnet50_fpn`.
    pub struct FrozenResNet50NoEps<const CLASSES: usize = 1000, const SIZE: usize = 800>:
        [3, SIZE, SIZE] -> [CLASSES]
        < _: resnet(bottleneck, 4, 3, 4, 6, 3, CLASSES, norm = frozen_no_eps) >
}
