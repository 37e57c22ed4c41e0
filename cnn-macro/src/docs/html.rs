//! The layers of a network as tables of a page.
//!
//! They are HTML, since Markdown's have no bars, no names for links and no second line for narrow pages.

use std::collections::HashSet;
use std::fmt::Write as _;

use cnn_core::render::{Grouped, TIMES, anchor, box_id, port_id, row_id};

use crate::docs::formula::Formula;
use crate::docs::overview::{OverviewRow, overview, total};
use crate::docs::rows::{Ports, RowContent, TableRow, show};

/// How the tables look. On a page for a phone, a row is a few lines, without titles above them.
const STYLE: &str = "<style>\
.cnn-layers td{padding:.3em .6em;vertical-align:top}\
.cnn-layers th{padding:.3em .6em;text-align:left}\
.cnn-layers th:nth-child(3),.cnn-layers th:nth-child(4){text-align:right}\
.cnn-layers td:nth-child(3),.cnn-layers td:nth-child(4){text-align:right;font-variant-numeric:tabular-nums;\
background-repeat:no-repeat;background-size:var(--share,0) 100%}\
.cnn-layers td:nth-child(3){background-image:linear-gradient(#7f7f7f4d,#7f7f7f4d)}\
.cnn-layers td:nth-child(4){background-image:linear-gradient(#d9703a59,#d9703a59)}\
.cnn-layers code{white-space:normal;overflow-wrap:break-word;word-break:normal}\
.cnn-layers .long{min-width:7em;overflow-wrap:anywhere}\
.cnn-layers td p{margin:.2em 0 0}\
.cnn-layers .none{opacity:.5}\
.cnn-layers .total{font-weight:bold}\
.cnn-layers tr,.cnn-layers table{scroll-margin-top:4em}\
.cnn-layers tr:target td{background-color:#ffc40040}\
@media(max-width:700px){\
.cnn-layers thead{display:none}\
.cnn-layers table,.cnn-layers tbody{display:block}\
.cnn-layers table tr{display:grid;grid-template-columns:1fr 1fr;gap:0 .5em;padding:.4em .3em;\
border:1px solid var(--border-color,#8886);border-top-width:0}\
.cnn-layers table tr:first-child{border-top-width:1px}\
.cnn-layers table td{border:0;padding:.05em .3em;min-width:0;overflow-wrap:anywhere}\
.cnn-layers td:first-child{font-weight:bold}\
.cnn-layers td:nth-child(2){text-align:right}\
.cnn-layers td:nth-child(3){text-align:left}\
.cnn-layers td:nth-child(3)::after{content:\" parameters\"}\
.cnn-layers td:nth-child(4)::after{content:\" MACs\"}\
.cnn-layers td:nth-child(5){grid-column:1/-1}\
.cnn-layers td:empty,.cnn-layers .none{display:none}\
}</style>";

/// The tables: of a long network a row for each scope, then the layers of each, in parts that open. If even
/// the scopes are too many, all layers are in one table. `picture` has boxes to which rows lead.
pub fn tables(rows: &[TableRow], ports: &Ports, picture: &str) -> String {
    let all = |shown: &[TableRow]| [&ports.inputs, shown, &ports.outputs].concat();
    let sums = total(rows, ports.output.clone());
    let mut text = format!("<div class=\"cnn-layers\">{STYLE}\n");
    let ids = picture.split("id=\"").skip(1);
    let boxes = ids.filter_map(|id| id.split('"').next()).collect();
    let table = Table { whole: &sums, boxes: &boxes, scope: "", scopes: false };
    match overview(rows) {
        None => table.write(&all(rows), &sums, "", &mut text),
        Some(overview) => {
            let short: Vec<TableRow> = overview.iter().map(|entry| entry.row.clone()).collect();
            Table { scopes: true, ..table }.write(&all(&short), &sums, "", &mut text);
            write_parts(&overview, rows, table, &mut text);
        }
    }
    text + "</div>\n"
}

/// The layers of each scope.
fn write_parts(overview: &[OverviewRow], rows: &[TableRow], table: Table<'_>, text: &mut String) {
    let _ = writeln!(text, "<details><summary>All {} layers, by scope</summary>", rows.len());
    for OverviewRow { row, rows: range, .. } in overview.iter().filter(|entry| entry.is_scope) {
        let inside = &rows[range.clone()];
        let output = inside.last().map(|row| row.output.clone()).unwrap_or_default();
        let sums = total(inside, output);
        let _ = writeln!(
            text,
            "<details><summary><code>{}</code>: {} layers</summary>",
            escaped(&row.name),
            inside.len()
        );
        let id = scope_id(&row.name);
        Table { scope: &row.name, ..table }.write(inside, &sums, &id, text);
        text.push_str("</details>\n");
    }
    text.push_str("</details>\n");
}

/// The context of the rows of a table.
#[derive(Clone, Copy)]
struct Table<'a> {
    /// The sums of the network.
    whole: &'a TableRow,
    /// The names of the boxes in the picture.
    boxes: &'a HashSet<&'a str>,
    /// The scope that names are in.
    scope: &'a str,
    /// Whether rows that stand for a scope lead to its table.
    scopes: bool,
}

