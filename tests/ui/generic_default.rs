use cnn::cnn;

cnn! {
    pub struct Net<const WIDTH: usize = 8, const CLASSES: usize = 10>: [3, 28, 28] -> [10] <
        conv(3, WIDTH, 5); relu; maxpool(2);
        conv(16, 32, 3); fc(_, CLASSES);
    >
}

fn main() {
    let _ = <Net>::SUMMARY;
}
