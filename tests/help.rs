//! Every `help: write …` is true: it is applied at its place, and the error is gone.

mod common;

use std::fs;
use std::ops::Range;
use std::path::Path;

use common::scratch::{Diagnostic, Scratch};

/// What a proposal replaces, and by what. `None` if it is only a form to follow.
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
    let name = proposal.split('(').next()?;
    let is_call =
        proposal.ends_with(')') && name.chars().all(|char| char.is_alphanumeric() || char == '_');
    if is_call && !source[start..end].contains('(') {
        // The call around what is underlined, in which parentheses may stand before it.
        let begins = |at: &usize| {
            let open = at + name.len();
            source[open..].starts_with('(')
                && matching(&source[open..], '(', ')').is_some_and(|close| open + close >= end - 1)
        };
        let at = source[..end].rmatch_indices(name).map(|(at, _)| at).find(begins)?;
        let open = at + name.len();
        return Some((at..open + matching(&source[open..], '(', ')')? + 1, proposal.to_owned()));
    }
    Some((start..end, proposal.to_owned()))
}

/// Where the bracket that a text begins with is closed.
fn matching(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    text.char_indices().find_map(|(at, char)| {
        depth += i32::from(char == open) - i32::from(char == close);
        (depth == 0).then_some(at)
    })
}

fn errors(scratch: &Scratch, source: &str) -> Vec<Diagnostic> {
    scratch.rewrite(source);
    scratch.check().into_iter().filter(Diagnostic::is_error).collect()
}

#[test]
fn what_help_says_to_write_is_right() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut files: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    let scratch = Scratch::usual("help", "");
    let (mut applied, mut wrong) = (0, Vec::new());
    for file in files {
        let source = fs::read_to_string(&file).unwrap().replace("fn main()", "pub fn main()");
        let before = errors(&scratch, &source);
        for error in &before {
            let Some(proposal) = error.proposal() else { continue };
            let Some((range, text)) = edit(&source, error, proposal) else { continue };
            let mut fixed = source.clone();
            fixed.replace_range(range, &text);
            let after = errors(&scratch, &fixed);
            let count = |errors: &[Diagnostic], one: &Diagnostic| {
                errors.iter().filter(|e| (e.line, e.title()) == (one.line, one.title())).count()
            };
            applied += 1;
            // Other mistakes of the file are still there; later ones may be known only now.
            let gone = count(&after, error) < count(&before, error);
            let nothing_new =
                after.iter().all(|e| count(&before, e) >= count(&after, e) || e.line > error.line);
            if !gone || !nothing_new {
                let file = file.file_name().unwrap().display();
                wrong.push(format!("{file}: {}\nwrite `{proposal}`\n{after:#?}", error.title()));
            }
        }
    }
    assert!(applied > 30, "{applied}");
    assert!(wrong.is_empty(), "{} of {applied} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
