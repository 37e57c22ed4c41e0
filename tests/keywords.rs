//! The documentation of the keywords says what cnn-core accepts.

use std::fs;

use cnn::Kind;

#[test]
fn every_keyword_is_documented_with_its_signature() {
    let mut sources = String::new();
    for file in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/layers")).unwrap() {
        sources.push_str(&fs::read_to_string(file.unwrap().path()).unwrap());
    }
    // Signatures may be broken into lines.
    let docs = sources.replace("\n/// ", "\n").replace('\n', " ");
    for kind in Kind::layers() {
        let item = format!("pub const {kind}: Kind = Kind::{kind:?};");
        assert!(sources.contains(&item), "{item}");
        let signature = format!("```text {} ```", kind.signature());
        assert!(docs.contains(&signature), "{signature}");
    }
}
