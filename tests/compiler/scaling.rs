//! What a check costs grows with the layers, and no faster. `cargo bench --bench compile` shows more.

use crate::chain::{cpu_seconds, network};

/// Eight times as many layers may cost at most this many times as much. Large networks feel it more than
/// small ones when a machine has other work; quadratic costs would be 64.
const MOST: f64 = 14.0;
const LAYERS: usize = 2_000;

#[test]
fn what_a_check_costs_grows_with_the_layers_and_no_faster() {
    let sources = [String::new(), used(LAYERS), used(8 * LAYERS)];
    let mut least = [f64::INFINITY; 3];
    let mut ratio = f64::INFINITY;
    // Other work on the machine only makes a check slower, so the least of some runs is what it costs.
    for _ in 0..4 {
        for (least, source) in least.iter_mut().zip(&sources) {
            *least = least.min(cpu_seconds(source));
        }
        let [empty, short, long] = least;
        ratio = (long - empty) / (short - empty);
        if ratio < MOST {
            break;
        }
    }
    assert!(ratio < MOST, "{ratio} times as much: {least:?} seconds");
}

fn used(layers: usize) -> String {
    network(layers, false)
        + &format!("const _: () = assert!(Net::SUMMARY.rows.len() == {layers});\n")
}
