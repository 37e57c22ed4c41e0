//! What the language means: names, groups, repeats, inference, parameters, attributes.

#![allow(deprecated, reason = "networks that test the language need not make sense")]

use cnn::{Kind, Op, Shape, Summary, cnn};
use cnn_core::layers::Join;

const WIDTH: usize = 8;

const fn twice(size: usize) -> usize {
    2 * size
}

mod sizes {
    pub const CLASSES: usize = 10;
}

fn names(summary: &Summary) -> Vec<&'static str> {
    summary.rows.iter().map(|row| row.name).collect()
}

cnn! {
    /// Documented.
    #[derive(Clone, Copy, Debug, Default, PartialEq)]
    pub struct Plain: [3, 28, 28] -> [10] <
        conv(3, 20, 5, 1); relu; maxpool(2, 2);
        conv(20, 50, 5, 1); relu; maxpool(2, 2);
        fc(4 * 4 * 50, 500); relu; dropout(0.5);
        fc(500, 10);
    >

    struct Second: [8] { linear(8, 4); softmax(1) }
}

#[test]
fn a_network_is_a_unit_struct_with_constants() {
    assert_eq!(Plain, Default::default());
    assert_eq!(Plain::INPUT.dims(), [3, 28, 28]);
    assert_eq!(Plain::OUTPUT.dims(), [10]);
    assert_eq!(Plain::PARAMS, 432_080);
    assert_eq!(Plain::GRAPH.nodes.len(), Plain::SUMMARY.rows.len());
    assert_eq!((Plain::SUMMARY.name, Plain::GRAPH.name), ("Plain", "Plain"));
    let _ = Second;
    assert_eq!(Second::OUTPUT.dims(), [4]);
    fn params<N: cnn::Network>() -> u64 {
        N::SUMMARY.params
    }
    assert_eq!(params::<Plain>(), Plain::PARAMS);
}

#[test]
fn every_argument_can_be_given_by_position() {
    const BY_POSITION: Summary = cnn!([4, 30, 30] <
        conv(4, 8, 3, 1, 0, 2, 2, false);
        batchnorm(8, 1e-3, 0.2, true, false);
        leaky_relu(0.2, false);
        maxpool(3, 2, 1, 1, false, true);
        conv_transpose(8, 4, 3, 2, 1, 1, 2, false, 2);
        avgpool(2, 2, 0, true, false);
        instancenorm(4, 1e-4, 0.1, true, true);
        groupnorm(2, 4, 1e-4, false);
        lrn(5, 1e-3, 0.5, 2.0);
        pad(1, reflect);
        upsample(2, bilinear, true);
        layernorm(_, 1e-6, false);
        dropout(0.1, false);
        fc(_, 10, false);
    >);
    const BY_NAME: Summary = cnn!([4, 30, 30] <
        conv(4, 8, 3, dilation = 2, groups = 2, bias = false);
        batchnorm(8, eps = 1e-3, momentum = 0.2, track_running_stats = false);
        leaky_relu(0.2);
        maxpool(3, stride = 2, padding = 1, ceil_mode = true);
        conv_transpose(
            8, 4, 3, stride = 2, padding = 1, output_padding = 1, groups = 2, bias = false,
            dilation = 2,
        );
        avgpool(2, ceil_mode = true, count_include_pad = false);
        instancenorm(4, eps = 1e-4, affine = true, track_running_stats = true);
        groupnorm(2, 4, eps = 1e-4, affine = false);
        lrn(5, alpha = 1e-3, beta = 0.5, k = 2.0);
        pad(1, mode = reflect);
        upsample(2, mode = bilinear, align_corners = true);
        layernorm(_, eps = 1e-6, elementwise_affine = false);
        dropout(0.1);
        fc(_, 10, bias = false);
    >);
    assert_eq!(BY_POSITION, BY_NAME);
    cnn! {
        struct Net: [4, 30, 30] <
            maxpool(3, 2, 1, 1, false, true);
            batchnorm(4, 1e-3, 0.2, true, false);
        >
    }
    let ops: Vec<Op> = Net::GRAPH.nodes.iter().map(|node| node.op).collect();
    let [Op::MaxPool(pool), Op::BatchNorm(norm)] = ops[..] else { panic!("{ops:?}") };
    assert!(pool.ceil_mode);
    assert_eq!((norm.eps, norm.momentum), (1e-3, 0.2));
    assert!(norm.affine && !norm.track_running_stats);
}

