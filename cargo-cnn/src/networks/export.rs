//! `cargo cnn export`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::failure::Failure;
use crate::networks::program::Program;
use crate::networks::workspace::{Workspace, WorkspaceArgs};

/// Writes a network for other programs
#[derive(Args)]
#[command(
    long_about = "\
Writes a network for other programs: as an ONNX model, with its weights or without.

Like `cargo cnn show`, it builds the package of the network. Without weights, the tensors are inputs of the model.",
    after_help = "\
Examples:
  cargo cnn export my-app::nets::LeNet -o lenet.onnx --weights lenet.safetensors
  cargo cnn export cnn-zoo::resnet::ResNet18 -o resnet18.onnx --batch 1 --dtype f16"
)]
pub struct ExportArgs {
    /// The path of the network, which begins with its package
    #[arg(value_name = "PACKAGE::PATH")]
    network: String,

    /// The file that is written
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,

    /// What is written, if the extension of the file does not say it
    #[arg(long, value_enum)]
    format: Option<Format>,

    /// The weights of the network, under the names of PyTorch's state_dict
    #[arg(long, value_name = "SAFETENSORS")]
    weights: Option<PathBuf>,

    /// The samples of a batch; otherwise any number
    #[arg(long, value_name = "SAMPLES", value_parser = clap::value_parser!(u32).range(1..))]
    batch: Option<u32>,

    /// The type of the values
    #[arg(long, value_enum, default_value_t = Type::F32)]
    dtype: Type,

    #[command(flatten)]
    workspace: WorkspaceArgs,
}

/// A form of the network
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A model for ONNX Runtime and others, in a file that ends with `.onnx`
    Onnx,
}

/// A type of values
#[derive(Clone, Copy, ValueEnum)]
enum Type {
    F32,
    F16,
    F64,
}

impl Format {
    /// The format that the extension of a file stands for.
    fn of(file: &Path) -> Option<Format> {
        let extension = file.extension()?;
        extension.eq_ignore_ascii_case("onnx").then_some(Format::Onnx)
    }
}

pub fn export(args: &ExportArgs) -> Result<ExitCode, Failure> {
    let Some(format) = args.format.or_else(|| Format::of(&args.output)) else {
        let message = format!("the name of `{}` does not say its format", args.output.display());
        return Err(Failure::new(message).help("call it `….onnx`, or write `--format onnx`"));
    };
    let text = match format {
        Format::Onnx => onnx(args)?,
    };
    let workspace = Workspace::find(&args.workspace)?;
    let network = workspace.network(&args.network)?;
    let program = Program::new(&workspace, &args.workspace, vec![network]);
    let error = program.companion("cnn-onnx").text(text).run()?.concat();
    if error.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    Err(match error.split_once("\nhelp: ") {
        Some((message, help)) => Failure::new(message).help(help),
        None => Failure::new(error),
    })
}

/// An expression of the program that writes an ONNX model. Its value is the error, or empty.
fn onnx(args: &ExportArgs) -> Result<String, Failure> {
    let mut export = "cnn_onnx::Export::of::<Network0>()".to_owned();
    let dtype = match args.dtype {
        Type::F32 => "F32",
        Type::F16 => "F16",
        Type::F64 => "F64",
    };
    export += &format!(".dtype(cnn::DType::{dtype})");
    if let Some(samples) = args.batch {
        export += &format!(".batch({samples})");
    }
    if let Some(weights) = &args.weights {
        export += &format!(".weights(cnn_onnx::Weights::read({:?})?)", text(weights)?);
    }
    Ok(format!(
        "(|| {export}.write({:?}))().map_or_else(|error: cnn_onnx::Error| error.to_string(), |()| String::new())",
        text(&args.output)?
    ))
}

/// A path as it can be in source.
fn text(path: &Path) -> Result<&str, Failure> {
    path.to_str().ok_or_else(|| Failure::new(format!("`{}` is not valid UTF-8", path.display())))
}
