//! Every `help: write …` is true: it is applied at its place, and the error is gone.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::thread;

use cnn::Kind;

use crate::rustc::{self, Diagnostic};

/// How many proposals of `tests/ui` are applied.
const APPLIED: usize = 213;

/// The proposals that cannot be applied, each with its file. They are forms: sizes and layers are left
/// for the reader to fill in.
const FORMS: [(&str, &str); 2] = [
    ("item_forms", "struct net: [channels, height, width] < … >"),
    ("missing_header", "struct Net: [channels, height, width] < … >"),
];

/// What a proposal replaces, and by what. `None` if it is only a form to fill in.
fn edit(source: &str, error: &Diagnostic, proposal: &str) -> Option<(Range<usize>, String)> {
    let (start, end) = error.bytes;
    if let Some(shortcut) = proposal.strip_prefix("residual { … }") {
        let open = start + source[start..].find('{')?;
        let close = open + matching(&source[open..], '{', '}')?;
        return Some((close + 1..close + 1, shortcut.to_owned()));
    }
    if let Some(header) = proposal.strip_suffix(" { … }") {
        let word = header.split(' ').next()?;
        return Some((source[..end].rfind(word)?..end, header.to_owned()));
    }
    if proposal.contains('…') {
        return None;
    }
    let calls = is_call(proposal) && !source[start..end].contains('(');
    let call = if calls { call_around(source, start..end, proposal) } else { None };
    Some((call.unwrap_or(start..end), proposal.to_owned()))
}

fn is_call(text: &str) -> bool {
    text.split_once('(').is_some_and(|(name, _)| name.chars().all(in_name)) && text.ends_with(')')
}

fn in_name(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

/// The innermost call that the proposed one can replace: what is underlined is in it, or is its
/// name. A call replaces one of the same name, and a layer replaces any layer.
fn call_around(source: &str, underlined: Range<usize>, call: &str) -> Option<Range<usize>> {
    let (name, _) = call.split_once('(')?;
    let is_layer = |name: &str| Kind::from_keyword(name).is_some();
    source[..=underlined.end].rmatch_indices('(').find_map(|(open, _)| {
        let close = open + matching(&source[open..], '(', ')')?;
        let word = source[..open].rsplit(|char| !in_name(char)).next()?;
        let replaced = word == name || is_layer(word) && is_layer(name);
        (close + 1 >= underlined.end && replaced).then_some(open - word.len()..close + 1)
    })
}

/// Where the bracket that a text begins with is closed.
fn matching(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    text.char_indices().find_map(|(at, char)| {
        depth += i32::from(char == open) - i32::from(char == close);
        (depth == 0).then_some(at)
    })
}

/// What has become of the proposals of some files.
#[derive(Default)]
struct Outcome {
    applied: usize,
    /// The name of the file, and the proposal.
    skipped: Vec<(String, String)>,
    wrong: Vec<String>,
}

impl Outcome {
    fn file(&mut self, file: &Path) {
        // A library has no `main` of its own.
        let source = fs::read_to_string(file).unwrap().replace("fn main()", "pub fn main()");
        let name = file.file_stem().unwrap().to_str().unwrap();
        let before = errors(&source);
        let mut found = Vec::new();
        for error in &before {
            let Some(proposal) = error.proposal() else { continue };
            found.push(proposal.to_owned());
            match edit(&source, error, proposal) {
                Some((range, text)) => {
                    let mut fixed = source.clone();
                    fixed.replace_range(range, &text);
                    self.apply(name, error, &before, &errors(&fixed));
                }
                None => self.skipped.push((name.to_owned(), proposal.to_owned())),
            }
        }
        found.sort();
        assert_eq!(found, written(&file.with_extension("stderr")), "{name}");
    }

    /// Compares the errors before a proposal was applied with those after it.
    fn apply(
        &mut self,
        name: &str,
        error: &Diagnostic,
        before: &[Diagnostic],
        after: &[Diagnostic],
    ) {
        self.applied += 1;
        let count = |errors: &[Diagnostic], one: &Diagnostic| {
            errors.iter().filter(|e| (e.line, e.title()) == (one.line, one.title())).count()
        };
        // Other mistakes of the file are still there; later ones may be known only now.
        let gone = count(after, error) < count(before, error);
        let nothing_new =
            after.iter().all(|e| count(before, e) >= count(after, e) || e.line > error.line);
        if !gone || !nothing_new {
            self.wrong.push(format!("{name}: {}\n{after:#?}", error.message));
        }
    }

    fn and(mut self, other: Outcome) -> Outcome {
        self.applied += other.applied;
        self.skipped.extend(other.skipped);
        self.wrong.extend(other.wrong);
        self
    }
}

fn errors(source: &str) -> Vec<Diagnostic> {
    rustc::check(source).into_iter().filter(Diagnostic::is_error).collect()
}

/// The proposals of a snapshot, sorted.
fn written(snapshot: &Path) -> Vec<String> {
    let text = fs::read_to_string(snapshot).unwrap();
    let lines = text.lines().filter_map(|line| line.trim_start().strip_prefix("help: write `"));
    let mut proposals: Vec<String> =
        lines.map(|line| line.strip_suffix('`').unwrap().to_owned()).collect();
    proposals.sort();
    proposals
}

#[test]
fn what_help_says_to_write_is_right() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut files: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    let all = |files: &[PathBuf]| {
        let mut outcome = Outcome::default();
        files.iter().for_each(|file| outcome.file(file));
        outcome
    };
    // Most of the time, rustc runs; half of the files go to another thread.
    let (first, second) = files.split_at(files.len() / 2);
    let outcome = thread::scope(|scope| {
        let second = scope.spawn(|| all(second));
        all(first).and(second.join().unwrap())
    });
    let Outcome { applied, skipped, wrong } = outcome;
    assert!(wrong.is_empty(), "{} of {applied} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(skipped, FORMS.map(|(name, form)| (name.to_owned(), form.to_owned())));
    assert_eq!(applied, APPLIED);
}
