//! DenseNet, from [Densely Connected Convolutional Networks][paper] by Huang, Liu, van der Maaten
//! and Weinberger.
//!
//! [paper]: https://arxiv.org/abs/1608.06993

use cnn::cnn;

cnn! {
    /// `count` layers, each of which takes the outputs of all layers before it.
    block dense(cin, growth, count) {
        for i in 0..count {
            concat {
                identity;
                "denselayer{i + 1}": layer(cin + i * growth, growth);
            }
        }
    }

    block layer(cin, growth) {
        norm1: batchnorm(cin);
        relu1: relu;
        conv1: conv(cin, 4 * growth, 1, bias = false);
        norm2: batchnorm(4 * growth);
        relu2: relu;
        conv2: conv(4 * growth, growth, 3, padding = 1, bias = false);
    }

    /// Halves the channels and the size.
    block transition(cin) {
        norm: batchnorm(cin);
        relu: relu;
        conv: conv(cin, cin / 2, 1, bias = false);
        pool: avgpool(2, 2);
    }

    /// Dense blocks with these numbers of layers, and transitions between them.
    block densenet(stem, growth, counts, classes) {
        let mut channels = stem;
        features: {
            conv0: conv(3, stem, 7, 2, padding = 3, bias = false);
            norm0: batchnorm(stem);
            relu0: relu;
            pool0: maxpool(3, 2, padding = 1);
            for (i, count) in counts.iter().enumerate() {
                if i > 0 {
                    "transition{i}": transition(channels);
                    channels /= 2;
                }
                "denseblock{i + 1}": dense(channels, growth, count);
                channels += count * growth;
            }
            norm5: batchnorm(channels);
        }
        relu;
        adaptive_avgpool(1);
        flatten;
        classifier: linear(channels, classes);
    }

    /// DenseNet with 121 layers, torchvision's `densenet121`.
    ///
    #[doc = usage!("DenseNet121", "features", "densenet121")]
    pub struct DenseNet121<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: densenet(64, 32, [6, 12, 24, 16], CLASSES) >

    /// DenseNet with 161 layers, torchvision's `densenet161`.
    ///
    #[doc = usage!("DenseNet161", "features", "densenet161")]
    pub struct DenseNet161<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: densenet(96, 48, [6, 12, 36, 24], CLASSES) >

    /// DenseNet with 169 layers, torchvision's `densenet169`.
    ///
    #[doc = usage!("DenseNet169", "features", "densenet169")]
    pub struct DenseNet169<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: densenet(64, 32, [6, 12, 32, 32], CLASSES) >

    /// DenseNet with 201 layers, torchvision's `densenet201`.
    ///
    #[doc = usage!("DenseNet201", "features", "densenet201")]
    pub struct DenseNet201<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: densenet(64, 32, [6, 12, 48, 32], CLASSES) >
}
