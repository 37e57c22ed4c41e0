use cnn::cnn;

cnn! {
    pub struct Net: [3, 16, 16] -> [6] <
        patches: conv(3, 6, 4, 4); reshape((6, 16)); transpose(1, 2);
        norm: layernorm(6);
        residual { fast: attention(2) }
        residual { weights: attention(3) }
        residual {
            attention: {
                qkv: linear(6, 18); reshape((16, 3, 2, 3));
                scaled_dot_product_attention(scale = 0.70710677) {
                    { slice(2, 0..1); squeeze(2); transpose(1, 2) }
                    { slice(2, 1..2); squeeze(2); transpose(1, 2) }
                    { slice(2, 2..3); squeeze(2); transpose(1, 2) }
                }
                transpose(1, 2); reshape((16, 6));
                proj: linear(6, 6);
            }
        }
        shared: { "0": linear(6, 6); relu }
        again(shared); slice(1, 0..1); squeeze(1);
    >
}
