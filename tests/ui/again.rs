use cnn::cnn;

cnn! {
    pub struct Channels: (left: [1, 16, 16], right: [3, 16, 16]) -> [8] <
        from(left);
        tower: seq { conv(1, 4, 3); relu; fc(_, 8) }
        from(right);
        again(tower);
    >
    pub struct Inferred: (left: [1, 16, 16], right: [1, 20, 16]) -> [8] <
        from(left);
        tower: seq { conv(1, 4, 3); relu; fc(_, 8) }
        from(right);
        again(tower);
    >
    pub struct Unknown: [3, 8, 8] < tower: conv(3, 3, 3); again(towel) >
    pub struct Later: [3, 8, 8] < again(tower); tower: conv(3, 3, 3) >
    pub struct Input: (x: [3, 8, 8]) < relu; again(x) >
    pub struct Itself: [3, 8, 8] < tower: seq { conv(3, 3, 3); again(tower) } >
    pub struct Nothing: (x: [3, 8, 8], y: [3, 8, 8]) < again(x); from(y); relu >
    pub struct Form: [3, 8, 8] < tower: conv(3, 3, 3); again; again(); again(_); again(tower, tower) >
    pub struct Taken: [3, 8, 8] < tower: conv(3, 3, 3); tower: again(tower) >
    block again() { relu }
    pub struct Broken: [3, 8, 8] < part: seq { relu; add(nowhere) } later: conv(3, 3, 3); again(later); again(part) >
    block like(part) { again(part) }
    pub struct Flow: [3, 8, 8] < tower: conv(3, 3, 3); like(_) >
}

fn main() {}
