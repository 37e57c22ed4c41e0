use cnn::cnn;

cnn! {
    pub struct Inner: [16, 4, 4] -> [10] < fc(_, 10) >

    pub struct Net: [16, 8, 8] <
        Inner;
    >

    pub struct Second: [16, 4, 4] <
        inner: Inner;
        fc(20, 5);
    >

    pub struct Third: [16, 4, 4] <
        Missing;
        String;
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
