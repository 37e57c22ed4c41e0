//! Queries, keys and values that do not go together, and arguments of joins.

use cnn::cnn;

cnn! {
    struct Features: (q: [2, 9, 8], k: [2, 4, 6]) < from(q); scaled_dot_product_attention(k, k) >
    struct Keys: (q: [9, 8], k: [4, 8], v: [5, 3]) < from(q); scaled_dot_product_attention(k, v) >
    struct Heads: (q: [2, 9, 8], k: [3, 4, 8]) < from(q); scaled_dot_product_attention(k, k) >
    struct Axes: (q: [9, 8], k: [1, 4, 8]) < from(q); scaled_dot_product_attention(k, k) >
    struct Rows: [8] < a: relu; scaled_dot_product_attention(a, a, _) >
    struct Two: [9, 8] < a: relu; tanh; scaled_dot_product_attention(a) >
    struct Itself: [9, 8] < scaled_dot_product_attention { identity } >
    struct Number: [9, 8] < a: relu; tanh; scaled_dot_product_attention(a, a, is_causal = 1) >
    struct Mask: [9, 8] < a: relu; tanh; scaled_dot_product_attention(a, a, attn_mask = a) >
    struct Causal: [9, 8] < a: relu; tanh; scaled_dot_product_attention(a, a, causal = true) >
    struct Chance: [9, 8] < a: relu; tanh; scaled_dot_product_attention(a, a, dropout_p = 1.5) >
}

cnn! {
    struct Image: (q: [8, 3, 3], k: [4, 8]) < from(q); cross_attention(k, num_heads = 2) >
    struct Memory: (q: [9, 8], k: [8, 3, 3]) < from(q); cross_attention(k, num_heads = 2) >
    struct Values: (q: [9, 8], k: [4, 8], v: [5, 8]) < from(q); cross_attention(k, v, num_heads = 2) >
    struct Divide: (q: [9, 8], k: [4, 8]) < from(q); cross_attention(k, num_heads = 3) >
    struct Missing: (q: [9, 8], k: [4, 8]) < from(q); cross_attention(k) >
    struct Embed: (q: [9, 8], k: [4, 8]) < from(q); cross_attention(k, num_heads = 2, embed_dim = 16) >
    struct Kdim: (q: [9, 8], k: [4, 6]) < from(q); cross_attention(k, num_heads = 2, kdim = 6) >
    struct Position: (q: [9, 8], k: [4, 8]) < from(q); cross_attention(k, 2) >
    struct Four: [9, 8] < a: relu; tanh; cross_attention(a, a, a, num_heads = 2) >
    struct Others: [9, 8] < a: relu; tanh; add(a, alpha = 2.0) >
    struct Alone: [9, 8] < cross_attention(num_heads = 2) >
}

const HEADS: usize = 3;

cnn! {
    struct Constant: (q: [9, 8], k: [4, 8]) < from(q); cross_attention(k, num_heads = HEADS) >
}

fn main() {}
