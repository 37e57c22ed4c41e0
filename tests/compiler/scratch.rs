//! Crates that a test writes.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::rustc::Diagnostic;

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

    /// A crate that depends on `cnn` as usual.
    pub fn usual(name: &str, source: &str) -> Scratch {
        Scratch::new(name, "cnn = { path = '{root}' }", source)
    }

    /// Where it is.
    pub fn dir(&self) -> &str {
        self.dir.to_str().unwrap()
    }

    pub fn cargo(&self, command: &str) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(&self.dir).args([command, "--offline", "--quiet"]);
        // All scratch crates share the dependencies that one of them has built.
        cargo.env("CARGO_TARGET_DIR", TARGET);
        cargo.env("RUSTFLAGS", if cfg!(cnn_recheck) { "--cfg cnn_recheck" } else { "" });
        cargo.env("CARGO_INCREMENTAL", "0");
        cargo
    }

    /// What cargo says, as JSON.
    pub fn cargo_messages(&self, command: &str) -> Vec<Value> {
        let output = self.cargo(command).arg("--message-format=json").output().unwrap();
        let stdout = String::from_utf8(output.stdout).unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(!stdout.is_empty(), "cargo {command} failed:\n{stderr}");
        stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// What `cargo check` says.
    pub fn check(&self) -> Vec<Diagnostic> {
        let messages = self.cargo_messages("check");
        let messages = messages.iter().filter(|message| message["reason"] == "compiler-message");
        messages.map(|message| Diagnostic::from_json(&message["message"])).collect()
    }
}

/// Where cargo puts what it builds for scratch crates.
pub const TARGET: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/target");
