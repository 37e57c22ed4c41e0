//! Reads what PyTorch has written, and compares what is written of it with the declaration that rustc compiles.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use cnn::{Graph, Kind, Summary};
use cnn_import::{Error, Form, Layout, Network, read_pt2, write};
use cnn_reference::{Tensor, all_outputs, formula};

/// The fixtures that can be declared, each with its network.
macro_rules! fixtures {
    ($($name:ident: $network:ident,)*) => {
        $(
            #[allow(deprecated, reason = "the lints of cnn! also warn about what PyTorch allows")]
            mod $name {
                include!(concat!("pytorch/", stringify!($name), ".rs"));
            }
        )*

        fn fixtures() -> Vec<Fixture> {
            vec![$(Fixture {
                name: stringify!($name),
                network: stringify!($network),
                file: include_bytes!(concat!("pytorch/", stringify!($name), ".pt2")),
                graph: $name::$network::GRAPH,
                summary: &$name::$network::SUMMARY,
            },)*]
        }
    };
}

struct Fixture {
    name: &'static str,
    network: &'static str,
    file: &'static [u8],
    graph: Graph,
    summary: &'static Summary,
}

fixtures! {
    residual: Residual,
    tokens: Tokens,
    windows: Windows,
    pyramid: Pyramid,
    functions: Functions,
    convolutions: Convolutions,
}

const RESIDUAL: &[u8] = include_bytes!("pytorch/residual.pt2");
const REFUSED: &[u8] = include_bytes!("pytorch/refused.pt2");
const MASK: &[u8] = include_bytes!("pytorch/mask.pt2");

fn read(bytes: &[u8]) -> Result<Form, Error> {
    read_pt2(Cursor::new(bytes))
}

fn refusals(bytes: &[u8]) -> Vec<String> {
    read(bytes).unwrap().refusals.iter().map(ToString::to_string).collect()
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
    for Fixture { name, network, file, .. } in fixtures() {
        let form = read(file).unwrap();
        check(&format!("{name}.rs"), &write(&form, network, Layout::Structured).unwrap());
    }
}

#[test]
fn what_compiles_is_what_was_read() {
    for Fixture { name, file, graph, summary, .. } in fixtures() {
        let form = read(file).unwrap();
        assert_eq!(form.params(), summary.params, "{name}");
        assert_eq!(form.macs(), summary.macs, "{name}");
        // An `identity` gives a name to the output of a group.
        let layers = graph.nodes.iter().filter(|node| node.kind != Kind::Identity);
        assert_eq!(form.nodes.len(), layers.count(), "{name}");
        for node in form.nodes {
            let Some(path) = node.path() else { continue };
            assert_eq!(graph.node(&path).unwrap().op, node.op, "{name}: {path}");
        }
    }
}

/// The weights and the input are made of their names by a formula, here and in PyTorch.
#[test]
fn what_compiles_computes_what_pytorch_does() {
    let theirs: serde_json::Value =
        serde_json::from_str(include_str!("pytorch/outputs.json")).unwrap();
    for Fixture { name, graph, .. } in fixtures() {
        let input = formula::values("input", &[&[1], graph.input.dims()].concat());
        let (_, ours) = all_outputs(&graph, &formula::state(&graph), &[input]);
        let theirs = theirs[name].as_array().unwrap();
        assert_eq!(ours.len(), theirs.len(), "{name}");
        for (ours, theirs) in ours.iter().zip(theirs) {
            let theirs = theirs[0].as_array().unwrap().iter();
            let theirs = theirs.map(|value| value.as_f64().unwrap()).collect();
            let theirs = Tensor::new(ours.sizes(), theirs);
            let distance = ours.distance(&theirs) / theirs.magnitude();
            assert!(distance < 1e-12, "{name}: off by {distance:e}");
        }
    }
}

#[test]
fn weights_have_the_names_of_the_declaration() {
    let bytes = Network::pt2(Cursor::new(RESIDUAL)).unwrap().weights().unwrap();
    let file = safetensors::SafeTensors::deserialize(&bytes).unwrap();
    for (name, shape) in residual::Residual::GRAPH.state_dict() {
        assert_eq!(file.tensor(&name).unwrap().shape(), shape.dims(), "{name}");
    }
}

#[test]
fn every_operation_without_a_layer_is_refused() {
    assert_eq!(
        refusals(REFUSED),
        [
            "`erf` (`erf`): there is no layer for it",
            "`cumsum` (`cumsum`): there is no layer for it",
        ]
    );
    assert!(write(&read(REFUSED).unwrap(), "Net", Layout::Flat).is_err());
}

#[test]
fn attention_that_computes_something_else_is_refused() {
    let refusals = refusals(MASK);
    assert!(
        refusals.iter().any(|refusal| refusal.ends_with("`mean` instead of `bmm`")),
        "{refusals:#?}"
    );
}

#[test]
fn a_name_is_an_identifier() {
    let form = read(RESIDUAL).unwrap();
    for name in ["", "Res-Net", "1Net", "struct", "Self", "_", "Net {}", "Größe"] {
        let error = write(&form, name, Layout::Structured).unwrap_err().to_string();
        assert!(error.starts_with(&format!("`{name}` cannot be the name of a struct")), "{error}");
    }
}

#[test]
fn a_file_that_is_no_archive_is_an_error() {
    let error = read(b"PK").unwrap_err().to_string();
    assert!(error.starts_with("this is no archive of `torch.export.save`"), "{error}");
    assert!(read(&RESIDUAL[..RESIDUAL.len() / 2]).is_err());
}
