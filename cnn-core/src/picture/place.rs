//! Items get their places. The network runs from top to bottom along a spine, from which branches
//! leave to both sides.

mod caption;
mod mark;
mod split;
mod unit;

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

pub(super) use caption::{costs, title_line};
pub(super) use mark::{BAR_MARGIN, Block, Bordered, Mark, Picture, Write};

use super::diagram::Diagram;
use super::item::{self, Form, Item};
use super::text::Letters;

/// How wide pictures are at most, so that a phone shows them whole.
const WIDTH: i32 = 348;
/// How wide a page is, on which there may be columns, and the space between these.
const PAGE: i32 = 936;
const GUTTER: i32 = 24;
/// How high a picture is at least before it is worth a further column.
const COLUMN: i32 = 420;
/// The space around a picture.
const MARGIN: i32 = 4;
/// The height of an arrow, and of each line of the shape beside it.
const ARROW: i32 = 16;
const LINE: i32 = 13;
/// The space at the sides of a frame, and the height of its caption.
const FRAME: i32 = 8;
const CAPTION: i32 = 22;
/// How far the copies behind something that is repeated stand out.
pub(super) const COPY: i32 = 4;

/// A network with everything at its place: as one picture, or in columns for a page.
pub(super) fn pictures(diagram: &Diagram, items: &[Item], is_page: bool) -> Vec<Picture> {
    let placer = Placer { diagram };
    let items = &unframed(items);
    let lean = split::lean(items).min(WIDTH / 2);
    let most = WIDTH - 2 * MARGIN;
    let room = Room { left: (most - lean) / 2, right: (most + lean) / 2 };
    let context = Context { scope: "", repeats: &[], room };
    let mut parts = vec![Part { value: 0, arrow: Block::default(), body: placer.input(&context) }];
    let mut shown = placer.shape(0, &context);
    for item in items {
        let value = item.nodes.start;
        let mut arrow = placer.arrow(value, &context, &mut shown);
        if matches!(item.form, Form::Fork { .. }) {
            arrow.without_heads();
        }
        parts.push(Part { value, arrow, body: placer.item(item, &context, &shown) });
    }
    let shape = |value: usize| Block::lines(&placer.shape_lines(value, &context));
    if !diagram.has_outputs() {
        let value = diagram.nodes.len();
        parts.push(Part { value, arrow: Block::default().arrow(ARROW, &[]), body: shape(value) });
    }

    let header = placer.header(items, !is_page);
    let reach = |side: fn(&Block) -> i32| {
        parts.iter().map(|part| side(&part.arrow).max(side(&part.body))).max().unwrap_or(0)
    };
    let (left, right) = (reach(|part| part.left), reach(|part| part.right));
    let width = (left + right).max(header.right);
    let spine = MARGIN + left + (width - left - right) / 2;
    let heights: Vec<i32> = parts.iter().map(|part| part.arrow.height + part.body.height).collect();
    let count = if is_page {
        let fit = (PAGE + GUTTER) / (width + 2 * MARGIN + GUTTER);
        fit.min(heights.iter().sum::<i32>() / COLUMN).max(1)
    } else {
        1
    };
    let mut pictures: Vec<Picture> = Vec::new();
    let mut parts = parts.into_iter();
    for size in columns(&heights, count as usize) {
        let (mut marks, mut top) = (Vec::new(), MARGIN);
        let mut column = Block::default();
        if pictures.is_empty() {
            let mut header = header.clone();
            header.shift(MARGIN, MARGIN);
            top += header.height;
            marks = header.marks;
        }
        for (index, mut part) in parts.by_ref().take(size).enumerate() {
            if index == 0 && !pictures.is_empty() {
                // A column begins with the shape with which the one before it ends.
                let mut again = shape(part.value);
                let line = Mark::Line { points: vec![(0, -top), (0, again.height)], arrow: false };
                let texts = core::mem::take(&mut again.marks);
                again.marks.extend(texts.into_iter().map(|text| Mark::Wide(Box::new(text))));
                again.marks.push(Mark::Narrow(Box::new(line)));
                column.below(again);
                part.arrow = Block::default().arrow(ARROW, &[]);
            }
            column.below(part.arrow);
            column.below(part.body);
        }
        if let Some(next) = parts.as_slice().first() {
            column.below(Block::default().arrow(ARROW, &[]));
            column.below(shape(next.value));
        }
        column.shift(spine, top);
        marks.append(&mut column.marks);
        let height = top + column.height + MARGIN;
        pictures.push(Picture { marks, width: width + 2 * MARGIN, height });
    }
    mark::scale_bars(&mut pictures);
    pictures
}

