use cnn::cnn;

cnn! {
    /// Another convolution.
    block conv(cin, cout) { linear(cin, cout); relu }

    block concat(skip) { add(skip) }

    pub struct Net: [3, 32, 32] -> [8, 32, 32] <
        skip: conv(3, 8);
        [conv(8, 8); 3];
        concat(skip);
        residual { conv(8, 8); concat { identity; conv(8, 8) } }
    >

    pub struct Other: [3, 32, 32] < conv(3, 8); batchnorm(8); linear(3, 8) >
}

fn main() {
    let _ = (Net::SUMMARY, Other::SUMMARY);
}
