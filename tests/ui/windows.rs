//! Attention in windows that does not fit what arrives.

use cnn::cnn;

cnn! {
    struct First: [96, 56, 56] < window_attention(96, 7, 0, 4) >
    struct Tokens: [49, 96] < window_attention(96, 7, 0, 3) >
    struct Heads: [56, 56, 96] < window_attention(96, 7, 0, 5) >
    struct Features: [56, 56, 96] < window_attention(192, 7, 0, 3) >
    struct Three: [56, 56, 96] < window_attention(96, (7, 7, 7), 0, 3) >
    struct Empty: [56, 56, 96] < window_attention(_, 0, 0, 3) >
    struct Missing: [56, 56, 96] < window_attention(96, 7) >
    struct One: [56, 56, 96] < window_attention_v2(96, (1, 8), 0, 3) >
    struct Chance: [56, 56, 96] < window_attention_v2(96, 8, 4, 3, dropout = 1.5) >
    struct Timm: [56, 56, 96] < WindowAttention(96, 7, 3) >
}

cnn! {
    struct Image: [64, 49] < relative_attention(64, 32) >
    struct Each: [64, 49, 64] < relative_attention(64, 24) >
    struct Square: [64, 48, 64] < relative_attention(64, 32) >
    struct Number: [64, 49, 64] < relative_attention(64, 32, 64) >
    struct Feat: [64, 49, 64] < relative_attention(32, 32) >
}

const HEADS: usize = 5;

cnn! {
    struct Constant: [56, 56, 96] < window_attention(96, 7, 3, HEADS) >
}

fn main() {}
