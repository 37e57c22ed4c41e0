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
use super::{COPY, Context, LINE, Placer, Room, times};
use crate::facts::Family;

/// The space at the sides of a box.
const PAD: i32 = 9;
/// The space between two texts on a line.
const GAP: i32 = 10;
/// The room in which there is none for names and costs.
pub(super) const NARROW: i32 = 150;

/// The room in which a frame can be drawn.
pub(super) const LEAST: i32 = 60;

/// What is written in a box.
struct Content {
    label: String,
    name: String,
    costs: String,
    times: String,
}

impl Placer<'_> {
    /// The input of the network.
    pub(super) fn input(&self, context: &Context<'_>) -> Block {
        let sizes = &self.diagram.input;
        let content = Content {
            label: if self.diagram.has_inputs() { "inputs" } else { "input" }.to_owned(),
            name: String::new(),
            costs: self.shape(0, context),
            times: String::new(),
        };
        let look = Look { family: Family::Scope, sizes, room: context.room, node: 0 };
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
        let nodes = item.once();
        let look = self.look(item, node.family(), context);
        let (title, sums) = (self.title(item, context.repeats), self.sums(&item.nodes, context));
        let times = times(item.count);
        if context.room.width() < NARROW {
            // The head has its own line.
            let others = nodes.clone().filter(|node| *node != head);
            let others: Vec<&str> =
                others.map(|node| &self.diagram.nodes[node].label[..]).collect();
            return tight([&node.label, &others.join(" · "), &times], &look, title, sums);
        }
        let name = match scope {
            // Names of repeated layers are not scopes, but are counted like them.
            "" => self.scope_name(item, &node.name, context, Letters::Name, 150),
            scope => self.scope_name(item, scope, context, Letters::Name, 150),
        };
        let content = Content {
            label: self.labels(&nodes),
            name,
            costs: match node.kind {
                Some(_) => costs(self.diagram, &item.nodes, context.repeats),
                // An input costs nothing, and has a shape.
                None => self.shape(head + 1, context),
            },
            times,
        };
        boxed(content, &look, title, sums, item.count > 1)
    }

    /// A scope of which only the name is shown.
    pub(super) fn card(
        &self,
        item: &Item,
        scope: &str,
        like: Option<&str>,
        context: &Context<'_>,
    ) -> Block {
        let about = match (like, item.period()) {
            (Some(like), _) => format!("like {like}"),
            (None, 1) => "1 layer".to_owned(),
            (None, layers) => format!("{layers} layers"),
        };
        let name = self.scope_name(item, scope, context, Letters::Label, 220);
        let (label, about) =
            if name.is_empty() { (about, "…".to_owned()) } else { (name, about) };
        let look = self.look(item, Family::Scope, context);
        let times = times(item.count);
        let (title, sums) = (self.title(item, context.repeats), self.sums(&item.nodes, context));
        if context.room.width() < NARROW {
            return tight([&label, &about, &times], &look, title, sums);
        }
        let costs = costs(self.diagram, &item.nodes, context.repeats);
        boxed(Content { label, name: about, costs, times }, &look, title, sums, item.count > 1)
    }

    fn look(&self, item: &Item, family: Family, context: &Context<'_>) -> Look<'_> {
        let sizes = &self.diagram.nodes[item.nodes.end - 1].output;
        Look { family, sizes, room: context.room, node: item.nodes.start }
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

/// What a box looks like.
struct Look<'a> {
    family: Family,
    /// The shape that leaves it.
    sizes: &'a Sizes,
    room: Room,
    /// The first layer in it.
    node: usize,
}

impl Look<'_> {
    /// The most that it may be wide beside its depth and its copies.
    fn most(&self, depth: i32, has_copies: bool) -> i32 {
        let copies = if has_copies { COPY } else { 0 };
        2 * self.room.left.min(self.room.right - depth - copies)
    }

    /// How wide the resolution suggests it to be.
    fn width(&self, most: i32) -> i32 {
        let shape = &self.sizes.shape;
        let resolution = shape.dims().iter().skip(1).copied().max();
        let eighths = match resolution {
            Some(0) => 8 * 5,
            Some(size) => eighths(size),
            None if shape.rank() == 0 => 8 * 5,
            None => 0,
        };
        // A resolution of 512 is as wide as can be, a vector half as wide.
        most * (72 + eighths.min(72)) / (2 * 72)
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

/// A box with a label, and below it a name and costs, if there are such.
fn boxed(content: Content, look: &Look<'_>, title: String, costs: [u64; 2], copies: bool) -> Block {
    let Content { label, name, costs: cost_text, times } = content;
    let depth = look.depth();
    let (most, gap) =
        (look.most(depth, copies), |text: &str| if text.is_empty() { 0 } else { GAP });
    let inside = most - 2 * PAD;
    let times_width = Letters::Label.width(&times) + gap(&times);
    let cost_text =
        if Letters::Small.width(&cost_text) > inside { String::new() } else { cost_text };
    let cost_width = Letters::Small.width(&cost_text);
    let name = Letters::Name.fit(&name, inside).into_owned();
    let name_width = Letters::Name.width(&name);
    let labels = Letters::Label.lines(&label, inside - times_width);
    let label_width = labels.iter().map(|line| Letters::Label.width(line)).max().unwrap_or(0);
    let least = look.width(most);

    let x = |w: i32| -w / 2 + PAD;
    let end = |w: i32| -w / 2 + w - PAD;
    let write = |x, y, letters, end, text| Write { x, y, letters, middle: false, end, text };
    let single = label_width + times_width + gap(&name) + name_width + gap(&cost_text) + cost_width;
    // On one line, if that is short.
    let is_one =
        labels.len() == 1 && single <= least - 2 * PAD && (name.is_empty() || cost_text.is_empty());
    let mut texts = Vec::new();
    let (w, mut bottom);
    if is_one {
        w = least;
        bottom = 17;
        texts.extend(labels.into_iter().map(|line| write(x(w), 17, Letters::Label, false, line)));
        let after = x(w) + label_width + GAP;
        texts.push(write(after, 17, Letters::Label, false, times));
        texts.push(write(end(w), 17, Letters::Name, true, name));
        texts.push(write(end(w), 17, Letters::Small, true, cost_text));
    } else {
        let both = name_width + gap(&cost_text) + cost_width;
        let beside = both <= inside;
        let second = if beside { both } else { name_width.max(cost_width) };
        w = least.max((label_width + times_width).max(second) + 2 * PAD);
        bottom = 1;
        texts.push(write(end(w), 17, Letters::Label, true, times));
        for line in labels {
            bottom += 16;
            texts.push(write(x(w), bottom, Letters::Label, false, line));
        }
        if !(name.is_empty() && cost_text.is_empty()) {
            bottom += 15;
        }
        texts.push(write(x(w), bottom, Letters::Name, false, name));
        if !beside {
            bottom += 14;
        }
        texts.push(write(end(w), bottom, Letters::Small, true, cost_text));
    }
    let h = bottom + if costs == [0; 2] { 8 } else { 13 };
    let x = -w / 2;
    let mut border = Bordered { x, y: 0, w, h, texts, copies, title, node: look.node };
    border.shift(0, depth);
    finish(border, look.family, depth, costs)
}

/// A box as narrow as its centred texts: the layer, further layers, and how often it is repeated.
fn tight(
    [label, others, times]: [&str; 3],
    look: &Look<'_>,
    title: String,
    costs: [u64; 2],
) -> Block {
    let depth = if look.room.width() < 60 { 0 } else { look.depth() / 2 };
    let most = look.most(depth, !times.is_empty());
    let pad = if look.room.width() < 60 { 2 } else { 6 };
    let mut lines = Letters::Small.lines(label, most - pad);
    if let (Some(last), false) = (lines.last_mut(), times.is_empty()) {
        let joined = [last, " ", times].concat();
        if Letters::Small.width(&joined) <= most - pad {
            *last = joined;
        } else {
            lines.push(times.to_owned());
        }
    }
    lines.extend(Letters::Small.lines(others, most - pad));
    let text = lines.iter().map(|line| Letters::Small.width(line)).max().unwrap_or(0);
    let w = (look.width(most) / 2).max(text + pad).min(most);
    let h = 9 + LINE * lines.len() as i32 + if costs == [0; 2] { 0 } else { 5 };
    let lines = lines.into_iter().zip(0..);
    let texts = lines.map(|(line, index)| Write::small(0, 15 + LINE * index, line)).collect();
    let copies = !times.is_empty();
    let (x, node) = (-w / 2, look.node);
    let mut border = Bordered { x, y: 0, w, h, texts, copies, title, node };
    border.shift(0, depth);
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
