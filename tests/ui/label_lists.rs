use cnn::cnn;

const COUNT: usize = 4;

cnn! {
    block joined(all) { tanh; concat(all) }

    block single(from) { tanh; concat(from.conv1, _) }

    block sized(width) { linear(16, width) }

    pub struct Unread: [16] <
        concat(["part{i}" for i of 0..4]);
        concat(["part{i}" for i in 4]);
        concat(["part{i}" for i in 0..=4]);
        concat([for i in 0..4]);
        concat([first, "part{i}" for i in 0..4]);
        concat([["part{i}", first] for i in 0..4]);
        concat([]);
        let parts = ["part{i}" for _ in 0..4];
    >

    pub struct Brackets: [16] <
        for i in 0..3 { "part{i}": relu; tanh; }
        concat("part{i}" for i in 0..3);
        joined(("part{i}" for i in 0..3));
    >

    pub struct Net<const N: usize = 3>: [16] <
        for i in 0..3 { "part{i}": relu; tanh; }
        concat(["part{i}" for i in 0..COUNT], _);
        concat(["part{i}" for i in 0..N], _);
        joined(["part{j}" for i in 0..3]);
        joined(["part{i}" for i in 0..6]);
        joined([1, 2]);
        joined([]);
        joined([part0, [part1]]);
        joined(["part{i}" for i in 3..3]);
        concat([i for i in 0..3], _);
        single(["part{i}" for i in 0..3]);
        sized(["part{i}" for i in 0..3]);
        let parts = ["part{i}" for i in 0..3];
        linear(16, 2 * parts);
        for i in 0..3 { concat(i, _) }
        linear(16, ["part{i}" for i in 0..3]);
        permute([i for i in 0..3]);
        last: relu;
        concat([last, "part0"], _);
    >
}

fn main() {
    let _ = (Unread::SUMMARY, Brackets::SUMMARY, <Net>::SUMMARY);
}
