//! Older opsets: what they have as attributes, newer ones have as inputs.

use std::collections::HashMap;

use super::attributes::Node;
use super::constant::Constant;

/// An operation, an attribute of it, and the index of the input that the attribute has become.
const MOVED: [(&str, &str, usize); 29] = [
    ("Clip", "min", 1),
    ("Clip", "max", 2),
    ("Dropout", "ratio", 1),
    ("Pad", "pads", 1),
    ("Pad", "value", 2),
    ("Slice", "starts", 1),
    ("Slice", "ends", 2),
    ("Slice", "axes", 3),
    ("Split", "split", 1),
    ("Squeeze", "axes", 1),
    ("Unsqueeze", "axes", 1),
    ("Upsample", "scales", 1),
    ("ReduceL1", "axes", 1),
    ("ReduceL2", "axes", 1),
    ("ReduceLogSum", "axes", 1),
    ("ReduceLogSumExp", "axes", 1),
    ("ReduceMax", "axes", 1),
    ("ReduceMean", "axes", 1),
    ("ReduceMin", "axes", 1),
    ("ReduceProd", "axes", 1),
    ("ReduceSum", "axes", 1),
    ("ReduceSumSquare", "axes", 1),
    ("TopK", "k", 1),
    ("Tile", "repeats", 1),
    // No opset has these as inputs; patterns only see inputs.
    ("InstanceNormalization", "epsilon", 3),
    ("BatchNormalization", "training_mode", 5),
    ("BatchNormalization", "epsilon", 6),
    ("SplitToSequence", "axis", 2),
    ("Transpose", "perm", 1),
];

/// Gives a node the inputs that it would have in the newest opset, and says which constants they are.
pub fn modernize(node: &mut Node, constants: &mut HashMap<String, Constant>) -> Result<(), String> {
    for (op, name, place) in MOVED {
        let moved = op == node.op && node.has(name);
        if !moved || node.inputs.get(place).is_some_and(|input| !input.is_empty()) {
            continue;
        }
        let constant = match (op, name) {
            ("Clip" | "Pad", "min" | "max" | "value")
            | ("Dropout" | "InstanceNormalization", _)
            | ("BatchNormalization", "epsilon") => Constant::number(node.float(name, 0.0)?),
            ("Upsample", _) => {
                let scales = node.floats(name)?.unwrap_or_default();
                Constant::floats_of(vec![scales.len()], scales)
            }
            ("TopK" | "SplitToSequence" | "BatchNormalization", _) => {
                Constant::list(&[node.int(name, 0)?])
            }
            _ => Constant::list(&node.ints(name)?.unwrap_or_default()),
        };
        // No file has such a name: outputs are checked to have names of their own.
        let output = node.outputs.first().cloned().unwrap_or_default();
        let fresh = format!("{output}\0{name}");
        constants.insert(fresh.clone(), constant);
        node.inputs.resize(node.inputs.len().max(place + 1), String::new());
        node.inputs[place] = fresh;
    }
    Ok(())
}
