//! The vision transformer, from [An Image is Worth 16x16 Words][paper] by Dosovitskiy, Beyer, Kolesnikov and others.
//!
//! [paper]: https://arxiv.org/abs/2010.11929

use cnn::cnn;

cnn! {
    /// Attention of tokens to each other, and two linear layers for each token by itself.
    block encoder_layer(width, heads, mlp_width) {
        residual {
            ln_1: layernorm(width, eps = 1e-6);
            self_attention: attention(heads, width);
            dropout: dropout(0.0);
        }
        residual {
            ln_2: layernorm(width, eps = 1e-6);
            mlp: seq {
                linear(width, mlp_width); gelu; dropout(0.0);
                linear(mlp_width, width); dropout(0.0);
            }
        }
    }

    /// `patches` × `patches` tokens of `patch` × `patch` pixels each, and one more that stands for the class.
    block vit(patch, patches, layers, heads, width, mlp_width, classes) {
        conv_proj: conv(3, width, patch, patch);
        flatten(2);
        transpose(1, 2);
        concat { class_token: parameter([1, width], stored = [1, 1, width]); identity }
        encoder: {
            let tokens = patches * patches + 1;
            add {
                identity;
                pos_embedding: parameter([tokens, width], stored = [1, tokens, width], std = 0.02);
            }
            dropout: dropout(0.0);
            layers: {
                for i in 0..layers { "encoder_layer_{i}": encoder_layer(width, heads, mlp_width); }
            }
            ln: layernorm(width, eps = 1e-6);
        }
        slice(1, 0..1);
        flatten;
        heads: { head: linear(width, classes) }
    }

    /// The base model with patches of 16 × 16 pixels, torchvision's `vit_b_16`.
    ///
    #[doc = usage!("ViTB16", "encoder", "vit_b_16")]
    pub struct ViTB16<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: vit(16, SIZE / 16, 12, 12, 768, 3072, CLASSES) >

    /// The base model with patches of 32 × 32 pixels, torchvision's `vit_b_32`.
    ///
    #[doc = usage!("ViTB32", "encoder", "vit_b_32")]
    pub struct ViTB32<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: vit(32, SIZE / 32, 12, 12, 768, 3072, CLASSES) >

    /// The large model with patches of 16 × 16 pixels, torchvision's `vit_l_16`.
    ///
    #[doc = usage!("ViTL16", "encoder", "vit_l_16")]
    pub struct ViTL16<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: vit(16, SIZE / 16, 24, 16, 1024, 4096, CLASSES) >

    /// The large model with patches of 32 × 32 pixels, torchvision's `vit_l_32`.
    ///
    #[doc = usage!("ViTL32", "encoder", "vit_l_32")]
    pub struct ViTL32<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: vit(32, SIZE / 32, 24, 16, 1024, 4096, CLASSES) >

    /// The huge model with patches of 14 × 14 pixels, torchvision's `vit_h_14`.
    ///
    #[doc = usage!("ViTH14", "encoder", "vit_h_14")]
    pub struct ViTH14<const CLASSES: usize = 1000, const SIZE: usize = 224>:
        [3, SIZE, SIZE] -> [CLASSES] < _: vit(14, SIZE / 14, 32, 16, 1280, 5120, CLASSES) >
}
