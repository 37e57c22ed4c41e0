use cnn::cnn;

cnn! {
    pub struct Five: [1, 3, 28, 28, 1] <
        conv(3, 8, 3);
    >

    pub struct Net: [1, 3, 28, 28] <
        conv(3, 8, 3);
    >

    pub struct Many: [32, 3, 28, 28] -> [10] <
        conv(3, 8, 3); relu;
        fc(8 * 26 * 26, 10);
    >

    pub struct Values: [32, 784] -> [10] < fc(784, 10) >

    pub struct Gray: [1, 1, 28, 28] < conv(1, 8, 5) >

    pub struct Sound: [32, 1, 16000] < conv(1, 8, 80) >
}

fn main() {
    let _ = Net::SUMMARY;
}
