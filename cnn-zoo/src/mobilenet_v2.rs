//! MobileNetV2, from [Inverted Residuals and Linear Bottlenecks][paper] by Sandler, Howard, Zhu,
//! Zhmoginov and Chen.
//!
//! [paper]: https://arxiv.org/abs/1801.04381

use cnn::cnn;

cnn! {
    block conv_bn(cin, cout, kernel_size, stride = 1, groups = 1) {
        _: seq {
            conv(cin, cout, kernel_size, stride, kernel_size / 2, groups = groups, bias = false);
            batchnorm(cout);
            relu6;
        }
    }

    /// Many channels in the middle, few at both ends, between which the shortcut runs.
    block inverted(cin, cout, stride, expand) {
        if stride == 1 && cin == cout {
            residual { _: narrow(cin, cout, stride, expand) }
        } else {
            _: narrow(cin, cout, stride, expand);
        }
    }

    block narrow(cin, cout, stride, expand) {
        let hidden = cin * expand;
        conv: seq {
            if expand != 1 { conv_bn(cin, hidden, 1) }
            conv_bn(hidden, hidden, 3, stride, groups = hidden);
            conv(hidden, cout, 1, bias = false);
            batchnorm(cout);
        }
    }

    block stage(cin, cout, count, stride, expand = 6) {
        inverted(cin, cout, stride, expand);
        [inverted(cout, cout, 1, expand); count - 1];
    }

    /// MobileNetV2, torchvision's `mobilenet_v2`.
    ///
    #[doc = usage!("MobileNetV2", "features", "mobilenet_v2")]
    pub struct MobileNetV2<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        features: seq {
            conv_bn(3, 32, 3, 2);
            _: stage(32, 16, 1, 1, expand = 1);
            _: stage(16, 24, 2, 2);
            _: stage(24, 32, 3, 2);
            _: stage(32, 64, 4, 2);
            _: stage(64, 96, 3, 1);
            _: stage(96, 160, 3, 2);
            _: stage(160, 320, 1, 1);
            conv_bn(320, 1280, 1);
        }
        adaptive_avgpool(1);
        flatten;
        classifier: seq { dropout(0.2); linear(1280, CLASSES) }
    >
}
