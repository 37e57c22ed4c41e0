//! `cargo cnn fmt`

mod diff;
mod modules;
mod packages;
mod rustfmt;
mod settings;

use std::io::Read as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};

use cnn_format::{Formatted, Mistake, Style, format_file};
use tempfile::NamedTempFile;

use crate::failure::{Failure, Label, indented};
use crate::output;
use settings::Settings;

/// Formats every `cnn!`, which `cargo fmt` leaves alone
#[derive(clap::Args)]
#[command(
    long_about = "\
Formats every `cnn!`, which `cargo fmt` leaves alone.

It changes what is between the brackets of a `cnn!`, and nothing else. Comments and single blank lines stay, and \
layers that are in one line stay in one line if it is wide enough. `max_width`, `tab_spaces` and `hard_tabs` are those \
of the nearest `rustfmt.toml` or `.rustfmt.toml`.

Without files, it formats the files of the targets of packages, with their modules, as `cargo fmt` does. A \
declaration that cannot be read is left as it is.",
    after_help = "\
Examples:
  cargo fmt && cargo cnn fmt             formats all code of this package
  cargo cnn fmt --workspace --check      checks all packages, for CI
  cargo cnn fmt -p nets src/blocks.rs    formats a package and a file
  cargo cnn fmt --stdin < src/nets.rs    runs rustfmt as well, for editors

Exit status:
  0  everything is formatted
  1  --check has found something to change, or a declaration cannot be read
  2  the command cannot do its work, because a file cannot be written, for example"
)]
pub struct Args {
    /// Files to format, without the modules in other files; no package is formatted then unless one is named
    #[arg(value_name = "FILES")]
    files: Vec<PathBuf>,

    /// Formats this package of the workspace; can be given several times
    #[arg(short, long, value_name = "PACKAGE")]
    package: Vec<String>,

    /// Formats all packages of the workspace
    #[arg(long, visible_alias = "all", conflicts_with = "package")]
    workspace: bool,

    /// The `Cargo.toml` of the package or the workspace, instead of the one of the current directory
    #[arg(long, value_name = "PATH")]
    manifest_path: Option<PathBuf>,

    /// Shows what would change, and changes nothing
    #[arg(long)]
    check: bool,

    /// Formats the standard input to the standard output, with rustfmt and then as above
    #[arg(long, conflicts_with_all = ["files", "package", "workspace", "manifest_path"])]
    stdin: bool,

    /// The edition of Rust for rustfmt; otherwise that of the nearest `Cargo.toml`
    #[arg(long, requires = "stdin", value_parser = ["2015", "2018", "2021", "2024"])]
    edition: Option<String>,
}

pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    match args.stdin {
        true => format_stdin(args),
        false => format_files(args),
    }
}

/// What has been found, of which only the exit status is left at the end.
#[derive(Default)]
struct Findings {
    /// Whether something would change.
    changes: bool,
    /// How many mistakes there are.
    mistakes: usize,
}

impl Findings {
    fn report(&mut self, path: &str, mistake: &Mistake) {
        let Mistake { line, column, message } = mistake;
        let message = indented(message);
        anstream::eprintln!("{} {message}\n  --> {path}:{line}:{column}", Label::Error);
        self.mistakes += 1;
    }

    fn status(&self) -> ExitCode {
        if self.mistakes > 0 {
            let s = if self.mistakes == 1 { "" } else { "s" };
            anstream::eprintln!(
                "{} {} mistake{s} found; a declaration with a mistake is left as it is",
                Label::Error,
                self.mistakes
            );
        }
        ExitCode::from(u8::from(self.changes || self.mistakes > 0))
    }
}

fn format_files(args: &Args) -> Result<ExitCode, Failure> {
    let mut files = args.files.clone();
    if files.is_empty() || !args.package.is_empty() || args.workspace {
        files.extend(packages::files(args)?);
    }
    let (mut settings, mut findings) = (Settings::default(), Findings::default());
    for path in files {
        let style = settings.of_file(&path)?;
        format_path(&path, &style, args.check, &mut findings)?;
    }
    Ok(findings.status())
}

fn format_path(
    path: &Path,
    style: &Style,
    check: bool,
    findings: &mut Findings,
) -> Result<(), Failure> {
    let source = match fs::read_to_string(path) {
        Ok(source) => source,
        Err(error) => return Err(Failure::of_file("read", path, &error)),
    };
    let name = path.display().to_string();
    let text = match format_file(&source, style) {
        Ok(Formatted { text, mistakes }) => {
            for mistake in &mistakes {
                findings.report(&name, mistake);
            }
            text
        }
        Err(mistake) => {
            findings.report(&name, &mistake);
            return Ok(());
        }
    };
    if text == source {
        return Ok(());
    }
    if check {
        findings.changes = true;
        return diff::show(&name, &source, &text);
    }
    write(path, &text).map_err(|error| Failure::of_file("write", path, &error))
}

/// Writes a file so that it has its old or its new text, whatever happens.
fn write(path: &Path, text: &str) -> io::Result<()> {
    // A link stays a link.
    let path = path.canonicalize()?;
    let permissions = path.metadata()?.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
    }
    let mut file = NamedTempFile::new_in(path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

fn format_stdin(args: &Args) -> Result<ExitCode, Failure> {
    let mut source = String::new();
    if let Err(error) = io::stdin().read_to_string(&mut source) {
        return Err(Failure::new(format!("cannot read the standard input: {error}")));
    }
    let directory = std::env::current_dir().unwrap_or_default();
    let style = Settings::default().of_directory(&directory)?;
    let edition = match &args.edition {
        Some(edition) => Some(edition.clone()),
        None => settings::edition(&directory)?,
    };
    let Some(rust) = rustfmt::format(&source, edition.as_deref())? else {
        // rustfmt has said why.
        return Ok(ExitCode::FAILURE);
    };
    let mut findings = Findings::default();
    let text = match format_file(&rust, &style) {
        Ok(Formatted { text, mistakes }) => {
            for mistake in &mistakes {
                findings.report("<stdin>", mistake);
            }
            text
        }
        Err(mistake) => {
            findings.report("<stdin>", &mistake);
            rust
        }
    };
    match args.check {
        true if text != source => {
            findings.changes = true;
            diff::show("<stdin>", &source, &text)?;
        }
        true => {}
        false => output::write(text.as_bytes())?,
    }
    Ok(findings.status())
}
