//! What stands on the network's page: its picture and its tables.

mod fit;
pub mod formula;
pub mod rows;
mod sample;

use std::ops::Range;

use cnn_core::render::{Align, Grid};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Generics;
use syn::ext::IdentExt as _;

use crate::check::Checked;
use crate::docs::formula::Formula;
use crate::docs::rows::{Line, Page, show, sum};
use crate::lower::layers::Flat;
use crate::reader::Reader;
use crate::syntax::ast::Network;
use crate::value::text;

/// A table with more lines than this gets a shorter one before it.
const LONG: usize = 24;

/// The documentation of a network: for what it holds, its picture, and its tables. A network with
/// errors has no picture, and editors show none.
pub fn docs(
    network: &Network,
    flat: &Flat<'_>,
    checked: &Checked,
    page: &Page<'_>,
    valid: bool,
    reader: Reader,
) -> TokenStream {
    if flat.layers.is_empty() {
        return TokenStream::new();
    }
    let open = checked.layers.iter().any(|verdict| verdict.generic);
    let defaults = defaults(&network.generics);
    let intro = (open && !defaults.is_empty()).then(|| {
        let intro = format!("For {}:", defaults.join(", "));
        quote!(#[doc = ""] #[doc = #intro])
    });
    let on_page = reader == Reader::Compiler;
    let picture = (valid && flat.complete && on_page).then(|| {
        let picture = picture(page, &network.name.unraw().to_string());
        quote!(#[cfg_attr(doc, doc = "")] #[cfg_attr(doc, doc = #picture)])
    });
    let mut lines = page.lines();
    for line in lines.iter_mut().filter(|_| on_page) {
        line.call = unbroken(&line.call);
    }
    let table = tables(&lines);
    quote!(#intro #picture #[doc = ""] #[doc = #table])
}

/// The picture as a line of HTML, which scrolls where it is wider than the page.
fn picture(page: &Page<'_>, name: &str) -> String {
    let svg = page.diagram(name).svg();
    ["<div style=\"overflow-x:auto\">", &svg, "</div>"].concat()
}

/// A call in one line: on narrow pages, rustdoc breaks code after any letter.
fn unbroken(call: &str) -> String {
    let code = call.strip_prefix('`').and_then(|call| call.strip_suffix('`'));
    let Some(code) = code else { return call.to_owned() };
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

/// The tables as Markdown: of a long network a line for each scope, then the layers of each, in
/// parts that open. A network of many layers without scopes has its first ones.
fn tables(lines: &[Line]) -> String {
    let Some(groups) = overview(lines) else { return grid(lines, lines).markdown() };
    let short: Vec<Line> = groups.iter().map(|group| group.line.clone()).collect();
    let mut text = grid(&short, lines).markdown();
    // HTML, so that Markdown begins again after an empty line.
    text += &format!("\n<details><summary>All {} layers, by scope</summary>\n\n", lines.len());
    for Group { line, lines: range, .. } in groups.iter().filter(|group| group.is_scope) {
        let (inside, count) = (&lines[range.clone()], range.len());
        let (name, table) = (&line.name, grid(inside, inside).markdown());
        text += &format!(
            "<details><summary><code>{name}</code>: {count} layers</summary>\n\n{table}\n</details>\n"
        );
    }
    text + "\n</details>\n"
}

fn defaults(generics: &Generics) -> Vec<String> {
    let default = |param: &syn::ConstParam| {
        let default: Vec<_> = param.default.as_ref()?.1.to_token_stream().into_iter().collect();
        Some(format!("`{} = {}`", param.ident, text::of(&default)))
    };
    generics.const_params().filter_map(default).collect()
}

/// Layers in a row with one line.
struct Group {
    line: Line,
    lines: Range<usize>,
    /// Whether they are all that is in a scope; otherwise it is one layer.
    is_scope: bool,
}

/// A line for each scope, as deep as a short table allows. `None` if all lines are few.
fn overview(lines: &[Line]) -> Option<Vec<Group>> {
    if lines.len() <= LONG {
        return None;
    }
    let mut depths = (1..=8).rev().map(|depth| grouped(lines, depth));
    depths.find(|groups| groups.len() <= LONG)
}

/// The lines with those in a scope `depth` levels deep as one.
fn grouped(lines: &[Line], depth: usize) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let dot = line.name.match_indices('.').nth(depth - 1);
        let scope = dot.and_then(|(dot, _)| line.name.get(..dot));
        match (groups.last_mut(), scope) {
            (Some(group), Some(scope)) if group.is_scope && group.line.name == scope => {
                group.lines.end = index + 1;
                let sums = &mut group.line;
                sums.call = format!("{} layers", group.lines.len());
                sums.output = line.output.clone();
                sums.params = sum(sums.params.take(), &line.params);
                sums.macs = sum(sums.macs.take(), &line.macs);
            }
            _ => {
                let name = scope.unwrap_or(&line.name).to_owned();
                let line = Line { name, ..line.clone() };
                groups.push(Group { line, lines: index..index + 1, is_scope: scope.is_some() });
            }
        }
    }
    groups
}

/// Some lines, and the totals of all.
fn grid(lines: &[Line], all: &[Line]) -> Grid {
    let zero = || Some(Formula::default());
    let params = all.iter().fold(zero(), |total, line| sum(total, &line.params));
    let macs = all.iter().fold(zero(), |total, line| sum(total, &line.macs));
    let output = all.last().map(|line| line.output.clone()).unwrap_or_default();
    let row = |line: &Line| {
        let Line { name, call, output, params, macs } = line;
        vec![name.clone(), call.clone(), output.clone(), show(params), show(macs)]
    };
    let column = |title: &str, align| (title.to_owned(), align);
    Grid {
        columns: vec![
            column("layer", Align::Left),
            column("", Align::Left),
            column("output", Align::Left),
            column("parameters", Align::Right),
            column("MACs", Align::Right),
        ],
        rows: lines.iter().map(row).collect(),
        total: vec!["total".to_owned(), String::new(), output, show(&params), show(&macs)],
    }
}
