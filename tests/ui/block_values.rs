use cnn::cnn;

cnn! {
    block unit(act, width, pair) {
        width;
        act;
        conv(16, act, 3);
        conv(16, pair, 3);
        relu(width);
    }

    pub struct Net: [16, 8, 8] < unit(relu, 16, (3, 5)) >
}

fn main() {
    let _ = Net::SUMMARY;
}
