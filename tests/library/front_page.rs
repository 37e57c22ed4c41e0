//! The README and the front page of the documentation show what there is.

use std::fs;
use std::path::Path;

use cnn_reference::networks::LeNet;

mod printed {
    include!("../common/printed.rs");
}

fn repository(file: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

#[test]
fn the_table_is_the_one_that_is_printed() {
    for file in ["README.md", "src/lib.rs"] {
        printed::check(file, "lenet", &LeNet::SUMMARY.to_string());
    }
}

/// `tests/pictures` is not in the package, which documentation is built from.
#[test]
fn the_picture_is_the_one_of_the_network() {
    let (path, svg) = (repository("src/lenet.svg"), LeNet::GRAPH.volumes());
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, svg).unwrap();
    } else {
        assert_eq!(fs::read_to_string(path).unwrap(), svg);
    }
}

/// crates.io resolves relative addresses of a README against `repository` in the manifest; nothing else may be
/// relative, since it would lead nowhere on docs.rs.
#[test]
fn every_relative_address_is_a_file_of_the_repository() {
    let crates = [
        "",
        "cargo-cnn",
        "cnn-burn",
        "cnn-candle",
        "cnn-core",
        "cnn-format",
        "cnn-macro",
        "cnn-syntax",
        "cnn-weights",
        "cnn-zoo",
    ];
    for package in crates {
        let root = repository(package);
        let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
        assert!(manifest.contains("\nrepository.workspace = true\n"), "{package}");
        assert!(manifest.contains("\n[package.metadata.docs.rs]\n"), "{package}");
        let readme = fs::read_to_string(root.join("README.md")).unwrap();
        let links = readme.split("](").skip(1).map(|rest| rest.split(')').next().unwrap());
        let pictures = readme.split("src=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        for address in links.chain(pictures).filter(|address| !address.starts_with("https://")) {
            assert!(root.join(address).is_file(), "{package}/README.md: {address}");
        }
    }
}
