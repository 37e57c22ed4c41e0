//! Values in the language: lists and their elements, what iterations go through, names whose values change,
//! constants and functions, layers and strings as arguments of blocks, and the sizes that arrive.

#![allow(deprecated, reason = "networks that test the language need not make sense")]

use cnn::ops::Activation;
use cnn::{Op, Summary, cnn};

fn names(summary: &Summary) -> Vec<&'static str> {
    summary.rows.iter().map(|row| row.name).collect()
}

fn channels(summary: &Summary) -> Vec<usize> {
    summary.rows.iter().map(|row| row.output.dims()[0]).collect()
}

const OUTSIDE: usize = 5;

#[test]
fn iterations_go_through_ranges_and_lists() {
    const S: Summary = cnn!([3, 32, 32] <
        let widths = [8, 16];
        for k in [3, 5, 7] { conv(_, k, k, padding = k / 2); }
        for (k, c) in [(1, 16), (3, 32)] { conv(_, c, k, padding = same); }
        for i in 0..=1 { conv(_, widths[i] + i, 1); }
        for c in (0..3).rev() { conv(_, c + 1, 1); }
        for c in (1..8).step_by(3) { conv(_, c, 1); }
        for (i, w) in widths.iter().enumerate() { conv(_, 100 * i + w, 1); }
        for (w, v) in widths.zip([2, 3]).rev() { conv(_, w * v, 1); }
        for w in widths.rev().take(1) { conv(_, w, 1); }
        for w in widths.skip(1) { conv(_, w + 1, 1); }
        for _ in 0..2 { conv(_, widths.len(), len(widths)); }
        for w in [OUTSIDE, 2 * OUTSIDE] { conv(_, w, 1); }
    >);
    assert_eq!(
        channels(&S),
        [3, 5, 7, 16, 32, 8, 17, 3, 2, 1, 1, 4, 7, 8, 116, 48, 16, 16, 17, 2, 2, 5, 10]
    );
}

cnn! {
    block tower(cin, widths, kernels = [3, 3]) {
        conv(cin, widths[0], kernels[0], padding = same);
        for i in 1..widths.len() { conv(widths[i - 1], widths[i], kernels[1], padding = same); }
    }

    block heads(cin, specs) {
        concat {
            for (name, (k, c)) in specs { "{name}_conv": conv(cin, c, k, padding = same); }
        }
    }

    struct Lists<const N: usize = 6>: [3, 16, 16] <
        tower(3, [8, N, 4]);
        let (a, [b, _]) = (4, [9, 10]);
        tower(a, (b, OUTSIDE), (1, 5));
        heads(OUTSIDE, [("q", (1, 2)), ("k", (3, 3))]);
        let kernels = [(3, 5), (1, 1)];
        conv(5, 4, kernels[0], padding = (1, 2));
        let sizes = [N, 2 * N];
        conv(4, sizes[1], kernels[1]);
        let acts = [relu, silu, leaky_relu(0.2)];
        let act = acts[1];
        act;
        for act in acts { act; }
    >
}

#[test]
fn lists_are_values() {
    let expected = [8, 6, 4, 9, 5, 2, 3, 5, 4, 12, 12, 12, 12, 12];
    assert_eq!(channels(&<Lists>::SUMMARY), expected);
    let expected = [8, 7, 4, 9, 5, 2, 3, 5, 4, 14, 14, 14, 14, 14];
    assert_eq!(channels(&Lists::<7>::SUMMARY), expected);
    let names = names(&<Lists>::SUMMARY);
    assert_eq!(names[5..8], ["heads1.q_conv", "heads1.k_conv", "heads1.concat1"]);
    assert_eq!(names[10..], ["silu1", "relu1", "silu2", "leaky_relu1"]);
    let Op::Conv(conv) = <Lists>::GRAPH.nodes.at(8).op else { panic!("a convolution") };
    assert_eq!(conv.window.kernel_size.dims(), [3, 5]);
}

#[test]
fn names_can_have_values_that_change() {
    const S: Summary = cnn!([3, 8, 8] <
        let mut c = 3;
        for growth in [1, 2, 3] {
            if growth != 2 { conv(c, c + growth, 1); c += growth; }
            // One that hides it has a value of its own.
            let mut c = 100;
            c = c + 1;
        }
        concat {
            { conv(c, 2, 1); c = 2 * c; }
            c = c + 1;
            conv(_, c, 1);
        }
        [{ conv(_, c, 1); c -= 5; }; 2];
        seq { conv(_, c, 1); c <<= 2; }
        conv(_, c, 1);
        let mut act = relu;
        act;
        act = silu;
        act;
    >);
    assert_eq!(channels(&S), [4, 7, 2, 15, 17, 15, 10, 5, 20, 20, 20]);
}

