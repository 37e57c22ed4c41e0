//! Every mistake and what rustc says of it.
//!
//! `TRYBUILD=overwrite cargo test --test compiler ui` writes the `.stderr` files anew.

use std::process::Command;

use crate::rustc::SYSROOT;
use crate::skip::skipped;

/// The compiler that the snapshots belong to.
const COMPILER: &str = "rustc 1.95.";

#[test]
fn mistakes_are_explained() {
    let version = Command::new(SYSROOT.join("bin/rustc")).arg("--version").output().unwrap().stdout;
    if !String::from_utf8(version).unwrap().starts_with(COMPILER) {
        skipped(&format!("ui: the messages belong to {COMPILER}x"));
        return;
    }
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*.rs");
    #[cfg(feature = "weights")]
    cases.compile_fail("tests/weights/*.rs");
}

#[test]
fn the_page_of_error_messages_quotes_what_is_said_here() {
    let page = include_str!("../../src/error_messages.md");
    let said = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/ui/error_messages.stderr");
    let said = std::fs::read_to_string(said).unwrap();
    let said = said.replace("tests/ui/error_messages.rs", "src/main.rs");
    let errors: Vec<&str> = said.split("\n\n").map(str::trim_end).collect();
    assert_eq!(errors.len(), 4);
    for error in errors {
        assert!(page.contains(error), "{error}");
    }
}
