//! Who reads the expansion.

use std::sync::OnceLock;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// rustc, which reports what is left to check.
    Compiler,
    /// rustdoc, which shows the network on a page. Tables and pictures take longer than all the rest,
    /// so nobody else gets them.
    Documentation,
    /// rust-analyzer, which asks what the words of the declaration mean.
    Editor,
}

impl Reader {
    /// Who reads what this process expands. rustdoc expands macros itself, and rust-analyzer in a
    /// process of its own, which has its name.
    pub fn of_this_process() -> Reader {
        static READER: OnceLock<Reader> = OnceLock::new();
        *READER.get_or_init(|| {
            let program = std::env::current_exe().unwrap_or_default();
            let name = program.file_name().unwrap_or_default().to_string_lossy();
            match &*name {
                name if name.contains("rust-analyzer") => Reader::Editor,
                name if name.contains("rustdoc") => Reader::Documentation,
                _ => Reader::Compiler,
            }
        })
    }
}
