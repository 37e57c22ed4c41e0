use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        #[freeze] relu;
        #[frozen(true)] relu;
        #[frozen = false] relu;
        #[cfg(test)] relu;
        #![frozen] relu;
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
