//! The checks of const evaluation.

use super::{Proposes, Trace, input_error};
use crate::error::ShapeError;
use crate::network::{Declaration, Resolution, Step, Walk, Written};
use crate::shape::Text;

/// Each of these ends const evaluation, with a message, if something is wrong with one
/// value of the declaration: called with the tokens of that value, it makes rustc underline them.
impl<const F: usize, const C: usize> Resolution<F, C> {
    /// Checks a call of a network of `V` values: with place 0 what concerns none of its
    /// [places](crate::Written::places), with place `i + 1` the value at its place `i`.
    #[track_caller]
    pub const fn check<const V: usize>(
        &self,
        declaration: &'static Declaration,
        call: usize,
        place: usize,
    ) {
        let place = value(place);
        if !self.is_suspect(call, place) {
            return;
        }
        let mut walk = Walk::<V>::new(declaration);
        let mut layer = 0;
        while layer < declaration.layers() {
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

    /// Checks the declared shape of an output as a whole, for axis 0, or its size `axis − 1`.
    #[track_caller]
    pub const fn check_output<const V: usize>(
        &'static self,
        declaration: &'static Declaration,
        output: usize,
        axis: usize,
    ) {
        let axis = value(axis);
        let Some(declared) = declaration.declared_output(output) else { return };
        if declared.same(&declaration.graph(self.figures()).outputs.at(output).shape) {
            return;
        }
        let mut walk = Walk::<V>::new(declaration);
        let mut layer = 0;
        while layer < declaration.layers() {
            walk.step(layer);
            layer += 1;
        }
        let mut steps = [declaration.step(0); V];
        if let Some(last) = declaration.maker(declaration.output_value(output)) {
            steps[last] = declaration.step(last);
        }
        let (names, taps) = (input_names::<V>(declaration), taps::<V>(declaration));
        let trace = trace(declaration, &walk, &names, &taps, &steps);
        if let Some(error) = trace.output_error(&declared, declaration.output_value(output))
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
            message.str("a size in this network does not fit in a `usize` on this target");
            fail(&message);
        }
    }

    /// Checks an input as a whole, for axis 0, or its size `axis − 1`.
    #[track_caller]
    pub const fn check_input(&self, input: usize, axis: usize) {
        let axis = value(axis);
        if let Some(error) = input_error(&self.input(input))
            && same(error.axis, axis)
        {
            fail(&error.message);
        }
    }
}

/// The message for an error of a layer.
const fn message<const V: usize>(
    declaration: &'static Declaration,
    walk: &Walk<'_, V>,
    layer: usize,
    error: &ShapeError,
) -> Text {
    let mut steps = [declaration.step(layer); V];
    let mut index = 0;
    while index < layer {
        steps[index] = declaration.step(index);
        index += 1;
    }
    let places = declaration.places(walk.call(layer));
    let written = Written { places: places.as_slice(), ..steps[layer].written };
    steps[layer] = Step { written, ..steps[layer] };
    let (names, taps) = (input_names::<V>(declaration), taps::<V>(declaration));
    trace(declaration, walk, &names, &taps, &steps).message(layer, error)
}

/// What is taken from inside networks; there are more values than these.
const fn taps<const V: usize>(declaration: &'static Declaration) -> [(usize, &'static str); V] {
    let (mut taps, mut index) = ([(0, ""); V], 0);
    while index < declaration.tap_count() {
        taps[index] = declaration.tap_label(index);
        index += 1;
    }
    taps
}

/// The names of the inputs; there are more values than these.
const fn input_names<const V: usize>(declaration: &'static Declaration) -> [&'static str; V] {
    let (mut names, mut index) = ([""; V], 0);
    while index < declaration.input_count() {
        names[index] = declaration.input_name(index);
        index += 1;
    }
    names
}

const fn trace<'a, const V: usize>(
    declaration: &Declaration,
    walk: &'a Walk<'_, V>,
    names: &'a [&'a str; V],
    taps: &'a [(usize, &'a str); V],
    steps: &'a [Step<'a>; V],
) -> Trace<'a> {
    let inputs = names.split_at(declaration.input_count()).0;
    let steps = steps.split_at(declaration.layers()).0;
    let taps = taps.split_at(declaration.tap_count()).0;
    let proposes = if declaration.proposes() { Proposes::Values } else { Proposes::Nothing };
    Trace { inputs, steps, values: walk.values(), taps, proposes }
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
pub(super) const fn fail(message: &Text) {
    panic!("{}", message.as_str());
}
