//! What rustc says of a source that uses `cnn`.

#[cfg(unix)]
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;
use std::thread;

use serde_json::Value;

use crate::scratch::Scratch;

/// An error or a warning, at its first line in the source.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    pub level: String,
    pub message: String,
    /// Counted from 1; 0 without a place.
    pub line: usize,
    /// What is underlined, as bytes of the file.
    pub bytes: (usize, usize),
}

impl Diagnostic {
    /// Reads what rustc writes with `--error-format=json`.
    pub fn from_json(message: &Value) -> Diagnostic {
        let spans = message["spans"].as_array().unwrap();
        let primary = spans.iter().find(|span| span["is_primary"] == true);
        let number = |key: &str| primary.map_or(0, |span| span[key].as_u64().unwrap() as usize);
        Diagnostic {
            level: message["level"].as_str().unwrap().to_owned(),
            message: message["message"].as_str().unwrap().to_owned(),
            line: number("line_start"),
            bytes: (number("byte_start"), number("byte_end")),
        }
    }

    /// The first line of the message, without what const evaluation says before it.
    pub fn title(&self) -> &str {
        let title = self.message.lines().next().unwrap_or_default();
        title.strip_prefix("evaluation panicked: ").unwrap_or(title)
    }

    /// What it says to write.
    pub fn proposal(&self) -> Option<&str> {
        let (_, proposal) = self.message.split_once("help: write `")?;
        proposal.trim_end().strip_suffix('`')
    }

    /// Whether it is an error about something in the source, and not the compiler's closing words.
    pub fn is_error(&self) -> bool {
        self.level == "error" && self.line > 0
    }
}

/// Where the compiler and its libraries are.
pub static SYSROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    let rustc = std::env::var("RUSTC").unwrap_or("rustc".to_owned());
    let output = Command::new(rustc).args(["--print", "sysroot"]).output().unwrap();
    PathBuf::from(String::from_utf8(output.stdout).unwrap().trim())
});

/// The arguments with which rustc finds `cnn`, as cargo builds it for a crate that depends on it.
static DEPENDENCIES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let scratch = Scratch::usual("dependent", "");
    let mut arguments = Vec::new();
    for message in scratch.cargo_messages("check") {
        for file in message["filenames"].as_array().into_iter().flatten() {
            let file = file.as_str().unwrap();
            let directory = Path::new(file).parent().unwrap().display();
            arguments.push(format!("-Ldependency={directory}"));
            if message["target"]["name"] == "cnn" && file.ends_with(".rmeta") {
                arguments.push(format!("--extern=cnn={file}"));
            }
        }
    }
    arguments.sort();
    arguments.dedup();
    arguments
});

/// A command that checks what it reads as a library crate that depends on `cnn`. What would be kept
/// of it goes to the standard output.
pub fn command() -> Command {
    let mut rustc = Command::new(SYSROOT.join("bin/rustc"));
    rustc.args(["-", "--crate-name=scratch", "--crate-type=lib", "--edition=2024"]);
    rustc.args(["--emit=metadata=-", "--error-format=json"]).args(&*DEPENDENCIES);
    rustc
}

/// The same under a name by which the macro takes it for rust-analyzer: it compiles what editors read.
#[cfg(unix)]
pub fn editor() -> Command {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rust-analyzer");
    let (program, libraries) = (root.join("bin/rust-analyzer-rustc"), root.join("lib"));
    fs::create_dir_all(root.join("bin")).unwrap();
    fs::copy(SYSROOT.join("bin/rustc"), &program).unwrap();
    // It may be that of another compiler, which has been here before.
    let _ = fs::remove_file(&libraries);
    std::os::unix::fs::symlink(SYSROOT.join("lib"), &libraries).unwrap();
    let mut editor = Command::new(program);
    editor.arg("--sysroot").arg(&*SYSROOT).args(command().get_args());
    editor
}

/// Runs a command that reads this text.
pub fn run(mut command: Command, text: &str) -> io::Result<Output> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    let mut input = child.stdin.take().expect("it is piped");
    thread::scope(|scope| {
        // A command that fails need not read it.
        scope.spawn(move || input.write_all(text.as_bytes()));
        child.wait_with_output()
    })
}

/// What rustc says of a library crate with this source.
pub fn check(source: &str) -> Vec<Diagnostic> {
    check_with(command(), source)
}

/// What a command says that checks a library crate with this source.
pub fn check_with(command: Command, source: &str) -> Vec<Diagnostic> {
    let output = run(command, source).unwrap();
    let messages = String::from_utf8(output.stderr).unwrap();
    let parsed = messages.lines().map(|line| {
        let message: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("{messages}"));
        message
    });
    let diagnostics: Vec<Diagnostic> =
        parsed.map(|message| Diagnostic::from_json(&message)).collect();
    let failed = diagnostics.iter().any(|diagnostic| diagnostic.level == "error");
    assert_eq!(output.status.success(), !failed, "{messages}");
    diagnostics
}

/// The errors among what rustc says, as lines and titles, sorted.
pub fn titles(diagnostics: &[Diagnostic]) -> Vec<(usize, String)> {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
    let mut titles: Vec<_> = errors.map(|error| (error.line, error.title().to_owned())).collect();
    titles.sort();
    titles
}
