use cnn::cnn;

const WIDTH: usize = 5;

cnn! {
    pub struct Constant: (left: [4, 16, 16], right: [WIDTH, 16, 16]) -> [8] <
        from(left);
        tower: seq { conv(_, 4, 3); relu; fc(_, 8) }
        from(right);
        again(tower);
        add(tower);
    >
    pub struct Backbone<const C: usize = 3>: [C, 8, 8] -> [4] < conv(C, 2, 3); fc(_, 4) >
    pub struct Twice: (left: [3, 8, 8], right: [3, 9, 8]) -> [4] <
        from(left);
        tower: Backbone;
        from(right);
        again(tower);
        add(tower);
    >
}

fn main() {}