/// The items without a frame around most of them, which would say little and take room.
fn unframed(items: &[Item]) -> Vec<Item> {
    let most = item::boxes(items) * 3 / 5;
    let inside = |item: &Item| match &item.form {
        Form::Frame { items, .. } if item.count == 1 && items.len() > 3 && item.boxes() > most => {
            unframed(items)
        }
        _ => vec![item.clone()],
    };
    items.iter().flat_map(inside).collect()
}

/// A part of a column: what a value is made to.
struct Part {
    value: usize,
    arrow: Block,
    body: Block,
}

/// How many parts each column has, so that the highest is as low as it can be.
fn columns(heights: &[i32], count: usize) -> Vec<usize> {
    let fill = |most: i32| {
        let (mut sizes, mut height) = (vec![0], 0);
        for part in heights {
            if height > 0 && height + part > most {
                sizes.push(0);
                height = 0;
            }
            height += part;
            if let Some(size) = sizes.last_mut() {
                *size += 1;
            }
        }
        sizes
    };
    let whole: i32 = heights.iter().sum();
    // A part that is nearly all has no use for a column beside it.
    if heights.iter().any(|height| *height > whole * 3 / 4) {
        return vec![heights.len()];
    }
    let (mut least, mut most) = (0, whole);
    while least < most {
        let middle = (least + most) / 2;
        if fill(middle).len() <= count { most = middle } else { least = middle + 1 }
    }
    fill(most)
}

/// How far something may reach from the spine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Room {
    left: i32,
    right: i32,
}

impl Room {
    /// The width of the content in its middle.
    fn width(self) -> i32 {
        2 * self.left.min(self.right)
    }
}

/// A position.
#[derive(Clone, Copy)]
struct Context<'a> {
    /// The scope around it, which is not written again.
    scope: &'a str,
    /// The repeats around it: how often, and the number of layers in one of them.
    repeats: &'a [(usize, usize)],
    room: Room,
}

