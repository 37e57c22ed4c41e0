//! AlexNet.

use cnn::cnn;

cnn! {
    /// AlexNet, torchvision's `alexnet`.
    ///
    /// From [One weird trick for parallelizing convolutional neural networks][paper] by Krizhevsky.
    ///
    /// [paper]: https://arxiv.org/abs/1404.5997
    ///
    #[doc = usage!("AlexNet", "features", "alexnet")]
    pub struct AlexNet<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        features: seq {
            conv(3, 64, 11, stride = 4, padding = 2); relu;
            maxpool(3, 2);
            conv(64, 192, 5, padding = 2); relu;
            maxpool(3, 2);
            conv(192, 384, 3, padding = 1); relu;
            conv(384, 256, 3, padding = 1); relu;
            conv(256, 256, 3, padding = 1); relu;
            maxpool(3, 2);
        }
        avgpool: adaptive_avgpool(6);
        flatten;
        classifier: seq {
            dropout(0.5); linear(256 * 6 * 6, 4096); relu;
            dropout(0.5); linear(4096, 4096); relu;
            linear(4096, CLASSES);
        }
    >
}
