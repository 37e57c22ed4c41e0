use cnn::cnn;

const WIDTH: usize = 20;

fn main() {
    let _ = cnn!([3, 28, 28] < conv(3, 20, 5); relu; conv(16, 32, 3) >);
    let _ = cnn!([3, 28, 28] < conv(3, WIDTH, 5); relu; conv(16, 32, 3) >);
}
