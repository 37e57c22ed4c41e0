//! Declarations that people have written: the zoo, the examples, the tests and the guide.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

/// A file, or the code in one of the guide's examples.
pub struct Source {
    pub name: String,
    pub text: String,
}

/// All of them.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("it has a parent");
    let mut files = Vec::new();
    let folders = [
        "benches",
        "cnn-burn",
        "cnn-candle",
        "cnn-reference",
        "cnn-weights",
        "cnn-zoo",
        "examples",
        "src",
        "tests",
    ];
    for folder in folders {
        find(&root.join(folder), &mut files);
    }
    let mut sources = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("it is text");
        let name = file.strip_prefix(root).unwrap_or(&file).display().to_string();
        if !text.contains("cnn!") {
            continue;
        }
        if name.ends_with(".md") {
            for (number, text) in examples(&text).enumerate() {
                sources.push(Source { name: format!("{name}, example {number}"), text });
            }
        } else {
            sources.push(Source { name, text });
        }
    }
    assert!(sources.len() > 300, "{}", sources.len());
    sources
}

/// Each of their declarations as a source of its own.
pub fn declarations() -> Vec<Source> {
    let mut declarations = Vec::new();
    for Source { name, text } in sources() {
        push_declarations(text.parse().unwrap(), &name, &text, &mut declarations);
    }
    declarations
}

fn push_declarations(tokens: TokenStream, name: &str, text: &str, list: &mut Vec<Source>) {
    let mut before = Vec::new();
    for token in tokens {
        let bytes = token.span().byte_range();
        let is_call =
            matches!(&before[..], [.., (first, _), (second, _)] if first == "cnn" && second == "!");
        if let TokenTree::Group(group) = &token {
            match is_call {
                true => {
                    let start = before[before.len() - 2].1;
                    let text = text[start..bytes.end].to_owned();
                    list.push(Source { name: name.to_owned(), text });
                }
                false => push_declarations(group.stream(), name, text, list),
            }
        }
        before.push((token.to_string(), bytes.start));
    }
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("it is a folder");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let extension = path.extension().unwrap_or_default();
        if path.is_dir() {
            find(&path, files);
        } else if extension == "rs" || extension == "md" {
            files.push(path);
        }
    }
}

/// The Rust code of a page, as it is compiled.
fn examples(page: &str) -> impl Iterator<Item = String> {
    let mut parts = page.split("\n```");
    parts.next();
    let code = parts.step_by(2).filter_map(|part| {
        let (language, code) = part.split_once('\n')?;
        ["", "rust", "no_run", "compile_fail"].contains(&language).then_some(code)
    });
    code.filter(|code| code.contains("cnn!")).map(|code| {
        let lines = code.lines().map(|line| line.strip_prefix("# ").unwrap_or(line));
        lines.filter(|line| *line != "#").fold(String::new(), |text, line| text + line + "\n")
    })
}
