//! Warnings of what is legal and surely not meant.

use std::collections::HashSet;
use std::rc::Rc;

use cnn_core::lint::{Lint, Surroundings};
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use crate::check::Checked;
use crate::lower::layers::Flat;

/// Constants whose use rustc warns of, at the layers that are meant.
///
/// A procedural macro has no other way to warn on stable Rust than the use of something deprecated.
pub fn warnings(flat: &Flat<'_>, checked: &Checked) -> TokenStream {
    let mut consumers: Vec<Vec<usize>> = vec![Vec::new(); flat.layers.len() + 1];
    for (index, layer) in flat.layers.iter().enumerate() {
        for value in &layer.inputs {
            consumers[*value].push(index);
        }
    }
    let op = |layer: usize| checked.outcomes[layer].as_ref().map(|(_, outcome)| &outcome.op);
    let mut warnings = TokenStream::new();
    let mut said = HashSet::new();
    for (index, (layer, outcome)) in flat.layers.iter().zip(&checked.outcomes).enumerate() {
        let Some((input, outcome)) = outcome else { continue };
        let before = match &layer.inputs[..] {
            [value] if consumers[*value].len() == 1 => value.checked_sub(1).and_then(op),
            _ => None,
        };
        let after = match consumers.get(index + 1).map(Vec::as_slice) {
            Some([consumer]) => op(*consumer),
            _ => None,
        };
        let output = |value: &usize| match value.checked_sub(1) {
            Some(layer) => checked.outcomes[layer].as_ref().map(|(_, outcome)| outcome.output),
            // Layer 0 can take nothing but the network's input.
            None => checked.outcomes[0].as_ref().map(|(input, _)| *input),
        };
        let inputs: Vec<_> = layer.inputs.iter().filter_map(output).collect();
        let last = index + 1 == flat.layers.len() && flat.complete;
        let place = Surroundings { input: *input, inputs: &inputs, before, after, last };
        for lint in Lint::ALL {
            let Some(text) = lint.find(outcome, &place) else { continue };
            let bound = &layer.call.bound;
            // A call that is repeated, or stands in a block, is one call.
            if !layer.allowed.contains(&lint) && said.insert((Rc::as_ptr(bound), lint.name())) {
                let note = format!("{}; allow it with `#[allow({})]`", text.as_str(), lint.name());
                let span = bound.keyword.span();
                let name = Ident::new(lint.name(), span);
                let used = quote_spanned!(span=> #name);
                warnings.extend(quote! {
                    const _: () = {
                        #[deprecated(note = #note)]
                        #[allow(non_upper_case_globals)]
                        const #name: () = ();
                        #used
                    };
                });
            }
        }
    }
    warnings
}
