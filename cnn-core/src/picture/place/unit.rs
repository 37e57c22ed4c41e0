//! Boxes.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use alloc::{borrow::ToOwned, format};
use core::ops::Range;

use super::super::diagram::{Amount, Sizes};
use super::super::item::Item;
use super::super::text::Letters;
use super::caption::{costs, total};
use super::mark::{Block, Bordered, Mark, Write};
use super::{COPY, Context, Placer, Room, relative, times};
use crate::facts::Family;

/// The space at the sides of a box.
const PAD: i32 = 9;
/// The space between two texts on a line.
const GAP: i32 = 10;

/// What is written in a box.
struct Content {
    label: String,
    name: String,
    costs: String,
    times: String,
}

impl Placer<'_> {
    /// The input of the network.
    pub(super) fn input(&self) -> Block {
        let context = Context { scope: "", repeats: &[], room: Room::Wide };
        let sizes = &self.diagram.input;
        let content = Content {
            label: if self.diagram.has_inputs() { "inputs" } else { "input" }.to_owned(),
            name: String::new(),
            costs: self.sizes(0, &context),
            times: String::new(),
        };
        let look = Look { family: Family::Scope, sizes, room: Room::Wide };
        boxed(content, &look, String::new(), [0; 2], false)
    }

    /// Layers in a row.
    pub(super) fn unit(
        &self,
        item: &Item,
        head: usize,
        scope: &str,
        context: &Context<'_>,
    ) -> Block {
        let node = &self.diagram.nodes[head];
        let name = if scope.is_empty() { &node.name[..] } else { scope };
        let look = Look {
            family: node.family(),
            sizes: &self.diagram.nodes[item.nodes.end - 1].output,
            room: context.room,
        };
        let nodes = once(item);
        let sums = self.sums(&item.nodes, context);
        if context.room == Room::Tight {
            return self.tight(item, &nodes, head, &look, sums, context);
        }
        let content = Content {
            label: self.labels(&nodes),
            name: relative(name, context.scope).to_owned(),
            costs: match node.kind {
                Some(_) => costs(self.diagram, &item.nodes, context.repeats),
                // An input costs nothing, and has a shape.
                None => self.sizes(head + 1, context),
            },
            times: times(item.count),
        };
        boxed(content, &look, self.title(item, context.repeats), sums, item.count > 1)
    }

    /// A scope of which only the name is shown.
    pub(super) fn card(
        &self,
        item: &Item,
        scope: &str,
        like: Option<&str>,
        context: &Context<'_>,
    ) -> Block {
        let layers = once(item).len();
        let about = match like {
            Some(like) => format!("like {like}"),
            None if layers == 1 => "1 layer".to_owned(),
            None => format!("{layers} layers"),
        };
        let name = relative(scope, context.scope);
        let (label, about) =
            if name.is_empty() { (about, "…") } else { (name.to_owned(), &about[..]) };
        let look = Look {
            family: Family::Scope,
            sizes: &self.diagram.nodes[item.nodes.end - 1].output,
            room: context.room,
        };
        let content = Content {
            label: label.clone(),
            name: about.to_owned(),
            costs: costs(self.diagram, &item.nodes, context.repeats),
            times: times(item.count),
        };
        let (title, sums) = (self.title(item, context.repeats), self.sums(&item.nodes, context));
        if context.room == Room::Tight {
            return tight(&label, about, &look, title, sums, item.count);
        }
        boxed(content, &look, title, sums, item.count > 1)
    }

    /// A box in a narrow branch: what is before or after its head is on a second line.
    fn tight(
        &self,
        item: &Item,
        nodes: &Range<usize>,
        head: usize,
        look: &Look<'_>,
        sums: [u64; 2],
        context: &Context<'_>,
    ) -> Block {
        let others: Vec<&str> = nodes
            .clone()
            .filter(|node| *node != head)
            .map(|node| &self.diagram.nodes[node].label[..])
            .collect();
        let title = self.title(item, context.repeats);
        let label = &self.diagram.nodes[head].label;
        tight(label, &others.join(" · "), look, title, sums, item.count)
    }

    /// What layers in a row do.
    pub(super) fn labels(&self, nodes: &Range<usize>) -> String {
        let labels = self.diagram.nodes[nodes.clone()].iter().map(|node| &node.label[..]);
        labels.collect::<Vec<_>>().join(" · ")
    }

    /// Parameters and MACs in all repeats, as far as they are known.
    fn sums(&self, nodes: &Range<usize>, context: &Context<'_>) -> [u64; 2] {
        let sum = |amount| match total(self.diagram, nodes, context.repeats, amount) {
            Amount::Known(sum) => sum,
            Amount::Formula(_) => 0,
        };
        [sum(|node| &node.params), sum(|node| &node.macs)]
    }
}

/// The layers of the first time.
fn once(item: &Item) -> Range<usize> {
    item.nodes.start..item.nodes.start + item.nodes.len() / item.count
}

/// What a box looks like.
struct Look<'a> {
    family: Family,
    /// The shape that leaves it.
    sizes: &'a Sizes,
    room: Room,
}

