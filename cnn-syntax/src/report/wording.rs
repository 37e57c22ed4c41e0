//! The common parts of messages.

/// A message: a title with lines below it, and what to write instead, which comes last.
pub struct Message {
    text: String,
    help: Option<String>,
}

impl<T: Into<String>> From<T> for Message {
    fn from(text: T) -> Message {
        Message { text: text.into(), help: None }
    }
}

impl Message {
    /// With what to write: `help` is code.
    pub fn write(self, help: &str) -> Message {
        Message { help: Some(help.to_owned()), ..self }
    }

    /// With the calls of blocks that led to what it is about.
    pub fn in_calls(mut self, calls: &str) -> Message {
        if !calls.is_empty() {
            self.text.push_str("\nin ");
            self.text.push_str(calls);
        }
        self
    }

    pub fn into_text(self) -> String {
        match self.help {
            Some(help) => format!("{}\nhelp: write `{help}`", self.text),
            None => self.text,
        }
    }
}

/// `1 argument`, `2 arguments`
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// The message for labels in the place of branches.
pub fn labels_in_braces(labels: &str) -> String {
    format!("labels are joined with parentheses, `({labels})`; braces are for branches")
}
