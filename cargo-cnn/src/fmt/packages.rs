//! The files of packages.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use cargo_metadata::{Metadata, Package};

use crate::cargo;
use crate::failure::Failure;
use crate::fmt::{Args, modules};

/// The files of the packages that are wanted, as short as they can be written here.
pub fn files(args: &Args) -> Result<Vec<PathBuf>, Failure> {
    let help = "run this in a package, or name files: `cargo cnn fmt src/nets.rs`";
    let metadata = cargo::metadata(args.manifest_path.as_deref(), true, help)?;
    let (mut files, mut seen) = (Vec::new(), HashSet::new());
    for package in wanted(args, &metadata)? {
        for target in &package.targets {
            modules::add(target.src_path.as_std_path(), &mut files, &mut seen);
        }
    }
    let here = std::env::current_dir().unwrap_or_default();
    let short = |path: PathBuf| path.strip_prefix(&here).map(Path::to_owned).unwrap_or(path);
    Ok(files.into_iter().map(short).collect())
}

fn wanted<'m>(args: &Args, metadata: &'m Metadata) -> Result<Vec<&'m Package>, Failure> {
    let members = metadata.workspace_packages();
    if args.workspace {
        return Ok(members);
    }
    if args.package.is_empty() {
        return Ok(match metadata.root_package() {
            Some(package) => vec![package],
            None => metadata.workspace_default_packages(),
        });
    }
    let package = |name: &String| {
        let found = members.iter().find(|package| package.name.as_str() == name);
        found.copied().ok_or_else(|| {
            let mut names: Vec<&str> =
                members.iter().map(|package| package.name.as_str()).collect();
            names.sort_unstable();
            Failure::new(format!("there is no package `{name}` in this workspace"))
                .help(format!("its packages are `{}`", names.join("`, `")))
        })
    };
    args.package.iter().map(package).collect()
}
