//! Random networks: every layer with random arguments, branches and joins, in all ranks.

use cnn_core::layers::Nested;
use cnn_core::signature::{Param, Takes};
use cnn_core::{Arg, Args, Arrivals, Graph, Inputs, Kind, Part, Point, Shape, Step, resolve};
use fastrand::Rng;

use crate::declare;
use crate::tensor::Tensor;

/// The number of layers of a random network.
pub const LAYERS: usize = 12;

/// Layers that make no numbers of some values, or numbers that are far too large, and `fold`, which hardly ever fits.
/// Random networks do not have them.
pub const PARTIAL: &[Kind] =
    &[Kind::Sqrt, Kind::Log, Kind::Pow, Kind::Exp, Kind::Div, Kind::LpPool, Kind::Fold];

/// The most values that an output has.
const MOST_VALUES: u64 = 600;

/// A random network, the same for the same seed.
///
/// A layer takes the output of the one before it. Now and then two values are joined: that output and an
/// earlier one, or that output and what a new layer makes of an earlier one. Arguments are random values of
/// the kind that the parameter takes, so that everything a layer accepts comes up sooner or later. If the
/// algebra refuses a layer, another one is drawn.
///
/// ```
/// use cnn_reference::random;
///
/// let graph = random::network(3).graph;
/// assert_eq!(graph.nodes.len(), random::LAYERS);
/// ```
pub fn network(seed: u64) -> Nested {
    growing(&mut Rng::with_seed(seed)).declare()
}

/// A random network that embeds a part of another one, and takes values from inside it; beside it the same
/// network with the layers of that part in its place. Both are the same for the same seed.
///
/// ```
/// use cnn_reference::random;
///
/// let (embedding, flat) = random::tapped(3);
/// assert_eq!(embedding.summary.params, flat.summary.params);
/// ```
pub fn tapped(seed: u64) -> (Nested, Nested) {
    let random = &mut Rng::with_seed(seed);
    let mut flat = growing(random);
    let whole: &'static Graph = Box::leak(Box::new(flat.declare().graph));
    let cut = random.usize(2..=LAYERS);
    flat.steps.truncate(cut);
    flat.values.truncate(cut + 1);
    let mut taps: Vec<usize> = (0..random.usize(1..4)).map(|_| random.usize(0..cut - 1)).collect();
    taps.sort_unstable();
    taps.dedup();

    // Layers that take each of these values, and then any of what can be seen from outside.
    let mut seen = vec![0, cut];
    for tap in &taps {
        while !flat.layer(random, tap + 1) {}
        seen.extend([tap + 1, flat.values.len() - 1]);
    }
    for _ in 0..20 {
        let (one, other) = (*choose(random, &seen), *choose(random, &seen));
        if flat.join(random, one, other) || flat.layer(random, one) {
            seen.push(flat.values.len() - 1);
        }
    }
    let ends = [("last", flat.values.len() - 1), ("inside", taps[0] + 1), ("own", cut)];

    let name = |index: &usize| whole.nodes.at(*index).name;
    let end = match cut {
        LAYERS => Point::output(whole),
        cut => Point::end(whole, name(&(cut - 1))),
    };
    let points = taps.iter().map(|tap| Point::of(whole, name(tap)));
    let part = Part::new([end].into_iter().chain(points).collect::<Vec<_>>().leak());
    let part = Nested::part(whole, Box::leak(Box::new(part)));
    let args = vec![(0, Arg::Network(Box::leak(Box::new(part))))].leak();
    let mut steps = vec![Step::new("part", Kind::Network, &[], args).at(&[0])];
    let first_tap = 2 + flat.steps.len() - cut;
    let value = |value: usize| match taps.iter().position(|tap| tap + 1 == value) {
        _ if value == 0 => 0,
        _ if value == cut => 1,
        Some(tap) => first_tap + tap,
        None => value - cut + 1,
    };
    for step in &mut flat.steps[cut..] {
        let Inputs::Values(values) = step.inputs else { unreachable!("all are written") };
        let values = values.iter().copied().map(value).collect::<Vec<_>>();
        steps.push(step.at(values.leak()));
    }
    for step in &mut flat.steps[..cut] {
        step.name = format!("part.{}", step.name).leak();
    }
    let inputs = [("", flat.values[0])];
    let outside = ends.map(|(name, end)| (name, value(end)));
    let taps: Vec<(usize, usize)> = (1..=taps.len()).map(|output| (0, output)).collect();
    let embedding = declare::network_with(&inputs, steps, &taps, &outside);
    (embedding, declare::network_of(&inputs, flat.steps, &ends))
}

