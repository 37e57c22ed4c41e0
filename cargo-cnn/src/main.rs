//! `cargo cnn`, the command of [`cnn`](https://docs.rs/cnn).
//!
//! Each sub-command is a module with its arguments and what it does; `cli.rs` lists them.

mod cargo;
mod cli;
mod failure;
mod fmt;
mod generated;
mod import;
mod networks;
mod output;
mod progress;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser as _;

use cli::Cli;

fn main() -> ExitCode {
    let status = Cli::parse_from(without_cargo(std::env::args_os())).run();
    status.unwrap_or_else(|failure| {
        anstream::eprintln!("{failure}");
        ExitCode::from(2)
    })
}

/// The arguments as if the command was called by itself: cargo calls `cargo-cnn cnn fmt` for `cargo cnn fmt`.
fn without_cargo(args: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    args.enumerate().filter(|(index, arg)| *index != 1 || arg != "cnn").map(|(_, arg)| arg)
}
