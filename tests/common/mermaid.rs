//! Whether a picture in the language of Mermaid is sound: its content can be read, and every arrow leads from a box to
//! a box.

use std::collections::BTreeSet;

/// A line of a picture.
#[derive(Debug)]
enum Line<'a> {
    Box { id: &'a str, text: &'a str },
    Subgraph { id: &'a str, text: &'a str },
    End,
    Arrow { from: &'a str, text: Option<&'a str>, to: &'a str },
}

/// Panics where a picture is not sound. Returns the texts of the boxes that no arrow leads to, but for
/// the input's.
#[must_use]
pub fn check<'a>(name: &str, picture: &'a str) -> Vec<&'a str> {
    let lines = picture.strip_prefix("flowchart TD\n").unwrap_or_else(|| panic!("{name}: header"));
    assert!(lines.ends_with('\n'), "{name}: the last line does not end");
    let (mut ids, mut boxes, mut open) = (BTreeSet::new(), Vec::new(), 0);
    let mut arrows = Vec::new();
    for line in lines.lines() {
        let code = line.trim_start();
        let read = read(code).unwrap_or_else(|| panic!("{name}: {line:?}"));
        open -= usize::from(matches!(read, Line::End));
        assert_eq!(line.len() - code.len(), 4 * (1 + open), "{name}: the indent of {line:?}");
        let texts = match read {
            Line::Box { id, text } => {
                assert!(ids.insert(id), "{name}: a second {id}");
                boxes.push((id, text));
                Some(text)
            }
            Line::Subgraph { id, text } => {
                assert!(ids.insert(id), "{name}: a second {id}");
                open += 1;
                Some(text)
            }
            Line::End => None,
            Line::Arrow { from, text, to } => {
                arrows.push((from, to));
                text
            }
        };
        assert!(texts.is_none_or(is_escaped), "{name}: the text of {line:?}");
        assert!(arrows.is_empty() || open == 0, "{name}: an arrow in a subgraph");
    }
    assert_eq!(open, 0, "{name}: a subgraph without an end");
    let known = |id: &str| boxes.iter().any(|(known, _)| *known == id);
    for (from, to) in &arrows {
        assert!(known(from) && known(to), "{name}: {from} --> {to}");
    }
    // What is drawn begins with the input and ends with the output.
    let [(input, first), .., (output, last)] = boxes[..] else { panic!("{name}: {boxes:?}") };
    let ends = last.starts_with("output<br>") || last == "outputs";
    assert!(first.starts_with("input<br>") && ends, "{name}: {boxes:?}");
    assert!(arrows.iter().all(|(from, to)| *from != output && *to != input), "{name}: {arrows:?}");
    let alone = |id: &str| arrows.iter().all(|(_, to)| *to != id);
    boxes[1..].iter().filter(|(id, _)| alone(id)).map(|(_, text)| *text).collect()
}

/// A line without its indent; `None` if it is none that Mermaid knows.
fn read(line: &str) -> Option<Line<'_>> {
    if line == "end" {
        return Some(Line::End);
    }
    if let Some(subgraph) = line.strip_prefix("subgraph ") {
        let (id, text) = subgraph.split_once(' ')?;
        return Some(Line::Subgraph { id: identifier(id, 's')?, text: quoted(text, "[", "]")? });
    }
    if let Some((from, rest)) = line.split_once(" -->") {
        let (text, to) = rest.rsplit_once(' ')?;
        let text = if text.is_empty() { None } else { Some(quoted(text, "|", "|")?) };
        return Some(Line::Arrow { from: identifier(from, 'n')?, text, to: identifier(to, 'n')? });
    }
    let (id, shape) = line.split_at(line.find(['[', '('])?);
    // The shapes of a scope, an end and a layer.
    let text = quoted(shape, "[[", "]]")
        .or_else(|| quoted(shape, "([", "])"))
        .or_else(|| quoted(shape, "[", "]"))?;
    Some(Line::Box { id: identifier(id, 'n')?, text })
}

/// A name of the form `n12`.
fn identifier(text: &str, first: char) -> Option<&str> {
    let number = text.strip_prefix(first)?;
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    digits.then_some(text)
}

/// A text in quotation marks, between these brackets.
fn quoted<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    text.strip_prefix(open)?.strip_suffix(close)?.strip_prefix('"')?.strip_suffix('"')
}

/// Whether a text stays within its quotation marks, and means itself.
fn is_escaped(text: &str) -> bool {
    let plain = text.replace("<br>", "");
    let mut entities = plain.split('#').skip(1);
    entities
        .all(|entity| ["quot;", "35;", "96;", "lt;", "gt;"].iter().any(|e| entity.starts_with(e)))
        && !plain.contains(['"', '<', '>', '`'])
        && !plain.contains(char::is_control)
}
