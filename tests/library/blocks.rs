//! What branches, blocks, labels, conditions, iterations and networks in networks mean.

#![allow(deprecated, reason = "networks that test the language need not make sense")]

use cnn::{Op, Source, Summary, cnn};

fn names(summary: &Summary) -> Vec<&'static str> {
    summary.rows.iter().map(|row| row.name).collect()
}

/// The names of the values that a layer takes.
fn inputs(summary: &Summary, name: &str) -> Vec<&'static str> {
    let row = summary.rows.iter().find(|row| row.name == name).unwrap();
    let name = |source| match source {
        Source::Input(_) => "input",
        Source::Node(index) => summary.rows.at(index).name,
        Source::Tap { .. } => unreachable!("nothing is taken from inside of these"),
    };
    row.inputs.iter().map(|edge| name(edge.from)).collect()
}

#[test]
fn branches_begin_with_the_same_value() {
    const S: Summary = cnn!([8, 6, 6] <
        first: relu;
        residual { conv(8, 8, 3, padding = 1); batchnorm }
        residual { a: conv(8, 16, 3, 2, padding = 1) } shortcut { b: conv(8, 16, 1, 2) }
        // A label of a join is a scope, too.
        joined: concat { conv(16, 4, 1); { relu; conv(16, 6, 1) } identity }
        mul { identity; { adaptive_avgpool(1); sigmoid } }
        add { identity; relu; tanh }
    >);
    assert_eq!(inputs(&S, "add1"), ["bn1", "first"]);
    assert_eq!(inputs(&S, "add2"), ["a", "b"]);
    assert_eq!(inputs(&S, "joined"), ["joined.conv1", "joined.conv2", "add2"]);
    assert_eq!(inputs(&S, "mul1"), ["joined", "sigmoid1"]);
    assert_eq!(inputs(&S, "add3"), ["mul1", "relu1", "tanh1"]);
    assert_eq!(S.output.dims(), [26, 3, 3]);
}

#[test]
fn a_single_branch_is_no_join() {
    const S: Summary = cnn!([8] < add { if true { relu } } concat { for i in 0..1 { tanh; } } >);
    assert_eq!(names(&S), ["relu1", "tanh1"]);
}

#[test]
fn a_label_is_what_left_the_statement_that_has_it() {
    const S: Summary = cnn!([4, 8, 8] <
        encoder: {
            first: seq { conv(4, 6, 3, padding = 1); relu }
            pool: maxpool(2);
        }
        conv_transpose(6, 6, 2, stride = 2);
        skip: concat(encoder.first, _);
        tanh;
        add(skip);
        decoder: { inner: relu; add(_, skip); mul(inner) }
    >);
    assert_eq!(inputs(&S, "skip"), ["encoder.first.1", "conv_transpose1"]);
    assert_eq!(inputs(&S, "add1"), ["tanh1", "skip"]);
    assert_eq!(inputs(&S, "decoder.add1"), ["decoder.inner", "skip"]);
    assert_eq!(inputs(&S, "decoder.mul1"), ["decoder.add1", "decoder.inner"]);
}

cnn! {
    /// The next multiple, at least one.
    const fn divisible(value: f64, by: usize) -> usize {
        let nearest = (value + by as f64 / 2.0) as usize / by * by;
        if nearest == 0 { by } else { nearest }
    }

    block unit(cin, cout, act = relu, kernel_size = 3, norm = true, dilation = 1) {
        conv(cin, cout, kernel_size, dilation = dilation, padding = same, bias = !norm);
        if norm { batchnorm(cout) }
        act;
    }

    /// A block whose layers have the names of the place it is called at.
    block twice(c, layer) { layer(c, c); layer(c, 2 * c) }

    block tail(from) { relu; concat(from, _) }

    struct Blocks: [3, 16, 16] <
        stem: unit(3, divisible(10.5, 4));
        unit(12, 12, act = silu, kernel_size = (3, 5), dilation = (2, 1));
        _: unit(12, 12, tanh, norm = false);
        body: seq { _: twice(12, unit); unit(24, 24) }
        tail(body);
    >
}

