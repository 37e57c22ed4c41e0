//! Why a network is not exported.

use std::path::PathBuf;
use std::{error, fmt, io};

use cnn_core::DType;
use cnn_core::engine::Refusal;

/// Why a network is not exported.
///
/// The `Debug` text is the same as the other one, since that is what `unwrap` and `main` print.
#[non_exhaustive]
pub enum Error {
    /// ONNX cannot express these layers.
    Refused {
        /// The name of the network.
        network: &'static str,
        /// All of them, with the reasons.
        refusals: Vec<Refusal>,
    },
    /// The weights are not those of the network.
    Weights(cnn_weights::Error),
    /// Values of this type are not exported.
    DType(DType),
    /// A batch of no samples.
    EmptyBatch,
    /// The model has more bytes than a file of protobuf may have. [`Export::write`](crate::Export::write) puts the
    /// weights into a file of their own.
    TooLarge {
        /// The number of its bytes.
        bytes: usize,
    },
    /// A file cannot be written.
    Io {
        /// Its path.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

impl From<cnn_weights::Error> for Error {
    fn from(error: cnn_weights::Error) -> Error {
        Error::Weights(error)
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Error::Weights(error) => error.source(),
            Error::Io { error, .. } => Some(error),
            Error::Refused { .. }
            | Error::DType(_)
            | Error::EmptyBatch
            | Error::TooLarge { .. } => None,
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Refused { network, refusals } => {
                write!(f, "`{network}` cannot be exported to ONNX")?;
                refusals.iter().try_for_each(|refusal| write!(f, "\n  {refusal}"))
            }
            Error::Weights(error) => error.fmt(f),
            Error::DType(dtype) => {
                let reason = match dtype {
                    DType::I8 => "weights are not quantized",
                    _ => "ONNX has no convolution of it in this opset",
                };
                write!(f, "values of {dtype} are not exported: {reason}\nhelp: use f32, f16 or f64")
            }
            Error::EmptyBatch => f.write_str("a batch has at least one sample, not 0"),
            Error::TooLarge { bytes } => write!(
                f,
                "the model has {bytes} bytes, but a file of protobuf has at most {}\nhelp: `Export::write` puts the \
                 weights of a large model into a second file",
                crate::MOST_BYTES
            ),
            Error::Io { path, error } => {
                write!(f, "{}: cannot be written: {error}", path.display())
            }
        }
    }
}
