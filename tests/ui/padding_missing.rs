use cnn::cnn;

cnn! {
    pub struct One: [8, 28, 28] < residual { conv(8, 8, 3); relu } >

    pub struct Several: [8, 28, 28] <
        residual {
            conv(8, 8, 3); relu;
            conv(8, 8, 1); relu;
            conv(8, 8, (3, 5), dilation = 2);
        }
    >

    pub struct Branches: [8, 28, 28] <
        concat {
            conv(8, 16, 3, padding = 1);
            { conv(8, 8, 1); conv(8, 16, 5, padding = 1) }
        }
    >

    /// What is odd is halved, and doubled again.
    pub struct Odd: [8, 27, 28] <
        skip: relu;
        #[allow(dropped_rows)] maxpool(2);
        conv(8, 8, 3, padding = 1);
        upsample(2);
        concat(skip, _);
    >
}

fn main() {}
