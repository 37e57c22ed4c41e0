//! How long `cargo check` takes with the number of layers. As a benchmark:
//! `cargo test --test scaling -- --nocapture`.

mod common;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use common::scratch::Scratch;

/// A network of so many layers. Every other size is known to const evaluation only, if `later`.
fn network(layers: usize, later: bool) -> String {
    let mut source =
        "pub const WIDTH: usize = 8;\ncnn::cnn! { pub struct Net: [8, 16, 16] <\n".to_owned();
    let width = if later { "WIDTH" } else { "8" };
    for layer in 0..layers {
        let line = match layer % 4 {
            0 => format!("conv({width}, 8, 3, 1, 1, bias = false);\n"),
            1 => "batchnorm;\n".to_owned(),
            2 => "relu;\n".to_owned(),
            _ => "maxpool(3, 1, 1);\n".to_owned(),
        };
        source.push_str(&line);
    }
    writeln!(source, "> }}\nconst _: () = assert!(Net::SUMMARY.rows.len() == {layers});").unwrap();
    source
}

/// The shortest of some checks of a crate whose dependencies have been built.
fn check_time(name: &str, source: &str, runs: usize) -> Duration {
    let scratch = Scratch::usual(name, source);
    // Nothing is said about it, in particular not that const evaluation takes long.
    let diagnostics = scratch.check();
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let check = |_| {
        let start = Instant::now();
        scratch.check();
        start.elapsed()
    };
    (0..runs).map(check).min().unwrap()
}

/// How many times as long 10,000 layers may take as 1,000.
const MOST: f64 = 12.0;

#[test]
fn check_time_grows_with_the_layers_and_no_faster() {
    let empty = check_time("scaling-0", "", 3);
    println!("layers      check     per layer   (an empty crate: {empty:.2?})");
    let mut times = Vec::new();
    for layers in [10, 100, 1_000, 10_000] {
        let name = format!("scaling-{layers}");
        let time = check_time(&name, &network(layers, false), if layers > 1_000 { 1 } else { 3 });
        let each = time.saturating_sub(empty) / layers as u32;
        println!("{layers:>6} {time:>10.2?} {each:>13.2?}");
        times.push(time);
    }
    let later = check_time("scaling-later", &network(1_000, true), 3);
    println!(
        "  1000 {later:>10.2?} {:>13.2?}   with sizes known later",
        later.saturating_sub(empty) / 1_000
    );

    let mut ratio = times[3].as_secs_f64() / times[2].as_secs_f64();
    println!("10,000 layers take {ratio:.1} times as long as 1,000");
    // On a machine that does something else, too, one of them may have been held up.
    for _ in 0..2 {
        if ratio >= MOST {
            let [short, long] = [1_000, 10_000].map(|layers| {
                check_time(&format!("scaling-{layers}"), &network(layers, false), 1).as_secs_f64()
            });
            ratio = ratio.min(long / short);
        }
    }
    assert!(ratio < MOST, "{ratio}");
}
