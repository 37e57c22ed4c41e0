//! SKNet, from [Selective Kernel Networks][paper] by Li, Wang, Hu and Yang, with the units of ResNet-18.
//!
//! [paper]: https://arxiv.org/abs/1903.06586

use cnn::cnn;

cnn! {
    use super::blocks::{conv_norm, conv_norm_act};

    /// One half of the channels goes through a small window, the other half through a large one, and each channel of the
    /// output selects from both.
    block selective_kernel(cin, cout, stride) {
        let half = cin / 2;
        let narrow = if cout < 128 { 16 } else { cout / 8 };
        paths: {
            concat {
                "0": { channels(0..half); _: conv_norm_act(half, cout, 3, stride); unsqueeze(1) }
                "1": {
                    channels(half..cin); _: conv_norm_act(half, cout, 3, stride, 2); unsqueeze(1);
                }
            }
        }
        mul {
            identity;
            attn: {
                sum(1);
                mean((2, 3), keepdim = true);
                fc_reduce: conv(cout, narrow, 1, bias = false);
                bn: batchnorm(narrow);
                act: relu;
                fc_select: conv(narrow, 2 * cout, 1, bias = false);
                unflatten(1, (2, cout));
                softmax(1);
            }
        }
        sum(1);
    }

    block basic(cin, cout, stride = 1) {
        residual {
            conv1: selective_kernel(cin, cout, stride);
            conv2: conv_norm(cout, cout, 3);
        } shortcut {
            if stride > 1 {
                downsample: seq { conv(cin, cout, 1, stride, bias = false); batchnorm(cout) }
            }
        }
        act: relu;
    }

    /// SKNet of 18 layers, timm's `skresnet18`.
    pub struct SkResNet18<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        conv1: conv(3, 64, 7, 2, 3, bias = false);
        bn1: batchnorm(64);
        act1: relu;
        maxpool: maxpool(3, 2, 1);
        layer1: seq { [basic(64, 64); 2] }
        layer2: seq { basic(64, 128, 2); basic(128, 128) }
        layer3: seq { basic(128, 256, 2); basic(256, 256) }
        layer4: seq { basic(256, 512, 2); basic(512, 512) }
        adaptive_avgpool(1);
        flatten;
        fc: linear(512, CLASSES);
    >
}
