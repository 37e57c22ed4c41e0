//! What makes a volume: a layer, or a block of branches.

use alloc::vec::Vec;
use core::ops::Range;

use super::super::diagram::Diagram;
use super::super::structure::Piece;
use crate::facts::Family;
use crate::layers::Kind;
use crate::shape::Shape;

/// Layers that make one value.
#[derive(Clone, Debug)]
pub(super) struct Stage {
    pub(super) nodes: Range<usize>,
    /// Its colour, if a volume is drawn; otherwise what it makes is taken for what it takes.
    pub(super) family: Option<Family>,
}

impl Stage {
    /// The values it takes.
    pub(super) fn inputs(&self, diagram: &Diagram) -> Vec<usize> {
        let inside = |value: &usize| *value > self.nodes.start && *value <= self.nodes.end;
        let nodes = &diagram.nodes[self.nodes.clone()];
        let inputs = nodes.iter().flat_map(|node| node.inputs.iter().copied());
        let mut inputs: Vec<usize> = inputs.filter(|value| !inside(value)).collect();
        inputs.sort_unstable();
        inputs.dedup();
        inputs
    }
}

/// The stages of a network, which have all of its layers in their order.
pub(super) fn stages(diagram: &Diagram, pieces: &[Piece]) -> Vec<Stage> {
    let mut stages = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Node(node) => stages.push(layer(diagram, *node)),
            Piece::Web { pieces, .. } => stages.append(&mut self::stages(diagram, pieces)),
            // Where outputs leave, nothing is joined.
            Piece::Fork { branches, join, nodes, .. }
                if returns(diagram, nodes, *join) || diagram.nodes[*join].kind.is_none() =>
            {
                for branch in branches {
                    stages.append(&mut self::stages(diagram, branch));
                }
                stages.push(layer(diagram, *join));
            }
            Piece::Fork { join, nodes, .. } => stages.push(block(diagram, nodes, *join)),
        }
    }
    stages
}

/// A layer. Those that keep the resolution without weights belong to what they take.
fn layer(diagram: &Diagram, index: usize) -> Stage {
    let node = &diagram.nodes[index];
    let family = node.family();
    let changes = || {
        let before = node.inputs.first().and_then(|value| face(&diagram.sizes(*value).shape));
        let after = face(&node.output.shape);
        before.is_some() && after.is_some() && before != after
    };
    let makes_volume = match family {
        Family::Conv | Family::Linear | Family::Pool => true,
        Family::Arrange => changes(),
        // Of several inputs each is a layer. Networks whose inside is not known are like layers.
        Family::Scope => node.kind.is_some() || node.inputs == [0],
        Family::Norm
        | Family::Scale
        | Family::Activation
        | Family::Softmax
        | Family::Join
        | Family::Pass => false,
    };
    Stage { nodes: index..index + 1, family: makes_volume.then_some(family) }
}

/// Branches and what joins them: they have the colour of what is most costly in them.
fn block(diagram: &Diagram, nodes: &Range<usize>, join: usize) -> Stage {
    let all = &diagram.nodes[nodes.clone()];
    let has = |family: Family| all.iter().any(|node| node.family() == family);
    let families = [Family::Conv, Family::Linear, Family::Pool];
    let family = families.into_iter().find(|family| has(*family));
    // Factors for each channel are not what a network is made of.
    let is_gate = diagram.nodes[join].kind == Some(Kind::Mul);
    Stage { nodes: nodes.clone(), family: if is_gate { None } else { family } }
}

/// Whether branches go down to a resolution from which they come back.
fn returns(diagram: &Diagram, nodes: &Range<usize>, join: usize) -> bool {
    let area = |value: usize| area(diagram, value);
    let Some(after) = area(join + 1) else { return false };
    let is_lower = |node: usize| area(node + 1).is_some_and(|area| area > 1 && area < after);
    let entry = diagram.nodes[nodes.start].inputs.iter().filter_map(|value| area(*value)).max();
    entry >= Some(after) && nodes.clone().any(is_lower)
}

/// The height and width of a shape that has such.
pub(super) fn face(shape: &Shape) -> Option<[u64; 2]> {
    match shape.dims() {
        [_, .., height, width] if shape.rank() > 2 && *height > 0 && *width > 0 => {
            Some([*height as u64, *width as u64].map(|size| size.min(1 << 20)))
        }
        _ => None,
    }
}

/// The number of places of a value; none, if it has no resolution.
pub(super) fn area(diagram: &Diagram, value: usize) -> Option<u64> {
    face(&diagram.sizes(value).shape).map(|[height, width]| height * width)
}
