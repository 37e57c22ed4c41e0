//! The layers of a summary as lines of a tree.

use alloc::string::String;
use alloc::vec::Vec;

use super::leaves::join;
use crate::{Kind, Row, Summary};

/// A layer, or a scope with the sums of its layers.
pub(super) struct Line {
    /// The name in full.
    pub(super) name: String,
    /// How many scopes it is in.
    pub(super) depth: usize,
    /// The layer, or the sums.
    pub(super) row: Row,
    /// Whether it is a scope whose layers follow.
    pub(super) opened: bool,
}

impl Line {
    /// The name within its scope.
    pub(super) fn short(&self) -> &str {
        self.name.rsplit('.').next().unwrap_or_default()
    }
}

/// A summary as a tree, `depth` levels deep.
pub(super) fn lines(summary: &Summary, depth: usize, kinds: &[Kind]) -> Vec<Line> {
    let mut lines = Vec::new();
    let rows: Vec<&Row> = summary.rows.iter().collect();
    Tree { most: depth.max(1), kinds, lines: &mut lines }.add(&rows, "", "", 0);
    lines
}

struct Tree<'l> {
    /// The depth up to which scopes are opened.
    most: usize,
    /// The kinds that are listed; all, if there are none.
    kinds: &'l [Kind],
    lines: &'l mut Vec<Line>,
}

impl Tree<'_> {
    /// Adds rows that are in the scope `scope` of a network whose own name is `network`.
    fn add(&mut self, mut rows: &[&Row], network: &str, scope: &str, depth: usize) {
        while let Some((row, others)) = rows.split_first() {
            let Some(inner) = inner_scope(row.name, scope) else {
                rows = others;
                self.add_row(row, &join(network, row.name), depth);
                continue;
            };
            let same = |row: &&&Row| inner_scope(row.name, scope) == Some(inner);
            let (inside, others) = rows.split_at(rows.iter().take_while(same).count());
            rows = others;
            let opened = depth + 1 < self.most;
            let (name, row) = (join(network, inner), sum(inside));
            self.lines.push(Line { name, depth, row, opened });
            if opened {
                self.add(inside, network, inner, depth + 1);
            }
        }
    }

    fn add_row(&mut self, row: &Row, name: &str, depth: usize) {
        let opened = row.nested.filter(|_| depth + 1 < self.most);
        let listed = self.kinds.is_empty() || self.kinds.contains(&row.kind);
        if opened.is_some() || listed {
            self.lines.push(Line { name: name.into(), depth, row: *row, opened: opened.is_some() });
        }
        if let Some(nested) = opened {
            let rows: Vec<&Row> = nested.rows.iter().collect();
            self.add(&rows, name, "", depth + 1);
        }
    }
}

/// The scope that a name is in directly below another scope: for `layer1.0.conv1` in `layer1` it is
/// `layer1.0`. `None` if the name stands in that scope itself.
fn inner_scope<'a>(name: &'a str, scope: &str) -> Option<&'a str> {
    let start = if scope.is_empty() { 0 } else { scope.len() + 1 };
    let end = name.get(start..)?.find('.')?;
    name.get(..start + end)
}

/// The sums of some layers in a row.
fn sum(rows: &[&Row]) -> Row {
    let mut sum = Row::BLANK;
    for row in rows {
        sum.params += row.params;
        sum.trainable_params += row.trainable_params;
        sum.buffers += row.buffers;
        sum.macs += row.macs;
        sum.ops += row.ops;
        sum.activations += row.activations;
    }
    if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
        (sum.input, sum.output) = (first.input, last.output);
    }
    sum
}
