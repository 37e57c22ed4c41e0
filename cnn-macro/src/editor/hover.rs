//! Hovers of the statements and calls of a declaration: the shapes and the cost of the layers they have become.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use cnn_core::Kind;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::docs::formula::Formula;
use crate::docs::rows::{TableRow, UNKNOWN, shape_of, sum};
use crate::lower::layers::{Layers, Origin};
use crate::report::place::NodeId;

/// More layers than this are counted, not listed.
const LISTED: usize = 6;

/// The hovers for all networks of an invocation.
#[derive(Default)]
pub struct Hovers<'a> {
    /// For each label and call, its doc comment and what it has become: several layers, if it is repeated or
    /// is in a block.
    notes: Vec<(Origin<'a>, String, Vec<String>)>,
    /// Where in the list a label or a call is.
    positions: HashMap<NodeId, usize>,
}

impl<'a> Hovers<'a> {
    /// Adds what has become of the statements and calls in a network.
    pub fn add(&mut self, layers: &Layers<'a>, rows: &[TableRow]) {
        for (origin, range) in &layers.origins {
            let Some(note) = note(layers, rows, range.clone()) else { continue };
            let position = *self.positions.entry(origin.node()).or_insert(self.notes.len());
            match self.notes.get_mut(position) {
                Some((_, _, notes)) => notes.push(note),
                None => self.notes.push((*origin, docs(layers, range), vec![note])),
            }
        }
    }

    /// Constants that editors show where the words are that they are called after.
    ///
    /// A constant of a trait is shown as the implementation documents it, while its definition is the
    /// one in the trait. That of a keyword is the keyword's own place.
    pub fn tokens(&self, blocks: &HashSet<String>) -> TokenStream {
        let notes = self.notes.iter().filter_map(|(origin, docs, notes)| {
            let text = listed(notes) + docs;
            let call = match origin {
                Origin::Label(label) => {
                    let label = label.ident.as_ref()?;
                    let label = quote!(#[doc = #text] const #label: __cnn::Label = __cnn::Label;);
                    return Some(quote!(const _: () = { #label };));
                }
                Origin::Call(call) => call,
            };
            let name = &call.name;
            let (of, constant) = match Kind::from_keyword(&name.to_string()) {
                Some(kind) => {
                    let kind = format_ident!("{kind:?}");
                    (kind.clone(), quote!(__cnn::Kind = __cnn::Kind::#kind))
                }
                None if blocks.contains(&name.to_string()) => {
                    (noted(name), quote!(__cnn::Block = __cnn::Block))
                }
                None => return None,
            };
            Some(quote! {
                const _: () = {
                    struct This;
                    impl __names::#of for This {
                        #[doc = #text]
                        const #name: #constant;
                    }
                };
            })
        });
        notes.collect()
    }
}

/// The trait whose constants have the notes of a block's calls.
pub fn noted(block: &Ident) -> Ident {
    format_ident!("__Noted_{}", block, span = Span::call_site())
}

/// The doc comments of the statements that have become exactly these layers, as the end of a text.
fn docs(layers: &Layers<'_>, range: &Range<usize>) -> String {
    let own = layers.docs.iter().rev().filter(|(documented, _)| documented == range);
    own.map(|(_, docs)| format!("\n\n{docs}")).collect()
}

/// The first of some notes, and how many more there are.
fn listed(notes: &[String]) -> String {
    let mut text = notes[..notes.len().min(LISTED)].join("\n\n");
    if let Some(more @ 1..) = notes.len().checked_sub(LISTED) {
        text.push_str(&format!("\n\nand {more} more"));
    }
    text
}

/// `**layer1.0**: 64 × 56 × 56 → 128 × 28 × 28 · 230,144 parameters · 180,633,600 MACs`
fn note(layers: &Layers<'_>, rows: &[TableRow], range: Range<usize>) -> Option<String> {
    let (first, last) = (layers.list.get(range.start)?, rows.get(range.end.checked_sub(1)?)?);
    let inputs: Vec<String> =
        first.inputs.iter().map(|value| shape_of(layers, rows, *value)).collect();
    let zero = || Some(Formula::default());
    let params = rows[range.clone()].iter().fold(zero(), |total, row| sum(total, &row.params));
    let macs = rows[range.clone()].iter().fold(zero(), |total, row| sum(total, &row.macs));
    let name = match range.len() {
        1 => format!("**{}**", last.name),
        count => format!("**{} … {}**, {count} layers", first.name, last.name),
    };
    // Most layers cost nothing, which need not be said.
    let cost = |cost: &Option<Formula>, unit: &str| match cost {
        Some(cost) if cost.as_number() != Some(0) => format!(" · {cost} {unit}"),
        _ => String::new(),
    };
    let arrow = if inputs.is_empty() { "→" } else { " →" };
    // Of sizes that only rustc knows, nothing can be shown.
    let unknown = inputs.iter().chain([&last.output]).all(|shape| shape == UNKNOWN);
    let shapes = match unknown {
        true => String::new(),
        false => format!(": {}{arrow} {}", inputs.join(" and "), last.output),
    };
    Some(format!("{name}{shapes}{}{}", cost(&params, "parameters"), cost(&macs, "MACs")))
}
