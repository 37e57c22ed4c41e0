//! The layers of a network as Markdown.

use std::ops::Range;

use cnn_core::render::{Align, Grid};

use crate::docs::formula::Formula;
use crate::docs::rows::{Ports, RowContent, TableRow, show, sum};

/// A table with more rows than this gets a shorter one before it.
const LONG: usize = 24;

/// How code is written.
#[derive(Clone, Copy)]
pub enum Code {
    /// As Markdown has it.
    Markdown,
    /// In one line: on narrow pages, rustdoc breaks Markdown's code after any letter.
    Unbroken,
}

impl Code {
    fn markdown(self, code: &str) -> String {
        match self {
            Code::Markdown => ["`", code, "`"].concat(),
            Code::Unbroken => unbroken(code),
        }
    }
}

/// The tables as Markdown: of a long network a row for each scope, then the layers of each, in
/// parts that open. If even the scopes are too many, all layers are in one table.
pub fn tables(rows: &[TableRow], ports: &Ports, code: Code) -> String {
    let whole = |shown: &[TableRow]| {
        let all = [&ports.inputs, shown, &ports.outputs].concat();
        grid(&all, rows, ports.output.clone(), code).markdown()
    };
    let Some(overview) = overview(rows) else { return whole(rows) };
    let short: Vec<TableRow> = overview.iter().map(|entry| entry.row.clone()).collect();
    let mut text = whole(&short);
    // HTML, so that Markdown begins again after an empty line.
    text += &format!("\n<details><summary>All {} layers, by scope</summary>\n\n", rows.len());
    for OverviewRow { row, rows: range, .. } in overview.iter().filter(|entry| entry.is_scope) {
        let (inside, count) = (&rows[range.clone()], range.len());
        let output = inside.last().map(|row| row.output.clone()).unwrap_or_default();
        let (name, table) = (&row.name, grid(inside, inside, output, code).markdown());
        text += &format!(
            "<details><summary><code>{name}</code>: {count} layers</summary>\n\n{table}\n</details>\n"
        );
    }
    text + "\n</details>\n"
}

/// Rows that follow each other, as one.
struct OverviewRow {
    row: TableRow,
    rows: Range<usize>,
    /// Whether they are all that is in a scope; otherwise it is one layer.
    is_scope: bool,
}

/// A row for each scope, as deep as a short table allows. `None` if there are few rows, or too many
/// scopes.
fn overview(rows: &[TableRow]) -> Option<Vec<OverviewRow>> {
    if rows.len() <= LONG {
        return None;
    }
    let mut depths = (1..=8).rev().map(|depth| grouped(rows, depth));
    let mut overview = depths.find(|overview| overview.len() <= LONG)?;
    for entry in overview.iter_mut().filter(|entry| entry.is_scope) {
        // What is said of a part of it stands in its own table.
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

/// A table of some rows, with the totals of all and the shape that leaves them.
fn grid(rows: &[TableRow], all: &[TableRow], output: String, code: Code) -> Grid {
    let zero = || Some(Formula::default());
    let params = all.iter().fold(zero(), |total, row| sum(total, &row.params));
    let macs = all.iter().fold(zero(), |total, row| sum(total, &row.macs));
    let has_notes = rows.iter().any(|row| !row.notes.is_empty());
    let columns = if has_notes { 6 } else { 5 };
    let row = |row: &TableRow| {
        let TableRow { name, content, output, params, macs, notes } = row;
        let content = match content {
            RowContent::Call(call) => code.markdown(call),
            RowContent::Layers(count) => format!("{count} layers"),
            RowContent::Port(what) => {
                let mut port = vec![name.clone(), what.to_string(), output.clone()];
                port.resize(columns, String::new());
                return port;
            }
        };
        let mut cells = vec![name.clone(), content, output.clone(), show(params), show(macs)];
        let notes: Vec<&str> = notes.iter().map(|(_, note)| note.as_str()).collect();
        cells.extend(has_notes.then(|| notes.join(" ")));
        cells
    };
    let column = |title: &str, align| (title.to_owned(), align);
    let mut grid = Grid {
        columns: vec![
            column("layer", Align::Left),
            column("", Align::Left),
            column("output", Align::Left),
            column("parameters", Align::Right),
            column("MACs", Align::Right),
        ],
        rows: rows.iter().map(row).collect(),
        total: vec!["total".to_owned(), String::new(), output, show(&params), show(&macs)],
    };
    if has_notes {
        grid.columns.push(column("", Align::Left));
        grid.total.push(String::new());
    }
    grid
}

fn unbroken(code: &str) -> String {
    let mut text = String::from("<code style=\"white-space:nowrap\">");
    for char in code.chars() {
        // Markdown would read these within HTML.
        if matches!(char, '*' | '_' | '[' | ']' | '<' | '&' | '~' | '`' | '\\') {
            text.push('\\');
        }
        text.push(char);
    }
    text + "</code>"
}
