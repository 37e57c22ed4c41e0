//! The table of engines says what is refused. What is not is tested for its values in
//! `cnn-reference`.

use candle_core::{DType, Device};
use candle_nn::VarBuilder;
use cnn::{Graph, Kind, cnn};
use cnn_candle::{BuildError, Net};
use cnn_reference::cases::all;

cnn! {
    /// A layer that PyTorch accepts and answers differently each time.
    struct Cut: [1, 4] < pad((3, -2), mode = circular) >
    /// It, inside.
    struct Twice: [1, 4] < first: Cut; relu; channels(0..1) >
}

/// The layer that is refused, if one is.
fn refused(graph: &Graph) -> Option<Kind> {
    match Net::from_graph(graph, &VarBuilder::zeros(DType::F32, &Device::Cpu)) {
        Ok(_) => None,
        Err(BuildError::Refused { nodes, .. }) => Some(nodes[0].kind),
        Err(error) => panic!("{error}"),
    }
}

/// The table in the documentation of `cnn`: all keywords, and a refusal of those that say so alone.
#[test]
fn the_table_of_engines_is_true() {
    let table = include_str!("../../src/engines.md");
    let rows: Vec<Vec<&str>> = table
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    let column = rows[0].iter().position(|cell| cell.starts_with("candle")).expect("a column");
    let graphs = all().into_iter().map(|case| case.graph).chain([Cut::GRAPH]);
    let refused: Vec<Kind> = graphs.filter_map(|graph| refused(&graph)).collect();
    for &kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Network) {
        let keyword = format!("`{}`", kind.keyword());
        let row = rows[2..].iter().find(|row| row[1].contains(&keyword)).expect("a row");
        let how = row[column];
        assert!(["yes", "emulated", "refused"].iter().any(|word| how.starts_with(word)), "{how}");
        assert_eq!(how.contains("refused"), refused.contains(&kind), "{kind}: {how}");
    }
}

#[test]
fn what_is_refused_is_named() {
    let weights = VarBuilder::zeros(DType::F32, &Device::Cpu);
    let error = Net::new::<Twice>(&weights).unwrap_err();
    assert_eq!(
        error.to_string(),
        "candle cannot run 1 layer of `Twice`:\n  `first.pad1` (pad): a circular padding of 3 needs \
         as many values, and a crop leaves 2"
    );
}
