//! How often something may be repeated.

use proc_macro2::Span;

use crate::lower::layers::MAX_LAYERS;
use crate::report::errors::Errors;

/// How many blocks and repeats may be opened: they may be empty, and ask for any number. The labels of
/// a list are counted with them, each time it is joined or given to a block.
const MOST: usize = 10 * MAX_LAYERS;

/// Counts the calls of blocks, the turns of repeats and what is done for each value of a list.
#[derive(Default)]
pub struct Turns {
    taken: usize,
}

impl Turns {
    /// Takes one more turn. `false`, after an error, if there have been enough.
    pub fn take(&mut self, at: Option<Span>, errors: &mut Errors) -> bool {
        self.taken += 1;
        if self.taken == MOST + 1 {
            let message = format!("blocks and repeats can be expanded at most {MOST} times");
            errors.push(at.unwrap_or_else(Span::call_site), message);
        }
        self.taken <= MOST
    }

    /// Whether there have been enough.
    pub fn are_over(&self) -> bool {
        self.taken > MOST
    }

    /// Takes a turn for each of so many values in a list.
    pub fn take_all(&mut self, values: usize, at: Span, errors: &mut Errors) -> bool {
        (0..values).all(|_| self.take(Some(at), errors))
    }
}
