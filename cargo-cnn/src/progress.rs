//! What a command that takes a while is doing, on a terminal.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressBarIter, ProgressStyle};

/// How often something that has no length moves.
const TICK: Duration = Duration::from_millis(100);

/// A line on the standard error, which is only there while it is a terminal, and gone at the end.
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    pub fn new() -> Progress {
        Progress { bar: ProgressBar::new_spinner() }
    }

    /// What is done now. How long it takes is not known.
    pub fn step(&self, what: &str) {
        self.bar.set_style(style("{spinner} {wide_msg}"));
        self.bar.set_message(what.to_owned());
        self.bar.enable_steady_tick(TICK);
    }

    /// A file whose reading is shown.
    pub fn open(&self, path: &Path) -> io::Result<ProgressBarIter<File>> {
        let file = File::open(path)?;
        self.bar.set_style(style("{bar:30} {bytes} of {total_bytes} of {wide_msg}"));
        self.bar.set_message(path.display().to_string());
        self.bar.set_length(file.metadata()?.len());
        self.bar.set_position(0);
        Ok(self.bar.wrap_read(file))
    }

    /// The bytes of a file.
    pub fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut file = self.open(path)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
