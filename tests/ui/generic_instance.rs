use cnn::cnn;

cnn! {
    pub struct Net<const WIDTH: usize = 16>: [3, 28, 28] <
        conv(3, WIDTH, 5); relu;
        conv(16, 32, 3);
    >
}

// The default is fine, 8 is not.
const _: () = assert!(<Net>::PARAMS > 0);
const _: () = assert!(Net::<8>::PARAMS > 0);

fn main() {}
