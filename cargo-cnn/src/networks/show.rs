//! `cargo cnn show`

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use cnn_core::render::Column;

use crate::failure::Failure;
use crate::networks::program::Program;
use crate::networks::workspace::{Workspace, WorkspaceArgs};
use crate::output;

/// Shows a network of this workspace or of its dependencies
#[derive(Args)]
#[command(
    long_about = "\
Shows a network of this workspace or of its dependencies: its table, its picture, or its numbers for programs.

It builds the package of the network and a small program that asks it, so the network must be `pub`, in a library.",
    after_help = "\
Examples:
  cargo cnn show my-app::nets::LeNet                     prints the table
  cargo cnn show my-app::nets::LeNet --svg lenet.svg     writes a picture, too
  cargo cnn show cnn-zoo::resnet::ResNet18 --depth 2     sums layers up below two levels
  cargo cnn show 'my-app::nets::Digits<10>' --columns name,output,macs --format csv"
)]
pub struct ShowArgs {
    /// The path of the network, which begins with its package
    #[arg(value_name = "PACKAGE::PATH")]
    network: String,

    /// What is printed
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    /// The columns of the table, separated by commas
    #[arg(long, value_delimiter = ',', value_parser = columns(), hide_possible_values = true)]
    columns: Vec<String>,

    /// Sums up what is deeper in the names than so many levels
    #[arg(long, value_name = "LEVELS")]
    depth: Option<usize>,

    /// The most characters of a line; otherwise those of the terminal, or 80
    #[arg(long, value_name = "CHARACTERS")]
    width: Option<usize>,

    /// Writes the picture of the network to a file
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,

    #[command(flatten)]
    workspace: WorkspaceArgs,
}

/// A form of the network
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    /// A table for terminals
    Table,
    /// A table of GitHub's Markdown
    Markdown,
    /// A line of values for each layer
    Csv,
    /// A document for programs
    Json,
    /// A table for papers
    Latex,
    /// The table of torchsummary
    Torchsummary,
    /// A diagram as SVG
    Svg,
    /// The volumes of values as SVG, as papers draw networks
    Volumes,
    /// A diagram for Markdown that renders Mermaid
    Mermaid,
}

fn columns() -> PossibleValuesParser {
    PossibleValuesParser::new(Column::ALL.iter().map(|column| column.key()))
}

pub fn show(args: &ShowArgs) -> Result<ExitCode, Failure> {
    let workspace = Workspace::find(&args.workspace)?;
    let network = workspace.network(&args.network)?;
    let mut program = Program::new(&workspace, &args.workspace, vec![network]).text(text(args));
    if args.format == Format::Json {
        program = program.feature("json");
    }
    if args.svg.is_some() {
        program = program.text("<Network0 as cnn::Network>::GRAPH.svg()");
    }
    let texts = program.run()?;
    if let (Some(file), Some(picture)) = (&args.svg, texts.get(1)) {
        fs::write(file, picture).map_err(|error| Failure::of_file("write", file, &error))?;
    }
    let mut text = texts.into_iter().next().unwrap_or_default();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    output::write(text.as_bytes()).map(|()| ExitCode::SUCCESS)
}

/// What is printed, as an expression of the program.
fn text(args: &ShowArgs) -> String {
    let graph = "<Network0 as cnn::Network>::GRAPH";
    let mut table = "<Network0 as cnn::Network>::SUMMARY.table()".to_owned();
    if !args.columns.is_empty() {
        // The program may have another version of `cnn`, whose columns are others.
        table += &format!(
            ".columns(&{:?}.map(|key| *cnn::render::Column::ALL.iter().find(|column| column.key() == key)\
             .expect(\"the version of `cnn` in this workspace has no such column\")))",
            args.columns
        );
    }
    if let Some(depth) = args.depth {
        table += &format!(".depth({depth})");
    }
    let width = args.width.or_else(|| Some(terminal_size::terminal_size()?.0.0.into()));
    if let Some(width) = width {
        table += &format!(".width({width})");
    }
    match args.format {
        Format::Table => format!("{table}.to_string()"),
        Format::Markdown => format!("{table}.markdown()"),
        Format::Csv => format!("{table}.csv()"),
        Format::Json => format!("{table}.json()"),
        Format::Latex => format!("{table}.latex()"),
        Format::Torchsummary => format!("{table}.torchsummary().to_string()"),
        Format::Svg => format!("{graph}.svg()"),
        Format::Volumes => format!("{graph}.volumes()"),
        Format::Mermaid => format!("{graph}.mermaid()"),
    }
}
