//! Few rows that say what many layers amount to.

use std::ops::Range;

use cnn_core::render::{Align, Grid};

use crate::docs::formula::Formula;
use crate::docs::rows::{Ports, RowContent, TableRow, show, sum};

/// A table with more rows than this gets a shorter one before it.
pub const LONG: usize = 24;

/// Rows that follow each other, as one.
pub struct OverviewRow {
    pub row: TableRow,
    pub rows: Range<usize>,
    /// Whether they are all that is in a scope; otherwise it is one layer.
    pub is_scope: bool,
}

/// A row for each scope, as deep as a short table allows. `None` if there are few rows, or too many
/// scopes.
pub fn overview(rows: &[TableRow]) -> Option<Vec<OverviewRow>> {
    if rows.len() <= LONG {
        return None;
    }
    let mut depths = (1..=8).rev().map(|depth| grouped(rows, depth));
    let mut overview = depths.find(|overview| overview.len() <= LONG)?;
    for entry in overview.iter_mut().filter(|entry| entry.is_scope) {
        // The notes on its parts are in its own table.
        let layers = entry.rows.len();
        entry.row.notes.retain(|(count, _)| *count == layers);
    }
    Some(overview)
}

/// The rows, where those of a scope `depth` levels deep are one.
fn grouped(rows: &[TableRow], depth: usize) -> Vec<OverviewRow> {
    let mut overview: Vec<OverviewRow> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let dot = row.name.match_indices('.').nth(depth - 1);
        let scope = dot.and_then(|(dot, _)| row.name.get(..dot));
        match (overview.last_mut(), scope) {
            (Some(last), Some(scope)) if last.is_scope && last.row.name == scope => {
                last.rows.end = index + 1;
                let sums = &mut last.row;
                sums.content = RowContent::Layers(last.rows.len());
                sums.output = row.output.clone();
                sums.params = sum(sums.params.take(), &row.params);
                sums.macs = sum(sums.macs.take(), &row.macs);
            }
            _ => {
                let name = scope.unwrap_or(&row.name).to_owned();
                let (row, rows) = (TableRow { name, ..row.clone() }, index..index + 1);
                overview.push(OverviewRow { row, rows, is_scope: scope.is_some() });
            }
        }
    }
    overview
}

/// The sums of some rows.
pub fn total(rows: &[TableRow], output: String) -> TableRow {
    let zero = || Some(Formula::default());
    TableRow {
        name: "total".to_owned(),
        content: RowContent::Layers(rows.len()),
        output,
        params: rows.iter().fold(zero(), |total, row| sum(total, &row.params)),
        macs: rows.iter().fold(zero(), |total, row| sum(total, &row.macs)),
        notes: Vec::new(),
    }
}

/// The overview as a short table of Markdown, for editors.
pub fn markdown(rows: &[TableRow], ports: &Ports) -> String {
    let overview = overview(rows);
    let short: Vec<&TableRow> = match &overview {
        Some(overview) => overview.iter().map(|entry| &entry.row).collect(),
        None => rows.iter().take(LONG).collect(),
    };
    let cells = |row: &TableRow| {
        // Lines are not broken at these spaces.
        let output = row.output.replace(' ', "\u{a0}");
        vec![row.name.clone(), output, show(&row.params), show(&row.macs)]
    };
    let mut lines: Vec<Vec<String>> = short.into_iter().map(cells).collect();
    if overview.is_none() && rows.len() > LONG {
        let more = format!("… and {} more layers", rows.len() - LONG);
        lines.push(vec![more, String::new(), String::new(), String::new()]);
    }
    let column = |title: &str, align| (title.to_owned(), align);
    let grid = Grid {
        columns: vec![
            column("layer", Align::Left),
            column("output", Align::Left),
            column("parameters", Align::Right),
            column("MACs", Align::Right),
        ],
        rows: lines,
        total: cells(&total(rows, ports.output.clone())),
    };
    grid.markdown()
}
