//! CSPNet, from [A New Backbone that Can Enhance Learning Capability of CNN][paper] by Wang, Liao, Yeh, Wu, Chen and Hsieh.
//!
//! [paper]: https://arxiv.org/abs/1911.11929

use cnn::cnn;

cnn! {
    use super::blocks::{classifier, conv_norm, conv_norm_act};

    block unit(cin, cout, kernel_size = 1, stride = 1) {
        _: conv_norm_act(cin, cout, kernel_size, stride, act = leaky_relu);
    }

    block bottleneck(channels) {
        residual {
            conv1: unit(channels, channels / 2);
            conv2: unit(channels / 2, channels / 2, 3);
            conv3: conv_norm(channels / 2, channels);
        }
        act3: leaky_relu;
    }

    /// Half of the channels pass all of the bottlenecks by.
    block stage(cin, cout, count, halves = true) {
        if halves { conv_down: unit(cin, cin, 3, 2) }
        conv_exp: conv_norm(cin, 2 * cout);
        concat {
            channels(0..cout);
            {
                channels(cout..2 * cout);
                blocks: seq { [bottleneck(cout); count] }
                conv_transition_b: unit(cout, cout);
            }
        }
        conv_transition: unit(2 * cout, cout);
    }

    /// CSPNet with the units of ResNet-50, timm's `cspresnet50`.
    pub struct CspResNet50<const CLASSES: usize = 1000, const SIZE: usize = 256>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        stem: { conv1: unit(3, 64, 7, 2); pool: maxpool(3, 2, 1) }
        stages: seq {
            stage(64, 128, 3, halves = false);
            stage(128, 256, 3);
            stage(256, 512, 5);
            stage(512, 1024, 2);
        }
        head: classifier(1024, CLASSES);
    >
}
