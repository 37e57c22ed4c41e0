use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] < conv(3, 8, 3) >

    pub struct Net: [3, 28, 28] < conv(3, 16, 3) >

    #[cfg(test)]
    pub struct Other: [3, 28, 28] < conv(3, 8, 3) >

    #[cfg(not(test))]
    pub struct Other: [3, 28, 28] < conv(3, 16, 3) >
}

fn main() {}
