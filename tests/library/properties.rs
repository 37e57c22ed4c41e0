//! Properties over random layers: the algebra against loops that do the work.

use cnn::{Kind, Shape};
use cnn_core::{Arg, Args, Arrivals, Resolved, resolve};
use proptest::prelude::*;

/// The sizes of a sliding window along one axis.
#[derive(Clone, Copy, Debug)]
struct Axis {
    input: usize,
    kernel: usize,
    stride: usize,
    padding: usize,
    dilation: usize,
}

fn axis() -> impl Strategy<Value = Axis> {
    (1..14usize, 1..6usize, 1..5usize, 0..4usize, 1..4usize).prop_map(
        |(input, kernel, stride, padding, dilation)| Axis {
            input,
            kernel,
            stride,
            padding,
            dilation,
        },
    )
}

fn axes() -> impl Strategy<Value = Vec<Axis>> {
    prop::collection::vec(axis(), 1..4)
}

impl Axis {
    /// Where the windows of a convolution start, found by trying.
    fn starts(self) -> Vec<usize> {
        let extent = self.dilation * (self.kernel - 1) + 1;
        let end = self.input + 2 * self.padding;
        (0..end).step_by(self.stride).filter(|start| start + extent <= end).collect()
    }

    /// Where the windows of a pool start that may extend past the end of the input.
    fn overhanging_starts(self) -> Vec<usize> {
        let extent = self.dilation * (self.kernel - 1) + 1;
        let end = self.input + 2 * self.padding;
        // As far as a window that is moved less than one stride still fits.
        let fits = |start: &usize| start + extent < end + self.stride;
        let starts = (0..self.input + self.padding).step_by(self.stride);
        starts.filter(fits).collect()
    }
}

/// An argument with a value for each axis.
fn each(axes: &[Axis], size: fn(&Axis) -> usize) -> Arg<'static> {
    Arg::List(axes.iter().map(|axis| Arg::Size(size(axis))).collect::<Vec<_>>().leak())
}

fn shape(channels: usize, sizes: impl Iterator<Item = usize>) -> Shape {
    Shape::new(&[channels].into_iter().chain(sizes).collect::<Vec<_>>())
}

