//! HGNetV2, from [PaddlePaddle's collection of image classifiers][source].
//!
//! [source]: https://github.com/PaddlePaddle/PaddleClas

use cnn::cnn;

cnn! {
    use super::blocks::conv_norm;

    /// One learned factor, and one learned offset.
    block affine() {
        mul { identity; scale: parameter([1, 1, 1], stored = [1], init = 1.0) }
        add { identity; bias: parameter([1, 1, 1], stored = [1]) }
    }

    block conv_norm_affine(cin, cout, kernel_size, stride = 1, groups = 1) {
        _: conv_norm(cin, cout, kernel_size, stride, groups = groups);
        act: relu;
        lab: affine;
    }

    /// A convolution of 1 × 1 and a depthwise one.
    block light(cin, cout, kernel_size) {
        conv1: conv_norm(cin, cout);
        conv2: conv_norm_affine(cout, cout, kernel_size, groups = cout);
    }

    block stem(mid, cout) {
        stem1: conv_norm_affine(3, mid, 3, 2);
        pad((0, 1, 0, 1));
        concat {
            pool: maxpool(2, 1, ceil_mode = true);
            {
                stem2a: conv_norm_affine(mid, mid / 2, 2);
                pad((0, 1, 0, 1));
                stem2b: conv_norm_affine(mid / 2, mid, 2);
            }
        }
        stem3: conv_norm_affine(2 * mid, mid, 3, 2);
        stem4: conv_norm_affine(mid, cout, 1);
    }

    /// Aggregates what arrives and what each of three layers makes.
    block unit(layer, cin, mid, cout, kernel_size) {
        input: identity;
        layers: {
            "0": layer(cin, mid, kernel_size);
            for i in 1..3 { "{i}": layer(mid, mid, kernel_size); }
        }
        concat(input, ["layers.{i}" for i in 0..3]);
        aggregation: seq {
            conv_norm_affine(cin + 3 * mid, cout / 2, 1);
            conv_norm_affine(cout / 2, cout, 1);
        }
    }

    block stage(layer, cin, mid, cout, count, kernel_size, halves = true) {
        if halves { downsample: conv_norm(cin, cin, 3, 2, groups = cin) }
        blocks: seq {
            unit(layer, cin, mid, cout, kernel_size);
            for _ in 1..count { residual { _: unit(layer, cout, mid, cout, kernel_size) } }
        }
    }

    /// HGNetV2-B0, timm's `hgnetv2_b0`.
    pub struct HgNetV2B0<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        stem: stem(16, 16);
        stages: seq {
            stage(conv_norm_affine, 16, 16, 64, 1, 3, halves = false);
            stage(conv_norm_affine, 64, 32, 256, 1, 3);
            stage(light, 256, 64, 512, 2, 5);
            stage(light, 512, 128, 1024, 1, 5);
        }
        head: {
            global_pool: adaptive_avgpool(1);
            last_conv: seq { conv(1024, 2048, 1, bias = false); relu; affine }
            flatten: flatten;
            fc: linear(2048, CLASSES);
        }
    >
}
