//! What stands on the network's page: its picture and its tables.

use cnn_core::render::{Align, Grid};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Generics;
use syn::ext::IdentExt as _;

use crate::ast::Network;
use crate::check::Checked;
use crate::flat::Flat;
use crate::formula::Formula;
use crate::page::{Line, Page, show, sum};
use crate::text;

/// A table with more lines than this gets a shorter one before it.
const LONG: usize = 24;

/// The documentation of a network: for what it holds, its picture, and its tables. A network with
/// errors has no picture.
pub fn docs(
    network: &Network,
    flat: &Flat<'_>,
    checked: &Checked,
    page: &Page<'_>,
    valid: bool,
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
    let picture = (valid && flat.complete).then(|| {
        let picture = picture(page, &network.name.unraw().to_string());
        // Only on the page: editors show what they cannot draw.
        quote!(#[cfg_attr(doc, doc = "")] #[cfg_attr(doc, doc = #picture)])
    });
    let table = tables(&page.lines());
    quote!(#intro #picture #[doc = ""] #[doc = #table])
}

/// The picture as a line of HTML, which scrolls where it is wider than the page.
fn picture(page: &Page<'_>, name: &str) -> String {
    let svg = page.diagram(name).svg();
    ["<div style=\"overflow-x:auto\">", &svg, "</div>"].concat()
}

/// The tables as Markdown.
fn tables(lines: &[Line]) -> String {
    let full = grid(lines, lines).markdown();
    let Some(overview) = overview(lines) else { return full };
    let (short, count) = (grid(&overview, lines).markdown(), lines.len());
    // HTML, so that Markdown begins again after an empty line.
    format!("{short}\n<details><summary>All {count} layers</summary>\n\n{full}\n</details>\n")
}

fn defaults(generics: &Generics) -> Vec<String> {
    let default = |param: &syn::ConstParam| {
        let default: Vec<_> = param.default.as_ref()?.1.to_token_stream().into_iter().collect();
        Some(format!("`{} = {}`", param.ident, text::of(&default)))
    };
    generics.const_params().filter_map(default).collect()
}

/// A line for each scope, as deep as a short table allows. `None` if all lines are few.
fn overview(lines: &[Line]) -> Option<Vec<Line>> {
    if lines.len() <= LONG {
        return None;
    }
    let mut depths = (1..=8).rev().map(|depth| grouped(lines, depth));
    depths.find(|lines| lines.len() <= LONG)
}

/// The lines with those in a scope `depth` levels deep as one.
fn grouped(lines: &[Line], depth: usize) -> Vec<Line> {
    let mut groups: Vec<Line> = Vec::new();
    let mut counts: Vec<usize> = Vec::new();
    for line in lines {
        let dot = line.name.match_indices('.').nth(depth - 1);
        let scope = dot.and_then(|(dot, _)| line.name.get(..dot));
        match (groups.last_mut(), counts.last_mut(), scope) {
            (Some(group), Some(count), Some(scope)) if *count > 0 && group.name == scope => {
                group.output = line.output.clone();
                group.params = sum(group.params.take(), &line.params);
                group.macs = sum(group.macs.take(), &line.macs);
                *count += 1;
                group.call = format!("{count} layers");
            }
            _ => {
                let name = scope.unwrap_or(&line.name).to_owned();
                groups.push(Line { name, ..line.clone() });
                counts.push(usize::from(scope.is_some()));
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
