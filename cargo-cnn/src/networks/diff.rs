//! `cargo cnn diff`

use std::process::ExitCode;

use clap::Args;

use crate::failure::Failure;
use crate::networks::program::Program;
use crate::networks::workspace::{Workspace, WorkspaceArgs};
use crate::output;

/// Shows how two networks differ, layer by layer
#[derive(Args)]
#[command(
    long_about = "\
Shows how two networks differ, layer by layer, with the differences of their parameters and MACs.

Like `cargo cnn show`, it builds the packages of the networks.",
    after_help = "\
Examples:
  cargo cnn diff cnn-zoo::resnet::ResNet18 cnn-zoo::resnet::ResNet34
  cargo cnn diff my-app::nets::Old my-app::nets::New --markdown    for a pull request"
)]
pub struct DiffArgs {
    /// The path of a network, which begins with its package
    #[arg(value_name = "PACKAGE::PATH")]
    before: String,

    /// The path of the network that it is compared with
    #[arg(value_name = "PACKAGE::PATH")]
    after: String,

    /// Prints a table of GitHub's Markdown
    #[arg(long)]
    markdown: bool,

    #[command(flatten)]
    workspace: WorkspaceArgs,
}

pub fn diff(args: &DiffArgs) -> Result<ExitCode, Failure> {
    let workspace = Workspace::find(&args.workspace)?;
    let networks = vec![workspace.network(&args.before)?, workspace.network(&args.after)?];
    let [before, after] = [0, 1].map(|index| format!("<Network{index} as cnn::Network>::SUMMARY"));
    let text = if args.markdown { "markdown" } else { "to_string" };
    let text = format!("{before}.diff(&{after}).{text}()");
    let texts = Program::new(&workspace, &args.workspace, networks).text(text).run()?;
    output::write(texts.concat().as_bytes()).map(|()| ExitCode::SUCCESS)
}
