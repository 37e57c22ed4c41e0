//! ConvNeXt, from [A ConvNet for the 2020s][paper] by Liu, Mao, Wu, Feichtenhofer, Darrell and Xie.
//!
//! [paper]: https://arxiv.org/abs/2201.03545

use cnn::cnn;

cnn! {
    /// Normalizes the channels of each pixel.
    block layernorm2d(channels) { _: layernorm(channels, eps = 1e-6, channels_first = true) }

    block unit(channels, p) {
        residual {
            block: seq {
                conv(channels, channels, 7, padding = 3, groups = channels);
                permute((0, 2, 3, 1));
                layernorm(channels, eps = 1e-6);
                linear(channels, 4 * channels);
                gelu;
                linear(4 * channels, channels);
                permute((0, 3, 1, 2));
            }
            layer_scale: layer_scale(channels);
            stochastic_depth: stochastic_depth(p);
        }
    }

    /// Units `first` to `first + count` of `total`: later units are dropped more often, up to a probability of `p`.
    block stage(channels, count, first, total, p) {
        _: seq {
            for i in 0..count { unit(channels, p * (first + i) as f64 / (total - 1) as f64); }
        }
    }

    /// Halves the size.
    block down(cin, cout) {
        _: seq { layernorm2d(cin); conv(cin, cout, 2, 2) }
    }

    /// Four stages. The first has `c` channels, and the third `n3` units.
    block convnext(c, n3, p, classes) {
        let total = 9 + n3;
        features: seq {
            seq { conv(3, c, 4, 4); layernorm2d(c) }
            stage(c, 3, 0, total, p);
            down(c, 2 * c);
            stage(2 * c, 3, 3, total, p);
            down(2 * c, 4 * c);
            stage(4 * c, n3, 6, total, p);
            down(4 * c, 8 * c);
            stage(8 * c, 3, 6 + n3, total, p);
        }
        avgpool: adaptive_avgpool(1);
        classifier: seq { layernorm2d(8 * c); flatten; linear(8 * c, classes) }
    }

    /// ConvNeXt, tiny, torchvision's `convnext_tiny`.
    ///
    #[doc = usage!("ConvNextTiny", "features", "convnext_tiny")]
    pub struct ConvNextTiny<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: convnext(96, 9, 0.1, CLASSES) >

    /// ConvNeXt, small, torchvision's `convnext_small`.
    ///
    #[doc = usage!("ConvNextSmall", "features", "convnext_small")]
    pub struct ConvNextSmall<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: convnext(96, 27, 0.4, CLASSES) >

    /// ConvNeXt, base, torchvision's `convnext_base`.
    ///
    #[doc = usage!("ConvNextBase", "features", "convnext_base")]
    pub struct ConvNextBase<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: convnext(128, 27, 0.5, CLASSES) >

    /// ConvNeXt, large, torchvision's `convnext_large`.
    ///
    #[doc = usage!("ConvNextLarge", "features", "convnext_large")]
    pub struct ConvNextLarge<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: convnext(192, 27, 0.5, CLASSES) >
}
