//! Receptive fields against brute force: one input is changed, and which values change is looked at.
//!
//! All weights are positive and the input is changed upwards, so that nothing cancels out and every
//! dependence shows.

#![allow(deprecated, reason = "networks of tests need not make sense")]

use cnn::{Extent, Graph, Kind, Op, ReceptiveField, Shape, Source, cnn};
use cnn_core::{Args, Arrivals, Inputs, Step, resolve};
use cnn_reference::{State, Tensor, arguments, network, outputs};
use fastrand::Rng;
use serde_json::{Value, json};

/// The first and the last input that a value changed with; `None` if with none.
type Seen = Option<[usize; 2]>;

/// For each node, and each position along one of `places`, a dim of its output: with which positions
/// along an axis of the input it changed.
fn seen(graph: &Graph, axis: usize, places: &[usize]) -> Vec<Vec<Seen>> {
    let mut random = Rng::with_seed(5);
    let mut positive = |sizes: &[usize]| {
        let weighed: usize = sizes.iter().skip(1).product();
        Tensor::from_fn(sizes, |_| (0.5 + random.f64()) / weighed.max(1) as f64)
    };
    let state = State::from_fn(graph, |_, sizes| positive(sizes));
    let base = positive(&[&[1, 1], graph.input.dims()].concat());
    // Sample 0 is as it is, and in sample `i + 1` position `i` is different.
    let size = graph.input.size(axis + 1);
    let batch = Tensor::from_fn(&[&[size + 1], graph.input.dims()].concat(), |index| {
        let value = base.at(&[&[0, 0], &index[1..]].concat());
        if index[0] == index[axis + 2] + 1 { 100.0 * value } else { value }
    });
    let outputs = outputs(graph, &state, &batch);
    outputs.iter().zip(places).map(|(output, dim)| changes(output, *dim)).collect()
}

fn changes(output: &Tensor, dim: usize) -> Vec<Seen> {
    let values: usize = output.sizes()[1..].iter().product();
    let inner: usize = output.sizes()[dim + 2..].iter().product();
    let positions = output.size(dim + 1);
    let mut seen = vec![None; positions];
    let samples: Vec<&[f64]> = output.values().chunks(values).collect();
    for (place, sample) in samples[1..].iter().enumerate() {
        for (index, value) in sample.iter().enumerate() {
            assert!(value.is_finite());
            if *value != samples[0][index] {
                let seen: &mut Seen = &mut seen[index / inner % positions];
                *seen = Some(seen.map_or([place, place], |[first, _]| [first, place]));
            }
        }
    }
    seen
}

fn length(seen: Seen) -> u64 {
    seen.map_or(0, |[first, last]| (last - first + 1) as u64)
}

/// What comes up in a random network along one axis. `later` is whether values may be negative.
fn layer(random: &mut Rng, later: bool) -> (Kind, Value) {
    let stride = [1, 1, 1, 2, 3][random.usize(0..5)];
    let (kernel, dilation) = (random.usize(1..6), random.usize(1..3));
    let padding = random.usize(0..4);
    match random.u8(0..16) {
        0..4 => (
            Kind::Conv,
            json!({"in_channels": null, "out_channels": 1, "kernel_size": kernel,
                "stride": stride, "padding": padding, "dilation": dilation}),
        ),
        4 if !later => (
            Kind::MaxPool,
            json!({"kernel_size": kernel, "stride": stride, "padding": padding.min(kernel / 2)}),
        ),
        5 | 6 => (
            Kind::AvgPool,
            json!({"kernel_size": kernel, "stride": stride, "padding": padding.min(kernel / 2)}),
        ),
        7 | 8 => (
            Kind::ConvTranspose,
            json!({"in_channels": null, "out_channels": 2, "kernel_size": kernel,
                "stride": stride, "padding": padding, "dilation": dilation}),
        ),
        9 => (Kind::Upsample, json!({"scale_factor": stride, "mode": "nearest"})),
        10 => (
            Kind::Upsample,
            json!({"scale_factor": stride, "mode": "linear", "align_corners": random.bool()}),
        ),
        11 => (Kind::AdaptiveAvgPool, json!({"output_size": random.usize(1..90)})),
        12 => {
            let (before, after) = (random.isize(-3..4), random.isize(-3..4));
            (Kind::Pad, json!({"padding": [before, after]}))
        }
        13 if random.bool() => (Kind::Permute, json!({"dims": [0, 2, 1]})),
        13 if random.bool() => (Kind::Flatten, json!({})),
        13 => (Kind::Linear, json!({"in_features": null, "out_features": 3})),
        14 if random.u8(0..4) == 0 => (Kind::GroupNorm, json!({"num_groups": 1})),
        14 if random.u8(0..4) == 0 => (Kind::Glu, json!({})),
        14 => (Kind::BatchNorm, json!({})),
        _ if later => (Kind::Identity, json!({})),
        _ => (Kind::Relu, json!({})),
    }
}

