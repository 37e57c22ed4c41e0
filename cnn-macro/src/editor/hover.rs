//! What editors show of the statements and calls of a declaration: the shapes and the cost of the
//! layers they have become.

use std::collections::HashMap;
use std::ops::Range;

use cnn_core::Kind;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::docs::formula::Formula;
use crate::docs::rows::{Line, number, sum};
use crate::lower::layers::{Flat, Header, Origin};
use crate::syntax::ast::{Block, Label};

/// More layers than this are counted, not listed.
const LISTED: usize = 6;

/// The notes of an invocation.
#[derive(Default)]
pub struct Notes<'a> {
    notes: Vec<(Origin<'a>, Vec<String>)>,
    /// Where in the list a place of the source is.
    places: HashMap<usize, usize>,
}

impl<'a> Notes<'a> {
    /// Notes what has become of the statements and calls in a network.
    pub fn add(&mut self, flat: &Flat<'a>, lines: &[Line]) {
        for (origin, layers) in &flat.origins {
            let Some(note) = note(flat, lines, layers.clone()) else { continue };
            let place = *self.places.entry(origin.id()).or_insert(self.notes.len());
            match self.notes.get_mut(place) {
                Some((_, notes)) => notes.push(note),
                None => self.notes.push((*origin, vec![note])),
            }
        }
    }

    /// Constants that editors show where the words are that they are called after.
    ///
    /// A constant of a trait is shown as the implementation documents it, while its definition is the
    /// one in the trait. That of a keyword is the keyword's own place.
    pub fn tokens(&self, blocks: &[Block]) -> TokenStream {
        let notes = self.notes.iter().filter_map(|(origin, notes)| {
            let text = listed(notes);
            let call = match origin {
                Origin::Label(label) => {
                    let (_, label) = identifier(label)?;
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
                None if blocks.iter().any(|block| block.name == *name) => {
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

/// A label as an identifier, if it is one.
pub fn identifier(label: &Label) -> Option<(String, Ident)> {
    let name = label.text.clone()?;
    let ident = syn::parse_str::<Ident>(&name).ok()?;
    (!label.string).then(|| (name, Ident::new(&ident.to_string(), label.span)))
}

/// The first notes about a place, and how many more there are.
fn listed(notes: &[String]) -> String {
    let mut text = notes[..notes.len().min(LISTED)].join("\n\n");
    if let Some(more @ 1..) = notes.len().checked_sub(LISTED) {
        text.push_str(&format!("\n\nand {more} more"));
    }
    text
}

/// `**layer1.0** 64 × 56 × 56 → 128 × 28 × 28, 230,144 parameters, 180,633,600 MACs`
fn note(flat: &Flat<'_>, lines: &[Line], layers: Range<usize>) -> Option<String> {
    let (first, last) = (flat.layers.get(layers.start)?, lines.get(layers.end.checked_sub(1)?)?);
    let arriving: Vec<String> =
        first.inputs.iter().map(|value| arriving(flat, lines, *value)).collect();
    let zero = || Some(Formula::default());
    let params = lines[layers.clone()].iter().fold(zero(), |total, line| sum(total, &line.params));
    let macs = lines[layers.clone()].iter().fold(zero(), |total, line| sum(total, &line.macs));
    let name = match layers.len() {
        1 => format!("**{}**", last.name),
        count => format!("**{} … {}**, {count} layers", first.name, last.name),
    };
    let cost = |cost: &Option<Formula>, unit: &str| match cost {
        Some(cost) => format!(", {cost} {unit}"),
        None => String::new(),
    };
    Some(format!(
        "{name}: {} → {}{}{}",
        arriving.join(" and "),
        last.output,
        cost(&params, "parameters"),
        cost(&macs, "MACs")
    ))
}

/// The shape of a value.
fn arriving(flat: &Flat<'_>, lines: &[Line], value: usize) -> String {
    match value.checked_sub(1) {
        None => sizes(&flat.input),
        Some(layer) => lines[layer].output.clone(),
    }
}

fn sizes(header: &Header) -> String {
    let sizes = header.sizes.iter().map(|size| match size {
        Some(value) => number(value),
        None => "…".to_owned(),
    });
    sizes.collect::<Vec<_>>().join("\u{a0}×\u{a0}")
}
