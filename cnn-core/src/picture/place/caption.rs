//! What costs are written.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use super::super::diagram::{Amount, Diagram, DiagramNode};
use super::super::item::{Form, Item};
use super::super::style::Style;
use super::super::text::Letters;
use super::mark::{Block, Mark};
use super::{LINE, MARGIN, Placer, WIDTH, offsets};
use crate::facts::Family;
use crate::shape::notation::{Grouped, Short};

/// Parameters and MACs of layers as they are written in a box; nothing if there are none. Where the
/// repeats of a layer differ, from the first to the last.
pub(in super::super) fn costs(
    diagram: &Diagram,
    nodes: &Range<usize>,
    repeats: &[(usize, usize)],
) -> String {
    let [params, macs] = amounts(|amount| range(diagram, nodes, repeats, amount));
    match (&params[..], &macs[..]) {
        ("0", "0") | ("", "") => String::new(),
        ("", macs) => format!("… · {macs}"),
        (params, "") => format!("{params} · …"),
        (params, macs) => format!("{params} · {macs}"),
    }
}

fn amounts<T>(of: impl Fn(fn(&DiagramNode) -> &Amount) -> T) -> [T; 2] {
    [of(|node| &node.params), of(|node| &node.macs)]
}

fn range(
    diagram: &Diagram,
    nodes: &Range<usize>,
    repeats: &[(usize, usize)],
    amount: fn(&DiagramNode) -> &Amount,
) -> String {
    let mut sums = Vec::new();
    for offset in offsets(repeats) {
        let nodes = nodes.start + offset..nodes.end + offset;
        match total(diagram, &nodes, &[], amount) {
            Amount::Known(sum) => sums.push(sum),
            Amount::Formula(formula) => return formula,
        }
    }
    let short = |sum: Option<&u64>| Short(sum.copied().unwrap_or(0)).to_string();
    let is_straight = sums.is_sorted() || sums.is_sorted_by(|a, b| a >= b);
    let (first, last) = match is_straight {
        true => (short(sums.first()), short(sums.last())),
        false => (short(sums.iter().min()), short(sums.iter().max())),
    };
    match (first == last, is_straight) {
        (true, _) => first,
        (false, true) => format!("{first} → {last}"),
        (false, false) => format!("{first} … {last}"),
    }
}

/// The sum of an amount over layers and all their repeats.
pub(super) fn total(
    diagram: &Diagram,
    nodes: &Range<usize>,
    repeats: &[(usize, usize)],
    amount: fn(&DiagramNode) -> &Amount,
) -> Amount {
    let (mut sum, mut formulas): (u64, Vec<&str>) = (0, Vec::new());
    for offset in offsets(repeats) {
        for node in &diagram.nodes[nodes.start + offset..nodes.end + offset] {
            match amount(node) {
                Amount::Known(number) => sum = sum.saturating_add(*number),
                Amount::Formula(formula) => formulas.push(formula),
            }
        }
    }
    match &formulas[..] {
        [] => Amount::Known(sum),
        [formula] if sum == 0 => Amount::Formula((*formula).to_string()),
        // The sum of some formulas is in the table, where there is room for it.
        [formula] if !formula.is_empty() => {
            Amount::Formula(format!("{formula} + {}", Grouped(sum)))
        }
        _ => Amount::Formula(String::new()),
    }
}

