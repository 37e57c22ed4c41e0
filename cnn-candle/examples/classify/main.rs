//! What is in a picture? Runs a network with PyTorch's weights on it.
//!
//! ```sh
//! cargo run --release -p cnn-candle --example classify
//! cargo run --release -p cnn-candle --example classify -- --help
//! ```
//!
//! Without arguments, it reads the handwritten digits in `pytorch` with a network that was trained in
//! PyTorch. With a file of torchvision's weights, any network of the zoo runs:
//!
//! ```sh
//! classify --network resnet18 --weights resnet18.safetensors --labels imagenet.txt cat.jpg
//! ```

mod classifier;
#[path = "../../../cnn-burn/examples/train/src/networks/digits.rs"]
mod network;
mod options;
mod picture;
mod preset;
#[cfg(test)]
mod tests;

use std::error::Error;
use std::ffi::OsString;
use std::fmt::Write;
use std::process::ExitCode;

use classifier::Classifier;
use options::{HELP, Options};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    match run(std::env::args_os().skip(1)) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The text that is printed for these arguments.
fn run(args: impl Iterator<Item = OsString>) -> Result<String> {
    let Some(options) = Options::parse(args)? else { return Ok(HELP.to_owned()) };
    let classifier = Classifier::new(&options)?;
    let mut text = String::new();
    for path in options.pictures()? {
        let scores = classifier.scores(&picture::open(&path)?)?;
        writeln!(text, "{}", path.display())?;
        for (label, probability) in classifier.best(&scores, options.top)? {
            writeln!(text, "{:>8.2} %  {label}", 100.0 * probability)?;
        }
    }
    Ok(text)
}