#[test]
fn layers_are_named_as_in_pytorch() {
    const S: Summary = cnn!([3, 32, 32] <
        conv(3, 8, 3); batchnorm; relu;
        conv(8, 8, 3); batchnorm; relu;
        features: seq {
            conv(8, 8, 3);
            relu;
            named: conv(8, 8, 3);
            _: { relu; relu }
            seq { conv(8, 8, 3); relu }
            [relu; 2];
            relu;
        }
        { conv(8, 8, 3); relu }
        stage: { conv(8, 8, 3); conv(8, 8, 3) }
        tower: [relu; 3];
        "block1-0": relu;
        fc(_, 10);
    >);
    let expected = [
        "conv1",
        "bn1",
        "relu1",
        "conv2",
        "bn2",
        "relu2",
        "features.0",
        "features.1",
        "features.named",
        "features.3",
        "features.4",
        "features.5.0",
        "features.5.1",
        "features.6",
        "features.7",
        "features.8",
        "conv3",
        "relu3",
        "stage.conv1",
        "stage.conv2",
        "tower.0",
        "tower.1",
        "tower.2",
        "block1-0",
        "fc1",
    ];
    assert_eq!(names(&S), expected);
}

#[test]
fn a_sequence_without_a_label_is_the_network_itself() {
    const S: Summary = cnn!([3, 8, 8] < seq { conv(3, 8, 3); relu; fc(_, 10) } >);
    assert_eq!(names(&S), ["0", "1", "2"]);
}

#[test]
fn arguments_are_rust_expressions() {
    const S: Summary = cnn!([3, 28, 28] <
        conv(3, WIDTH, 3, padding = 1 << 0);
        conv(WIDTH, twice(WIDTH), [3, 5], stride = (2, 1), padding = (1, 2));
        conv(_, { 4 * WIDTH }, kernel_size = 1, bias = !true);
        dropout(1.0 / 4.0);
        fc(4 * WIDTH * 14 * 28, sizes::CLASSES);
    >);
    assert_eq!(S.rows.at(1).output.dims(), [16, 14, 28]);
    assert_eq!(S.rows.at(2).params, 16 * 32);
    assert_eq!(S.output.dims(), [10]);
}

#[test]
fn names_and_positions_are_the_same() {
    const A: Summary = cnn!([3, 28, 28] < conv(3, 20, 5, 2, 1) >);
    const B: Summary = cnn!([3, 28, 28] <
        conv(padding = 1, stride = 2, kernel_size = 5, out_channels = 20, in_channels = 3);
    >);
    assert_eq!((A.output, A.params, A.macs), (B.output, B.params, B.macs));
}

#[test]
fn one_keyword_serves_all_ranks() {
    const LINE: Summary = cnn!([4, 100] < conv(4, 8, 5); maxpool(2); batchnorm; fc(_, 10) >);
    const IMAGE: Summary = cnn!([4, 100, 9] < conv(4, 8, 5); maxpool(2); batchnorm; fc(_, 10) >);
    const VIDEO: Summary = cnn!([4, 9, 9, 9] < conv(4, 8, 5); maxpool(2); batchnorm; fc(_, 10) >);
    let classes = |summary: &Summary| [0, 1, 2, 3].map(|row: usize| summary.rows.at(row).class);
    assert_eq!(classes(&LINE), ["Conv1d", "MaxPool1d", "BatchNorm1d", "Linear"]);
    assert_eq!(classes(&IMAGE), ["Conv2d", "MaxPool2d", "BatchNorm2d", "Linear"]);
    assert_eq!(classes(&VIDEO), ["Conv3d", "MaxPool3d", "BatchNorm3d", "Linear"]);
    assert_eq!(VIDEO.rows.at(0).params, 8 * 4 * 125 + 8);
}

#[test]
fn what_arrives_is_inferred() {
    const S: Summary = cnn!([3, 28, 20] <
        conv(_, 6, 3); batchnorm; groupnorm(3); prelu(_); layernorm; layer_scale;
        adaptive_avgpool((_, 4)); linear(_, 5); fc(_, 7);
    >);
    let params: Vec<u64> = S.rows.iter().map(|row| row.params).collect();
    let norm = 2 * 6 * 26 * 18;
    assert_eq!(params, [168, 12, 12, 6, norm, 6, 0, 25, 6 * 26 * 5 * 7 + 7]);
    assert_eq!(S.rows.at(6).output.dims(), [6, 26, 4]);
}

cnn! {
    /// With parameters.
    pub struct Generic<const CLASSES: usize = 10, const SIZE: usize = 28, const BIAS: bool = true>:
        [1, SIZE, SIZE] -> [CLASSES]
    <
        conv(1, 8, 3, bias = BIAS); relu;
        fc(8 * (SIZE - 2) * (SIZE - 2), CLASSES);
    >

    /// Without defaults: known only where it is used.
    pub struct Open<const CLASSES: usize>: [4] -> [CLASSES] < fc(4, CLASSES) >
}

