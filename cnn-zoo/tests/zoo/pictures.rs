//! The picture of every network: sound as XML and in the language of Mermaid, and of a bounded size.

use std::path::Path;

use crate::{mermaid, picture};

/// `PICTURES=<directory> cargo test -p cnn-zoo --test zoo pictures` writes them all, to be looked at.
#[test]
fn all_pictures_are_sound() {
    for entry in crate::networks() {
        let (svg, mermaid) = (entry.graph.svg(), entry.graph.mermaid());
        if let Some(directory) = std::env::var_os("PICTURES") {
            let path = Path::new(&directory).join(entry.name);
            std::fs::write(path.with_extension("svg"), &svg).unwrap();
            std::fs::write(path.with_extension("mmd"), &mermaid).unwrap();
            std::fs::write(path.with_extension("volumes.svg"), entry.graph.volumes()).unwrap();
        }
        picture::check(entry.name, &svg);
        picture::check_volumes(entry.name, &entry.graph.volumes());
        picture::check_page(entry.name, &entry.graph.diagram().page());
        assert_eq!(mermaid::check(entry.name, &mermaid), [""; 0], "{}", entry.name);
        assert!(mermaid.lines().count() < 150, "{}", entry.name);
    }
}

/// A block that is drawn as "like" another one is like it.
#[test]
fn folded_blocks_are_named_truly() {
    let svg = |name: &str| {
        let entry = cnn_zoo::all().iter().find(|entry| entry.name == name).unwrap();
        entry.graph.svg()
    };
    let has = |name: &str, texts: &[&str]| {
        let svg = svg(name);
        for text in texts {
            assert!(svg.contains(&format!(">{text}</text>")), "{name}: {text}");
        }
    };
    // The third stage has larger kernels than the second, and the fifth begins without a stride.
    has("efficientnet_b0", &["like features.2, 5×5", "like features.4, 5×5, /1"]);
    has("resnet18", &["layer2 … layer4", "× 3"]);
    has("densenet121", &["denselayer1 … denselayer6"]);
    // Each kind of block is drawn, and none is only named.
    let inception = svg("inception_v3");
    has("inception_v3", &["Mixed_5b … Mixed_5d", "Mixed_6a", "Mixed_6b … Mixed_6e", "Mixed_7a"]);
    assert!(!inception.contains(" layers</text>") && !inception.contains(">like "));
}

/// The U-Net has a row for each of its five resolutions, and a skip on each but the lowest.
#[test]
fn a_unet_is_a_u() {
    let entry = cnn_zoo::all().iter().find(|entry| entry.name == "unet").unwrap();
    let volumes = entry.graph.volumes();
    for resolution in [512, 256, 128, 64, 32] {
        let text = format!(">{resolution} × {resolution}</text>");
        assert_eq!(volumes.matches(&text).count(), 1, "{resolution}");
    }
    assert_eq!(volumes.matches(">concat</text>").count(), 4);
}
