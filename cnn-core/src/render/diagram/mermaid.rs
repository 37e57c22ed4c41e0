//! A picture as text in the language of Mermaid.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt::Write;

use super::item::{Form, Item};
use super::place::costs;
use super::{Diagram, Sizes};

/// The diagram as text, a line for each box and arrow.
pub(super) fn write(diagram: &Diagram, items: &[Item]) -> String {
    let mut mermaid = Mermaid { diagram, text: "flowchart TD\n".to_string(), count: 0, indent: 1 };
    let input = mermaid.node("([", &format!("input<br>{}", sizes(&diagram.input)), "])");
    let exits = mermaid.row(items, vec![Exit { id: input, value: 0 }]);
    let output = diagram.nodes.last().map_or(&diagram.input, |node| &node.output);
    let end = mermaid.node("([", &format!("output<br>{}", sizes(output)), "])");
    mermaid.connect(&exits, &end, "");
    mermaid.text
}

fn sizes(sizes: &Sizes) -> String {
    sizes.text.join(" × ")
}

/// A box from which a value leaves.
#[derive(Clone)]
struct Exit {
    id: String,
    /// 0 is the network's input, `i + 1` the output of node `i`.
    value: usize,
}

struct Mermaid<'a> {
    diagram: &'a Diagram,
    text: String,
    count: usize,
    indent: usize,
}

impl Mermaid<'_> {
    fn line(&mut self, line: &str) {
        let indent = 4 * self.indent;
        // Writing to a `String` cannot fail.
        let _ = writeln!(self.text, "{:indent$}{line}", "");
    }

    /// A box; gives its name in the text.
    fn node(&mut self, open: &str, label: &str, close: &str) -> String {
        let id = format!("n{}", self.count);
        self.count += 1;
        self.line(&format!("{id}{open}\"{}\"{close}", escape(label)));
        id
    }

    fn connect(&mut self, exits: &[Exit], to: &str, text: &str) {
        for exit in exits {
            let label =
                if text.is_empty() { String::new() } else { format!("|\"{}\"|", escape(text)) };
            self.line(&format!("{} -->{label} {to}", exit.id));
        }
    }

    /// Arrows to a box, with the shape if it is another one than arrived where the value was made.
    fn arrive(&mut self, exits: &[Exit], to: &str) {
        for exit in exits {
            let text = self.changed(exit.value);
            self.connect(core::slice::from_ref(exit), to, &text);
        }
    }

    /// The shape of a value, if that of the layer's input is another one.
    fn changed(&self, value: usize) -> String {
        let Some(node) = value.checked_sub(1).map(|node| &self.diagram.nodes[node]) else {
            return String::new();
        };
        sizes(&node.output)
    }

    fn row(&mut self, items: &[Item], mut exits: Vec<Exit>) -> Vec<Exit> {
        for item in items {
            exits = self.item(item, exits);
        }
        exits
    }

    fn item(&mut self, item: &Item, exits: Vec<Exit>) -> Vec<Exit> {
        let value = item.nodes.end;
        let once = item.nodes.start..item.nodes.start + item.nodes.len() / item.count;
        let times = if item.count > 1 { format!(" × {}", item.count) } else { String::new() };
        let costs = costs(self.diagram, &item.nodes, &[]);
        let costs = if costs.is_empty() { costs } else { format!("<br>{costs}") };
        match &item.form {
            Form::Unit { .. } => {
                let labels: Vec<&str> =
                    self.diagram.nodes[once].iter().map(|node| &node.label[..]).collect();
                let id = self.node("[", &format!("{}{times}{costs}", labels.join(" · ")), "]");
                self.arrive(&exits, &id);
                vec![Exit { id, value }]
            }
            Form::Card { scope, like } => {
                let name = if scope.is_empty() { "…" } else { scope };
                let about = match like {
                    Some(like) => format!("like {like}"),
                    None => format!("{} layers", once.len()),
                };
                let id = self.node("[[", &format!("{name}{times}<br>{about}{costs}"), "]]");
                self.arrive(&exits, &id);
                vec![Exit { id, value }]
            }
            Form::Frame { scope, items } => {
                let id = format!("s{}", self.count);
                self.count += 1;
                let title = format!("{scope}{times}");
                self.line(&format!("subgraph {id} [\"{}\"]", escape(title.trim_start())));
                self.indent += 1;
                let mut exits = self.row(items, exits);
                self.indent -= 1;
                self.line("end");
                for exit in &mut exits {
                    // After all repeats.
                    exit.value = value;
                }
                exits
            }
            Form::Fork { branches, skip, join } => {
                let mut ends = Vec::new();
                for branch in branches {
                    ends.extend(self.row(branch, exits.clone()));
                }
                let labels: Vec<&str> =
                    self.diagram.nodes[join.clone()].iter().map(|node| &node.label[..]).collect();
                let id = self.node("([", &labels.join(" · "), "])");
                self.arrive(&ends, &id);
                if *skip {
                    self.connect(&exits, &id, "");
                }
                vec![Exit { id, value }]
            }
            Form::Web { rows, .. } => {
                let mut all = vec![exits];
                for row in rows {
                    let mut from: Vec<Exit> = Vec::new();
                    if row.follows {
                        from.extend(all.last().into_iter().flatten().cloned());
                    }
                    from.extend(row.from.iter().flat_map(|(index, _)| all[*index].clone()));
                    let exits = self.row(&row.items, from);
                    all.push(exits);
                }
                all.pop().unwrap_or_default()
            }
        }
    }
}

/// Text between quotation marks.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for char in text.chars() {
        match char {
            '"' => escaped.push_str("#quot;"),
            '#' => escaped.push_str("#35;"),
            '`' => escaped.push_str("#96;"),
            char if char.is_control() => escaped.push(' '),
            char => escaped.push(char),
        }
    }
    escaped
        .replace("<br>", "\u{0}")
        .replace('<', "#lt;")
        .replace('>', "#gt;")
        .replace('\u{0}', "<br>")
}