impl Placer<'_> {
    /// What bars and colours are, below the name of the network, if that is to be written.
    pub(super) fn header(&self, items: &[Item], has_name: bool) -> Block {
        let mut block = Block::default();
        let most = WIDTH - 2 * MARGIN;
        let mut y = 0;
        let name = Letters::Title.fit(&self.diagram.name, most).into_owned();
        if has_name && !name.is_empty() {
            y += 20;
            block.put(0, 15, Letters::Title, name);
        }
        let [params, macs] = title_line(self.diagram);
        let mut families: Vec<Family> = Vec::new();
        heads(self.diagram, items, &mut families);
        let samples = [(params, None), (macs, None)].into_iter();
        let colours =
            families.iter().map(|family| (Style::of(*family).name.to_owned(), Some(*family)));
        let (mut x, mut bars) = (0, 0);
        y += 12;
        for (text, colour) in samples.chain(colours) {
            let text = Letters::Small.fit(&text, most - 18).into_owned();
            if x > 0 && x + 18 + Letters::Small.width(&text) > most || bars == 2 {
                (x, y) = (0, y + LINE + 3);
                // Colours have lines of their own.
                bars = 3;
            }
            bars += i32::from(colour.is_none());
            block.marks.push(match colour {
                None => Mark::Sample { x, y: y - 5, macs: bars == 2 },
                Some(family) => Mark::Swatch { x, y: y - 9, family },
            });
            x = block.put(x + 17, y, Letters::Small, text) + 12;
        }
        block.height = y + 12;
        block
    }

    /// All that is known of an item, in lines: its layers with the shapes that enter and leave, what it does, and
    /// what that costs.
    pub(super) fn title(&self, item: &Item, repeats: &[(usize, usize)]) -> String {
        let once = item.once();
        let first = &self.diagram.nodes[item.nodes.start];
        let last = &self.diagram.nodes[item.nodes.end - 1];
        let mut name = Letters::Name.fit(&first.name, 360).into_owned();
        if item.nodes.len() > 1 {
            name += " … ";
            name += &Letters::Name.fit(&last.name, 360);
        }
        if repeats.iter().any(|(count, _)| *count > 1) {
            name += ", the first of several";
        }
        let mut lines = vec![name];
        let shape = |value| self.diagram.sizes(value).line();
        let enters = first.inputs.iter().map(|value| shape(*value)).collect::<Vec<_>>().join(", ");
        let shapes = format!("{enters} → {}", shape(item.nodes.end));
        lines.push(Letters::Name.fit(&shapes, 600).into_owned());
        if once.len() <= 6 {
            let nodes = &self.diagram.nodes[once];
            let calls = nodes.iter().map(|node| match &node.call[..] {
                "" => &node.label[..],
                call => call,
            });
            let calls = calls.collect::<Vec<_>>().join("; ");
            lines.push(Letters::Name.fit(&calls, 700).into_owned());
        } else {
            lines.push(format!("{} layers", item.nodes.len()));
        }
        let mut costs = Vec::new();
        for (amount, word) in amounts(|amount| total(self.diagram, &item.nodes, &[], amount))
            .into_iter()
            .zip(["parameters", "MACs"])
        {
            match amount {
                Amount::Known(0) => {}
                Amount::Known(number) => costs.push(format!("{} {word}", Grouped(number))),
                Amount::Formula(formula) if formula.is_empty() => {}
                Amount::Formula(formula) => {
                    costs.push(format!("{} {word}", Letters::Name.fit(&formula, 480)));
                }
            }
        }
        if !costs.is_empty() {
            lines.push(costs.join(" · "));
        }
        lines.join("\n")
    }
}

/// The families whose colours are seen, in the order of the colours.
fn heads(diagram: &Diagram, items: &[Item], found: &mut Vec<Family>) {
    let mut note = |family: Family| {
        let class = Style::of(family).class;
        if family != Family::Scope && !found.iter().any(|known| Style::of(*known).class == class) {
            found.push(family);
        }
    };
    for item in items {
        match &item.form {
            Form::Unit { head, .. } => note(diagram.nodes[*head].family()),
            Form::Fork { .. } => note(Family::Join),
            Form::Web { .. } | Form::Frame { .. } | Form::Card { .. } => {}
        }
    }
    for item in items {
        match &item.form {
            Form::Fork { branches, .. } => {
                branches.iter().for_each(|branch| heads(diagram, branch, found));
            }
            Form::Web { rows, .. } => rows.iter().for_each(|row| heads(diagram, &row.items, found)),
            Form::Frame { items, .. } => heads(diagram, items, found),
            Form::Unit { .. } | Form::Card { .. } => {}
        }
    }
    found.sort_by_key(|family| Style::of(*family).class);
}

/// The costs of the whole network.
pub(in super::super) fn title_line(diagram: &Diagram) -> [String; 2] {
    let all = 0..diagram.nodes.len();
    let [params, macs] = amounts(|amount| total(diagram, &all, &[], amount));
    let text = |amount: Amount, word: &str| match amount {
        Amount::Known(sum) => format!("{} {word}", Short(sum)),
        Amount::Formula(formula) if !formula.is_empty() && formula.chars().count() < 30 => {
            format!("{formula} {word}")
        }
        Amount::Formula(_) => word.to_string(),
    };
    [text(params, "parameters"), text(macs, "MACs")]
}
