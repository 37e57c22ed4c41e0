//! What the values of a layer depend on, along one axis of the network's input.

use super::along::{Along, Window, hull, length};
use super::taps::Positions;
use crate::facts::{Ends, ReachOf};
use crate::layers::Op;
use crate::shape::Shape;

/// What the values of a layer depend on. Channels are not told apart: a window is that of all channels
/// at a position.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Field {
    /// A window for each position along a dim, as if nothing had ends; and the inputs that they really
    /// depend on together.
    Along { dim: usize, along: Along, all: Window },
    /// The same window for all values.
    Fixed(Window),
    /// Windows that a flattening has spread along a dim: the longest, if that is known, and the inputs
    /// that they depend on together.
    Spread { dim: usize, longest: Option<u64>, all: Window },
    /// It cannot be said.
    Unknown,
}

impl Field {
    /// What the output of a layer depends on whose input depends on this, for all layers but joins and
    /// networks.
    pub(super) fn after(&self, op: &Op, input: &Shape, output: &Shape) -> Field {
        let ends = Ends { input, inputs: 1, output };
        let positions = |from: usize| {
            let ReachOf { dim, reach } = op.reach(from, &ends);
            (dim, Positions::new(reach, input.size(from), output.size(dim)))
        };
        match self {
            Field::Unknown | Field::Fixed(_) => match positions(0).1 {
                Positions::Nothing => Field::Fixed(None),
                _ => self.clone(),
            },
            Field::Along { dim, along, all } => {
                let inputs = input.size(*dim);
                let (dim, taken) = positions(*dim);
                match taken {
                    Positions::Same => Field::Along { dim, along: along.clone(), all: *all },
                    Positions::Taps(taps) => match along.through(&taps, output.size(dim)) {
                        Some(through) => {
                            let read = taps.read(output.size(dim), inputs);
                            let all = read.and_then(|read| along.over_part(read, *all));
                            Field::Along { dim, along: through, all }
                        }
                        None => Field::Unknown,
                    },
                    Positions::Merged if inputs > 1 => {
                        Field::Spread { dim, longest: Some(along.longest()), all: *all }
                    }
                    Positions::All | Positions::Merged => Field::Fixed(*all),
                    Positions::Nothing => Field::Fixed(None),
                    Positions::Unknown => Field::Unknown,
                }
            }
            Field::Spread { dim, longest, all } => {
                let (dim, taken) = positions(*dim);
                match taken {
                    Positions::Same | Positions::Merged => {
                        Field::Spread { dim, longest: *longest, all: *all }
                    }
                    Positions::All => Field::Fixed(*all),
                    Positions::Nothing => Field::Fixed(None),
                    Positions::Taps(_) | Positions::Unknown => Field::Unknown,
                }
            }
        }
    }

    /// What a branch of a join has for the join: a size of 1 stands for as many equal values as the
    /// output has.
    pub(super) fn arriving(
        &self,
        join: &Op,
        branch: usize,
        shape: &Shape,
        output: &Shape,
    ) -> Field {
        match self {
            Field::Along { dim, all, .. } | Field::Spread { dim, all, .. }
                if join.mixes(branch, *dim, shape.rank()) =>
            {
                Field::Fixed(*all)
            }
            // Which position a value has depends on the branches before.
            Field::Along { dim, .. } if join.keeps_apart(*dim) => Field::Unknown,
            Field::Along { dim, all, .. } if shape.size(*dim) == 1 && output.size(*dim) > 1 => {
                Field::Fixed(*all)
            }
            other => other.clone(),
        }
    }

    /// What a join depends on, of which one part depends on this and one on `other`.
    pub(super) fn and(&self, other: &Field, join: &Op, output: &Shape) -> Field {
        use Field::{Along as Sliding, Fixed, Spread, Unknown};

        let apart = |dim: usize| join.keeps_apart(dim);
        match (self, other) {
            (Unknown, _) | (_, Unknown) => Unknown,
            // What depends on nothing adds nothing, unless it has positions of its own.
            (value, Fixed(None)) | (Fixed(None), value) if !join.is_concat() => value.clone(),
            (Fixed(a), Fixed(b)) => Fixed(hull(*a, *b)),
            (Spread { dim, longest, all }, Fixed(fixed))
            | (Fixed(fixed), Spread { dim, longest, all })
                if apart(*dim) || !covers(*fixed, *all) =>
            {
                let longest = longest.filter(|_| apart(*dim)).map(|most| most.max(length(*fixed)));
                Spread { dim: *dim, longest, all: hull(*all, *fixed) }
            }
            (Sliding { all, .. } | Spread { all, .. }, Fixed(fixed))
            | (Fixed(fixed), Sliding { all, .. } | Spread { all, .. })
                if covers(*fixed, *all) =>
            {
                Fixed(*fixed)
            }
            (Sliding { dim, along, all }, Fixed(fixed))
            | (Fixed(fixed), Sliding { dim, along, all }) => {
                let everywhere = Along { windows: [*fixed].into(), shift: Some(0) };
                let along = along.and(&everywhere, output.size(*dim));
                sliding(*dim, along, hull(*all, *fixed))
            }
            (Sliding { dim, along, all }, Sliding { dim: same, along: other, all: others })
                if dim == same =>
            {
                sliding(*dim, along.and(other, output.size(*dim)), hull(*all, *others))
            }
            (Spread { dim, longest: a, all }, Spread { dim: same, longest: b, all: others })
                if dim == same =>
            {
                let longest = a.zip(*b).filter(|_| apart(*dim)).map(|(a, b)| a.max(b));
                Spread { dim: *dim, longest, all: hull(*all, *others) }
            }
            _ => Unknown,
        }
    }
}

/// Whether a window has all inputs of another one.
fn covers(window: Window, other: Window) -> bool {
    hull(window, other) == window
}

fn sliding(dim: usize, along: Option<Along>, all: Window) -> Field {
    along.map_or(Field::Unknown, |along| Field::Along { dim, along, all })
}
