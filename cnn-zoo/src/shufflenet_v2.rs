//! ShuffleNet V2, from [Practical Guidelines for Efficient CNN Architecture Design][paper] by Ma,
//! Zhang, Zheng and Sun.
//!
//! [paper]: https://arxiv.org/abs/1807.11164

use cnn::cnn;

cnn! {
    /// Passes half of the channels on, and convolves the other half.
    block unit(channels) {
        let half = channels / 2;
        concat {
            channels(0..half);
            { channels(half..channels); branch2: branch(half, half, 1) }
        }
        channel_shuffle(2);
    }

    /// Halves the size, with `cout` output channels.
    block down(cin, cout) {
        concat {
            branch1: seq {
                conv(cin, cin, 3, 2, padding = 1, groups = cin, bias = false); batchnorm(cin);
                conv(cin, cout / 2, 1, bias = false); batchnorm(cout / 2); relu;
            }
            branch2: branch(cin, cout / 2, 2);
        }
        channel_shuffle(2);
    }

    block branch(cin, c, stride) {
        _: seq {
            conv(cin, c, 1, bias = false); batchnorm(c); relu;
            conv(c, c, 3, stride, padding = 1, groups = c, bias = false); batchnorm(c);
            conv(c, c, 1, bias = false); batchnorm(c); relu;
        }
    }

    block stage(cin, cout, count) {
        _: seq { down(cin, cout); [unit(cout); count - 1] }
    }

    /// Stages 2 to 5 with `c2` to `c5` channels.
    block shufflenet(c2, c3, c4, c5, classes) {
        conv1: seq { conv(3, 24, 3, 2, padding = 1, bias = false); batchnorm(24); relu }
        maxpool: maxpool(3, 2, padding = 1);
        stage2: stage(24, c2, 4);
        stage3: stage(c2, c3, 8);
        stage4: stage(c3, c4, 4);
        conv5: seq { conv(c4, c5, 1, bias = false); batchnorm(c5); relu }
        adaptive_avgpool(1);
        flatten;
        fc: linear(c5, classes);
    }

    /// ShuffleNet V2 with half the channels, torchvision's `shufflenet_v2_x0_5`.
    ///
    #[doc = usage!("ShuffleNetV2X0_5", "conv5", "shufflenet_v2_x0_5")]
    pub struct ShuffleNetV2X0_5<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: shufflenet(48, 96, 192, 1024, CLASSES) >

    /// ShuffleNet V2, torchvision's `shufflenet_v2_x1_0`.
    ///
    #[doc = usage!("ShuffleNetV2X1_0", "conv5", "shufflenet_v2_x1_0")]
    pub struct ShuffleNetV2X1_0<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: shufflenet(116, 232, 464, 1024, CLASSES) >

    /// ShuffleNet V2 with 1.5 times the channels, torchvision's `shufflenet_v2_x1_5`.
    ///
    #[doc = usage!("ShuffleNetV2X1_5", "conv5", "shufflenet_v2_x1_5")]
    pub struct ShuffleNetV2X1_5<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: shufflenet(176, 352, 704, 1024, CLASSES) >

    /// ShuffleNet V2 with twice the channels, torchvision's `shufflenet_v2_x2_0`.
    ///
    #[doc = usage!("ShuffleNetV2X2_0", "conv5", "shufflenet_v2_x2_0")]
    pub struct ShuffleNetV2X2_0<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: shufflenet(244, 488, 976, 2048, CLASSES) >
}
