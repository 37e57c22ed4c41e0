//! A network that spots keywords, on a microcontroller: the memory it runs in is a `static`, whose size
//! and whose parts are known while compiling.
//!
//! `cargo run --example microcontroller` shows which value is where in it, and when.

use std::sync::Mutex;

use cnn::{DType, Plan, Slot, Source, cnn};

cnn! {
    /// A convolution, and another one of each channel alone, as in "Hello Edge" (Zhang et al., 2017).
    block separable(channels) {
        conv(channels, channels, 3, padding = same, groups = channels, bias = false); batchnorm;
        relu;
        conv(channels, channels, 1, bias = false); batchnorm; relu;
    }

    /// Twelve keywords in a second of speech: 49 steps of time, 10 coefficients in each.
    ///
    /// It has to fit into a part with 64 KiB of flash and 32 KiB of RAM next to everything else, and to
    /// answer ten times a second. What does not fit is not built: try 128 channels.
    #[budget(flash(i8) <= 32 KiB, ram(i8) <= 16 KiB, macs <= 3 M)]
    pub struct Keywords: [1, 49, 10] -> [12] <
        conv(1, 64, (10, 4), stride = 2, padding = (5, 1), bias = false); batchnorm; relu;
        [separable(64); 4];
        adaptive_avgpool(1); fc(64, 12);
    >
}

/// The place of each value of the network, as 8-bit integers.
const PLAN: Plan<{ Keywords::GRAPH.nodes.len() }> = Plan::new(&Keywords::GRAPH, DType::I8);

/// The memory, at an address that suits vector instructions.
#[repr(align(16))]
struct Arena([u8; Keywords::ARENA_I8]);

static ARENA: Mutex<Arena> = Mutex::new(Arena([0; Keywords::ARENA_I8]));

/// How many characters of the map the arena is wide.
const WIDTH: usize = 64;

fn main() {
    // The part of the arena where a driver would leave its samples.
    let mut arena = ARENA.lock().expect("nobody else has it");
    let Slot { offset, bytes } = PLAN.input();
    arena.0[offset..offset + bytes].fill(1);

    let weights = Keywords::SUMMARY.params + Keywords::SUMMARY.buffers;
    println!("{} B of RAM for values, {weights} B of flash for weights", PLAN.arena_bytes());
    println!("   each {} B wide; # is written, = is kept\n", arena.0.len().div_ceil(WIDTH));
    println!("{:<18} |{}|", "input", map(None));
    for (index, node) in Keywords::GRAPH.nodes.iter().enumerate() {
        let Slot { offset, bytes } = PLAN.outputs()[index];
        println!("{:<18} |{}| {bytes:>5} B at {offset}", node.name, map(Some(index)));
    }
}

/// The arena while a layer runs, or before the first one.
fn map(running: Option<usize>) -> String {
    let mut map = [' '; WIDTH];
    let mut draw = |slot: Slot, sign| {
        let first = slot.offset * WIDTH / PLAN.arena_bytes();
        let last = (slot.offset + slot.bytes - 1) * WIDTH / PLAN.arena_bytes();
        map[first..=last].fill(sign);
    };
    let time = running.map_or(0, |index| index + 1);
    for value in 0..time {
        let source = value.checked_sub(1).map_or(Source::Input(0), Source::Node);
        let needed = |node: cnn::Node| node.inputs.iter().any(|edge| edge.from == source);
        if Keywords::GRAPH.nodes.iter().skip(time - 1).any(needed) {
            draw(slot(value), '=');
        }
    }
    draw(slot(time), '#');
    map.iter().collect()
}

/// The place of a value: 0 is the input, `i + 1` the output of layer `i`.
fn slot(value: usize) -> Slot {
    value.checked_sub(1).map_or(PLAN.input(), |layer| PLAN.outputs()[layer])
}
