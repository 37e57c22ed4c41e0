use cnn::cnn;

cnn! {
    pub struct Net<const WIDTH: usize = 16>: [16, 8, 8] <
        residual { conv(16, WIDTH, 3, padding = 1); relu }
    >
}

fn main() {
    const FITS: u64 = Net::<16>::PARAMS;
    const DOES_NOT: u64 = Net::<32>::PARAMS;
    let _ = (FITS, DOES_NOT);
}
