//! The picture of every network: valid XML of a bounded size, all texts and boxes in their places.

#![cfg(feature = "alloc")]

use std::path::Path;

#[path = "../../tests/common/picture.rs"]
mod picture;

/// `PICTURES=<directory> cargo test -p cnn-zoo --test pictures` writes them all, to be looked at.
#[test]
fn all_pictures_are_sound() {
    for entry in cnn_zoo::all() {
        let (svg, mermaid) = (entry.graph.svg(), entry.graph.mermaid());
        if let Some(directory) = std::env::var_os("PICTURES") {
            let path = Path::new(&directory).join(entry.name);
            std::fs::write(path.with_extension("svg"), &svg).unwrap();
            std::fs::write(path.with_extension("mmd"), &mermaid).unwrap();
        }
        picture::check(entry.name, &svg);
        assert!(mermaid.lines().count() < 150, "{}", entry.name);
    }
}