/// The layers of [`network`].
fn growing(random: &mut Rng) -> Growing {
    let spatial = random.usize(0..4);
    let largest = [6, 12, 9, 5][spatial];
    let mut input = vec![random.usize(1..7)];
    input.extend((0..spatial).map(|_| random.usize(2..=largest)));
    let mut network = Growing { steps: Vec::new(), values: vec![Shape::new(&input)] };
    while network.steps.len() < LAYERS {
        let (flow, earlier) = (network.steps.len(), random.usize(0..network.steps.len() + 1));
        match random.u8(0..4) {
            0 => network.join(random, flow, earlier),
            1 if flow + 2 <= LAYERS => {
                // A branch, which must be joined with the value before it.
                if network.layer(random, earlier) && !network.join(random, flow, flow + 1) {
                    network.steps.pop();
                    network.values.pop();
                }
                true
            }
            _ => network.layer(random, flow),
        };
    }
    network
}

/// A random network with two or three inputs and outputs, the same for the same seed. Whatever flows may be
/// any value before, an input included, and what nothing needs stays in it.
///
/// ```
/// use cnn_reference::random;
///
/// let graph = random::several(3).graph;
/// assert!(graph.inputs.len() >= 2 && graph.outputs.len() >= 2);
/// ```
pub fn several(seed: u64) -> Nested {
    let random = &mut Rng::with_seed(seed);
    let spatial = random.usize(0..3);
    let mut sizes = vec![random.usize(1..5)];
    sizes.extend((0..spatial).map(|_| random.usize(3..=7)));
    let inputs = random.usize(2..4);
    // All of them alike, so that many can be joined.
    let values = vec![Shape::new(&sizes); inputs];
    let mut network = Growing { steps: Vec::new(), values };
    while network.steps.len() < LAYERS {
        let count = network.values.len();
        let (last, other) = (count - 1, random.usize(0..count));
        match random.u8(0..4) {
            0 => network.join(random, last, other),
            1 => network.layer(random, other),
            2 => network.again(random, other),
            _ => network.layer(random, last),
        };
    }
    let Growing { steps, values } = network;
    let (last, names) = (values.len() - 1, ["a", "b", "c"]);
    let mut outputs = vec![("last", last)];
    for name in &names[..random.usize(1..3)] {
        outputs.push((*name, random.usize(0..values.len())));
    }
    let inputs: Vec<(&str, Shape)> = ["x", "y", "z"].into_iter().zip(values).take(inputs).collect();
    declare::network_of(&inputs, steps, &outputs)
}

/// The layers so far. Value 0 is the input, and value `i` the output of layer `i − 1`.
struct Growing {
    steps: Vec<Step<'static>>,
    values: Vec<Shape>,
}

impl Growing {
    fn declare(&self) -> Nested {
        declare::network(self.values[0], self.steps.clone())
    }

    /// Adds a layer on a value, if its random arguments fit.
    fn layer(&mut self, random: &mut Rng, value: usize) -> bool {
        let kind = *choose(random, &kinds(Kind::layers()));
        let params = kind.signature().params;
        // Of many arguments, some are for few of the others.
        let written = if params.len() > 9 { 4 } else { 2 };
        let arguments = params.iter().map(|param| argument(random, param, written));
        let others: Vec<_> = arguments.enumerate().collect();
        self.add(kind, others, vec![value])
    }

    /// Adds an earlier layer once more on a value, with the same weights, if they fit.
    fn again(&mut self, random: &mut Rng, value: usize) -> bool {
        if self.steps.is_empty() {
            return false;
        }
        let first = random.usize(0..self.steps.len());
        let step = self.steps[first];
        let Inputs::Values([taken]) = step.inputs else { return false };
        let given = resolve(step.kind, &step.args, &Arrivals::one(self.values[*taken]));
        let mut made = resolve(step.kind, &step.args, &Arrivals::one(self.values[value]));
        made.share(&given.op, &given.input);
        let others = step.args.others.to_vec();
        let fits = made.errors.is_empty() && self.add(step.kind, others, vec![value]);
        if let Some(added) = self.steps.last_mut().filter(|_| fits) {
            *added = added.with_weights_of(step.weights_of.unwrap_or(first));
        }
        fits
    }

    /// Joins two values, or the second one twice where a layer takes three, if their shapes fit.
    fn join(&mut self, random: &mut Rng, first: usize, second: usize) -> bool {
        let kind = *choose(random, &kinds(Kind::joins()));
        let arguments = kind.signature().params.iter().map(|param| argument(random, param, 2));
        let others: Vec<_> = arguments.enumerate().collect();
        self.add(kind, others.clone(), vec![first, second])
            || self.add(kind, others, vec![first, second, second])
    }

