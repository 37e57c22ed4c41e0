//! GhostNet, from [More Features from Cheap Operations][paper] by Han, Wang, Tian, Guo, Xu and Xu.
//!
//! [paper]: https://arxiv.org/abs/1911.11907

use cnn::cnn;

cnn! {
    /// Half of the channels come from a convolution of 1 × 1, and the others from a depthwise one after it.
    block ghost(cin, cout, act) {
        primary_conv: seq { conv(cin, cout / 2, 1, bias = false); batchnorm(cout / 2); act }
        concat {
            identity;
            cheap_operation: seq {
                conv(cout / 2, cout / 2, 3, 1, 1, groups = cout / 2, bias = false);
                batchnorm(cout / 2);
                act;
            }
        }
    }

    /// Squeeze and excitation.
    block excite(channels) {
        let narrow = (channels / 4 + 2) / 4 * 4;
        mul {
            identity;
            {
                mean((2, 3), keepdim = true);
                conv_reduce: conv(channels, narrow, 1);
                act1: relu;
                conv_expand: conv(narrow, channels, 1);
                gate: hardsigmoid;
            }
        }
    }

    block depthwise(channels, kernel_size, stride) {
        _: conv(
            channels, channels, kernel_size, stride, kernel_size / 2, groups = channels,
            bias = false,
        );
    }

    block bottleneck(cin, mid, cout, kernel_size, stride, excites) {
        residual {
            ghost1: ghost(cin, mid, relu);
            if stride > 1 { conv_dw: depthwise(mid, kernel_size, stride); bn_dw: batchnorm(mid) }
            if excites { se: excite(mid) }
            ghost2: ghost(mid, cout, identity);
        } shortcut {
            if stride > 1 || cin != cout {
                shortcut: seq {
                    depthwise(cin, kernel_size, stride); batchnorm(cin);
                    conv(cin, cout, 1, bias = false); batchnorm(cout);
                }
            }
        }
    }

    block last(cin, cout) {
        conv: conv(cin, cout, 1, bias = false);
        bn1: batchnorm(cout);
        relu;
    }

    /// GhostNet, timm's `ghostnet_100`.
    pub struct GhostNet<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        conv_stem: conv(3, 16, 3, 2, 1, bias = false);
        bn1: batchnorm(16);
        act1: relu;
        // The channels in the middle and at the end, the size of the windows, and whether it excites.
        let stages = [
            (1, [(16, 16, 3, false)]),
            (2, [(48, 24, 3, false)]),
            (1, [(72, 24, 3, false)]),
            (2, [(72, 40, 5, true)]),
            (1, [(120, 40, 5, true)]),
            (2, [(240, 80, 3, false)]),
            (1, [
                (200, 80, 3, false), (184, 80, 3, false), (184, 80, 3, false), (480, 112, 3, true),
                (672, 112, 3, true),
            ]),
            (2, [(672, 160, 5, true)]),
            (1, [
                (960, 160, 5, false), (960, 160, 5, true), (960, 160, 5, false),
                (960, 160, 5, true),
            ]),
        ];
        let mut channels = 16;
        blocks: seq {
            for (stride, units) in stages {
                seq {
                    for (mid, cout, kernel_size, excites) in units {
                        bottleneck(channels, mid, cout, kernel_size, stride, excites);
                        channels = cout;
                    }
                }
            }
            seq { last(160, 960) }
        }
        global_pool: adaptive_avgpool(1);
        conv_head: conv(960, 1280, 1);
        act2: relu;
        flatten: flatten;
        classifier: linear(1280, CLASSES);
    >
}
