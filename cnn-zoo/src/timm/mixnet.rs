//! MixNet, from [Mixed Depthwise Convolutional Kernels][paper] by Tan and Le.
//!
//! [paper]: https://arxiv.org/abs/1907.09595

use cnn::cnn;

cnn! {
    /// Equal parts of the channels, each with a convolution of its own size.
    block mixed(cin, cout, kernel_sizes, stride, depthwise) {
        let parts = kernel_sizes.len();
        let (a, b) = (cin / parts, cout / parts);
        let groups = if depthwise { a } else { 1 };
        concat {
            for (i, kernel_size) in kernel_sizes.enumerate() {
                {
                    channels(i * a..(i + 1) * a);
                    "{i}": conv(
                        a, b, kernel_size, stride, kernel_size / 2, groups = groups, bias = false,
                    );
                }
            }
        }
    }

    /// The same, where a single convolution has no number in its name.
    block mix(name, cin, cout, kernel_sizes, stride = 1, depthwise = false) {
        if kernel_sizes.len() > 1 {
            "{name}": mixed(cin, cout, kernel_sizes, stride, depthwise);
        } else {
            let (k, groups) = (kernel_sizes[0], if depthwise { cin } else { 1 });
            "{name}": conv(cin, cout, k, stride, k / 2, groups = groups, bias = false);
        }
    }

    block excite(channels, narrow) {
        mul {
            identity;
            {
                mean((2, 3), keepdim = true);
                conv_reduce: conv(channels, narrow, 1);
                act1: silu;
                conv_expand: conv(narrow, channels, 1);
                gate: sigmoid;
            }
        }
    }

    /// A depthwise convolution of `kernel_sizes` between one that expands and one that projects, both in so many parts.
    block inverted(cin, cout, expand, stride, kernel_sizes, expands, projects, squeeze, act) {
        let mid = expand * cin;
        _: mix("conv_pw", cin, mid, [1 for _ in 0..expands]);
        bn1: batchnorm(mid);
        act1: act;
        _: mix("conv_dw", mid, mid, kernel_sizes, stride, depthwise = true);
        bn2: batchnorm(mid);
        act2: act;
        if squeeze > 0 { se: excite(mid, cin / squeeze) }
        _: mix("conv_pwl", mid, cout, [1 for _ in 0..projects]);
        bn3: batchnorm(cout);
    }

    block unit(cin, cout, expand, stride, kernel_sizes, expands, projects, squeeze, act) {
        if stride == 1 && cin == cout {
            residual {
                _: inverted(
                    cin, cout, expand, stride, kernel_sizes, expands, projects, squeeze, act,
                );
            }
        } else {
            _: inverted(cin, cout, expand, stride, kernel_sizes, expands, projects, squeeze, act);
        }
    }

    block first(channels) {
        residual {
            conv_dw: conv(channels, channels, 3, 1, 1, groups = channels, bias = false);
            bn1: batchnorm(channels);
            relu;
            conv_pw: conv(channels, channels, 1, bias = false);
            bn2: batchnorm(channels);
        }
    }

    /// MixNet-S, timm's `mixnet_s`.
    pub struct MixNetS<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        conv_stem: conv(3, 16, 3, 2, 1, bias = false);
        bn1: batchnorm(16);
        relu;
        blocks: seq {
            seq { first(16) }
            seq { unit(16, 24, 6, 2, [3], 2, 2, 0, relu); unit(24, 24, 3, 1, [3], 2, 2, 0, relu) }
            seq {
                unit(24, 40, 6, 2, [3, 5, 7], 1, 1, 2, silu);
                [unit(40, 40, 6, 1, [3, 5], 2, 2, 2, silu); 3];
            }
            seq {
                unit(40, 80, 6, 2, [3, 5, 7], 1, 2, 4, silu);
                [unit(80, 80, 6, 1, [3, 5], 1, 2, 4, silu); 2];
            }
            seq {
                unit(80, 120, 6, 1, [3, 5, 7], 2, 2, 2, silu);
                [unit(120, 120, 3, 1, [3, 5, 7, 9], 2, 2, 2, silu); 2];
            }
            seq {
                unit(120, 200, 6, 2, [3, 5, 7, 9, 11], 1, 1, 2, silu);
                [unit(200, 200, 6, 1, [3, 5, 7, 9], 1, 2, 2, silu); 2];
            }
        }
        conv_head: conv(200, 1536, 1, bias = false);
        bn2: batchnorm(1536);
        relu;
        global_pool: adaptive_avgpool(1);
        flatten;
        classifier: linear(1536, CLASSES);
    >
}
