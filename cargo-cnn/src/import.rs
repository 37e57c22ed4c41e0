//! `cargo cnn import`

use std::fs::{self, File};
use std::io::BufReader;
use std::path::PathBuf;
use std::process::ExitCode;

use cnn_import::{Form, Layout, pt2_weights, read_pt2, write};

use crate::failure::{Failure, Label, indented};
use crate::output;

/// Writes a network of PyTorch as a declaration
#[derive(clap::Args)]
#[command(
    long_about = "\
Writes a network of PyTorch as a declaration of `cnn!`.

It reads what `torch.export.save` writes: `torch.export.save(torch.export.export(model.eval(), (image,)), \
\"model.pt2\")`. Layers have the names of the `state_dict`, so its weights load without a mapping. What cannot be \
declared is listed, with the name of its node and the reason, and nothing is written then.",
    after_help = "\
Examples:
  cargo cnn import resnet18.pt2                        prints the declaration
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
    /// The file of `torch.export.save`
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

pub fn import(args: &ImportArgs) -> Result<ExitCode, Failure> {
    let open = || match File::open(&args.file) {
        Ok(file) => Ok(BufReader::new(file)),
        Err(error) => Err(Failure::of_file("read", &args.file, &error)),
    };
    let form = read_pt2(open()?).map_err(|error| Failure::of_file("read", &args.file, &error))?;
    if !form.refusals.is_empty() {
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
    let source = write(&form, &name, layout).map_err(|error| Failure::new(error.to_string()))?;
    if let Some(path) = &args.weights {
        let bytes =
            pt2_weights(open()?).map_err(|error| Failure::of_file("read", &args.file, &error))?;
        fs::write(path, bytes).map_err(|error| Failure::of_file("write", path, &error))?;
    }
    match &args.output {
        Some(path) => {
            fs::write(path, source).map_err(|error| Failure::of_file("write", path, &error))?;
        }
        None => output::write(source.as_bytes())?,
    }
    summary(&form, &name);
    Ok(ExitCode::SUCCESS)
}

/// What has been read.
fn summary(form: &Form, name: &str) {
    let (layers, params, macs) = (form.nodes.len(), form.params(), form.macs());
    anstream::eprintln!("{name}: {layers} layers, {params} parameters, {macs} MACs");
    if form.folded > 0 {
        anstream::eprintln!("{} operations were folded", form.folded);
    }
    for node in &form.dead {
        anstream::eprintln!("`{node}` is left out, as no output depends on it");
    }
}