/// A random network along one axis, with joins of values that have the same shape.
fn random_network(seed: u64) -> Graph {
    const MOST_LAYERS: usize = 8;

    let random = &mut Rng::with_seed(seed);
    let input = Shape::new(&[1, 150]);
    let (mut steps, mut shapes, mut later) = (Vec::<Step<'static>>::new(), vec![input], false);
    while steps.len() < MOST_LAYERS {
        let last = steps.len();
        let fits = |value: &usize| shapes[*value] == shapes[last];
        let joined = (0..last).rev().find(fits).filter(|_| random.u8(0..3) == 0);
        let (kind, args, values) = match joined {
            Some(value) => {
                let kind = [Kind::Add, Kind::Mul, Kind::Concat][random.usize(0..3)];
                (kind, json!({}), vec![last, value])
            }
            // Now and then a branch begins further up.
            None if random.u8(0..6) == 0 => {
                let (kind, args) = layer(random, later);
                (kind, args, vec![random.usize(0..=last)])
            }
            None => {
                let (kind, args) = layer(random, later);
                (kind, args, vec![last])
            }
        };
        let args = arguments(kind, args.as_object().unwrap()).unwrap();
        let (inputs, arguments) = (Inputs::Values(&values), Args { sizes: &[], others: &args });
        let arrivals = Arrivals::new(last + 1, inputs, &shapes);
        let resolved = resolve(kind, &arguments, &arrivals);
        let values_out = resolved.output.elements();
        if resolved.errors.is_empty() && (1..2_000).contains(&values_out) {
            later |= kind == Kind::GroupNorm;
            let name = format!("{last}: {kind} {arguments:?} of {values:?}").leak();
            let step = Step::new(name, kind, &[], args.leak()).at(values.leak());
            steps.push(step);
            shapes.push(resolved.output);
        }
    }
    network(input, steps).graph
}

/// Looks at the values that are far enough from the ends: what ends in the padding of one layer may
/// have been far from the padding of another.
#[derive(Debug, Default)]
struct Checked {
    sliding: usize,
    fixed: usize,
    unaligned: usize,
    unknown: usize,
    /// Those that do not come to a second of their steps.
    short: usize,
}

impl Checked {
    fn node(&mut self, name: &str, extent: Option<&Extent>, seen: &[Seen], inside: [usize; 2]) {
        let most = seen.iter().map(|seen| length(*seen)).max().unwrap_or(0);
        let Some(extent) = extent else {
            self.unknown += 1;
            return;
        };
        assert!(most <= extent.size, "{name}: {most} of {extent:?}");
        let (Some(stride), Some(padding)) = (extent.stride, extent.padding) else {
            // Where values are nothing but padding, all of them may be.
            if extent.padding.is_none() && !seen.contains(&None) {
                self.fixed += 1;
                assert_eq!(most, extent.size, "{name}: {extent:?}");
            }
            self.unaligned += usize::from(extent.padding.is_some());
            return;
        };
        let central = |seen: &Seen| seen.is_some_and(|[a, b]| a > inside[0] && b < inside[1]);
        let from = seen.iter().position(central).unwrap_or(seen.len());
        let run: Vec<[usize; 2]> =
            seen[from..].iter().map_while(|seen| seen.filter(|_| central(seen))).collect();
        // What went down and up again moves as far on average, but in larger steps.
        let [outputs, inputs] = [stride.outputs, stride.inputs].map(|number| number as usize);
        let moves = |step: &usize| {
            let ends = run.windows(step * outputs + 1);
            ends.map(move |run| run[step * outputs][0] - run[0][0]).all(|by| by == step * inputs)
        };
        let Some(step) = (1..=run.len() / 2 / outputs).find(moves) else {
            self.short += usize::from(run.len() > 2);
            return;
        };
        let most = run.iter().map(|[first, last]| last - first + 1).max().unwrap();
        assert_eq!(most as u64, extent.size, "{name}: {extent:?}, but {run:?}");
        for (position, [first, _]) in (from..).zip(&run) {
            if position % (step * outputs) == 0 {
                let begins = (position / outputs * inputs) as i64 - padding;
                assert_eq!(*first as i64, begins, "{name}: {extent:?}, but from {from} {run:?}");
            }
        }
        self.sliding += 1;
    }
}

impl Checked {
    /// Compares all nodes of a network along one axis of its input.
    fn network(&mut self, graph: &Graph, axis: usize) {
        let fields = graph.receptive_fields();
        let seen = seen(graph, axis, &places(graph, axis));
        let extents = fields.iter().filter_map(|field| field.axes()[axis]);
        let strides = extents.filter_map(|extent| extent.stride);
        let stride = strides.map(|stride| stride.inputs.div_ceil(stride.outputs)).max();
        let slack = 3 * stride.unwrap_or(1) as usize;
        let ends =
            |end: fn(&[Seen]) -> Option<usize>| seen.iter().filter_map(move |seen| end(seen));
        let before = ends(|seen| seen.iter().flatten().next().map(|[first, _]| *first)).max();
        let after = ends(|seen| seen.iter().flatten().last().map(|[_, last]| *last)).min();
        let inside = [before.unwrap_or(0) + slack, after.unwrap_or(0).saturating_sub(slack)];
        for ((node, field), seen) in graph.nodes.iter().zip(&fields).zip(&seen) {
            self.node(node.name, field.axes()[axis].as_ref(), seen, inside);
        }
    }
}

/// Along which dim of each node's output the positions of an axis of the input are.
fn places(graph: &Graph, axis: usize) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::new();
    for node in graph.nodes {
        let place = match node.inputs.at(0).from {
            Source::Input(_) => axis + 1,
            Source::Node(index) => places[index],
            Source::Tap { .. } => unreachable!("there are no networks in these"),
        };
        places.push(match &node.op {
            Op::Permute(permute) => {
                permute.dims.dims().iter().position(|dim| *dim == place).unwrap()
            }
            // All is in one place: then nothing is told apart.
            _ => place.min(node.output.rank() - 1),
        });
    }
    places
}

