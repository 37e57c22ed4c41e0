//! Formatting changes no meaning, and formatting again changes nothing.

use cnn_format::{Style, format_file};
use cnn_syntax::value::text::brackets;
use proc_macro2::{TokenStream, TokenTree};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::corpus::{Source, declarations, sources};
use crate::grammar::Grammar;

/// Styles that break lines elsewhere.
fn styles() -> Vec<Style> {
    let narrow = Style { max_width: 50, tab_spaces: 2, hard_tabs: false };
    let tabs = Style { max_width: 80, tab_spaces: 4, hard_tabs: true };
    let endless = Style { max_width: 100_000, ..Style::default() };
    vec![Style::default(), narrow, tabs, endless]
}

/// Formats a text and compares the results. Returns the formatted text.
#[track_caller]
fn check(name: &str, text: &str, style: &Style) -> String {
    let formatted = format_file(text, style).unwrap_or_else(|error| panic!("{name}: {error}"));
    let bugs = formatted.mistakes.iter().find(|mistake| mistake.message.contains("a bug"));
    assert!(bugs.is_none(), "{name}: {}\n{text}", bugs.unwrap());
    let formatted = formatted.text;
    assert_eq!(words(text), words(&formatted), "{name}\n{text}\n{formatted}");
    assert_eq!(comments(text), comments(&formatted), "{name}\n{text}\n{formatted}");
    let again = format_file(&formatted, style).unwrap().text;
    assert_eq!(formatted, again, "{name}\n{text}");
    formatted
}

/// All tokens but `;` and `,`.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    push_words(text.parse().unwrap(), &mut words);
    words
}

fn push_words(tokens: TokenStream, words: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let [open, close] = brackets(group.delimiter());
                words.push(open.to_owned());
                push_words(group.stream(), words);
                words.push(close.to_owned());
            }
            TokenTree::Punct(punct) if [';', ','].contains(&punct.as_char()) => {}
            token => words.push(token.to_string()),
        }
    }
}

/// The marks of a declaration that mean nothing are never as many as two in a row.
fn comments(text: &str) -> Vec<String> {
    let mut comments = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("/* c") {
        let end = start + rest[start..].find("*/").unwrap();
        comments.push(rest[start..end].to_owned());
        rest = &rest[end..];
    }
    let lines = text.lines().filter_map(|line| line.split_once("// c"));
    comments.extend(lines.map(|(_, comment)| comment.trim_end().to_owned()));
    comments
}

#[test]
fn what_people_have_written_keeps_its_meaning() {
    for Source { name, text } in sources() {
        // Five hundred random networks are enough in one style.
        let styles = if text.len() > 100_000 { vec![Style::default()] } else { styles() };
        for style in styles {
            check(&name, &text, &style);
        }
    }
}

#[test]
fn lines_are_as_wide_as_they_may_be() {
    let style = Style { max_width: 70, ..Style::default() };
    for Source { name, text } in
        sources().iter().filter(|source| source.name.starts_with("cnn-zoo/src"))
    {
        let formatted = check(name, text, &style);
        let inside =
            formatted.split("cnn! {\n").skip(1).flat_map(|text| text.split("\n}\n").next());
        for line in inside.flat_map(str::lines) {
            let code = line.trim_start();
            // Comments and Rust code are kept, and an expression or a pattern is in one line.
            let is_kept = code.starts_with("//") || code.starts_with('#') || line.contains(" as ");
            let is_expression = !code.contains(['(', '['])
                || ["if", "for"].contains(&code.split(' ').next().unwrap())
                || code.contains(" if ")
                || code.contains("> 1");
            assert!(line.chars().count() <= 70 || is_kept || is_expression, "{name}: {line}");
        }
    }
}

#[test]
fn line_ends_and_the_beginning_of_a_file_are_kept() {
    for Source { name, text } in sources().iter().filter(|source| source.name.contains("src/timm"))
    {
        let formatted = format_file(text, &Style::default()).unwrap().text;
        let windows = format_file(&text.replace('\n', "\r\n"), &Style::default()).unwrap().text;
        assert_eq!(windows, formatted.replace('\n', "\r\n"), "{name}");
        for start in ["\u{feff}", "#!/usr/bin/env run-cargo-script\n", "\u{feff}#!/bin/sh\n"] {
            let started = format_file(&format!("{start}{text}"), &Style::default()).unwrap().text;
            assert_eq!(started, format!("{start}{formatted}"), "{name}");
        }
    }
}

