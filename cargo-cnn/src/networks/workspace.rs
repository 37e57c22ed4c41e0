//! The workspace in which networks are looked for.

use std::path::PathBuf;

use cargo_metadata::{Metadata, Package, TargetKind};
use clap::Args;
use syn::Path;

use crate::cargo;
use crate::failure::Failure;

/// Which packages there are, and how they are built
#[derive(Args)]
pub struct WorkspaceArgs {
    /// Features of the package with the network, separated by commas
    #[arg(short = 'F', long, value_name = "FEATURES", value_delimiter = ',')]
    pub features: Vec<String>,

    /// Turns all features of the package on
    #[arg(long)]
    pub all_features: bool,

    /// Leaves the default features of the package off
    #[arg(long)]
    pub no_default_features: bool,

    /// The `Cargo.toml` of the package or the workspace, instead of the one of the current directory
    #[arg(long, value_name = "PATH")]
    manifest_path: Option<PathBuf>,
}

/// A workspace with its dependencies.
pub struct Workspace {
    pub metadata: Metadata,
}

/// A network by its path.
pub struct Network<'w> {
    /// The package that has it.
    pub package: &'w Package,
    /// Its path, beginning with the name of the library.
    pub path: String,
}

impl Workspace {
    pub fn find(args: &WorkspaceArgs) -> Result<Workspace, Failure> {
        let help = "run this in a package, or give it with `--manifest-path`";
        let metadata = cargo::metadata(args.manifest_path.as_deref(), false, help)?;
        Ok(Workspace { metadata })
    }

    /// Finds the package of a network: `my_nets::LeNet` or, with the name of the package, `my-nets::LeNet`.
    pub fn network(&self, written: &str) -> Result<Network<'_>, Failure> {
        let (first, rest) = written.split_once("::").unwrap_or((written, ""));
        let name = first.replace('-', "_");
        let Some((package, library)) = self.library(&name) else {
            return Err(self.unknown(written, first));
        };
        let Some(library) = library else {
            let message = format!("package `{}` has no library", package.name);
            return Err(Failure::new(message)
                .help("move its networks from `src/main.rs` to `src/lib.rs`: others cannot use those of a program"));
        };
        let path = format!("{library}::{rest}");
        match syn::parse_str::<Path>(&path) {
            Ok(_) => Ok(Network { package, path }),
            Err(_) => Err(Failure::new(format!("`{written}` is not the path of a network"))
                .help(format!("write it as in Rust: `{library}::nets::LeNet`"))),
        }
    }

    /// The package with this name or with a library of this name, and the name of its library. Those of the workspace
    /// come first.
    fn library(&self, name: &str) -> Option<(&Package, Option<String>)> {
        let members = self.metadata.workspace_packages();
        let others = self.metadata.packages.iter();
        let found = |package: &'_ Package| {
            let library = library_name(package);
            package.name.replace('-', "_") == name || library.as_deref() == Some(name)
        };
        let package = members.into_iter().chain(others).find(|package| found(package))?;
        Some((package, library_name(package)))
    }

    fn unknown(&self, written: &str, first: &str) -> Failure {
        let failure = Failure::new(format!("there is no package `{first}` in this workspace"));
        let root = self.metadata.root_package().and_then(library_name);
        match root {
            Some(library) => {
                failure.help(format!("write the package first: `{library}::{written}`"))
            }
            None => {
                let packages = self.metadata.workspace_packages();
                let mut names: Vec<String> =
                    packages.iter().filter_map(|package| library_name(package)).collect();
                names.sort_unstable();
                failure.help(format!("its libraries are `{}`", names.join("`, `")))
            }
        }
    }

    /// The package `cnn` that declares the networks of a package.
    pub fn cnn(&self, package: &Package) -> Result<&Package, Failure> {
        let resolve = self.metadata.resolve.as_ref();
        let nodes = resolve.map_or(&[][..], |resolve| &resolve.nodes);
        let own = nodes.iter().find(|node| node.id == package.id);
        let direct = own.map_or(&[][..], |node| &node.dependencies);
        let all = self.metadata.packages.iter().filter(|package| package.name.as_str() == "cnn");
        let (direct, others): (Vec<&Package>, Vec<&Package>) =
            all.partition(|cnn| cnn.id == package.id || direct.contains(&cnn.id));
        direct.into_iter().chain(others).next().ok_or_else(|| {
            Failure::new(format!("package `{}` does not depend on `cnn`", package.name))
                .help("only networks that `cnn!` declares can be shown")
        })
    }
}

fn library_name(package: &Package) -> Option<String> {
    let is_library =
        |kind: &TargetKind| matches!(kind, TargetKind::Lib | TargetKind::RLib | TargetKind::DyLib);
    let library = package.targets.iter().find(|target| target.kind.iter().any(is_library))?;
    Some(library.name.replace('-', "_"))
}
