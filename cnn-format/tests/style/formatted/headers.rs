//! What is before the layers.

cnn! {
    use crate::blocks::{unit, stem as other};
    use crate::a_module_with_a_long_name::blocks::{
        a_block_with_a_long_name, another_block_with_a_name,
    };

    pub(crate) struct Net<const N: usize = 3, B: cnn::Network>: [3, 28, 28] -> [N] < relu >
    pub struct Fits: [3, 28, 28] -> [10] < relu >
    pub struct AnotherNetwork1<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < relu >
    pub struct AnotherNetwork2<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
        < relu; conv(3, 8, 3, padding = 1); flatten; linear(_, CLASSES, bias = true); tanh; relu >
    pub struct AnotherNetwork3<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        relu;
    >
    pub struct Video<const CLASSES: usize = 400, const FRAMES: usize = 16, const SIZE: usize = 112>:
        [3, FRAMES, SIZE, SIZE] -> [CLASSES] < relu >
    struct Ports: (left: [1, 28, 28], right: [1, 28, 28]) -> (a: _, b: [10]) < a: relu; b: tanh >
    struct Ports2:
        [3, 320, 320] -> (
            first_scores: _, second_scores: _, third_scores: _, first_boxes: _, second_boxes: _,
        )
        < relu >
    struct Braces: [3] { relu; tanh }
    struct Braces2: [3] {
        relu; tanh;
    }

    block none() {}
    block two(c, d = 3, act = leaky_relu(0.1)) < relu >
    pub block conv_norm_act(
        cin, cout, kernel_size = 1, stride = 1, dilation = 1, groups = 1, act = relu,
    ) {
        relu;
    }
    block three(c) {
        conv(c, 2 * c, 3, padding = 1, bias = false); batchnorm(2 * c); relu; conv(2 * c, c, 1);
    }
}
