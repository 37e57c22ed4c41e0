use cnn::cnn;

const WIDTH: usize = 32;

cnn! {
    block unit(cin, cout) {
        conv(cin, cout, 3);
    }

    pub struct Net: [16, 8, 8] <
        unit(16, WIDTH);
        unit(WIDTH - 1, 16);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
