//! Crates that a test writes, and what the compiler says of them.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

/// An error or a warning, at its first line in the source.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    pub level: String,
    pub message: String,
    /// Counted from 1; 0 without a place.
    pub line: usize,
    /// The columns that are underlined in that line, counted from 1, the end not included.
    pub columns: (usize, usize),
    /// What is underlined, as bytes of the file.
    pub bytes: (usize, usize),
}

impl Diagnostic {
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

/// A crate that depends on `cnn` and has one file, `src/lib.rs`.
pub struct Scratch {
    dir: PathBuf,
}

impl Scratch {
    /// A crate with this name, below the target directory. `dependency` is its line for `cnn`.
    pub fn new(name: &str, dependency: &str, source: &str) -> Scratch {
        let root = env!("CARGO_MANIFEST_DIR");
        let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(dir.join("src")).unwrap();
        let dependency = dependency.replace("{root}", root);
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [workspace]\n\n[dependencies]\n{dependency}\n"
        );
        fs::write(dir.join("Cargo.toml"), manifest).unwrap();
        // The same versions of everything; nothing is looked up in a registry.
        fs::copy(format!("{root}/Cargo.lock"), dir.join("Cargo.lock")).unwrap();
        fs::write(dir.join("src/lib.rs"), source).unwrap();
        Scratch { dir }
    }

    /// Where it is.
    pub fn dir(&self) -> &str {
        self.dir.to_str().unwrap()
    }

    /// The same crate with another file.
    pub fn rewrite(&self, source: &str) {
        fs::write(self.dir.join("src/lib.rs"), source).unwrap();
    }

    /// A crate that depends on `cnn` as usual.
    pub fn usual(name: &str, source: &str) -> Scratch {
        Scratch::new(name, "cnn = { path = '{root}' }", source)
    }

    pub fn cargo(&self, command: &str) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(&self.dir).args([command, "--offline", "--quiet"]);
        // All scratch crates share the dependencies that one of them has built.
        let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("target");
        cargo.env("CARGO_TARGET_DIR", target).env_remove("RUSTFLAGS");
        cargo.env("CARGO_INCREMENTAL", "0");
        cargo
    }

    /// What `cargo check` says.
    pub fn check(&self) -> Vec<Diagnostic> {
        // All of it is compiled, also what has been before.
        let source = fs::read(self.dir.join("src/lib.rs")).unwrap();
        fs::write(self.dir.join("src/lib.rs"), source).unwrap();
        let output = self.cargo("check").arg("--message-format=json").output().unwrap();
        let stdout = String::from_utf8(output.stdout).unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        let messages: Vec<Value> =
            stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert!(!messages.is_empty(), "cargo check failed:\n{stderr}");
        messages
            .iter()
            .filter(|message| message["reason"] == "compiler-message")
            .map(|message| diagnostic(&message["message"]))
            .collect()
    }
}

fn diagnostic(message: &Value) -> Diagnostic {
    let spans = message["spans"].as_array().unwrap();
    let primary = spans.iter().find(|span| span["is_primary"] == true);
    let number = |key: &str| primary.map_or(0, |span| span[key].as_u64().unwrap() as usize);
    Diagnostic {
        level: message["level"].as_str().unwrap().to_owned(),
        message: message["message"].as_str().unwrap().to_owned(),
        line: number("line_start"),
        columns: (number("column_start"), number("column_end")),
        bytes: (number("byte_start"), number("byte_end")),
    }
}
