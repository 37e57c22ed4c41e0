use cnn::cnn;

const WIDTH: usize = 16;

cnn! {
    pub struct Net: [3, 28, 28] -> [10] <
        conv(8, 3, 3); relu;
        conv(8, 16, 3); relu;
        conv_transpose(out_channels = 16, in_channels = 8, kernel_size = 2); relu;
        adaptive_avgpool(1);
        fc(10, 8);
    >

    pub struct Later: [16, 28, 28] <
        conv(8, WIDTH, 3);
        conv(8, 8, 3);
    >

    pub struct Block: [8, 28, 28] < unit(16, 8) >

    block unit(cin, cout) { conv(cin, cout, 3) }
}

fn main() {}
