//! RepVGG, from [Making VGG-style ConvNets Great Again][paper] by Ding, Zhang, Ma, Han, Ding and Sun, as it is trained:
//! for inference, its branches can be made one convolution.
//!
//! [paper]: https://arxiv.org/abs/2101.03697

use cnn::cnn;

cnn! {
    use super::blocks::{classifier, conv_norm};

    block unit(cin, cout, stride) {
        add {
            if stride == 1 && cin == cout { "identity": batchnorm(cout) }
            conv_kxk: conv_norm(cin, cout, 3, stride);
            conv_1x1: conv_norm(cin, cout, 1, stride);
        }
        act: relu;
    }

    block stage(cin, cout, count) {
        _: seq { unit(cin, cout, 2); [unit(cout, cout, 1); count - 1] }
    }

    /// RepVGG-A0, timm's `repvgg_a0`.
    pub struct RepVggA0<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        stem: unit(3, 48, 2);
        stages: seq { stage(48, 48, 2); stage(48, 96, 4); stage(96, 192, 14); stage(192, 1280, 1) }
        head: classifier(1280, CLASSES);
    >
}
