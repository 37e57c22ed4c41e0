//! Single layers of every kind say what PyTorch says (see `cnn_reference::cases`), or are refused as
//! the table of engines tells.

mod common;

use std::panic::{AssertUnwindSafe, catch_unwind};

use burn::tensor::{Device, Tensor, TensorData};
use cnn::Kind;
use cnn_burn::{BuildError, Net};
use cnn_reference::cases::{Case, all};
use common::values;

/// What became of a case.
#[derive(Debug, PartialEq)]
enum Answer {
    Right,
    Wrong(String),
    Refused(Kind),
}

/// Runs a case, whatever its ranks.
fn answer(case: &Case) -> Answer {
    let ranks = [case.graph.input.rank() + 1, case.graph.output.rank() + 1];
    macro_rules! by_rank {
        ($($in:literal $out:literal,)*) => {
            match ranks {
                $([$in, $out] => answer_with::<$in, $out>(case),)*
                _ => panic!("{}: ranks {ranks:?}", case.name),
            }
        };
    }
    by_rank! { 2 2, 2 3, 3 2, 3 3, 3 4, 4 2, 4 3, 4 4, 4 5, 5 2, 5 3, 5 4, 5 5, }
}

#[test]
fn layers_answer_as_in_pytorch() {
    let cases = all();
    assert!(cases.len() > 150, "{}", cases.len());
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| match answer(case) {
            Answer::Wrong(reason) => Some(format!("{}: {reason}", case.name)),
            _ => None,
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
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
    let column = rows[0].iter().position(|cell| cell.starts_with("burn")).expect("a column");
    let row = |kind: Kind| {
        let keyword = format!("`{}`", kind.keyword());
        let mut rows = rows[2..].iter().filter(|row| row[1].contains(&keyword));
        let row = rows.next().unwrap_or_else(|| panic!("no row for {keyword}"));
        assert_eq!(rows.next(), None, "two rows for {keyword}");
        row[column]
    };
    let refused: Vec<Kind> = all()
        .iter()
        .chain(&[crops_what_it_needs()])
        .filter_map(|case| match answer(case) {
            Answer::Refused(kind) => Some(kind),
            _ => None,
        })
        .collect();
    for &kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Network) {
        let how = row(kind);
        assert!(["yes", "emulated", "refused"].iter().any(|word| how.starts_with(word)), "{how}");
        assert_eq!(how.contains("refused"), refused.contains(&kind), "{kind}: {how}");
    }
}

/// A layer that PyTorch accepts and answers differently each time.
fn crops_what_it_needs() -> Case {
    cnn::cnn! { struct Cut: [1, 4] < pad((3, -2), mode = circular) > }
    let empty = || cnn_reference::Tensor::new(&[0], Vec::new());
    let (input, output) = (empty(), empty());
    let state = Default::default();
    Case { name: "circular".to_string(), graph: Cut::GRAPH, state, input, output }
}

fn answer_with<const IN: usize, const OUT: usize>(case: &Case) -> Answer {
    let device = Device::default();
    let mut net = match Net::<IN, OUT>::from_graph(&case.graph, &device) {
        Ok(net) => net,
        Err(BuildError::Refused { nodes, .. }) => return Answer::Refused(nodes[0].kind),
        Err(error) => return Answer::Wrong(error.to_string()),
    };
    if let Err(error) = net.load_safetensors_bytes(case.state.to_safetensors()) {
        return Answer::Wrong(error.to_string());
    }
    let data = TensorData::new(case.input.values().to_vec(), case.input.sizes().to_vec());
    let run = || net.forward(Tensor::from_data(data, &device));
    let Ok(found) = catch_unwind(AssertUnwindSafe(run)) else {
        return Answer::Wrong("panics".to_string());
    };
    let sizes = found.dims().to_vec();
    if sizes != case.output.sizes() {
        return Answer::Wrong(format!("{sizes:?}, not {:?}", case.output.sizes()));
    }
    let largest = case.output.values().iter().fold(1.0, |most: f64, value| most.max(value.abs()));
    let found = values(&found);
    let close = |(found, expected): &(&f64, &f64)| (*found - *expected).abs() <= 1e-5 * largest;
    match found.iter().zip(case.output.values()).find(|pair| !close(pair)) {
        Some((found, expected)) => Answer::Wrong(format!("{found}, not {expected}")),
        None => Answer::Right,
    }
}
