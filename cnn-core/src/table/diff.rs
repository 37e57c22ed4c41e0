//! The differences between two networks.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};
use core::{fmt, iter};

use super::align::{align, same_numbers};
use super::column::Scale;
use super::fit::wrapped;
use super::{Column, Line, Table, Value};
use crate::network::Summary;
use crate::network::names::joined;
use crate::shape::notation::Grouped;
use crate::writing::{Align, Grid};

/// The differences between two networks, as text with [`Display`](fmt::Display) or as Markdown.
///
/// Layers are matched by their names, keywords and numbers, in the order they run, so a layer that is inserted between
/// others counts as added even if the names after it shift. Embedded networks are expanded. Two layers are the same if
/// they have the same name, the same values in all columns, and the same inputs. Hyper-parameters that do not affect any
/// number, such as the rate of a dropout, are not compared: they are not part of a [`Summary`].
///
/// The text is as [wide](Table::width) as that of the table. If a line does not fit, a changed layer takes two: what it
/// was, and below it what is different. After that, the text is shortened like a table's.
#[derive(Clone, Debug)]
pub struct Diff {
    before: Table,
    after: Table,
    changes: Vec<Change>,
    same: usize,
}

/// How a layer that changed is written.
#[derive(Clone, Copy)]
enum Layout {
    /// In one line, with arrows: `20 → 40`.
    Arrows,
    /// In two lines: the old values, and below them the new ones that differ.
    Lines,
}

/// A line of a [`Diff`]: a layer that was added, removed or changed.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Change {
    /// The layer before the change; `None` if it was added.
    pub before: Option<Line>,
    /// The layer after the change; `None` if it was removed.
    pub after: Option<Line>,
    /// Whether its inputs changed, apart from layers that were added or removed.
    pub rewired: bool,
}

impl Summary {
    /// The differences between this network and another one, layer by layer and in total.
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
    /// The differences between this table's network and another one, with the columns, depth, units and all other
    /// choices of this table.
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
        let (layers, totals) = (self.layers(Layout::Arrows).markdown(), self.totals().markdown());
        format!("{}\n\n{layers}\n{totals}", self.headline())
    }

    /// The names of the networks.
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

    /// The grid of the text: the first one that fits.
    fn fitted(&self) -> Grid {
        let (before, most) = (&self.before, self.before.width);
        let deepest = before.deepest().max(self.after.deepest());
        let narrower = before.narrower(deepest);
        let diffs = narrower.iter().map(|table| table.diff(&self.after.summary));
        let mut last = None;
        for diff in iter::once(self.clone()).chain(diffs) {
            for layout in [Layout::Arrows, Layout::Lines] {
                let grid = diff.layers(layout);
                if grid.width() <= most {
                    return grid;
                }
                last = Some(grid);
            }
        }
        let cut = last.and_then(|grid| grid.with_names_cut(1, most));
        cut.unwrap_or_else(|| self.layers(Layout::Arrows))
    }

    /// The layers that changed, with their old and new values.
    fn layers(&self, layout: Layout) -> Grid {
        let mut grid = self.after.grid(&[]);
        grid.columns.insert(0, (String::new(), Align::Left));
        let scales = [self.before.scale(), self.after.scale()];
        let changes = self.changes.iter();
        grid.rows = changes.flat_map(|change| self.rows(change, layout, &scales)).collect();
        grid.total = match layout {
            Layout::Arrows => {
                let [old, new] = [&self.before, &self.after].map(Table::total);
                let columns = self.after.columns.iter();
                let both = columns.map(|column| self.sides(*column, &old, &new, &scales));
                marked("", both.map(|[old, new]| arrow(&old, &new)))
            }
            // The totals are in a table of their own.
            Layout::Lines => Vec::new(),
        };
        grid
    }

    fn rows(&self, change: &Change, layout: Layout, scales: &[Scale; 2]) -> Vec<Vec<String>> {
        let (old, new) = match (&change.before, &change.after) {
            (Some(old), Some(new)) => (old, new),
            (Some(old), None) => return vec![marked("-", self.before.cells(old, &scales[0]))],
            (None, Some(new)) => return vec![marked("+", self.after.cells(new, &scales[1]))],
            (None, None) => return Vec::new(),
        };
        let cells = self.after.columns.iter().map(|column| match column {
            Column::Class if change.rewired => [wired(old), wired(new)],
            // A join may have other names for the same layers.
            Column::Class if old.row.class == new.row.class => {
                [new.module.clone(), new.module.clone()]
            }
            Column::Class => [old.module.clone(), new.module.clone()],
            _ => self.sides(*column, old, new, scales),
        });
        match layout {
            Layout::Arrows => vec![marked("~", cells.map(|[old, new]| arrow(&old, &new)))],
            Layout::Lines => {
                let (old, new): (Vec<_>, Vec<_>) = cells
                    .map(|[old, new]| match old == new {
                        true => (old, String::new()),
                        false => (old, new),
                    })
                    .unzip();
                let differs = new.iter().any(|cell| !cell.is_empty());
                let new = differs.then(|| marked("→", new));
                iter::once(marked("~", old)).chain(new).collect()
            }
        }
    }

    /// The old and the new cell of a column.
    fn sides(&self, column: Column, old: &Line, new: &Line, scales: &[Scale; 2]) -> [String; 2] {
        let old = self.before.value(column, old, &scales[0]);
        let new = self.after.value(column, new, &scales[1]);
        [old, new].map(|value: Value| value.show(self.after.units))
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

/// The columns whose totals are compared.
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

    /// The change between two layers, if there is one.
    fn between(old: &Line, new: &Line, wires: &Wires<'_>) -> Option<Change> {
        let rewired = wires.differ(old, new);
        let same = old.name == new.name && old.kind == new.kind;
        let changed = rewired || !same || !same_numbers(&old.row, &new.row);
        changed.then(|| Change { before: Some(old.clone()), after: Some(new.clone()), rewired })
    }
}

