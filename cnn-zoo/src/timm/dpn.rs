//! DPN, from [Dual Path Networks][paper] by Chen, Li, Xiao, Jin, Yan and Feng.
//!
//! [paper]: https://arxiv.org/abs/1707.01629

use cnn::cnn;

cnn! {
    /// A convolution after its normalisation and activation.
    block norm_conv(cin, cout, kernel_size, stride = 1, groups = 1) {
        bn: batchnorm(cin, eps = 1e-3);
        relu;
        conv: conv(cin, cout, kernel_size, stride, kernel_size / 2, groups = groups, bias = false);
    }

    /// Adds to the first `cout` channels, as ResNet does, and appends `more` channels, as DenseNet does.
    block dual_path(cin, mid, cout, more, stride = 1, project = false) {
        let dense = if project { 2 * more } else { cin - cout };
        input: identity;
        if project { "c1x1_w_s{stride}": norm_conv(cin, cout + dense, 1, stride) }
        passed: identity;
        from(input);
        c1x1_a: norm_conv(cin, mid, 1);
        c3x3_b: norm_conv(mid, mid, 3, stride, groups = 32);
        c1x1_c: norm_conv(mid, cout + more, 1);
        concat {
            add { { from(passed); channels(0..cout) } channels(0..cout) }
            { from(passed); channels(cout..cout + dense) }
            channels(cout..cout + more);
        }
    }

    /// DPN of 68 layers, timm's `dpn68`.
    pub struct Dpn68<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        let mut channels = 10;
        features: {
            conv1_1: {
                conv: conv(3, 10, 3, 2, 1, bias = false); bn: batchnorm(10, eps = 1e-3); relu;
            }
            conv1_pool: maxpool(3, 2, 1);
            for (i, (count, more)) in [(3, 16), (4, 32), (12, 32), (3, 64)].enumerate() {
                let (mid, cout) = (128 << i, 64 << i);
                let stride = if i > 0 { 2 } else { 1 };
                "conv{i + 2}_1": dual_path(channels, mid, cout, more, stride, project = true);
                channels = cout + 3 * more;
                for j in 2..=count {
                    "conv{i + 2}_{j}": dual_path(channels, mid, cout, more);
                    channels += more;
                }
            }
            conv5_bn_ac: { bn: batchnorm(channels, eps = 1e-3); relu }
        }
        global_pool: adaptive_avgpool(1);
        classifier: conv(channels, CLASSES, 1);
        flatten: flatten;
    >
}
