//! Networks of which the macro does not know everything, resolved in constant evaluation.

use super::alike::{Alike, Circumstances};
use super::data::{Data, header, layer};
use super::peak::{Freed, Peak};
use super::{Cost, Declaration, Nested, Pass, elements};
use crate::error::ShapeErrors;
use crate::language::{Arrivals, Inputs, Packed};
use crate::layers::{Identity, Op};
use crate::resolve::{Resolved, resolve};
use crate::shape::{MAX_RANK, Shape};

/// The numbers of a layer: the rank and the sizes of its output, and its cost.
const WIDTH: usize = 1 + MAX_RANK + Cost::COUNT;

/// The numbers of a network: whether the others count, its costs, the peaks, and the layer at the peak.
const HEAD: usize = 1 + Cost::COUNT + 3;

/// How many numbers a network of so many layers has.
pub const fn figures(layers: usize) -> usize {
    HEAD + WIDTH * layers
}

/// The results of const evaluation for a network of which the macro does not know everything: `F` [`figures`], and of
/// each of `C` calls which values are wrong.
///
/// If everything is as the macro has assumed, it holds nothing, since the figures are in the bytes.
/// Numbers and no structs: rustc looks at each field of a constant, but not at each of an array of
/// numbers.
pub struct Resolution<const F: usize, const C: usize> {
    figures: [u64; F],
    wrong: [u64; C],
}

/// The bit of what concerns none of a call's places.
const WHOLE: u32 = 63;

/// The bit of all further places of a call that has very many.
const MORE: u32 = 62;

const fn bit(place: Option<usize>) -> u64 {
    match place {
        None => 1 << WHOLE,
        Some(place) if place < MORE as usize => 1 << place,
        Some(_) => 1 << MORE,
    }
}

impl<const F: usize, const C: usize> Resolution<F, C> {
    /// Resolves a network of `V` values.
    pub const fn new<const V: usize>(declaration: &Declaration) -> Resolution<F, C> {
        let (mut figures, mut wrong) = ([0; F], [0; C]);
        if declaration.is_as_assumed() {
            return Resolution { figures, wrong };
        }
        let mut walk = Walk::<V>::new(declaration);
        let mut index = 0;
        while index < declaration.layers() {
            let layer = walk.step(index);
            let mut at = HEAD + WIDTH * index;
            figures[at] = layer.output.rank() as u64;
            let mut axis = 0;
            while axis < layer.output.rank() {
                figures[at + 1 + axis] = layer.output.size(axis) as u64;
                axis += 1;
            }
            at += 1 + MAX_RANK;
            let (cost, mut i) = (layer.cost.to_array(), 0);
            while i < Cost::COUNT {
                figures[at + i] = cost[i];
                i += 1;
            }
            if !layer.errors.is_empty() {
                wrong[walk.call(index)] |= walk.places(index, &layer.errors);
            }
            index += 1;
        }
        figures[0] = 1;
        let (total, mut i) = (walk.pass.total.to_array(), 0);
        while i < Cost::COUNT {
            figures[1 + i] = total[i];
            i += 1;
        }
        figures[1 + Cost::COUNT] = walk.peak.most as u64;
        figures[2 + Cost::COUNT] = walk.peak.most_with_input as u64;
        figures[3 + Cost::COUNT] = walk.peak.at as u64;
        Resolution { figures, wrong }
    }

    /// The figures of the network, for its [`Graph`](super::Graph).
    pub const fn figures(&self) -> &[u64] {
        &self.figures
    }

    /// Whether a value of a call may be wrong, or what concerns none of them.
    pub(crate) const fn is_suspect(&self, call: usize, place: Option<usize>) -> bool {
        self.wrong[call] & bit(place) != 0
    }
}

impl Declaration {
    /// Resolves every layer in constant evaluation, and compares what comes out with what the macro has
    /// found: `cnn!` emits a call of this under `--cfg cnn_recheck`.
    ///
    /// # Panics
    ///
    /// If they differ.
    pub const fn recheck<const V: usize>(&'static self) {
        let known = Figures::of(&[], &self.data);
        let all = self.is_as_assumed();
        let mut walk = Walk::<V>::new(self);
        walk.again = true;
        let mut index = 0;
        while index < self.layers() {
            let layer = walk.step(index);
            if all || !self.is_open(index) {
                let same = layer.errors.is_empty()
                    && layer.output.same(&known.output(index))
                    && layer.cost.same(known.cost(index));
                assert!(same, "the macro and constant evaluation differ in a layer");
            }
            index += 1;
        }
        if all {
            let (cost, peak, with_input, at) = known.totals();
            let same = walk.pass.total.same(cost)
                && walk.peak.most as u64 == peak
                && walk.peak.most_with_input as u64 == with_input
                && walk.peak.at == at;
            assert!(same, "the macro and constant evaluation differ in the totals of a network");
        }
    }
}

