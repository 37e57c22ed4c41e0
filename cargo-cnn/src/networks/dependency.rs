//! A package as another one depends on it.

use std::path::Path;

use cargo_metadata::Package;
use toml::{Table, Value};

use crate::networks::workspace::WorkspaceArgs;

/// The entry of `[dependencies]` for a package, wherever it is from.
pub fn dependency(package: &Package) -> Table {
    let mut entry = Table::new();
    let mut set = |key: &str, value: &str| entry.insert(key.to_owned(), value.into());
    match &package.source {
        None => {
            let directory = package.manifest_path.parent().unwrap_or(&package.manifest_path);
            set("path", directory.as_str());
        }
        Some(source) => match source.repr.strip_prefix("git+") {
            // `git+https://example.org/nets?branch=main#0123abc`
            Some(git) => {
                let (address, commit) = git.split_once('#').unwrap_or((git, ""));
                set("git", address.split('?').next().unwrap_or(address));
                if !commit.is_empty() {
                    set("rev", commit);
                }
            }
            None => {
                set("version", &format!("={}", package.version));
            }
        },
    }
    entry
}

/// The entry for a crate that comes with `cnn`: a package next to the others of its repository, or of the same version.
pub fn companion(cnn: &Package, name: &str) -> Table {
    let mut entry = dependency(cnn);
    if let Some(Value::String(path)) = entry.get_mut("path") {
        *path = Path::new(&*path).join(name).to_string_lossy().into_owned();
    }
    entry
}

/// An entry with the features that are asked for.
pub fn with_features(mut entry: Table, package: &Package, args: &WorkspaceArgs) -> Table {
    let features: Vec<Value> = match args.all_features {
        true => package.features.keys().map(|name| name.as_str().into()).collect(),
        false => args.features.iter().map(|name| name.as_str().into()).collect(),
    };
    entry.insert("features".to_owned(), features.into());
    entry.insert("default-features".to_owned(), (!args.no_default_features).into());
    entry
}
