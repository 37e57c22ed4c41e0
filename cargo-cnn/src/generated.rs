//! What is generated from the arguments: completions and manual pages.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;
use clap_mangen::Man;

use crate::cli::Cli;
use crate::failure::Failure;
use crate::output;

/// Writes completions for a shell to the standard output
#[derive(Args)]
#[command(after_help = "\
Examples:
  cargo cnn completions bash > ~/.local/share/bash-completion/completions/cargo-cnn
  cargo cnn completions zsh > ~/.zfunc/_cargo-cnn
  cargo cnn completions fish > ~/.config/fish/completions/cargo-cnn.fish

They complete `cargo-cnn`. In zsh, they also complete `cargo cnn`.")]
pub struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

/// Writes the manual page to the standard output, or all pages to a directory
#[derive(Args)]
#[command(after_help = "\
Examples:
  cargo cnn man | man -l -                   shows the page of this command
  cargo cnn man ~/.local/share/man/man1      installs the pages, for `cargo help cnn`")]
pub struct ManArgs {
    /// Where the pages of this command and of its sub-commands are written to
    directory: Option<PathBuf>,
}

pub fn completions(args: &CompletionsArgs) -> Result<ExitCode, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(), "cargo-cnn", &mut script);
    output::write(&script).map(|()| ExitCode::SUCCESS)
}

pub fn man(args: &ManArgs) -> Result<ExitCode, Failure> {
    let Some(directory) = &args.directory else {
        let mut page = Vec::new();
        Man::new(documented())
            .render(&mut page)
            .map_err(|error| Failure::new(error.to_string()))?;
        return output::write(&page).map(|()| ExitCode::SUCCESS);
    };
    let written = std::fs::create_dir_all(directory)
        .and_then(|()| clap_mangen::generate_to(documented(), directory));
    match written {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(error) => Err(Failure::of_file("write to", directory, &error)),
    }
}

/// The command under the name of its program, which pages and completions have in the names of their files.
fn command() -> clap::Command {
    Cli::command().bin_name("cargo-cnn")
}

/// The same without `help`, which needs no page.
fn documented() -> clap::Command {
    command().disable_help_subcommand(true)
}
