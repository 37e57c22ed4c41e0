use cnn::cnn;

cnn! {
    block conv() { relu }
    block seq() { relu }
    block twice() { relu }
    block twice() { tanh }
    block params(a, a) { relu }
    block pattern(a: usize) { relu }
    block missing { relu }
    block unused() { maxpool(kernel = 3) }

    pub struct Net: [16, 8, 8] < twice; params(1, 2) >
}

fn main() {
    let _ = Net::SUMMARY;
}
