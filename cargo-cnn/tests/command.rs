//! Help, completions and manual pages.

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
    let page = std::fs::read_to_string(directory.join("cargo-cnn-fmt.1")).unwrap();
    assert!(page.contains("\\-\\-check"), "{page}");
    assert!(page.contains("Exit status"), "{page}");
}