/// The layers of a network of `V` values, one after the other.
pub(crate) struct Walk<'d, const V: usize> {
    declaration: &'d Declaration,
    pass: Pass,
    peak: Peak,
    /// The inputs, what the layers so far have made, and what is taken from inside networks.
    values: [Shape; V],
    /// How many elements they have.
    elements: [u64; V],
    /// How many of the inputs and of what layers make are known.
    count: usize,
    alike: Alike<V>,
    /// Whether to resolve what the macro has resolved.
    again: bool,
}

impl<'d, const V: usize> Walk<'d, V> {
    pub(crate) const fn new(declaration: &'d Declaration) -> Walk<'d, V> {
        let (mut values, mut counts, mut count) = ([Shape::LOST; V], [0; V], 0);
        while count < declaration.input_count() {
            values[count] = declaration.input(count);
            counts[count] = elements(&values[count]) as u64;
            count += 1;
        }
        let inputs = values.split_at(count).0;
        let (pass, peak) = (Pass::new(inputs), Peak::new(inputs));
        Walk {
            declaration,
            pass,
            peak,
            values,
            elements: counts,
            count,
            alike: Alike::NONE,
            again: false,
        }
    }

    /// All values; those that are not known yet are lost.
    pub(crate) const fn values(&self) -> &[Shape] {
        &self.values
    }

    /// Resolves the next layer, unless the macro has.
    pub(crate) const fn step(&mut self, index: usize) -> Resolved {
        let declaration = self.declaration;
        let edges = declaration.data.edges(index);
        let values = &self.values;
        let arrivals = Arrivals::new(self.count, Inputs::Packed(edges), values);
        let kind = declaration.kind(index);
        let shared = declaration.weights_of(index);
        let circumstances = self.circumstances(index, &edges, shared);
        let template = declaration.data.layer(index, layer::TEMPLATE) as usize;
        let mut layer = if let Some((output, cost)) = self.known(index, template, &circumstances) {
            let op = Op::Identity(Identity);
            Resolved { op, input: arrivals.first(), output, cost, errors: ShapeErrors::NONE }
        } else {
            let mut layer = if let Some(args) = declaration.open_args(index) {
                resolve(kind, args, &arrivals)
            } else {
                let template = declaration.template(index);
                let parts = template.parts();
                let others = template.others(&parts);
                resolve(kind, &template.args(&parts, &others), &arrivals)
            };
            if let Some(first) = shared {
                let inputs = Inputs::Packed(declaration.data.edges(first));
                let arrivals = Arrivals::new(declaration.input_count() + first, inputs, values);
                layer.share(&declaration.op(first, &arrivals), &arrivals.first());
            }
            if let (Some(circumstances), true) = (circumstances, layer.errors.is_empty()) {
                self.alike.note(template, circumstances, layer.output, layer.cost);
            }
            layer
        };
        self.pass.add(&mut layer, declaration.is_frozen(index), shared.is_some());
        let (used, inputs) = (declaration.is_used(index), declaration.input_count());
        let freed = Freed::of(&edges, &self.elements, inputs);
        let nested = layer.op.nested();
        let tapped = match nested {
            Some(nested) => self.tap(index, nested),
            None => 0,
        };
        let made = if nested.is_none() && layer.errors.is_empty() {
            layer.cost.activations
        } else {
            elements(&layer.output) as u64
        };
        self.peak.step(nested, freed, made as u128, used, tapped);
        self.values[self.count] = layer.output;
        self.elements[self.count] = made;
        self.count += 1;
        layer
    }

    /// The output and the cost of a layer that the macro has resolved, or that is like one before it.
    const fn known(
        &self,
        index: usize,
        template: usize,
        circumstances: &Option<Circumstances>,
    ) -> Option<(Shape, Cost)> {
        let declaration = self.declaration;
        if self.again {
            None
        } else if !declaration.is_open(index) && declaration.open_args(index).is_none() {
            let data = &declaration.data;
            let output = data.shape(data.layer(index, layer::OUTPUT) as usize);
            Some((output, data.cost(data.layer(index, layer::COST) as usize)))
        } else if let Some(circumstances) = circumstances {
            self.alike.find(template, circumstances)
        } else {
            None
        }
    }

    /// What the figures of a layer depend on, beside its template. `None`, if that is more than one shape.
    const fn circumstances(
        &self,
        index: usize,
        edges: &Packed<'_>,
        shared: Option<usize>,
    ) -> Option<Circumstances> {
        let declaration = self.declaration;
        let Some(input) = self.only(edges) else { return None };
        if declaration.data.is_network(index) {
            return None;
        }
        let first = match shared {
            None => Shape::LOST,
            Some(first) => {
                let data = &declaration.data;
                let template = data.layer(index, layer::TEMPLATE);
                match self.only(&data.edges(first)) {
                    Some(input) if data.layer(first, layer::TEMPLATE) == template => input,
                    _ => return None,
                }
            }
        };
        Some(Circumstances { kind: declaration.kind(index), input, first })
    }

    /// The shape of the only value that these edges are of, if it is known.
    const fn only(&self, edges: &Packed<'_>) -> Option<Shape> {
        if edges.count() != 1 {
            return None;
        }
        let shape = self.values[edges.get(0).0];
        if shape.is_lost() { None } else { Some(shape) }
    }

    /// Notes what is taken from inside a network, which is this layer, and answers how many values.
    const fn tap(&mut self, layer: usize, nested: &Nested) -> u128 {
        let declaration = self.declaration;
        let first = declaration.input_count() + declaration.layers();
        let (mut tapped, mut index) = (0, 0);
        while index < declaration.tap_count() {
            let (of, output) = declaration.tap(index);
            if of == layer {
                let shape = nested.output_shape(output);
                let elements = elements(&shape);
                self.values[first + index] = shape;
                self.elements[first + index] = elements as u64;
                tapped += elements;
            }
            index += 1;
        }
        tapped
    }

    /// The call that a layer was made of.
    pub(crate) const fn call(&self, index: usize) -> usize {
        self.declaration.data.layer(index, layer::CALL) as usize
    }

    /// The places at which a layer is wrong.
    const fn places(&self, index: usize, errors: &ShapeErrors) -> u64 {
        let (mut wrong, mut i) = (0, 0);
        let places = self.declaration.places(self.call(index));
        while i < errors.list().len() {
            if let Some(error) = &errors.list()[i] {
                wrong |= bit(places.find(error.at));
            }
            i += 1;
        }
        wrong
    }
}

/// The figures of a network: its [`Resolution`], or those in its bytes.
#[derive(Clone, Copy)]
pub(super) struct Figures<'d> {
    numbers: &'static [u64],
    data: &'d Data,
}

