//! MobileNetV3, from [Searching for MobileNetV3][paper] by Howard and others.
//!
//! [paper]: https://arxiv.org/abs/1905.02244

use cnn::cnn;

cnn! {
    use crate::blocks::{divisible, squeeze_excite};

    block conv_bn(cin, cout, kernel_size, stride = 1, groups = 1, dilation = 1, momentum = 0.01) {
        conv(
            cin, cout, kernel_size, stride, kernel_size / 2 * dilation,
            dilation = dilation, groups = groups, bias = false,
        );
        batchnorm(cout, eps = 1e-3, momentum = momentum);
    }

    block conv_bn_act(
        cin, cout, kernel_size, act,
        stride = 1, groups = 1, dilation = 1, momentum = 0.01,
    ) {
        _: seq { _: conv_bn(cin, cout, kernel_size, stride, groups, dilation, momentum); act }
    }

    block inverted(
        cin, kernel_size, hidden, cout, excite, act, stride,
        dilation = 1, momentum = 0.01,
    ) {
        if stride == 1 && cin == cout {
            residual {
                _: narrow(cin, kernel_size, hidden, cout, excite, act, stride, dilation, momentum);
            }
        } else {
            _: narrow(cin, kernel_size, hidden, cout, excite, act, stride, dilation, momentum);
        }
    }

    block narrow(cin, kernel_size, hidden, cout, excite, act, stride, dilation, momentum) {
        block: seq {
            if hidden != cin { conv_bn_act(cin, hidden, 1, act, momentum = momentum) }
            conv_bn_act(hidden, hidden, kernel_size, act, stride, hidden, dilation, momentum);
            if excite { squeeze_excite(hidden, divisible((hidden / 4) as f64), relu, hardsigmoid) }
            seq { _: conv_bn(hidden, cout, 1, momentum = momentum) }
        }
    }

    block head(channels, last, classes) {
        avgpool: adaptive_avgpool(1);
        flatten;
        classifier: seq {
            linear(channels, last); hardswish;
            dropout(0.2);
            linear(last, classes);
        }
    }

    /// The first convolution and the first twelve units of `mobilenet_v3_large`.
    block beginning(momentum) {
        conv_bn_act(3, 16, 3, hardswish, 2, momentum = momentum);
        inverted(16, 3, 16, 16, false, relu, 1, momentum = momentum);
        inverted(16, 3, 64, 24, false, relu, 2, momentum = momentum);
        inverted(24, 3, 72, 24, false, relu, 1, momentum = momentum);
        inverted(24, 5, 72, 40, true, relu, 2, momentum = momentum);
        [inverted(40, 5, 120, 40, true, relu, 1, momentum = momentum); 2];
        inverted(40, 3, 240, 80, false, hardswish, 2, momentum = momentum);
        inverted(80, 3, 200, 80, false, hardswish, 1, momentum = momentum);
        [inverted(80, 3, 184, 80, false, hardswish, 1, momentum = momentum); 2];
        inverted(80, 3, 480, 112, true, hardswish, 1, momentum = momentum);
        inverted(112, 3, 672, 112, true, hardswish, 1, momentum = momentum);
    }

    /// Computes a level of the detector from the level before it.
    block extra(cin, cout) {
        _: seq {
            conv_bn_act(cin, cout / 2, 1, relu6, momentum = 0.03);
            conv_bn_act(cout / 2, cout / 2, 3, relu6, 2, cout / 2, momentum = 0.03);
            conv_bn_act(cout / 2, cout, 1, relu6, momentum = 0.03);
        }
    }

    /// The last units have this stride and dilation.
    block large(stride, dilation) {
        _: seq {
            _: beginning(0.01);
            inverted(112, 5, 672, 160, true, hardswish, stride, dilation);
            [inverted(160, 5, 960, 160, true, hardswish, 1, dilation); 2];
            conv_bn_act(160, 960, 1, hardswish);
        }
    }

    /// MobileNetV3-Large, torchvision's `mobilenet_v3_large`.
    ///
    #[doc = usage!("MobileNetV3Large", "features", "mobilenet_v3_large")]
    pub struct MobileNetV3Large<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        features: large(2, 1);
        _: head(960, 1280, CLASSES);
    >

    /// The features of `mobilenet_v3_large` with dilation in place of the last stride, as they are the backbone
    /// of torchvision's networks for segmentation.
    pub struct DilatedMobileNetV3Large<const SIZE: usize = 520>: [3, SIZE, SIZE] < _: large(1, 2) >

    /// The features of `mobilenet_v3_large` with a narrower end, and the levels of torchvision's
    /// `ssdlite320_mobilenet_v3_large` after them. The first level is that of the thirteenth unit's expansion, so
    /// the unit is in two parts.
    pub struct SsdLiteBackbone<const SIZE: usize = 320>: [3, SIZE, SIZE] <
        features: seq {
            seq {
                _: beginning(0.03);
                conv_bn_act(112, 672, 1, hardswish, momentum = 0.03);
            }
            seq {
                "0": {
                    "1": conv_bn_act(672, 672, 5, hardswish, 2, 672, momentum = 0.03);
                    "2": squeeze_excite(672, divisible(168.0), relu, hardsigmoid);
                    "3": seq { _: conv_bn(672, 80, 1, momentum = 0.03) }
                }
                [inverted(80, 5, 480, 80, true, hardswish, 1, momentum = 0.03); 2];
                conv_bn_act(80, 480, 1, hardswish, momentum = 0.03);
            }
        }
        extra: seq { extra(480, 512); extra(512, 256); extra(256, 256); extra(256, 128) }
    >

    /// MobileNetV3-Small, torchvision's `mobilenet_v3_small`.
    ///
    #[doc = usage!("MobileNetV3Small", "features", "mobilenet_v3_small")]
    pub struct MobileNetV3Small<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        features: seq {
            conv_bn_act(3, 16, 3, hardswish, 2);
            inverted(16, 3, 16, 16, true, relu, 2);
            inverted(16, 3, 72, 24, false, relu, 2);
            inverted(24, 3, 88, 24, false, relu, 1);
            inverted(24, 5, 96, 40, true, hardswish, 2);
            [inverted(40, 5, 240, 40, true, hardswish, 1); 2];
            inverted(40, 5, 120, 48, true, hardswish, 1);
            inverted(48, 5, 144, 48, true, hardswish, 1);
            inverted(48, 5, 288, 96, true, hardswish, 2);
            [inverted(96, 5, 576, 96, true, hardswish, 1); 2];
            conv_bn_act(96, 576, 1, hardswish);
        }
        _: head(576, 1024, CLASSES);
    >
}
