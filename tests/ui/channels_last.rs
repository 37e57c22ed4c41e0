use cnn::cnn;

const CHANNELS: usize = 3;

cnn! {
    pub struct Net: [28, 20, 3] -> [10] <
        conv(3, 8, 5); relu;
        conv(8, 8, 3);
        fc(8 * 22 * 14, 10);
    >

    pub struct Small: [28, 28, 1] < conv(1, 8, 5) >

    pub struct Named: [28, 28, CHANNELS] < conv(CHANNELS, 8, 5) >

    /// Nothing is guessed of it.
    pub struct Wrong: [3, 28, 28] < conv(28, 8, 5) >
}

fn main() {}
