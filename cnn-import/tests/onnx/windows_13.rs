use cnn::cnn;

cnn! {
    pub struct Net: [3, 16, 16] -> [8] <
        patches: conv(3, 8, 2, 2); permute((0, 2, 3, 1));
        norm: layernorm(8);
        residual { first: window_attention(8, (4, 3), 0, 2) }
        residual { shifted: window_attention(8, (3, 4), (1, 2), 4, qkv_bias = false) }
        residual { second: window_attention_v2(8, 4, 2, 2) }
        timm: {
            residual { norm1: layernorm(8); attn: window_attention(8, 4, 1, 1) } reshape((64, 8));
            residual {
                norm2: layernorm(8); mlp: { fc1: linear(8, 32); act: gelu; fc2: linear(32, 8) }
            }
            reshape((8, 8, 8));
        }
        permute((0, 3, 1, 2)); reshape((16, 4, 2, 4)); transpose(2, 3); reshape((8, 4, 16));
        permute((0, 2, 3, 1));
        residual { relative: relative_attention(8, 4) } reshape((2, 2, 4, 32)); transpose(2, 3);
        reshape((8, 8, 8)); permute((0, 3, 1, 2)); mean((2, 3));
    >
}
