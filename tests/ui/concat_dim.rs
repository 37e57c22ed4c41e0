use cnn::cnn;

const DIM: isize = 4;

cnn! {
    pub struct Net<const D: usize = 0>: [8, 16, 12] <
        a: conv(8, 8, 3);
        b: conv(8, 8, (1, 3));
        concat(a, dim = 2);
        concat(dim = 3) { identity; conv(8, 4, 1) }
        concat(dim = 0) { identity; relu }
        concat(dim = -5) { identity; relu }
        concat(dim = DIM) { identity; relu }
        concat(dim = D) { identity; relu }
        concat(1) { identity; relu }
        concat(a, b, 2);
        concat(a, axis = 2);
        concat(dim = 2) { relu }
        concat(dim = 2.0) { identity; relu }
    >

    pub struct Branches: [8, 16, 12] <
        concat(dim = 3) { identity; slice(2, 0..4) }
    >
}

fn main() {
    let _ = (<Net>::SUMMARY, Branches::SUMMARY);
}
