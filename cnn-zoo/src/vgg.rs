//! VGG, from [Very Deep Convolutional Networks for Large-Scale Image Recognition][paper] by
//! Simonyan and Zisserman.
//!
//! [paper]: https://arxiv.org/abs/1409.1556

use cnn::cnn;

cnn! {
    /// Convolutions that keep the size, and a pool that halves it.
    block stage(cin, cout, count, norm) {
        for i in 0..count {
            #[allow(bias_before_batchnorm)] // torchvision's weights have these biases.
            conv(if i == 0 { cin } else { cout }, cout, 3, padding = 1);
            if norm { batchnorm(cout) }
            relu;
        }
        maxpool(2, 2);
    }

    /// Five stages with these numbers of convolutions, with or without batch normalization.
    block vgg(counts, norm, classes) {
        features: seq {
            let mut cin = 3;
            for (cout, count) in [64, 128, 256, 512, 512].zip(counts) {
                _: stage(cin, cout, count, norm);
                cin = cout;
            }
        }
        avgpool: adaptive_avgpool(7);
        flatten;
        classifier: seq {
            linear(512 * 7 * 7, 4096); relu; dropout(0.5);
            linear(4096, 4096); relu; dropout(0.5);
            linear(4096, classes);
        }
    }

    /// VGG with 11 layers, torchvision's `vgg11`.
    ///
    #[doc = usage!("Vgg11", "features", "vgg11")]
    pub struct Vgg11<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: vgg([1, 1, 2, 2, 2], false, CLASSES) >

    /// VGG with 11 layers and batch normalization, torchvision's `vgg11_bn`.
    ///
    #[doc = usage!("Vgg11Bn", "features", "vgg11_bn")]
    pub struct Vgg11Bn<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: vgg([1, 1, 2, 2, 2], true, CLASSES) >

    /// VGG with 13 layers, torchvision's `vgg13`.
    ///
    #[doc = usage!("Vgg13", "features", "vgg13")]
    pub struct Vgg13<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: vgg([2, 2, 2, 2, 2], false, CLASSES) >

    /// VGG with 13 layers and batch normalization, torchvision's `vgg13_bn`.
    ///
    #[doc = usage!("Vgg13Bn", "features", "vgg13_bn")]
    pub struct Vgg13Bn<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: vgg([2, 2, 2, 2, 2], true, CLASSES) >

    /// VGG with 16 layers, torchvision's `vgg16`.
    ///
    #[doc = usage!("Vgg16", "features", "vgg16")]
    pub struct Vgg16<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: vgg([2, 2, 3, 3, 3], false, CLASSES) >

    /// VGG with 16 layers and batch normalization, torchvision's `vgg16_bn`.
    ///
    #[doc = usage!("Vgg16Bn", "features", "vgg16_bn")]
    pub struct Vgg16Bn<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: vgg([2, 2, 3, 3, 3], true, CLASSES) >

    /// VGG with 19 layers, torchvision's `vgg19`.
    ///
    #[doc = usage!("Vgg19", "features", "vgg19")]
    pub struct Vgg19<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: vgg([2, 2, 4, 4, 4], false, CLASSES) >

    /// VGG with 19 layers and batch normalization, torchvision's `vgg19_bn`.
    ///
    #[doc = usage!("Vgg19Bn", "features", "vgg19_bn")]
    pub struct Vgg19Bn<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: vgg([2, 2, 4, 4, 4], true, CLASSES) >
}
