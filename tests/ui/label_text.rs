use cnn::cnn;

cnn! {
    pub struct Net<const N: usize = 3>: [16, 8, 8] <
        "block {N}": relu;
        "block{N}": relu;
        "block{i}": relu;
        "": relu;
        "block{1 +}": relu;
    >
}

fn main() {
    let _ = <Net>::SUMMARY;
}
