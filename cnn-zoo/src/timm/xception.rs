//! Xception, from [Deep Learning with Depthwise Separable Convolutions][paper] by Chollet.
//!
//! [paper]: https://arxiv.org/abs/1610.02357

use cnn::cnn;

cnn! {
    /// A depthwise convolution, and one of 1 × 1.
    block separable(cin, cout) {
        conv1: conv(cin, cin, 3, 1, 1, groups = cin, bias = false);
        pointwise: conv(cin, cout, 1, bias = false);
    }

    /// `count` separable convolutions, of which the first one changes the channels, or the last one.
    block unit(cin, cout, count, stride = 1, starts_with_relu = true, first_grows = true) {
        add {
            if stride > 1 || cin != cout {
                { skip: conv(cin, cout, 1, stride, bias = false); skipbn: batchnorm(cout) }
            } else {
                identity;
            }
            rep: seq {
                for i in 0..count {
                    let before = if i > 0 && first_grows { cout } else { cin };
                    let after = if i == count - 1 || first_grows { cout } else { cin };
                    if i > 0 || starts_with_relu { relu }
                    separable(before, after);
                    batchnorm(after);
                }
                if stride > 1 { maxpool(3, stride, 1) }
            }
        }
    }

    /// Xception, timm's `legacy_xception`.
    pub struct Xception<const CLASSES: usize = 1000, const SIZE: usize = 299>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        conv1: conv(3, 32, 3, 2, bias = false);
        bn1: batchnorm(32);
        act1: relu;
        conv2: conv(32, 64, 3, bias = false);
        bn2: batchnorm(64);
        act2: relu;
        block1: unit(64, 128, 2, 2, starts_with_relu = false);
        block2: unit(128, 256, 2, 2);
        block3: unit(256, 728, 2, 2);
        for i in 4..12 { "block{i}": unit(728, 728, 3); }
        block12: unit(728, 1024, 2, 2, first_grows = false);
        conv3: separable(1024, 1536);
        bn3: batchnorm(1536);
        act3: relu;
        conv4: separable(1536, 2048);
        bn4: batchnorm(2048);
        act4: relu;
        global_pool: adaptive_avgpool(1);
        flatten;
        fc: linear(2048, CLASSES);
    >
}
