use cnn::cnn;

cnn! {
    pub struct Net: [3, 16, 16] -> [4] <
        conv: conv(3, 4, 3, 2);
        norm: layernorm(4, eps = 1e-6, channels_first = true); response: grn;
        affine: { scale: parameter([1, 1, 1], stored = 1) }
        mul(response);
        add { identity; "affine.bias": parameter([1, 1, 1], stored = 1) } normalize;
        sum((2, 3));
    >
}
