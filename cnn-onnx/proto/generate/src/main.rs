//! Writes `src/proto/onnx.rs`, the messages of `proto/onnx.proto`. To be run in the folder of cnn-onnx, before
//! `cargo fmt`:
//!
//! ```sh
//! cargo run --manifest-path proto/generate/Cargo.toml && cargo fmt -p cnn-onnx
//! ```

use std::error::Error;
use std::fs;

const HEADER: &str = "\
// SPDX-License-Identifier: Apache-2.0
//
// Generated from `proto/onnx.proto` of the ONNX project by `proto/generate`.

";

fn main() -> Result<(), Box<dyn Error>> {
    let mut config = prost_build::Config::new();
    // The values of a tensor are not copied if a model is read from `Bytes`.
    config.out_dir("src/proto").bytes([".onnx.TensorProto.raw_data"]);
    config.compile_fds(protox::compile(["proto/onnx.proto"], ["proto"])?)?;
    let source = fs::read_to_string("src/proto/onnx.rs")?;
    Ok(fs::write("src/proto/onnx.rs", format!("{HEADER}{source}"))?)
}
