//! SelecSLS, from [XNect][paper] by Mehta, Sotnychenko, Mueller, Xu, Elgharib, Fua, Seidel, Rhodin, Pons-Moll and
//! Theobalt.
//!
//! [paper]: https://arxiv.org/abs/1907.00837

use cnn::cnn;

cnn! {
    block unit(cin, cout, kernel_size, stride = 1) {
        _: seq {
            conv(cin, cout, kernel_size, stride, kernel_size / 2, bias = false);
            batchnorm(cout);
            relu;
        }
    }

    /// Three convolutions of 3 × 3, joined with each other and with what an earlier block made.
    block select(cin, mid, cout, stride = 1, skip = []) {
        conv1: unit(cin, mid, 3, stride);
        conv2: unit(mid, mid, 1);
        conv3: unit(mid, mid / 2, 3);
        conv4: unit(mid / 2, mid, 1);
        conv5: unit(mid, mid / 2, 3);
        concat(conv1, conv3, _, skip);
        conv6: unit(_, cout, 1);
    }

    /// SelecSLS of 42 layers, timm's `selecsls42b`.
    pub struct SelecSls42b<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        stem: unit(3, 32, 3, 2);
        features: {
            for (i, (cin, mid, cout)) in [
                (32, 64, 128), (128, 144, 288), (288, 304, 480),
            ].enumerate() {
                "{2 * i}": select(cin, mid, mid, 2);
                "{2 * i + 1}": select(mid, mid, cout, skip = ["{2 * i}"]);
            }
        }
        head: seq {
            unit(480, 960, 3, 2); unit(960, 1024, 3); unit(1024, 1280, 3, 2); unit(1280, 1024, 1);
        }
        global_pool: adaptive_avgpool(1);
        flatten;
        fc: linear(1024, CLASSES);
    >
}