/// Which layers correspond to each other, by their names.
struct Wires<'l> {
    /// The name of each layer of the first network in the other one; `None` if it was removed.
    forth: BTreeMap<&'l str, Option<&'l str>>,
    /// Whether each layer of the other network was added.
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

/// The line that includes a layer: its own or that of one of its scopes. The layer itself if none is listed.
fn listed<'n, T>(name: &'n str, lines: &BTreeMap<&str, T>) -> &'n str {
    let scopes = name.match_indices('.').rev().map(|(dot, _)| &name[..dot]);
    [name].into_iter().chain(scopes).find(|name| lines.contains_key(name)).unwrap_or(name)
}

/// PyTorch's module with its inputs.
fn wired(line: &Line) -> String {
    joined(line.row.class, &line.name, line.inputs.iter().map(String::as_str))
}

/// `20 → 40`, or `20` where nothing changed.
fn arrow(old: &str, new: &str) -> String {
    if old == new { new.to_string() } else { format!("{old} → {new}") }
}

/// A row that begins with a mark.
fn marked(mark: &str, cells: impl IntoIterator<Item = String>) -> Vec<String> {
    iter::once(mark.to_string()).chain(cells).collect()
}

/// A total of both networks, and by how much it differs.
fn total(title: &str, old: u64, new: u64) -> Vec<String> {
    let (difference, percent) = difference(old, new);
    let [old, new] = [old, new].map(|number| Grouped(number).to_string());
    vec![title.to_string(), old, new, difference, percent]
}

/// The difference of two numbers with its sign, and in percent of the first.
fn difference(old: u64, new: u64) -> (String, String) {
    let sign = if new < old { '-' } else { '+' };
    let by = old.abs_diff(new);
    let percent = match (old, by) {
        (_, 0) => return ("same".into(), String::new()),
        // There is no percentage of 0.
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
        f.write_str(&wrapped(&self.headline(), self.before.width, 2))?;
        if self.changes.is_empty() {
            return Ok(());
        }
        let totals = self.totals().text();
        write!(f, "\n\n{}\n{}", self.fitted().text(), totals.trim_end())
    }
}
