//! MNASNet, from [Platform-Aware Neural Architecture Search for Mobile][paper] by Tan, Chen, Pang,
//! Vasudevan, Sandler, Howard and Le.
//!
//! [paper]: https://arxiv.org/abs/1807.11626

use cnn::cnn;

cnn! {
    use crate::blocks::divisible;

    block conv_bn(cin, cout, kernel_size, stride = 1, groups = 1) {
        conv(cin, cout, kernel_size, stride, kernel_size / 2, groups = groups, bias = false);
        batchnorm(cout, momentum = 1.0 - 0.9997);
    }

    block inverted(cin, cout, kernel_size, stride, expand) {
        if stride == 1 && cin == cout {
            residual { _: narrow(cin, cout, kernel_size, stride, expand) }
        } else {
            _: narrow(cin, cout, kernel_size, stride, expand);
        }
    }

    block narrow(cin, cout, kernel_size, stride, expand) {
        let hidden = cin * expand;
        layers: seq {
            _: conv_bn(cin, hidden, 1); relu;
            _: conv_bn(hidden, hidden, kernel_size, stride, groups = hidden); relu;
            _: conv_bn(hidden, cout, 1);
        }
    }

    block stack(cin, cout, kernel_size, stride, expand, count) {
        _: seq {
            inverted(cin, cout, kernel_size, stride, expand);
            [inverted(cout, cout, kernel_size, 1, expand); count - 1];
        }
    }

    /// All channels scaled by `alpha`.
    block mnasnet(alpha, classes) {
        let c0 = divisible(32.0 * alpha);
        let c1 = divisible(16.0 * alpha);
        let c2 = divisible(24.0 * alpha);
        let c3 = divisible(40.0 * alpha);
        let c4 = divisible(80.0 * alpha);
        let c5 = divisible(96.0 * alpha);
        let c6 = divisible(192.0 * alpha);
        let c7 = divisible(320.0 * alpha);
        layers: seq {
            _: conv_bn(3, c0, 3, 2); relu;
            _: conv_bn(c0, c0, 3, groups = c0); relu;
            _: conv_bn(c0, c1, 1);
            stack(c1, c2, 3, 2, 3, 3);
            stack(c2, c3, 5, 2, 3, 3);
            stack(c3, c4, 5, 2, 6, 3);
            stack(c4, c5, 3, 1, 6, 2);
            stack(c5, c6, 5, 2, 6, 4);
            stack(c6, c7, 3, 1, 6, 1);
            _: conv_bn(c7, 1280, 1); relu;
        }
        adaptive_avgpool(1);
        flatten;
        classifier: seq { dropout(0.2); linear(1280, classes) }
    }

    /// MNASNet with 0.5 times the channels, torchvision's `mnasnet0_5`.
    ///
    #[doc = usage!("MnasNet0_5", "layers", "mnasnet0_5")]
    pub struct MnasNet0_5<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: mnasnet(0.5, CLASSES) >

    /// MNASNet with 0.75 times the channels, torchvision's `mnasnet0_75`.
    ///
    #[doc = usage!("MnasNet0_75", "layers", "mnasnet0_75")]
    pub struct MnasNet0_75<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: mnasnet(0.75, CLASSES) >

    /// MNASNet, torchvision's `mnasnet1_0`.
    ///
    #[doc = usage!("MnasNet1_0", "layers", "mnasnet1_0")]
    pub struct MnasNet1_0<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: mnasnet(1.0, CLASSES) >

    /// MNASNet with 1.3 times the channels, torchvision's `mnasnet1_3`.
    ///
    #[doc = usage!("MnasNet1_3", "layers", "mnasnet1_3")]
    pub struct MnasNet1_3<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: mnasnet(1.3, CLASSES) >
}
