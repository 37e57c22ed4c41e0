//! Reads what PyTorch has written, and compares what is written of it with the declaration that rustc compiles.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use cnn_import::{Error, Form, Layout, read_pt2, write};
use proptest::prelude::*;

mod residual {
    include!("pytorch/residual.rs");
}

const RESIDUAL: &[u8] = include_bytes!("pytorch/residual.pt2");
const REFUSED: &[u8] = include_bytes!("pytorch/refused.pt2");

fn read(bytes: &[u8]) -> Result<Form, Error> {
    read_pt2(Cursor::new(bytes))
}

/// Compares a text with a file, which `BLESS=1` writes.
fn check(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pytorch").join(file);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, text).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn an_import_is_written_as_a_person_would() {
    let form = read(RESIDUAL).unwrap();
    check("residual.rs", &write(&form, "Residual", Layout::Structured).unwrap());
}

#[test]
fn what_compiles_is_what_was_read() {
    let form = read(RESIDUAL).unwrap();
    let graph = residual::Residual::GRAPH;
    assert_eq!(form.params(), residual::Residual::PARAMS);
    assert_eq!(form.macs(), residual::Residual::SUMMARY.macs);
    assert_eq!(form.nodes.len(), graph.nodes.len());
    for node in form.nodes {
        let Some(name) = node.path() else { continue };
        assert_eq!(graph.node(&name).unwrap().op, node.op, "{name}");
    }
}

#[test]
fn weights_have_the_names_of_the_declaration() {
    let bytes = cnn_import::pt2_weights(Cursor::new(RESIDUAL)).unwrap();
    let file = safetensors::SafeTensors::deserialize(&bytes).unwrap();
    for (name, shape) in residual::Residual::GRAPH.state_dict() {
        assert_eq!(file.tensor(&name).unwrap().shape(), shape.dims(), "{name}");
    }
}

#[test]
fn every_operation_without_a_layer_is_refused() {
    let form = read(REFUSED).unwrap();
    let refusals: Vec<String> = form.refusals.iter().map(ToString::to_string).collect();
    assert_eq!(
        refusals,
        [
            "`erf` (`erf`): there is no layer for it",
            "`cumsum` (`cumsum`): there is no layer for it",
        ]
    );
    assert!(write(&form, "Net", Layout::Flat).is_err());
}

#[test]
fn a_file_that_is_no_archive_is_an_error() {
    let error = read(b"PK").unwrap_err().to_string();
    assert!(error.starts_with("this is no archive of `torch.export.save`"), "{error}");
    assert!(read(&RESIDUAL[..RESIDUAL.len() / 2]).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_do_not_panic(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = RESIDUAL.to_vec();
        for (place, byte) in changes {
            let index = place.index(bytes.len());
            bytes[index] = byte;
        }
        if let Ok(form) = read(&bytes) {
            let _ = write(&form, "Net", Layout::Structured);
        }
    }
}
