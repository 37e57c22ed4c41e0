//! ResNeSt, from [Split-Attention Networks][paper] by Zhang, Wu, Zhang, Zhu, Lin and others.
//!
//! [paper]: https://arxiv.org/abs/2004.08955

use cnn::cnn;

cnn! {
    /// Two groups of channels, each weighed by what the means of both tell: the weights of a pair add up to 1.
    block split_attention(channels) {
        let narrow = if channels < 64 { 32 } else { channels / 2 };
        conv: conv(channels, 2 * channels, 3, padding = 1, groups = 2, bias = false);
        bn0: batchnorm(2 * channels);
        act0: relu;
        unflatten(1, (2, channels));
        mul {
            identity;
            {
                sum(1);
                mean((2, 3), keepdim = true);
                #[allow(bias_before_batchnorm)]
                fc1: conv(channels, narrow, 1);
                bn1: batchnorm(narrow);
                act1: relu;
                fc2: conv(narrow, 2 * channels, 1);
                unflatten(1, (2, channels));
                rsoftmax: softmax(1);
            }
        }
        sum(1);
    }

    block bottleneck(cin, channels, stride) {
        residual {
            conv1: conv(cin, channels, 1, bias = false);
            bn1: batchnorm(channels);
            act1: relu;
            conv2: split_attention(channels);
            if stride > 1 { avd_last: avgpool(3, stride, padding = 1) }
            conv3: conv(channels, 4 * channels, 1, bias = false);
            bn3: batchnorm(4 * channels);
        } shortcut {
            downsample: seq {
                if stride > 1 {
                    avgpool(2, stride, ceil_mode = true, count_include_pad = false);
                } else {
                    identity;
                }
                conv(cin, 4 * channels, 1, bias = false);
                batchnorm(4 * channels);
            }
        }
        act3: relu;
    }

    /// ResNeSt of 14 layers, timm's `resnest14d`.
    pub struct ResNest14d<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        conv1: seq {
            conv(3, 32, 3, 2, 1, bias = false); batchnorm(32); relu;
            conv(32, 32, 3, 1, 1, bias = false); batchnorm(32); relu;
            conv(32, 64, 3, 1, 1, bias = false);
        }
        bn1: batchnorm(64);
        act1: relu;
        maxpool: maxpool(3, 2, 1);
        layer1: seq { bottleneck(64, 64, 1) }
        layer2: seq { bottleneck(256, 128, 2) }
        layer3: seq { bottleneck(512, 256, 2) }
        layer4: seq { bottleneck(1024, 512, 2) }
        adaptive_avgpool(1);
        flatten;
        fc: linear(2048, CLASSES);
    >
}
