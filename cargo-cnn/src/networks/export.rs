//! `cargo cnn export`

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::failure::Failure;
use crate::networks::program::Program;
use crate::networks::workspace::{Workspace, WorkspaceArgs};
use crate::output;

/// Writes a network for other programs
#[derive(Args)]
#[command(
    long_about = "\
Writes a network of this workspace or of its dependencies for other programs: as source of PyTorch, whose module has the \
same names in its `state_dict`, or as an ONNX model, with its weights or without.

Like `cargo cnn show`, it builds the package of the network. Without weights, the tensors are inputs of the ONNX model.",
    after_help = "\
Examples:
  cargo cnn export my-app::nets::LeNet -o lenet.py
  cargo cnn export my-app::nets::LeNet -o lenet.onnx --weights lenet.safetensors
  cargo cnn export cnn-zoo::resnet::ResNet18 -o resnet18.onnx --batch 1 --dtype f16
  cargo cnn export 'my-app::nets::Digits<10>'          prints the source of PyTorch"
)]
pub struct ExportArgs {
    /// The path of the network, which begins with its package
    #[arg(value_name = "PACKAGE::PATH")]
    network: String,

    /// The file that is written; otherwise the source of PyTorch is printed
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// What is written, if the extension of the file does not say it
    #[arg(long, value_enum)]
    format: Option<Format>,

    #[command(flatten)]
    model: ModelArgs,

    #[command(flatten)]
    workspace: WorkspaceArgs,
}

#[derive(Args)]
#[command(next_help_heading = "Options of ONNX")]
struct ModelArgs {
    /// The weights of the network, under the names of PyTorch's state_dict
    #[arg(long, value_name = "SAFETENSORS")]
    weights: Option<PathBuf>,

    /// The samples of a batch; otherwise any number
    #[arg(long, value_name = "SAMPLES", value_parser = clap::value_parser!(u32).range(1..))]
    batch: Option<u32>,

    /// The type of the values; `f32` if it is not given
    #[arg(long, value_enum)]
    dtype: Option<Type>,
}

/// A form of the network
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    /// Source of PyTorch, in a file that ends with `.py`
    Pytorch,
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
    fn of(file: &Path) -> Result<Format, Failure> {
        match file.extension() {
            Some(extension) if extension.eq_ignore_ascii_case("py") => Ok(Format::Pytorch),
            Some(extension) if extension.eq_ignore_ascii_case("onnx") => Ok(Format::Onnx),
            _ => {
                let message = format!("the name of `{}` does not say its format", file.display());
                Err(Failure::new(message).help("call it `….py` or `….onnx`, or add `--format`"))
            }
        }
    }
}

pub fn export(args: &ExportArgs) -> Result<ExitCode, Failure> {
    let format = match (args.format, &args.output) {
        (Some(format), _) => format,
        (None, Some(file)) => Format::of(file)?,
        (None, None) => Format::Pytorch,
    };
    match (format, &args.output) {
        (Format::Pytorch, file) => pytorch(args, file.as_deref())?,
        (Format::Onnx, Some(file)) => onnx(args, file)?,
        (Format::Onnx, None) => {
            return Err(Failure::new("an ONNX model is not a text that can be printed")
                .help("name a file for it: `-o net.onnx`"));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes source of PyTorch, to a file or to the standard output.
fn pytorch(args: &ExportArgs, file: Option<&Path>) -> Result<(), Failure> {
    let ModelArgs { weights, batch, dtype } = &args.model;
    let given = [
        ("--weights", weights.is_some()),
        ("--batch", batch.is_some()),
        ("--dtype", dtype.is_some()),
    ];
    if let Some((option, _)) = given.into_iter().find(|(_, given)| *given) {
        return Err(Failure::new(format!("`{option}` has no meaning in source of PyTorch"))
            .help("leave it out, or write an ONNX model: `-o net.onnx`"));
    }
    let text = run(args, |program| program.text("<Network0 as cnn::Network>::GRAPH.pytorch()"))?;
    match file {
        Some(file) => {
            fs::write(file, text).map_err(|error| Failure::of_file("write", file, &error))
        }
        None => output::write(text.as_bytes()),
    }
}

/// Writes an ONNX model: the program does so itself, and its text is the error, or empty.
fn onnx(args: &ExportArgs, file: &Path) -> Result<(), Failure> {
    let mut export = "cnn_onnx::Export::of::<Network0>()".to_owned();
    if let Some(dtype) = args.model.dtype {
        let dtype = match dtype {
            Type::F32 => "F32",
            Type::F16 => "F16",
            Type::F64 => "F64",
        };
        export += &format!(".dtype(cnn::DType::{dtype})");
    }
    if let Some(samples) = args.model.batch {
        export += &format!(".batch({samples})");
    }
    if let Some(weights) = &args.model.weights {
        export += &format!(".weights(cnn_onnx::Weights::read({:?})?)", text(weights)?);
    }
    let written = format!(
        "(|| {export}.write({:?}))().map_or_else(|error: cnn_onnx::Error| error.to_string(), |()| String::new())",
        text(file)?
    );
    let error = run(args, |program| program.companion("cnn-onnx").text(written))?;
    if error.is_empty() {
        return Ok(());
    }
    Err(match error.split_once("\nhelp: ") {
        Some((message, help)) => Failure::new(message).help(help),
        None => Failure::new(error),
    })
}

/// The text of a program about the network.
fn run(
    args: &ExportArgs,
    with: impl FnOnce(Program<'_>) -> Program<'_>,
) -> Result<String, Failure> {
    let workspace = Workspace::find(&args.workspace)?;
    let network = workspace.network(&args.network)?;
    Ok(with(Program::new(&workspace, &args.workspace, vec![network])).run()?.concat())
}

/// A path as it can be in source.
fn text(path: &Path) -> Result<&str, Failure> {
    path.to_str().ok_or_else(|| Failure::new(format!("`{}` is not valid UTF-8", path.display())))
}
