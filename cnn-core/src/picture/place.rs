//! Items get their places. The network runs from top to bottom along a spine, from which branches
//! leave to both sides.

mod caption;
mod mark;
mod split;
mod unit;

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

pub(super) use caption::{costs, title_line};
pub(super) use mark::{Block, Bordered, Mark, Picture, Write};

use super::diagram::Diagram;
use super::item::{Form, Item};
use super::text::Letters;

/// The space around a picture.
const MARGIN: i32 = 8;
/// The height of an arrow without and with a shape beside it.
const ARROW: i32 = 16;
const LABELLED: i32 = 32;
/// The space at the sides of a frame, and the height of its caption.
const FRAME: i32 = 10;
const CAPTION: i32 = 22;
/// How far the copies behind something that is repeated stand out.
pub(super) const COPY: i32 = 4;

/// A network with everything at its place.
pub(super) fn picture(diagram: &Diagram, items: &[Item]) -> Picture {
    let placer = Placer { diagram };
    let context = Context { scope: "", repeats: &[], room: Room::Wide };
    let mut body = placer.input();
    let row = placer.row(items, &context, &placer.sizes(0, &context));
    let arrow = body.arrow(ARROW, None);
    body.below(arrow);
    body.below(row);
    if !diagram.has_outputs() {
        let output = placer.sizes(diagram.nodes.len(), &context);
        let arrow = body.arrow(ARROW, None);
        body.below(arrow);
        let width = Letters::Small.width(&output);
        body.widen(width / 2 + 2, width / 2 + 2);
        let write = Write {
            x: 0,
            y: body.height + 11,
            letters: Letters::Small,
            middle: true,
            end: false,
            text: output,
        };
        body.marks.push(Mark::Text(write));
        body.height += 16;
    }

    let mut header = placer.header();
    // The header stands at the left of the body, so that phones show both.
    let (left, width) = (body.left, (body.left + body.right).max(header.right));
    let extra = width - (body.left + body.right);
    body.shift(MARGIN + left + extra / 2, MARGIN + header.height);
    header.shift(MARGIN, MARGIN);
    let mut marks = header.marks;
    marks.append(&mut body.marks);
    mark::scale_bars(&mut marks);
    Picture { marks, width: width + 2 * MARGIN, height: header.height + body.height + 2 * MARGIN }
}

/// How much room there is for a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Room {
    /// All of the width.
    Wide,
    /// That of one of two branches.
    Half,
    /// As little as possible.
    Tight,
}

/// Where something stands.
#[derive(Clone, Copy)]
struct Context<'a> {
    /// The scope around it, which is not written again.
    scope: &'a str,
    /// The repeats that it stands in: how many times, and how many layers one of them has.
    repeats: &'a [(usize, usize)],
    room: Room,
}

struct Placer<'a> {
    diagram: &'a Diagram,
}

