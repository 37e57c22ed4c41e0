//! How often something may be repeated.

use proc_macro2::Span;

use crate::lower::layers::MAX_LAYERS;
use crate::report::errors::Errors;

/// How many blocks and repeats may be opened: they may be empty, and ask for any number.
const MOST: usize = 10 * MAX_LAYERS;

/// Counts the calls of blocks and the turns of repeats.
#[derive(Default)]
pub struct Turns {
    taken: usize,
}

impl Turns {
    /// Takes one more turn. `false`, after an error, if there have been enough.
    pub fn take(&mut self, at: Option<Span>, errors: &mut Errors) -> bool {
        self.taken += 1;
        if self.taken == MOST + 1 {
            let message = format!("blocks and repeats are opened {MOST} times at most");
            errors.push(at.unwrap_or_else(Span::call_site), message);
        }
        self.taken <= MOST
    }
}
