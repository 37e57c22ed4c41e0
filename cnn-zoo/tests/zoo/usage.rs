//! What the pages say of the use of each network.

use std::path::Path;

/// Each page says up to which label a network can be built on, and its graph has that label.
#[test]
fn pages_name_labels_that_there_are() {
    let mut found = 0;
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap() {
        let path = file.unwrap().path();
        // Networks of timm are in a directory.
        let text =
            if path.is_dir() { String::new() } else { std::fs::read_to_string(path).unwrap() };
        for line in text.lines().filter_map(|line| line.trim().strip_prefix("#[doc = usage!(")) {
            let words: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
            let [network, label, name] = words[..] else { panic!("{line}") };
            let entry = cnn_zoo::all().iter().find(|entry| entry.summary.name == network).unwrap();
            assert_eq!(entry.name.trim_end_matches("_aux"), name);
            let scope = format!("{label}.");
            let is_there = |node: cnn::Node| node.name == label || node.name.starts_with(&scope);
            assert!(entry.graph.nodes.iter().any(is_there), "{network} until {label}");
            found += 1;
        }
    }
    // LeNet and the U-Net are not from torchvision.
    assert_eq!(found, cnn_zoo::all().len() - 2);
}