#[test]
fn networks_have_parameters() {
    assert_eq!(<Generic>::PARAMS, 80 + 8 * 26 * 26 * 10 + 10);
    assert_eq!(Generic::<2, 10, false>::PARAMS, 72 + 8 * 8 * 8 * 2 + 2);
    assert_eq!(Generic::<2, 10>::OUTPUT.dims(), [2]);
    assert_eq!(Open::<3>::PARAMS, 15);
    const _: () = assert!(Open::<1000>::OUTPUT.size(0) == 1000);
}

#[test]
fn frozen_parameters_are_not_trainable() {
    const S: Summary = cnn!([3, 8, 8] <
        #[frozen] stem: seq { conv(3, 8, 3); batchnorm }
        #[frozen] conv(8, 8, 3);
        /// A comment in the place of documentation.
        conv(8, 8, 3);
    >);
    assert_eq!(S.params, 224 + 16 + 2 * 584);
    assert_eq!(S.trainable_params, 584);
    assert_eq!(S.buffers, 16);
    assert_eq!(S.rows.at(3).trainable_params, 584);
}

#[test]
fn repeats_can_be_nested_and_empty() {
    const S: Summary = cnn!([3, 8, 8] <
        [relu; 0];
        [{ [relu; 2]; tanh }; 3];
        body: [seq { conv(_, 4, 3, padding = same); relu }; 2];
    >);
    let expected = [
        "relu1", "relu2", "tanh1", "relu3", "relu4", "tanh2", "relu5", "relu6", "tanh3",
        "body.0.0", "body.0.1", "body.1.0", "body.1.1",
    ];
    assert_eq!(names(&S), expected);
    assert_eq!(S.rows.at(11).params, 4 * 4 * 9 + 4);
}

#[test]
fn hyper_parameters_reach_the_graph() {
    cnn! {
        struct Net: [4, 9, 9] <
            batchnorm(eps = 1e-3, momentum = 0.01);
            leaky_relu(0.2); gelu(tanh); elu;
            conv(4, 8, (3, 4), stride = (1, 2), padding = (1, 0));
            conv(8, 8, 4, padding = same);
            pad((1, 2, -1, 0), mode = replicate);
            softmax(-1);
            permute((0, 2, 3, 1));
            channels(1..4);
            dropout(1);
        >
    }
    let ops: Vec<Op> = Net::GRAPH.nodes.iter().map(|node| node.op).collect();
    let Op::BatchNorm(norm) = ops[0] else { panic!() };
    assert_eq!((norm.eps, norm.momentum), (1e-3, 0.01));
    assert_eq!(ops[1], Op::Activation(cnn::ops::Activation::LeakyRelu { negative_slope: 0.2 }));
    assert_eq!(ops[2], Op::Activation(cnn::ops::Activation::Gelu { tanh: true }));
    assert_eq!(ops[3], Op::Activation(cnn::ops::Activation::Elu { alpha: 1.0 }));
    let Op::Conv(conv) = ops[4] else { panic!() };
    assert_eq!(conv.window.kernel_size, Shape::new(&[3, 4]));
    assert_eq!(conv.window.padding.axis(0), (1, 1));
    let Op::Conv(same) = ops[5] else { panic!() };
    assert_eq!(same.window.padding.axis(0), (1, 2));
    let Op::Pad(pad) = ops[6] else { panic!() };
    assert_eq!((pad.before, pad.after), ([-1, 1, 0], [0, 2, 0]));
    let Op::Softmax(softmax) = ops[7] else { panic!() };
    assert_eq!(softmax.dim, 2);
    let Op::Permute(permute) = ops[8] else { panic!() };
    assert_eq!(permute.dims.dims(), [1, 2, 0]);
    assert_eq!(Net::GRAPH.nodes.at(9).kind, Kind::Channels);
    assert_eq!(Net::OUTPUT.dims(), [3, 6, 8]);
}

#[test]
fn names_of_constants_and_networks_are_free() {
    const SIZE: usize = 1;
    const SAME: usize = 0;
    const S: Summary = cnn!([3, 8, 8] < conv(3, 4, 3, padding = SIZE); conv(4, 4, 3, 1, SAME) >);
    assert_eq!(S.output.dims(), [4, 6, 6]);
    cnn! {
        #[deprecated]
        struct Old: [3] < relu >
        struct r#Raw: [3] < relu >
    }
    assert_eq!(Raw::SUMMARY.name, "Raw");
    #[allow(deprecated, reason = "that it is deprecated is what is tested")]
    let params = Old::PARAMS;
    assert_eq!(params, 0);
}

#[test]
fn layers_are_found_by_name_and_summaries_can_be_compared() {
    assert_eq!(Plain::SUMMARY.row("fc2").unwrap().params, 5_010);
    assert!(Plain::SUMMARY.row("fc3").is_none());
    assert_eq!(Plain::GRAPH.node("conv2").unwrap().output.dims(), [50, 8, 8]);
    assert_eq!(Plain::SUMMARY, Plain::SUMMARY);
    assert_eq!(Plain::GRAPH, Plain::GRAPH);
    assert_ne!(Plain::SUMMARY, Second::SUMMARY);
    assert_ne!(Plain::GRAPH, Second::GRAPH);
}