impl Placer<'_> {
    /// Items below each other. `shown` is the shape that was written last.
    fn row(&self, items: &[Item], context: &Context<'_>, shown: &str) -> Block {
        let mut block = Block::default();
        let mut shown = String::from(shown);
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                let mut arrow = self.arrow(item.nodes.start, context, &mut shown);
                if matches!(item.form, Form::Fork { .. }) {
                    // The branches have their own.
                    arrow.without_heads();
                }
                block.below(arrow);
            }
            block.below(self.item(item, context, &shown));
        }
        block
    }

    /// An arrow with the shape of a value, if that is not the shape that was written last.
    fn arrow(&self, value: usize, context: &Context<'_>, shown: &mut String) -> Block {
        let sizes = self.sizes(value, context);
        if sizes == *shown {
            return Block::default().arrow(ARROW, None);
        }
        *shown = sizes;
        Block::default().arrow(LABELLED, Some(shown))
    }

    fn item(&self, item: &Item, context: &Context<'_>, shown: &str) -> Block {
        match &item.form {
            Form::Unit { head, scope } => self.unit(item, *head, scope, context),
            Form::Card { scope, like } => self.card(item, scope, like.as_deref(), context),
            Form::Frame { scope, items } => self.frame(item, scope, items, context, shown),
            Form::Fork { branches, skip, join } => {
                self.fork(item, branches, *skip, join, context, shown)
            }
            Form::Web { rows, lanes } => self.web(rows, *lanes, context, shown),
        }
    }

    /// A frame around items, with the name of their scope and how often they are repeated.
    fn frame(
        &self,
        item: &Item,
        scope: &str,
        items: &[Item],
        context: &Context<'_>,
        shown: &str,
    ) -> Block {
        if context.room == Room::Tight && item.count == 1 {
            // There is no room for frames in frames.
            return self.row(items, context, shown);
        }
        let mut repeats = context.repeats.to_vec();
        repeats.push((item.count, item.nodes.len() / item.count));
        let inner_scope = if scope.is_empty() { context.scope } else { scope };
        let inner = Context { scope: inner_scope, repeats: &repeats, room: context.room };
        let mut block = self.row(items, &inner, shown);

        let name = Letters::Name.fit(relative(scope, context.scope), 200).into_owned();
        let times = times(item.count);
        let costs = costs(self.diagram, &item.nodes, context.repeats);
        let (name_width, times_width) = (Letters::Name.width(&name), Letters::Label.width(&times));
        let between = if name.is_empty() || times.is_empty() { 0 } else { 6 };
        let costs_width = Letters::Small.width(&costs);
        let needed = name_width + between + times_width + 12 + costs_width + 2 * FRAME;
        block.widen(block.left.max(8) + FRAME, block.right.max(8) + FRAME);
        let missing = (needed - block.left - block.right).max(0);
        block.widen(block.left + missing / 2, block.right + missing - missing / 2);

        block.shift(0, CAPTION);
        let (x, w) = (-block.left, block.left + block.right);
        let end = block.height + CAPTION;
        block.marks.push(Mark::Line { points: vec![(0, end), (0, end + FRAME)], arrow: false });
        block.height = end + FRAME;
        let text = |x, letters, end, text| Write { x, y: 15, letters, middle: false, end, text };
        let mut texts = vec![
            text(x + FRAME, Letters::Name, false, name),
            text(x + FRAME + name_width + between, Letters::Label, false, times),
            text(x + w - FRAME, Letters::Small, true, costs),
        ];
        texts.retain(|text| !text.text.is_empty());
        let copies = item.count > 1;
        let title = self.title(item, context.repeats);
        let border = Bordered { x, y: 0, w, h: block.height, texts, copies, title };
        block.marks.insert(0, Mark::Frame(border));
        if copies {
            block.right += COPY;
            block.height += COPY;
        }
        block
    }

    /// A shape as it is shown: sizes that differ in repeats are shown from the least to the most.
    fn sizes(&self, value: usize, context: &Context<'_>) -> String {
        let sizes = |value: usize| self.diagram.sizes(value);
        let first = sizes(value);
        let mut texts: Vec<String> = first.text.clone();
        for (axis, text) in texts.iter_mut().enumerate() {
            let (mut least, mut most) = (first.shape.size(axis), first.shape.size(axis));
            for offset in offsets(context.repeats) {
                let size = sizes(value + offset).shape.size(axis);
                (least, most) = (least.min(size), most.max(size));
            }
            if least != most {
                *text = format!("{least}–{most}");
            }
        }
        let text = texts.join(" × ");
        Letters::Small.fit(&text, 260).into_owned()
    }
}

/// How far the layers of all repeats are from those of the first.
fn offsets(repeats: &[(usize, usize)]) -> Vec<usize> {
    repeats.iter().fold(vec![0], |offsets, (count, period)| {
        let moved = |offset: &usize| (0..*count).map(|time| offset + time * period).collect();
        offsets.iter().flat_map(|offset: &usize| -> Vec<usize> { moved(offset) }).collect()
    })
}

/// A name as it reads in a scope.
fn relative<'a>(name: &'a str, scope: &str) -> &'a str {
    let rest = name.strip_prefix(scope).and_then(|rest| rest.strip_prefix('.'));
    rest.filter(|_| !scope.is_empty()).unwrap_or(name)
}

/// `× 3`; nothing for once.
fn times(count: usize) -> String {
    if count > 1 { format!("× {count}") } else { String::new() }
}
