use cnn::cnn;

const WIDTH: usize = 7;
const RANK: usize = 0;

cnn! {
    pub struct Wrong: (a: [1, 8, 8], b: [WIDTH, 8, 8]) -> (sum: [WIDTH, 8, 8], wide: [4, 16, 16]) <
        from(a);
        relu;
        sum: conv(1, 4, 1);
        from(b);
        tanh;
        conv(8, 4, 1);
        add(sum);
        wide: upsample(2);
    >
    pub struct NoSize: (a: [1, 8, 8], b: [RANK, 8, 8]) -> [1, 8, 8] <
        from(b);
        conv(_, 1, 1);
        add(a);
    >
    pub struct Outer: [1, 8, 8] < Wrong >
}

fn main() {}
