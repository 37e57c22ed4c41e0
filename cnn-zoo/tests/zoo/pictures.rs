//! The picture of every network: sound as XML and in the language of Mermaid, and of a bounded size.

use std::path::Path;

use crate::{mermaid, picture};

/// `PICTURES=<directory> cargo test -p cnn-zoo --test zoo pictures` writes them all, to be looked at.
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
        assert_eq!(mermaid::check(entry.name, &mermaid), [""; 0], "{}", entry.name);
        assert!(mermaid.lines().count() < 150, "{}", entry.name);
    }
}
