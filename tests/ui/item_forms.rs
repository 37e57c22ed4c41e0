use cnn::cnn;

cnn! {
    struct: [3] < relu >
    let Net: [3] < relu >
    enum Kind { A }
    Net: [3] < relu >
    const WIDTH: usize = 3;
    pub block unit() { relu }
    impl Net {}
    mod inner {}
    pub struct net-work: [3] < relu >
    pub struct Twice: [3] < relu >
}

fn main() {
    let _ = Twice::SUMMARY;
}
