//! What costs are written.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use super::super::diagram::{Amount, Diagram, DiagramNode};
use super::super::item::Item;
use super::super::text::{Letters, short};
use super::mark::{Block, Mark, Write};
use super::{Placer, offsets};
use crate::shape::notation::Grouped;

/// Parameters and MACs of layers as they are written in a box; nothing if there are none. Where the
/// repeats of a layer differ, from the least to the most.
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
    let (mut least, mut most) = (u64::MAX, 0);
    for offset in offsets(repeats) {
        let nodes = nodes.start + offset..nodes.end + offset;
        match total(diagram, &nodes, &[], amount) {
            Amount::Known(sum) => (least, most) = (least.min(sum), most.max(sum)),
            Amount::Formula(formula) => return formula,
        }
    }
    let (least, most) = (short(least), short(most));
    if least == most { most } else { format!("{least}–{most}") }
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
    /// The name of the network, its costs, and what the bars are.
    pub(super) fn header(&self) -> Block {
        let mut block = Block::default();
        let mut write = |x: i32, y: i32, letters: Letters, text: String| {
            let right = x + letters.width(&text);
            let write = Write { x, y, letters, middle: false, end: false, text };
            block.widen(0, right);
            block.marks.push(Mark::Text(write));
            right
        };
        let name = Letters::Title.fit(&self.diagram.name, 300).into_owned();
        let mut y = 0;
        if !name.is_empty() {
            y += 15;
            write(0, y, Letters::Title, name);
        }
        y += 16;
        let [params, macs] = title_line(self.diagram);
        let mut samples = Vec::new();
        let mut x = 0;
        for (text, is_macs) in [(params, false), (macs, true)] {
            samples.push(Mark::Sample { x, y: y - 5, macs: is_macs });
            x = write(x + 18, y, Letters::Small, text) + 12;
        }
        block.marks.append(&mut samples);
        block.height = y + 12;
        block
    }

    /// All that is known of an item.
    pub(super) fn title(&self, item: &Item, repeats: &[(usize, usize)]) -> String {
        let first = &self.diagram.nodes[item.nodes.start];
        let last = &self.diagram.nodes[item.nodes.end - 1];
        let mut parts = vec![Letters::Name.fit(&first.name, 360).into_owned()];
        if item.nodes.len() > 1 {
            parts[0] += " … ";
            parts[0] += &Letters::Name.fit(&last.name, 360);
        }
        if item.nodes.len() / item.count <= 6 {
            let nodes = item.nodes.start..item.nodes.start + item.nodes.len() / item.count;
            parts.push(Letters::Name.fit(&self.labels(&nodes), 480).into_owned());
        } else {
            parts.push(format!("{} layers", item.nodes.len()));
        }
        for (node, word) in amounts(|amount| total(self.diagram, &item.nodes, &[], amount))
            .into_iter()
            .zip(["parameters", "MACs"])
        {
            match node {
                Amount::Known(0) => {}
                Amount::Known(number) => parts.push(format!("{} {word}", Grouped(number))),
                Amount::Formula(formula) if formula.is_empty() => {}
                Amount::Formula(formula) => {
                    parts.push(format!("{} {word}", Letters::Name.fit(&formula, 480)));
                }
            }
        }
        if repeats.iter().any(|(count, _)| *count > 1) {
            parts[0] += ", the first of several";
        }
        parts.join("; ")
    }
}

/// The costs of the whole network.
pub(in super::super) fn title_line(diagram: &Diagram) -> [String; 2] {
    let all = 0..diagram.nodes.len();
    let [params, macs] = amounts(|amount| total(diagram, &all, &[], amount));
    let text = |amount: Amount, word: &str| match amount {
        Amount::Known(sum) => format!("{} {word}", short(sum)),
        Amount::Formula(formula) if !formula.is_empty() && formula.chars().count() < 30 => {
            format!("{formula} {word}")
        }
        Amount::Formula(_) => word.to_string(),
    };
    [text(params, "parameters"), text(macs, "MACs")]
}
