//! What is configured: the style in `rustfmt.toml`, and the edition in `Cargo.toml`.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use cnn_format::Style;
use toml::Value;

use crate::cargo::read;
use crate::failure::Failure;

/// The names of rustfmt's settings, the one that counts first.
const FILES: [&str; 2] = [".rustfmt.toml", "rustfmt.toml"];

/// The styles of directories, as far as they are known.
#[derive(Default)]
pub struct Settings {
    known: HashMap<PathBuf, Style>,
}

impl Settings {
    pub fn of_file(&mut self, path: &Path) -> Result<Style, Failure> {
        let path = std::path::absolute(path).unwrap_or(path.to_owned());
        self.of_directory(path.parent().unwrap_or(&path))
    }

    /// The style of the nearest settings, those of the directory or of one above it.
    pub fn of_directory(&mut self, directory: &Path) -> Result<Style, Failure> {
        if let Some(style) = self.known.get(directory) {
            return Ok(style.clone());
        }
        let file = FILES.iter().map(|name| directory.join(name)).find(|path| path.is_file());
        let style = match (file, directory.parent()) {
            (Some(path), _) => read_style(&path)?,
            (None, Some(parent)) => self.of_directory(parent)?,
            (None, None) => Style::default(),
        };
        self.known.insert(directory.to_owned(), style.clone());
        Ok(style)
    }
}

fn read_style(path: &Path) -> Result<Style, Failure> {
    let table = read(path)?;
    let usual = Style::default();
    let wrong = |name: &str, value: &Value, what: &str| {
        Failure::new(format!("`{name}` is {what} in `{}`, but here it is {value}", path.display()))
    };
    let number = |name: &str, usual: usize| match table.get(name) {
        None => Ok(usual),
        Some(value) => {
            let number = value.as_integer().and_then(|number| usize::try_from(number).ok());
            number.ok_or_else(|| wrong(name, value, "a number"))
        }
    };
    let hard_tabs = match table.get("hard_tabs") {
        None => usual.hard_tabs,
        Some(value) => {
            value.as_bool().ok_or_else(|| wrong("hard_tabs", value, "`true` or `false`"))?
        }
    };
    Ok(Style {
        max_width: number("max_width", usual.max_width)?,
        tab_spaces: number("tab_spaces", usual.tab_spaces)?,
        hard_tabs,
    })
}

/// The edition of the package of a directory. `None` outside of packages, and if none is given.
pub fn edition(directory: &Path) -> Result<Option<String>, Failure> {
    let mut is_inherited = false;
    for directory in directory.ancestors() {
        let path = directory.join("Cargo.toml");
        if !path.is_file() {
            continue;
        }
        let manifest = read(&path)?;
        let package = match is_inherited {
            false => manifest.get("package"),
            true => manifest.get("workspace").and_then(|workspace| workspace.get("package")),
        };
        match package.map(|package| package.get("edition")) {
            Some(Some(Value::String(edition))) => return Ok(Some(edition.clone())),
            // `edition.workspace = true`; the workspace may be that of the package.
            Some(Some(_)) => {
                let workspace =
                    manifest.get("workspace").and_then(|workspace| workspace.get("package"));
                if let Some(Value::String(edition)) =
                    workspace.and_then(|package| package.get("edition"))
                {
                    return Ok(Some(edition.clone()));
                }
                is_inherited = true;
            }
            Some(None) => return Ok(None),
            None => {}
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_nearest_settings_count() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("a/b/c")).unwrap();
        fs::write(root.join("rustfmt.toml"), "max_width = 80\nunknown = []\n").unwrap();
        fs::write(root.join("a/b/rustfmt.toml"), "max_width = 70\n").unwrap();
        fs::write(root.join("a/b/.rustfmt.toml"), "tab_spaces = 2\nhard_tabs = true\n").unwrap();
        let mut settings = Settings::default();
        let mut of = |path: &str| settings.of_file(&root.join(path)).unwrap();
        assert_eq!(of("x.rs"), Style { max_width: 80, ..Style::default() });
        assert_eq!(of("a/x.rs"), Style { max_width: 80, ..Style::default() });
        let inner = Style { tab_spaces: 2, hard_tabs: true, ..Style::default() };
        assert_eq!((of("a/b/x.rs"), of("a/b/c/x.rs")), (inner.clone(), inner));
    }

    #[test]
    fn wrong_settings_are_errors() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rustfmt.toml");
        for (text, expected) in [
            ("max_width = \"wide\"", "`max_width` is a number in"),
            ("tab_spaces = -1", "but here it is -1"),
            ("hard_tabs = 1", "`hard_tabs` is `true` or `false`"),
            ("max_width = ", "cannot read"),
        ] {
            fs::write(&path, text).unwrap();
            let failure = Settings::default().of_directory(folder.path()).unwrap_err().to_string();
            assert!(failure.contains(expected), "{failure}");
        }
    }

    #[test]
    fn editions_can_be_those_of_the_workspace() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("a/src")).unwrap();
        let workspace = "[workspace]\nmembers = [\"a\"]\n[workspace.package]\nedition = \"2024\"\n";
        let inherited = "[package]\nname = \"a\"\nedition.workspace = true\n";
        let check = |outer: &str, inner: &str, expected: Option<&str>| {
            fs::write(root.join("Cargo.toml"), outer).unwrap();
            fs::write(root.join("a/Cargo.toml"), inner).unwrap();
            assert_eq!(edition(&root.join("a/src")).unwrap().as_deref(), expected);
        };
        check(workspace, inherited, Some("2024"));
        check(workspace, "[package]\nedition = \"2021\"\n", Some("2021"));
        check(workspace, "[package]\nname = \"a\"\n", None);
        check("[package]\nedition = \"2018\"\n", &format!("{inherited}{workspace}"), Some("2024"));
    }
}
