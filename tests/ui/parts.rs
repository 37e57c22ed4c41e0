// Labels of other networks: where a part of one ends, and what is taken from inside of it.

use cnn::cnn;

cnn! {
    struct Back: [3, 16, 16] <
        stem: conv(3, 8, 3, padding = 1);
        layer1: seq { [unit(8); 2] }
        layer2: seq { conv(8, 16, 3, 2, 1); unit(16) }
        head: seq { adaptive_avgpool(1); fc(16, 10) }
    >
    block unit(channels) {
        residual { conv(channels, channels, 3, padding = 1); inner: relu; }
    }

    struct Deep: [3, 16, 16] < back: Back until layer2; relu >

    struct UnknownEnd: [3, 16, 16] < a: Back until layer5; relu >
    struct UnknownInside: [3, 16, 16] < a: Back until layer2; from(a.layre1) >
    struct NothingLike: [3, 16, 16] < a: Back until backbone; relu >
    struct InBranch: [3, 16, 16] < a: Back until layer1.1.inner; relu >
    struct Later: [3, 16, 16] < a: Back until layer1; from(a.head) >
    struct InsideOfInside: [3, 16, 16] < a: Deep; from(a.back.layer1) >
    struct Sizes: [3, 16, 16] -> [16, 8, 9] < a: Back until layer2 >
    struct TapSizes: [3, 16, 16] -> [8, 16, 15] < a: Back; from(a.layer1) >
    struct Joined: [3, 16, 16] < a: Back until layer2; concat(a.layer1, _) >
    struct Taken: [3, 16, 16] < a: Back; from(a.layer1); conv(16, 8, 1) >
    struct InBlock: [3, 16, 16] < a: Back until layer2; up(a.layer9); up(a.stem) >
    block up(skip) { upsample(2); concat(_, skip); conv(_, 16, 1); maxpool(2) }
    struct Computed: [3, 16, 16] < a: Back until layer2; for i in 1..2 { from("a.layer{i + 6}") } >
}

fn main() {}