#[test]
fn networks_can_stand_anywhere() {
    fn in_a_function() -> u64 {
        cnn! { struct Local: [4] < fc(4, 2) > }
        Local::PARAMS
    }
    assert_eq!(in_a_function(), 10);
    let array = [0u8; cnn!([4] < fc(4, 2) >).params as usize];
    assert_eq!(array.len(), 10);
    match 10 {
        params if params == cnn!([4] < fc(4, 2) >).params => {}
        _ => panic!(),
    }
}

cnn! {
    block stage(c) {
        conv(c, c, 3, padding = 1, bias = false);
        #[cfg(test)]
        batchnorm;
        #[cfg(not(test))]
        instancenorm;
        #[cfg(all(test, not(test)))]
        "never{c}": tanh;
    }

    struct Configured: [3, 8, 8] -> [10] <
        #[cfg(test)]
        stem: conv(3, 4, 1);
        #[cfg(not(test))]
        stem: conv(3, 16, 1);
        #[cfg(test)]
        seq {
            stage(4);
            #[cfg(not(test))]
            stage(5);
        }
        concat { #[cfg(not(test))] relu; identity; #[cfg(test)] relu }
        #[cfg(not(test))]
        let classes = 1000;
        #[cfg(test)]
        let classes = 10;
        fc(_, classes);
    >
}

#[test]
fn layers_are_there_if_their_condition_holds() {
    let kinds: Vec<Kind> = Configured::SUMMARY.rows.iter().map(|row| row.kind).collect();
    use Kind::*;
    assert_eq!(kinds, [Conv, Conv, BatchNorm, Relu, Concat, Fc]);
    assert_eq!(Configured::SUMMARY.rows.at(0).name, "stem");

    const INLINE: Summary = cnn!([3, 8, 8] < #[cfg(test)] relu; #[cfg(not(test))] tanh; fc(_, 2) >);
    assert_eq!(INLINE.rows.at(0).kind, Relu);

    fn inside() -> u64 {
        cnn! { struct Inside: [3] < #[cfg(not(test))] relu; linear(3, 2) > }
        Inside::PARAMS
    }
    assert_eq!(inside(), 8);
}

#[test]
fn branches_are_concatenated_along_any_dim() {
    const LAST: isize = -1;
    cnn! {
        struct Net: [8, 16, 12] <
            concat(dim = 2) { identity; slice(2, 0..4) }
            rows: relu;
            slice(3, 0..5);
            concat(rows, dim = LAST);
            concat(dim = -3) { identity; relu }
        >
    }
    assert_eq!(Net::OUTPUT.dims(), [16, 20, 17]);
    let dims = Net::GRAPH.nodes.iter().filter_map(|node| match node.op {
        Op::Join(Join::Concat { dim }) => Some(dim),
        _ => None,
    });
    assert_eq!(dims.collect::<Vec<_>>(), [1, 2, 0]);
}

#[test]
fn sizes_stand_where_integers_are_taken() {
    cnn! {
        struct Net<const D: usize = 2, const E: isize = 1>: [8, 16, 12] <
            slice(D - 5, 0..4);
            slice(-D.div_ceil(4), 0..3);
            flip((E, -1));
        >
    }
    assert_eq!(<Net>::OUTPUT.dims(), [4, 16, 3]);
    assert_eq!(Net::<3, 1>::OUTPUT.dims(), [8, 4, 3]);
}

#[test]
fn sizes_are_known_where_only_channels_are_not() {
    const WIDTH: usize = 24;
    cnn! {
        struct Net<const C: usize = 8>: [3, 20, 12] <
            conv(3, WIDTH, 3); batchnorm(WIDTH); relu;
            let [_, h, w] = shape;
            conv(WIDTH, C, (h, 1));
            conv(C, h, 1);
            let [channels, _, _] = shape;
            linear(w, channels);
        >
    }
    assert_eq!(<Net>::OUTPUT.dims(), [18, 1, 18]);
}

#[test]
fn functions_know_the_methods_of_integers() {
    cnn! {
        const fn side(n: usize) -> usize { n.isqrt() + n.abs_diff(48) % 2 + n.ilog2() as usize - 5 }

        struct Net: [49, 8, 8] < [relu6; side(49)]; conv(49, side(49).pow(2).min(70), 1) >
    }
    assert_eq!(Net::SUMMARY.rows.len(), 9);
    assert_eq!(Net::OUTPUT.dims(), [64, 8, 8]);
}
