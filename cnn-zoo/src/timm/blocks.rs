//! Blocks that several families of timm share.

use cnn::cnn;

cnn! {
    /// The square root, by Newton's method: that of the standard library is not a `const fn`.
    pub const fn root(number: f64) -> f64 {
        let mut root = number;
        let mut step = 0;
        while step < 32 {
            root = (root + number / root) / 2.0;
            step += 1;
        }
        root
    }

    /// A convolution that keeps the size at stride 1, a normalisation and an activation: timm's `ConvNormAct`.
    pub block conv_norm_act(
        cin, cout, kernel_size = 1, stride = 1, dilation = 1, groups = 1, act = relu,
    ) {
        _: conv_norm(cin, cout, kernel_size, stride, dilation, groups);
        act;
    }

    /// The same without an activation.
    pub block conv_norm(cin, cout, kernel_size = 1, stride = 1, dilation = 1, groups = 1) {
        let padding = dilation * (kernel_size - 1) / 2;
        conv: conv(cin, cout, kernel_size, stride, padding, dilation, groups, bias = false);
        bn: batchnorm(cout);
    }

    /// The means of all channels, and a linear layer: timm's `ClassifierHead`.
    pub block classifier(channels, classes) {
        global_pool: { pool: adaptive_avgpool(1); flatten: flatten }
        fc: linear(channels, classes);
    }
}
