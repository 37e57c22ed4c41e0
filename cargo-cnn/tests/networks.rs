//! `cargo cnn show`, `diff` and `export`, in a package with a few networks.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

const SOURCE: &str = "\
pub mod nets {
    cnn::cnn! {
        pub struct Small: [1, 8, 8] -> [10] < conv(1, 4, 3); relu; fc(_, 10) >
        pub struct Wide: [1, 8, 8] -> [10] < conv(1, 8, 3); relu; fc(_, 10) >
        pub struct Classes<const N: usize>: [1, 8, 8] -> [N] < fc(_, N) >
        struct Private: [1, 8, 8] < relu >
    }
    pub struct NotOne;
}
";

/// A package below the target directory, so that its dependencies are built once.
fn package() -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("my-nets");
    fs::create_dir_all(directory.join("src")).unwrap();
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let manifest = format!(
        "[package]\nname = \"my-nets\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [workspace]\n\n[dependencies]\ncnn = {{ path = {root:?} }}\n"
    );
    fs::write(directory.join("Cargo.toml"), manifest).unwrap();
    fs::copy(root.join("Cargo.lock"), directory.join("Cargo.lock")).unwrap();
    fs::write(directory.join("src/lib.rs"), SOURCE).unwrap();
    directory
}

fn call(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-cnn"));
    command.arg("cnn").args(args).current_dir(package());
    // Only the versions of this repository are there.
    command.env_remove("CARGO_TARGET_DIR").env("CARGO_NET_OFFLINE", "true");
    command.output().unwrap()
}

#[track_caller]
fn shown(args: &[&str]) -> String {
    let output = call(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The error of a call, without what cargo says of its progress.
#[track_caller]
fn error(args: &[&str]) -> String {
    let output = call(args);
    assert_eq!(output.status.code(), Some(2), "{args:?}");
    assert!(output.stdout.is_empty(), "{args:?}");
    let text = String::from_utf8(output.stderr).unwrap();
    let start = text.find("error:").unwrap_or_else(|| panic!("{args:?}: {text}"));
    text[start..].to_owned()
}

// One test: calls wait for each other, as cargo builds one thing at a time in a directory.
#[test]
fn networks_are_shown_compared_and_exported() {
    let table = shown(&["show", "my-nets::nets::Small"]);
    assert!(table.starts_with("Small: 1 × 8 × 8 → 10\n"), "{table}");
    assert!(table.contains("conv1"), "{table}");

    let csv =
        ["show", "my_nets::nets::Classes<3>", "--columns", "name,output,params", "--format", "csv"];
    assert_eq!(shown(&csv), "name,output,params\nfc1,[3],195\n");

    let picture = package().join("small.svg");
    let markdown = [
        "show",
        "my-nets::nets::Small",
        "--format",
        "markdown",
        "--svg",
        picture.to_str().unwrap(),
    ];
    assert!(shown(&markdown).starts_with("| layer |"));
    assert!(fs::read_to_string(&picture).unwrap().starts_with("<svg "));

    let diff = shown(&["diff", "my-nets::nets::Small", "my-nets::nets::Wide"]);
    assert!(diff.starts_with("Small -> Wide: 3 layers changed"), "{diff}");

    let source = shown(&["export", "my-nets::nets::Small"]);
    assert!(source.contains("class Small(nn.Module):\n"), "{source}");
    let file = package().join("small.py");
    assert_eq!(shown(&["export", "my-nets::nets::Small", "-o", file.to_str().unwrap()]), "");
    assert_eq!(fs::read_to_string(&file).unwrap(), source);
    let model = package().join("small.onnx");
    let _ = fs::remove_file(&model);
    let export = ["export", "my-nets::nets::Small", "-o", model.to_str().unwrap(), "--batch", "2"];
    assert_eq!(shown(&export), "");
    assert!(String::from_utf8_lossy(&fs::read(&model).unwrap()).contains("conv1.weight"));
    let weights = [&export[..], &["--weights", "no.safetensors"]].concat();
    let text = error(&weights);
    assert!(text.starts_with("error: no.safetensors: cannot be read: "), "{text}");
    assert_eq!(
        error(&["export", "my-nets::nets::Small", "-o", "small.txt"]),
        "error: the name of `small.txt` does not say its format\nhelp: call it `….py` or `….onnx`, or add `--format`\n"
    );

    let mistakes = [
        (
            "my-nets::nets::Smal",
            "error: there is no network `my_nets::nets::Smal`: cannot find type `Smal` in module `::my_nets::nets`\nhelp: a struct with a similar name exists: `Small`\n",
        ),
        (
            "my-nets::nets::Private",
            "error: `my_nets::nets::Private` cannot be used from outside: struct `Private` is private\nhelp: declare the network and the modules around it as `pub`\n",
        ),
        (
            "my-nets::nets::NotOne",
            "error: `my_nets::nets::NotOne` is not a network that `cnn!` declares\n",
        ),
        (
            "my-nets::nets::Classes",
            "error: the parameters of `my_nets::nets::Classes` have no defaults\nhelp: give their values: `my_nets::nets::Classes<10>`\n",
        ),
        (
            "Small",
            "error: there is no package `Small` in this workspace\nhelp: write the package first: `my_nets::Small`\n",
        ),
        (
            "my-nets::nets::Small; x",
            "error: `my-nets::nets::Small; x` is not the path of a network\nhelp: write it as in Rust: `my_nets::nets::LeNet`\n",
        ),
    ];
    for (path, expected) in mistakes {
        assert_eq!(error(&["show", path]), expected);
    }
}
