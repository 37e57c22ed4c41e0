//! Tests that are skipped where something is not installed.

use std::io::{self, Write as _};

/// Says that a test is skipped, and why. libtest shows what a passing test writes to the stream itself,
/// but not what it prints; `.ci/run` lists these lines at its end.
pub fn skipped(why: &str) {
    let mut stream = io::stderr();
    writeln!(stream, "SKIPPED: {why}").unwrap();
}
