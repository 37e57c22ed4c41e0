use cnn::cnn;

cnn! {
    block even(n) { relu; odd(n) }
    block odd(n) { tanh; even(n) }
    block own() { own }

    pub struct Net: [16, 8, 8] <
        even(4);
        own;
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