fn run(kind: Kind, input: Shape, others: &[(usize, Arg<'_>)]) -> Option<Resolved> {
    let resolved = resolve(kind, &Args { sizes: &[], others }, &Arrivals::one(input));
    resolved.errors.is_empty().then_some(resolved)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_convolution_does_as_many_macs_as_its_loops(
        axes in axes(),
        (groups, inputs, outputs) in (1..4usize, 1..4usize, 1..4usize),
        bias: bool,
    ) {
        let (inputs, outputs) = (inputs * groups, outputs * groups);
        let resolved = run(Kind::Conv, shape(inputs, axes.iter().map(|axis| axis.input)), &[
            (0, Arg::Size(inputs)),
            (1, Arg::Size(outputs)),
            (2, each(&axes, |axis| axis.kernel)),
            (3, each(&axes, |axis| axis.stride)),
            (4, each(&axes, |axis| axis.padding)),
            (5, each(&axes, |axis| axis.dilation)),
            (6, Arg::Size(groups)),
            (7, Arg::Flag(bias)),
        ]);
        let places: Vec<usize> = axes.iter().map(|axis| axis.starts().len()).collect();
        let Some(conv) = resolved else {
            prop_assert!(places.contains(&0));
            return Ok(());
        };
        prop_assert_eq!(conv.output, shape(outputs, places.iter().copied()));
        let mut macs = 0u64;
        for _output_channel in 0..outputs {
            for _place in 0..places.iter().product() {
                for _input_channel in 0..inputs / groups {
                    macs += axes.iter().map(|axis| axis.kernel as u64).product::<u64>();
                }
            }
        }
        prop_assert_eq!(conv.cost.macs, macs);
        prop_assert_eq!(conv.cost.ops, if bias { conv.cost.activations } else { 0 });
        let weights: usize = axes.iter().map(|axis| axis.kernel).product();
        let weights = weights * inputs / groups * outputs + if bias { outputs } else { 0 };
        prop_assert_eq!(conv.cost.params, weights as u64);
    }

    #[test]
    fn a_pool_has_a_value_for_each_window(axes in axes(), channels in 1..4usize, ceil_mode: bool) {
        let resolved = run(Kind::MaxPool, shape(channels, axes.iter().map(|axis| axis.input)), &[
            (0, each(&axes, |axis| axis.kernel)),
            (1, each(&axes, |axis| axis.stride)),
            (2, each(&axes, |axis| axis.padding)),
            (3, each(&axes, |axis| axis.dilation)),
            (4, Arg::Flag(ceil_mode)),
        ]);
        let starts = if ceil_mode { Axis::overhanging_starts } else { Axis::starts };
        let places: Vec<usize> = axes.iter().map(|axis| starts(*axis).len()).collect();
        let too_padded = axes.iter().any(|axis| axis.padding > axis.kernel / 2);
        let Some(pool) = resolved else {
            prop_assert!(too_padded || places.contains(&0));
            return Ok(());
        };
        prop_assert!(!too_padded);
        prop_assert_eq!(pool.output, shape(channels, places.into_iter()));
    }

    #[test]
    fn a_transposed_convolution_goes_back(axes in axes()) {
        let input = shape(2, axes.iter().map(|axis| axis.input));
        let sizes = [
            (2, each(&axes, |axis| axis.kernel)),
            (3, each(&axes, |axis| axis.stride)),
            (4, each(&axes, |axis| axis.padding)),
        ];
        let there = [&[(0, Arg::Size(2)), (1, Arg::Size(3))], &sizes[..],
            &[(5, each(&axes, |axis| axis.dilation))]].concat();
        let Some(conv) = run(Kind::Conv, input, &there) else {
            prop_assert!(axes.iter().any(|axis| axis.starts().is_empty()));
            return Ok(());
        };
        // What a strided convolution drops at the end comes back as output padding.
        let dropped = each(&axes, |axis| {
            let extent = axis.dilation * (axis.kernel - 1) + 1;
            (axis.input + 2 * axis.padding - extent) % axis.stride
        });
        let back = [&[(0, Arg::Size(3)), (1, Arg::Size(2))], &sizes[..],
            &[(5, dropped), (8, each(&axes, |axis| axis.dilation))]].concat();
        let transposed = run(Kind::ConvTranspose, conv.output, &back).unwrap();
        prop_assert_eq!(transposed.output, input);
        prop_assert_eq!(transposed.cost.macs, conv.cost.macs);
    }

    #[test]
    fn an_adaptive_pool_takes_in_every_value(
        sizes in prop::collection::vec((1..12usize, 1..12usize), 1..4),
        channels in 1..4usize,
    ) {
        let targets: Vec<Arg<'_>> = sizes.iter().map(|(_, output)| Arg::Size(*output)).collect();
        let input = shape(channels, sizes.iter().map(|(input, _)| *input));
        let pool = run(Kind::AdaptiveAvgPool, input, &[(0, Arg::List(&targets))]).unwrap();
        prop_assert_eq!(pool.output, shape(channels, sizes.iter().map(|(_, output)| *output)));
        let windows = |&(input, output): &(usize, usize)| -> usize {
            (0..output).map(|j| ((j + 1) * input).div_ceil(output) - j * input / output).sum()
        };
        let values: usize = sizes.iter().map(windows).product();
        prop_assert_eq!(pool.cost.ops, (channels * values) as u64);
    }

    #[test]
    fn nothing_panics_or_wraps(
        kind in prop::sample::select(Kind::layers().collect::<Vec<_>>()),
        input in prop::collection::vec(extreme(), 1..5),
        args in prop::collection::vec(arg(), 0..9),
    ) {
        let params = kind.signature().params.len();
        let others: Vec<_> = args.into_iter().enumerate().take(params).collect();
        let resolved = resolve(kind, &Args { sizes: &[], others: &others }, &Arrivals::one(Shape::new(&input)));
        // A size of 0 is one that is not known: here, because a required argument is missing.
        let known = !resolved.output.is_lost() && !resolved.output.dims().contains(&0);
        if resolved.errors.is_empty() && known {
            let exact: Option<u128> = resolved.output.dims().iter()
                .try_fold(1u128, |product, size| product.checked_mul(*size as u128));
            prop_assert_eq!(exact, Some(u128::from(resolved.cost.activations)));
        }
    }
}

/// Sizes that are small, or as large as there are.
fn extreme() -> impl Strategy<Value = usize> {
    prop_oneof![
        4 => 0..9usize,
        1 => (0..9usize).prop_map(|small| usize::MAX - small),
        1 => (0..9usize).prop_map(|small| (1 << 32) - small),
    ]
}

fn arg() -> impl Strategy<Value = Arg<'static>> {
    let single = prop_oneof![
        4 => extreme().prop_map(Arg::Size),
        1 => Just(Arg::Omitted),
        1 => Just(Arg::Infer),
        1 => any::<isize>().prop_map(Arg::Signed),
        1 => (-5..5isize).prop_map(Arg::Signed),
        1 => any::<f64>().prop_map(Arg::Float),
        1 => any::<bool>().prop_map(Arg::Flag),
        1 => (0..4usize).prop_map(Arg::Word),
        1 => (extreme(), extreme()).prop_map(|(start, end)| Arg::Range(start, end)),
    ];
    let list = prop::collection::vec(single.clone(), 0..7).prop_map(|list| Arg::List(list.leak()));
    prop_oneof![3 => single, 1 => list]
}
