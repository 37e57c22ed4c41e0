use cnn::cnn;

cnn! {
    pub struct Net<const C: usize = 8>: [3, 28, 28] -> [10] <
        conv(3, C, 3); relu; maxpool(2);
        fc(5408, 10);
    >

    /// The number that arrives here does not depend on the parameter.
    pub struct Fixed<const CLASSES: usize = 10>: [3, 28, 28] -> [CLASSES] <
        conv(3, 8, 3); relu; maxpool(2);
        fc(5408, CLASSES);
    >

    pub struct Output<const C: usize = 8>: [3, 28, 28] -> [8, 28, 28] < conv(3, C, 3) >
}

fn main() {}
