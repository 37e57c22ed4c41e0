//! The checks of const evaluation.

use super::{Trace, input_error};
use crate::network::Net;
use crate::shape::Text;

/// Each of these ends const evaluation, with a message, if something is wrong with one
/// value of the declaration: called with the tokens of that value, it makes rustc underline them.
impl<const N: usize> Net<N> {
    /// Checks layers that are repetitions of one: the value at the `place`-th of its
    /// [places](crate::Written::places), or what concerns none of them.
    #[track_caller]
    pub const fn check(&self, layers: &[usize], place: Option<usize>) {
        let mut layer = 0;
        while layer < layers.len() {
            self.check_layer(layers[layer], place);
            layer += 1;
        }
    }

    #[track_caller]
    const fn check_layer(&self, layer: usize, place: Option<usize>) {
        let errors = self.errors[layer].list();
        let mut i = 0;
        while i < errors.len() {
            if let Some(error) = &errors[i]
                && same(self.steps[layer].written.find(error.at), place)
            {
                fail(&self.trace().message(layer, error));
            }
            i += 1;
        }
    }

    /// Checks a size of the input, or the input as a whole.
    #[track_caller]
    pub const fn check_input(&self, axis: Option<usize>) {
        if let Some(error) = input_error(&self.pass.input)
            && same(error.axis, axis)
        {
            fail(&error.message);
        }
    }

    /// Checks a size of the declared output, or that output as a whole.
    #[track_caller]
    pub const fn check_output(&self, axis: Option<usize>) {
        if let Some(declared) = &self.declared
            && let Some(error) = self.trace().output_error(declared)
            && same(error.axis, axis)
        {
            fail(&error.message);
        }
    }

    /// Checks all layers but the `others`, which are in order and have checks of their own. The
    /// macro has found nothing wrong with them, but it computed with the sizes of the machine that
    /// compiles, not of the one that is compiled for.
    #[track_caller]
    pub const fn verify(&self, others: &[usize]) {
        let (mut layer, mut other) = (0, 0);
        while layer < N {
            if other < others.len() && others[other] == layer {
                other += 1;
            } else if let Some(error) = &self.errors[layer].list()[0] {
                fail(&self.trace().message(layer, error));
            }
            layer += 1;
        }
    }

    const fn trace(&self) -> Trace<'_> {
        let proposes = !self.generic;
        Trace { input: self.pass.input, steps: self.steps, outputs: &self.outputs, proposes }
    }
}

/// `==` for `const` contexts.
const fn same(a: Option<usize>, b: Option<usize>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b,
        (None, None) => true,
        _ => false,
    }
}

#[track_caller]
const fn fail(message: &Text) {
    panic!("{}", message.as_str());
}
