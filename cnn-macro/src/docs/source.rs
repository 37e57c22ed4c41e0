//! The declaration of a network as the user wrote it, with the blocks it uses.

use std::collections::HashSet;
use std::path::PathBuf;
use std::{fmt, fs};

use proc_macro2::{TokenStream, TokenTree};

use crate::docs::html::escaped;
use crate::report::place::{SpanRange, local_file};
use crate::syntax::ast::{BlockItem, Items, NetworkItem};

/// The declaration, in a part of the page that can be opened. `None` if the compiler does not give its place, or if a
/// macro wrote it.
pub fn declaration(network: &NetworkItem, declared: &Items) -> Option<String> {
    let source = Source::at(network.place)?;
    let own = source.written(network.place)?;
    let mut used = HashSet::new();
    let mut blocks: Vec<(&BlockItem, String)> = Vec::new();
    let mut rest = vec![own.clone()];
    while let Some(text) = rest.pop() {
        let mut words = HashSet::new();
        collect_words(text.parse().ok()?, &mut words);
        for block in declared.blocks.iter().filter(|block| words.contains(&block.name.to_string()))
        {
            if used.insert(block.name.to_string()) {
                let text = source.written(block.place)?;
                rest.push(text.clone());
                blocks.push((block, text));
            }
        }
    }
    // In the order of the source.
    let order =
        |block: &BlockItem| declared.blocks.iter().position(|other| other.name == block.name);
    blocks.sort_by_key(|(block, _)| order(block));
    let texts: Vec<String> =
        blocks.into_iter().map(|(_, text)| text).chain([own]).map(|text| indented(&text)).collect();
    let text = format!("cnn! {{\n{}\n}}", texts.join("\n\n"));
    Some(format!(
        "<details><summary>Declaration</summary>\n\n<pre class=\"rust\"><code>{}</code></pre>\n\n</details>\n",
        Coloured(&text)
    ))
}

/// The names in some tokens.
fn collect_words(tokens: TokenStream, words: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                words.insert(word.to_string());
            }
            TokenTree::Group(group) => collect_words(group.stream(), words),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// The file in which a declaration is written.
struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    /// The file at a place. `None` where no compiler tells it.
    fn at(place: SpanRange) -> Option<Source> {
        let path = local_file(place.start())?;
        let text = fs::read_to_string(&path).ok()?;
        Some(Source { path, text })
    }

    /// The text at a place, without the indentation of its first line.
    fn written(&self, place: SpanRange) -> Option<String> {
        let (first, last) = (place.start().unwrap(), place.end().unwrap());
        if first.local_file()? != self.path || last.local_file()? != self.path {
            return None;
        }
        let end = last.end();
        let text = cut(&self.text, (first.line(), first.column()), (end.line(), end.column()));
        // If tokens come from a macro, or the file has changed, the text there is another one.
        let is_there =
            text.starts_with(&first.source_text()?) && text.ends_with(&last.source_text()?);
        (is_there && !text.contains('$')).then(|| without_indentation(&text, first.column() - 1))
    }
}

/// The text from one line and column to another, counted from 1.
fn cut(text: &str, start: (usize, usize), end: (usize, usize)) -> String {
    let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    let lines = lines.filter(|(number, _)| (start.0..=end.0).contains(number));
    let columns = |(number, line): (usize, &str)| -> String {
        let to = if number == end.0 { end.1 - 1 } else { usize::MAX };
        let from = if number == start.0 { start.1 - 1 } else { 0 };
        line.chars().take(to).skip(from).collect()
    };
    lines.map(columns).collect::<Vec<_>>().join("\n")
}

fn without_indentation(text: &str, indentation: usize) -> String {
    let outdented = |line: &str| {
        let spaces = line.chars().take_while(|char| *char == ' ').count().min(indentation);
        line[spaces..].trim_end().to_owned()
    };
    text.lines().map(outdented).collect::<Vec<_>>().join("\n")
}

fn indented(text: &str) -> String {
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("    {line}") };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Source as HTML, in rustdoc's colours.
struct Coloured<'t>(&'t str);

impl fmt::Display for Coloured<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const KEYWORDS: [&str; 13] = [
            "pub", "struct", "const", "fn", "for", "in", "if", "else", "let", "mut", "block", "as",
            "use",
        ];
        let mut rest = self.0;
        while let Some(first) = rest.chars().next() {
            let is_word = |char: char| char.is_alphanumeric() || char == '_';
            let (class, length) = if rest.starts_with("///") {
                ("doccomment", rest.find('\n').unwrap_or(rest.len()))
            } else if rest.starts_with("//") {
                ("comment", rest.find('\n').unwrap_or(rest.len()))
            } else if first == '"' {
                ("string", rest[1..].find('"').map_or(rest.len(), |end| end + 2))
            } else if is_word(first) {
                let end = rest.find(|char| !is_word(char)).unwrap_or(rest.len());
                let class = match &rest[..end] {
                    word if KEYWORDS.contains(&word) => "kw",
                    "true" | "false" => "bool-val",
                    _ if first.is_ascii_digit() => "number",
                    _ => "",
                };
                (class, end)
            } else {
                ("", first.len_utf8())
            };
            let (text, after) = rest.split_at(length);
            match class {
                "" => f.write_str(&escaped(text))?,
                class => write!(f, "<span class=\"{class}\">{}</span>", escaped(text))?,
            }
            rest = after;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn source_is_coloured_and_nothing_is_lost() {
        let text =
            "    /// A < b.\n    pub struct A: [3] < conv(3, 8.5, bias = false); \"a<1\": relu >";
        let html = Coloured(text).to_string();
        assert!(html.contains("<span class=\"doccomment\">/// A &lt; b.</span>\n"), "{html}");
        assert!(html.contains("<span class=\"kw\">struct</span> A: [<span"), "{html}");
        assert!(html.contains("<span class=\"string\">\"a&lt;1\"</span>"), "{html}");
        let mut plain = String::new();
        let mut in_tag = false;
        for char in html.chars() {
            match char {
                '<' => in_tag = true,
                '>' => in_tag = false,
                char if !in_tag => plain.push(char),
                _ => {}
            }
        }
        assert_eq!(plain, escaped(text));
    }

    #[test]
    fn lines_move_together() {
        let text = "struct A: [3] <\n        relu;\n\n        tanh;\n    >";
        let expected = "struct A: [3] <\n    relu;\n\n    tanh;\n>";
        assert_eq!(without_indentation(text, 4), expected);
        assert!(indented(expected).starts_with("    struct A: [3] <\n        relu;\n\n"));
    }

    #[test]
    fn a_part_of_a_file_is_cut_out() {
        let file = include_str!("source.rs");
        assert_eq!(cut(file, (1, 5), (1, 20)), "The declaration");
    }
}
