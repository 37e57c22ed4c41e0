//! Who reads the expansion.

use std::sync::OnceLock;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// rustc, which reports what is left to check.
    Compiler,
    /// rust-analyzer, which asks what the words of the declaration mean.
    Editor,
}

impl Reader {
    /// Who reads what this process expands. rust-analyzer expands macros in a process of its own,
    /// which has its name.
    pub fn of_this_process() -> Reader {
        static READER: OnceLock<Reader> = OnceLock::new();
        *READER.get_or_init(|| {
            let program = std::env::current_exe().unwrap_or_default();
            let name = program.file_name().unwrap_or_default().to_string_lossy();
            if name.contains("rust-analyzer") { Reader::Editor } else { Reader::Compiler }
        })
    }
}
