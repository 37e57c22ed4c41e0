//! Blocks that are used in another crate than they are declared in.

use crate::scratch::Scratch;

const SHARES: &str = "\
//! Shares.
#![deny(warnings, missing_docs, unused, nonstandard_style, future_incompatible)]
#![deny(unreachable_pub, unused_qualifications, missing_debug_implementations)]
#![forbid(unsafe_code)]
/// A width.
pub const WIDTH: usize = 6;

/// Blocks.
pub mod blocks {
    /// Another width.
    pub const DEEP: usize = 5;
    const PRIVATE: usize = 1;

    cnn::cnn! {
        /// The next multiple of 4.
        pub const fn divisible(channels: f64) -> usize { multiples(channels) * 4 }
        const fn multiples(channels: f64) -> usize { (channels + 3.0) as usize / 4 }
        const fn private(size: usize) -> usize { size + PRIVATE }

        pub block unit(cin, cout, groups = 1) { conv(cin, cout, 3, groups = groups); relu }
        /// Widths that are known here.
        pub block widths(cin) {
            conv(cin, crate::WIDTH, 1); conv(_, DEEP, 1); conv(_, private(DEEP), 1); Inner;
        }
        pub(crate) block internal(cin) { _: own(cin) }
        block own(cin) { conv(cin, divisible(cin as f64), 1) }
        /// A network.
        pub struct Inner: [6, 4, 4] < conv(6, 3, 1) >
    }
}

/// More.
pub mod more {
    cnn::cnn! {
        use crate::blocks::{divisible as next, internal, widths};
        /// What is used here comes along.
        pub block both(cin) { internal(cin); widths(next(cin as f64)) }
    }
}

pub use more::both as renamed;
";

const USES: &str = "\
const N: usize = 3;
#[allow(dead_code)]
const WIDTH: bool = false;
cnn::cnn! {
    use shares::{blocks::{divisible, unit}, renamed};

    pub struct Good: [3, 4, 4] < renamed(3); conv(_, divisible(5.0), 1); conv(_, divisible(N as f64), 1) >
    pub struct Bad: [3, 8, 8] <
        unit(3, 8, 3);
        unit(4, 8);
    >
    pub struct Later: [3, 8, 8] <
        unit(N, 8);
        unit(N, 8);
    >
}
const _: () = assert!(Good::PARAMS == 16 + 30 + 35 + 36 + 21 + 32 + 36);
";

#[test]
fn blocks_of_another_crate_are_used_like_those_of_this_one() {
    let usual = "cnn = { path = '{root}' }";
    let shares = Scratch::new("shares", usual, SHARES);
    let dependencies = format!("{usual}\nshares = {{ path = '{}' }}", shares.dir());
    let diagnostics = Scratch::new("uses", &dependencies, USES).check();

    let shares = format!("{}/src/lib.rs", shares.dir());
    let errors: Vec<_> = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).collect();
    let [groups, channels, later] = errors[..] else { panic!("{diagnostics:#?}") };
    // Each is reported at the call, and names the place of the block.
    for (error, line, title) in [
        (groups, 9, "8 output channels cannot be divided into 3 groups"),
        (channels, 10, "`conv` takes 4 channels, but 8 arrive"),
        (later, 14, "`conv` takes 3 channels, but 8 arrive"),
    ] {
        assert_eq!((error.line, error.title()), (line, title));
        assert!(error.message.contains(&format!("at {shares}:20")), "{}", error.message);
    }
}