impl<'d> Figures<'d> {
    pub(super) const fn of(numbers: &'static [u64], data: &'d Data) -> Figures<'d> {
        Figures { numbers, data }
    }

    /// Whether the bytes hold.
    const fn are_encoded(&self) -> bool {
        self.numbers.is_empty() || self.numbers[0] == 0
    }

    /// The costs of the network, the two peaks, and the layer at the first.
    pub(super) const fn totals(&self) -> (Cost, u64, u64, usize) {
        if self.are_encoded() {
            let (cost, [peak, with_input]) = self.data.total();
            return (cost, peak, with_input, self.data.header(header::PEAK_AT));
        }
        let peaks = 1 + Cost::COUNT;
        let numbers = self.numbers;
        let at = numbers[peaks + 2] as usize;
        (self.cost_at(1), numbers[peaks], numbers[peaks + 1], at)
    }

    const fn cost_at(&self, at: usize) -> Cost {
        let (mut costs, mut i) = ([0; Cost::COUNT], 0);
        while i < Cost::COUNT {
            costs[i] = self.numbers[at + i];
            i += 1;
        }
        Cost::from_array(costs)
    }

    /// The shape of a layer's output.
    pub(super) const fn output(&self, index: usize) -> Shape {
        if self.are_encoded() {
            return self.data.shape(self.data.layer(index, layer::OUTPUT) as usize);
        }
        let at = HEAD + WIDTH * index;
        let (mut shape, mut axis) = (Shape::LOST, 0);
        while axis < self.numbers[at] as usize {
            axis += 1;
            shape = shape.push(self.numbers[at + axis] as usize);
        }
        shape
    }

    /// The values that a layer makes, if it is not a network.
    pub(super) const fn activations(&self, index: usize) -> u64 {
        if self.are_encoded() {
            return self.data.activations(self.data.layer(index, layer::COST) as usize);
        }
        self.numbers[HEAD + WIDTH * index + 1 + MAX_RANK + Cost::ACTIVATIONS]
    }

    /// The cost of a layer.
    pub(super) const fn cost(&self, index: usize) -> Cost {
        if self.are_encoded() {
            return self.data.cost(self.data.layer(index, layer::COST) as usize);
        }
        self.cost_at(HEAD + WIDTH * index + 1 + MAX_RANK)
    }
}
