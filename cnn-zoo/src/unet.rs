//! U-Net.

use cnn::cnn;

cnn! {
    /// Two convolutions that keep the size.
    block double_conv(cin, cout) {
        double_conv: seq {
            conv(cin, cout, 3, padding = 1, bias = false); batchnorm(cout); relu;
            conv(cout, cout, 3, padding = 1, bias = false); batchnorm(cout); relu;
        }
    }

    /// Halves the size and doubles the channels.
    block down(cin) {
        maxpool_conv: seq { maxpool(2); double_conv(cin, 2 * cin) }
    }

    /// Doubles the size, halves the channels, and joins the output of that size from the way down.
    block up(cin, skip) {
        up: conv_transpose(cin, cin / 2, 2, stride = 2);
        concat(skip, _);
        conv: double_conv(cin, cin / 2);
    }

    /// A U-Net that computes a score for each class at each pixel.
    ///
    /// From [U-Net: Convolutional Networks for Biomedical Image Segmentation][paper] by
    /// Ronneberger, Fischer and Brox. As in most implementations, the convolutions are padded and
    /// followed by batch normalization; names are those of the most widely used PyTorch weights.
    ///
    /// [paper]: https://arxiv.org/abs/1505.04597
    pub struct UNet<const CLASSES: usize = 2, const HEIGHT: usize = 512, const WIDTH: usize = 512>:
        [3, HEIGHT, WIDTH] -> [CLASSES, HEIGHT, WIDTH]
    <
        inc: double_conv(3, 64);
        down1: down(64);
        down2: down(128);
        down3: down(256);
        down4: down(512);
        up1: up(1024, down3);
        up2: up(512, down2);
        up3: up(256, down1);
        up4: up(128, inc);
        outc: { conv: conv(64, CLASSES, 1) }
    >
}
