//! Warnings about code that is legal but almost certainly a mistake.

use crate::facts::{Ends, Family, Reach};
use crate::layers::Kind;
use crate::resolve::Resolved;
use crate::shape::{Shape, Tensor, Text, geometry};

/// A warning of `cnn!` about code that is legal but almost certainly a mistake. An attribute with its name, such as
/// `#[allow(dropped_rows)]`, allows it for a layer, a group or a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lint {
    /// `dropped_rows`: the windows of a convolution or a pool do not cover the last rows or columns.
    DroppedRows,
    /// `bias_before_batchnorm`: a bias without effect, because the next layer subtracts the mean.
    BiasBeforeBatchnorm,
    /// `repeated_activation`: an activation directly after another one.
    RepeatedActivation,
    /// `broadcast_add`: a sum with a branch that is broadcast.
    BroadcastAdd,
    /// `final_softmax`: a softmax as the last layer, although losses such as cross-entropy expect logits.
    FinalSoftmax,
    /// `unused_value`: a layer that does not contribute to any output of the network.
    UnusedValue,
    /// `nothing_shared`: an `again` of layers that have no weights.
    NothingShared,
    /// `unused_block`: a block that is never used.
    UnusedBlock,
    /// `unused_variable`: a block parameter or a `let` variable that is never used.
    UnusedVariable,
}

/// The surroundings of a layer, as far as lints know them.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// Its keyword.
    pub kind: Kind,
    /// The shapes of all inputs, as far as they are known.
    pub inputs: &'a [Shape],
    /// The layer before it, if no other layer uses its output.
    pub before: Option<Kind>,
    /// The layer that uses the output, if it is the only one.
    pub after: Option<Kind>,
    /// Whether its output is an output of the network.
    pub last: bool,
}

impl Lint {
    /// All lints.
    pub const ALL: [Lint; 9] = [
        Lint::DroppedRows,
        Lint::BiasBeforeBatchnorm,
        Lint::RepeatedActivation,
        Lint::BroadcastAdd,
        Lint::FinalSoftmax,
        Lint::UnusedValue,
        Lint::NothingShared,
        Lint::UnusedBlock,
        Lint::UnusedVariable,
    ];

    /// The name in attributes.
    pub const fn name(self) -> &'static str {
        match self {
            Lint::DroppedRows => "dropped_rows",
            Lint::BiasBeforeBatchnorm => "bias_before_batchnorm",
            Lint::RepeatedActivation => "repeated_activation",
            Lint::BroadcastAdd => "broadcast_add",
            Lint::FinalSoftmax => "final_softmax",
            Lint::UnusedValue => "unused_value",
            Lint::NothingShared => "nothing_shared",
            Lint::UnusedBlock => "unused_block",
            Lint::UnusedVariable => "unused_variable",
        }
    }

    /// The warning for a layer, if there is one.
    pub fn find(self, layer: &Resolved, place: &Surroundings<'_>) -> Option<Text> {
        match self {
            Lint::DroppedRows => {
                let (dim, rows) = dropped(layer)?;
                let (name, size) = (layer.input.dim_name(dim), layer.input.size(dim));
                Some(warning(|text| {
                    text.str("the windows cover only ").size(size - rows).str(" of a ").str(name);
                    text.str(" of ").size(size).str("; the rest is dropped");
                }))
            }
            Lint::BiasBeforeBatchnorm if place.after == Some(Kind::BatchNorm) && biased(layer) => {
                Some(warning(|text| {
                    text.str(
                        "this bias has no effect, because the `batchnorm` after it subtracts ",
                    );
                    text.str("the mean; `bias = false` saves its parameters");
                }))
            }
            Lint::RepeatedActivation
                if activates(place.kind) && place.before.is_some_and(activates) =>
            {
                Some(warning(|text| {
                    text.str("this activation directly follows another one");
                }))
            }
            Lint::BroadcastAdd if place.kind == Kind::Add => {
                let branch = broadcast(&layer.output, place.inputs)?;
                Some(warning(|text| {
                    text.str("a branch of shape ").shape(branch).str(" is broadcast to ");
                    text.shape(&layer.output).str(" before it is added");
                }))
            }
            Lint::FinalSoftmax if place.last && place.kind.family() == Family::Softmax => {
                Some(warning(|text| {
                    text.str("the network ends with a softmax, but losses such as cross-entropy ");
                    text.str("apply one themselves and expect logits");
                }))
            }
            // What becomes of a value or a name is not seen from a layer; `cnn!` looks at the network.
            _ => None,
        }
    }
}

