use cnn::cnn;

cnn! {
    pub struct Net: [3, 8, 8] <
        conv(3, 8, 3, eps = 1e-5);
        conv(8, 8, 3, gain = true);
        conv(8, 8, 1, weight_standardization = true, gamma = 1.5);
        conv(8, 8, 1, groups = 8, weight_standardization = true);
        conv(8, 8, 1, weight_standardization = true, weight_norm = true);
        conv(8, 8, 1, weight_standardization = true, eps = -1.0);
        fc(_, 10, weight_norm = legcy);
        linear(10, 10, true, 3);
    >
}

fn main() {}
