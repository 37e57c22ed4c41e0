use cnn::cnn;

cnn! {
    pub struct Convolutions: [3, 16, 16] -> [12, 4, 4] <
        stem: conv(3, 4, 3, 2, padding = 1, bias = false, weight_standardization = true);
        scaled: conv(
            4, 6, 3, padding = 1, groups = 2, weight_standardization = true, gain = true,
            gamma = 1.788129329681396,
        );
        silu; blur: blur_pool(filt_size = 5);
        norm: layernorm(eps = 1e-6, channels_first = true); response: grn;
        token: parameter([6, 1, 1], stored = [1, 6, 1, 1]);
        skip1: add(response, _);
        mul(token, _);
        concat(skip1, _);
    >
}
