//! The grammar in the guide is the one that is read.

use std::collections::{BTreeMap, BTreeSet};

use super::errors;

/// The grammar in the guide.
const GUIDE: &str = include_str!("../../../src/guide.md");

/// For each production, what it stands for in a declaration: with `…` in its place, that is what surrounds it.
const EXAMPLES: [(&str, &str, &[&str]); 38] = [
    ("declaration", "…", &["[3] < relu >", "struct A: [3] < relu > const N: usize = 3;"]),
    (
        "item",
        "… struct Z: [3] < relu >",
        &[
            "/// A.\n pub struct A: [3] < relu >",
            "pub(crate) const fn f(x: usize) -> usize { x }",
            "/// B.\n block b() { relu }",
            "pub block b() { relu }",
        ],
    ),
    (
        "use",
        "… struct Z: [3] < relu >",
        &["use crate::blocks::unit;", "use a::{b, c as d};", "use super::a;"],
    ),
    (
        "network",
        "…",
        &["struct A<const N: usize = 3>: [3] < relu >", "struct A: [3] -> [3] { relu }"],
    ),
    (
        "constant",
        "… struct A: [3] < [relu; N] >",
        &["const N: usize = 3;", "pub const N: usize = 1 + 2;"],
    ),
    ("block", "… struct A: [3] < b >", &["block b() { relu }", "block b(n = 3, ) < relu >"]),
    (
        "parameter",
        "block b(…) { relu } struct A: [3] < b(3) >",
        &["n", "n = 4", "n = _", "n = [relu, 3]"],
    ),
    (
        "body",
        "struct A: …",
        &["[3] < relu >", "[3] -> [3] < relu >", "(a: [3]) -> (b: _) < b: relu >"],
    ),
    ("inputs", "struct A: … -> [3] < relu >", &["[3]", "(a: [3])"]),
    ("input", "struct A: (…, b: [3]) < add(a, b) >", &["a: [3]"]),
    ("outputs", "[3] -> … < a: relu; b: relu >", &["[3]", "(a: [3], b: _)"]),
    ("output", "[3] -> (…) < a: relu >", &["a: [3]", "a: _"]),
    ("shape", "… < relu >", &["[3]", "[3, 2 * 14, N]", "[3, 28,]"]),
    ("layers", "[3] …", &["< relu >", "{ relu }", "< relu; relu; >"]),
    (
        "statement",
        "[3] < a: relu; … relu >",
        &[
            "#[frozen] relu;",
            "b: relu;",
            "if true { relu }",
            "for i in 0..2 { relu }",
            "let a = 3;",
            "from(a);",
        ],
    ),
    ("label", "[3] < …: relu >", &["a", "\"a-1\"", "_"]),
    (
        "layer",
        "[3] < a: relu; … >",
        &["relu", "m::Net", "[relu; 2]", "{ relu }", "residual { relu }", "add(a, _)", "again(a)"],
    ),
    ("call", "[3] < … >", &["relu", "relu()", "linear(3, out_features = 4)", "Net"]),
    ("argument", "[3] < linear(_, …) >", &["4", "out_features = 4", "2 * N"]),
    ("part", "[3] < … >", &["m::Net", "m::Net<3>", "m::Net until a.b", "Net until \"a-1\""]),
    ("repeat", "[3] < … >", &["[relu; 2]", "[{ relu; tanh }; 1 + 1]"]),
    ("group", "[3] < … >", &["{ relu }", "seq { relu }", "seq < relu >"]),
    ("residual", "[3] < … >", &["residual { relu }", "residual { relu } shortcut { tanh }"]),
    (
        "join",
        "[3, 4] < a: relu; … >",
        &[
            "add { relu; identity }",
            "mul { relu; tanh }",
            "concat(a, _)",
            "cross_attention(num_heads = 2) { relu; tanh }",
            "cross_attention(a, _, num_heads = 2)",
        ],
    ),
    ("named", "[3, 4] < a: relu; cross_attention(a, _, …) >", &["num_heads = 2", "num_heads = N"]),
    (
        "joined",
        "[3] < a: relu; b: tanh; concat(…, _) >",
        &["a", "\"a\"", "[a, a]", "[name for name in [a, a]]"],
    ),
    (
        "reference",
        "[3] < a: { b: relu; tanh } c: tanh; d: relu; add(…, c) >",
        &["_", "a", "a.b", "\"a.b\"", "\"a\".b"],
    ),
    ("again", "[3] < a: linear(3, 3); … >", &["again(a)"]),
    ("from", "[3] < a: relu; b: relu; …; relu >", &["from(a)"]),
    (
        "if",
        "[3] < relu; … >",
        &[
            "if true { relu }",
            "if 1 > 2 { relu } else { tanh }",
            "if false { } else if true { } else { }",
        ],
    ),
    (
        "for",
        "[3] < relu; … >",
        &["for i in 0..2 { relu }", "for (i, _) in [(1, 2)] { linear(_, i) }"],
    ),
    (
        "let",
        "[3] < …; relu >",
        &["let a = 3", "let mut a = [1, 2]", "let (a, [b, _]) = (1, [2, 3])", "let [a] = shape"],
    ),
    (
        "assignment",
        "[3] < let mut a = 8; …; linear(_, a) >",
        &[
            "a = 3", "a += 1", "a -= 1", "a *= 2", "a /= 2", "a %= 5", "a &= 9", "a |= 1",
            "a ^= 1", "a <<= 1", "a >>= 1",
        ],
    ),
    (
        "pattern",
        "[3] < for … in [(1, [2, 3])] { relu } >",
        &["a", "mut a", "_", "(a, b)", "(a, [_, mut b])"],
    ),
    (
        "sequence",
        "[3] < relu; let w = [1, 2]; for i in … { relu } >",
        &["0..2", "w", "[1, 2]", "(0..2).rev()", "((0..2))", "w.rev().iter()"],
    ),
    ("range", "[3] < relu; for i in … { relu } >", &["0..2", "0..=2", "1 + 1..2 * 3"]),
    (
        "adapter",
        "[3] < relu; for i in (0..4)… { relu } >",
        &[
            ".rev()",
            ".enumerate()",
            ".iter()",
            ".zip([1, 2])",
            ".zip((0..4).rev())",
            ".step_by(2)",
            ".skip(1).take(2)",
        ],
    ),
    (
        "value",
        "block b(x) { relu } struct A: [3] < b(…) >",
        &["_", "3", "m::Net<3>", "elu(0.5)", "b(3)", "[1, 2]"],
    ),
];

