//! Workspaces: what cargo says of them, and the files that configure them.

use std::fs;
use std::path::Path;

use cargo_metadata::{Metadata, MetadataCommand};
use toml::Table;

use crate::failure::Failure;

/// The packages of a workspace, with their dependencies unless only its members are asked for. `help` says what to do
/// if there is no workspace.
pub fn metadata(
    manifest_path: Option<&Path>,
    only_members: bool,
    help: &str,
) -> Result<Metadata, Failure> {
    let mut command = MetadataCommand::new();
    if only_members {
        command.no_deps();
    }
    if let Some(path) = manifest_path {
        command.manifest_path(path);
    }
    command.exec().map_err(|error| match error {
        cargo_metadata::Error::CargoMetadata { stderr } => {
            let message = stderr.trim().strip_prefix("error: ").unwrap_or(stderr.trim()).to_owned();
            Failure::new(message).help(help)
        }
        error => Failure::new(format!("cannot ask cargo for the packages: {error}")),
    })
}

/// A file of settings, or a manifest.
pub fn read(path: &Path) -> Result<Table, Failure> {
    let text = fs::read_to_string(path).map_err(|error| Failure::of_file("read", path, &error))?;
    text.parse().map_err(|error| Failure::of_file("read", path, &error))
}
