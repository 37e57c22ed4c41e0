use cnn::cnn;

cnn! {
    pub struct Net: [3, 28, 28] <
        "a" relu;
        1: relu;
        a: b: relu;
        lost:;
        fc1.out: relu;
        self: relu;
        r#if: relu;
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
