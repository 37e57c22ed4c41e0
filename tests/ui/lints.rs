#![deny(deprecated)]

use cnn::cnn;

cnn! {
    block unit(c) { conv(c, c, 3, padding = 1); batchnorm(c); relu }

    pub struct Net: [3, 31, 31] <
        conv(3, 8, 3, padding = 1); batchnorm; relu;
        maxpool(2);
        [unit(8); 2];
        relu;
        conv(8, 8, 3, stride = 3);
        residual { adaptive_avgpool(1) }
        fc(_, 10);
        softmax(1);
    >

    /// One grey image is added to each of many.
    pub struct Grey: [1, 28, 28] < residual { conv(1, 16, 3, padding = 1) } >

    #[allow(final_softmax)]
    pub struct Allowed: [3, 31, 31] <
        #[allow(bias_before_batchnorm)] stem: { conv(3, 8, 3, padding = 1); batchnorm; relu }
        #[allow(dropped_rows, repeated_activation)] { maxpool(2); tanh; tanh }
        #[allow(broadcast_add)] residual { adaptive_avgpool((1, 15)); conv(8, 8, 1) }
        mul { identity; seq { adaptive_avgpool(1); sigmoid } } add { identity; parameter([1, 1, 1]) }
        fc(_, 10);
        softmax(1);
    >

    pub struct Misspelt: [3] < #[allow(dropped_row)] relu; #[allow(dead_code)] relu >
}

fn main() {
    let _ = (Net::SUMMARY, Grey::SUMMARY, Allowed::SUMMARY);
}
