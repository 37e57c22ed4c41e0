use cnn::cnn;

cnn! {
    block unit(cin, cout, kernel_size = 3) {
        conv(cin, cout, kernel_size);
        groupnorm(3);
    }

    block stage(width) {
        unit(width, 2 * width);
        unit(width, 2 * width, kernel_size = 9);
    }

    pub struct Net: [16, 8, 8] <
        stage(16);
    >

    pub struct Second: [16, 8, 8] <
        unit(15, 15);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
