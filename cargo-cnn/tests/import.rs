//! `cargo cnn import`

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A file of PyTorch, of those with which cnn-import is tested.
fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../cnn-import/tests/pytorch").join(name)
}

fn import(file: &str, args: &[&str]) -> (Output, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-cnn"));
    let output = command.args(["cnn", "import"]).arg(fixture(file)).args(args).output().unwrap();
    let [stdout, stderr] = [&output.stdout, &output.stderr]
        .map(|bytes| String::from_utf8(bytes.clone()).unwrap().replace('\r', ""));
    (output, stdout, stderr)
}

#[test]
fn the_standard_output_is_the_source() {
    let (output, stdout, stderr) = import("residual.pt2", &[]);
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    assert_eq!(stdout, fs::read_to_string(fixture("residual.rs")).unwrap());
    assert!(stderr.starts_with("Residual: 42 layers, 4,122 parameters, 379,984 MACs"), "{stderr}");
}

#[test]
fn the_source_and_the_weights_are_written_to_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (source, weights) = (path("net.rs"), path("net.safetensors"));
    let args = ["-o", &source, "--weights", &weights, "--name", "Tiny", "--flat"];
    let (output, stdout, stderr) = import("residual.pt2", &args);
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    assert_eq!(stdout, "");
    let source = fs::read_to_string(source).unwrap();
    assert!(source.contains("pub struct Tiny: [3, 16, 16] -> [10] <"), "{source}");
    assert!(!source.contains("block"), "{source}");
    assert!(fs::metadata(weights).unwrap().len() > 4 * 4122);
}

#[test]
fn what_cannot_be_declared_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("net.rs");
    let (output, stdout, stderr) = import("refused.pt2", &["-o", source.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout, "");
    assert_eq!(
        stderr,
        "error: `erf` (`erf`): there is no layer for it\n\
         error: `cumsum` (`cumsum`): there is no layer for it\n\
         error: 2 operations cannot be declared, so nothing is written\n"
    );
    assert!(!source.exists());
}

#[test]
fn what_cannot_be_read_or_written_is_an_error() {
    for (file, args, expected) in [
        ("nothing.pt2", &[][..], "cannot read"),
        ("fixtures.py", &[], "this is neither an archive of `torch.export.save` nor an ONNX model"),
        ("residual.pt2", &["--name", "Res-Net"], "`Res-Net` cannot be the name of a struct"),
        ("residual.pt2", &["-o", "/no/such/folder/net.rs"], "/no/such/folder/net.rs"),
    ] {
        let (output, stdout, stderr) = import(file, args);
        assert_eq!(output.status.code(), Some(2), "{file} {args:?}: {stderr}");
        assert_eq!(stdout, "");
        assert!(stderr.contains(expected), "{stderr}");
    }
}
