//! Random networks with branches and values that go anywhere, some of them wrong: the macro against const
//! evaluation.

use std::fmt::Write as _;

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;

use crate::rustc;

/// Statements of a network, nested in branches, groups and blocks; some sizes are wrong.
struct Writer<'a> {
    runner: &'a mut TestRunner,
    text: String,
    /// The labels so far, as they are called at the top.
    labels: Vec<String>,
    /// The labelled groups that are open.
    scope: Vec<String>,
    count: usize,
}

impl Writer<'_> {
    fn pick(&mut self, n: usize) -> usize {
        (0..n).new_tree(self.runner).unwrap().current()
    }

    /// A label for the next statement, which is known once that is complete.
    fn label(&mut self) -> String {
        self.count += 1;
        format!("l{}", self.count)
    }

    fn is_there(&mut self, label: &str) {
        let full: Vec<&str> = self.scope.iter().map(String::as_str).chain([label]).collect();
        self.labels.push(full.join("."));
    }

    fn any_label(&mut self) -> String {
        let index = self.pick(self.labels.len());
        self.labels[index].clone()
    }

    fn statements(&mut self, depth: usize) {
        for _ in 0..1 + self.pick(3) {
            let kind = self.pick(14);
            self.statement(kind, depth);
        }
    }

    fn statement(&mut self, kind: usize, depth: usize) {
        let pad = "    ".repeat(depth + 1);
        let [cin, cout, kernel] =
            [4 + self.pick(6) / 5, 4 + self.pick(6) / 5, 1 + 2 * (self.pick(6) / 2)];
        let line = match kind {
            0 | 1 => format!("conv(#{cin}#, #{cout}#, #{kernel}#, padding = same);"),
            2 | 3 => {
                let label = self.label();
                self.is_there(&label);
                let cin = if kind == 2 { format!("#{cin}#") } else { "_".to_owned() };
                format!("{label}: conv({cin}, #{cout}#, #{kernel}#, padding = same);")
            }
            4 => format!("batchnorm(#{cin}#);"),
            5 => format!("unit(#{cin}#, #{cout}#);"),
            6 if self.pick(20) == 0 => format!("maxpool(#{}#);", 2 + self.pick(3)),
            6 => "relu;".to_owned(),
            7 if !self.labels.is_empty() => format!("from({});", self.any_label()),
            8 | 9 if !self.labels.is_empty() => {
                let label = self.label();
                let line = format!("{label}: again({});", self.any_label());
                self.is_there(&label);
                line
            }
            10 if !self.labels.is_empty() => {
                let keyword = ["add", "mul", "concat"][self.pick(3)];
                format!("{keyword}({}, _);", self.any_label())
            }
            _ if depth > 2 => "tanh;".to_owned(),
            kind => {
                let label = self.label();
                let (begin, inner) = match kind % 4 {
                    0 => ("residual {".to_owned(), None),
                    1 => ("add { identity; {".to_owned(), None),
                    2 => ("concat { identity; {".to_owned(), None),
                    _ => (format!("{label}: seq {{"), Some(label)),
                };
                writeln!(self.text, "{pad}{begin}").unwrap();
                self.scope.extend(inner.clone());
                self.statements(depth + 1);
                if let Some(label) = inner {
                    self.scope.pop();
                    self.is_there(&label);
                }
                "}".repeat(begin.matches('{').count())
            }
        };
        writeln!(self.text, "{pad}{line}").unwrap();
    }
}

/// A network with two outputs, and with one or two inputs.
fn network(runner: &mut TestRunner, index: usize) -> String {
    let labels = Vec::new();
    let mut writer = Writer { runner, text: String::new(), labels, scope: Vec::new(), count: 0 };
    let inputs = match index % 2 {
        0 => "[#4#, 16, 16]",
        _ => "(a: [#4#, 16, 16], b: [5, #16#, 16])",
    };
    if index % 2 == 1 {
        writer.labels.extend(["a".to_owned(), "b".to_owned()]);
        let first = writer.any_label();
        writeln!(writer.text, "    from({first});").unwrap();
    }
    writeln!(writer.text, "    first: relu;").unwrap();
    writer.labels.push("first".to_owned());
    for _ in 0..2 {
        writer.statements(0);
    }
    let text = writer.text;
    format!(
        "pub struct N{index}: {inputs} -> (first: _, last: _) <\n{text}    last: identity;\n>\n"
    )
}

fn source(networks: &[String], later: bool) -> String {
    let mut text =
        String::from("#![allow(dead_code)]\nconst fn later(size: usize) -> usize {\n    size\n}\n");
    for network in networks {
        writeln!(
            text,
            "cnn::cnn! {{\nblock unit(cin, cout) {{\n    residual {{ conv(cin, cout, 1); \
             batchnorm(cout) }}\n}}\n{network}}}"
        )
        .unwrap();
    }
    let pieces = text.split('#');
    // The first `#` is that of the attribute.
    let piece = |(index, piece): (usize, &str)| match index {
        0 => format!("{piece}#"),
        index if index % 2 == 0 && later => format!("later({piece})"),
        _ => piece.to_owned(),
    };
    pieces.enumerate().map(piece).collect()
}

#[test]
fn const_evaluation_agrees_with_the_macro_on_wiring() {
    let mut runner = TestRunner::deterministic();
    let networks: Vec<String> = (0..200).map(|index| network(&mut runner, index)).collect();
    let [known, later] =
        [false, true].map(|later| rustc::titles(&rustc::check(&source(&networks, later))));
    assert!(known.len() > 30, "{} errors", known.len());
    assert!(known.iter().any(|(_, title)| title.contains("has weights of")));
    assert_eq!(known, later);
}