#[test]
fn random_networks_depend_on_what_is_said() {
    let mut checked = Checked::default();
    for seed in 0..80 {
        checked.network(&random_network(seed), 0);
    }
    println!("{checked:?}");
    let Checked { sliding, fixed, unaligned, unknown, short } = checked;
    assert!(sliding > 300 && fixed > 40 && unaligned > 5 && unknown < 40 && short < 90);
}

cnn! {
    struct Axes: [1, 60, 64] <
        conv(1, 2, (3, 5), stride = (2, 1), padding = (1, 0));
        maxpool((1, 3), stride = (1, 2), padding = (0, 1));
        conv_transpose(2, 1, (4, 2), stride = (1, 2));
        avgpool(2);
    >

    struct Shuffles: [4, 40, 50] <
        conv(4, 8, (3, 1)); pixel_shuffle(2); conv(2, 3, (1, 3)); pad((1, 1, 0, 0));
        pixel_unshuffle(2); channel_shuffle(3); conv(12, 1, 2);
    >

    struct Skip: [1, 64, 48] <
        skip: conv(1, 2, 3, padding = 1);
        maxpool(2); conv(2, 2, 3, padding = 1);
        maxpool(2); conv(2, 2, (1, 3), padding = (0, 1));
        upsample(4);
        concat(skip, _); conv(4, 1, 3, padding = 1);
    >

    struct ChannelsLast: [2, 30, 26] <
        conv(2, 2, 7, padding = 3, groups = 2);
        permute((0, 2, 3, 1)); layernorm(2); linear(2, 3); permute((0, 3, 1, 2));
        conv(3, 2, 3, padding = 1);
        permute((0, 2, 1, 3)); conv(30, 2, (2, 3)); flatten;
    >

    struct Attention: [2, 30, 26] <
        conv(2, 2, 3, padding = 1);
        mul { seq { adaptive_avgpool(1); conv(2, 2, 1) } identity }
        residual { maxpool(3, stride = 1, padding = 1) }
    >
}

