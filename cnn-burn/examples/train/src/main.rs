//! Trains a network of `cnn-zoo` on a folder of images, with burn's own training library.
//!
//! ```sh
//! cargo run --release -p train -- --help
//! ```

use std::process::ExitCode;

use clap::Parser;
use train::Arguments;

fn main() -> ExitCode {
    match train::run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