impl Look<'_> {
    /// How wide the resolution suggests it to be.
    fn width(&self) -> i32 {
        let shape = &self.sizes.shape;
        let resolution = shape.dims().iter().skip(1).copied().max();
        let eighths = match resolution {
            Some(0) => 8 * 5,
            Some(size) => eighths(size),
            None if shape.rank() == 0 => 8 * 5,
            None => 0,
        };
        match self.room {
            Room::Wide => 140 + eighths * 14 / 8,
            Room::Half => 80 + eighths * 5 / 8,
            Room::Tight => 60 + eighths * 2 / 8,
        }
    }

    /// How deep the channels suggest it to be.
    fn depth(&self) -> i32 {
        match self.sizes.shape.size(0) {
            0 => 0,
            size => eighths(size).min(14 * 8) / 8,
        }
    }
}

/// Eight times the binary logarithm.
fn eighths(size: usize) -> i32 {
    let whole = size.max(1).ilog2();
    // What follows the first digit is nearly linear.
    let fraction = ((size as u128) << 3 >> whole) as i32 - 8;
    whole as i32 * 8 + fraction
}

/// A box with a label and, if it has costs, a second line.
fn boxed(content: Content, look: &Look<'_>, title: String, costs: [u64; 2], copies: bool) -> Block {
    let Content { label, name, costs: cost_text, times } = content;
    let most = if look.room == Room::Wide { 310 } else { 190 } - 2 * PAD;
    let gap = |text: &str| if text.is_empty() { 0 } else { GAP };
    let times_width = Letters::Label.width(&times);
    let label = Letters::Label.fit(&label, most - times_width - gap(&times)).into_owned();
    let cost_text = if Letters::Small.width(&cost_text) > most { String::new() } else { cost_text };
    let cost_width = Letters::Small.width(&cost_text);
    let first = Letters::Label.width(&label) + gap(&times) + times_width;
    // On one line, if that is short.
    let one = first + gap(&name) + Letters::Name.width(&name) + gap(&cost_text) + cost_width;
    let least = look.width();
    let is_one =
        one <= least - 2 * PAD && (name.is_empty() || cost_text.is_empty()) && times.is_empty();
    let room = most - cost_width - gap(&cost_text);
    let mut name = Letters::Name.fit(&name, room).into_owned();
    if name == "…" && room < 60 {
        name.clear();
    }
    let second = Letters::Name.width(&name) + gap(&cost_text) + cost_width;
    let w = if is_one { least } else { least.max(first.max(second) + 2 * PAD) };

    let depth = look.depth();
    let has_bars = costs != [0; 2];
    let h = if is_one { 26 } else { 38 } + if has_bars { 6 } else { 0 };
    let (x, end) = (-w / 2, -w / 2 + w - PAD);
    let second_line = depth + if is_one { 17 } else { 31 };
    let first_line = depth + if is_one { 17 } else { 16 };
    let write = |x, y, letters, end, text| Write { x, y, letters, middle: false, end, text };
    let mut texts = vec![
        write(x + PAD, first_line, Letters::Label, false, label),
        write(end, first_line, Letters::Label, true, times),
    ];
    if is_one {
        let (letters, text) =
            if name.is_empty() { (Letters::Small, cost_text) } else { (Letters::Name, name) };
        texts.push(write(end, second_line, letters, true, text));
    } else {
        texts.push(write(x + PAD, second_line, Letters::Name, false, name));
        texts.push(write(end, second_line, Letters::Small, true, cost_text));
    }
    finish(Bordered { x, y: depth, w, h, texts, copies, title }, look.family, depth, costs)
}

/// A box that is as narrow as its texts, which stand in its middle.
fn tight(
    label: &str,
    others: &str,
    look: &Look<'_>,
    title: String,
    costs: [u64; 2],
    count: usize,
) -> Block {
    let label = match count {
        1 => label.to_owned(),
        _ => format!("{} {}", Letters::Small.fit(label, 90), times(count)),
    };
    let label = Letters::Small.fit(&label, 130).into_owned();
    let others = Letters::Small.fit(others, 110).into_owned();
    let text = Letters::Small.width(&label).max(Letters::Small.width(&others));
    let w = look.width().max(text + 10);
    let depth = look.depth() / 2;
    let (mut h, mut texts) = (22, Vec::new());
    let write =
        |y, text| Write { x: 0, y, letters: Letters::Small, middle: true, end: false, text };
    texts.push(write(depth + 14, label));
    if !others.is_empty() {
        texts.push(write(depth + 27, others));
        h = 35;
    }
    h += if costs == [0; 2] { 0 } else { 5 };
    let border = Bordered { x: -w / 2, y: depth, w, h, texts, copies: count > 1, title };
    finish(border, look.family, depth, costs)
}

fn finish(mut border: Bordered, family: Family, depth: i32, costs: [u64; 2]) -> Block {
    border.texts.retain(|text| !text.text.is_empty());
    let copies = if border.copies { COPY } else { 0 };
    let (left, right) = (-border.x, border.x + border.w + depth + copies);
    let height = border.y + border.h + copies;
    let mark = Mark::Box { border, family, depth, pill: false, costs, bars: [0; 2] };
    Block { marks: vec![mark], left, right, height }
}
