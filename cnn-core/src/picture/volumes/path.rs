//! The volumes on the longest way through a network, and the skips beside it.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use super::super::diagram::Diagram;
use super::stage::{Stage, area};
use crate::facts::Family;

/// Volumes in a row.
#[derive(Clone, Debug)]
pub(super) struct Path {
    pub(super) volumes: Vec<Volume>,
    pub(super) skips: Vec<Skip>,
}

/// A value, or several in a row that are drawn as one.
#[derive(Clone, Debug)]
pub(super) struct Volume {
    pub(super) family: Family,
    /// How many stages it stands for.
    pub(super) count: usize,
    /// The values that the first and the last of them make.
    pub(super) values: [usize; 2],
    /// Their layers; none for the input.
    pub(super) nodes: Range<usize>,
}

/// A connection between volumes that are not neighbours.
#[derive(Clone, Debug)]
pub(super) struct Skip {
    pub(super) from: usize,
    pub(super) to: usize,
    /// What joins it.
    pub(super) name: String,
}

impl Path {
    pub(super) fn new(diagram: &Diagram, stages: &[Stage]) -> Path {
        // For each value the volume in which it is, how many volumes are before it, and from which it comes. The
        // input of the network is the first, unless it has several.
        let input = if diagram.has_inputs() { None } else { Some(0) };
        let mut of_value: Vec<Option<usize>> = vec![None; diagram.nodes.len() + 1];
        of_value[0] = input;
        let mut made: Vec<Made> = Vec::new();
        if input.is_some() {
            made.push(Made { stage: None, depth: 0, from: None });
        }
        let mut joins: Vec<Join> = Vec::new();
        for (index, stage) in stages.iter().enumerate() {
            let inputs = stage.inputs(diagram);
            let sources = inputs.iter().filter_map(|value| of_value[*value]);
            // The longest way to here; of equal ones the later.
            let from = sources.max_by_key(|volume| (made[*volume].depth, *volume));
            let volume = match stage.family {
                None => from,
                Some(_) => {
                    let depth = from.map_or(0, |volume| made[volume].depth + 1);
                    made.push(Made { stage: Some(index), depth, from });
                    Some(made.len() - 1)
                }
            };
            if stage.family.is_none() && inputs.len() > 1 {
                let name =
                    diagram.nodes[stage.nodes.end - 1].kind.map_or("", |kind| kind.keyword());
                let others = inputs.iter().filter_map(|value| of_value[*value]);
                let others = others.filter(|other| Some(*other) != from).collect();
                joins.push(Join { after: volume, others, name, value: stage.nodes.end });
            }
            of_value[stage.nodes.end] = volume;
        }
        let mut way = Vec::new();
        let mut next = of_value.last().copied().flatten();
        while let Some(volume) = next {
            way.push(volume);
            next = made[volume].from;
        }
        way.reverse();
        let volume = |&volume: &usize| match made[volume].stage.map(|stage| &stages[stage]) {
            None => Volume { family: Family::Scope, count: 1, values: [0; 2], nodes: 0..0 },
            Some(Stage { nodes, family }) => Volume {
                family: family.unwrap_or(Family::Scope),
                count: 1,
                values: [nodes.end; 2],
                nodes: nodes.clone(),
            },
        };
        let volumes: Vec<Volume> = way.iter().map(volume).collect();

        let mut skips = Vec::new();
        for join in &joins {
            let Some(after) = join.after.and_then(|after| way.iter().position(|v| *v == after))
            else {
                continue;
            };
            for other in &join.others {
                // What comes from beside the way leaves it further before.
                let mut from = Some(*other);
                let place = loop {
                    let Some(volume) = from else { break None };
                    match way.iter().position(|v| *v == volume) {
                        Some(place) => break Some(place),
                        None => from = made[volume].from,
                    }
                };
                let Some(from) = place.filter(|from| *from < after) else { continue };
                let area = |value: usize| area(diagram, value);
                let level = area(join.value);
                let is_there = area(volumes[after].values[1]) == level;
                let to = if is_there { after } else { (after + 1).min(volumes.len() - 1) };
                let is_level = area(volumes[from].values[1]) == level && level.is_some();
                let inside = &volumes[from + 1..to];
                let goes_down = inside.iter().any(|volume| area(volume.values[1]) < level);
                if is_level && goes_down && from < to {
                    skips.push(Skip { from, to, name: join.name.into() });
                }
            }
        }
        Path { volumes, skips }
    }

    /// With fewer volumes: neighbours of which `is_same` says so are one.
    pub(super) fn merged(&self, is_same: impl Fn(&Volume, &Volume) -> bool) -> Path {
        let mut volumes: Vec<Volume> = Vec::new();
        let mut places = Vec::new();
        for volume in &self.volumes {
            match volumes.last_mut() {
                // The input stays alone.
                Some(last) if !last.nodes.is_empty() && is_same(last, volume) => {
                    if rank(volume.family) > rank(last.family) {
                        last.family = volume.family;
                    }
                    last.count += volume.count;
                    last.values[1] = volume.values[1];
                    last.nodes.end = volume.nodes.end;
                }
                _ => volumes.push(volume.clone()),
            }
            places.push(volumes.len() - 1);
        }
        let skips = self.skips.iter().map(|skip| Skip {
            from: places[skip.from],
            to: places[skip.to],
            name: skip.name.clone(),
        });
        Path { volumes, skips: skips.filter(|skip| skip.from < skip.to).collect() }
    }
}

impl Path {
    /// The first and the last volumes, as many as this. Skips would lead to nowhere.
    pub(super) fn shortened(&self, count: usize) -> Path {
        let end = count / 3;
        let begin = self.volumes.len().min(count - end);
        let start = (self.volumes.len() - end.min(self.volumes.len())).max(begin);
        let volumes = [&self.volumes[..begin], &self.volumes[start..]].concat();
        Path { volumes, skips: Vec::new() }
    }
}

/// Of what is drawn as one, what computes most gives its colour.
fn rank(family: Family) -> usize {
    match family {
        Family::Conv => 3,
        Family::Linear => 2,
        Family::Pool => 1,
        _ => 0,
    }
}

/// What is a volume if the longest way goes through it.
struct Made {
    /// Which stage makes it; none makes the input.
    stage: Option<usize>,
    depth: usize,
    from: Option<usize>,
}

/// Where several values become one that is taken for one of them.
struct Join<'a> {
    after: Option<usize>,
    others: Vec<usize>,
    name: &'a str,
    value: usize,
}
