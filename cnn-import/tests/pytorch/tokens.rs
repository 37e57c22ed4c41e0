use cnn::cnn;

cnn! {
    pub struct Tokens: [3, 16, 16] -> [10] <
        patches: conv(3, 8, 4, 4); flatten(2); transpose(1, 2);
        concat { class_token: parameter([1, 8], stored = [1, 1, 8]); identity }
        add { identity; positions: parameter([17, 8], stored = [1, 17, 8]) }
        residual { norm: layernorm(8, eps = 1e-6); with_weights: attention(2) }
        residual { without_bias: attention(4, bias = false) } skip1: identity;
        residual { memory: linear(8, 6); cross: cross_attention(skip1, _, num_heads = 2) }
        residual {
            attention: {
                qkv: linear(8, 24); reshape((17, 3, 2, 4));
                scaled_dot_product_attention {
                    { slice(2, 0..1); squeeze(2); transpose(1, 2) }
                    { slice(2, 1..2); squeeze(2); transpose(1, 2) }
                    { slice(2, 2..3); squeeze(2); transpose(1, 2) }
                }
                transpose(1, 2); reshape((17, 8));
                proj: linear(8, 8);
            }
        }
        slice(1, 0..1); flatten;
        head: linear(8, 10);
    >
}
