use cnn::cnn;

cnn! {
    pub struct Net: [3, 4, 4] -> [1, 3] <
        conv1: conv(3, 3, 1, bias = false); bn: batchnorm; scale(2.0); scale(-1.0); shift(0.5);
        mean((2, 3)); unsqueeze(1);
    >
}
