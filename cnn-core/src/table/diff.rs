//! What changed from one network to another.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};
use core::fmt;

use super::align::{align, same_numbers};
use super::column::Scale;
use super::{Align, Column, Grid, Line, Table, Value};
use crate::network::Summary;
use crate::network::names::joined;
use crate::shape::notation::Grouped;

/// The differences between two networks, as text with [`Display`](fmt::Display) or as Markdown.
///
/// Layers are matched by their names, keywords and numbers, in the order they run, so a layer that is inserted between
/// others counts as added even if the names after it shift. Embedded networks are expanded. Two layers are the same if
/// they have the same name, the same values in all columns, and the same inputs. Hyper-parameters that do not affect any
/// number, such as the rate of a dropout, are not compared: they are not part of a [`Summary`].
#[derive(Clone, Debug)]
pub struct Diff {
    before: Table,
    after: Table,
    changes: Vec<Change>,
    same: usize,
}

/// A line of a [`Diff`]: a layer that was added, removed or changed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Change {
    /// What it was; `None` if it was added.
    pub before: Option<Line>,
    /// What it is; `None` if it was removed.
    pub after: Option<Line>,
    /// Whether it takes its input from elsewhere, apart from layers that were added or removed.
    pub rewired: bool,
}

impl Summary {
    /// What changed from this network to another one, layer by layer and in total.
    ///
    /// ```
    /// # use cnn_core::Summary;
    /// # fn show(before: &Summary, after: &Summary) {
    /// println!("{}", before.diff(after));
    /// # }
    /// ```
    pub fn diff(&self, other: &Summary) -> Diff {
        self.table().diff(other)
    }
}

impl Table {
    /// What changed from this table's network to another one. Columns, depth, units and all other
    /// choices are those of this table.
    pub fn diff(&self, other: &Summary) -> Diff {
        let mut after = self.clone();
        after.summary = *other;
        Diff::new(self.clone(), after)
    }
}

impl Diff {
    fn new(before: Table, after: Table) -> Diff {
        let (old, new) = (before.flat(), after.flat());
        let pairs = align(&old, &new);
        let wires = Wires::new(&old, &new, &pairs);
        let (mut changes, mut same) = (Vec::new(), 0);
        let (mut i, mut j) = (0, 0);
        let end = (old.len(), new.len());
        for (a, b) in pairs.into_iter().chain([end]) {
            changes.extend(old[i..a].iter().map(Change::removed));
            changes.extend(new[j..b].iter().map(Change::added));
            if (a, b) != end {
                match Change::between(&old[a], &new[b], &wires) {
                    Some(change) => changes.push(change),
                    None => same += 1,
                }
            }
            (i, j) = (a + 1, b + 1);
        }
        Diff { before, after, changes, same }
    }

    /// The layers that changed, in the order they run.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The number of layers that are the same.
    pub fn same(&self) -> usize {
        self.same
    }

    /// Two tables of GitHub's Markdown: the layers, and the totals.
    pub fn markdown(&self) -> String {
        if self.changes.is_empty() {
            return self.headline() + "\n";
        }
        let (layers, totals) = (self.layers().markdown(), self.totals().markdown());
        format!("{}\n\n{layers}\n{totals}", self.headline())
    }

    /// What the networks are called.
    fn names(&self) -> [&str; 2] {
        let name = |summary: &Summary, other| match summary.name {
            "" => other,
            name => name,
        };
        [name(&self.before.summary, "before"), name(&self.after.summary, "after")]
    }

    fn headline(&self) -> String {
        let [before, after] = self.names();
        let layers = |count| if count == 1 { "layer" } else { "layers" };
        let same = self.same;
        if self.changes.is_empty() {
            let layers = layers(same);
            return format!(
                "{before} and {after} are the same in all names and numbers of {same} {layers}"
            );
        }
        let count = |is: fn(&Change) -> bool| self.changes.iter().filter(|it| is(it)).count();
        let added = count(|change| change.before.is_none());
        let removed = count(|change| change.after.is_none());
        let changed = self.changes.len() - added - removed;
        format!(
            "{before} -> {after}: {changed} {} changed, {added} added, {removed} removed, {same} the same",
            layers(changed)
        )
    }

    /// The layers that changed, with what they were and what they are.
    fn layers(&self) -> Grid {
        let mut grid = self.after.grid(&[]);
        grid.columns.insert(0, (String::new(), Align::Left));
        let scales = [self.before.scale(), self.after.scale()];
        grid.rows = self.changes.iter().map(|change| self.row(change, &scales)).collect();
        let [old, new] = [&self.before, &self.after].map(Table::total);
        let total = |column: &Column| self.both(*column, &old, &new, &scales);
        grid.total = self.after.columns.iter().map(total).collect();
        grid.total.insert(0, String::new());
        grid
    }

    fn row(&self, change: &Change, scales: &[Scale; 2]) -> Vec<String> {
        let columns = self.after.columns.iter();
        let (mark, cells): (&str, Vec<String>) = match (&change.before, &change.after) {
            (Some(old), Some(new)) => {
                let cell = |column: &Column| match column {
                    Column::Class if change.rewired => arrow(&wired(old), &wired(new)),
                    // The names in a join may be others for the same layers.
                    Column::Class if old.row.class == new.row.class => new.module.clone(),
                    Column::Class => arrow(&old.module, &new.module),
                    _ => self.both(*column, old, new, scales),
                };
                ("~", columns.map(cell).collect())
            }
            (Some(old), None) => ("-", self.before.cells(old, &scales[0])),
            (None, Some(new)) => ("+", self.after.cells(new, &scales[1])),
            (None, None) => ("", Vec::new()),
        };
        [vec![mark.to_string()], cells].concat()
    }

