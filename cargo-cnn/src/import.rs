//! `cargo cnn import`

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use cnn_core::render::Grouped;
use cnn_import::{Error, Form, Layout, Network, write};

use crate::failure::{Failure, Label, indented};
use crate::output;
use crate::progress::Progress;

/// Writes a network of PyTorch or ONNX as a declaration
#[derive(clap::Args)]
#[command(
    long_about = "\
Writes a network of PyTorch or ONNX as a declaration of `cnn!`.

It reads what `torch.export.save` writes: `torch.export.save(torch.export.export(model.eval(), (image,)), \
\"model.pt2\")`. Layers have the names of the `state_dict`, so its weights load without a mapping.

It also reads ONNX models, from opset 6 on, such as those of `torch.onnx.export`, and of `tf2onnx` for Keras. Layers \
have the names of the `state_dict` as far as the file has them, and `--weights` writes the weights under the names of \
the declaration. Values in other files are found in the folder of the model.

What cannot be declared is listed, with the name of its node and the reason, and nothing is written then. The file's \
first bytes decide what it is.",
    after_help = "\
Examples:
  cargo cnn import resnet18.pt2                        prints the declaration
  cargo cnn import resnet18.onnx                       the same, from an ONNX model
  cargo cnn import resnet18.pt2 -o src/net.rs --name ResNet18
                                                       writes it to a file
  cargo cnn import resnet18.pt2 -o src/net.rs --weights resnet18.safetensors
                                                       writes the weights, too

Exit status:
  0  the declaration is written
  1  something in the file cannot be declared
  2  the file cannot be read, or the result cannot be written"
)]
pub struct ImportArgs {
    /// The file of `torch.export.save`, or an ONNX model
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Writes the source to this file, instead of the standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// The name of the network; otherwise that of its class
    #[arg(long)]
    name: Option<String>,

    /// Writes each layer by itself, without blocks, branches and repeats
    #[arg(long)]
    flat: bool,

    /// Writes the weights to this file, in the format of safetensors
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
}

/// What a file is.
#[derive(Clone, Copy)]
enum Format {
    Pt2,
    Onnx,
}

impl Format {
    /// An archive begins with two letters, and an ONNX model with the number of its first field. If a file begins with
    /// neither, its name decides what is said of it.
    fn of(path: &Path) -> io::Result<Format> {
        let mut first = Vec::new();
        File::open(path)?.take(2).read_to_end(&mut first)?;
        let named = |name: &str| path.extension().is_some_and(|extension| extension == name);
        match &first[..] {
            b"PK" => Ok(Format::Pt2),
            [0x08, ..] => Ok(Format::Onnx),
            _ if named("pt2") => Ok(Format::Pt2),
            _ if named("onnx") => Ok(Format::Onnx),
            _ => Err(io::Error::other(
                "this is neither an archive of `torch.export.save` nor an ONNX model",
            )),
        }
    }

    fn read(self, path: &Path, progress: &Progress) -> Result<Network, Error> {
        match self {
            Format::Pt2 => Network::pt2(BufReader::new(progress.open(path)?)),
            Format::Onnx => {
                let bytes = progress.read(path)?;
                progress.step("reading the graph");
                Network::onnx(bytes, folder(path))
            }
        }
    }
}

/// The folder of a file, in which the other ones of the model are.
fn folder(path: &Path) -> Option<&Path> {
    let folder = path.parent()?;
    Some(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

pub fn import(args: &ImportArgs) -> Result<ExitCode, Failure> {
    let path = &args.file;
    let format = Format::of(path).map_err(|error| Failure::of_file("read", path, &error))?;
    let progress = Progress::new();
    let unreadable = |error: Error| Failure::of_file("read", path, &error);
    let network = format.read(path, &progress).map_err(unreadable)?;
    let form = network.form();
    if !form.refusals.is_empty() {
        drop(progress);
        for refusal in &form.refusals {
            anstream::eprintln!("{} {}", Label::Error, indented(&refusal.to_string()));
        }
        let s = if form.refusals.len() == 1 { "" } else { "s" };
        let count = form.refusals.len();
        anstream::eprintln!(
            "{} {count} operation{s} cannot be declared, so nothing is written",
            Label::Error
        );
        return Ok(ExitCode::FAILURE);
    }
    let layout = if args.flat { Layout::Flat } else { Layout::Structured };
    let name = args.name.clone().or_else(|| form.name.clone()).unwrap_or_else(|| "Net".to_owned());
    progress.step("writing the declaration");
    let source = write(form, &name, layout).map_err(|error| Failure::new(error.to_string()))?;
    let summary = summary(form, &name);
    if let Some(file) = &args.weights {
        progress.step("writing the weights");
        let bytes = network.weights().map_err(unreadable)?;
        fs::write(file, bytes).map_err(|error| Failure::of_file("write", file, &error))?;
    }
    drop(progress);
    match &args.output {
        Some(path) => {
            fs::write(path, source).map_err(|error| Failure::of_file("write", path, &error))?;
        }
        None => output::write(source.as_bytes())?,
    }
    anstream::eprint!("{summary}");
    Ok(ExitCode::SUCCESS)
}

/// What has been read.
fn summary(form: &Form, name: &str) -> String {
    let layers = form.nodes.len();
    let (params, macs) = (Grouped(form.params()), Grouped(form.macs()));
    let mut text = format!("{name}: {layers} layers, {params} parameters, {macs} MACs\n");
    if form.folded > 0 {
        text += &format!("{} operations were folded\n", form.folded);
    }
    for node in &form.dead {
        text += &format!("`{node}` is left out, as no output depends on it\n");
    }
    text
}
