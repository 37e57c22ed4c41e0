use cnn::cnn;

cnn! {
    pub struct Net: [3, 16, 16] -> [4] <
        conv: conv(3, 4, 4, 4); group: groupnorm(2); instance: instancenorm(affine = true);
        reshape((4, 16)); transpose(1, 2);
        add { identity; position: parameter([16, 4], stored = [1, 16, 4]) }
        residual {
            norm: layernorm(4, eps = 1e-6);
            mlp: seq { linear(4, 8); gelu; linear(8, 4) } scale: layer_scale(dim = -1);
        }
        concat { token: parameter([1, 4], stored = [1, 1, 4]); identity } slice(1, 0..1);
        squeeze(1);
    >
}
