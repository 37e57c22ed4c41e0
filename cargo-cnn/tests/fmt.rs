//! `cargo cnn fmt`, called as cargo and editors call it.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const UGLY: &str = "use cnn::cnn;\n\ncnn! { struct Net:[3]<relu> }\n";
const FORMATTED: &str = "use cnn::cnn;\n\ncnn! { struct Net: [3] < relu > }\n";

/// A workspace of two packages, in which all files are ugly.
fn workspace() -> TempDir {
    let folder = TempDir::new().unwrap();
    let files = [
        ("Cargo.toml", "[workspace]\nmembers = [\"one\", \"two\"]\nresolver = \"3\"\n"),
        ("one/Cargo.toml", "[package]\nname = \"one\"\nedition = \"2024\"\n"),
        ("one/src/lib.rs", "mod inner;\ncnn::cnn! { struct Net:[3]<relu> }\n"),
        ("one/src/inner.rs", UGLY),
        ("one/src/nobodys.rs", UGLY),
        ("one/tests/all.rs", UGLY),
        ("one/tests/data/wrong.rs", "cnn! { struct Net: [3] < relu tanh > }\n"),
        ("two/Cargo.toml", "[package]\nname = \"two\"\nedition = \"2021\"\n"),
        ("two/src/main.rs", UGLY),
    ];
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-cnn"));
    command.args(["cnn", "fmt"]).args(args).current_dir(folder);
    command
}

/// The exit status, the standard output, and the standard error.
fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    said(command(folder, args).output().unwrap())
}

fn said(output: Output) -> (Option<i32>, String, String) {
    let [stdout, stderr] =
        [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
    (output.status.code(), stdout, stderr)
}

fn piped(folder: &Path, args: &[&str], text: &str) -> (Option<i32>, String, String) {
    let mut command = command(folder, args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    said(child.wait_with_output().unwrap())
}

/// Which of the files of a workspace are formatted.
fn formatted(folder: &Path) -> Vec<&'static str> {
    let files = [
        "one/src/lib.rs",
        "one/src/inner.rs",
        "one/src/nobodys.rs",
        "one/tests/all.rs",
        "two/src/main.rs",
    ];
    let is_formatted =
        |name: &&str| fs::read_to_string(folder.join(name)).unwrap().contains("< relu >");
    files.into_iter().filter(is_formatted).collect()
}

#[test]
fn it_formats_the_files_of_the_packages_that_are_meant() {
    let cases: [(&str, &[&str], &[&str]); 7] = [
        ("one", &[], &["one/src/lib.rs", "one/src/inner.rs", "one/tests/all.rs"]),
        ("two/src", &[], &["two/src/main.rs"]),
        (".", &["-p", "two"], &["two/src/main.rs"]),
        (
            ".",
            &["--all"],
            &["one/src/lib.rs", "one/src/inner.rs", "one/tests/all.rs", "two/src/main.rs"],
        ),
        (
            "one",
            &["--workspace"],
            &["one/src/lib.rs", "one/src/inner.rs", "one/tests/all.rs", "two/src/main.rs"],
        ),
        ("two", &["../one/src/lib.rs", "src/main.rs"], &["one/src/lib.rs", "two/src/main.rs"]),
        (
            "two",
            &["--manifest-path", "../one/Cargo.toml"],
            &["one/src/lib.rs", "one/src/inner.rs", "one/tests/all.rs"],
        ),
    ];
    for (directory, args, expected) in cases {
        let folder = workspace();
        let said = run(&folder.path().join(directory), args);
        assert_eq!(said, (Some(0), String::new(), String::new()), "{args:?}");
        assert_eq!(formatted(folder.path()), expected, "{args:?}");
    }
}

#[test]
fn check_shows_what_would_change_and_changes_nothing() {
    let folder = workspace();
    let (status, stdout, stderr) = run(&folder.path().join("two"), &["--check"]);
    assert_eq!((status, stderr), (Some(1), String::new()));
    let expected = "\
--- src/main.rs
+++ src/main.rs
@@ -1,3 +1,3 @@
 use cnn::cnn;
 
-cnn! { struct Net:[3]<relu> }
+cnn! { struct Net: [3] < relu > }
";
    assert_eq!(stdout, expected);
    assert!(formatted(folder.path()).is_empty());
    run(folder.path(), &["-p", "two"]);
    assert_eq!(
        run(folder.path(), &["-p", "two", "--check"]),
        (Some(0), String::new(), String::new())
    );
}

#[test]
fn a_mistake_is_an_error_and_the_rest_is_formatted() {
    let folder = workspace();
    let files = ["tests/data/wrong.rs", "tests/all.rs"];
    let (status, stdout, stderr) = run(&folder.path().join("one"), &files);
    assert_eq!((status, stdout), (Some(1), String::new()));
    let expected = "\
error: missing `;` before this layer
  --> tests/data/wrong.rs:1:31
error: 1 mistake found; a declaration with a mistake is left as it is
";
    assert_eq!(stderr, expected);
    assert_eq!(formatted(folder.path()), ["one/tests/all.rs"]);
}

#[test]
fn failures_say_what_to_do() {
    let folder = workspace();
    let empty = TempDir::new().unwrap();
    fs::write(folder.path().join("two/rustfmt.toml"), "max_width = true").unwrap();
    let cases: [(&Path, &[&str], &[&str]); 6] = [
        (
            folder.path(),
            &["-p", "three"],
            &["there is no package `three`", "help: its packages are `one`, `two`"],
        ),
        (
            empty.path(),
            &[],
            &["could not find `Cargo.toml`", "help: run this in a package, or name files"],
        ),
        (empty.path(), &["nothing.rs"], &["cannot read `nothing.rs`"]),
        (folder.path(), &["-p", "two"], &["`max_width` is a number", "but here it is true"]),
        (folder.path(), &["--stdin", "-p", "two"], &["cannot be used with"]),
        (folder.path(), &["--edition", "2024"], &["--stdin"]),
    ];
    for (directory, args, expected) in cases {
        let (status, stdout, stderr) = run(directory, args);
        assert_eq!((status, stdout), (Some(2), String::new()), "{args:?}");
        for expected in expected {
            assert!(stderr.contains(expected), "{args:?}: {stderr}");
        }
    }
    assert!(formatted(folder.path()).is_empty());
}

#[test]
fn stdin_is_formatted_by_rustfmt_as_well() {
    let folder = workspace();
    let one = folder.path().join("one");
    let source = "async  fn f(){}\ncnn::cnn!{struct Net:[3]<relu>}\n";
    let expected = "async fn f() {}\ncnn::cnn! { struct Net: [3] < relu > }\n";
    let (status, stdout, stderr) = piped(&one, &["--stdin"], source);
    assert_eq!((status, &*stderr), (Some(0), ""));
    assert_eq!(stdout, expected);
    // In the first edition, there is no `async`.
    let (status, stdout, stderr) = piped(&one, &["--stdin", "--edition", "2015"], source);
    assert_eq!((status, &*stdout), (Some(1), ""));
    assert!(stderr.contains("2015"), "{stderr}");
    // Settings are those of the directory.
    fs::write(one.join("rustfmt.toml"), "max_width = 30\n").unwrap();
    let (_, stdout, _) = piped(&one, &["--stdin"], "cnn! { struct Network: [3] < relu > }\n");
    assert_eq!(stdout, "cnn! {\n    struct Network:\n        [3] < relu >\n}\n");
    // A mistake leaves the declaration, and rustfmt's work.
    let (status, stdout, stderr) =
        piped(&one, &["--stdin"], "fn  f(){}\ncnn! { struct A:[3]<relu tanh> }\n");
    assert_eq!((status, &*stdout), (Some(1), "fn f() {}\ncnn! { struct A:[3]<relu tanh> }\n"));
    assert!(stderr.contains("--> <stdin>:2:26"), "{stderr}");
    let (status, stdout, _) = piped(&one, &["--stdin", "--check"], "fn  f(){}\n");
    assert_eq!(status, Some(1));
    assert!(stdout.contains("-fn  f(){}\n+fn f() {}\n"), "{stdout}");
}

#[test]
fn without_rustfmt_it_says_how_to_install_it() {
    let folder = workspace();
    let mut command = command(folder.path(), &["--stdin"]);
    command.env("RUSTFMT", "no-such-program").stdin(Stdio::null());
    let (status, _, stderr) = said(command.output().unwrap());
    assert_eq!(status, Some(2));
    assert!(stderr.contains("cannot run `no-such-program`"), "{stderr}");
    assert!(stderr.contains("help: install it with `rustup component add rustfmt`"), "{stderr}");
}

#[test]
fn files_that_are_formatted_are_not_written() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.rs");
    fs::write(&path, FORMATTED).unwrap();
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    assert_eq!(run(folder.path(), &["a.rs"]).0, Some(0));
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before);
}

