//! Blocks and functions that several `cnn!`s share.

#![allow(deprecated, reason = "networks that test the language need not make sense")]

use cnn::{Summary, cnn};

/// What only the functions in these modules are to see.
const WIDTH: bool = false;

mod blocks {
    const PRIVATE: usize = 2;

    /// A width.
    pub const WIDTH: usize = 6;

    cnn::cnn! {
        /// Two convolutions and the input.
        pub block unit(cin, hidden = divisible(cin as f64), act = relu) {
            residual { conv1: conv(cin, hidden, 1); act; _: back(hidden, cin) }
        }

        block back(cin, cout) { conv2: conv(cin, cout, 1) }

        /// The next multiple of 4.
        pub const fn divisible(channels: f64) -> usize { multiples(channels) * 4 }

        const fn multiples(channels: f64) -> usize { (channels + 3.0) as usize / 4 }

        /// Sizes that only rustc knows.
        pub block sizes(cin) {
            conv(cin, WIDTH, 1);
            conv(_, crate::shared::blocks::WIDTH + doubled(cin), 1);
            conv(_, doubled(other::WIDTH), 1);
            Inner;
        }

        const fn doubled(size: usize) -> usize { size * PRIVATE }

        pub struct Inner: [8, 4, 4] < conv(8, 3, 1) >

        /// A layer, a block or a network.
        pub(super) block twice(layer) { layer; layer }

        pub block joined(skip) { add(skip) }

        pub block stem(cin) { conv(cin, 8, 1) }

        pub const DEPTH: usize = 1 + ONE;
        const ONE: usize = 1;
        const LATER: usize = doubled(other::WIDTH);

        /// Constants are known, too.
        pub block deep(layer) {
            for i in 0..DEPTH { layer; } conv(_, ONE + LATER + DEPTH, 1); act(leaky_relu(0.1));
        }

        block act(layer) { layer }
    }

    pub mod other {
        pub const WIDTH: usize = 4;
    }
}

mod more {
    // As in Rust, the names of another module can be handed on.
    pub use super::blocks::{stem, unit};

    pub mod inside {
        cnn::cnn! {
            use super::super::blocks::{divisible, sizes, unit as original};

            /// A block of the same name, with those of another module in it.
            pub block unit(cin) { original(cin, divisible(5.0), tanh); sizes(cin) }
        }
    }
}

fn names(summary: &Summary) -> Vec<&'static str> {
    summary.rows.iter().map(|row| row.name).collect()
}

cnn! {
    use crate::shared::blocks::{divisible, twice};
    use more::{inside::unit as both, stem, unit};
    use self::blocks::joined;

    block back() { sigmoid; flatten }

    const fn larger(channels: usize) -> usize { divisible(channels as f64) + 1 }

    struct Net: [8, 4, 4] <
        unit(8);
        first: unit(8, act = silu);
        _: unit(8, 3);
        _: twice(Same);
        twice(back);
    >

    struct Same: [8, 4, 4] < relu >

    struct Sizes: [3, 4, 4] < both(3) >

    struct Labels: [3, 4, 4] <
        skip: relu; tanh; joined(skip); conv(_, larger(6), 1); unit(9); [relu; divisible(1.0)];
    >
}

#[test]
fn shared_blocks_are_used_like_those_of_the_same_cnn() {
    let name = |layer: &str| format!("unit1.{layer}");
    assert_eq!(names(&Net::SUMMARY)[..4], ["conv1", "relu1", "conv2", "add1"].map(name));
    assert_eq!(Net::SUMMARY.row("unit1.conv1").unwrap().output.dims(), [8, 4, 4]);
    assert!(names(&Net::SUMMARY).contains(&"first.silu1"));
    // Blocks of the same name are told apart: these are `back`s of different `cnn!`s.
    assert_eq!(Net::SUMMARY.row("conv1").unwrap().output.dims(), [3, 4, 4]);
    assert_eq!(names(&Net::SUMMARY)[12..14], ["same1", "same2"]);
    assert!(names(&Net::SUMMARY).ends_with(&[
        "twice1.back1.sigmoid1",
        "twice1.back1.flatten1",
        "twice1.back2.sigmoid1",
        "twice1.back2.flatten1",
    ]));
}

#[test]
fn names_mean_what_they_mean_where_the_block_stands() {
    const { assert!(!WIDTH) };
    let outputs: Vec<usize> = Sizes::SUMMARY.rows.iter().map(|row| row.output.dims()[0]).collect();
    // `conv1`, `tanh1`, `conv2`, `add1`, and the four of `sizes`.
    assert_eq!(outputs, [8, 8, 3, 3, 6, 6 + 2 * 3, 8, 3]);
}

#[test]
fn labels_and_functions_are_those_of_the_call() {
    let joined = Labels::SUMMARY.row("joined1.add1").unwrap();
    assert_eq!(joined.inputs.at(1).from, cnn::Source::Node(0));
    assert_eq!(Labels::SUMMARY.row("conv1").unwrap().output.dims(), [9, 4, 4]);
    assert_eq!(Labels::SUMMARY.row("unit1.conv1").unwrap().output.dims(), [12, 4, 4]);
    assert_eq!(names(&Labels::SUMMARY).iter().filter(|name| name.starts_with("relu")).count(), 4);
}

#[test]
fn expressions_and_functions_have_them_too() {
    const S: Summary = cnn!(
        use blocks::{divisible, unit};
        [3, 4, 4] < unit(3); linear(_, divisible(6.5)) >
    );
    assert_eq!(S.output.dims(), [3, 4, 8]);

    mod local {
        cnn::cnn! { pub block head(classes) { flatten; linear(_, classes) } }
    }
    cnn! {
        use local::head;
        struct Local: [3, 4, 4] -> [5] < head(5) >
    }
    assert_eq!(Local::PARAMS, 48 * 5 + 5);
}

macro_rules! declare {
    ($block:ident, $layer:ident) => {
        mod $block {
            pub const WIDTH: usize = 7;

            cnn::cnn! {
                pub block $block(cin) { conv(cin, WIDTH, 1); $layer }
                pub block same() { $layer }
            }
        }
    };
}

declare!(one, relu);
declare!(two, tanh);

cnn! {
    use crate::shared::{one::{one, same}, two::{same as other, two}};

    struct FromMacros: [7] < same; other >
    struct Both: [3, 4, 4] < one(3); two(7); _: same; _: other >
}

cnn! {
    use crate::shared::blocks::{DEPTH, deep};

    const ONE: usize = 5;
    const LATER: usize = DEPTH + 1;

    struct Constants: [3, 4, 4] < deep(conv(_, ONE, 1)); [relu; DEPTH]; conv(_, LATER, 1) >
}

#[test]
fn constants_are_shared_and_layers_are_handed_on() {
    let outputs: Vec<usize> =
        Constants::SUMMARY.rows.iter().map(|row| row.output.dims()[0]).collect();
    assert_eq!(outputs, [5, 5, 1 + 8 + 2, 11, 11, 11, 3]);
    assert_eq!(names(&Constants::SUMMARY)[3], "deep1.act1.leaky_relu1");
}

#[test]
fn macros_may_declare_blocks() {
    assert_eq!(names(&FromMacros::SUMMARY), ["same1.relu1", "other1.tanh1"]);
    assert_eq!(Both::OUTPUT.dims(), [7, 4, 4]);
    assert_eq!(names(&Both::SUMMARY)[4..], ["relu1", "tanh1"]);
}

#[test]
fn a_shared_block_is_a_documented_constant() {
    let block: cnn::Block = blocks::unit;
    assert_eq!(format!("{block:?}"), "Block");
}
