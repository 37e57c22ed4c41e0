//! A network for digits. The example `digits` of `cnn-burn` trains it, too, and `classify` of `cnn-candle` runs it.

use cnn::cnn;

cnn! {
    /// Handwritten digits of 8 × 8 pixels.
    pub struct Digits: [1, 8, 8] -> [10] <
        conv(1, 16, 3, padding = 1, bias = false); batchnorm; relu;
        residual { conv(16, 16, 3, padding = 1, bias = false); batchnorm; relu }
        maxpool(2);
        conv(16, 32, 3, padding = 1, bias = false); batchnorm; relu;
        maxpool(2);
        fc(_, 64); relu; dropout(0.3);
        fc(64, 10);
    >
}