#[test]
fn blocks_are_opened_with_the_values_of_their_parameters() {
    let expected = [
        "stem.conv1",
        "stem.bn1",
        "stem.relu1",
        "unit1.conv1",
        "unit1.bn1",
        "unit1.silu1",
        "conv1",
        "tanh1",
        "body.0.conv1",
        "body.0.bn1",
        "body.0.relu1",
        "body.1.conv1",
        "body.1.bn1",
        "body.1.relu1",
        "body.2.conv1",
        "body.2.bn1",
        "body.2.relu1",
        "tail1.relu1",
        "tail1.concat1",
    ];
    assert_eq!(names(&Blocks::SUMMARY), expected);
    assert_eq!(Blocks::SUMMARY.rows.at(0).params, 3 * 12 * 9);
    let Op::Conv(conv) = Blocks::GRAPH.nodes.at(3).op else { panic!() };
    assert_eq!(conv.window.kernel_size.dims(), [3, 5]);
    assert_eq!(conv.window.dilation.dims(), [2, 1]);
    assert_eq!(Blocks::SUMMARY.rows.at(6).params, 12 * 12 * 9 + 12);
    assert_eq!(inputs(&Blocks::SUMMARY, "tail1.concat1"), ["body.2.relu1", "tail1.relu1"]);
    // The function is Rust.
    assert_eq!(divisible(10.5, 4), 12);
}

#[test]
fn conditions_iterations_and_values_are_decided_by_the_macro() {
    const S: Summary = cnn!([4, 32, 32] <
        let base = 4;
        stages: seq {
            for i in 0..3 {
                let cin = base << i;
                "stage{i + 1}": {
                    conv(cin, 2 * cin, 3, padding = 1);
                    if i == 1 { relu } else if i == 2 { tanh } else { sigmoid }
                }
                maxpool(2);
            }
        }
    >);
    let expected = [
        "stages.stage1.conv1",
        "stages.stage1.sigmoid1",
        "stages.1",
        "stages.stage2.conv1",
        "stages.stage2.relu1",
        "stages.3",
        "stages.stage3.conv1",
        "stages.stage3.tanh1",
        "stages.5",
    ];
    assert_eq!(names(&S), expected);
    assert_eq!(S.output.dims(), [32, 4, 4]);
}

mod backbones {
    cnn::cnn! {
        pub struct Small<const WIDTH: usize = 8>: [3, 16, 16] <
            stem: conv(3, WIDTH, 3, padding = 1);
            residual { conv(WIDTH, WIDTH, 3, padding = 1); batchnorm }
        >
    }
}

cnn! {
    struct Classifier: [3, 16, 16] -> [10] <
        backbone: backbones::Small<4>;
        _: Head;
        relu;
    >

    struct Head: [4, 16, 16] -> [10] < avgpool: adaptive_avgpool(1); fc: fc(4, 10) >

    /// A head on any network.
    struct On<B: cnn::Network, const CLASSES: usize = 10>: [3, 16, 16] -> [CLASSES] <
        backbone: B;
        adaptive_avgpool(1);
        fc: fc(_, CLASSES);
    >
}

#[test]
fn networks_stand_in_networks() {
    assert_eq!(names(&Classifier::SUMMARY), ["backbone", "", "relu1"]);
    let leaves: Vec<String> = Classifier::SUMMARY.leaves().map(|leaf| leaf.name).collect();
    let expected = [
        "backbone.stem",
        "backbone.conv1",
        "backbone.bn1",
        "backbone.add1",
        "avgpool",
        "fc",
        "relu1",
    ];
    assert_eq!(leaves, expected);
    let state: Vec<String> = Classifier::GRAPH.state_dict().into_iter().map(|(n, _)| n).collect();
    assert!(state.contains(&"backbone.bn1.running_mean".to_owned()));
    assert!(state.contains(&"fc.weight".to_owned()));
    assert_eq!(Classifier::PARAMS, backbones::Small::<4>::PARAMS + Head::PARAMS);
    assert_eq!(On::<backbones::Small<4>>::PARAMS, Classifier::PARAMS);
    assert_eq!(On::<backbones::Small<6>, 3>::OUTPUT.dims(), [3]);
    assert_eq!(On::<backbones::Small<6>, 3>::PARAMS, backbones::Small::<6>::PARAMS + 6 * 3 + 3);
}

#[test]
fn the_peak_knows_what_branches_keep_alive() {
    const S: Summary = cnn!([4, 8] <
        a: conv(4, 8, 1);                                  // 32 + 64
        residual { conv(8, 2, 1); relu; conv(2, 8, 1) }     // a, 16 + 16; a, 16 + 64; a + 64 + 64
    >);
    assert_eq!(S.peak_activations, 3 * 64);
    // Inside of a network the input is kept, if it is still needed outside.
    cnn! {
        struct Inner: [8, 8] < relu; relu >
        struct Outer: [8, 8] < residual { Inner } >
        struct Alone: [8, 8] < Inner >
    }
    assert_eq!(Inner::SUMMARY.peak_activations, 2 * 64);
    assert_eq!(Alone::SUMMARY.peak_activations, 2 * 64);
    assert_eq!(Outer::SUMMARY.peak_activations, 3 * 64);
}

