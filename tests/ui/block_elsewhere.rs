use cnn::cnn;

cnn! {
    block unit(c) { conv(c, c, 3, padding = 1); relu }

    pub struct First: [3, 28, 28] < unit(3) >
}

cnn! {
    pub struct Second: [3, 28, 28] < unit(3); fc(_, 10) >
}

fn main() {}
