use cnn::cnn;

cnn! {
    conv(3, 20, 5); relu;
}

fn main() {}
