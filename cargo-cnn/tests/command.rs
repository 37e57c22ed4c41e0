//! Help, completions and manual pages.

use std::fs;
use std::path::Path;
use std::process::Command;

/// The standard output of a call that succeeds.
fn output(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_cargo-cnn")).args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn it_is_called_by_cargo_or_by_itself() {
    assert_eq!(output(&["cnn", "fmt", "--help"]), output(&["fmt", "--help"]));
    assert!(output(&["cnn", "--help"]).contains("Usage: cargo cnn <COMMAND>"));
    assert!(output(&["cnn", "--version"]).starts_with("cargo-cnn "));
}

#[test]
fn every_command_has_examples() {
    for command in ["fmt", "show", "diff", "export", "import", "completions", "man"] {
        let help = output(&["cnn", command, "--help"]);
        assert!(help.contains(&format!("Usage: cargo cnn {command}")), "{help}");
        assert!(help.contains("\nExamples:\n  cargo "), "{help}");
        // A terminal of the usual width shows it.
        for line in help.lines() {
            assert!(line.chars().count() <= 100, "{line}");
        }
    }
}

/// The first bytes of a file decide what it is.
#[test]
fn files_of_both_kinds_are_imported() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cnn-import/tests");
    let import = |file: &str, more: &[&str]| {
        let file = folder.join(file);
        let args = [&["cnn", "import", file.to_str().unwrap()], more].concat();
        Command::new(env!("CARGO_BIN_EXE_cargo-cnn")).args(args).output().unwrap()
    };
    for (file, name) in [
        ("pytorch/residual.pt2", "Residual"),
        ("onnx/external.onnx", "Net"),
        ("onnx/shapes_11.onnx", "Net"),
    ] {
        let output = import(file, &["--name", name]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let expected = fs::read(folder.join(file).with_extension("rs")).unwrap();
        assert_eq!(String::from_utf8(output.stdout), String::from_utf8(expected));
    }
    let written = tempfile::tempdir().unwrap();
    let weights = written.path().join("net.safetensors");
    import("onnx/external.onnx", &["--weights", weights.to_str().unwrap()]);
    assert!(fs::read(weights).unwrap().len() > 38 * 4);
    for (file, status) in [("onnx/refused.onnx", 1), ("pytorch/refused.pt2", 1), ("onnx.rs", 2)] {
        let output = import(file, &[]);
        assert_eq!((output.status.code(), &output.stdout[..]), (Some(status), &b""[..]), "{file}");
    }
}

#[test]
fn shells_complete_the_command() {
    for shell in ["bash", "zsh", "fish"] {
        let script = output(&["cnn", "completions", shell]);
        for word in ["cargo-cnn", "fmt", "check", "workspace", "completions"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let page = output(&["cnn", "man"]);
    assert!(page.contains(".TH cargo-cnn 1"), "{page}");
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("man1");
    output(&["cnn", "man", directory.to_str().unwrap()]);
    let page = fs::read_to_string(directory.join("cargo-cnn-fmt.1")).unwrap();
    assert!(page.contains("\\-\\-check"), "{page}");
    assert!(page.contains("Exit status"), "{page}");
}
