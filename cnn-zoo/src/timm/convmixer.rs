//! ConvMixer, from [Patches Are All You Need?][paper] by Trockman and Kolter.
//!
//! [paper]: https://arxiv.org/abs/2201.09792

use cnn::cnn;

cnn! {
    /// A depthwise convolution mixes places, and one of 1 × 1 mixes channels.
    block unit(channels, kernel_size) {
        _: seq {
            residual {
                r#fn: seq {
                    conv(channels, channels, kernel_size, padding = same, groups = channels);
                    relu;
                    batchnorm(channels);
                }
            }
            conv(channels, channels, 1);
            relu;
            batchnorm(channels);
        }
    }

    /// ConvMixer of 32 units with 768 channels, timm's `convmixer_768_32`.
    pub struct ConvMixer768x32<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        stem: seq { conv(3, 768, 7, 7); relu; batchnorm(768) }
        blocks: seq { [unit(768, 7); 32] }
        adaptive_avgpool(1);
        flatten;
        head: linear(768, CLASSES);
    >
}
