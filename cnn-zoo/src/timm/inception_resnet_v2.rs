//! Inception-ResNet v2, from [Inception-v4, Inception-ResNet and the Impact of Residual Connections on Learning][paper]
//! by Szegedy, Ioffe, Vanhoucke and Alemi.
//!
//! [paper]: https://arxiv.org/abs/1602.07261

use cnn::cnn;

cnn! {
    block unit(cin, cout, kernel_size, stride = 1, padding = 0) {
        conv: conv(cin, cout, kernel_size, stride, padding, bias = false);
        bn: batchnorm(cout, eps = 1e-3);
        relu;
    }

    block mixed_5b() {
        concat {
            branch0: unit(192, 96, 1);
            branch1: seq { unit(192, 48, 1); unit(48, 64, 5, padding = 2) }
            branch2: seq {
                unit(192, 64, 1); unit(64, 96, 3, padding = 1); unit(96, 96, 3, padding = 1);
            }
            branch3: seq { avgpool(3, 1, 1, count_include_pad = false); unit(192, 64, 1) }
        }
    }

    block block35() {
        residual {
            concat {
                branch0: unit(320, 32, 1);
                branch1: seq { unit(320, 32, 1); unit(32, 32, 3, padding = 1) }
                branch2: seq {
                    unit(320, 32, 1); unit(32, 48, 3, padding = 1); unit(48, 64, 3, padding = 1);
                }
            }
            conv2d: conv(128, 320, 1);
            scale(0.17);
        }
        act: relu;
    }

    block mixed_6a() {
        concat {
            branch0: unit(320, 384, 3, 2);
            branch1: seq { unit(320, 256, 1); unit(256, 256, 3, padding = 1); unit(256, 384, 3, 2) }
            branch2: maxpool(3, 2);
        }
    }

    block block17() {
        residual {
            concat {
                branch0: unit(1088, 192, 1);
                branch1: seq {
                    unit(1088, 128, 1);
                    unit(128, 160, (1, 7), padding = (0, 3));
                    unit(160, 192, (7, 1), padding = (3, 0));
                }
            }
            conv2d: conv(384, 1088, 1);
            scale(0.1);
        }
        act: relu;
    }

    block mixed_7a() {
        concat {
            branch0: seq { unit(1088, 256, 1); unit(256, 384, 3, 2) }
            branch1: seq { unit(1088, 256, 1); unit(256, 288, 3, 2) }
            branch2: seq {
                unit(1088, 256, 1); unit(256, 288, 3, padding = 1); unit(288, 320, 3, 2);
            }
            branch3: maxpool(3, 2);
        }
    }

    block block8(last = false) {
        residual {
            concat {
                branch0: unit(2080, 192, 1);
                branch1: seq {
                    unit(2080, 192, 1);
                    unit(192, 224, (1, 3), padding = (0, 1));
                    unit(224, 256, (3, 1), padding = (1, 0));
                }
            }
            conv2d: conv(448, 2080, 1);
            if !last { scale(0.2) }
        }
        if !last { relu: relu }
    }

    /// Inception-ResNet v2, timm's `inception_resnet_v2`.
    pub struct InceptionResNetV2<const CLASSES: usize = 1000, const SIZE: usize = 299>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        conv2d_1a: unit(3, 32, 3, 2);
        conv2d_2a: unit(32, 32, 3);
        conv2d_2b: unit(32, 64, 3, padding = 1);
        maxpool_3a: maxpool(3, 2);
        conv2d_3b: unit(64, 80, 1);
        conv2d_4a: unit(80, 192, 3);
        maxpool_5a: maxpool(3, 2);
        mixed_5b: mixed_5b;
        repeat: seq { [block35; 10] }
        mixed_6a: mixed_6a;
        repeat_1: seq { [block17; 20] }
        mixed_7a: mixed_7a;
        repeat_2: seq { [block8; 9] }
        block8: block8(last = true);
        conv2d_7b: unit(2080, 1536, 1);
        global_pool: adaptive_avgpool(1);
        flatten;
        classif: linear(1536, CLASSES);
    >
}
