//! The table of engines in the documentation of `cnn` has all layers, and other tests run each of them.

use std::collections::BTreeSet;

use cnn_core::Kind;
use cnn_reference::cases;

#[test]
fn all_layers_are_in_the_table_of_engines() {
    let table = include_str!("../../src/engines.md");
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    let keywords = |row: &Vec<&str>| {
        let words: Vec<String> = row[1].split('`').skip(1).step_by(2).map(str::to_owned).collect();
        words
    };
    let mut listed: Vec<String> = rows[2..].iter().flat_map(keywords).collect();
    listed.sort();
    let of = |kinds: &[Kind]| -> Vec<String> {
        let mut names: Vec<String> = kinds.iter().map(|kind| kind.keyword().to_owned()).collect();
        names.sort();
        names
    };
    let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(|it| *it != Kind::Network).collect();
    assert_eq!(listed, of(&kinds));
    for row in &rows[2..] {
        for how in &row[2..4] {
            assert!(["yes", "emulated"].iter().any(|word| how.starts_with(word)), "{row:?}");
        }
    }
    // If an engine refuses one of these cases, its tests fail.
    let cases = cases::all();
    let tried: BTreeSet<&str> =
        cases.iter().flat_map(|case| case.graph.nodes).map(|node| node.kind.keyword()).collect();
    let untried: Vec<&String> =
        listed.iter().filter(|word| !tried.contains(word.as_str())).collect();
    assert!(untried.is_empty(), "{untried:?}");
}
