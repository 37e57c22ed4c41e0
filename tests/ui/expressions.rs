use cnn::cnn;

cnn! {
    pub struct Net: [16, 8, 8] <
        conv(16, { let }, 3);
        conv(16, if x { 1 } else { 2 }, 3);
        conv(16, 0..3, 3);
        conv(16, 3 +, 3);
        conv(16, "3", 3);
    >

    pub struct Second: [16, _, 8] < relu >
}

fn main() {
    let _ = Net::SUMMARY;
}
