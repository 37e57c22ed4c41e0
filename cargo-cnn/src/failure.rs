//! Why a command cannot do what it should.

use std::fmt;
use std::path::Path;

use clap::builder::styling::AnsiColor;

/// What went wrong, and what to do.
#[derive(Debug)]
pub struct Failure {
    message: String,
    help: Option<String>,
}

impl Failure {
    pub fn new(message: impl Into<String>) -> Failure {
        Failure { message: message.into(), help: None }
    }

    /// With what to do.
    pub fn help(self, help: impl Into<String>) -> Failure {
        Failure { help: Some(help.into()), ..self }
    }

    /// Something that cannot be done with a file: `read` or `write`.
    pub fn of_file(what: &str, path: &Path, error: &dyn fmt::Display) -> Failure {
        Failure::new(format!("cannot {what} `{}`: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", Label::Error, indented(&self.message))?;
        match &self.help {
            Some(help) => write!(f, "\n{} {}", Label::Help, indented(help)),
            None => Ok(()),
        }
    }
}

/// What a message begins with.
#[derive(Clone, Copy)]
pub enum Label {
    Error,
    Help,
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (style, text) = match self {
            Label::Error => (AnsiColor::Red.on_default().bold(), "error"),
            Label::Help => (AnsiColor::Cyan.on_default().bold(), "help"),
        };
        write!(f, "{style}{text}{style:#}:")
    }
}

/// A text whose lines after the first one begin where a message does.
pub fn indented(text: &str) -> String {
    text.trim_end().replace('\n', "\n       ")
}
