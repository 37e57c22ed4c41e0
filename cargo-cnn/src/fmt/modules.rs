//! The files of a target: its root, and the modules that it declares.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Adds the file of a target and those of its modules. What is not there, because it is only compiled elsewhere, for
/// example, is left out, and the modules of a file that is not Rust are unknown.
pub fn add(root: &Path, files: &mut Vec<PathBuf>, seen: &mut HashSet<PathBuf>) {
    let directory = root.parent().unwrap_or(Path::new("")).to_owned();
    let mut open = vec![(root.to_owned(), directory)];
    while let Some((file, directory)) = open.pop() {
        let Ok(canonical) = file.canonicalize() else { continue };
        if !seen.insert(canonical) {
            continue;
        }
        if let Ok(source) = std::fs::read_to_string(&file)
            && source.contains("mod")
            && let Ok(tokens) = source.trim_start_matches('\u{feff}').parse::<TokenStream>()
        {
            let mut modules = Vec::new();
            let here = file.parent().unwrap_or(Path::new(""));
            find(tokens, here, &directory, &mut modules);
            modules.reverse();
            open.extend(modules);
        }
        files.push(file);
    }
    proc_macro2::extra::invalidate_current_thread_spans();
}

/// Adds the files of the modules that some tokens declare, with the directories in which their own modules are. A path
/// in an attribute begins `here`, and other modules are in the `directory`.
fn find(tokens: TokenStream, here: &Path, directory: &Path, modules: &mut Vec<(PathBuf, PathBuf)>) {
    let mut path = None;
    let mut name: Option<String> = None;
    let mut follows_mod = false;
    let mut follows_hash = false;
    for token in tokens {
        let is_name = std::mem::take(&mut follows_mod);
        let is_attribute = std::mem::take(&mut follows_hash);
        match token {
            TokenTree::Ident(ident) if is_name => {
                let text = ident.to_string();
                name = Some(text.strip_prefix("r#").map(str::to_owned).unwrap_or(text));
            }
            TokenTree::Ident(ident) => {
                follows_mod = ident == "mod";
                if !follows_mod && ident != "pub" {
                    path = None;
                }
            }
            TokenTree::Punct(punct) if punct.as_char() == '#' => follows_hash = true,
            TokenTree::Punct(punct) if punct.as_char() == ';' => {
                if let Some(name) = name.take() {
                    modules.extend(file_of(&name, path.take().as_deref(), here, directory));
                }
                path = None;
            }
            TokenTree::Group(group) if is_attribute => path = path_in(group.stream()).or(path),
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => match name.take() {
                Some(name) => {
                    let inner = directory.join(path.take().unwrap_or(name));
                    find(group.stream(), &inner, &inner, modules);
                }
                None => find(group.stream(), here, directory, modules),
            },
            _ => {}
        }
    }
}

/// The file of a module, and the directory of its own modules.
fn file_of(
    name: &str,
    path: Option<&str>,
    here: &Path,
    directory: &Path,
) -> Option<(PathBuf, PathBuf)> {
    if let Some(path) = path {
        let file = here.join(path);
        let directory = file.parent().unwrap_or(Path::new("")).to_owned();
        return Some((file, directory));
    }
    let inner = directory.join(name);
    let files = [directory.join(format!("{name}.rs")), inner.join("mod.rs")];
    files.into_iter().find(|file| file.is_file()).map(|file| (file, inner))
}

/// The path in `path = "other.rs"`.
fn path_in(tokens: TokenStream) -> Option<String> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    match &tokens[..] {
        [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(literal)]
            if name == "path" =>
        {
            let text = literal.to_string();
            Some(text.strip_prefix('"')?.strip_suffix('"')?.replace("\\\\", "\\"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_found_as_rustc_finds_them() {
        let folder = tempfile::tempdir().unwrap();
        let files = [
            (
                "src/lib.rs",
                "mod a; pub(crate) mod b; mod absent; fn model() {} mod r#in { mod c; }",
            ),
            ("src/a.rs", "#[cfg(test)] mod tests; mod r#loop;"),
            ("src/a/tests.rs", "const S: &str = \"mod b;\"; // mod b;"),
            ("src/a/loop.rs", "cfg_if! { if #[cfg(unix)] { mod unix; } }"),
            ("src/a/loop/unix.rs", ""),
            ("src/b/mod.rs", "#[path = \"../elsewhere/d.rs\"] #[allow(unused)] mod d; mod e;"),
            ("src/elsewhere/d.rs", "mod f;"),
            ("src/elsewhere/f.rs", "#[path = \"d.rs\"] mod again;"),
            ("src/b/e.rs", "an open bracket ("),
            ("src/in/c.rs", ""),
            ("src/nobodys.rs", ""),
        ];
        for (name, text) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let mut found = Vec::new();
        add(&folder.path().join("src/lib.rs"), &mut found, &mut HashSet::new());
        let mut found: Vec<PathBuf> =
            found.iter().map(|path| path.canonicalize().unwrap()).collect();
        let root = folder.path().canonicalize().unwrap();
        found.sort();
        let mut expected: Vec<PathBuf> =
            files[..files.len() - 1].iter().map(|file| root.join(file.0)).collect();
        expected.sort();
        assert_eq!(found, expected);
    }
}
