//! MaxViT, from [Multi-Axis Vision Transformer][paper] by Tu, Talebi, Zhang, Yang, Milanfar, Bovik and Li.
//!
//! An image is as high as it is wide, and its size is a multiple of 224.
//!
//! [paper]: https://arxiv.org/abs/2204.01697

use cnn::cnn;

cnn! {
    use crate::blocks::squeeze_excite;

    block channel_norm(channels) { _: batchnorm(channels, eps = 1e-3, momentum = 0.01) }

    block conv_norm_gelu(cin, cout, kernel_size, stride = 1, groups = 1) {
        _: seq {
            conv(cin, cout, kernel_size, stride, kernel_size / 2, groups = groups, bias = false);
            channel_norm(cout);
            gelu;
        }
    }

    /// Depthwise convolution on four times the channels.
    block mbconv(cin, cout, stride, p) {
        let hidden = 4 * cout;
        add {
            if stride == 2 {
                proj: seq { avgpool(3, 2, 1); conv(cin, cout, 1) }
            } else {
                identity;
            }
            {
                layers: {
                    pre_norm: channel_norm(cin);
                    conv_a: conv_norm_gelu(cin, hidden, 1);
                    conv_b: conv_norm_gelu(hidden, hidden, 3, stride, groups = hidden);
                    squeeze_excitation: squeeze_excite(hidden, cout / 4, silu, sigmoid);
                    conv_c: conv(hidden, cout, 1);
                }
                if p > 0.0 { stochastic_depth: stochastic_depth(p) }
            }
        }
    }

    /// Attention of the tokens of a window, and two linear layers for each of them by itself.
    block attend(channels, p) {
        residual {
            attn_layer: seq {
                layernorm(channels);
                relative_attention(channels, 32, 49);
                dropout(0.0);
            }
            stochastic_dropout: stochastic_depth(p);
        }
        residual {
            mlp_layer: seq {
                layernorm(channels);
                linear(channels, 4 * channels); gelu; linear(4 * channels, channels); dropout(0.0);
            }
            stochastic_dropout_again: stochastic_depth(p);
        }
    }

    /// `[channels, high × down, wide × right]` as windows of `down × right` pixels, `[high × wide, down × right, channels]`.
    block partition(channels, windows, window) {
        reshape((channels * windows, window, windows, window));
        transpose(2, 3);
        reshape((channels, windows * windows, window * window));
        permute((0, 2, 3, 1));
    }

    /// The other way round.
    block departition(channels, windows, window) {
        permute((0, 3, 1, 2));
        reshape((channels * windows, windows, window, window));
        transpose(2, 3);
        reshape((channels, windows * window, windows * window));
    }

    /// A convolution, and attention in windows of 7 × 7 pixels, first of those beside each other, then of those of a
    /// grid. What leaves has `size` × `size` pixels.
    block layer(cin, cout, stride, size, p) {
        let windows = size / 7;
        layers: {
            MBconv: mbconv(cin, cout, stride, p);
            window_attention: {
                partition(cout, windows, 7);
                _: attend(cout, p);
                departition(cout, windows, 7);
            }
            grid_attention: {
                partition(cout, 7, windows);
                transpose(1, 2);
                _: attend(cout, p);
                transpose(1, 2);
                departition(cout, 7, windows);
            }
        }
    }

    /// Layers `first` to `first + count` of `total`: the later, the more often parts of one are left out.
    block stage(cin, cout, count, size, first, total, p) {
        layers: seq {
            for i in 0..count {
                let (cin, stride) = if i == 0 { (cin, 2) } else { (cout, 1) };
                layer(cin, cout, stride, size, p / (total - 1) as f64 * (first + i) as f64);
            }
        }
    }

    /// The tiny model, torchvision's `maxvit_t`.
    ///
    #[doc = usage!("MaxVitT", "blocks", "maxvit_t")]
    pub struct MaxVitT<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        stem: seq {
            conv_norm_gelu(3, 64, 3, 2);
            seq { conv(64, 64, 3, padding = 1) }
        }
        blocks: seq {
            stage(64, 64, 2, SIZE / 4, 0, 11, 0.2);
            stage(64, 128, 2, SIZE / 8, 2, 11, 0.2);
            stage(128, 256, 5, SIZE / 16, 4, 11, 0.2);
            stage(256, 512, 2, SIZE / 32, 9, 11, 0.2);
        }
        classifier: seq {
            adaptive_avgpool(1); flatten;
            layernorm(512); linear(512, 512); tanh; linear(512, CLASSES, bias = false);
        }
    >
}
