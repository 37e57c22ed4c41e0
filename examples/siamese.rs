//! Do two pictures show the same letter? The network of Koch, Zemel and Salakhutdinov, 2015, in which both
//! go through one tower, with the same weights.
//!
//! ```text
//! cargo run --example siamese
//! ```

use cnn::cnn;

cnn! {
    /// Two pictures in, and a number out: the higher, the more alike they are.
    pub struct Siamese: (left: [1, 105, 105], right: [1, 105, 105]) -> [1] <
        from(left);
        tower: seq {
            conv(1, 64, 10); relu; maxpool(2);
            conv(64, 128, 7); relu; maxpool(2);
            conv(128, 128, 4); relu; maxpool(2);
            conv(128, 256, 4); relu;
            fc(_, 4096); sigmoid;
        }
        from(right);
        again(tower);
        mul(tower);
        fc(4096, 1);
    >
}

fn main() {
    println!("{}", Siamese::SUMMARY);

    // The weights of the tower are there once.
    let state = Siamese::GRAPH.state_dict();
    assert_eq!(state.len(), 2 * 6);
    assert!(state.iter().all(|(name, _)| name.starts_with("tower.") || name.starts_with("fc1.")));
}
