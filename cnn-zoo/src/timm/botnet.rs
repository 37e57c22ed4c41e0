//! BoTNet, from [Bottleneck Transformers for Visual Recognition][paper] by Srinivas, Lin, Parmar, Shlens, Abbeel and
//! Vaswani.
//!
//! [paper]: https://arxiv.org/abs/2101.11605

use cnn::cnn;

cnn! {
    use super::blocks::{classifier, conv_norm, conv_norm_act, root};

    /// How much each place of a row of `n` looks at the others of the row, from `[heads, n, n, size]` to
    /// `[heads × n × n, n]`: a learned vector for each distance, −n + 1 to n − 1, meets the query. The rows of distances
    /// are as many steps to the left as the place is to the right, which padding and another shape do to all of them.
    block distances(name, heads, n, size) {
        matmul {
            identity;
            {
                "{name}": parameter(
                    [1, 1, 2 * n - 1, size], stored = [2 * n - 1, size],
                    std = 1.0 / root(size as f64),
                );
                transpose(-1, -2);
            }
        }
        reshape((heads * n, n, 2 * n - 1));
        pad((0, 1, 0, 0));
        flatten(2);
        pad((0, (n - 1) as isize));
        reshape((heads * n, n + 1, 2 * n - 1));
        slice(2, 0..n);
        slice(3, n - 1..2 * n - 1);
        reshape((heads * n * n, n));
    }

    /// Attention of `n` × `n` places to each other, by what is there and by where it is.
    block place_attention(channels, n, stride) {
        let (heads, size) = (4, channels / 4);
        qkv: conv(channels, 3 * channels, 1, bias = false);
        channels(0..channels);
        reshape((heads, size, n * n));
        q: transpose(-1, -2);
        pos_embed: {
            reshape((heads, n, n, size));
            transpose(2, 3);
            _: distances("height_rel", heads, n, size);
            reshape((heads, n, n, n));
            transpose(2, 3);
            vertical: reshape((heads * n * n, n, 1));
            from(q);
            reshape((heads, n, n, size));
            _: distances("width_rel", heads, n, size);
            reshape((heads * n * n, 1, n));
            #[allow(broadcast_add)]
            add(vertical);
            reshape((heads, n * n, n * n));
        }
        from(qkv);
        channels(channels..2 * channels);
        reshape((heads, size, n * n));
        matmul(q, _);
        scale(1.0 / root(size as f64));
        add(pos_embed);
        scores: softmax(-1);
        from(qkv);
        channels(2 * channels..3 * channels);
        reshape((heads, size, n * n));
        transpose(-1, -2);
        matmul(scores, _);
        transpose(-1, -2);
        reshape((channels, n, n));
        if stride > 1 { pool: avgpool(2, 2) }
    }

    block short(cin, cout, stride) {
        if stride > 1 || cin != cout { shortcut: conv_norm(cin, cout, 1, stride) } else { identity }
    }

    block bottleneck(cin, cout, stride = 1) {
        add {
            _: short(cin, cout, stride);
            {
                conv1_1x1: conv_norm_act(cin, cout / 4);
                conv2_kxk: conv_norm_act(cout / 4, cout / 4, 3, stride);
                conv3_1x1: conv_norm(cout / 4, cout);
            }
        }
        act: relu;
    }

    /// A bottleneck with attention in place of the convolution of 3 × 3.
    block attention_bottleneck(cin, cout, n, stride = 1) {
        add {
            _: short(cin, cout, stride);
            {
                conv1_1x1: conv_norm_act(cin, cout / 4);
                self_attn: place_attention(cout / 4, n, stride);
                post_attn: batchnorm(cout / 4);
                relu;
                conv3_1x1: conv_norm(cout / 4, cout);
            }
        }
        act: relu;
    }

    /// BoTNet of 26 layers, timm's `botnet26t_256`. The size of its image is a multiple of 32.
    pub struct BotNet26t<const CLASSES: usize = 1000, const SIZE: usize = 256>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        stem: {
            conv1: conv_norm_act(3, 24, 3, 2);
            conv2: conv_norm_act(24, 32, 3);
            conv3: conv_norm_act(32, 64, 3);
            pool: maxpool(3, 2, 1);
        }
        stages: seq {
            seq { bottleneck(64, 256); bottleneck(256, 256) }
            seq { bottleneck(256, 512, 2); bottleneck(512, 512) }
            seq { bottleneck(512, 1024, 2); attention_bottleneck(1024, 1024, SIZE / 16) }
            seq {
                attention_bottleneck(1024, 2048, SIZE / 16, 2);
                attention_bottleneck(2048, 2048, SIZE / 32);
            }
        }
        head: classifier(2048, CLASSES);
    >
}