cnn! {
    /// A block with a layer that is called as one of the network's is.
    block up(skip, c) {
        conv1: conv(c, c, 3, padding = 1);
        concat(skip, _);
    }

    /// Hands a label on, under other names.
    block outer(from, c) { _: middle(c, skip = from) }

    block middle(c, skip) { skip: up(skip, c) }

    struct Shadowed: [4, 8, 8] <
        conv1: conv(4, 6, 3, padding = 1);
        tanh;
        up(conv1, 6);
        conv2: conv(12, 4, 1);
        // Here, it has the same name in full, but for the block.
        decoder: { conv1: conv(4, 5, 1); relu; outer(conv1, 5) }
    >
}

#[test]
fn a_label_is_looked_up_where_the_call_stands() {
    assert_eq!(inputs(&Shadowed::SUMMARY, "up1.concat1"), ["conv1", "up1.conv1"]);
    let inner = "decoder.outer1.skip";
    let joined = inputs(&Shadowed::SUMMARY, &format!("{inner}.concat1"));
    assert_eq!(joined, ["decoder.conv1".to_owned(), format!("{inner}.conv1")]);
}

#[test]
fn a_parameter_hides_the_labels_further_out() {
    cnn! {
        block tail(skip) { relu; add(skip, _) }
        block on_default(skip = body) { relu; add(skip, _) }
        // A value that is not a label hides nothing of its own block.
        block own(width, act = silu) {
            width: conv(width, width, 1); act: act; add(width, _); mul(act); tanh; add(act);
        }
        struct Net: [4, 8] <
            skip: relu;
            body: tanh;
            relu: sigmoid;
            tail(body);
            tail(skip);
            tail("skip");
            // A word can be a label, too.
            tail(relu);
            tail(_);
            on_default();
            own(4);
        >
    }
    assert_eq!(inputs(&Net::SUMMARY, "tail1.add1"), ["body", "tail1.relu1"]);
    assert_eq!(inputs(&Net::SUMMARY, "tail2.add1"), ["skip", "tail2.relu1"]);
    assert_eq!(inputs(&Net::SUMMARY, "tail3.add1"), ["skip", "tail3.relu1"]);
    assert_eq!(inputs(&Net::SUMMARY, "tail4.add1"), ["relu", "tail4.relu1"]);
    // What flows here is what flows where the block joins it, and no label that is called so.
    assert_eq!(inputs(&Net::SUMMARY, "tail5.add1"), ["tail5.relu1", "tail5.relu1"]);
    assert_eq!(inputs(&Net::SUMMARY, "on_default1.add1"), ["body", "on_default1.relu1"]);
    assert_eq!(inputs(&Net::SUMMARY, "own1.add1"), ["own1.width", "own1.act"]);
    assert_eq!(inputs(&Net::SUMMARY, "own1.add2"), ["own1.tanh1", "own1.act"]);
}

#[test]
fn labels_within_what_a_block_is_given_are_found() {
    cnn! {
        block tail(from) {
            conv1: relu; first: tanh; add(from.conv1, from.inner.first, _); _: last(from.inner);
        }
        block last(from) { tanh; add(from.first, _) }
        struct Net: [4, 8] <
            conv1: sigmoid;
            encoder: { body: { conv1: silu; inner: { first: relu; tanh } } tail(body) }
        >
    }
    let (body, tail) = ("encoder.body", "encoder.tail1");
    let expected =
        [format!("{body}.conv1"), format!("{body}.inner.first"), format!("{tail}.first")];
    assert_eq!(inputs(&Net::SUMMARY, "encoder.tail1.add1"), expected);
    let expected = [format!("{body}.inner.first"), format!("{tail}.tanh1")];
    assert_eq!(inputs(&Net::SUMMARY, "encoder.tail1.add2"), expected);
}

