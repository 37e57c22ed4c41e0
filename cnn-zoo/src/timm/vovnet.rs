//! VoVNet with effective squeeze and excitation, from [CenterMask][paper] by Lee and Park.
//!
//! [paper]: https://arxiv.org/abs/1911.06667

use cnn::cnn;

cnn! {
    use super::blocks::{classifier, conv_norm_act};

    /// A depthwise convolution, and one of 1 × 1.
    block separable(cin, cout, stride = 1) {
        conv_dw: conv(cin, cin, 3, stride, 1, groups = cin, bias = false);
        conv_pw: conv(cin, cout, 1, bias = false);
        bn: batchnorm(cout);
        relu;
    }

    /// Aggregates what arrives and what each of three layers makes, once.
    block unit(cin, mid, cout) {
        input: identity;
        conv_reduction: conv_norm_act(cin, mid);
        conv_mid: { for i in 0..3 { "{i}": separable(mid, mid); } }
        concat(input, ["conv_mid.{i}" for i in 0..3]);
        conv_concat: conv_norm_act(cin + 3 * mid, cout);
        attn: {
            mul {
                identity;
                { mean((2, 3), keepdim = true); fc: conv(cout, cout, 1); gate: hardsigmoid }
            }
        }
    }

    block stage(cin, mid, cout, halves = true) {
        if halves { pool: maxpool(3, 2, ceil_mode = true) }
        blocks: seq { unit(cin, mid, cout) }
    }

    /// VoVNet of 19 layers with depthwise convolutions, timm's `ese_vovnet19b_dw`.
    pub struct EseVovNet19bDw<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        stem: seq { conv_norm_act(3, 64, 3, 2); separable(64, 64); separable(64, 64, 2) }
        stages: seq {
            stage(64, 128, 256, halves = false);
            stage(256, 160, 512);
            stage(512, 192, 768);
            stage(768, 224, 1024);
        }
        head: classifier(1024, CLASSES);
    >
}
