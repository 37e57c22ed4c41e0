//! Broken or malicious files are errors that say why, without a panic or a large allocation.

mod common;

use std::fs;
use std::path::PathBuf;

use cnn_reference::networks::weights;
use cnn_weights::{Error, Header, Problem};
use common::{file, raw};
use proptest::prelude::*;

fn refused(bytes: &[u8]) -> Error {
    Header::from_bytes(bytes).unwrap_err()
}

/// A file with one tensor, which has this entry.
fn entry(entry: &str, bytes: usize) -> Vec<u8> {
    raw(&format!(r#"{{"w":{{{entry}}}}}"#), bytes)
}

#[test]
fn a_truncated_file() {
    let whole = file(&[("w".to_owned(), "F32".to_owned(), vec![2, 3])]);
    Header::from_bytes(&whole).unwrap();
    for end in 0..whole.len() {
        let error = refused(&whole[..end]);
        let truncated = matches!(error.problem(), Problem::Truncated { .. } | Problem::Data { .. });
        assert!(truncated, "{end}: {error}");
    }
    let mut longer = whole;
    longer.push(0);
    assert!(matches!(refused(&longer).problem(), Problem::Data { bytes: 25, needed: 24 }));
}

#[test]
fn a_header_that_would_be_huge() {
    for length in [100_000_001, 1 << 40, u64::MAX, u64::MAX - 7] {
        let mut bytes = length.to_le_bytes().to_vec();
        bytes.extend(b"{}");
        assert!(matches!(refused(&bytes).problem(), Problem::HeaderLength(l) if *l == length));
    }
    // This length is allowed, but the file is shorter: only what is there is read.
    let mut bytes = 99_999_999u64.to_le_bytes().to_vec();
    bytes.extend(b"{}");
    assert!(matches!(refused(&bytes).problem(), Problem::Truncated { bytes: 10, .. }));
}

#[test]
fn headers_that_are_no_json_or_of_another_form() {
    let deep = "[".repeat(100_000);
    let headers = [
        "",
        "{",
        "{}}",
        "[]",
        "null",
        "\u{0}",
        r#"{"w":1}"#,
        r#"{"w":{}}"#,
        &deep,
        r#"{"w":{"dtype":"F32","shape":[1]}}"#,
        r#"{"w":{"dtype":"F33","shape":[1],"data_offsets":[0,4]}}"#,
        r#"{"w":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#,
        r#"{"w":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}"#,
        r#"{"w":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}}"#,
        r#"{"__metadata__":{"a":1}}"#,
    ];
    for header in headers {
        let error = refused(&raw(header, 4));
        assert!(matches!(error.problem(), Problem::Json(_)), "{header}: {error}");
    }
    let mut bytes = raw("{\"a\":1}", 0);
    bytes[10] = 0xff;
    assert!(matches!(refused(&bytes).problem(), Problem::Json(_)));
    let text = refused(&raw(headers[10], 4)).to_string();
    assert!(text.contains("`w`: unknown variant `F33`"), "{text}");
}

#[test]
fn a_name_that_is_there_twice() {
    let info = r#"{"dtype":"F32","shape":[1],"data_offsets":[0,4]}"#;
    let error = refused(&raw(&format!(r#"{{"w":{info},"w":{info}}}"#), 4));
    assert!(error.to_string().contains("`w` occurs twice"), "{error}");
}

#[test]
fn offsets_that_are_wrong() {
    for offsets in ["[4,0]", "[0,3]", "[0,8]", "[18446744073709551615,0]"] {
        let error =
            refused(&entry(&format!(r#""dtype":"F32","shape":[1],"data_offsets":{offsets}"#), 4));
        assert!(matches!(error.problem(), Problem::Tensor { name, .. } if name == "w"), "{error}");
    }
    let pair = |second: &str| {
        let first = r#""a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}"#;
        let second = format!(r#""b":{{"dtype":"F32","shape":[1],"data_offsets":{second}}}"#);
        raw(&format!("{{{first},{second}}}"), 12)
    };
    // The second tensor overlaps the first, or leaves a gap.
    for second in ["[2,6]", "[0,4]", "[8,12]"] {
        let error = refused(&pair(second));
        assert!(matches!(error.problem(), Problem::Gap(_)), "{second}: {error}");
    }
    assert!(matches!(refused(&pair("[4,8]")).problem(), Problem::Data { bytes: 12, needed: 8 }));
}

#[test]
fn a_shape_that_overflows() {
    for shape in
        ["[18446744073709551615,2]", "[4611686018427387904]", "[4294967296,4294967296,0,7]"]
    {
        let error =
            refused(&entry(&format!(r#""dtype":"F32","shape":{shape},"data_offsets":[0,4]"#), 4));
        assert!(matches!(error.problem(), Problem::Tensor { name, .. } if name == "w"), "{error}");
    }
}

#[test]
fn other_files_are_called_what_they_are() {
    let files: [(&[u8], &str); 4] = [
        (b"PK\x03\x04\x14\x00\x00\x00\x00\x00", "torch.save"),
        (b"\x80\x02\x8a\x0al\xfc\x9cF\xf9 j", "pickle"),
        (b"<!DOCTYPE html><html>", "HTML"),
        (b"version https://git-lfs.github.com/spec/v1", "Git LFS"),
    ];
    for (bytes, says) in files {
        let error = refused(bytes);
        assert!(error.to_string().contains(says), "{error}");
        assert!(error.to_string().contains("\nhelp: "), "{error}");
    }
}

#[test]
fn a_file_on_disk() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hostile.safetensors");
    fs::write(&path, 50_000_000u64.to_le_bytes()).unwrap();
    let error = Header::read(&path).unwrap_err();
    assert!(error.to_string().starts_with(&format!("{}: the file ends", path.display())));
    let missing = Header::read(path.with_extension("none")).unwrap_err();
    assert!(matches!(missing.problem(), Problem::Io(_)));
    assert!(Header::read(env!("CARGO_TARGET_TMPDIR")).is_err(), "a directory");
    assert_eq!(
        Header::read(weights("tinyresnet.safetensors")).unwrap(),
        Header::from_bytes(&fs::read(weights("tinyresnet.safetensors")).unwrap()).unwrap()
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changed_bytes_never_panic(changes in prop::collection::vec((0..4000usize, any::<u8>()), 1..6), cut in 0..4000usize) {
        let mut bytes = fs::read(weights("tinyresnet.safetensors")).unwrap();
        for (place, byte) in changes {
            bytes[place] = byte;
        }
        for bytes in [&bytes[..], &bytes[..cut]] {
            if let Err(error) = Header::from_bytes(bytes) {
                prop_assert!(!error.to_string().is_empty());
            }
        }
    }

    #[test]
    fn any_bytes_are_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Header::from_bytes(&bytes).is_err());
    }
}
