//! A program that writes texts about networks, and is built in the target directory of their workspace.
//!
//! Only rustc knows what a network is, so nothing is read from its source: the program depends on its package.

use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, thread};

use cargo_metadata::Message;
use toml::{Table, Value};

use crate::cargo;
use crate::failure::Failure;
use crate::networks::dependency::{companion, dependency, with_features};
use crate::networks::mistake::Mistakes;
use crate::networks::workspace::{Network, Workspace, WorkspaceArgs};

/// The name of the program, which cargo shows while it builds it.
pub const NAME: &str = "cargo-cnn-networks";

/// A program that is still to be built.
pub struct Program<'w> {
    workspace: &'w Workspace,
    args: &'w WorkspaceArgs,
    networks: Vec<Network<'w>>,
    /// Expressions of type `String`.
    texts: Vec<String>,
    /// The features of `cnn` that they use.
    features: Vec<&'static str>,
    /// Other crates that they use.
    companions: Vec<&'static str>,
}

impl<'w> Program<'w> {
    /// A program about networks, which are called `Network0`, `Network1` and so on in it.
    pub fn new(
        workspace: &'w Workspace,
        args: &'w WorkspaceArgs,
        networks: Vec<Network<'w>>,
    ) -> Program<'w> {
        let (texts, features, companions) = (Vec::new(), vec!["alloc"], Vec::new());
        Program { workspace, args, networks, texts, features, companions }
    }

    /// Adds a text: an expression of type `String`.
    pub fn text(mut self, expression: impl Into<String>) -> Self {
        self.texts.push(expression.into());
        self
    }

    /// Turns a feature of `cnn` on.
    pub fn feature(mut self, feature: &'static str) -> Self {
        self.features.push(feature);
        self
    }

    /// Adds a crate that comes with `cnn`, in the version that the workspace has of that.
    pub fn companion(mut self, name: &'static str) -> Self {
        self.companions.push(name);
        self
    }

    /// Builds and runs the program, and returns the texts.
    pub fn run(self) -> Result<Vec<String>, Failure> {
        let directory = self.workspace.metadata.target_directory.join("cnn").into_std_path_buf();
        let package = self.manifest()?.to_string();
        let manifest = self
            .write(&directory, &package)
            .map_err(|error| Failure::of_file("write to", &directory, &error))?;
        let program = self.build(&manifest)?;
        let files: Vec<PathBuf> =
            (0..self.texts.len()).map(|index| directory.join(format!("{index}.txt"))).collect();
        let status = Command::new(&program).args(&files).status();
        match status {
            Ok(status) if status.success() => {}
            Ok(status) => return Err(Failure::new(format!("the program failed: {status}"))),
            Err(error) => return Err(Failure::of_file("run", &program, &error)),
        }
        let read = |file: &PathBuf| {
            fs::read_to_string(file).map_err(|error| Failure::of_file("read", file, &error))
        };
        files.iter().map(read).collect()
    }

    /// Writes the package, and returns the path of its manifest.
    fn write(&self, directory: &Path, package: &str) -> io::Result<PathBuf> {
        fs::create_dir_all(directory.join("src"))?;
        let root = &self.workspace.metadata.workspace_root;
        // The versions are those of the workspace.
        let (lock, copy) = (root.join("Cargo.lock"), directory.join("Cargo.lock"));
        if lock.is_file() {
            fs::copy(lock, copy)?;
        }
        let manifest = directory.join("Cargo.toml");
        write_if_new(&manifest, package)?;
        write_if_new(&directory.join("src/main.rs"), &self.source())?;
        Ok(manifest)
    }

    fn manifest(&self) -> Result<Table, Failure> {
        let mut package = Table::new();
        package.insert("name".to_owned(), NAME.into());
        package.insert("version".to_owned(), "0.0.0".into());
        package.insert("edition".to_owned(), "2024".into());

        let cnn = self.workspace.cnn(self.networks[0].package)?;
        let mut dependencies = Table::new();
        for name in &self.companions {
            dependencies.insert((*name).to_owned(), companion(cnn, name).into());
        }
        let mut entry = dependency(cnn);
        let features: Vec<Value> = self.features.iter().map(|name| (*name).into()).collect();
        entry.insert("features".to_owned(), features.into());
        dependencies.insert("cnn".to_owned(), entry.into());
        for Network { package, .. } in &self.networks {
            let entry = with_features(dependency(package), package, self.args);
            dependencies.insert(package.name.to_string(), entry.into());
        }

        let mut manifest = Table::new();
        manifest.insert("package".to_owned(), package.into());
        manifest.insert("workspace".to_owned(), Table::new().into());
        manifest.insert("dependencies".to_owned(), dependencies.into());
        // What the workspace builds with, so that cargo need not build all of it once more.
        let root = self.workspace.metadata.workspace_root.as_std_path();
        let workspace = cargo::read(&root.join("Cargo.toml"))?;
        let inherited = ["profile", "patch"];
        let inherited = workspace.into_iter().filter(|(key, _)| inherited.contains(&key.as_str()));
        manifest.extend(inherited);
        if let Some(patch) = manifest.get_mut("patch") {
            make_absolute(patch, root);
        }
        Ok(manifest)
    }

    fn source(&self) -> String {
        let mut source = String::from("//! Written by `cargo cnn`.\n\n");
        for (index, network) in self.networks.iter().enumerate() {
            source += &format!("type Network{index} = ::{};\n", network.path);
        }
        source += "\nfn main() -> std::io::Result<()> {\n    \
                   let mut files = std::env::args_os().skip(1);\n    \
                   let mut write = |text: String| match files.next() {\n        \
                   Some(file) => std::fs::write(file, text),\n        \
                   None => Ok(()),\n    \
                   };\n";
        for text in &self.texts {
            source += &format!("    write({text})?;\n");
        }
        source + "    Ok(())\n}\n"
    }

    /// Builds the program, and returns its path. Cargo shows on the standard error how far it is.
    fn build(&self, manifest: &Path) -> Result<PathBuf, Failure> {
        let metadata = &self.workspace.metadata;
        let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
        let mut cargo = Command::new(cargo)
            .args(["build", "--message-format=json"])
            .arg("--manifest-path")
            .arg(manifest)
            .arg("--target-dir")
            .arg(&metadata.target_directory)
            // The toolchain and the settings are those of the workspace.
            .current_dir(&metadata.workspace_root)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| Failure::new(format!("cannot run cargo: {error}")))?;
        let progress = BufReader::new(cargo.stderr.take().expect("it is piped"));
        let shown = thread::spawn(move || show_progress(progress));
        let output = BufReader::new(cargo.stdout.take().expect("it is piped"));
        let (mut program, mut mistakes) = (None, Mistakes::default());
        for message in Message::parse_stream(output).map_while(Result::ok) {
            match message {
                Message::CompilerArtifact(artifact) if artifact.target.name == NAME => {
                    program = artifact.executable;
                }
                Message::CompilerMessage(message) => mistakes.add(message),
                _ => {}
            }
        }
        // Its last line is read before an error is written below it.
        let _ = shown.join();
        match (cargo.wait(), program) {
            (Ok(status), Some(program)) if status.success() => Ok(program.into_std_path_buf()),
            _ => Err(mistakes.failure(&self.networks)),
        }
    }
}

/// Shows what cargo builds, but not what it says of this program, which the user has not written: it depends on fewer
/// crates than the profiles of the workspace name.
fn show_progress(lines: impl BufRead) {
    let own = |line: &str| line.contains(NAME) || line.starts_with("warning: profile package spec");
    for line in lines.lines().map_while(Result::ok).filter(|line| !own(line)) {
        anstream::eprintln!("{line}");
    }
}

/// Leaves a file alone that is as it should be, so that cargo need not build it again.
fn write_if_new(path: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|before| before == text) {
        return Ok(());
    }
    fs::write(path, text)
}

/// Patches name paths relative to the manifest.
fn make_absolute(value: &mut Value, root: &Path) {
    let Value::Table(table) = value else { return };
    for (key, value) in table {
        match value {
            Value::String(path) if key == "path" => {
                *path = root.join(&*path).to_string_lossy().into_owned();
            }
            value => make_absolute(value, root),
        }
    }
}
