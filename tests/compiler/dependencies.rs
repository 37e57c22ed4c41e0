//! Who only declares networks builds nothing but the macro.

use std::process::Command;

#[test]
fn no_engine_is_among_the_dependencies() {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--package", "cnn", "--edges", "normal"])
        .args(["--prefix", "none", "--format", "{p}", "--offline", "--no-dedupe"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).expect("text");
    let allowed = [
        "cnn",
        "cnn-core",
        "cnn-macro",
        "cnn-syntax",
        "proc-macro2",
        "quote",
        "syn",
        "unicode-ident",
    ];
    for name in tree.lines().filter_map(|line| line.split(' ').next()) {
        assert!(allowed.contains(&name), "{name} is among the dependencies:\n{tree}");
    }
    assert!(tree.contains("cnn-macro"), "{tree}");
}
