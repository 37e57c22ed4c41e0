//! The checks of const evaluation.

use super::{Trace, input_error};
use crate::error::ShapeError;
use crate::network::{Declaration, Resolution, Step, Walk, Written};
use crate::shape::Text;

/// Each of these ends const evaluation, with a message, if something is wrong with one
/// value of the declaration: called with the tokens of that value, it makes rustc underline them.
impl<const F: usize, const C: usize> Resolution<F, C> {
    /// Checks a call of a network of `L` layers: with place 0 what concerns none of its
    /// [places](crate::Written::places), with place `i + 1` the value at its place `i`.
    #[track_caller]
    pub const fn check<const L: usize>(
        &self,
        declaration: &Declaration,
        call: usize,
        place: usize,
    ) {
        let place = value(place);
        if !self.is_suspect(call, place) {
            return;
        }
        let mut walk = Walk::<L>::new(declaration);
        let mut layer = 0;
        while layer < L {
            let errors = walk.step(layer).errors;
            let mut i = 0;
            while walk.call(layer) == call && i < errors.list().len() {
                if let Some(error) = &errors.list()[i]
                    && same(declaration.places(call).find(error.at), place)
                {
                    fail(&message(declaration, &walk, layer, error));
                }
                i += 1;
            }
            layer += 1;
        }
    }

    /// Checks the declared output as a whole, for axis 0, or its size `axis − 1`.
    #[track_caller]
    pub const fn check_output<const L: usize>(
        &'static self,
        declaration: &'static Declaration,
        axis: usize,
    ) {
        let axis = value(axis);
        let Some(declared) = declaration.declared_output() else { return };
        let output = declaration.graph(self.figures()).output;
        if declared.same(&output) {
            return;
        }
        let mut walk = Walk::<L>::new(declaration);
        let mut layer = 0;
        while layer < L {
            walk.step(layer);
            layer += 1;
        }
        let mut steps = [declaration.step(0); L];
        if L > 0 {
            steps[L - 1] = declaration.step(L - 1);
        }
        let trace = trace(declaration, &walk, &steps);
        if let Some(error) = trace.output_error(&declared)
            && same(error.axis, axis)
        {
            fail(&error.message);
        }
    }
}

impl Declaration {
    /// Checks that all sizes fit on the machine that is compiled for: the macro has computed with those
    /// of the machine that compiles.
    #[track_caller]
    pub const fn check_target(&self) {
        if self.is_too_wide() {
            let mut message = Text::new();
            message.str("a size of this network is too large for a `usize` of this target");
            fail(&message);
        }
    }

    /// Checks the input as a whole, for axis 0, or its size `axis − 1`.
    #[track_caller]
    pub const fn check_input(&self, axis: usize) {
        let axis = value(axis);
        if let Some(error) = input_error(&self.input())
            && same(error.axis, axis)
        {
            fail(&error.message);
        }
    }
}

/// The message for an error of a layer.
const fn message<const L: usize>(
    declaration: &Declaration,
    walk: &Walk<'_, L>,
    layer: usize,
    error: &ShapeError,
) -> Text {
    let mut steps = [declaration.step(layer); L];
    let mut index = 0;
    while index < layer {
        steps[index] = declaration.step(index);
        index += 1;
    }
    let places = declaration.places(walk.call(layer));
    let written = Written { places: places.as_slice(), ..steps[layer].written };
    steps[layer] = Step { written, ..steps[layer] };
    trace(declaration, walk, &steps).message(layer, error)
}

const fn trace<'a, const L: usize>(
    declaration: &Declaration,
    walk: &'a Walk<'_, L>,
    steps: &'a [Step<'a>; L],
) -> Trace<'a> {
    let proposes = declaration.proposes();
    Trace { input: walk.pass.input, steps, outputs: &walk.outputs, proposes }
}

/// The index of a value; `None` for 0, which is something as a whole.
const fn value(number: usize) -> Option<usize> {
    if number == 0 { None } else { Some(number - 1) }
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
