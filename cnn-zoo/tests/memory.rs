//! The memory plans of the zoo.

use cnn::DType;

/// `cargo test -p cnn-zoo --test memory -- --nocapture` lists them.
#[test]
fn plans_are_as_small_as_can_be() {
    println!("{:24} {:>6} {:>12} {:>8} {:>8}", "network", "layers", "bytes", "÷ bound", "÷ peak");
    for entry in cnn_zoo::all() {
        for dtype in [DType::F32, DType::F16, DType::I8] {
            let arena = entry.graph.arena_bytes(dtype).unwrap();
            let live = entry.graph.live_bytes(dtype).unwrap();
            // What is needed without layers that work in place.
            let peak = entry.summary.peak_activations as usize * dtype.bytes();
            if dtype == DType::F32 {
                let (bound, peak) = (arena as f64 / live as f64, arena as f64 / peak as f64);
                let (name, layers) = (entry.name, entry.graph.leaf_count());
                println!("{name:24} {layers:>6} {arena:>12} {bound:>8.3} {peak:>8.3}");
            }
            assert_eq!(arena, live, "{} as {dtype}", entry.name);
        }
    }
}