/// The items of the lists of the grammar.
const LISTS: &[&str] = &["[1, relu]", "(1, 2)", "(1,)", "[]", "[[1], (2, 3)]", "[i for i in 0..3]"];

/// The productions with the names that they refer to.
fn productions() -> BTreeMap<&'static str, Vec<&'static str>> {
    let (_, grammar) = GUIDE.split_once("```text\ndeclaration").expect("the grammar");
    let (grammar, _) = grammar.split_once("```").expect("its end");
    let mut productions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut current = "declaration";
    for line in grammar.lines() {
        let right = match line.split_once("::=") {
            Some((name, right)) => {
                current = if name.trim().is_empty() { current } else { name.trim() };
                right
            }
            None => line,
        };
        // What is in quotes is not a name, and `NAME`s are Rust's.
        let outside = right.split('"').step_by(2).flat_map(|text| {
            text.split(|char: char| !char.is_ascii_lowercase()).filter(|word| !word.is_empty())
        });
        productions.entry(current).or_default().extend(outside);
    }
    productions
}

#[test]
fn every_production_is_defined_and_has_an_example() {
    let productions = productions();
    let defined: BTreeSet<&str> = productions.keys().copied().collect();
    for name in productions.values().flatten() {
        assert!(defined.contains(name), "{name} is not defined");
    }
    let examples = EXAMPLES.iter().map(|(name, ..)| *name).chain(["list"]).collect();
    assert_eq!(defined, examples);
}

#[test]
fn examples_of_the_grammar_are_read() {
    let lists = ("list", "block b(x) { relu } struct A: [3] < b(…) >", LISTS);
    for (name, around, examples) in EXAMPLES.into_iter().chain([lists]) {
        for example in examples {
            let text = around.replace('…', example);
            assert_eq!(errors(&text), 0, "{name}: {text}");
        }
    }
}
