//! The style, shown by what becomes of ugly input: `tests/style`. `BLESS=1` writes what comes out.

use std::fs;
use std::path::Path;

use cnn_format::{Style, format_file};

#[test]
fn ugly_input_is_formatted_as_it_has_been_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/style");
    let mut names: Vec<_> = fs::read_dir(folder.join("ugly"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert!(names.len() > 4);
    for name in names {
        let ugly = fs::read_to_string(folder.join("ugly").join(&name)).unwrap();
        let formatted = format_file(&ugly, &Style::default()).unwrap();
        assert!(formatted.mistakes.is_empty(), "{name:?}: {}", formatted.mistakes[0]);
        let path = folder.join("formatted").join(&name);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &formatted.text).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(expected, formatted.text, "{name:?}; BLESS=1 writes it");
        let again = format_file(&formatted.text, &Style::default()).unwrap();
        assert_eq!(expected, again.text, "{name:?}");
    }
}
