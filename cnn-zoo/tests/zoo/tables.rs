//! The tables of all networks, and the differences of some.

/// A terminal that was never resized has 80 columns. No name in the zoo has wide characters.
#[track_caller]
fn assert_fits(name: &str, text: &str) {
    for line in text.lines() {
        assert!(line.chars().count() <= 80, "{name}: {line}");
    }
}

#[test]
fn every_line_of_every_table_has_at_most_80_columns() {
    for entry in crate::networks() {
        let table = entry.summary.table().to_string();
        assert_fits(entry.name, &table);
        let rows = table.lines().count();
        assert!(rows > 12, "{table}");
    }
}

#[test]
fn every_line_of_a_difference_has_at_most_80_columns() {
    let summary = |name: &str| {
        let entry = cnn_zoo::all().iter().find(|entry| entry.name == name).unwrap();
        entry.summary
    };
    for (before, after) in [
        ("lenet", "alexnet"),
        ("vgg11", "vgg11_bn"),
        ("resnet18", "resnet34"),
        ("resnet50", "wide_resnet50_2"),
        ("densenet121", "densenet169"),
        ("inception_v3", "inception_v3_aux"),
        ("mobilenet_v3_small", "mobilenet_v3_large"),
        ("efficientnet_b0", "efficientnet_b7"),
        ("swin_t", "swin_v2_t"),
        ("unet", "fcn_resnet50"),
    ] {
        let diff = summary(before).diff(summary(after)).to_string();
        assert_fits(&format!("{before} -> {after}"), &diff);
        // A change takes at most two lines, and the totals are below.
        assert!(diff.lines().count() > 12, "{diff}");
    }
}
