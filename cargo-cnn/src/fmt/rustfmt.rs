//! rustfmt, which formats all but declarations.

use std::io::{self, Write as _};
use std::process::{Command, Stdio};
use std::thread;

use crate::failure::Failure;

/// The text as rustfmt formats it. `None` if it cannot, after it has said why.
pub fn format(source: &str, edition: Option<&str>) -> Result<Option<String>, Failure> {
    // As `cargo fmt` finds it.
    let program = std::env::var_os("RUSTFMT").unwrap_or("rustfmt".into());
    let mut command = Command::new(&program);
    command.arg("--emit=stdout").stdin(Stdio::piped()).stdout(Stdio::piped());
    command.args(edition.iter().flat_map(|edition| ["--edition", edition]));
    let failed = |error: io::Error| {
        Failure::new(format!("cannot run `{}`: {error}", program.display())).help(
            "install it with `rustup component add rustfmt`, or name it in the variable `RUSTFMT`",
        )
    };
    let mut child = command.spawn().map_err(failed)?;
    let mut input = child.stdin.take();
    let output = thread::scope(|scope| {
        // It need not read all of it if it fails.
        scope.spawn(move || input.take().map(|mut input| input.write_all(source.as_bytes())));
        child.wait_with_output()
    });
    let output = output.map_err(failed)?;
    if !output.status.success() {
        return Ok(None);
    }
    let text = String::from_utf8(output.stdout);
    text.map(Some).map_err(|_| Failure::new("rustfmt has written something that is not UTF-8"))
}
