//! Random networks with branches, some of them wrong: the macro against const evaluation.

use std::fmt::Write as _;

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;

use crate::rustc;

/// Statements of a network, nested in branches and blocks; some sizes are wrong.
fn statements(runner: &mut TestRunner, depth: usize, text: &mut String) {
    let mut pick = |n: usize| (0..n).new_tree(runner).unwrap().current();
    let count = 1 + pick(3);
    let kinds: Vec<[usize; 5]> =
        (0..count).map(|_| [pick(9), pick(6), pick(6), pick(3), pick(40)]).collect();
    for [kind, a, b, c, number] in kinds {
        let pad = "    ".repeat(depth + 1);
        let [cin, cout, kernel] = [4 + a / 5, 4 + b / 5, 1 + 2 * (c / 2)];
        match kind {
            0..=2 => writeln!(text, "{pad}conv(#{cin}#, #{cout}#, #{kernel}#, padding = same);"),
            3 => writeln!(text, "{pad}batchnorm(#{cin}#);"),
            4 => writeln!(text, "{pad}unit(#{cin}#, #{cout}#);"),
            5 if number == 0 => writeln!(text, "{pad}maxpool(#{}#);", 2 + c),
            5 => writeln!(text, "{pad}relu;"),
            _ if depth > 2 => writeln!(text, "{pad}tanh;"),
            kind => {
                let join = ["residual", "add", "concat"][kind % 3];
                writeln!(text, "{pad}{join} {{").unwrap();
                if join == "residual" {
                    statements(runner, depth + 1, text);
                } else {
                    writeln!(text, "{pad}identity; {{").unwrap();
                    statements(runner, depth + 1, text);
                    writeln!(text, "{pad}}}").unwrap();
                }
                writeln!(text, "{pad}}}")
            }
        }
        .unwrap();
    }
}

fn source(networks: &[String], later: bool) -> String {
    let mut text =
        String::from("#![allow(dead_code)]\nconst fn later(size: usize) -> usize {\n    size\n}\n");
    for (index, network) in networks.iter().enumerate() {
        writeln!(
            text,
            "cnn::cnn! {{\nblock unit(cin, cout) {{\n    residual {{ conv(cin, cout, 1); \
             batchnorm(cout) }}\n}}\npub struct N{index}: [4, 16, 16] <\n{network}>\n}}"
        )
        .unwrap();
    }
    let pieces = text.split('#');
    // The first `#` is that of the attribute.
    let piece = |(index, piece): (usize, &str)| match index {
        0 => format!("{piece}#"),
        index if index % 2 == 0 && later => format!("later({piece})"),
        _ => piece.to_owned(),
    };
    pieces.enumerate().map(piece).collect()
}

#[test]
fn const_evaluation_agrees_with_the_macro_on_branches() {
    let mut runner = TestRunner::deterministic();
    let network = |_| {
        let mut text = String::new();
        statements(&mut runner, 0, &mut text);
        text
    };
    let networks: Vec<String> = (0..150).map(network).collect();
    let [known, later] =
        [false, true].map(|later| rustc::titles(&rustc::check(&source(&networks, later))));
    assert!(known.len() > 30, "{} errors", known.len());
    assert_eq!(known, later);
}
