//! The messages of ONNX files, as the ONNX project defines them.
//!
//! `proto/onnx.proto` in this crate is the definition, from release 1.23 of ONNX, and `proto/generate` makes the
//! types of it. A file is a [`ModelProto`], with the methods of [`prost::Message`] to read and write it.
//!
//! ```
//! use cnn_onnx::proto::{GraphProto, ModelProto};
//! use prost::Message;
//!
//! let graph = GraphProto { name: Some("empty".to_owned()), ..GraphProto::default() };
//! let model = ModelProto { ir_version: Some(8), graph: Some(graph), ..ModelProto::default() };
//! let bytes = model.encode_to_vec();
//! assert_eq!(ModelProto::decode(&bytes[..])?, model);
//! # Ok::<(), prost::DecodeError>(())
//! ```
//!
//! From [`Bytes`](prost::bytes::Bytes), the values of tensors are not copied.

#[allow(missing_docs, reason = "onnx.proto does not describe everything")]
mod onnx;

pub use onnx::*;
pub use prost;