impl<'a> Context<'a> {
    fn within(self, room: Room) -> Context<'a> {
        Context { room, ..self }
    }
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
        let shape = self.shape(value, context);
        if shape == *shown {
            return Block::default().arrow(ARROW, &[]);
        }
        let lines = self.changed_lines(value, context, shown);
        *shown = shape;
        Block::default().arrow(ARROW, &lines)
    }

    /// The lines of a shape. Where there is little room, of one with the resolution of the shape that was written
    /// last, the channels alone.
    fn changed_lines(&self, value: usize, context: &Context<'_>, shown: &str) -> Vec<String> {
        let shape = self.shape(value, context);
        let lines = Letters::Small.lines(&shape, context.room.width() - 4);
        let channels = |shape: &str| -> Option<(String, String)> {
            let parts = shape.split(" → ").map(|shape| shape.split_once(" × "));
            let (channels, others): (Vec<&str>, Vec<&str>) =
                parts.collect::<Option<Vec<_>>>()?.into_iter().unzip();
            let same = others.windows(2).all(|pair| pair[0] == pair[1]);
            same.then(|| (channels.join(" → "), others[0].to_owned()))
        };
        match (channels(&shape), channels(shown)) {
            (Some((channels, resolution)), Some((_, before)))
                if lines.len() > 1 && resolution == before =>
            {
                Letters::Small.lines(&format!("{channels} ch"), context.room.width() - 4)
            }
            _ => lines,
        }
    }

    fn item(&self, item: &Item, context: &Context<'_>, shown: &str) -> Block {
        match &item.form {
            Form::Unit { head, scope } => self.unit(item, *head, scope, context),
            Form::Card { scope, like } => self.card(item, scope, like.as_deref(), context),
            Form::Frame { scope, items } => self.frame(item, scope, items, context, shown),
            Form::Fork { branches, skip, join } => {
                self.fork(item, branches, *skip, join, context, shown)
            }
            Form::Web { rows, lanes } => self.web(item, rows, *lanes, context, shown),
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
        let outer = context.room;
        let mut repeats = context.repeats.to_vec();
        repeats.push((item.count, item.period()));
        let scope_inside = if scope.is_empty() { context.scope } else { scope };
        if outer.width() < unit::NARROW && item.count == 1 {
            // There is no room for frames in frames.
            return self.row(items, context, shown);
        }
        if outer.width() < unit::LEAST {
            return self.card(item, scope, None, context);
        }
        let copy = if item.count > 1 { COPY } else { 0 };
        let room = Room { left: outer.left - FRAME, right: outer.right - FRAME - copy };
        let inner = Context { scope: scope_inside, repeats: &repeats, room };
        let mut block = self.row(items, &inner, shown);

        let times = times(item.count);
        let mut costs = costs(self.diagram, &item.nodes, context.repeats);
        let most = outer.left + outer.right - copy - 2 * FRAME;
        let (times_width, mut costs_width) =
            (Letters::Label.width(&times), Letters::Small.width(&costs));
        if costs_width + times_width + 60 > most {
            (costs, costs_width) = (String::new(), 0);
        }
        let fitted = |most: i32| match most {
            ..20 => String::new(),
            _ => self.scope_name(item, scope, context, Letters::Name, most),
        };
        let mut name = fitted(most - costs_width - times_width - 16);
        if name.ends_with('…') {
            // Names are nowhere else.
            (costs, costs_width) = (String::new(), 0);
            name = fitted(most - times_width - 16);
        }
        let name_width = Letters::Name.width(&name);
        let between = if name.is_empty() || times.is_empty() { 0 } else { 6 };
        let needed = name_width + between + times_width + 10 + costs_width + 2 * FRAME;
        block.widen(block.left.max(8) + FRAME, block.right.max(8) + FRAME);
        let missing = (needed - block.left - block.right).max(0);
        let right = (missing / 2).min((outer.right - copy - block.right).max(0));
        let left = (missing - right).min((outer.left - block.left).max(0));
        block.widen(block.left + left, block.right + missing - left);

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
        let node = item.nodes.start;
        let border = Bordered { x, y: 0, w, h: block.height, texts, copies, title, node };
        block.marks.insert(0, Mark::Frame(border));
        if copies {
            block.right += COPY;
            block.height += COPY;
        }
        block
    }

    /// The name of a scope, or of all that repeat it: `layer2 … layer4`, and `layer2 … 4` where there is no
    /// room for that.
    fn scope_name(
        &self,
        item: &Item,
        scope: &str,
        context: &Context<'_>,
        letters: Letters,
        most: i32,
    ) -> String {
        let name = relative(scope, context.scope);
        let first = match item.form {
            Form::Unit { head, .. } => head,
            _ => item.nodes.start,
        };
        // In the last of all repeats, with as many scopes around it.
        let own = item.period() * (item.count - 1);
        let outer = offsets(context.repeats).last().copied().unwrap_or(0);
        let last = &self.diagram.nodes[first + own + outer].name;
        let part = |name: &str, dots: usize| name.match_indices('.').nth(dots).map(|(dot, _)| dot);
        let end = part(last, scope.matches('.').count()).unwrap_or(last.len());
        let start = match name.len() < scope.len() {
            true => part(last, context.scope.matches('.').count()).map_or(0, |dot| dot + 1),
            false => 0,
        };
        let last = last.get(start..end).unwrap_or("");
        if name.is_empty() || last.is_empty() || last == name {
            return letters.fit(name, most).into_owned();
        }
        let whole = format!("{name} … {last}");
        if letters.width(&whole) <= most {
            return whole;
        }
        let same = name.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
        let tail = last.get(same..).unwrap_or(last);
        let digits = last.trim_end_matches(|char: char| char.is_ascii_digit()).len();
        let tail = if digits <= same { &last[digits..] } else { tail };
        letters.fit(&format!("{name} … {tail}"), most).into_owned()
    }

    /// A shape as it is shown. Where repeats make different ones: `64 × 56 × 56 → 512 × 7 × 7`.
    fn shape(&self, value: usize, context: &Context<'_>) -> String {
        let sizes = |offset: usize| self.diagram.sizes(value + offset);
        let offsets = offsets(context.repeats);
        let first = sizes(0).line();
        let last = sizes(offsets[offsets.len() - 1]).line();
        let axes = 0..sizes(0).text.len();
        let size = |offset: &usize, axis| sizes(*offset).shape.size(axis);
        let grows = |axis| offsets.is_sorted_by_key(|offset| size(offset, axis));
        let shrinks = |axis| offsets.is_sorted_by(|a, b| size(a, axis) >= size(b, axis));
        let is_straight = axes.clone().all(|axis| grows(axis) || shrinks(axis));
        match (first == last, is_straight) {
            (true, true) => first,
            (_, true) => format!("{first} → {last}"),
            (_, false) => format!("{first} … {last}"),
        }
    }

    /// The same in the lines for which there is room.
    fn shape_lines(&self, value: usize, context: &Context<'_>) -> Vec<String> {
        Letters::Small.lines(&self.shape(value, context), context.room.width() - 4)
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
