//! The text of statements, which cnn-format arranges afterwards.

use cnn_core::Kind;

use super::loops::INDEX;
use super::statement::{Body, Expression, Statement, Written, WrittenArg};
use crate::form::Argument;

/// The widest line of several statements.
const WIDTH: usize = 88;

/// Whether a name can be written without quotes.
pub fn is_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|first| first.is_ascii_alphabetic() || first == '_' && name.len() > 1)
        && chars.all(|char| char.is_ascii_alphanumeric() || char == '_')
        && !RESERVED.contains(&name)
}

/// The words that Rust and the language keep for themselves.
const RESERVED: [&str; 57] = [
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern",
    "false", "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub",
    "ref", "return", "self", "Self", "static", "struct", "super", "trait", "true", "type",
    "unsafe", "use", "where", "while", "abstract", "become", "box", "do", "final", "gen", "macro",
    "override", "priv", "try", "typeof", "unsized", "virtual", "yield", "from", "again", "seq",
    "shortcut", "identity",
];

/// A label, in quotes if it is no name.
pub fn quoted(label: &str) -> String {
    if is_name(label) || label == "_" {
        return label.to_owned();
    }
    if label.contains(INDEX) {
        return format!("\"{}\"", label.replace(INDEX, "{i}"));
    }
    let mut text = format!("{label:?}");
    // Braces in a string are values.
    for brace in ['{', '}'] {
        text = text.replace(brace, &format!("{brace}{brace}"));
    }
    text
}

/// A value by its label.
fn reference(path: &str) -> String {
    match path.split('.').all(is_name) {
        true => path.to_owned(),
        false => quoted(path),
    }
}

pub fn call(call: &Written) -> String {
    let args: Vec<String> = arguments(call);
    match args.is_empty() {
        true => call.keyword.clone(),
        false => format!("{}({})", call.keyword, args.join(", ")),
    }
}

fn arguments(call: &Written) -> Vec<String> {
    let of_tensor = matches!(call.kind, Some(Kind::Parameter | Kind::Buffer));
    let value = |arg: &WrittenArg| match &arg.value {
        Expression::Value(value @ Argument::List(_)) if of_tensor => {
            format!("[{}]", value_in(value))
        }
        value => expression(value),
    };
    let written = call.args.iter().map(|arg| match arg.named {
        true => format!("{} = {}", arg.param, value(arg)),
        false => value(arg),
    });
    written.collect()
}

fn expression(value: &Expression) -> String {
    match value {
        Expression::Value(value @ Argument::List(list)) if list.len() == 1 => {
            format!("[{}]", value_in(value))
        }
        Expression::Value(value) => value.to_string(),
        Expression::Param(text) => text.clone(),
        Expression::Range(start, end) => format!("{}..{}", expression(start), expression(end)),
    }
}

fn value_in(value: &Argument) -> String {
    match value {
        Argument::List(list) => list.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        value => value.to_string(),
    }
}

/// A statement without the `;` behind it.
pub fn statement(statement: &Statement) -> String {
    let label = match &statement.label {
        Some(label) => format!("{}: ", quoted(label)),
        None => String::new(),
    };
    label + &body(&statement.body)
}

fn body(body: &Body) -> String {
    match body {
        Body::Call(written) => call(written),
        Body::Group { seq, items } => {
            format!("{}{}", if *seq { "seq " } else { "" }, braces(items))
        }
        Body::Join { call: written, branches } => {
            let branches: Vec<String> = branches
                .iter()
                .map(|branch| match &branch[..] {
                    [] => "identity".to_owned(),
                    [one] if is_branch(one) => statement(one),
                    several => braces(several),
                })
                .collect();
            let one_line = format!("{} {{ {} }}", call(written), branches.join("; "));
            match one_line.len() <= WIDTH && !one_line.contains('\n') {
                true => one_line,
                false => {
                    let lines: Vec<String> = branches
                        .iter()
                        .map(|branch| format!("{branch}{}\n", end(branch)))
                        .collect();
                    format!("{} {{\n{}}}", call(written), lines.concat())
                }
            }
        }
        Body::Residual { main, shortcut } if shortcut.is_empty() => {
            format!("residual {}", braces(main))
        }
        Body::Residual { main, shortcut } => {
            format!("residual {} shortcut {}", lines(main), braces(shortcut))
        }
        Body::Labels { call: written, values } => {
            let mut args: Vec<String> = values
                .iter()
                .map(|value| value.as_deref().map_or("_".to_owned(), reference))
                .collect();
            // The current value comes first without being written.
            if args.first().is_some_and(|first| first == "_")
                && !args[1..].contains(&"_".to_owned())
            {
                args.remove(0);
            }
            args.extend(arguments(written));
            format!("{}({})", written.keyword, args.join(", "))
        }
        Body::Again(path) => format!("again({})", reference(path)),
        Body::From(path) => format!("from({})", reference(path)),
        Body::Repeat { what, count } => match &what[..] {
            [one] => format!("[{}; {count}]", statement(one)),
            several => format!("for _ in 0..{count} {}", braces(several)),
        },
        Body::For { what, first, end } => {
            let what = statement(what);
            format!("for i in {first}..{end} {{ {what}{} }}", self::end(&what))
        }
    }
}

/// Whether a statement is a branch by itself. A scope without a label would be taken apart, and what is repeated would be
/// several branches.
fn is_branch(statement: &Statement) -> bool {
    match statement.body {
        Body::From(_) | Body::Labels { .. } | Body::Repeat { .. } | Body::For { .. } => false,
        Body::Call(ref call) => call.kind != Some(Kind::Identity) || statement.label.is_some(),
        _ => true,
    }
}

/// What ends a statement.
fn end(text: &str) -> &'static str {
    if text.ends_with(['}', ']']) { "" } else { ";" }
}

/// Statements in braces, in one line if they are few and short.
fn braces(items: &[Statement]) -> String {
    let texts: Vec<String> = items.iter().map(statement).collect();
    let one_line = format!("{{ {} }}", texts.join("; "));
    match one_line.len() <= WIDTH && !one_line.contains('\n') && items.len() <= 5 {
        true => one_line.replace("}; ", "} ").replace("]; ", "] "),
        false => lines(items),
    }
}

/// Statements in braces, in lines.
fn lines(items: &[Statement]) -> String {
    format!("{{\n{}}}", block(items))
}

/// Statements in lines: what follows a layer with weights, and has none itself, is in the line of that.
pub fn block(items: &[Statement]) -> String {
    let (mut text, mut line) = (String::new(), String::new());
    for item in items {
        let next = statement(item);
        let next = format!("{next}{}", end(&next));
        let follows = !line.is_empty()
            && follows(item)
            && line.len() + next.len() < WIDTH
            && !line.contains('\n')
            && !next.contains('\n');
        if follows {
            line += " ";
        } else if !line.is_empty() {
            text += &line;
            text += "\n";
            line.clear();
        }
        line += &next;
    }
    if !line.is_empty() {
        text += &line;
        text += "\n";
    }
    text
}

/// Whether a statement belongs to the one before it: a norm, an activation, a dropout.
fn follows(statement: &Statement) -> bool {
    match &statement.body {
        Body::Call(call) => !matches!(
            call.kind,
            None | Some(
                Kind::Conv
                    | Kind::ConvTranspose
                    | Kind::Fc
                    | Kind::Linear
                    | Kind::Attention
                    | Kind::Parameter
                    | Kind::Buffer
                    | Kind::WindowAttention
                    | Kind::WindowAttentionV2
                    | Kind::RelativeAttention
                    | Kind::LayerNorm
            )
        ),
        _ => false,
    }
}