cnn! {
    /// A constant that is seen from outside.
    pub const DEPTHS: [usize; 3] = [1, TWO, 3];

    const TWO: usize = 1 + ONE;

    const ONE: usize = 1;

    const RATE: f64 = 0.5;

    const UNKNOWN: usize = OUTSIDE;

    const fn width(stage: usize) -> usize {
        let base = [8, 12];
        let mut width = match stage { 0 => base[0], 1..=2 => base[1], _ => 1 };
        for i in 0..stage { width += i; }
        let mut i = 0;
        while i < TWO { width += 1; i += 1; }
        for extra in [1, 2] { width += extra; }
        for i in (0..=TWO).rev() { if i == 1 { break; } width += i; }
        for _ in (0..6).step_by(2) { width += 1; }
        width
    }

    const fn pair(scale: f64) -> [usize; 2] { [(8.0 * scale) as usize, 3] }

    struct Constants: [3, 8, 8] <
        for i in 0..DEPTHS.len() { [conv(_, width(i), 1); DEPTHS[i]]; }
        [conv(_, ONE, 1); TWO];
        dropout(RATE);
        conv(_, UNKNOWN, 1);
        let [c, k] = pair(0.5);
        conv(_, c, k);
        conv(_, pair(2.0)[0], pair(2.0)[1]);
    >
}

#[test]
fn constants_and_functions_are_known_to_both() {
    assert_eq!(DEPTHS, [1, 2, 3]);
    // rustc and the macro have to find the same.
    let widths: Vec<usize> = [0, 1, 1, 2, 2, 2].map(width).to_vec();
    assert_eq!(widths, [18, 22, 22, 23, 23, 23]);
    assert_eq!(channels(&Constants::SUMMARY), [&widths[..], &[1, 1, 1, 5, 4, 16]].concat());
}

cnn! {
    block unit(cin, cout, act = leaky_relu(0.1), norm = batchnorm) {
        conv(cin, cout, 3, padding = same, bias = false);
        norm;
        act;
    }

    block twice(body) { first: body; body }

    block gate(cin, cut) {
        mul {
            identity;
            { adaptive_avgpool(1); conv(cin, cin / cut, 1); relu; conv(cin / cut, cin, 1); sigmoid }
        }
    }

    block with(skip, join) { conv(_, 4, 1); join }

    block added(skip) { add(skip, _) }

    struct Layers: [3, 8, 8] <
        unit(3, 8);
        unit(8, 8, elu(0.5), groupnorm(2));
        let width = 8;
        twice(unit(width, width, act = gate(width, 4)));
        twice(twice(relu));
        skip: conv(8, 4, 1);
        with(skip, added(skip));
    >
}

#[test]
fn layers_with_arguments_are_values() {
    let expected = [
        "unit1.conv1",
        "unit1.bn1",
        "unit1.leaky_relu1",
        "unit2.conv1",
        "unit2.groupnorm1",
        "unit2.elu1",
    ];
    let names = names(&Layers::SUMMARY);
    assert_eq!(names[..6], expected);
    assert!(names.contains(&"twice1.first.gate1.conv2"), "{names:?}");
    assert!(names.contains(&"twice2.first.first"), "{names:?}");
    assert_eq!(names.last(), Some(&"with1.added1.add1"));
    let elu = Layers::GRAPH.node("unit2.elu1").unwrap();
    assert!(matches!(elu.op, Op::Activation(Activation::Elu { alpha }) if alpha == 0.5));
}

macro_rules! network {
    ($name:ident, $shape:expr, $classes:literal, $first:expr, $rest:expr, $range:expr, $label:ident) => {
        cnn! {
            struct $name: $shape -> [$classes] <
                $label: $first;
                $rest;
                for i in $range { conv(_, 2 * $classes + i, 1); }
                concat($label, _);
                fc(_, $classes);
            >
        }
    };
}

network!(Fragments, [3, 8, 8], 10, conv(3, 4, 1), relu, 0..2, stem);

#[test]
fn fragments_of_macros_are_what_they_stand_for() {
    assert_eq!(names(&Fragments::SUMMARY), ["stem", "relu1", "conv1", "conv2", "concat1", "fc1"]);
    assert_eq!(channels(&Fragments::SUMMARY), [4, 4, 20, 21, 25, 10]);
}

cnn! {
    block halved() {
        let [c, h, w] = shape;
        conv(c, c / 2, (h / 4, w / 4));
    }

    struct Sizes<const SIZE: usize = 16>: [3, SIZE, SIZE] <
        let [c, _, _] = shape;
        conv(c, 4 * c, 3, padding = same);
        concat {
            { conv(_, 7, 1); let [inner, _, _] = shape; conv(inner, inner + 1, 1) }
            identity;
        }
        adaptive_avgpool((8, 4));
        halved;
        let [c, h, w] = shape;
        conv(c, c, (h, w));
        flatten;
        let [features] = shape;
        linear(features, features);
    >
}

#[test]
fn sizes_that_arrive_are_values() {
    assert_eq!(channels(&<Sizes>::SUMMARY), [12, 7, 8, 20, 20, 10, 10, 10, 10]);
    assert_eq!(<Sizes>::SUMMARY.rows.at(5).output.dims(), [10, 7, 4]);
    assert_eq!(Sizes::<50>::OUTPUT.dims(), [10]);
    const LISTED: Summary = cnn!([3, 8, 9] < let sizes = shape; linear(sizes[2], sizes.len()) >);
    assert_eq!(LISTED.output.dims(), [3, 8, 3]);
}
