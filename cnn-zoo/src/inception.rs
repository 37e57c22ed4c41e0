//! Inception v3, from [Rethinking the Inception Architecture for Computer Vision][paper] by Szegedy,
//! Vanhoucke, Ioffe, Shlens and Wojna.
//!
//! [paper]: https://arxiv.org/abs/1512.00567

use cnn::cnn;

cnn! {
    block conv_bn(cin, cout, kernel_size, stride = 1, padding = 0) {
        conv: conv(cin, cout, kernel_size, stride, padding, bias = false);
        bn: batchnorm(cout, eps = 1e-3);
        relu;
    }

    /// A 1 × 7 and a 7 × 1 convolution.
    block row7(cin, cout) { _: conv_bn(cin, cout, (1, 7), padding = (0, 3)) }
    block column7(cin, cout) { _: conv_bn(cin, cout, (7, 1), padding = (3, 0)) }

    /// A pool, reduced to `cout` channels.
    block pooled(cin, cout) {
        avgpool(3, 1, padding = 1);
        branch_pool: conv_bn(cin, cout, 1);
    }

    /// Windows of 5 × 5, and of 3 × 3 in two steps.
    block inception_a(cin, pool_features) {
        concat {
            branch1x1: conv_bn(cin, 64, 1);
            {
                branch5x5_1: conv_bn(cin, 48, 1);
                branch5x5_2: conv_bn(48, 64, 5, padding = 2);
            }
            {
                branch3x3dbl_1: conv_bn(cin, 64, 1);
                branch3x3dbl_2: conv_bn(64, 96, 3, padding = 1);
                branch3x3dbl_3: conv_bn(96, 96, 3, padding = 1);
            }
            _: pooled(cin, pool_features);
        }
    }

    /// Half the size.
    block inception_b(cin) {
        concat {
            branch3x3: conv_bn(cin, 384, 3, 2);
            {
                branch3x3dbl_1: conv_bn(cin, 64, 1);
                branch3x3dbl_2: conv_bn(64, 96, 3, padding = 1);
                branch3x3dbl_3: conv_bn(96, 96, 3, 2);
            }
            maxpool(3, 2);
        }
    }

    /// Windows of 7 × 7 as rows and columns, on `c7` channels.
    block inception_c(cin, c7) {
        concat {
            branch1x1: conv_bn(cin, 192, 1);
            {
                branch7x7_1: conv_bn(cin, c7, 1);
                branch7x7_2: row7(c7, c7);
                branch7x7_3: column7(c7, 192);
            }
            {
                branch7x7dbl_1: conv_bn(cin, c7, 1);
                branch7x7dbl_2: column7(c7, c7);
                branch7x7dbl_3: row7(c7, c7);
                branch7x7dbl_4: column7(c7, c7);
                branch7x7dbl_5: row7(c7, 192);
            }
            _: pooled(cin, 192);
        }
    }

    /// Half the size again.
    block inception_d(cin) {
        concat {
            {
                branch3x3_1: conv_bn(cin, 192, 1);
                branch3x3_2: conv_bn(192, 320, 3, 2);
            }
            {
                branch7x7x3_1: conv_bn(cin, 192, 1);
                branch7x7x3_2: row7(192, 192);
                branch7x7x3_3: column7(192, 192);
                branch7x7x3_4: conv_bn(192, 192, 3, 2);
            }
            maxpool(3, 2);
        }
    }

    /// Rows and columns of three, side by side.
    block inception_e(cin) {
        concat {
            branch1x1: conv_bn(cin, 320, 1);
            {
                branch3x3_1: conv_bn(cin, 384, 1);
                concat {
                    branch3x3_2a: conv_bn(384, 384, (1, 3), padding = (0, 1));
                    branch3x3_2b: conv_bn(384, 384, (3, 1), padding = (1, 0));
                }
            }
            {
                branch3x3dbl_1: conv_bn(cin, 448, 1);
                branch3x3dbl_2: conv_bn(448, 384, 3, padding = 1);
                concat {
                    branch3x3dbl_3a: conv_bn(384, 384, (1, 3), padding = (0, 1));
                    branch3x3dbl_3b: conv_bn(384, 384, (3, 1), padding = (1, 0));
                }
            }
            _: pooled(cin, 192);
        }
    }

    /// The layers before the auxiliary classifier.
    block first() {
        Conv2d_1a_3x3: conv_bn(3, 32, 3, 2);
        Conv2d_2a_3x3: conv_bn(32, 32, 3);
        Conv2d_2b_3x3: conv_bn(32, 64, 3, padding = 1);
        maxpool1: maxpool(3, 2);
        Conv2d_3b_1x1: conv_bn(64, 80, 1);
        Conv2d_4a_3x3: conv_bn(80, 192, 3);
        maxpool2: maxpool(3, 2);
        Mixed_5b: inception_a(192, 32);
        Mixed_5c: inception_a(256, 64);
        Mixed_5d: inception_a(288, 64);
        Mixed_6a: inception_b(288);
        Mixed_6b: inception_c(768, 128);
        Mixed_6c: inception_c(768, 160);
        Mixed_6d: inception_c(768, 160);
        Mixed_6e: inception_c(768, 192);
    }

    /// The layers after it.
    block last(classes) {
        Mixed_7a: inception_d(768);
        Mixed_7b: inception_e(1280);
        Mixed_7c: inception_e(2048);
        avgpool: adaptive_avgpool(1);
        dropout: dropout(0.5);
        flatten;
        fc: linear(2048, classes);
    }

    /// An auxiliary classifier, so that the layers before it learn faster.
    block auxiliary(classes) {
        avgpool(5, 3);
        conv0: conv_bn(768, 128, 1);
        conv1: conv_bn(128, 768, 5);
        adaptive_avgpool(1);
        flatten;
        fc: linear(768, classes);
    }

    /// Inception v3 without its auxiliary classifier, torchvision's `inception_v3`.
    ///
    #[doc = usage!("InceptionV3", "Mixed_7c", "inception_v3")]
    pub struct InceptionV3<const CLASSES: usize = 1000, const SIZE: usize = 299>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        _: first();
        _: last(CLASSES);
    >

    /// Inception v3 with a second classifier, as it is trained: torchvision's `inception_v3` with
    /// `aux_logits`, whose outputs have these names and this order. It takes images of 299 × 299 and
    /// more.
    ///
    #[doc = usage!("InceptionV3Aux", "Mixed_7c", "inception_v3")]
    pub struct InceptionV3Aux<const CLASSES: usize = 1000, const SIZE: usize = 299>:
        [3, SIZE, SIZE] -> (logits: [CLASSES], aux_logits: [CLASSES])
    <
        _: first();
        AuxLogits: auxiliary(CLASSES);
        aux_logits: identity;
        from(Mixed_6e);
        _: last(CLASSES);
        logits: identity;
    >
}
