//! DenseNet, from [Densely Connected Convolutional Networks][paper] by Huang, Liu, van der Maaten
//! and Weinberger.
//!
//! [paper]: https://arxiv.org/abs/1608.06993

use cnn::cnn;

cnn! {
    /// `count` layers, each of which sees what all before it have added.
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

    /// Half the channels and half the size.
    block transition(cin) {
        norm: batchnorm(cin);
        relu: relu;
        conv: conv(cin, cin / 2, 1, bias = false);
        pool: avgpool(2, 2);
    }

    /// Four dense blocks of `n1` to `n4` layers.
    block densenet(stem, growth, n1, n2, n3, n4, classes) {
        let c1 = stem + n1 * growth;
        let c2 = c1 / 2 + n2 * growth;
        let c3 = c2 / 2 + n3 * growth;
        let c4 = c3 / 2 + n4 * growth;
        features: {
            conv0: conv(3, stem, 7, 2, padding = 3, bias = false);
            norm0: batchnorm(stem);
            relu0: relu;
            pool0: maxpool(3, 2, padding = 1);
            denseblock1: dense(stem, growth, n1);
            transition1: transition(c1);
            denseblock2: dense(c1 / 2, growth, n2);
            transition2: transition(c2);
            denseblock3: dense(c2 / 2, growth, n3);
            transition3: transition(c3);
            denseblock4: dense(c3 / 2, growth, n4);
            norm5: batchnorm(c4);
        }
        relu;
        adaptive_avgpool(1);
        flatten;
        classifier: linear(c4, classes);
    }

    /// DenseNet with 121 layers, torchvision's `densenet121`.
    pub struct DenseNet121<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: densenet(64, 32, 6, 12, 24, 16, CLASSES) >

    /// DenseNet with 161 layers, torchvision's `densenet161`.
    pub struct DenseNet161<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: densenet(96, 48, 6, 12, 36, 24, CLASSES) >

    /// DenseNet with 169 layers, torchvision's `densenet169`.
    pub struct DenseNet169<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: densenet(64, 32, 6, 12, 32, 32, CLASSES) >

    /// DenseNet with 201 layers, torchvision's `densenet201`.
    pub struct DenseNet201<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: densenet(64, 32, 6, 12, 48, 32, CLASSES) >
}
