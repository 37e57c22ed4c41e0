//! The macro on random tokens, and on declarations with random mistakes in them.
//!
//! `CNN_FUZZ_CASES=1000000 cargo test --release -p cnn-macro fuzz` tries a million of the short ones,
//! and 20,000 networks of the zoo, which are long.

use std::time::Duration;

use cpu_time::ThreadTime;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use proptest::prelude::*;
use proptest::sample::Index;

use super::shared::linked;
use super::{GOOD, expansion, expansion_for};
use crate::expand::expand_with;
use crate::reader::Reader;
use crate::shown::Shown;

/// How many of the short ones are tried in every run of the tests.
const USUAL: u32 = 1_000;

/// Longer than any of these may take, which are not optimized in the usual run.
const LONG: Duration = Duration::from_secs(10);

/// The zoo, in which a human has written what people write.
const ZOO: [&str; 8] = [
    include_str!("../../../cnn-zoo/src/resnet.rs"),
    include_str!("../../../cnn-zoo/src/unet.rs"),
    include_str!("../../../cnn-zoo/src/densenet.rs"),
    include_str!("../../../cnn-zoo/src/googlenet.rs"),
    include_str!("../../../cnn-zoo/src/mobilenet_v3.rs"),
    include_str!("../../../cnn-zoo/src/shufflenet_v2.rs"),
    include_str!("../../../cnn-zoo/src/regnet.rs"),
    include_str!("../../../cnn-zoo/src/efficientnet.rs"),
];

fn cases(usual: u32) -> ProptestConfig {
    let wanted = std::env::var("CNN_FUZZ_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig {
        cases: wanted.map_or(usual, |wanted: u32| (wanted / USUAL).max(1) * usual),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn try_to_expand(tokens: TokenStream) {
    let text = tokens.to_string();
    let start = ThreadTime::now();
    expansion(tokens.clone());
    expansion_for(Reader::Editor, tokens);
    assert!(start.elapsed() < LONG, "{:?}: {text}", start.elapsed());
}

/// The blocks and functions of a file of the zoo, and one of its networks: which, of how many.
fn declaration(file: &str, network: impl Fn(usize) -> usize) -> TokenStream {
    let file: TokenStream = file.parse().unwrap();
    let brace = |token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.stream()),
        _ => None,
    };
    let tokens: Vec<TokenTree> =
        file.into_iter().filter_map(brace).last().unwrap().into_iter().collect();
    let starts: Vec<usize> = (0..tokens.len())
        .filter(|at| tokens[*at].to_string() == "pub" && tokens[at + 1].to_string() == "struct")
        .collect();
    let chosen = network(starts.len());
    let end = starts.get(chosen + 1).copied().unwrap_or(tokens.len());
    let network = &tokens[starts[chosen]..end];
    // Documentation before the next network is nobody's.
    let is_doc =
        |pair: &[TokenTree]| pair[0].to_string() == "#" && pair[1].to_string().starts_with("[doc");
    let docs = network.windows(2).position(is_doc).unwrap_or(network.len());
    tokens[..starts[0]].iter().chain(&network[..docs]).cloned().collect()
}

