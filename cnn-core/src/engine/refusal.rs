//! A layer that an engine cannot run, with the reason.

use alloc::string::String;
use core::fmt;

use crate::Kind;

/// A layer that an engine cannot run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its full name.
    pub node: String,
    /// Its keyword.
    pub kind: Kind,
    /// The reason.
    pub reason: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` ({}): {}", self.node, self.kind, self.reason)
    }
}
