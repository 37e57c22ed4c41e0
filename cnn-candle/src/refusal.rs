//! What cannot be done with candle.

use cnn::ops::{Pad, PadMode};
use cnn::{Node, Op};

/// Why a node cannot run, if it cannot.
pub(crate) fn refusal(node: &Node) -> Option<String> {
    match &node.op {
        Op::Pad(pad) => circular(pad, node),
        _ => None,
    }
}

/// A circular padding next to a crop can reach for more than is left, which PyTorch fills with
/// whatever is in memory.
fn circular(pad: &Pad, node: &Node) -> Option<String> {
    if pad.mode != PadMode::Circular {
        return None;
    }
    (0..node.input.spatial_rank()).find_map(|axis| {
        let cut = pad.before[axis].min(0).unsigned_abs() + pad.after[axis].min(0).unsigned_abs();
        let left = node.input.size(axis + 1).saturating_sub(cut);
        let widest = pad.before[axis].max(pad.after[axis]).max(0).unsigned_abs();
        (widest > left).then(|| {
            format!("a circular padding of {widest} needs as many values, and a crop leaves {left}")
        })
    })
}
