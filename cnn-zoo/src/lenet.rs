//! LeNet.

use cnn::cnn;

cnn! {
    /// A LeNet for digits, as PyTorch tutorials have it: two convolutions, two linear layers.
    ///
    /// After [Gradient-Based Learning Applied to Document Recognition][paper] by LeCun, Bottou,
    /// Bengio and Haffner.
    ///
    /// [paper]: http://yann.lecun.com/exdb/publis/pdf/lecun-98.pdf
    pub struct LeNet<const CLASSES: usize = 10>: [3, 28, 28] -> [CLASSES] <
        conv1: conv(3, 20, 5, 1); relu;
        pool1: maxpool(2, 2);
        conv2: conv(20, 50, 5, 1); relu;
        pool2: maxpool(2, 2);
        fc1: fc(4 * 4 * 50, 500); relu;
        fc2: fc(500, CLASSES);
    >
}
