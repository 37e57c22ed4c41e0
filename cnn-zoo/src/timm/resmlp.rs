//! ResMLP, from [Feedforward Networks for Image Classification with Data-Efficient Training][paper] by Touvron,
//! Bojanowski, Caron, Cord, El-Nouby, Grave, Izacard, Joulin, Synnaeve, Verbeek and Jégou.
//!
//! [paper]: https://arxiv.org/abs/2105.03404

use cnn::cnn;

cnn! {
    /// A learned factor and offset for each feature.
    block affine(width) {
        mul { identity; alpha: parameter([1, width], stored = [1, 1, width], init = 1.0) }
        add { identity; beta: parameter([1, width], stored = [1, 1, width]) }
    }

    /// A linear layer mixes tokens, and two mix the features of each.
    block unit(tokens, width) {
        residual {
            norm1: affine(width);
            transpose(1, 2);
            linear_tokens: linear(tokens, tokens);
            transpose(1, 2);
            ls1: layer_scale(width, dim = -1);
        }
        residual {
            norm2: affine(width);
            mlp_channels: {
                fc1: linear(width, 4 * width); act: gelu; fc2: linear(4 * width, width);
            }
            ls2: layer_scale(width, dim = -1);
        }
    }

    /// ResMLP of 12 units, timm's `resmlp_12_224`.
    pub struct ResMlp12<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES]
    <
        stem: { proj: conv(3, 384, 16, 16); flatten(2); transpose(1, 2) }
        blocks: seq { [unit(SIZE / 16 * (SIZE / 16), 384); 12] }
        norm: affine(384);
        mean(1);
        head: linear(384, CLASSES);
    >
}
