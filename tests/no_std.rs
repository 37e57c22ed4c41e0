//! Networks work without an allocator and without an operating system.

mod common;

use std::path::Path;
use std::process::Command;

use common::scratch::Scratch;

const SOURCE: &str = "\
    #![no_std]\n\
    cnn::cnn! { pub struct Net: [1, 28, 28] -> [10] < conv(1, 8, 3); relu; maxpool(2); fc(_, 10) > }\n\
    const _: () = assert!(Net::PARAMS == 13_610);\n\
    /// As large as the largest activations.\n\
    pub static ARENA: [u8; Net::SUMMARY.peak_activations as usize] = [0; _];\n\
    pub fn params(layer: usize) -> u64 { Net::SUMMARY.rows.at(layer).params }\n";

/// A target without an operating system, for which code can be built if it is installed.
const TARGET: &str = "thumbv6m-none-eabi";

#[test]
fn a_network_without_std() {
    let dependency = "cnn = { path = '{root}', default-features = false }";
    let scratch = Scratch::new("without-std", dependency, SOURCE);
    let diagnostics = scratch.check();
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");

    let rustc = std::env::var("RUSTC").unwrap_or("rustc".to_owned());
    let sysroot = Command::new(rustc).args(["--print", "sysroot"]).output().unwrap().stdout;
    let sysroot = String::from_utf8(sysroot).unwrap();
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).exists() {
        assert!(scratch.cargo("check").args(["--target", TARGET]).status().unwrap().success());
    } else {
        eprintln!("skipped: {TARGET} is not installed");
    }
}
