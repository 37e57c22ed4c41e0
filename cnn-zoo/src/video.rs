//! ResNets for clips, from [A Closer Look at Spatiotemporal Convolutions for Action Recognition][paper]
//! by Tran, Wang, Torresani, Ray, LeCun and Paluri.
//!
//! [paper]: https://arxiv.org/abs/1711.11248

use cnn::cnn;

// The axes are frames, rows and columns. `time` is a stride over frames, `stride` one over rows and columns.
cnn! {
    /// 3 × 3 × 3 windows.
    block conv3d(cin, cout, _middle, time, stride) {
        _: conv(cin, cout, 3, (time, stride, stride), padding = 1, bias = false);
    }

    /// 3 × 3 windows in each frame.
    block conv2d(cin, cout, _middle, time, stride) {
        _: conv(cin, cout, (1, 3, 3), (time, stride, stride), padding = (0, 1, 1), bias = false);
    }

    /// 3 × 3 windows in each frame, and then windows of three frames, on `middle` channels.
    block conv2plus1d(cin, cout, middle, time, stride) {
        _: seq {
            conv(cin, middle, (1, 3, 3), (1, stride, stride), padding = (0, 1, 1), bias = false);
            batchnorm(middle);
            relu;
            conv(middle, cout, (3, 1, 1), (time, 1, 1), padding = (1, 0, 0), bias = false);
        }
    }

    /// Two convolutions. `middle` is chosen so that `conv2plus1d` has about as many weights as `conv3d`.
    block basic(convolution, cin, planes, time, stride) {
        let middle = 27 * cin * planes / (9 * cin + 3 * planes);
        residual {
            conv1: seq { convolution(cin, planes, middle, time, stride); batchnorm(planes); relu }
            conv2: seq { convolution(planes, planes, middle, 1, 1); batchnorm(planes) }
        } shortcut {
            if stride > 1 || cin != planes {
                downsample: seq {
                    conv(cin, planes, 1, (time, stride, stride), bias = false);
                    batchnorm(planes);
                }
            }
        }
        relu;
    }

    /// Two units, of which the first one changes the size and the channels.
    block stage(convolution, cin, planes, time = 1, stride = 1) {
        _: seq {
            basic(convolution, cin, planes, time, stride);
            basic(convolution, planes, planes, 1, 1);
        }
    }

    block stem() {
        _: seq {
            conv(3, 64, (3, 7, 7), (1, 2, 2), padding = (1, 3, 3), bias = false);
            batchnorm(64);
            relu;
        }
    }

    block stem2plus1d() {
        _: seq {
            conv(3, 45, (1, 7, 7), (1, 2, 2), padding = (0, 3, 3), bias = false);
            batchnorm(45);
            relu;
            conv(45, 64, (3, 1, 1), padding = (1, 0, 0), bias = false);
            batchnorm(64);
            relu;
        }
    }

    /// Four stages, the first of which has convolutions of its own.
    block video_resnet(first, convolution1, convolution, time, classes) {
        stem: first();
        layer1: stage(convolution1, 64, 64);
        layer2: stage(convolution, 64, 128, time, 2);
        layer3: stage(convolution, 128, 256, time, 2);
        layer4: stage(convolution, 256, 512, time, 2);
        avgpool: adaptive_avgpool(1);
        flatten;
        fc: linear(512, classes);
    }

    /// Windows in space and then in time, each with a norm.
    block separable(cin, cout, kernel_size, stride = 1) {
        _: seq {
            unit(
                cin, cout, (1, kernel_size, kernel_size), (1, stride, stride),
                (0, kernel_size / 2, kernel_size / 2),
            );
            unit(cout, cout, (kernel_size, 1, 1), (stride, 1, 1), (kernel_size / 2, 0, 0));
        }
    }

    block unit(cin, cout, kernel_size = 1, stride = 1, padding = 0) {
        _: seq {
            conv(cin, cout, kernel_size, stride, padding, bias = false);
            batchnorm(cout, eps = 0.001, momentum = 0.001);
            relu;
        }
    }

    /// Four ways side by side, as in GoogLeNet.
    block inception(cin, b0, b1_mid, b1, b2_mid, b2, b3) {
        _: concat {
            branch0: unit(cin, b0);
            branch1: seq { unit(cin, b1_mid); separable(b1_mid, b1, 3) }
            branch2: seq { unit(cin, b2_mid); separable(b2_mid, b2, 3) }
            branch3: seq { maxpool(3, 1, 1); unit(cin, b3) }
        }
    }

    /// ResNet with 18 layers of 3-D convolutions, torchvision's `r3d_18`.
    ///
    #[doc = usage!("R3D18", "layer4", "r3d_18")]
    pub struct R3D18<const CLASSES: usize = 400, const FRAMES: usize = 16, const SIZE: usize = 112>:
        [3, FRAMES, SIZE, SIZE] -> [CLASSES] < _: video_resnet(stem, conv3d, conv3d, 2, CLASSES) >

    /// ResNet with 18 layers, 3-D convolutions at first and then 2-D ones, torchvision's `mc3_18`.
    ///
    #[doc = usage!("MC3_18", "layer4", "mc3_18")]
    pub struct MC3_18<
        const CLASSES: usize = 400, const FRAMES: usize = 16, const SIZE: usize = 112,
    >: [3, FRAMES, SIZE, SIZE] -> [CLASSES] < _: video_resnet(stem, conv3d, conv2d, 1, CLASSES) >

    /// ResNet with 18 layers, in which each convolution is one in space and one in time, torchvision's
    /// `r2plus1d_18`.
    ///
    #[doc = usage!("R2Plus1D18", "layer4", "r2plus1d_18")]
    pub struct R2Plus1D18<
        const CLASSES: usize = 400, const FRAMES: usize = 16, const SIZE: usize = 112,
    >: [3, FRAMES, SIZE, SIZE] -> [CLASSES] <
        _: video_resnet(stem2plus1d, conv2plus1d, conv2plus1d, 2, CLASSES);
    >

    /// S3D, from [Rethinking Spatiotemporal Feature Learning](https://arxiv.org/abs/1712.04851) by Xie, Sun, Huang, Tu
    /// and Murphy, torchvision's `s3d`.
    ///
    #[doc = usage!("S3D", "features", "s3d")]
    pub struct S3D<const CLASSES: usize = 400, const FRAMES: usize = 16, const SIZE: usize = 224>:
        [3, FRAMES, SIZE, SIZE] -> [CLASSES]
    <
        features: seq {
            separable(3, 64, 7, 2);
            maxpool((1, 3, 3), (1, 2, 2), (0, 1, 1));
            unit(64, 64);
            separable(64, 192, 3);
            maxpool((1, 3, 3), (1, 2, 2), (0, 1, 1));
            inception(192, 64, 96, 128, 16, 32, 32);
            inception(256, 128, 128, 192, 32, 96, 64);
            maxpool(3, 2, 1);
            inception(480, 192, 96, 208, 16, 48, 64);
            inception(512, 160, 112, 224, 24, 64, 64);
            inception(512, 128, 128, 256, 24, 64, 64);
            inception(512, 112, 144, 288, 32, 64, 64);
            inception(528, 256, 160, 320, 32, 128, 128);
            maxpool(2, 2);
            inception(832, 256, 160, 320, 32, 128, 128);
            inception(832, 384, 192, 384, 48, 128, 128);
        }
        avgpool: avgpool((2, 7, 7), stride = 1);
        classifier: seq { dropout(0.2); conv(1024, CLASSES, 1) }
        mean: adaptive_avgpool(1);
        flatten;
    >
}
