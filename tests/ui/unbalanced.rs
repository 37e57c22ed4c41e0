use cnn::cnn;

cnn! {
    pub struct First: [3, 28, 28] <
        conv(3, 8, 3);
        seq < relu; tanh
    >

    pub struct Second: [3] < relu > >

    pub struct Third: [3] < relu >;
}

fn main() {}