#[test]
fn each_axis_is_on_its_own() {
    for graph in [Axes::GRAPH, Shuffles::GRAPH, Skip::GRAPH, ChannelsLast::GRAPH, Attention::GRAPH]
    {
        for axis in 0..2 {
            let mut checked = Checked::default();
            checked.network(&graph, axis);
            assert_eq!(checked.unknown, 0, "{}", graph.name);
            assert!(checked.sliding + checked.fixed > 2, "{}", graph.name);
        }
    }
    let text = |graph: &Graph| graph.receptive_fields().last().unwrap().to_string();
    assert_eq!(text(&Axes::GRAPH), "11 × 7");
    assert_eq!(text(&Skip::GRAPH), "14 × 22");
    assert_eq!(text(&Attention::GRAPH), "30 × 26");
}

cnn! {
    struct Inner: [8, 20] < conv(8, 4, 5); lrn(3); maxpool(2) >
    struct Outer: [1, 40] -> [4, 8] < stem: conv(1, 8, 3, 2, 1); inner: Inner >
    struct Mixed: [1, 64] < flatten; identity; residual { linear(64, 64) } >
    struct Apart: [2, 3, 4] < flatten; residual { relu6 } >
    struct Features: [16] < fc(16, 4); relu >
    /// The last input is in no window, so that what is mixed is not all of the input.
    struct Short: [1, 12] < conv(1, 1, 3, stride = 2); mul { identity; adaptive_avgpool(1) } >
    struct Long: [1, 2048] < conv(1, 1, 3, stride = 2); mul { identity; adaptive_avgpool(1) } >
    struct Fine: [1, 7] < upsample(size = 701, mode = linear); upsample(size = 1009) >
}

#[test]
fn networks_inside_are_opened_and_what_cannot_be_said_is_not() {
    let fields = Outer::SUMMARY.receptive_fields();
    let names: Vec<String> = Outer::SUMMARY.leaves().map(|leaf| leaf.name).collect();
    assert_eq!(names, ["stem", "inner.conv1", "inner.lrn1", "inner.maxpool1"]);
    let sizes: Vec<String> = fields.iter().map(ReceptiveField::to_string).collect();
    assert_eq!(sizes, ["3", "11", "11", "13"]);
    assert_eq!(fields, Outer::GRAPH.receptive_fields());
    let [Some(extent)] = fields[3].axes() else { panic!("one axis") };
    assert_eq!((extent.stride.unwrap().to_string().as_str(), extent.padding), ("4", Some(1)));

    let sizes = |graph: &Graph| -> Vec<String> {
        graph.receptive_fields().iter().map(ReceptiveField::to_string).collect()
    };
    assert_eq!(sizes(&Mixed::GRAPH), ["1", "1", "64", "64"]);
    assert_eq!(sizes(&Apart::GRAPH), ["1 × 1", "1 × 1", "? × ?"]);
    assert_eq!(sizes(&Features::GRAPH), ["", ""]);
    assert_eq!(sizes(&Short::GRAPH), ["3", "11", "11"]);
    assert_eq!(sizes(&Long::GRAPH), ["3", "2047", "2047"]);
    let mixed = &Short::GRAPH.receptive_fields()[2];
    assert_eq!(mixed.axes()[0].map(|extent| extent.padding), Some(None));
    assert_eq!(sizes(&Fine::GRAPH), ["?", "?"]);
}

cnn! {
    /// Sizes near the end of what can be counted.
    struct Huge: [1, 0x1000_0000_0000_0000] <
        pad((0x0f00_0000_0000_0000, -3)); maxpool(0x4000_0000, 0x100_0000_0000);
        avgpool(3, 0x1000); conv_transpose(1, 1, 1, stride = 0x7f); upsample(size = 3);
        adaptive_maxpool(2); upsample(0x1000_0000); pad((0x0f00_0000_0000_0000, 0));
    >
}

#[test]
fn nothing_overflows() {
    let fields = Huge::GRAPH.receptive_fields();
    let sizes: Vec<String> = fields.iter().map(ReceptiveField::to_string).collect();
    let maxpool = 1 << 30;
    let avgpool = 2 * (1u64 << 40) + maxpool;
    assert_eq!(sizes[..3], ["1".to_owned(), maxpool.to_string(), avgpool.to_string()]);
    // What a stride of 2⁶⁰ or more would be needed for is not known.
    assert_eq!((&sizes[3], &sizes[4..]), (&sizes[2], &["?"; 4].map(str::to_owned)[..]));
}
