//! PoolFormer, from [MetaFormer Is Actually What You Need for Vision][paper] by Yu, Luo, Zhou, Si, Zhou, Wang, Feng and
//! Yan.
//!
//! [paper]: https://arxiv.org/abs/2111.11418

use cnn::cnn;

cnn! {
    block unit(channels) {
        residual {
            norm1: groupnorm(1, channels);
            token_mixer: { sub { pool: avgpool(3, 1, 1, count_include_pad = false); identity } }
            layer_scale1: { scale: layer_scale(channels, flat = true) }
        }
        residual {
            norm2: groupnorm(1, channels);
            mlp: {
                fc1: conv(channels, 4 * channels, 1); act: gelu;
                fc2: conv(4 * channels, channels, 1);
            }
            layer_scale2: { scale: layer_scale(channels, flat = true) }
        }
    }

    block stage(cin, channels, count) {
        if cin != channels { downsample: { conv: conv(cin, channels, 3, 2, 1) } }
        blocks: seq { [unit(channels); count] }
    }

    /// PoolFormer of 12 units, timm's `poolformer_s12`.
    pub struct PoolFormerS12<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        stem: { conv: conv(3, 64, 7, 4, 2) }
        stages: seq { stage(64, 64, 2); stage(64, 128, 2); stage(128, 320, 6); stage(320, 512, 2) }
        head: {
            global_pool: adaptive_avgpool(1);
            norm: layernorm(512, eps = 1e-6, channels_first = true);
            flatten: flatten;
            fc: linear(512, CLASSES);
        }
    >
}
