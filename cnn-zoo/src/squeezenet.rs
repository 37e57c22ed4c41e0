//! SqueezeNet, from [SqueezeNet: AlexNet-level accuracy with 50x fewer parameters and <0.5MB model
//! size][paper] by Iandola, Han, Moskewicz, Ashraf, Dally and Keutzer.
//!
//! [paper]: https://arxiv.org/abs/1602.07360

use cnn::cnn;

cnn! {
    /// Few channels, which two convolutions expand again.
    block fire(cin, squeeze, expand) {
        squeeze: conv(cin, squeeze, 1);
        relu;
        concat {
            { expand1x1: conv(squeeze, expand, 1); relu }
            { expand3x3: conv(squeeze, expand, 3, padding = 1); relu }
        }
    }

    block pool() { maxpool(3, 2, ceil_mode = true) }

    block head(classes) {
        classifier: seq {
            dropout(0.5);
            conv(512, classes, 1); relu;
            adaptive_avgpool(1);
        }
        flatten;
    }

    /// SqueezeNet 1.0, torchvision's `squeezenet1_0`.
    ///
    #[doc = usage!("SqueezeNet1_0", "features", "squeezenet1_0")]
    pub struct SqueezeNet1_0<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        features: seq {
            #[allow(dropped_rows)] // As torchvision has it.
            conv(3, 96, 7, 2);
            relu;
            pool;
            fire(96, 16, 64);
            fire(128, 16, 64);
            fire(128, 32, 128);
            pool;
            fire(256, 32, 128);
            fire(256, 48, 192);
            fire(384, 48, 192);
            fire(384, 64, 256);
            pool;
            fire(512, 64, 256);
        }
        _: head(CLASSES);
    >

    /// SqueezeNet 1.1, with 2.4 times fewer operations, torchvision's `squeezenet1_1`.
    ///
    #[doc = usage!("SqueezeNet1_1", "features", "squeezenet1_1")]
    pub struct SqueezeNet1_1<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        features: seq {
            #[allow(dropped_rows)] // As torchvision has it.
            conv(3, 64, 3, 2);
            relu;
            pool;
            fire(64, 16, 64);
            fire(128, 16, 64);
            pool;
            fire(128, 32, 128);
            fire(256, 32, 128);
            pool;
            fire(256, 48, 192);
            fire(384, 48, 192);
            fire(384, 64, 256);
            fire(512, 64, 256);
        }
        _: head(CLASSES);
    >
}
