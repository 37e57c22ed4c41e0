//! EfficientNet, from [Rethinking Model Scaling for Convolutional Neural Networks][v1], and
//! [EfficientNetV2: Smaller Models and Faster Training][v2], both by Tan and Le.
//!
//! [v1]: https://arxiv.org/abs/1905.11946
//! [v2]: https://arxiv.org/abs/2104.00298

use cnn::cnn;

cnn! {
    use crate::blocks::{divisible, squeeze_excite};

    /// The number of units for `count` in a network that is `factor` times as deep.
    const fn deep(count: usize, factor: f64) -> usize {
        let exact = count as f64 * factor;
        let whole = exact as usize;
        if (whole as f64) < exact { whole + 1 } else { whole }
    }

    /// The normalization of B5 to B7 and of the second version.
    block batchnorm_large(channels) { _: batchnorm(channels, eps = 1e-3, momentum = 0.01) }
    block batchnorm_v2(channels) { _: batchnorm(channels, eps = 1e-3) }

    block conv_norm(cin, cout, kernel_size, norm, stride = 1, groups = 1) {
        conv(cin, cout, kernel_size, stride, kernel_size / 2, groups = groups, bias = false);
        norm(cout);
    }

    block conv_norm_silu(cin, cout, kernel_size, norm, stride = 1, groups = 1) {
        _: seq { _: conv_norm(cin, cout, kernel_size, norm, stride, groups); silu }
    }

    /// Depthwise convolution on `expand` times the channels.
    block mbconv(cin, cout, kernel_size, norm, stride, expand) {
        let hidden = cin * expand;
        if expand != 1 { conv_norm_silu(cin, hidden, 1, norm) }
        conv_norm_silu(hidden, hidden, kernel_size, norm, stride, groups = hidden);
        squeeze_excite(hidden, cin / 4, silu, sigmoid);
        seq { _: conv_norm(hidden, cout, 1, norm) }
    }

    /// The same with a single convolution of all channels.
    block fused(cin, cout, kernel_size, norm, stride, expand) {
        if expand == 1 {
            conv_norm_silu(cin, cout, kernel_size, norm, stride);
        } else {
            conv_norm_silu(cin, cin * expand, kernel_size, norm, stride);
            seq { _: conv_norm(cin * expand, cout, 1, norm) }
        }
    }

    /// A unit with a shortcut, if its output is as large as its input.
    block inverted(unit, cin, cout, kernel_size, norm, stride, expand, p) {
        if stride == 1 && cin == cout {
            residual {
                block: seq { _: unit(cin, cout, kernel_size, norm, stride, expand) }
                stochastic_depth: stochastic_depth(p);
            }
        } else {
            block: seq { _: unit(cin, cout, kernel_size, norm, stride, expand) }
        }
    }

    /// Units `first` to `first + count` of `total`: later units are dropped more often.
    block stage(unit, cin, cout, count, first, total, norm, kernel_size, stride, expand) {
        _: seq {
            for i in 0..count {
                let cin = if i == 0 { cin } else { cout };
                let stride = if i == 0 { stride } else { 1 };
                let p = 0.2 * (first + i) as f64 / total as f64;
                inverted(unit, cin, cout, kernel_size, norm, stride, expand, p);
            }
        }
    }

    block head(channels, p, classes) {
        avgpool: adaptive_avgpool(1);
        flatten;
        classifier: seq { dropout(p); linear(channels, classes) }
    }

    /// A stage for each of `specs`: its units, their channels and their number, kernel size, stride and expansion.
    block stages(cin, specs, norm) {
        let mut total = 0;
        for spec in specs { total += spec[2]; }
        let (mut channels, mut before) = (cin, 0);
        for (unit, cout, count, kernel_size, stride, expand) in specs {
            stage(unit, channels, cout, count, before, total, norm, kernel_size, stride, expand);
            channels = cout;
            before += count;
        }
    }

    /// `width` times the channels, `depth` times the units.
    block efficientnet(width, depth, p, classes, norm = batchnorm) {
        let stem = divisible(32.0 * width);
        let specs = [
            (16.0, 1, 3, 1, 1),
            (24.0, 2, 3, 2, 6),
            (40.0, 2, 5, 2, 6),
            (80.0, 3, 3, 2, 6),
            (112.0, 3, 5, 1, 6),
            (192.0, 4, 5, 2, 6),
            (320.0, 1, 3, 1, 6),
        ];
        let specs = [
            (mbconv, divisible(channels * width), deep(count, depth), kernel_size, stride, expand)
            for (channels, count, kernel_size, stride, expand) in specs
        ];
        let channels = specs[6][1];
        features: seq {
            conv_norm_silu(3, stem, 3, norm, 2);
            _: stages(stem, specs, norm);
            conv_norm_silu(channels, 4 * channels, 1, norm);
        }
        _: head(4 * channels, p, classes);
    }

    /// Stages with these numbers of channels and units. The first stage keeps the number of channels.
    block efficientnet_v2(channels, counts, p, classes, norm = batchnorm_v2) {
        let specs = [
            (fused, 3, 1, 1),
            (fused, 3, 2, 4),
            (fused, 3, 2, 4),
            (mbconv, 3, 2, 4),
            (mbconv, 3, 1, 6),
            (mbconv, 3, 2, 6),
            (mbconv, 3, 1, 6),
        ];
        let specs = [
            (unit, cout, count, kernel_size, stride, expand)
            for ((unit, kernel_size, stride, expand), (cout, count)) in specs.zip(
                channels.zip(counts),
            )
        ];
        features: seq {
            conv_norm_silu(3, channels[0], 3, norm, 2);
            _: stages(channels[0], specs, norm);
            conv_norm_silu(channels[channels.len() - 1], 1280, 1, norm);
        }
        _: head(1280, p, classes);
    }

    /// EfficientNet-B0, torchvision's `efficientnet_b0`.
    ///
    #[doc = usage!("EfficientNetB0", "features", "efficientnet_b0")]
    pub struct EfficientNetB0<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: efficientnet(1.0, 1.0, 0.2, CLASSES) >

    /// EfficientNet-B1, torchvision's `efficientnet_b1`.
    ///
    #[doc = usage!("EfficientNetB1", "features", "efficientnet_b1")]
    pub struct EfficientNetB1<const CLASSES: usize = 1000, const SIZE: usize = 240>:
        [3, SIZE, SIZE] -> [CLASSES] < _: efficientnet(1.0, 1.1, 0.2, CLASSES) >

    /// EfficientNet-B2, torchvision's `efficientnet_b2`.
    ///
    #[doc = usage!("EfficientNetB2", "features", "efficientnet_b2")]
    pub struct EfficientNetB2<const CLASSES: usize = 1000, const SIZE: usize = 288>:
        [3, SIZE, SIZE] -> [CLASSES] < _: efficientnet(1.1, 1.2, 0.3, CLASSES) >

    /// EfficientNet-B3, torchvision's `efficientnet_b3`.
    ///
    #[doc = usage!("EfficientNetB3", "features", "efficientnet_b3")]
    pub struct EfficientNetB3<const CLASSES: usize = 1000, const SIZE: usize = 300>:
        [3, SIZE, SIZE] -> [CLASSES] < _: efficientnet(1.2, 1.4, 0.3, CLASSES) >

    /// EfficientNet-B4, torchvision's `efficientnet_b4`.
    ///
    #[doc = usage!("EfficientNetB4", "features", "efficientnet_b4")]
    pub struct EfficientNetB4<const CLASSES: usize = 1000, const SIZE: usize = 380>:
        [3, SIZE, SIZE] -> [CLASSES] < _: efficientnet(1.4, 1.8, 0.4, CLASSES) >

    /// EfficientNet-B5, torchvision's `efficientnet_b5`.
    ///
    #[doc = usage!("EfficientNetB5", "features", "efficientnet_b5")]
    pub struct EfficientNetB5<const CLASSES: usize = 1000, const SIZE: usize = 456>:
        [3, SIZE, SIZE] -> [CLASSES] < _: efficientnet(1.6, 2.2, 0.4, CLASSES, batchnorm_large) >

    /// EfficientNet-B6, torchvision's `efficientnet_b6`.
    ///
    #[doc = usage!("EfficientNetB6", "features", "efficientnet_b6")]
    pub struct EfficientNetB6<const CLASSES: usize = 1000, const SIZE: usize = 528>:
        [3, SIZE, SIZE] -> [CLASSES] < _: efficientnet(1.8, 2.6, 0.5, CLASSES, batchnorm_large) >

    /// EfficientNet-B7, torchvision's `efficientnet_b7`.
    ///
    #[doc = usage!("EfficientNetB7", "features", "efficientnet_b7")]
    pub struct EfficientNetB7<const CLASSES: usize = 1000, const SIZE: usize = 600>:
        [3, SIZE, SIZE] -> [CLASSES] < _: efficientnet(2.0, 3.1, 0.5, CLASSES, batchnorm_large) >

    /// EfficientNetV2-S, torchvision's `efficientnet_v2_s`.
    ///
    #[doc = usage!("EfficientNetV2S", "features", "efficientnet_v2_s")]
    pub struct EfficientNetV2S<const CLASSES: usize = 1000, const SIZE: usize = 384>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        _: efficientnet_v2([24, 48, 64, 128, 160, 256], [2, 4, 4, 6, 9, 15], 0.2, CLASSES);
    >

    /// EfficientNetV2-M, torchvision's `efficientnet_v2_m`.
    ///
    #[doc = usage!("EfficientNetV2M", "features", "efficientnet_v2_m")]
    pub struct EfficientNetV2M<const CLASSES: usize = 1000, const SIZE: usize = 480>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        _: efficientnet_v2([24, 48, 80, 160, 176, 304, 512], [3, 5, 5, 7, 14, 18, 5], 0.3, CLASSES);
    >

    /// EfficientNetV2-L, torchvision's `efficientnet_v2_l`.
    ///
    #[doc = usage!("EfficientNetV2L", "features", "efficientnet_v2_l")]
    pub struct EfficientNetV2L<const CLASSES: usize = 1000, const SIZE: usize = 480>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        _: efficientnet_v2(
            [32, 64, 96, 192, 224, 384, 640], [4, 7, 7, 10, 19, 25, 7], 0.4, CLASSES,
        );
    >
}
