use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        conv(3, 20, 5, padding = smae); rellu; maxpol(2);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
