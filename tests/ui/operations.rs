//! Mistakes with operations that change shapes.

use cnn::cnn;

cnn! {
    struct Reshaped: [8, 4, 4] < reshape([10, 10]) >
    struct Left: [8, 4, 4] < reshape([3, _]) >
    struct MinusOne: [8, 4, 4] < reshape([-1, 4]) >
    struct Bare: [8, 4, 4] < reshape(-1, 4) >
    struct Twice: [8, 4, 4] < reshape([_, _, 2]) >
    struct Zero: [8, 4, 4] < reshape([0, 128]) >
    struct Many: [8, 4, 4] < reshape([2, 2, 2, 4, 4]) >
    struct Unflattened: [8, 4, 4] < unflatten(1, [3, 3]) >
    struct Squeezed: [8, 4, 4] < squeeze([1, 2]) >
    struct Nothing: [8] < mean(1) >
    struct NoDim: [8, 4, 4] < sum(4) >
    struct Batch: [8, 4, 4] < amax(0) >
    struct TwiceNamed: [8, 4, 4] < norm([2, -2]) >
    struct Alone: [8, 1, 1] < var([2, 3]) >
    struct Sliced: [8, 4, 4] < slice(2, 3..9) >
    struct Empty: [8, 4, 4] < slice(2, 3..3) >
    struct Rolled: [8, 4, 4] < roll([1, 2], 2) >
    struct Unsqueezed: [8, 4, 4, 4] < unsqueeze(1) >
    struct Power: [8] < normalize(p = 0) >
    struct Bounds: [8] < clamp(min = 1, max = 0) >
    struct NoBounds: [8] < clamp >
    struct Stored: [8] < parameter([8, 1], stored = [4]) >
    struct Image: [64, 14, 14] < attention(8) >
    struct Heads: [196, 768] < attention(10) >
    struct Order: [196, 768] < attention(768, 12) >
    struct Features: [196, 768] < attention(12, 384) >
    struct Channels: [96, 56, 56] < layernorm(56, channels_first = true) >
}

fn main() {}
