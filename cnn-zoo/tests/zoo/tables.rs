//! The tables of all networks.

/// A terminal that was never made larger has 80 columns.
#[test]
fn every_line_of_every_table_has_at_most_80_columns() {
    for entry in cnn_zoo::all() {
        let table = entry.summary.table().to_string();
        for line in table.lines() {
            // No name in the zoo has wide characters.
            assert!(line.chars().count() <= 80, "{}: {line}", entry.name);
        }
        let rows = table.lines().count();
        assert!(rows > 12, "{table}");
    }
}
