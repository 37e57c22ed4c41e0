//! The errors of weight files.

use std::path::{Path, PathBuf};
use std::{error, fmt, io};

use cnn_core::{MUST_BE, OTHER_FILE, SAVE_AS};
use safetensors::SafeTensorError;

use crate::info::Info;
use crate::mismatch::{Prefix, StateMismatch, TensorMismatch};

/// A weight file that cannot be read or written, or does not belong to the network. The text names the file, and says
/// what is wrong and what to do.
///
/// The `Debug` text is the same, since that is what `unwrap` and `main` print.
pub struct Error {
    file: Option<PathBuf>,
    problem: Box<Problem>,
}

/// The error of a weight file.
#[derive(Debug)]
#[non_exhaustive]
pub enum Problem {
    /// It cannot be read.
    Io(io::Error),
    /// It has another format, which the text describes.
    OtherFormat(&'static str),
    /// It ends too early.
    Truncated {
        /// The number of its bytes.
        bytes: u64,
        /// The least number of bytes that it must have.
        needed: u64,
    },
    /// The length of its header, which exceeds the 100 MB of the format.
    HeaderLength(u64),
    /// Its header is not JSON, does not have the right form, or has a name twice.
    Json(serde_json::Error),
    /// A tensor does not have as many bytes as its shape and type say.
    Tensor {
        /// The name of the tensor.
        name: String,
        /// What is wrong.
        why: SafeTensorError,
    },
    /// The values of this tensor do not begin where those of the tensor before it end.
    Gap(String),
    /// Its header is wrong in another way.
    Format(SafeTensorError),
    /// The number of bytes after the header is not that of all tensors.
    Data {
        /// The number of bytes after the header.
        bytes: u64,
        /// The number of bytes of all tensors.
        needed: u64,
    },
    /// Its tensors are not those of the network.
    Mismatch(StateMismatch),
    /// None of its tensors has a name in this scope.
    NoScope(String),
    /// The values of some tensors have a type that they cannot have.
    Dtypes {
        /// Those that are no floats of 16, 32 or 64 bits, but must be.
        no_floats: Vec<Info>,
        /// Those that are no integers, but must be, such as `relative_position_index` of attention in windows.
        no_integers: Vec<Info>,
    },
    /// An engine cannot load it, although its header is valid: the error of the engine.
    Engine(Box<dyn error::Error + Send + Sync>),
    /// An engine cannot write it: the error of the engine.
    Write(Box<dyn error::Error + Send + Sync>),
}

impl Error {
    /// What is wrong.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The path of the file, if it is not in memory.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// The same error with the path of the file.
    ///
    /// ```
    /// use std::path::Path;
    ///
    /// let error = cnn_weights::Header::from_bytes(b"").unwrap_err().of(Path::new("empty"));
    /// assert!(error.to_string().starts_with("empty: the file ends after 0 bytes, but needs at least 8\n"));
    /// ```
    #[must_use]
    pub fn of(self, file: &Path) -> Error {
        Error { file: Some(file.to_owned()), ..self }
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Error {
        Error { file: None, problem: Box::new(problem) }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match &*self.problem {
            Problem::Io(error) => Some(error),
            Problem::Json(error) => Some(error),
            Problem::Tensor { why: error, .. } | Problem::Format(error) => Some(error),
            Problem::Mismatch(mismatch) => Some(mismatch),
            Problem::Engine(error) | Problem::Write(error) => Some(&**error),
            _ => None,
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
        if let Some(file) = &self.file {
            write!(f, "{}: ", file.display())?;
        }
        write!(f, "{}", self.problem)?;
        match self.problem.help() {
            Some(help) => write!(f, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Io(error) => write!(f, "cannot be read: {error}"),
            Problem::OtherFormat(format) => {
                write!(f, "this is not a safetensors file, but {format}")
            }
            Problem::Truncated { bytes, needed } => {
                write!(f, "the file ends after {bytes} bytes, but needs at least {needed}")
            }
            Problem::HeaderLength(length) => write!(
                f,
                "this is not a safetensors file: its header would have {length} bytes, and may have \
                 100,000,000"
            ),
            Problem::Json(error) => write!(f, "the header is wrong: {error}"),
            Problem::Tensor { name, why: SafeTensorError::TensorInvalidInfo } => {
                write!(f, "`{name}` does not have as many bytes as its shape and type require")
            }
            Problem::Tensor { name, why } => write!(f, "`{name}` is wrong: {why}"),
            Problem::Gap(name) => {
                write!(f, "the values of `{name}` do not begin where those before them end")
            }
            Problem::Format(error) => write!(f, "the header is wrong: {error}"),
            Problem::Data { bytes, needed } if bytes < needed => {
                write!(f, "the file ends after {bytes} bytes of values, but needs {needed}")
            }
            Problem::Data { bytes, needed } => {
                write!(f, "the file has {bytes} bytes of values, but its tensors have {needed}")
            }
            Problem::Mismatch(mismatch) => mismatch.fmt(f),
            Problem::NoScope(scope) => {
                write!(f, "no tensor has a name that begins with `{scope}.`")
            }
            Problem::Dtypes { no_floats, no_integers } => {
                let mut before = "";
                for (tensors, must_be) in [no_floats, no_integers].into_iter().zip(MUST_BE) {
                    if tensors.is_empty() {
                        continue;
                    }
                    write!(f, "{before}{must_be}")?;
                    for Info { name, dtype, shape } in tensors {
                        write!(f, "\n  `{name}` {shape:?} is {dtype}")?;
                    }
                    before = "\n";
                }
                Ok(())
            }
            Problem::Engine(error) => error.fmt(f),
            Problem::Write(error) => write!(f, "cannot be written: {error}"),
        }
    }
}

impl Problem {
    /// What to do.
    fn help(&self) -> Option<String> {
        Some(match self {
            Problem::Io(_) | Problem::NoScope(_) | Problem::Engine(_) | Problem::Write(_) => {
                return None;
            }
            Problem::OtherFormat(format) if format.contains("torch.save") => {
                "in Python, save it with `safetensors.torch.save_file(model.state_dict(), path)`"
                    .to_owned()
            }
            Problem::Truncated { .. } | Problem::Data { .. } => {
                "copy or download the file again; this one is not complete or was changed"
                    .to_owned()
            }
            Problem::Dtypes { no_floats, .. } => {
                SAVE_AS[usize::from(no_floats.is_empty())].to_owned()
            }
            Problem::Mismatch(mismatch) => advice(mismatch),
            _ => "write the file again, with `safetensors.torch.save_file` or an engine of cnn"
                .to_owned(),
        })
    }
}

/// What to do if the tensors of a file are not those of the network.
fn advice(mismatch: &StateMismatch) -> String {
    let renamed = mismatch.tensors.iter().find_map(|tensor| match tensor {
        TensorMismatch::Missing { name, shape, nearest: Some((other, found)) }
            if found == shape.dims() =>
        {
            Some((name, other))
        }
        _ => None,
    });
    match (&mismatch.prefix, renamed) {
        (Some(Prefix::File(prefix)), _) => {
            let scope = prefix.trim_end_matches('.');
            format!("look at the file `within(\"{scope}\")`, or save it without `{prefix}`")
        }
        (Some(Prefix::Network(prefix)), _) => {
            format!(
                "load it into the part of the network that `{prefix}` names, or add it to the names"
            )
        }
        (None, Some((name, other))) => format!(
            "use a label, as in `label: conv(…)`, to name `{name}` as in the file, `{other}`"
        ),
        (None, None) => OTHER_FILE.to_owned(),
    }
}
