//! The standard output, which may be closed by who reads it.

use std::io::{self, Write};

use crate::failure::Failure;

/// Writes bytes as they are.
pub fn write(bytes: &[u8]) -> Result<(), Failure> {
    write_to(io::stdout().lock(), bytes)
}

/// Writes a text that has colours if a terminal shows it.
pub fn show(text: &str) -> Result<(), Failure> {
    write_to(anstream::stdout().lock(), text.as_bytes())
}

fn write_to(mut output: impl Write, bytes: &[u8]) -> Result<(), Failure> {
    match output.write_all(bytes).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("cannot write to the standard output: {error}")))
        }
        _ => Ok(()),
    }
}
