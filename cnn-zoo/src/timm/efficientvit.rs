//! EfficientViT, from [Multi-Scale Linear Attention for High-Resolution Dense Prediction][paper] by Cai, Li, Hu, Gan and
//! Han.
//!
//! [paper]: https://arxiv.org/abs/2205.14756

use cnn::cnn;

cnn! {
    block unit(cin, cout, kernel_size = 1, stride = 1, groups = 1, act = identity, normed = true) {
        conv: conv(
            cin, cout, kernel_size, stride, kernel_size / 2, groups = groups, bias = !normed,
        );
        if normed { norm: batchnorm(cout) }
        act;
    }

    block mbconv(cin, cout, stride, normed) {
        let mid = 4 * cin;
        inverted_conv: unit(cin, mid, act = hardswish, normed = normed);
        depth_conv: unit(mid, mid, 3, stride, mid, hardswish, normed);
        point_conv: unit(mid, cout);
    }

    /// Attention with ReLU in place of a softmax, so that keys meet values first. Heads have 16 features; half of them see
    /// each place by itself, the others its surroundings. A feature of all ones counts what is summed up.
    block linear_attention(channels, size) {
        qkv: { conv: conv(channels, 3 * channels, 1, bias = false) }
        concat {
            identity;
            aggreg: seq {
                seq {
                    conv(
                        3 * channels, 3 * channels, 5, padding = 2, groups = 3 * channels,
                        bias = false,
                    );
                    conv(3 * channels, 3 * channels, 1, groups = 3 * channels / 16, bias = false);
                }
            }
        }
        let heads = 2 * channels / 16;
        reshape((heads, 48, _));
        features: transpose(1, 2);
        channels(0..16); relu;
        q: permute((0, 2, 3, 1));
        from(features);
        channels(16..32); relu;
        k: transpose(1, 2);
        from(features);
        channels(32..48);
        concat { identity; { channels(0..1); pow(0.0) } }
        permute((0, 2, 3, 1));
        matmul(k, _);
        matmul(q, _);
        div { slice(-1, 0..16); { slice(-1, 16..17); shift(1e-5) } }
        transpose(-1, -2);
        reshape((2 * channels, size, _));
        proj: unit(2 * channels, channels);
    }

    block attention_unit(channels, size) {
        context_module: { residual { main: linear_attention(channels, size) } }
        local_module: { residual { main: mbconv(channels, channels, 1, normed = false) } }
    }

    block residue(channels) { residual { main: mbconv(channels, channels, 1, normed = true) } }

    block down(cin, cout, normed) { main: mbconv(cin, cout, 2, normed) }

    block stage(cin) { blocks: seq { down(cin, 2 * cin, normed = true); residue(2 * cin) } }

    block attention_stage(cin, size) {
        blocks: seq { down(cin, 2 * cin, normed = false); [attention_unit(2 * cin, size); 2] }
    }

    /// EfficientViT-B0, timm's `efficientvit_b0`.
    pub struct EfficientVitB0<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        stem: {
            in_conv: unit(3, 8, 3, 2, act = hardswish);
            res0: {
                residual {
                    main: { depth_conv: unit(8, 8, 3, 1, 8, hardswish); point_conv: unit(8, 8) }
                }
            }
        }
        stages: seq {
            stage(8); stage(16); attention_stage(32, SIZE / 16); attention_stage(64, SIZE / 32);
        }
        head: {
            in_conv: unit(128, 1024, act = hardswish);
            global_pool: { pool: adaptive_avgpool(1); flatten: flatten }
            classifier: seq {
                linear(1024, 1280, bias = false); layernorm(1280); hardswish; dropout(0.0);
                linear(1280, CLASSES);
            }
        }
    >
}
