//! MobileViT, from [Light-weight, General-purpose, and Mobile-friendly Vision Transformer][paper] by Mehta and Rastegari.
//!
//! [paper]: https://arxiv.org/abs/2110.02178

use cnn::cnn;

cnn! {
    use super::blocks::{classifier, conv_norm, conv_norm_act};

    block inverted(cin, cout, stride) {
        let mid = 2 * cin;
        conv1_1x1: conv_norm_act(cin, mid, act = silu);
        conv2_kxk: conv_norm_act(mid, mid, 3, stride, groups = mid, act = silu);
        conv3_1x1: conv_norm(mid, cout);
    }

    block unit(cin, cout, stride = 1) {
        if stride == 1 && cin == cout {
            residual { _: inverted(cin, cout, stride) }
        } else {
            _: inverted(cin, cout, stride);
        }
    }

    /// Attention with four heads, of the tokens of several images, `[images, tokens, width]`.
    block self_attention(width) {
        qkv: linear(width, 3 * width);
        unflatten(3, (3 * 4, width / 4));
        transpose(2, 3);
        scaled_dot_product_attention { slice(2, 0..4); slice(2, 4..8); slice(2, 8..12) }
        transpose(2, 3);
        flatten(3);
        proj: linear(width, width);
    }

    block transformer(width) {
        residual { norm1: layernorm(width); attn: self_attention(width) }
        residual {
            norm2: layernorm(width);
            mlp: { fc1: linear(width, 2 * width); act: silu; fc2: linear(2 * width, width) }
        }
    }

    /// A transformer on `n` × `n` patches of 2 × 2 pixels, in which a pixel sees those at its place of other patches.
    block vit(channels, width, count, n) {
        input: identity;
        conv_kxk: conv_norm_act(channels, channels, 3, act = silu);
        conv_1x1: conv(channels, width, 1, bias = false);
        reshape((width * n, 2, n, 2));
        transpose(2, 3);
        reshape((width, n * n, 4));
        transpose(1, 3);
        transformer: seq { [transformer(width); count] }
        norm: layernorm(width);
        transpose(1, 3);
        reshape((width * n, n, 2, 2));
        transpose(2, 3);
        reshape((width, 2 * n, 2 * n));
        conv_proj: conv_norm_act(width, channels, act = silu);
        concat(input, _);
        conv_fusion: conv_norm_act(2 * channels, channels, 3, act = silu);
    }

    /// MobileViT, the smallest, timm's `mobilevit_xxs`.
    pub struct MobileVitXxs<const CLASSES: usize = 1000, const SIZE: usize = 256>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        stem: conv_norm_act(3, 16, 3, 2, act = silu);
        stages: seq {
            seq { unit(16, 16) }
            seq { unit(16, 24, 2); [unit(24, 24); 2] }
            seq { unit(24, 48, 2); vit(48, 64, 2, SIZE / 16) }
            seq { unit(48, 64, 2); vit(64, 80, 4, SIZE / 32) }
            seq { unit(64, 80, 2); vit(80, 96, 3, SIZE / 64) }
        }
        final_conv: conv_norm_act(80, 320, act = silu);
        head: classifier(320, CLASSES);
    >
}
