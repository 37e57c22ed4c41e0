//! The errors of files.

use std::{error, fmt, io};

/// A file that cannot be read, with the place in it.
pub struct Error {
    /// Where it is: an entry of the archive, and the place in that.
    place: Option<String>,
    message: String,
}

impl Error {
    pub(crate) fn new(message: impl Into<String>) -> Error {
        Error { place: None, message: message.into() }
    }

    pub(crate) fn at(place: impl Into<String>, message: impl Into<String>) -> Error {
        Error { place: Some(place.into()), message: message.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Some(place) => write!(f, "in {place}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

/// The same text, since that is what `unwrap` prints.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl error::Error for Error {}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Error {
        Error::new(error.to_string())
    }
}
