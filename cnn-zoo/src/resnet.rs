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
    block basic(cin, planes, stride, groups, width_per_group) {
        residual {
            conv1: conv(cin, planes, 3, stride, padding = 1, bias = false);
            bn1: batchnorm(planes);
            relu;
            conv2: conv(planes, planes, 3, padding = 1, bias = false);
            bn2: batchnorm(planes);
        } shortcut {
            if stride > 1 || cin != planes { downsample: projection(cin, planes, stride) }
        }
        relu;
    }

    /// A 3 × 3 convolution between two 1 × 1 ones, the last of which has four times the planes.
    block bottleneck(cin, planes, stride, groups, width_per_group) {
        let width = planes * width_per_group / 64 * groups;
        residual {
            conv1: conv(cin, width, 1, bias = false);
            bn1: batchnorm(width);
            relu;
            conv2: conv(width, width, 3, stride, padding = 1, groups = groups, bias = false);
            bn2: batchnorm(width);
            relu;
            conv3: conv(width, 4 * planes, 1, bias = false);
            bn3: batchnorm(4 * planes);
        } shortcut {
            if stride > 1 || cin != 4 * planes { downsample: projection(cin, 4 * planes, stride) }
        }
        relu;
    }

    /// What makes the input of a residual unit as large as its output.
    block projection(cin, cout, stride) {
        _: seq { conv(cin, cout, 1, stride, bias = false); batchnorm(cout) }
    }

    /// `count` units, of which the first one changes the size and the channels.
    block stage(unit, expansion, cin, planes, stride, count, groups, width_per_group) {
        _: seq {
            unit(cin, planes, stride, groups, width_per_group);
            [unit(expansion * planes, planes, 1, groups, width_per_group); count - 1];
        }
    }

    /// Four stages of `n1` to `n4` units, each of which has `expansion` outputs for a plane.
    block resnet(unit, expansion, n1, n2, n3, n4, classes, groups = 1, width_per_group = 64) {
        conv1: conv(3, 64, 7, 2, padding = 3, bias = false);
        bn1: batchnorm(64);
        relu;
        maxpool: maxpool(3, 2, padding = 1);
        layer1: stage(unit, expansion, 64, 64, 1, n1, groups, width_per_group);
        layer2: stage(unit, expansion, 64 * expansion, 128, 2, n2, groups, width_per_group);
        layer3: stage(unit, expansion, 128 * expansion, 256, 2, n3, groups, width_per_group);
        layer4: stage(unit, expansion, 256 * expansion, 512, 2, n4, groups, width_per_group);
        avgpool: adaptive_avgpool(1);
        flatten;
        fc: linear(512 * expansion, classes);
    }

    /// ResNet with 18 layers, torchvision's `resnet18`.
    pub struct ResNet18<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(basic, 1, 2, 2, 2, 2, CLASSES) >

    /// ResNet with 34 layers, torchvision's `resnet34`.
    pub struct ResNet34<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(basic, 1, 3, 4, 6, 3, CLASSES) >

    /// ResNet with 50 layers, torchvision's `resnet50`.
    pub struct ResNet50<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(bottleneck, 4, 3, 4, 6, 3, CLASSES) >

    /// ResNet with 101 layers, torchvision's `resnet101`.
    pub struct ResNet101<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(bottleneck, 4, 3, 4, 23, 3, CLASSES) >

    /// ResNet with 152 layers, torchvision's `resnet152`.
    pub struct ResNet152<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(bottleneck, 4, 3, 8, 36, 3, CLASSES) >

    /// ResNeXt with 50 layers, 32 groups of width 4, torchvision's `resnext50_32x4d`.
    pub struct ResNext50<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(bottleneck, 4, 3, 4, 6, 3, CLASSES, 32, 4) >

    /// ResNeXt with 101 layers, 32 groups of width 8, torchvision's `resnext101_32x8d`.
    pub struct ResNext101<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(bottleneck, 4, 3, 4, 23, 3, CLASSES, 32, 8) >

    /// ResNeXt with 101 layers, 64 groups of width 4, torchvision's `resnext101_64x4d`.
    pub struct ResNext101x64<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(bottleneck, 4, 3, 4, 23, 3, CLASSES, 64, 4) >

    /// A ResNet with 50 layers, twice as wide, torchvision's `wide_resnet50_2`.
    pub struct WideResNet50<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(bottleneck, 4, 3, 4, 6, 3, CLASSES, width_per_group = 128) >

    /// A ResNet with 101 layers, twice as wide, torchvision's `wide_resnet101_2`.
    pub struct WideResNet101<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: resnet(bottleneck, 4, 3, 4, 23, 3, CLASSES, width_per_group = 128) >
}
