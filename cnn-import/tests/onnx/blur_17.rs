use cnn::cnn;

cnn! {
    pub struct Net: [3, 16, 16] -> [2, 8, 8] <
        "0": conv(3, 4, 3); "1": blur_pool(filt_size = 4);
        "2": conv(4, 2, 1, bias = false);
    >
}
