//! The macro as a whole, on input that is wrong in every way, and on input that is right.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::expand::{expand, expand_with};
use crate::reader::Reader;
use crate::shown::Shown;

mod fuzz;
mod grammar;
mod hovers;
mod pages;
mod shared;

/// Expands a declaration for rustc.
fn expansion(declaration: TokenStream) -> String {
    expansion_for(Reader::Compiler, declaration)
}

/// Expands a declaration, as the facade hands it on, or with what it has from others.
fn expansion_for(reader: Reader, declaration: TokenStream) -> String {
    if let Some(tokens) = shared::linked(&declaration) {
        return expand_with(tokens, Shown::new(reader)).to_string();
    }
    let krate = Group::new(Delimiter::Bracket, "::cnn".parse().unwrap());
    let tokens = [TokenTree::Group(krate)].into_iter().chain(declaration);
    expand(tokens.collect(), Shown::new(reader)).to_string()
}

fn errors(text: &str) -> usize {
    let tokens = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
    let expansion = expansion(tokens);
    // The macro of a shared block has one for who calls it by hand.
    let macros = expansion.matches("macro_rules ! __cnn_shared").count();
    expansion.matches("compile_error").count() - macros
}

const GOOD: [&str; 11] = [
    "use a::{unit, doubled as twice, blocks::open};
    block own(c, b) { b(c); seq { unit(c, 3, silu); open(Inner, twice(c)) } }
    pub block more(c) { own(c, unit); skip: relu; unit(c, n = 1) }
    struct Net: [4, 8, 8] < own(4, unit); more(4); conv(_, twice(8), 1); open(m::Net, 3); skip: relu; tanh >
    struct Inner: [4, 8, 8] < relu >",
    "struct Back: [3, 16, 16] < layer1: seq { [unit; 2] } layer2: conv(3, 8, 3); relu >
    block unit() { residual { conv(3, 3, 3, padding = 1) } relu }
    struct Net<B: Network>: (x: [3, 16, 16], y: [3, 16, 16]) -> (a: _, b: _) <
        from(x); tower: seq { back: Back until layer2; concat(back.layer1, _); }
        a: { from(tower.back.layer1.0); join(tower.back.layer1) }
        from(y); other: again(tower); B until \"layer{1 + 1}\"; b: concat(other.back.layer1, _);
    >
    block join(skip) { add(skip, _) }",
    "/// Docs.\n pub struct LeNet: [3, 28, 28] -> [10] <
        conv(3, 20, 5, 1); relu; maxpool(2, 2);
        #[frozen] conv(_, 50, kernel_size = (5, 5), padding = same, bias = false); relu;
        features: seq { batchnorm; [conv(50, WIDTH * 2, 3); 2]; dropout(0.5) }
        fc(4 * 4 * 50, 500)
    >",
    "[3, 28, 28] < conv(3, 20, 5, 1); pad((1, 2, -1, 0), mode = reflect); channels(0..10) >",
    "struct Net<const A: usize = 10, T>: [f::<A, B>(1), A] { { relu; \"a-b\": relu } conv(A, { A }, 3) }",
    "pub(crate) struct A: [4] < fc(4, 2) > struct B: [4] { linear(4, 2); softmax(1); }",
    "const fn half(c: usize) -> usize { let h = c / 2; if h > 1 { h } else { 1 } }
    block unit(c, act = relu, k = (3, 5), last) {
        residual { conv(c, half(2 * c), k, padding = same); act; last } shortcut { conv(c, c, 1) }
        if c > 4 && true || false { tanh } else if c == 2 { relu } else { identity }
    }
    struct Net: [4, 8, 8] <
        skip: unit(4, last = sigmoid); let width = 8;
        for i in 0..2 { \"b{i + 1}\": conv(4, 4, 1); [{ relu; add(\"b{i + 1}\") }; 2] }
        concat(skip, _); conv(8, width, 1); _: unit(width, silu, 3, tanh);
        mul { identity; { adaptive_avgpool(1); sigmoid } }
    >",
    "struct Inner<const N: usize = 4>: [N] < relu >
    block on(net, n) { net; Inner<n>; for i in 4..5 { Inner<i> } m::Inner::<4>; }
    struct Outer<T>: [4] < on(Inner, 4); T; _: on(m::Inner<4>, 4); add { relu; identity; tanh } >",
    "const N: usize = 2; pub const W: [usize; 3] = [8, f(N), 4];
    const fn f(n: usize) -> usize { let mut sum = 0; for i in (0..=n).rev() { sum += i; }
        while sum > 9 { sum -= 1; } match sum { 0 | 1 => 2, 3..=9 if n > 1 => [4, 8][1], _ => sum } }
    block unit(c, widths, act = leaky_relu(0.1)) { conv(c, widths[0], 1); act; let [d, _, w] = shape;
        for (i, (k, c)) in [(1, d), (w, widths.len())].iter().enumerate().take(1) { conv(_, c + i, k); } }
    struct Net: [3, 8, 8] < let mut c = 3; let (i0, [a, _]) = (0, [1, 2]);
        for k in W { conv(c, c + k, a); c += k; } [{ conv(c, c - 1, 1); c = c - 1; }; N];
        unit(c, [4, 3], elu(0.5)); unit(_, W, unit(8, [W[1], 5], relu)); for name in [\"q\", \"k\"] { \"{name}_1\": relu }
        for _ in (0..9).step_by(4).skip(i0).take(2).zip(W) { add([\"{name}_1\" for name in [\"q\", \"k\"]]) } >",
    "block tail(skip, n = 2) { a0: relu; add(skip.inner, _); _: joined([skip, _, \"a{n - 2}\"]) }
    block joined(all) { tanh; add(all) }
    struct Net: [4] <
        let parts = [\"a{i}\" for i in 0..3];
        for i in 0..3 { \"a{i}\": { inner: relu; silu } tail(\"a{i}\"); }
        add(parts, _); add([a0, a1.inner]); tail(a2, 2); joined(parts);
        let sizes = [4 for i in 0..1]; joined([\"a{i - 1}\" for i in 1..2 + 1]);
    >",
    "block unit(c) { #[cfg(true)] conv(c, c, 1); #[cfg(false)] seq { conv(c + 1, c, 1) } #[frozen] relu }
    struct Net: [4, 8, 8] <
        /// The stem.
        ///
        /// It does nothing.
        #[cfg(true)] stem: unit(4);
        #[cfg(all(unix, true))] skip: tanh;
        concat { identity; #[cfg(false)] silu; /** One of `two | three`. */ gelu }
    >",
];

#[test]
fn good_declarations_have_no_errors() {
    for text in GOOD {
        assert_eq!(errors(text), 0, "{text}");
    }
}

#[test]
fn comments_on_layers_are_in_the_table() {
    let layers = "relu; tanh; ".repeat(15);
    let text = format!(
        "block unit() {{ /// In a block.\n conv(3, 3, 1); relu }}
        struct Net: [3, 8, 8] <
            /// The stem.
            ///
            /// Only editors show this.
            stem: seq {{ /// First of all.\n relu; [unit; 2] }}
            /// Of the `rest`.
            rest: seq {{ {layers} }}
        >"
    );
    let page = expansion_for(Reader::Documentation, text.parse().unwrap());
    assert!(page.contains("#layers-stem\\\">5 layers</a>"), "{page}");
    // Of the scope in the short table, and before that of its first layer in its own.
    assert_eq!(page.matches(r"\n\nThe stem.\n\n").count(), 2, "{page}");
    assert_eq!(page.matches(r"\n\nThe stem.\n\n\n\nFirst of all.\n\n").count(), 1);
    assert_eq!(page.matches(r"\n\nIn a block.\n\n").count(), 2);
    assert_eq!(page.matches(r"\n\nOf the `rest`.\n\n").count(), 2);
    assert!(!page.contains("Only editors"));
    let editor = expansion_for(Reader::Editor, text.parse().unwrap());
    let place = |text: &str| editor.find(text).unwrap_or_else(|| panic!("{text}: {editor}"));
    assert!(place("**stem.0") < place("The stem.\\n\\nOnly editors show this."), "{editor}");
}

/// Lists of items show the first paragraph.
#[test]
fn the_first_line_of_a_page_has_the_facts() {
    let page = |text: &str| expansion_for(Reader::Documentation, text.parse().unwrap());
    let facts = "4 → 2 · 10 parameters (40 B) · 8 MACs · 24 B peak";
    let network = "struct A: [4] -> [2] < linear(4, 2) >";
    let begins = |text: String, line: &str| {
        let first = format!("# [doc = \"{line}\"] # [doc = \"");
        assert!(text.starts_with(&first), "{text}");
        text[first.len()..].to_owned()
    };
    // Nothing but the facts, and then an empty line.
    let rest = begins(page(network), facts);
    assert!(rest.starts_with("\"]"), "{rest}");
    // The user's first paragraph belongs to the line.
    let joined = format!("{facts}\\\\");
    begins(page(&format!("/// A network.\n{network}")), &joined);
    begins(page(&format!("/// `A` network.\n{network}")), &joined);
    for other in ["# A heading", "* a list", "```text", "<div>", "1. one", "[x]: y"] {
        let rest = begins(page(&format!("/// {other}\n{network}")), facts);
        assert!(rest.starts_with("\"] # [doc = \" "), "{rest}");
    }
    // What the macro does not know is a formula, as far as it can tell.
    let open = page("struct A<const N: usize>: [N] < linear(N, 2) >");
    begins(open, "N → 2 · 2·N + 2 parameters · 2·N MACs");
}

#[test]
fn what_rustc_has_to_decide_is_expanded_again() {
    let expanded = |text: &str| expansion(text.parse().unwrap());
    let text = expanded(
        "struct A: [4] < #[cfg(unix)] { #[cfg(test)] relu } #[cfg(unix)] tanh; linear(3, 3) >",
    );
    assert_eq!(text.matches("expand !").count(), 2);
    assert!(!text.contains("compile_error"));
    assert!(text.contains("# [cfg (unix)]") && text.contains("# [cfg (not (unix))]"));
    assert_eq!(text.matches("# [cfg (true)]").count(), 2);
    assert_eq!(text.matches("# [cfg (false)]").count(), 2);
    assert_eq!(text.matches("# [cfg (test)]").count(), 2);
    let text = expanded("[4] < #[cfg(unix)] relu >");
    assert_eq!(text.matches("const __SUMMARY").count(), 2);
    // What is not there must be readable, and nothing else.
    assert_eq!(errors("[4] < #[cfg(false)] linear(3, 3); #[cfg(false)] relu tanh >"), 1);
}

#[test]
fn what_is_wrong_in_one_call_of_a_block_is_reported_whatever_the_others_are() {
    let block = "block b(c) { linear(_, c - 10); relu }";
    assert_eq!(errors(&format!("{block} struct A: [4] < b(12); b(3); linear(77, 3) >")), 1);
    assert_eq!(errors(&format!("{block} struct A: [4] < b(12) > struct B: [4] < b(3) >")), 1);
    let block = "block b(c) { linear(_, c) }";
    let calls = "b(12); b(true); b(3.5); b(relu); b((1, 2));";
    assert_eq!(errors(&format!("{block} struct A: [4] < {calls} >")), 4);
    assert_eq!(errors("[4] < for i in 0..3 { linear(_, 1 + 4 / (2 - i)) } linear(99, 3) >"), 1);
    // What is configured out reports its errors there, and not for the others.
    let both = "#[cfg(any())] struct A: [4] < b(2.5) > struct B: [4] < b(2.5) >";
    assert_eq!(errors(&format!("{block} {both}")), 2);
}

#[test]
fn what_would_take_forever_is_refused() {
    let chain: String = (1..3_000).map(|i| format!("block b{i}() {{ _: b{} }}", i - 1)).collect();
    assert_eq!(errors(&format!("block b0() {{ relu }} {chain} struct A: [4] < b2999 >")), 1);
    let elses = "else if false { relu } ".repeat(8_000);
    assert!(errors(&format!("[4] < if false {{ relu }} {elses} >")) > 0);
    let elses = "else if false { 2 } ".repeat(8_000);
    assert_eq!(errors(&format!("[4] < linear(_, if true {{ 1 }} {elses} else {{ 3 }}) >")), 0);
    let lets = "let a = a + a; ".repeat(40);
    assert_eq!(errors(&format!("[4] < let a = W; {lets} linear(_, a) >")), 1);
    let lists = "let a = [a, a]; ".repeat(40);
    assert!(errors(&format!("[4] < let a = 1; {lists} conv(_, 3, a) >")) > 0);
    let values = "let a = [i for i in 0..150000]; for i in 0..40000 { let b = a; }";
    assert_eq!(errors(&format!("[4] < {values} relu >")), 0);
    let joins = "a: relu; let all = [a for i in 0..1000]; for i in 0..150000 { add(all) }";
    assert_eq!(errors(&format!("[4] < {joins} >")), 1);
    let calls = "let all = [a for i in 0..1000]; for i in 0..150000 { b(all) }";
    assert_eq!(errors(&format!("block b(all) {{ }} struct A: [4] < a: relu; {calls} >")), 1);
    let values = "let mut a = relu; for i in 0..200 { a = unit(a); } a;";
    assert_eq!(errors(&format!("block unit(x) {{ x; }} struct A: [4] < {values} >")), 1);
    let slow = "const fn f(x: usize) -> usize { let mut y = 0; while y < 5000 { y += 1; } y + x }";
    let calls = "for i in 0..50000 { let y = f(i); }";
    assert_eq!(errors(&format!("{slow} struct A: [4] < relu; {calls} >")), 0);
    let lists =
        "let w = [i for i in 0..1000]; for i in 0..50000 { let y = w[i % 1000] + w.len(); }";
    assert_eq!(errors(&format!("[4] < relu; {lists} >")), 0);
    let first = "const fn f(w: [usize; 3]) -> usize { w[0] }";
    let lists = "let w = [i for i in 0..1000]; for i in 0..20000 { let y = f(w); }";
    assert_eq!(errors(&format!("{first} struct A: [4] < relu; {lists} >")), 2);
    let nested = "let mut w = [1]; for i in 0..60 { w = [w, w]; }";
    assert!(errors(&format!("[4] < {nested} linear(_, w) >")) > 0);
    let zips = "(0..4).zip(".repeat(60) + "[1]" + &")".repeat(60);
    assert_eq!(errors(&format!("[4] < for i in {zips} {{ relu }} >")), 0);
    let tree: String = (1..40).map(|i| format!("block b{i}() {{ b{0}; b{0} }}", i - 1)).collect();
    assert_eq!(errors(&format!("block b0() {{ }} {tree} struct A: [4] < b39 >")), 1);
}

#[test]
fn malformed_declarations_are_errors() {
    let malformed = [
        "struct",
        "pub",
        "struct Net",
        "struct Net;",
        "struct Net:",
        "struct Net: 3 < relu >",
        "struct Net: [] < relu >",
        "struct Net: [3] ->",
        "struct Net: [3] -> [3]",
        "struct Net: [3] -> 3 < relu >",
        "struct Net: [3] <",
        "struct Net: [3] >",
        "struct Net: [3] < relu",
        "struct Net: [3] < < relu >",
        "struct Net<: [3] < relu >",
        "struct Net<const N>: [3] < relu >",
        "struct 5: [3] < relu >",
        "fn main() {}",
        "< conv(3, 20, 5) >",
        "{ relu }",
        "relu",
        "5",
        "\"text\"",
        "[3] relu",
        "[3] < relu > more",
        "[3] < ! >",
        "[1, 3, 8, 8] < !; prelu(3); conv(3, 3, 3) >",
        "[3] < 5 >",
        "[3] < relu() relu >",
        "[3] < relu, >",
        "[3] < label: >",
        "[3] < : relu >",
        "[3] < #[frozen] >",
        "[3] < #[] relu >",
        "[3] < #relu >",
        "[3] < [relu] >",
        "[3] < [relu;] >",
        "[3] < [; 3] >",
        "[3] < [] >",
        "[3] < [relu; -1] >",
        "[3] < [relu; 99999999999] >",
        "[3] < [[[relu; 9999]; 9999]; 9999] >",
        "[3] < a: relu; concat([a for i in 0..99999999], _) >",
        "[3] < concat([for], _) >",
        "[3] < concat([a for], _) >",
        "[3] < concat([a for i], _) >",
        "[3] < concat([a for i in], _) >",
        "[3] < concat([a for i in ..], _) >",
        "[3] < concat([a for i in 0..], _) >",
        "[3] < concat([a for if in 0..2], _) >",
        "[3] < concat([a for i in 0..2 for j in 0..2], _) >",
        "[3] < concat([[a] for i in 0..2], _) >",
        "[3] < concat(a for i in 0..2) >",
        "[3] < concat(for i in 0..2) >",
        "[3] < concat([,], _) >",
        "[3] < concat(a.., _) >",
        "[3] < concat(.a, _) >",
        "[3] < skip: relu; concat(skip\"ä\", _) >",
        "[3] < let skip = 3; concat(skip.\"ä\", _) >",
        "[3] < let x = a for i in 0..2; relu >",
        "[3] < let (a, 3) = 2; relu >",
        "[3] < let [a, b] = [1]; relu >",
        "[3] < let [a, b] = shape; relu >",
        "[3] < let a = 1; a = 2; relu >",
        "[3] < let mut a = 1; a = ; relu >",
        "[3] < let mut a = 1; a += [2]; linear(_, a) >",
        "[3] < b = 2; relu >",
        "[3] < for i in [1, 2].map() { relu } >",
        "[3] < for i in (0..4).zip(3) { relu } >",
        "[3] < for i in (0..99999999999).rev() { relu } >",
        "[3] < for (i, j) in [1] { relu } >",
        "[3] < let w = [1]; linear(_, w[1]) >",
        "[3] < let w = [1]; linear(3, 2 * w) >",
        "[3] < let w = [[[[1]]]]; linear(_, w[0][0][0][0][0]) >",
        "const N: usize = ; struct A: [3] < relu >",
        "const N = 3; struct A: [3] < relu >",
        "const N: usize = 3 struct A: [3] < relu >",
        "block f(x) { x; } struct A: [3] < f(f(f(3))) >",
        "block f(x) { g(f(x)); } block g(x) { x; } struct A: [3] < f(relu) >",
        "[3] < >",
        "[3] < [relu; 2.5] >",
        "[3] < seq >",
        "[3] < conv(,) >",
        "[3] < conv(1,,2) >",
        "[3] < conv(in = 3) >",
        "[3] < conv(= 3) >",
        "[3] < conv(kernel_size =) >",
        "[3] < conv(3, 20, ((1, 2), 3)) >",
        "[3] < linear(3, 1 << 64) >",
        "[3] < linear(3, 340282366920938463463374607431768211456) >",
        "[3] < linear(3, 1e400) >",
        "[3] < dropout(1e400) >",
        "[3] < dropout(0.0 / 0.0) >",
        "[3] < softmax(-9223372036854775808) >",
        "[3] < softmax(9223372036854775807) >",
        "[1, 2, 3, 4, 5, 6, 7] < relu >",
        "[18446744073709551615, 18446744073709551615] < relu >",
        "[18446744073709551615] < linear(_, 18446744073709551615) >",
        "[3, 8, 8] < pad(9223372036854775807); pad(9223372036854775807); pad(9223372036854775807) >",
        "[3, 8, 8] < pad(-9223372036854775807) >",
        "[3, 8, 8] < conv(3, 8, 3, padding = 18446744073709551615) >",
        "[3, 8, 8] < conv(3, 8, 3, dilation = 18446744073709551615) >",
        "[3, 8, 8] < conv_transpose(3, 8, 3, 18446744073709551615) >",
        "[3, 8, 8] < upsample(18446744073709551615) >",
        "[3, 8, 8] < pixel_shuffle(18446744073709551615) >",
        "[3, 8, 8] < conv(3, 8, ()) >",
        "[3, 8, 8] < conv(3, 8, 3 3) >",
        "[3, 8, 8] < conv(3, A B, 3) >",
        "[3, 8, 8] < conv(3, A +, 3) >",
        "[3, 8, 8] < conv(3, f(A, 3) > 2 => 1) >",
        "[3, A;, 8] < relu >",
        "[3, 8, 8] < conv(3, A = 3, 3) >",
        "[3, 8, 8] < adaptive_avgpool(()) >",
        "[3, 8, 8] < pad([]) >",
        "[3, 8, 8] < layernorm((1, 2, 3, 4, 5, 6, 7, 8)) >",
        "[3, 8, 8] < permute((0, 1, 2, 3, 4, 5, 6, 7, 8)) >",
        "[3, 8, 8] < channels(3) >",
        "[3, 8, 8] < channels(..) >",
        "[3, 8, 8] < channels(2..1) >",
    ];
    for text in malformed {
        assert!(errors(text) > 0, "{text}");
    }
}

#[test]
fn one_typo_is_one_error() {
    let typos = [
        "[3, 8, 8] < conv(3, 8, 3) relu; batchnorm >",
        "[3, 8, 8] < conv(3, 8, 3), relu; batchnorm >",
        "[3, 8, 8] < conf(3, 8, 3); relu; fc(_, 10) >",
        "[3, 8, 8] < conv(3, 8, kernel = 3); relu; fc(_, 10) >",
        "[3, 8, 8] < conv(3, 8); relu; conv(8, 4, 3); fc(_, 10) >",
        "[3, 8, 8] < conv(3, 8, 3; relu); conv(8, 4, 3); fc(_, 10) >",
        "[3, 8, 8] < conv(3, 8, 9); relu; conv(8, 4, 3); maxpool(2); fc(4, 10) >",
        "[3, 8, 8] < conv(3, 8, 3, 0); relu; conv(8, 4, 3); maxpool(2); fc(4, 10) >",
        "[3, 8, 8] < relu; flatten; conv(3, 4, 3); maxpool(2); batchnorm(3); fc(4, 10) >",
        "[3, 8, 8] < ! relu; conv(3, 4, 3); maxpool(2); fc(4, 10) >",
        "[3, 8, 8] < [conv(3, 3, 1, nothing = 1); 50]; fc(_, 10) >",
        "[3, 8, 8] < [conv(2, 3, 3, padding = same); 50]; fc(_, 10) >",
        "[3, 8, 8] < [{ conv(2, 3, 1); relu }; 50]; fc(_, 10) >",
        "[3, 8, 8] -> [11] < fc(_, 10) >",
        "[3, 0, 8] < conv(3, 4, 3); maxpool(2); fc(4, 10) >",
        "struct Net [3, 8, 8] < relu; maxpool(2) >",
        "[3, 8, 8] < relu; maxpool(2) ",
    ];
    for text in typos {
        assert_eq!(errors(text), 1, "{text}");
    }
}

#[test]
fn independent_mistakes_are_all_reported() {
    let text = "[3, 28, 28] -> [12] <
        conv(1, 20, 5); relu; maxpool(3, padding = 2);
        conv(16, 50, 5, groups = 3, stride = 0); Relu;
        fc(784, 500); dropout(2.0);
        fc(100, 10, bia = false);
    >";
    assert_eq!(errors(text), 10);
}

#[test]
fn deep_nesting_is_refused_without_recursion() {
    const DEPTH: usize = 5_000;
    let nests = [
        ("[3] < ", "seq { ", "relu", " }", " >"),
        ("[3] < ", "{ ", "relu", " }", " >"),
        ("[3] < ", "[", "relu", "; 1]", " >"),
        ("[3] < linear(3, ", "(", "5", ")", ") >"),
        ("[3] < linear(3, ", "[", "5", "]", ") >"),
        ("[3] < ", "< ", "relu", " >", " >"),
        ("struct Net<T: ", "A<", "B", ">", ">: [3] < relu >"),
    ];
    for (before, open, inside, close, after) in nests {
        let text = [before, &open.repeat(DEPTH), inside, &close.repeat(DEPTH), after].concat();
        assert_eq!(errors(&text), 1, "{open}");
    }
}

#[test]
fn long_input_takes_time_in_proportion() {
    let minus = "-".repeat(50_000);
    assert_eq!(errors(&format!("[3] < softmax({minus}1) >")), 0);
    let sum = "1 + ".repeat(50_000);
    assert_eq!(errors(&format!("[3] < linear(3, {sum} 1) >")), 0);
    assert!(errors(&format!("[3] < linear({}3) >", "3, ".repeat(50_000))) > 0);
    assert!(errors(&format!("[3] < relu{} >", ";".repeat(50_000))) == 0);
    assert!(errors(&format!("[3] < {} >", "relu ".repeat(10_000))) > 0);
    assert!(errors(&format!("[3] < linear(3, f::{}) >", "<".repeat(100))) == 0);
    let networks = "struct A: [3] < relu > struct B: [3] < for i in 0..10000 { A } >";
    assert_eq!(errors(networks), 0);
    let uses = "[3] < a: relu; for i in 0..5000 { \"b{i}\": again(a) } >";
    assert_eq!(errors(uses), 0);
}

/// Items as rustfmt prints them; `None` without a rustfmt.
fn formatted(items: &str) -> Option<String> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    rustfmt.stdin.take()?.write_all(items.as_bytes()).ok()?;
    let output = rustfmt.wait_with_output().ok()?;
    assert!(output.status.success(), "{items}");
    Some(String::from_utf8(output.stdout).unwrap())
}

/// Sizes and costs that depend on parameters of the network are formulas in its table.
#[test]
fn tables_of_generic_networks_have_no_gaps() {
    let networks: [(&str, &[&str]); 7] = [
        (
            "<const C: usize, const N: usize>: [3, 32, 32] -> [N] < conv(3, C, 3); batchnorm;
                conv(C, 2 * C, 3); maxpool(2); fc(_, 500); relu; fc(500, N) >",
            &["18·C² + 2·C", "196,000·C + 500", "501·N", "2·C × 14 × 14"],
        ),
        (
            "<const C: usize, const S: usize>: [C, S, S] < conv(C, 16, 3, padding = 1);
                concat { identity; conv(16, C, 1) } layernorm >",
            &["(C + 16) × S × S", "144·C·S²", "2·C·S² + 32·S²"],
        ),
        (
            "<const S: usize>: [3, S, S] < conv(3, 8, 3, stride = 2, padding = 1); maxpool(2);
                conv(8, 8, 3); maxpool(3, 2, 1); adaptive_avgpool(1); fc(8, 10) >",
            &["⌈S/2⌉", "⌊(S+1)/4⌋", "⌊(S-7)/4⌋", "⌊(S-3)/8⌋", "216·⌈S/2⌉² + 576·⌊(S-7)/4⌋² + 80"],
        ),
        (
            "<const W: usize>: [2 * W, 8, 8] < conv(2 * W, 6 * W, 1); glu(1); concat {
                conv(_, W, 1); conv(_, 3, 1) } fc(_, 10) >",
            &["3·W ×", "(W + 3) ×", "640·W + 1,930"],
        ),
        (
            "<B: Network, const N: usize>: [3, 64, 64] < backbone: B; adaptive_avgpool(1); fc(_, N) >",
            &["B::OUTPUT[0] × 1", "B::OUTPUT[0]·N + N", "B::OUTPUT[0]·N + B::PARAMS + N"],
        ),
        // Weights that are shared count once.
        (
            "<const C: usize>: [C, 8, 8] < a: conv(C, C, 3, padding = 1); again(a); batchnorm >",
            &["<td class=\\\"long\\\">9·C² + 3·C</td>"],
        ),
        (
            "<B: Network>: (x: [3, 8, 8], y: [3, 8, 8]) -> (a: _, b: _) < from(x); a: B; from(y);
                b: again(a) >",
            &["long\\\">B::PARAMS</td><td class=\\\"long\\\">2·B::SUMMARY.macs</td>"],
        ),
    ];
    for (network, formulas) in networks {
        let network = format!("struct Net{network}").parse().unwrap();
        let expansion = expansion_for(Reader::Documentation, network);
        let (_, table) = expansion.split_once("<th>layer</th>").unwrap();
        let table = table.split_once("\"]").unwrap().0.replace("\\u{a0}", " ").replace("<wbr>", "");
        for formula in formulas {
            assert!(table.contains(formula), "{formula}\n{}", table.replace("\\n", "\n"));
        }
        assert!(!table.contains('…'), "{}", table.replace("\\n", "\n"));
    }
}

/// An expansion without pictures, which have golden files of their own, without styles, and without the bytes
/// of networks, which no one can read.
fn readable(expansion: &str) -> String {
    let without_pictures = without(expansion, "<svg", |rest| rest.find("</svg>"));
    let without_styles = without(&without_pictures, "<style>", |rest| rest.find("</style>"));
    without(&without_styles, " b\"", |rest| {
        let mut escaped = false;
        rest.find(|c| {
            let end = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            end
        })
    })
}

/// An expansion without what tells macros of blocks with the same name apart.
fn without_hashes(expansion: &str) -> String {
    let (mut short, mut rest) = (String::new(), expansion);
    while let Some((before, after)) = rest.split_once("__cnn_shared_") {
        short = short + before + "__cnn_shared";
        rest = after.trim_start_matches(|char: char| char.is_ascii_hexdigit());
    }
    short + rest
}

/// A text without what follows each `start`, until the place that `end` finds in the rest.
fn without(text: &str, start: &str, end: impl Fn(&str) -> Option<usize>) -> String {
    let (mut short, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once(start) {
        short = short + before + start + "...";
        rest = &after[end(after).expect("an end")..];
    }
    short + rest
}

/// `BLESS=1 cargo test -p cnn-macro` writes the snapshots anew.
#[test]
fn expansions_are_as_they_have_been_read() {
    let snapshots = [
        (
            "items",
            "/// Docs.\n pub struct Small: [3, 8, 8] -> [10] <
                conv(3, 8, 3); #[frozen] conv(8, WIDTH, kernel_size = (3, 1), bias = false);
                fc(_, 10);
            >",
        ),
        (
            "generic",
            "#[cfg(unix)] pub(crate) struct Head<const CLASSES: usize = 10>: [8] -> [CLASSES] <
                fc(8, CLASSES); softmax(1)
            >",
        ),
        (
            "shared",
            "/// Two layers.\n pub block unit(cin, act = relu) { conv(cin, WIDTH, half(cin)); inner(act) }
            block inner(act) { _: act; crate::Net }
            pub const fn half(size: usize) -> usize { size / 2 }",
        ),
        ("inline", "[3, 8, 8] < conv(1, 8, 3); relu; fc(_, later(10)) >"),
        (
            "documentation",
            "/// Docs.\n pub struct Small: [3, 8, 8] -> [10] < /// One of `3|5`.\n conv(3, 8, 3); fc(_, 10) >",
        ),
        (
            "editor",
            "/// Two layers.\n block unit(cin, stride = 1) {
                conv(cin, 8, 3, stride, padding = same);
                /// Below 0, little is left.
                if stride > 1 { relu } else { act: silu }
            }
            struct Net: [3, 8, 8] < /// What is joined.\n skip: unit(3); b::Backbone; [unit(8, stride = 2); N]; con; concat(skip, _) >",
        ),
    ];
    for (name, text) in snapshots {
        let reader = match name {
            "editor" => Reader::Editor,
            "documentation" => Reader::Documentation,
            _ => Reader::Compiler,
        };
        let expansion = readable(&without_hashes(&expansion_for(reader, text.parse().unwrap())));
        // rustfmt leaves the tokens of a macro as they are.
        let expansion = expansion.replace(":: cnn :: __private :: mirror ! {", "mod mirror {");
        let items = match name {
            "inline" => format!("const SUMMARY: cnn::Summary = {expansion};"),
            _ => expansion,
        };
        let Some(expansion) = formatted(&items) else {
            // libtest shows what a passing test writes to the stream itself.
            writeln!(std::io::stderr(), "SKIPPED: expansions are not compared without rustfmt")
                .unwrap();
            return;
        };
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/snapshots/{name}.txt"));
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(path, expansion).unwrap();
        } else {
            assert_eq!(std::fs::read_to_string(path).unwrap(), expansion);
        }
    }
}
