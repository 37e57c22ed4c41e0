use cnn::cnn;

cnn! {
    pub struct Windows: [3, 16, 16] -> [8, 8, 8] <
        stem: conv(3, 8, 2, 2); permute((0, 2, 3, 1));
        residual {
            residual { swin: window_attention(8, 3, 1, 2, attention_dropout = 0.1, dropout = 0.2) }
            plain: window_attention(8, (4, 2), 0, 4, qkv_bias = false, proj_bias = false);
        }
        residual { swin_v2: window_attention_v2(8, (2, 4), (1, 2), 2) } permute((0, 3, 1, 2));
        windows: {
            partition_op: {
                reshape((16, 4, 2, 4)); transpose(2, 3); reshape((8, 4, 16)); permute((0, 2, 3, 1));
            }
            residual { attn_layer: seq { layernorm(8); relative_attention(8, 4); dropout(0.0) } }
            residual {
                mlp_layer: seq { layernorm(8); linear(8, 16); gelu; linear(16, 8); dropout(0.0) }
            }
        }
        grid: {
            transpose(1, 2);
            residual { attn_layer: seq { layernorm(8); relative_attention(8, 4); dropout(0.0) } }
            residual {
                mlp_layer: seq { layernorm(8); linear(8, 16); gelu; linear(16, 8); dropout(0.0) }
            }
            departition_swap: transpose(-3, -2);
            departition_op: {
                reshape((2, 2, 4, 32)); transpose(2, 3); reshape((8, 8, 8)); permute((0, 3, 1, 2));
            }
        }
    >
}
