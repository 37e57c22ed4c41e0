//! `#[weights("…")]`: files that fit, that change, that are huge, and that are no files of weights.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use crate::scratch::Scratch;

/// A crate with a file of weights beside its source.
struct Weights {
    scratch: Scratch,
    file: PathBuf,
}

impl Weights {
    fn new(name: &str, source: &str) -> Weights {
        let dependency = "cnn = { path = '{root}', features = ['weights'] }";
        let scratch = Scratch::new(name, dependency, source);
        let file = PathBuf::from(scratch.dir()).join("src/net.safetensors");
        Weights { scratch, file }
    }

    /// The only error of the crate, with the file as it is; empty if there is none.
    fn error(&self) -> String {
        // Of two changes within the resolution of the file system's clock, cargo sees one.
        let source = PathBuf::from(self.scratch.dir()).join("src/lib.rs");
        let source = File::options().append(true).open(source).unwrap();
        source.set_modified(SystemTime::now() + Duration::from_secs(2)).unwrap();
        let diagnostics = self.scratch.check();
        let errors: Vec<_> = diagnostics.iter().filter(|error| error.is_error()).collect();
        assert!(errors.len() < 2, "{errors:#?}");
        errors.first().map_or(String::new(), |error| error.message.clone())
    }
}

/// A file with this header.
fn file(header: &str) -> Vec<u8> {
    let mut bytes = (header.len() as u64).to_le_bytes().to_vec();
    bytes.extend(header.as_bytes());
    bytes
}

/// A file of the two tensors of `conv(1, 2, 3)`, with something else in its header.
fn replaced(from: &str, to: &str) -> Vec<u8> {
    let header = r#"{"conv1.weight":{"dtype":"F32","shape":[2,1,3,3],"data_offsets":[0,72]},"conv1.bias":{"dtype":"F32","shape":[2],"data_offsets":[72,80]}}"#;
    assert!(header.contains(from));
    // The values begin at a multiple of 8.
    let mut bytes = file(&format!("{:<136}", header.replace(from, to)));
    bytes.extend([0; 80]);
    bytes
}

fn fitting() -> Vec<u8> {
    replaced("", "")
}

const SOURCE: &str = r#"
    const CHANNELS: usize = 2;
    cnn::cnn! {
        /// The macro knows all sizes.
        #[weights("net.safetensors")]
        pub struct Known: [1, 4, 4] < conv(1, 2, 3) >
        /// Only const evaluation does.
        #[weights("net.safetensors")]
        pub struct Later: [1, 4, 4] < conv(1, CHANNELS, 3) >
        #[weights("net.safetensors", embed)]
        pub struct Defaults<const C: usize = 2>: [1, 4, 4] < conv(1, C, 3) >
        /// A network of other networks, whose tensors are theirs.
        #[weights("net.safetensors")]
        pub struct Outer: [1, 4, 4] < _: Later >
    }
    const _: () = assert!(Defaults::<3>::WEIGHTS.len() == 8 + 136 + 80);
    pub fn aligned() -> bool { <Defaults>::WEIGHTS.as_ptr().addr() % 8 == 0 }
"#;

#[test]
fn a_file_that_fits_compiles_and_is_watched() {
    let weights = Weights::new("weight-files", SOURCE);
    fs::write(&weights.file, fitting()).unwrap();
    assert_eq!(weights.error(), "");
    // Cargo looks at what rustc has read.
    fs::write(&weights.file, replaced("[2,1,3,3]", "[2,1,9,1]")).unwrap();
    let file = File::options().append(true).open(&weights.file).unwrap();
    file.set_modified(SystemTime::now() + Duration::from_secs(4)).unwrap();
    let errors: Vec<_> = weights.scratch.check();
    let mut lines: Vec<usize> = errors.iter().filter(|e| e.is_error()).map(|e| e.line).collect();
    lines.sort_unstable();
    assert_eq!(lines, [5, 8, 10, 13], "{errors:#?}");
    fs::write(&weights.file, replaced("\"F32\",\"shape\":[2]", "\"I32\",\"shape\":[2]")).unwrap();
    let file = File::options().append(true).open(&weights.file).unwrap();
    file.set_modified(SystemTime::now() + Duration::from_secs(6)).unwrap();
    let errors: Vec<_> = weights.scratch.check();
    let said: Vec<&str> =
        errors.iter().filter(|e| e.is_error()).map(|e| e.message.as_str()).collect();
    assert_eq!(said.len(), 4, "{errors:#?}");
    let of_types = "net.safetensors: weights must be F16, BF16, F32 or F64\n  `conv1.bias` [2] is I32\nhelp: save them as \
                    floats: quantized weights cannot be loaded";
    assert!(said.iter().all(|said| said.ends_with(of_types)), "{said:#?}");
}

#[test]
fn a_file_of_gigabytes_costs_nothing() {
    let source = r#"
        cnn::cnn! {
            #[weights("net.safetensors")]
            pub struct Large: [1073741824] < linear(_, 2, bias = false) >
        }"#;
    let weights = Weights::new("weight-file-large", source);
    let header = r#"{"linear1.weight":{"dtype":"F32","shape":[2,1073741824],"data_offsets":[0,8589934592]}}"#;
    let mut large = File::create(&weights.file).unwrap();
    large.write_all(&file(header)).unwrap();
    // Nothing is written, so it takes no space.
    large.set_len(large.metadata().unwrap().len() + (8 << 30)).unwrap();
    assert_eq!(weights.error(), "");
    fs::remove_file(&weights.file).unwrap();
}

#[test]
fn what_is_no_file_of_weights_is_an_error() {
    let source = r#"
        cnn::cnn! {
            #[weights("net.safetensors", embed)]
            pub struct Net: [1, 4, 4] < conv(1, 2, 3) >
        }
        pub static BYTES: &[u8] = Net::WEIGHTS;"#;
    let weights = Weights::new("weight-file-wrong", source);
    let cut = |bytes: usize| fitting()[..bytes].to_vec();
    let hostile = [
        (Vec::new(), "the file ends after 0 bytes"),
        (cut(7), "the file ends after 7 bytes"),
        (cut(60), "the file ends after 60 bytes"),
        (cut(150), "the file ends after 6 bytes of values"),
        (vec![0xff; 64], "this is not a safetensors file"),
        (file(&"[".repeat(100_000)), "the header is wrong"),
        (replaced("72,80", "72,81"), "`conv1.bias` does not have as many bytes"),
        (replaced("[2,1,3,3]", "[99999999999999999999]"), "the header is wrong"),
        (replaced("\"F32\",\"shape\":[2]", "\"I32\",\"shape\":[2]"), "weights must be F16"),
        (replaced("conv1.bias", "conv1.weight"), "the header is wrong"),
    ];
    for (bytes, expected) in hostile {
        fs::write(&weights.file, bytes).unwrap();
        let error = weights.error();
        assert!(error.starts_with("net.safetensors: ") && error.contains(expected), "{error}");
    }
    fs::remove_file(&weights.file).unwrap();
    let missing = weights.error();
    assert!(missing.starts_with("net.safetensors: cannot be read: "), "{missing}");
}