/// The declarations of a source with other spaces, and with comments, between their tokens.
fn mangled(text: &str, mut random: impl FnMut(usize) -> usize) -> String {
    let tokens: TokenStream = text.parse().unwrap();
    let mut list = Vec::new();
    push_bytes(tokens, false, text, &mut list);
    let mut mangled = String::new();
    let mut at = 0;
    for pair in list.windows(2) {
        let [(before, inside), (after, is_inside)] = pair else { continue };
        mangled.push_str(&text[at..before.end]);
        at = before.end;
        if !inside || !is_inside {
            continue;
        }
        let gap = &text[before.end..after.start];
        if gap.contains('/') || text[..before.end].lines().next_back().unwrap().contains("//") {
            continue;
        }
        let spaced = !gap.is_empty();
        let gap = match random(24) {
            0 => "\n",
            1 if spaced => "  \n\n\n  ",
            2 if spaced => " /* c */ ",
            3 if spaced => " // c\n",
            4 if spaced => "\n// c 2\n\n",
            5 if spaced => "   // c 3\n",
            6 if spaced => "\n/* c\n 4 */ ",
            7..12 => "   ",
            12..16 => gap,
            _ if spaced => " ",
            _ => gap,
        };
        // An operator of two characters stays one, and a name before a lifetime is none.
        let is_mark = |range: &std::ops::Range<usize>| {
            let first = text[range.clone()].chars().next().unwrap();
            first.is_ascii_punctuation() && !"()[]{}_\"".contains(first)
        };
        let joint = before.end == after.start && (is_mark(before) || is_mark(after));
        mangled.push_str(if joint { "" } else { gap });
        at = after.start;
    }
    mangled + &text[at..]
}

/// The bytes of all tokens, and whether they are in a declaration.
fn push_bytes(
    tokens: TokenStream,
    inside: bool,
    text: &str,
    list: &mut Vec<(std::ops::Range<usize>, bool)>,
) {
    let mut seen = 0;
    for token in tokens {
        let bytes = token.span().byte_range();
        match token {
            TokenTree::Group(group) if text[bytes.clone()].starts_with('/') => drop(group),
            TokenTree::Group(group) => {
                let inside = inside || seen == 2;
                list.push((group.span_open().byte_range(), inside));
                push_bytes(group.stream(), inside, text, list);
                list.push((group.span_close().byte_range(), inside));
                seen = 0;
            }
            TokenTree::Ident(ident) => {
                list.push((bytes, inside));
                seen = usize::from(ident == "cnn");
            }
            token => {
                list.push((bytes, inside));
                seen = if token.to_string() == "!" && seen == 1 { 2 } else { 0 };
            }
        }
    }
}

/// Random numbers below what is asked for.
fn numbers(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed | 1;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % below
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("CNN_FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200),
        failure_persistence: None,
        max_shrink_iters: 200,
        // What one run finds, the next one finds, too. A longer run goes on where this one ends.
        rng_seed: RngSeed::Fixed(17),
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_is_between_tokens_the_meaning_stays(
        declaration in any::<prop::sample::Index>(),
        seed in any::<u64>(),
        style in 0..4_usize,
    ) {
        thread_local! {
            static DECLARATIONS: Vec<Source> = declarations();
        }
        DECLARATIONS.with(|declarations| {
            let Source { name, text } = &declarations[declaration.index(declarations.len())];
            let text = mangled(text, numbers(seed));
            check(name, &text, &styles()[style]);
        });
    }

    #[test]
    fn whatever_the_grammar_allows_the_meaning_stays(seed in any::<u64>(), style in 0..4_usize) {
        thread_local! {
            static GRAMMAR: Grammar = Grammar::of_the_guide();
        }
        let text = GRAMMAR.with(|grammar| grammar.declaration(&mut numbers(seed)));
        check("the grammar", &text, &styles()[style]);
        let text = mangled(&text, numbers(seed ^ 3));
        check("the grammar", &text, &styles()[style]);
    }
}
