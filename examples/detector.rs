//! A small detector with two heads: large things are found on the coarse grid, small ones on the fine one.
//!
//! ```text
//! cargo run --example detector > detector.svg
//! ```

use cnn::{DType, Plan, cnn};

/// Three boxes for each cell, each with its place, its size, whether there is something, and 20 classes.
const BOXES: usize = 3 * (4 + 1 + 20);

cnn! {
    block unit(cin, cout, kernel, stride = 1) {
        conv: conv(cin, cout, kernel, stride, padding = kernel / 2, bias = false);
        bn: batchnorm;
        act: leaky_relu(0.1);
    }

    pub struct Detector: [3, 256, 256] -> (coarse: [BOXES, 8, 8], fine: [BOXES, 16, 16]) <
        stem: unit(3, 16, 3, 2);
        for i in 0..3 { "stage{i + 1}": unit(16 << i, 32 << i, 3, 2); }
        stage4: unit(128, 256, 3, 2);
        neck: unit(256, 128, 1);
        coarse: seq { unit(128, 256, 3); conv(256, BOXES, 1) }
        from(neck);
        lateral: unit(128, 64, 1);
        upsample(2);
        concat(stage3);
        fine: seq { unit(64 + 128, 128, 3); conv(128, BOXES, 1) }
    >
}

/// The place of each value in memory; both outputs stay to the end.
const PLAN: Plan<{ Detector::GRAPH.leaf_count() }> = Plan::new(&Detector::GRAPH, DType::I8);

fn main() {
    eprintln!("{}\n\n{} bytes in the arena", Detector::SUMMARY, PLAN.arena_bytes());
    for output in Detector::GRAPH.outputs {
        eprintln!("{}: {}", output.name, output.shape);
    }
    println!("{}", Detector::GRAPH.svg());
}
