use cnn::cnn;

cnn! {
    pub struct Net: [16, 8, 8] <
        encoder: conv(16, 16, 1);
        concat(encodr, _);
        add(late);
        late: conv(32, 32, 1);
        late: relu;
        concat(missing, _);
        add(2 + 3);
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
