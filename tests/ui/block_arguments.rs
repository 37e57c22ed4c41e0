use cnn::cnn;

cnn! {
    block unit(cin, cout, stride = 1) { conv(cin, cout, 3, stride, padding = 1) }

    pub struct Net: [16, 8, 8] <
        unit(16);
        unit(16, 16, 1, 2);
        unit(16, 16, strid = 2);
        unit(16, cout = 16, cin = 8);
        unit;
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
