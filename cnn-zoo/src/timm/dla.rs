//! DLA, from [Deep Layer Aggregation][paper] by Yu, Wang, Shelhamer and Darrell.
//!
//! [paper]: https://arxiv.org/abs/1707.06484

use cnn::cnn;

cnn! {
    use super::blocks::conv_norm_act;

    /// The unit of ResNet, with its shortcut from elsewhere.
    block basic(cin, cout, stride, shortcut) {
        conv1: conv(cin, cout, 3, stride, 1, bias = false);
        bn1: batchnorm(cout);
        relu;
        conv2: conv(cout, cout, 3, 1, 1, bias = false);
        bn2: batchnorm(cout);
        add(shortcut);
        relu;
    }

    /// Two units, and a root that aggregates what they make and what `children` have made before. At the `end` of a
    /// network, its own input is among the children.
    block tree(cin, cout, stride = 1, children = [], end = false) {
        input: identity;
        if stride > 1 { maxpool(stride) }
        bottom: identity;
        if cin != cout { project: seq { conv(cin, cout, 1, bias = false); batchnorm(cout) } }
        shortcut: identity;
        from(input);
        tree1: basic(cin, cout, stride, shortcut);
        tree2: basic(cout, cout, 1, tree1);
        if end { concat(_, tree1, bottom) } else { concat(_, tree1, children) }
        root: conv_norm_act(_, cout);
    }

    /// A tree of two trees, with one root for all of its units.
    block deep(cin, cout) {
        input: identity;
        downsample: maxpool(2);
        from(input);
        tree1: tree(cin, cout, 2);
        tree2: tree(cout, cout, children = [downsample, tree1]);
    }

    /// DLA of 34 layers, timm's `dla34`.
    pub struct Dla34<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        base_layer: seq { conv(3, 16, 7, 1, 3, bias = false); batchnorm(16); relu }
        level0: seq { conv(16, 16, 3, 1, 1, bias = false); batchnorm(16); relu }
        level1: seq { conv(16, 32, 3, 2, 1, bias = false); batchnorm(32); relu }
        level2: tree(32, 64, 2);
        level3: deep(64, 128);
        level4: deep(128, 256);
        level5: tree(256, 512, 2, end = true);
        global_pool: adaptive_avgpool(1);
        fc: conv(512, CLASSES, 1);
        flatten: flatten;
    >
}