impl Table<'_> {
    fn write(&self, rows: &[TableRow], sums: &TableRow, id: &str, text: &mut String) {
        let id = if id.is_empty() { String::new() } else { format!(" id=\"{id}\"") };
        let _ = write!(
            text,
            "<table{id}><thead><tr><th>layer</th><th>output</th><th>parameters</th><th>MACs</th>\
             <th>call</th></tr></thead><tbody>"
        );
        let most = |number: fn(&TableRow) -> &Option<Formula>| {
            rows.iter().filter_map(|row| known(number(row))).max().unwrap_or(0)
        };
        let most = (most(|row| &row.params), most(|row| &row.macs));
        for row in rows {
            self.write_row(row, most, text);
        }
        let TableRow { output, params, macs, .. } = sums;
        let _ = writeln!(
            text,
            "\n<tr class=\"total\"><td>total</td>{}{}{}<td></td></tr></tbody></table>",
            cell(&shape(output)),
            cell(&shown(params)),
            cell(&shown(macs))
        );
    }

    fn write_row(&self, row: &TableRow, most: (u64, u64), text: &mut String) {
        let TableRow { name, content, output, params, macs, notes } = row;
        let short = name.strip_prefix(self.scope).unwrap_or(name).trim_start_matches('.');
        let (mut id, mut label) = (String::new(), breakable(&escaped(short)));
        let mut is_port = false;
        let call = match content {
            RowContent::Call(call) => {
                id = format!(" id=\"{}\"", row_id(name));
                let mark = box_id(name);
                if self.boxes.contains(&mark[..]) {
                    label = format!("<a href=\"#{mark}\">{label}</a>");
                }
                format!("<code>{}</code>", broken_after_commas(&escaped(call)))
            }
            RowContent::Layers(count) if self.scopes => {
                format!("<a href=\"#{}\">{count} layers</a>", scope_id(name))
            }
            RowContent::Layers(count) => format!("{count} layers"),
            RowContent::Port(what) => {
                is_port = true;
                id = format!(" id=\"{}\"", port_id(name));
                (*what).to_owned()
            }
        };
        let (params, macs) = match is_port {
            true => ("<td></td>".to_owned(), "<td></td>".to_owned()),
            false => (
                number(params, most.0, &self.whole.params, "parameters"),
                number(macs, most.1, &self.whole.macs, "MACs"),
            ),
        };
        let _ = write!(
            text,
            "\n<tr{id}><td>{label}</td>{}{params}{macs}<td>{call}",
            cell(&shape(output))
        );
        for (_, note) in notes {
            // Markdown begins after an empty line, and ends with one.
            let _ = write!(text, "\n\n{note}\n\n");
        }
        text.push_str("</td></tr>");
    }
}

/// A cell with a number, and a bar beside the largest one of the table.
fn number(number: &Option<Formula>, most: u64, whole: &Option<Formula>, what: &str) -> String {
    let Some(count) = known(number) else { return cell(&shown(number)) };
    if count == 0 {
        return "<td class=\"none\">0</td>".to_owned();
    }
    let share = known(whole).filter(|whole| *whole > 0).map(|whole| {
        let share = 100.0 * count as f64 / whole as f64;
        format!(" title=\"{share:.1} % of all {what}\"")
    });
    let bar = 100.0 * count as f64 / most as f64;
    let share = share.unwrap_or_default();
    format!("<td style=\"--share:{bar:.1}%\"{share}>{}</td>", Grouped(count))
}

/// A cell with a number, a shape or a formula, which may be broken anywhere: names are as long as users want.
fn cell(content: &str) -> String {
    match content.contains(|char: char| char.is_alphabetic()) {
        true => format!("<td class=\"long\">{content}</td>"),
        false => format!("<td>{content}</td>"),
    }
}

fn known(formula: &Option<Formula>) -> Option<u64> {
    formula.as_ref()?.as_number()
}

fn shown(formula: &Option<Formula>) -> String {
    foldable(&show(formula))
}

/// A formula, which is broken in its products and paths, too.
fn foldable(formula: &str) -> String {
    path(&escaped(formula).replace('·', "·<wbr>"))
}

/// A path, which is broken before its arguments and between its names.
fn path(path: &str) -> String {
    path.replace("&lt;", "<wbr>&lt;").replace("::", "::<wbr>")
}

/// The name of the table of a scope, to which its row leads.
fn scope_id(scope: &str) -> String {
    format!("layers-{}", anchor(scope))
}

/// A shape, which stays in one line unless it is made of long names.
fn shape(shape: &str) -> String {
    const LONG: usize = 24;
    match shape.chars().count() {
        ..LONG => escaped(shape).replace(TIMES, "\u{a0}×\u{a0}"),
        _ => foldable(shape),
    }
}

/// A name that may be broken after its dots, if it is long.
fn breakable(name: &str) -> String {
    const LONG: usize = 15;
    if name.len() > LONG { name.replace('.', ".<wbr>") } else { name.to_owned() }
}

/// A call that is broken after its commas, and within a long argument.
fn broken_after_commas(call: &str) -> String {
    const LONG: usize = 30;
    let arguments = call.split(", ").map(|argument| match argument.len() {
        ..LONG => argument.replace(' ', "\u{a0}"),
        _ => argument.replace('.', ".<wbr>").replace('(', "(<wbr>"),
    });
    path(&arguments.collect::<Vec<_>>().join(", "))
}

/// Text in which nothing is taken for markup.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