#[test]
fn line_ends_and_byte_order_marks_are_kept() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.rs");
    fs::write(&path, format!("\u{feff}{}", UGLY.replace('\n', "\r\n"))).unwrap();
    assert_eq!(run(folder.path(), &["a.rs"]).0, Some(0));
    let expected = format!("\u{feff}{}", FORMATTED.replace('\n', "\r\n"));
    assert_eq!(fs::read_to_string(&path).unwrap(), expected);
}

#[cfg(unix)]
#[test]
fn permissions_and_links_are_kept() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = TempDir::new().unwrap();
    let (path, link) = (folder.path().join("a.rs"), folder.path().join("link.rs"));
    fs::write(&path, UGLY).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o750)).unwrap();
    symlink(&path, &link).unwrap();
    assert_eq!(run(folder.path(), &["link.rs"]).0, Some(0));
    assert_eq!(fs::read_to_string(&path).unwrap(), FORMATTED);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o750);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    // Nothing else is left.
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    // What must not be written is not.
    fs::write(&path, UGLY).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
    let (status, _, stderr) = run(folder.path(), &["a.rs"]);
    assert_eq!(status, Some(2));
    assert!(stderr.contains("cannot write `a.rs`: it is read-only"), "{stderr}");
}

#[test]
fn the_readme_shows_what_it_does() {
    let readme = include_str!("../README.md").split("```rust,ignore\n").skip(1);
    let examples: Vec<&str> = readme.map(|rest| rest.split("```").next().unwrap()).collect();
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("lenet.rs");
    fs::write(&path, examples[0]).unwrap();
    assert_eq!(run(folder.path(), &["lenet.rs"]).0, Some(0));
    assert_eq!(fs::read_to_string(&path).unwrap(), examples[1]);
}