#[test]
fn labels_as_arguments_are_computed_where_the_call_stands() {
    cnn! {
        block tail(skip) { for i in 7..8 { "a{i}": tanh; } add(skip, _) }
        block at(i, prefix = 0) { relu; _: tail("a{i + 1 - prefix}") }
        struct Net: [4, 8] <
            for i in 0..3 { "a{i}": relu; sigmoid; }
            for i in 0..3 { tail("a{i}"); }
            at(0); at(2, prefix = 1);
            let last = "a{1 + 1}";
            tanh; add(last);
        >
    }
    for i in 0..3 {
        let name = format!("tail{}", i + 1);
        assert_eq!(
            inputs(&Net::SUMMARY, &format!("{name}.add1")),
            [format!("a{i}"), format!("{name}.a7")]
        );
    }
    assert_eq!(inputs(&Net::SUMMARY, "at1.add1"), ["a1", "at1.a7"]);
    assert_eq!(inputs(&Net::SUMMARY, "at2.add1"), ["a2", "at2.a7"]);
    assert_eq!(inputs(&Net::SUMMARY, "add1"), ["tanh1", "a2"]);
}

cnn! {
    /// Joins what each of several layers makes of what the one before it made: VoVNet's module.
    block osa(cin, mid, cout, layers) {
        input: identity;
        for i in 0..layers {
            "layer{i}": conv(_, mid, 3, padding = 1, bias = false);
        }
        concat(input, ["layer{i}" for i in 0..layers]);
        conv(cin + layers * mid, cout, 1);
    }

    block joined(all) { concat(all) }

    block summed(all) { tanh; sums: joined_by(all); add(all, _) }

    block joined_by(all) { add(all) }

    struct Listed: [4, 6, 6] <
        osa(4, 3, 4, 5);
        a: relu; b: tanh; c: sigmoid;
        joined([a, b]);
        conv(12, 4, 1);
        let parts = ["part{i}" for i in 0..4];
        for i in 0..4 { "part{i}": conv(4, 4, 1); }
        out: add(a, parts);
        add([c, "part{2 - 1}"], _);
        summed(["part{i + 1}" for i in 0..2]);
        // Nothing to join is not a mistake where `_` is joined anyway.
        concat(["part{i}" for i in 4..4], _);
    >
}

#[test]
fn lists_of_labels_are_joined() {
    let osa = inputs(&Listed::SUMMARY, "osa1.concat1");
    let layers = (0..5).map(|i| format!("osa1.layer{i}"));
    assert_eq!(osa, [vec!["osa1.input".to_owned()], layers.collect()].concat());
    // What flows is the first, unless the list has it.
    assert_eq!(inputs(&Listed::SUMMARY, "joined1.concat1"), ["c", "a", "b"]);
    assert_eq!(inputs(&Listed::SUMMARY, "out"), ["a", "part0", "part1", "part2", "part3"]);
    assert_eq!(inputs(&Listed::SUMMARY, "add1"), ["c", "part1", "out"]);
    assert_eq!(inputs(&Listed::SUMMARY, "summed1.sums.add1"), ["summed1.tanh1", "part1", "part2"]);
    assert_eq!(inputs(&Listed::SUMMARY, "summed1.add1"), ["part1", "part2", "summed1.sums.add1"]);
    assert_eq!(names(&Listed::SUMMARY).last(), Some(&"summed1.add1"));
}

#[test]
fn what_flows_is_joined_where_it_is_among_labels() {
    const S: Summary = cnn!([4, 6, 6] <
        input: identity;
        for i in 0..3 {
            "joined{i}": concat(input, ["part{j}" for j in 0..i]);
            "part{i}": conv(_, 2, 1);
        }
        // WaveNet adds what left its layers by the way.
        add(["part{i}" for i in 0..3]);
    >);
    // At first, there is nothing but the input, and nothing to join.
    assert!(!names(&S).contains(&"joined0"));
    assert_eq!(inputs(&S, "part0"), ["input"]);
    assert_eq!(inputs(&S, "joined1"), ["input", "part0"]);
    assert_eq!(inputs(&S, "joined2"), ["input", "part0", "part1"]);
    assert_eq!(inputs(&S, "add1"), ["part0", "part1", "part2"]);
}

#[test]
fn lists_of_numbers_can_be_computed() {
    const S: Summary = cnn!([3, 8, 8] <
        let pads = [2 * i for i in 0..4];
        pad(pads);
        let sizes = [2 + i for i in 1..3];
        adaptive_avgpool(sizes);
    >);
    assert_eq!(S.rows.at(0).output.dims(), [3, 8 + 4 + 6, 8 + 2]);
    assert_eq!(S.output.dims(), [3, 3, 4]);
}
