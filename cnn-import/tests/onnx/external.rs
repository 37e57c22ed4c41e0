use cnn::cnn;

cnn! {
    pub struct Net: [2, 4, 4] -> [2, 2, 2] <
        conv: conv(2, 2, 3);
    >
}