/// Any token, most often one that means something here.
fn token() -> impl Strategy<Value = TokenTree> {
    let words = [
        "struct",
        "pub",
        "conv",
        "fc",
        "relu",
        "maxpool",
        "seq",
        "same",
        "kernel_size",
        "bias",
        "frozen",
        "cfg",
        "C",
        "const",
        "usize",
        "_",
        "true",
        "batchnorm",
        "pad",
        "channels",
        "softmax",
        "Net",
        "label",
        "block",
        "residual",
        "shortcut",
        "add",
        "concat",
        "if",
        "else",
        "for",
        "in",
        "let",
        "fn",
        "identity",
        "use",
        "as",
        "a",
        "unit",
        "crate",
        "mut",
        "shape",
        "rev",
        "zip",
        "enumerate",
        "match",
        "while",
        "leaky_relu",
        "len",
    ];
    let word = prop::sample::select(words.to_vec())
        .prop_map(|word| TokenTree::Ident(Ident::new(word, Span::call_site())));
    let number = prop_oneof![
        (0..9usize).prop_map(Literal::usize_unsuffixed),
        any::<usize>().prop_map(Literal::usize_suffixed),
        (0..9u8).prop_map(|half| Literal::f64_unsuffixed(f64::from(half) / 2.0)),
        Just(Literal::string("text")),
    ];
    let chars: Vec<char> = "<>;:,=-+*/%&|^.#!'".chars().collect();
    let punct = (prop::sample::select(chars), any::<bool>()).prop_map(|(char, joint)| {
        let spacing = if joint || char == '\'' { Spacing::Joint } else { Spacing::Alone };
        TokenTree::Punct(Punct::new(char, spacing))
    });
    let leaf = prop_oneof![4 => word, 2 => number.prop_map(TokenTree::Literal), 4 => punct];
    let delimiters =
        [Delimiter::Parenthesis, Delimiter::Bracket, Delimiter::Brace, Delimiter::None];
    leaf.prop_recursive(4, 40, 8, move |inner| {
        let tokens = prop::collection::vec(inner, 0..8);
        (prop::sample::select(delimiters.to_vec()), tokens).prop_map(|(delimiter, tokens)| {
            TokenTree::Group(Group::new(delimiter, tokens.into_iter().collect()))
        })
    })
}

/// A change of the token with this number, counted through all groups.
#[derive(Clone, Debug)]
enum Change {
    Drop,
    Double,
    Replace(TokenTree),
    Insert(TokenTree),
}

fn change(tokens: usize) -> impl Strategy<Value = (usize, Change)> {
    let change = prop_oneof![
        Just(Change::Drop),
        Just(Change::Double),
        token().prop_map(Change::Replace),
        token().prop_map(Change::Insert),
    ];
    (0..tokens, change)
}

fn mutate(tokens: TokenStream, changes: &[(usize, Change)], number: &mut usize) -> TokenStream {
    let mut mutated = Vec::new();
    for mut token in tokens {
        *number += 1;
        let change = changes.iter().find(|(at, _)| at == number).map(|(_, change)| change);
        if let TokenTree::Group(group) = token {
            let stream = mutate(group.stream(), changes, number);
            token = TokenTree::Group(Group::new(group.delimiter(), stream));
        }
        match change.cloned() {
            Some(Change::Drop) => {}
            Some(Change::Double) => mutated.extend([token.clone(), token]),
            Some(Change::Replace(other)) => mutated.push(other),
            Some(Change::Insert(other)) => mutated.extend([other, token]),
            None => mutated.push(token),
        }
    }
    mutated.into_iter().collect()
}

proptest! {
    #![proptest_config(cases(USUAL))]

    #[test]
    fn no_tokens_make_it_panic(tokens in prop::collection::vec(token(), 0..40)) {
        try_to_expand(tokens.into_iter().collect());
    }

    #[test]
    fn no_mutation_makes_it_panic(
        good in prop::sample::select(&GOOD[..]),
        changes in prop::collection::vec(change(130), 1..6),
    ) {
        let tokens: TokenStream = good.parse().unwrap();
        try_to_expand(mutate(tokens, &changes, &mut 0));
    }

    #[test]
    fn no_mutation_of_a_parcel_makes_it_panic(changes in prop::collection::vec(change(320), 1..6)) {
        let declaration: TokenStream = GOOD[0].parse().unwrap();
        let tokens = mutate(linked(&declaration).unwrap(), &changes, &mut 0);
        for reader in [Reader::Compiler, Reader::Editor] {
            expand_with(tokens.clone(), Shown::new(reader));
        }
    }
}

#[test]
fn the_zoo_has_no_mistakes_before_there_are_some_in_it() {
    for file in ZOO {
        for part in [0, 1] {
            let declaration = declaration(file, |networks| part * (networks - 1));
            assert!(!expansion(declaration).contains("compile_error"));
        }
    }
}

proptest! {
    #![proptest_config(cases(20))]

    #[test]
    fn no_mutation_of_the_zoo_makes_it_panic(
        file in prop::sample::select(&ZOO[..]),
        network in any::<Index>(),
        changes in prop::collection::vec(change(1_500), 1..6),
    ) {
        try_to_expand(mutate(declaration(file, |networks| network.index(networks)), &changes, &mut 0));
    }
}
