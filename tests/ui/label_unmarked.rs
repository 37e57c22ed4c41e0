use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        stem conv(3, 8, 3);
        relu conv(8, 8, 3);
        head: fc(_, 10);
    >
}

fn main() {}