    fn add(&mut self, kind: Kind, others: Vec<(usize, Arg<'static>)>, values: Vec<usize>) -> bool {
        let index = self.steps.len();
        let args = Args { sizes: &[], others: &others };
        let arrivals = Arrivals::new(self.values.len(), Inputs::Values(&values), &self.values);
        let resolved = resolve(kind, &args, &arrivals);
        let small = resolved.output.checked_elements().is_some_and(|values| values <= MOST_VALUES);
        if !resolved.errors.is_empty() || !small {
            return false;
        }
        let name = format!("node{index}").leak();
        let step = Step::new(name, kind, &[], others.leak()).at(values.leak());
        self.steps.push(step);
        self.values.push(resolved.output);
        true
    }
}

/// A batch of random inputs between −2 and 2, exact in f32.
///
/// ```
/// use cnn_reference::random;
///
/// let graph = random::network(3).graph;
/// assert_eq!(random::batch(&graph, 5, 1).size(0), 5);
/// ```
pub fn batch(graph: &Graph, samples: usize, seed: u64) -> Tensor {
    batches(graph, samples, seed).swap_remove(0)
}

/// The same for all inputs of a network.
pub fn batches(graph: &Graph, samples: usize, seed: u64) -> Vec<Tensor> {
    let mut random = Rng::with_seed(seed);
    let mut batch = |shape: Shape| {
        let sizes = [&[samples], shape.dims()].concat();
        Tensor::from_fn(&sizes, |_| f64::from(random.f32() * 4.0 - 2.0))
    };
    graph.inputs.iter().map(|input| batch(input.shape)).collect()
}

/// Those of some layers that random networks have.
fn kinds(kinds: impl Iterator<Item = Kind>) -> Vec<Kind> {
    kinds.filter(|kind| !PARTIAL.contains(kind)).collect()
}

/// An argument of the kind that a parameter takes, or its default; one of so many is written.
fn argument(random: &mut Rng, param: &Param, written: usize) -> Arg<'static> {
    if param.infer && random.u8(0..4) > 0 {
        return Arg::Infer;
    }
    // The `eps` of `normalize` is so small that rounding errors would become numbers.
    let tiny = matches!(param.default, Some(Arg::Float(0.0..1e-9)));
    if param.default.is_some() && !tiny && random.usize(0..written) > 0 {
        return Arg::Omitted;
    }
    if !param.words.is_empty() && random.bool() {
        return Arg::Word(random.usize(0..param.words.len()));
    }
    match param.takes {
        Takes::Size => Arg::Size(random.usize(1..7)),
        Takes::Sizes if param.infer && param.default.is_some() => Arg::Infer,
        Takes::Sizes if param.infer => list(random, 1..4, |random| match random.u8(0..4) {
            0 => Arg::Infer,
            _ => Arg::Size(random.usize(1..5)),
        }),
        Takes::Sizes => list(random, 1..4, |random| Arg::Size(random.usize(1..5))),
        Takes::Axes if random.bool() => Arg::Size(random.usize(0..4)),
        Takes::Axes => list(random, 1..4, |random| Arg::Size(random.usize(0..4))),
        Takes::Factors if random.bool() => factor(random),
        Takes::Factors => list(random, 1..4, factor),
        Takes::Signed => Arg::Signed(random.isize(-4..5)),
        Takes::SignedList => match random.u8(0..3) {
            0 => permutation(random),
            1 => dims(random),
            _ => list(random, 2..7, |random| Arg::Signed(random.isize(-1..3))),
        },
        Takes::Float => Arg::Float(f64::from(random.i32(1..16)) / 16.0),
        Takes::Flag => Arg::Flag(random.bool()),
        Takes::Word => Arg::Word(random.usize(0..param.words.len())),
        Takes::Range => {
            let start = random.usize(0..3);
            Arg::Range(start, start + random.usize(1..4))
        }
        // Nested networks have tests of their own.
        Takes::Network => Arg::Omitted,
    }
}

fn list(
    random: &mut Rng,
    lengths: core::ops::Range<usize>,
    element: fn(&mut Rng) -> Arg<'static>,
) -> Arg<'static> {
    let length = random.usize(lengths);
    Arg::List((0..length).map(|_| element(random)).collect::<Vec<_>>().leak())
}

/// A factor, whole or not.
fn factor(random: &mut Rng) -> Arg<'static> {
    match random.bool() {
        true => Arg::Size(random.usize(0..4)),
        false => Arg::Float(f64::from(random.i32(1..24)) / 8.0),
    }
}

/// One to three dims.
fn dims(random: &mut Rng) -> Arg<'static> {
    let mut dims = [1, 2, 3];
    random.shuffle(&mut dims);
    Arg::List(
        dims[..random.usize(1..4)].iter().copied().map(Arg::Signed).collect::<Vec<_>>().leak(),
    )
}

/// Dims in another order, the batch in front.
fn permutation(random: &mut Rng) -> Arg<'static> {
    let mut dims: Vec<isize> = (1..random.isize(3..6)).collect();
    random.shuffle(&mut dims);
    let dims = [0].into_iter().chain(dims).map(Arg::Signed);
    Arg::List(dims.collect::<Vec<_>>().leak())
}

fn choose<'a, T>(random: &mut Rng, items: &'a [T]) -> &'a T {
    &items[random.usize(0..items.len())]
}
