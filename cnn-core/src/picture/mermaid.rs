//! A picture as text in the language of Mermaid.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::fmt::Write;

use super::diagram::Diagram;
use super::item::{Form, Item};
use super::place::costs;

/// The diagram as text, a line for each box and arrow.
pub(super) fn write(diagram: &Diagram, items: &[Item]) -> String {
    let text = "flowchart TD\n".to_string();
    let mut mermaid = Mermaid { diagram, text, arrows: String::new(), count: 0, indent: 1 };
    let input = match diagram.has_inputs() {
        true => "inputs".to_owned(),
        false => format!("input<br>{}", diagram.input.line()),
    };
    let input = mermaid.node("([", &input, "])");
    let exits = mermaid.row(items, vec![Exit { id: input, value: 0, changed: false }]);
    if !diagram.has_outputs() {
        let output = diagram.sizes(diagram.nodes.len()).line();
        let end = mermaid.node("([", &format!("output<br>{output}"), "])");
        mermaid.connect(&exits, &end, "");
    }
    mermaid.text + &mermaid.arrows
}

/// A box from which a value leaves.
#[derive(Clone)]
struct Exit {
    id: String,
    /// 0 is the network's input, `i + 1` the output of node `i`.
    value: usize,
    /// Whether it has another shape than what came into the box.
    changed: bool,
}

struct Mermaid<'a> {
    diagram: &'a Diagram,
    text: String,
    /// They come last: one that is in a scope would draw both of its boxes into it.
    arrows: String,
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
            // Writing to a `String` cannot fail.
            let _ = writeln!(self.arrows, "    {} -->{label} {to}", exit.id);
        }
    }

    /// Arrows to a box, with the shape where the box before has changed it.
    fn arrive(&mut self, exits: &[Exit], to: &str) {
        for exit in exits {
            let text = if exit.changed { self.sizes(exit.value) } else { String::new() };
            self.connect(core::slice::from_ref(exit), to, &text);
        }
    }

    /// What leaves a box that these values came into.
    fn leave(&self, id: String, value: usize, came: &[Exit]) -> Vec<Exit> {
        let changed = came.first().is_none_or(|came| self.sizes(came.value) != self.sizes(value));
        vec![Exit { id, value, changed }]
    }

    fn sizes(&self, value: usize) -> String {
        self.diagram.sizes(value).line()
    }

    fn row(&mut self, items: &[Item], mut exits: Vec<Exit>) -> Vec<Exit> {
        for item in items {
            exits = self.item(item, exits);
        }
        exits
    }

    fn item(&mut self, item: &Item, exits: Vec<Exit>) -> Vec<Exit> {
        let value = item.nodes.end;
        let once = item.once();
        let times = if item.count > 1 { format!(" × {}", item.count) } else { String::new() };
        let costs = costs(self.diagram, &item.nodes, &[]);
        let costs = if costs.is_empty() { costs } else { format!("<br>{costs}") };
        match &item.form {
            Form::Unit { .. } => {
                let labels: Vec<&str> =
                    self.diagram.nodes[once].iter().map(|node| &node.label[..]).collect();
                let id = self.node("[", &format!("{}{times}{costs}", labels.join(" · ")), "]");
                self.arrive(&exits, &id);
                self.leave(id, value, &exits)
            }
            Form::Card { scope, like } => {
                let name = if scope.is_empty() { "…" } else { scope };
                let about = match like {
                    Some(like) => format!("like {like}"),
                    None => format!("{} layers", once.len()),
                };
                let id = self.node("[[", &format!("{name}{times}<br>{about}{costs}"), "]]");
                self.arrive(&exits, &id);
                self.leave(id, value, &exits)
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
                    exit.changed |= self.sizes(exit.value) != self.sizes(value);
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
                self.leave(id, value, &ends)
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