/// The text of a warning. Most layers have none, and a text has room for two thousand bytes, so it is made only
/// when there is something to write.
fn warning(write: impl FnOnce(&mut Text)) -> Text {
    let mut text = Text::new();
    write(&mut text);
    text
}

/// Whether a layer adds a bias to products of weights.
fn biased(layer: &Resolved) -> bool {
    let has_bias = |tensor: Tensor| tensor.suffix == Tensor::BIAS;
    layer.cost.macs > 0
        && (0..).map_while(|index| layer.op.tensor(index, &layer.input)).any(has_bias)
}

fn activates(kind: Kind) -> bool {
    kind.family() == Family::Activation
}

/// A branch that has a single value along a dim where others have more.
fn broadcast<'a>(output: &Shape, branches: &'a [Shape]) -> Option<&'a Shape> {
    let single = |branch: &&Shape| {
        (0..output.rank()).any(|dim| branch.size(dim) == 1 && output.size(dim) > 1)
    };
    branches.iter().find(single)
}

/// The first dim whose end is in no window, and by how much.
fn dropped(layer: &Resolved) -> Option<(usize, usize)> {
    let Resolved { op, input, output, .. } = layer;
    let ends = Ends { input, inputs: 1, output };
    for dim in 1..input.rank() {
        let rows = uncovered(op.reach(dim, &ends).reach, input, output, dim)?;
        if rows > 0 {
            return Some((dim, rows));
        }
    }
    None
}

/// How many values at the end of a dim are in none of its windows, although they would be if there
/// were one more. What lies between two windows is skipped on purpose. `None` if no window slides.
fn uncovered(reach: Reach, input: &Shape, output: &Shape, dim: usize) -> Option<usize> {
    let Reach::Window { kernel, stride, padding, dilation } = reach else { return None };
    let (size, places) = (input.size(dim), output.size(dim));
    let extent = match geometry::extent(kernel, dilation) {
        Some(extent) if places > 0 && size > 0 => extent,
        _ => return None,
    };
    let end = (places - 1).checked_mul(stride)?.saturating_add(extent);
    let covered = end.saturating_sub(padding);
    Some(size.saturating_sub(covered).saturating_sub(stride.saturating_sub(extent)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Arg, Args, Arrivals, Kind, resolve};

    fn dropped_of(kind: Kind, size: usize, sizes: &[(usize, usize)]) -> Option<usize> {
        let input = Shape::new(&[1, size]);
        let others: [(usize, Arg<'_>); 3] = match (kind, sizes) {
            (Kind::Conv, [kernel, stride, ..]) => {
                [(1, Arg::Size(1)), (2, Arg::Size(kernel.1)), (3, Arg::Size(stride.1))]
            }
            (_, sizes) => [0, 1, 2].map(|i| (sizes[i].0, Arg::Size(sizes[i].1))),
        };
        let infer = [(0, Arg::Infer)];
        let others =
            if kind == Kind::Conv { [&infer[..], &others].concat() } else { others.to_vec() };
        let resolved = resolve(kind, &Args { sizes: &[], others: &others }, &Arrivals::one(input));
        dropped(&resolved).map(|(_, rows)| rows)
    }

    #[test]
    fn what_no_window_covers_is_dropped() {
        let pool = |size, kernel, stride, padding| {
            dropped_of(Kind::MaxPool, size, &[(0, kernel), (1, stride), (2, padding)])
        };
        assert_eq!(pool(8, 2, 2, 0), None);
        assert_eq!(pool(7, 2, 2, 0), Some(1));
        assert_eq!(pool(7, 3, 2, 0), None);
        assert_eq!(pool(8, 3, 3, 0), Some(2));
        assert_eq!(pool(8, 3, 2, 1), None);
        // Every second value is skipped on purpose, the last one, too.
        let conv = |size, kernel, stride| dropped_of(Kind::Conv, size, &[(2, kernel), (3, stride)]);
        assert_eq!(conv(56, 1, 2), None);
        assert_eq!(conv(57, 1, 2), None);
        assert_eq!(conv(57, 2, 2), Some(1));
        assert_eq!(conv(9, 2, 4), Some(1));
    }
}