    /// What was, and what is, where they differ.
    fn both(&self, column: Column, old: &Line, new: &Line, scales: &[Scale; 2]) -> String {
        let old = self.before.value(column, old, &scales[0]);
        let new = self.after.value(column, new, &scales[1]);
        let show = |value: Value| value.show(self.after.units);
        arrow(&show(old), &show(new))
    }

    /// The numbers of both networks, and by how much they differ.
    fn totals(&self) -> Grid {
        let [old, new] = [&self.before, &self.after].map(Table::total);
        let (before, after) = (self.before.scale(), self.after.scale());
        let cost = |column: Column| {
            let old = self.before.value(column, &old, &before).count();
            total(column.title(), old, self.after.value(column, &new, &after).count())
        };
        let alive = |summary: &Summary| {
            summary.peak_activations.saturating_mul(self.after.basis.batch as u64)
        };
        let [before, after] = self.names();
        let titles = ["", before, after, "difference", "%"];
        let sides = [Align::Left, Align::Right, Align::Right, Align::Right, Align::Right];
        Grid {
            columns: titles.into_iter().map(String::from).zip(sides).collect(),
            rows: COSTS
                .map(cost)
                .into_iter()
                .chain([total(
                    "alive at once",
                    alive(&self.before.summary),
                    alive(&self.after.summary),
                )])
                .collect(),
            total: Vec::new(),
        }
    }
}

/// The columns that totals are compared of.
const COSTS: [Column; 6] = [
    Column::Params,
    Column::TrainableParams,
    Column::Buffers,
    Column::Macs,
    Column::Ops,
    Column::Activations,
];

impl Change {
    fn added(line: &Line) -> Change {
        Change { before: None, after: Some(line.clone()), rewired: false }
    }

    fn removed(line: &Line) -> Change {
        Change { before: Some(line.clone()), after: None, rewired: false }
    }

    /// What changed between two layers, if something did.
    fn between(old: &Line, new: &Line, wires: &Wires<'_>) -> Option<Change> {
        let rewired = wires.differ(old, new);
        let same = old.name == new.name && old.kind == new.kind;
        let changed = rewired || !same || !same_numbers(&old.row, &new.row);
        changed.then(|| Change { before: Some(old.clone()), after: Some(new.clone()), rewired })
    }
}

/// Which layers stand for each other, by their names.
struct Wires<'l> {
    /// For each layer of the first network its name in the other one; `None`, if it was removed.
    forth: BTreeMap<&'l str, Option<&'l str>>,
    /// For each layer of the other network whether it was added.
    added: BTreeMap<&'l str, bool>,
}

impl<'l> Wires<'l> {
    fn new(old: &'l [Line], new: &'l [Line], pairs: &[(usize, usize)]) -> Wires<'l> {
        let mut forth: BTreeMap<&str, Option<&str>> =
            old.iter().map(|line| (line.name.as_str(), None)).collect();
        let mut added: BTreeMap<&str, bool> =
            new.iter().map(|line| (line.name.as_str(), true)).collect();
        for &(a, b) in pairs {
            forth.insert(&old[a].name, Some(&new[b].name));
            added.insert(&new[b].name, false);
        }
        Wires { forth, added }
    }

    /// Whether a layer takes another value, where both values are in both networks.
    fn differ(&self, old: &Line, new: &Line) -> bool {
        if old.inputs.len() != new.inputs.len() {
            return true;
        }
        old.inputs.iter().zip(&new.inputs).any(|(old, new)| {
            let (old, new) = (listed(old, &self.forth), listed(new, &self.added));
            let renamed = self.forth.get(old).copied().unwrap_or(Some(old));
            let added = self.added.get(new).copied().unwrap_or(false);
            !added && renamed.is_some_and(|renamed| renamed != new)
        })
    }
}

/// The line that a layer is in: itself or one of its scopes, or itself if none is listed.
fn listed<'n, T>(name: &'n str, lines: &BTreeMap<&str, T>) -> &'n str {
    let scopes = name.match_indices('.').rev().map(|(dot, _)| &name[..dot]);
    [name].into_iter().chain(scopes).find(|name| lines.contains_key(name)).unwrap_or(name)
}

/// PyTorch's module with what it takes.
fn wired(line: &Line) -> String {
    joined(line.row.class, &line.name, line.inputs.iter().map(String::as_str))
}

/// `20 → 40`, or `20` where nothing changed.
fn arrow(old: &str, new: &str) -> String {
    if old == new { new.to_string() } else { format!("{old} → {new}") }
}

/// A total of both networks, and by how much it differs.
fn total(title: &str, old: u64, new: u64) -> Vec<String> {
    let (difference, percent) = difference(old, new);
    let [old, new] = [old, new].map(|number| Grouped(number).to_string());
    vec![title.to_string(), old, new, difference, percent]
}

/// By how much a number differs, with its sign, and how much that is in percent of the first.
fn difference(old: u64, new: u64) -> (String, String) {
    let sign = if new < old { '-' } else { '+' };
    let by = old.abs_diff(new);
    let percent = match (old, by) {
        (_, 0) => return ("same".into(), String::new()),
        // Nothing is no measure of something.
        (0, _) => Value::Unknown.show(Default::default()),
        _ => {
            let percent = Value::Decimal(100.0 * by as f64 / old as f64);
            format!("{sign}{}", percent.show(Default::default()))
        }
    };
    (format!("{sign}{}", Grouped(by)), percent)
}

impl fmt::Display for Diff {
    /// A line on how much changed, the layers that did, and the totals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.headline())?;
        if self.changes.is_empty() {
            return Ok(());
        }
        let totals = self.totals().text();
        write!(f, "\n\n{}\n{}", self.layers().text(), totals.trim_end())
    }
}
