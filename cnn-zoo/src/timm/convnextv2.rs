//! ConvNeXt V2, from [Co-designing and Scaling ConvNets with Masked Autoencoders][paper] by Woo, Debnath, Hu, Chen,
//! Liu, Kweon and Xie.
//!
//! [paper]: https://arxiv.org/abs/2301.00808

use cnn::cnn;

cnn! {
    /// Normalises the channels of each pixel.
    block layernorm2d(channels) { _: layernorm(channels, eps = 1e-6, channels_first = true) }

    block unit(channels) {
        residual {
            conv_dw: conv(channels, channels, 7, padding = 3, groups = channels);
            norm: layernorm2d(channels);
            mlp: {
                fc1: conv(channels, 4 * channels, 1);
                act: gelu;
                grn: grn(4 * channels);
                fc2: conv(4 * channels, channels, 1);
            }
        }
    }

    block stage(channels, count, first) {
        if !first {
            downsample: seq { layernorm2d(channels / 2); conv(channels / 2, channels, 2, 2) }
        }
        blocks: seq { [unit(channels); count] }
    }

    /// Four stages, of which the first one has `c` channels.
    block convnextv2(c, counts, classes) {
        stem: seq { conv(3, c, 4, 4); layernorm2d(c) }
        stages: seq {
            for (i, count) in counts.enumerate() { stage(c << i, count, first = i == 0); }
        }
        head: {
            global_pool: adaptive_avgpool(1);
            norm: layernorm2d(8 * c);
            flatten: flatten;
            fc: linear(8 * c, classes);
        }
    }

    /// ConvNeXt V2, the smallest, timm's `convnextv2_atto`.
    pub struct ConvNextV2Atto<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: convnextv2(40, [2, 2, 6, 2], CLASSES) >
}
