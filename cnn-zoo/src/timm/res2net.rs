//! Res2Net, from [A New Multi-scale Backbone Architecture][paper] by Gao, Cheng, Zhao, Zhang, Yang and Torr.
//!
//! [paper]: https://arxiv.org/abs/1904.01169

use cnn::cnn;

cnn! {
    /// Four parts of the channels, of which each but the last is convolved, after what the one before it made is added. The
    /// first unit of a stage, which may halve the size, adds nothing.
    block bottleneck(cin, channels, stride = 1, first = false) {
        let width = channels * 26 / 64;
        residual {
            conv1: conv(cin, 4 * width, 1, bias = false);
            bn1: batchnorm(4 * width);
            parts: relu;
            for i in 0..3 {
                from(parts);
                channels(i * width..(i + 1) * width);
                if i > 0 && !first { add("part{i - 1}") }
                "convs.{i}": conv(width, width, 3, stride, 1, bias = false);
                "bns.{i}": batchnorm(width);
                "part{i}": relu;
            }
            from(parts);
            channels(3 * width..4 * width);
            if first { pool: avgpool(3, stride, 1) }
            concat(["part{i}" for i in 0..3], _);
            conv3: conv(4 * width, 4 * channels, 1, bias = false);
            bn3: batchnorm(4 * channels);
        } shortcut {
            if first {
                downsample: seq {
                    conv(cin, 4 * channels, 1, stride, bias = false); batchnorm(4 * channels);
                }
            }
        }
        relu;
    }

    block layer(cin, channels, count, stride = 2) {
        _: seq {
            bottleneck(cin, channels, stride, first = true);
            [bottleneck(4 * channels, channels); count - 1];
        }
    }

    /// Res2Net of 50 layers, with four parts of 26 channels in its first units, timm's `res2net50_26w_4s`.
    pub struct Res2Net50w26s4<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        conv1: conv(3, 64, 7, 2, 3, bias = false);
        bn1: batchnorm(64);
        act1: relu;
        maxpool: maxpool(3, 2, 1);
        layer1: layer(64, 64, 3, stride = 1);
        layer2: layer(256, 128, 4);
        layer3: layer(512, 256, 6);
        layer4: layer(1024, 512, 3);
        global_pool: adaptive_avgpool(1);
        flatten;
        fc: linear(2048, CLASSES);
    >
}
