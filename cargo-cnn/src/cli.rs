//! The sub-commands.

use std::process::ExitCode;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Parser, Subcommand};

use crate::failure::Failure;
use crate::{fmt, generated, import, networks};

/// The colours of cargo's own help.
const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default())
    .error(AnsiColor::Red.on_default().bold())
    .valid(AnsiColor::Cyan.on_default().bold())
    .invalid(AnsiColor::Yellow.on_default().bold());

/// Tools for networks that are declared with `cnn!`
#[derive(Parser)]
#[command(name = "cargo-cnn", bin_name = "cargo cnn", version, styles = STYLES, max_term_width = 100)]
#[command(after_help = "\
Examples:
  cargo cnn fmt            formats the declarations of this package
  cargo cnn fmt --check    shows what formatting would change, and fails if it is anything
  cargo cnn show my-app::LeNet
                           prints the table of a network
  cargo cnn import resnet18.pt2
                           writes a network of PyTorch as a declaration
  cargo cnn help fmt       explains a command")]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Fmt(fmt::Args),
    Show(networks::ShowArgs),
    Diff(networks::DiffArgs),
    Export(networks::ExportArgs),
    Import(import::ImportArgs),
    Completions(generated::CompletionsArgs),
    Man(generated::ManArgs),
}

impl Cli {
    pub fn run(self) -> Result<ExitCode, Failure> {
        match self.command {
            Command::Fmt(args) => fmt::run(&args),
            Command::Show(args) => networks::show(&args),
            Command::Diff(args) => networks::diff(&args),
            Command::Export(args) => networks::export(&args),
            Command::Import(args) => import::import(&args),
            Command::Completions(args) => generated::completions(&args),
            Command::Man(args) => generated::man(&args),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Cli;

    #[test]
    fn arguments_do_not_contradict_each_other() {
        Cli::command().debug_assert();
    }
}
