//! RegNet, from [Designing Network Design Spaces][paper] by Radosavovic, Kosaraju, Girshick, He and
//! Dollár.
//!
//! The paper computes widths and depths with a formula; here are its results.
//!
//! [paper]: https://arxiv.org/abs/2003.13678

use cnn::cnn;

cnn! {
    use crate::blocks::squeeze_excite;

    block conv_bn(cin, cout, kernel_size, stride = 1, groups = 1) {
        conv(cin, cout, kernel_size, stride, kernel_size / 2, groups = groups, bias = false);
        batchnorm(cout);
    }

    block conv_bn_relu(cin, cout, kernel_size, stride = 1, groups = 1) {
        _: seq { _: conv_bn(cin, cout, kernel_size, stride, groups); relu }
    }

    block unit(cin, cout, stride, group_width, excite) {
        let groups = if group_width < cout { cout / group_width } else { 1 };
        add {
            if stride > 1 || cin != cout {
                proj: seq { _: conv_bn(cin, cout, 1, stride) }
            } else {
                identity;
            }
            f: {
                a: conv_bn_relu(cin, cout, 1);
                b: conv_bn_relu(cout, cout, 3, stride, groups);
                if excite { se: squeeze_excite(cout, cin / 4, relu, sigmoid) }
                c: seq { _: conv_bn(cout, cout, 1) }
            }
        }
        activation: relu;
    }

    /// `count` units, of which the first one halves the size.
    block stage(stage, cin, cout, count, group_width, excite) {
        "block{stage}-0": unit(cin, cout, 2, group_width, excite);
        for i in 1..count {
            "block{stage}-{i}": unit(cout, cout, 1, group_width, excite);
        }
    }

    /// Four stages of `n1` to `n4` units with `c1` to `c4` channels.
    block regnet(c1, c2, c3, c4, n1, n2, n3, n4, group_width, excite, classes) {
        stem: conv_bn_relu(3, 32, 3, 2);
        trunk_output: {
            block1: stage(1, 32, c1, n1, group_width, excite);
            block2: stage(2, c1, c2, n2, group_width, excite);
            block3: stage(3, c2, c3, n3, group_width, excite);
            block4: stage(4, c3, c4, n4, group_width, excite);
        }
        avgpool: adaptive_avgpool(1);
        flatten;
        fc: linear(c4, classes);
    }

    /// RegNets of plain units.
    block regnet_x(c1, c2, c3, c4, n1, n2, n3, n4, group_width, classes) {
        _: regnet(c1, c2, c3, c4, n1, n2, n3, n4, group_width, false, classes);
    }

    /// RegNets that squeeze and excite.
    block regnet_y(c1, c2, c3, c4, n1, n2, n3, n4, group_width, classes) {
        _: regnet(c1, c2, c3, c4, n1, n2, n3, n4, group_width, true, classes);
    }

    /// RegNetX of 400 million MACs, torchvision's `regnet_x_400mf`.
    ///
    #[doc = usage!("RegNetX400MF", "trunk_output", "regnet_x_400mf")]
    pub struct RegNetX400MF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: regnet_x(32, 64, 160, 400, 1, 2, 7, 12, 16, CLASSES) >

    /// RegNetX of 800 million MACs, torchvision's `regnet_x_800mf`.
    ///
    #[doc = usage!("RegNetX800MF", "trunk_output", "regnet_x_800mf")]
    pub struct RegNetX800MF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: regnet_x(64, 128, 288, 672, 1, 3, 7, 5, 16, CLASSES) >

    /// RegNetX of 1.6 billion MACs, torchvision's `regnet_x_1_6gf`.
    ///
    #[doc = usage!("RegNetX1_6GF", "trunk_output", "regnet_x_1_6gf")]
    pub struct RegNetX1_6GF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: regnet_x(72, 168, 408, 912, 2, 4, 10, 2, 24, CLASSES) >

    /// RegNetX of 3.2 billion MACs, torchvision's `regnet_x_3_2gf`.
    ///
    #[doc = usage!("RegNetX3_2GF", "trunk_output", "regnet_x_3_2gf")]
    pub struct RegNetX3_2GF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: regnet_x(96, 192, 432, 1008, 2, 6, 15, 2, 48, CLASSES) >

    /// RegNetX of 8 billion MACs, torchvision's `regnet_x_8gf`.
    ///
    #[doc = usage!("RegNetX8GF", "trunk_output", "regnet_x_8gf")]
    pub struct RegNetX8GF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: regnet_x(80, 240, 720, 1920, 2, 5, 15, 1, 120, CLASSES) >

    /// RegNetX of 16 billion MACs, torchvision's `regnet_x_16gf`.
    ///
    #[doc = usage!("RegNetX16GF", "trunk_output", "regnet_x_16gf")]
    pub struct RegNetX16GF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: regnet_x(256, 512, 896, 2048, 2, 6, 13, 1, 128, CLASSES) >

    /// RegNetX of 32 billion MACs, torchvision's `regnet_x_32gf`.
    ///
    #[doc = usage!("RegNetX32GF", "trunk_output", "regnet_x_32gf")]
    pub struct RegNetX32GF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
        < _: regnet_x(336, 672, 1344, 2520, 2, 7, 13, 1, 168, CLASSES) >

    /// RegNetY of 400 million MACs, torchvision's `regnet_y_400mf`.
    ///
    #[doc = usage!("RegNetY400MF", "trunk_output", "regnet_y_400mf")]
    pub struct RegNetY400MF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: regnet_y(48, 104, 208, 440, 1, 3, 6, 6, 8, CLASSES) >

    /// RegNetY of 800 million MACs, torchvision's `regnet_y_800mf`.
    ///
    #[doc = usage!("RegNetY800MF", "trunk_output", "regnet_y_800mf")]
    pub struct RegNetY800MF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: regnet_y(64, 144, 320, 784, 1, 3, 8, 2, 16, CLASSES) >

    /// RegNetY of 1.6 billion MACs, torchvision's `regnet_y_1_6gf`.
    ///
    #[doc = usage!("RegNetY1_6GF", "trunk_output", "regnet_y_1_6gf")]
    pub struct RegNetY1_6GF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: regnet_y(48, 120, 336, 888, 2, 6, 17, 2, 24, CLASSES) >

    /// RegNetY of 3.2 billion MACs, torchvision's `regnet_y_3_2gf`.
    ///
    #[doc = usage!("RegNetY3_2GF", "trunk_output", "regnet_y_3_2gf")]
    pub struct RegNetY3_2GF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: regnet_y(72, 216, 576, 1512, 2, 5, 13, 1, 24, CLASSES) >

    /// RegNetY of 8 billion MACs, torchvision's `regnet_y_8gf`.
    ///
    #[doc = usage!("RegNetY8GF", "trunk_output", "regnet_y_8gf")]
    pub struct RegNetY8GF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: regnet_y(224, 448, 896, 2016, 2, 4, 10, 1, 56, CLASSES) >

    /// RegNetY of 16 billion MACs, torchvision's `regnet_y_16gf`.
    ///
    #[doc = usage!("RegNetY16GF", "trunk_output", "regnet_y_16gf")]
    pub struct RegNetY16GF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
        < _: regnet_y(224, 448, 1232, 3024, 2, 4, 11, 1, 112, CLASSES) >

    /// RegNetY of 32 billion MACs, torchvision's `regnet_y_32gf`.
    ///
    #[doc = usage!("RegNetY32GF", "trunk_output", "regnet_y_32gf")]
    pub struct RegNetY32GF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
        < _: regnet_y(232, 696, 1392, 3712, 2, 5, 12, 1, 232, CLASSES) >

    /// RegNetY of 128 billion MACs, torchvision's `regnet_y_128gf`.
    ///
    #[doc = usage!("RegNetY128GF", "trunk_output", "regnet_y_128gf")]
    pub struct RegNetY128GF<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
        < _: regnet_y(528, 1056, 2904, 7392, 2, 7, 17, 1, 264, CLASSES) >
}
