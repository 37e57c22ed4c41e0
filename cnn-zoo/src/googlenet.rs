//! GoogLeNet, from [Going Deeper with Convolutions][paper] by Szegedy and others.
//!
//! [paper]: https://arxiv.org/abs/1409.4842

use cnn::cnn;

cnn! {
    block conv_bn(cin, cout, kernel_size, stride = 1) {
        conv: conv(cin, cout, kernel_size, stride, padding = kernel_size / 2, bias = false);
        bn: batchnorm(cout, eps = 1e-3);
        relu;
    }

    /// Four branches: `c1` channels of 1 × 1 windows, `c2` and `c3` of 3 × 3 windows on `r2` and `r3` channels, and `c4`
    /// of a pool.
    ///
    /// In the paper, the third windows are 5 × 5; torchvision's weights are 3 × 3.
    block inception(cin, c1, r2, c2, r3, c3, c4) {
        concat {
            branch1: conv_bn(cin, c1, 1);
            branch2: seq { conv_bn(cin, r2, 1); conv_bn(r2, c2, 3) }
            branch3: seq { conv_bn(cin, r3, 1); conv_bn(r3, c3, 3) }
            branch4: seq { maxpool(3, 1, padding = 1, ceil_mode = true); conv_bn(cin, c4, 1) }
        }
    }

    /// All layers before the classifier.
    block features() {
        conv1: conv_bn(3, 64, 7, 2);
        maxpool1: maxpool(3, 2, ceil_mode = true);
        conv2: conv_bn(64, 64, 1);
        conv3: conv_bn(64, 192, 3);
        maxpool2: maxpool(3, 2, ceil_mode = true);
        inception3a: inception(192, 64, 96, 128, 16, 32, 32);
        inception3b: inception(256, 128, 128, 192, 32, 96, 64);
        maxpool3: maxpool(3, 2, ceil_mode = true);
        inception4a: inception(480, 192, 96, 208, 16, 48, 64);
        inception4b: inception(512, 160, 112, 224, 24, 64, 64);
        inception4c: inception(512, 128, 128, 256, 24, 64, 64);
        inception4d: inception(512, 112, 144, 288, 32, 64, 64);
        inception4e: inception(528, 256, 160, 320, 32, 128, 128);
        maxpool4: maxpool(2, 2, ceil_mode = true);
        inception5a: inception(832, 256, 160, 320, 32, 128, 128);
        inception5b: inception(832, 384, 192, 384, 48, 128, 128);
    }

    block classifier(classes) {
        avgpool: adaptive_avgpool(1);
        flatten;
        dropout: dropout(0.2);
        fc: linear(1024, classes);
    }

    /// An auxiliary classifier, so that the layers before it learn faster.
    block auxiliary(cin, classes) {
        adaptive_avgpool(4);
        conv: conv_bn(cin, 128, 1);
        flatten;
        fc1: linear(2048, 1024);
        relu;
        dropout: dropout(0.7);
        fc2: linear(1024, classes);
    }

    /// GoogLeNet without auxiliary classifiers, torchvision's `googlenet`.
    ///
    #[doc = usage!("GoogLeNet", "inception5b", "googlenet")]
    pub struct GoogLeNet<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        _: features();
        _: classifier(CLASSES);
    >

    /// GoogLeNet with two more classifiers, as it is trained: torchvision's `googlenet` with
    /// `aux_logits`, whose outputs have these names and this order.
    ///
    #[doc = usage!("GoogLeNetAux", "inception5b", "googlenet")]
    pub struct GoogLeNetAux<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> (logits: [CLASSES], aux_logits2: [CLASSES], aux_logits1: [CLASSES])
    <
        _: features();
        from(inception4a);
        aux1: auxiliary(512, CLASSES);
        aux_logits1: identity;
        from(inception4d);
        aux2: auxiliary(528, CLASSES);
        aux_logits2: identity;
        from(inception5b);
        _: classifier(CLASSES);
        logits: identity;
    >
}
