//! The documentation of the keywords says what cnn-core accepts.

use std::fs;

use cnn::Kind;

#[test]
fn every_keyword_is_documented_with_its_signature() {
    let mut sources = String::new();
    for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/layers")).unwrap() {
        sources.push_str(&fs::read_to_string(file.unwrap().path()).unwrap());
    }
    // Signatures may be broken into lines.
    let docs = sources.replace("\n    /// ", "\n").replace('\n', " ");
    for kind in Kind::layers() {
        let item = format!("    {kind} = {kind:?};");
        assert!(sources.contains(&item), "{item}");
        let signature = format!("```text {} ```", kind.signature());
        assert!(docs.contains(&signature), "{signature}");
    }
}

#[test]
fn every_argument_and_every_word_is_documented() {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/src/arguments.rs");
    let source = fs::read_to_string(source).unwrap();
    let (arguments, words) = source.split_once("pub mod words").unwrap();
    let listed = |section: &str| -> Vec<String> {
        let names = section.lines().map(str::trim).collect::<Vec<_>>();
        let documented = names.windows(2).filter(|pair| pair[0].starts_with("/// "));
        let names = documented.map(|pair| pair[1]);
        names
            .filter(|name| name.chars().all(|c| c == '_' || c.is_ascii_digit() || c.is_lowercase()))
            .map(str::to_owned)
            .collect()
    };
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names.dedup();
        names
    };
    let params = || Kind::layers().chain(Kind::joins()).flat_map(|kind| kind.signature().params);
    let names = params().map(|param| param.name.to_owned()).collect();
    assert_eq!(listed(arguments), sorted(names));
    let known = params().flat_map(|param| param.words).map(|word| (*word).to_owned()).collect();
    assert_eq!(sorted(listed(words)), sorted(known));
}
