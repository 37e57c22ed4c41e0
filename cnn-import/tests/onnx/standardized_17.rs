use cnn::cnn;

cnn! {
    pub struct Net: [3, 16, 16] -> [2, 16, 16] <
        "0": conv(3, 4, 3, padding = 1, bias = false, weight_standardization = true);
        "1": conv(4, 2, 3, padding = 1, groups = 2, weight_standardization = true, gain = true);
    >
}
