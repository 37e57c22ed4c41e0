//! Networks work without an allocator and without an operating system.

use crate::rustc::SYSROOT;
use crate::scratch::Scratch;
use crate::skip::skipped;

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

    if SYSROOT.join("lib/rustlib").join(TARGET).exists() {
        assert!(scratch.cargo("check").args(["--target", TARGET]).status().unwrap().success());
    } else {
        skipped(&format!("no_std: {TARGET} is not installed, so nothing is checked for it"));
    }
}
