use cnn::cnn;

cnn! {
    pub struct Net: [8, 6, 6] <
        skip: relu;
        up: tanh;
        concat(skip, up);
        add(up, identity);
        add(_);
    >

    pub struct Unit: [64, 64, 64] <
        residual { conv(64, 64, 3); relu; conv(64, 64, 3) }
    >
}

fn main() {
    let _ = Net::SUMMARY;
}
