//! `cargo cnn export`

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::failure::Failure;
use crate::networks::program::Program;
use crate::networks::workspace::{Workspace, WorkspaceArgs};
use crate::output;

/// Writes a network for another library
#[derive(Args)]
#[command(
    long_about = "\
Writes a network of this workspace or of its dependencies for another library: as source of PyTorch, whose module has the \
same names in its `state_dict`, so that the same weights fit both.

Like `cargo cnn show`, it builds the package of the network.",
    after_help = "\
Examples:
  cargo cnn export my-app::nets::LeNet -o lenet.py
  cargo cnn export 'my-app::nets::Digits<10>'          prints the source
  cargo cnn export cnn-zoo::resnet::ResNet18 --format pytorch > resnet.txt"
)]
pub struct ExportArgs {
    /// The path of the network, which begins with its package
    #[arg(value_name = "PACKAGE::PATH")]
    network: String,

    /// The file; otherwise the network is printed
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// What is written; otherwise the name of the file says it
    #[arg(long, value_enum)]
    format: Option<Format>,

    #[command(flatten)]
    workspace: WorkspaceArgs,
}

/// A form of the network in another library
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    /// Source of PyTorch: `.py`
    Pytorch,
}

impl Format {
    /// The format of a file.
    fn of(file: &Path) -> Result<Format, Failure> {
        match file.extension().and_then(|extension| extension.to_str()) {
            Some("py") => Ok(Format::Pytorch),
            _ => Err(Failure::new(format!("`{}` does not say what to write", file.display()))
                .help("name it `….py` for PyTorch, or give a `--format`")),
        }
    }

    /// The network as an expression of the program.
    fn text(self) -> &'static str {
        match self {
            Format::Pytorch => "<Network0 as cnn::Network>::GRAPH.pytorch()",
        }
    }
}

pub fn export(args: &ExportArgs) -> Result<ExitCode, Failure> {
    let format = match (args.format, &args.output) {
        (Some(format), _) => format,
        (None, Some(file)) => Format::of(file)?,
        (None, None) => Format::Pytorch,
    };
    let workspace = Workspace::find(&args.workspace)?;
    let network = workspace.network(&args.network)?;
    let program = Program::new(&workspace, &args.workspace, vec![network]).text(format.text());
    let text = program.run()?.concat();
    match &args.output {
        Some(file) => {
            fs::write(file, text).map_err(|error| Failure::of_file("write", file, &error))?;
        }
        None => output::write(text.as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}
