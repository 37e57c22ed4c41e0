//! Swin transformers, from [Hierarchical Vision Transformer using Shifted Windows][v1] and [Swin Transformer V2][v2], both
//! by Liu, Hu, Lin and others.
//!
//! An image is as high as it is wide, and its size is a multiple of 32.
//!
//! [v1]: https://arxiv.org/abs/2103.14030
//! [v2]: https://arxiv.org/abs/2111.09883

use cnn::cnn;

cnn! {
    block mlp(channels) {
        _: seq {
            linear(channels, 4 * channels); gelu; dropout(0.0);
            linear(4 * channels, channels); dropout(0.0);
        }
    }

    /// Attention in windows, and two linear layers for each pixel by itself.
    block unit(channels, heads, window, shift, p) {
        residual {
            norm1: layernorm(channels);
            attn: window_attention(channels, window, shift, heads);
            stochastic_depth: stochastic_depth(p);
        }
        residual {
            norm2: layernorm(channels);
            mlp: mlp(channels);
            stochastic_depth_again: stochastic_depth(p);
        }
    }

    /// The same with the norms behind.
    block unit_v2(channels, heads, window, shift, p) {
        residual {
            attn: window_attention_v2(channels, window, shift, heads);
            norm1: layernorm(channels);
            stochastic_depth: stochastic_depth(p);
        }
        residual {
            mlp: mlp(channels);
            norm2: layernorm(channels);
            stochastic_depth_again: stochastic_depth(p);
        }
    }

    /// The channels of four pixels as those of one.
    block four_pixels(size) {
        permute((0, 3, 1, 2));
        concat {
            for (down, right) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                { slice(2, down..size, 2); slice(3, right..size, 2) }
            }
        }
        permute((0, 2, 3, 1));
    }

    /// Half the size.
    block merging(channels, size) {
        four_pixels(size);
        norm: layernorm(4 * channels);
        reduction: linear(4 * channels, 2 * channels, bias = false);
    }

    /// The same with the norm behind.
    block merging_v2(channels, size) {
        four_pixels(size);
        reduction: linear(4 * channels, 2 * channels, bias = false);
        norm: layernorm(2 * channels);
    }

    /// Units `first` to `first + count` of `total`: the windows of every other one are shifted. The later, the more
    /// often one is left out, up to a probability of `p`.
    block stage(unit, channels, heads, window, count, first, total, p) {
        _: seq {
            for i in 0..count {
                let p = p * (first + i) as f64 / (total - 1) as f64;
                unit(channels, heads, window, i % 2 * (window / 2), p);
            }
        }
    }

    /// Four stages, of which the first one has `c` channels, and the third one `n3` units. A head has 32 features.
    block swin(unit, merging, c, n3, window, p, classes, size) {
        let h = c / 32;
        let n = 6 + n3;
        let patches = size / 4;
        features: seq {
            seq { conv(3, c, 4, 4); permute((0, 2, 3, 1)); layernorm(c) }
            stage(unit, c, h, window, 2, 0, n, p);
            merging(c, patches);
            stage(unit, 2 * c, 2 * h, window, 2, 2, n, p);
            merging(2 * c, patches / 2);
            stage(unit, 4 * c, 4 * h, window, n3, 4, n, p);
            merging(4 * c, patches / 4);
            stage(unit, 8 * c, 8 * h, window, 2, 4 + n3, n, p);
        }
        norm: layernorm(8 * c);
        permute: permute((0, 3, 1, 2));
        avgpool: adaptive_avgpool(1);
        flatten;
        head: linear(8 * c, classes);
    }

    /// The tiny model, torchvision's `swin_t`.
    ///
    #[doc = usage!("SwinT", "features", "swin_t")]
    pub struct SwinT<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: swin(unit, merging, 96, 6, 7, 0.2, CLASSES, SIZE) >

    /// The small model, torchvision's `swin_s`.
    ///
    #[doc = usage!("SwinS", "features", "swin_s")]
    pub struct SwinS<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: swin(unit, merging, 96, 18, 7, 0.3, CLASSES, SIZE) >

    /// The base model, torchvision's `swin_b`.
    ///
    #[doc = usage!("SwinB", "features", "swin_b")]
    pub struct SwinB<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: swin(unit, merging, 128, 18, 7, 0.5, CLASSES, SIZE) >

    /// The tiny model of the second version, torchvision's `swin_v2_t`.
    ///
    #[doc = usage!("SwinV2T", "features", "swin_v2_t")]
    pub struct SwinV2T<const CLASSES: usize = 1000, const SIZE: usize = 256>:
        [3, SIZE, SIZE] -> [CLASSES] < _: swin(unit_v2, merging_v2, 96, 6, 8, 0.2, CLASSES, SIZE) >

    /// The small model of the second version, torchvision's `swin_v2_s`.
    ///
    #[doc = usage!("SwinV2S", "features", "swin_v2_s")]
    pub struct SwinV2S<const CLASSES: usize = 1000, const SIZE: usize = 256>:
        [3, SIZE, SIZE] -> [CLASSES] < _: swin(unit_v2, merging_v2, 96, 18, 8, 0.3, CLASSES, SIZE) >

    /// The base model of the second version, torchvision's `swin_v2_b`.
    ///
    #[doc = usage!("SwinV2B", "features", "swin_v2_b")]
    pub struct SwinV2B<const CLASSES: usize = 1000, const SIZE: usize = 256>:
        [3, SIZE, SIZE] -> [CLASSES]
        < _: swin(unit_v2, merging_v2, 128, 18, 8, 0.5, CLASSES, SIZE) >
}
