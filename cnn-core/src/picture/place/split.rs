//! Branches, and connections that cross.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use super::super::item::{Form, Item, Row};
use super::super::text::Letters;
use super::mark::{Block, Bordered, Mark, Write};
use super::unit::NARROW;
use super::{ARROW, Context, LINE, Placer, Room};
use crate::facts::Family;

/// The space between branches, and between lines beside each other.
const BETWEEN: i32 = 12;
/// The height in which branches leave the spine, and in which they come back.
const TURN: i32 = 14;
/// The space between lines beside each other, if there are many.
const CLOSE: i32 = 7;
/// The separate lines.
const APART: usize = 5;
/// The room without which a branch cannot be drawn.
const LEAST: i32 = 32;

impl Placer<'_> {
    /// Branches side by side, and what joins them. A branch without layers is a line at the right.
    pub(super) fn fork(
        &self,
        item: &Item,
        branches: &[Vec<Item>],
        skip: bool,
        join: &Range<usize>,
        context: &Context<'_>,
        shown: &str,
    ) -> Block {
        let room = context.room;
        let narrowest = (LEAST + CLOSE) * branches.len().max(1) as i32 - CLOSE;
        if room.left + room.right < narrowest || room.width() < LEAST + 2 * BETWEEN {
            return self.card(item, "", None, context);
        }
        let lane = if skip { BETWEEN + 2 } else { 0 };
        let inner = context.within(Room { right: room.right - lane, ..room });
        let columns = self.columns(branches, join, &inner, shown);
        let gap = gap(columns.len(), &inner);
        let total: i32 = columns.iter().map(|column| column.left + column.right).sum();
        let total = total + gap * (columns.len() as i32 - 1).max(0);
        let height = columns.iter().map(|column| column.height).max().unwrap_or(0);
        let mut block = Block::default();
        let single = columns.len() == 1;
        let Room { left, right } = inner.room;
        let start = if single { -columns[0].left } else { -total / 2 };
        let mut at = start.min(right - total).max(-left);
        // A column that is nearly below the spine is moved there, so that its lines are straight.
        let mut spines = columns.iter().scan(at, |at, column| {
            let spine = *at + column.left;
            *at = spine + column.right + gap;
            Some(spine)
        });
        let near = spines.find(|spine| spine.abs() < 8).unwrap_or(0);
        if at - near >= -left && at - near + total <= right {
            at -= near;
        }
        let (start, end) = (TURN, TURN + height);
        let merge = end + if single { 2 } else { TURN - 4 };
        for mut column in columns {
            let spine = at + column.left;
            block.widen(-at, spine + column.right);
            at = spine + column.right + gap;
            let down = if spine == 0 {
                vec![(0, 0), (0, start)]
            } else {
                vec![(0, 2), (spine, 2), (spine, start)]
            };
            block.marks.push(Mark::Line { points: down, arrow: true });
            let bottom = start + column.height;
            let back = if spine == 0 {
                vec![(0, bottom), (0, merge)]
            } else {
                vec![(spine, bottom), (spine, merge), (0, merge)]
            };
            block.marks.push(Mark::Line { points: back, arrow: false });
            column.shift(spine, start);
            block.marks.append(&mut column.marks);
        }
        if branches.len() + usize::from(skip) > 1 {
            block.marks.push(Mark::Dot(0, 2));
        }
        let mut pill = self.join(item, join, &inner);
        let top = merge + 10;
        block.marks.push(Mark::Line { points: vec![(0, merge), (0, top)], arrow: true });
        if skip {
            let lane = block.right.max(pill.right) + BETWEEN;
            block.right = lane + 2;
            let middle = top + pill.height / 2;
            let points = vec![(0, 2), (lane, 2), (lane, middle), (pill.right, middle)];
            block.marks.push(Mark::Line { points, arrow: true });
        }
        pill.shift(0, top);
        block.marks.append(&mut pill.marks);
        block.widen(pill.left, pill.right);
        block.height = top + pill.height;
        block
    }

    /// The branches, each with the shape that leaves it where that is not the shape of all.
    fn columns(
        &self,
        branches: &[Vec<Item>],
        join: &Range<usize>,
        context: &Context<'_>,
        shown: &str,
    ) -> Vec<Block> {
        let joined = self.shape(join.start + 1, context);
        let place = |branch: &Vec<Item>, room: Room| {
            let inner = context.within(room);
            let mut block = self.row(branch, &inner, shown);
            let last = branch.last().map_or(join.start, |item| item.nodes.end);
            if self.shape(last, context) != joined {
                // The line goes on to the join, so it has no arrow.
                let mut label = block.arrow(LINE - 5, &self.changed_lines(last, &inner, &joined));
                label.without_heads();
                block.below(label);
            }
            block
        };
        let [branch] = branches else {
            let Room { left, right } = context.room;
            let gap = gap(branches.len(), context);
            let room = left + right - gap * (branches.len() as i32 - 1).max(0);
            let fair = Room { left: room / 2, right: room / 2 };
            // As wide as they like, if that is not too wide together.
            let natural = fair.left.min(NATURAL);
            let natural = Room { left: natural, right: natural };
            let columns: Vec<Block> =
                branches.iter().map(|branch| place(branch, natural)).collect();
            let widths: Vec<i32> = columns.iter().map(|block| block.left + block.right).collect();
            if widths.iter().sum::<i32>() <= room {
                return columns;
            }
            let shares = shares(&widths, room);
            let narrow = |(branch, share): (&Vec<Item>, i32)| {
                place(branch, Room { left: share / 2, right: share / 2 })
            };
            return branches.iter().zip(shares).map(narrow).collect();
        };
        vec![place(branch, context.room)]
    }

    /// What joins branches, with the layers after it.
    fn join(&self, item: &Item, join: &Range<usize>, context: &Context<'_>) -> Block {
        let lines = Letters::Small.lines(&self.labels(join), (context.room.width() - 24).min(180));
        let w = lines.iter().map(|line| Letters::Small.width(line)).max().unwrap_or(0) + 20;
        let h = 7 + LINE * lines.len() as i32;
        let texts = lines
            .into_iter()
            .zip(0..)
            .map(|(line, index)| Write::small(0, 14 + LINE * index, line));
        let once = Item { nodes: join.clone(), count: 1, ..item.clone() };
        let title = self.title(&once, &[]);
        let texts = texts.collect();
        let node = join.start;
        let border = Bordered { x: -w / 2, y: 0, w, h, texts, copies: false, title, node };
        let mark = Mark::Box {
            border,
            family: Family::Join,
            depth: 0,
            pill: true,
            costs: [0; 2],
            bars: [0; 2],
        };
        Block { marks: vec![mark], left: w / 2, right: w - w / 2, height: h }
    }

    /// Chains below each other, with lines at the right for what they take from further above.
    pub(super) fn web(
        &self,
        item: &Item,
        rows: &[Row],
        lanes: usize,
        context: &Context<'_>,
        shown: &str,
    ) -> Block {
        let (space, needed) = (spacing(lanes), web_room(lanes));
        let Room { left, right } = context.room;
        if right - needed < LEAST {
            return self.card(item, "", None, context);
        }
        let context = &context.within(Room { left, right: right - needed });
        let mut block = Block::default();
        let mut shown = String::from(shown);
        // Where values leave the spine: what enters, and each row's.
        let mut leave = Vec::new();
        let mut arrive = Vec::new();
        for row in rows {
            leave.push(block.height + 2);
            let start = row.items.first().map_or(0, |item| item.nodes.start);
            let mut gap = if row.follows {
                self.arrow(start, context, &mut shown)
            } else {
                Block { height: ARROW, ..Block::default() }
            };
            if !row.from.is_empty() {
                gap.height += 6;
                // The arrow is drawn from where the lines come in.
                for mark in &mut gap.marks {
                    if let Mark::Line { arrow, points } = mark
                        && *arrow
                    {
                        points[1].1 += 6;
                    }
                }
                if !row.follows {
                    let points = vec![(0, gap.height - 9), (0, gap.height)];
                    gap.marks.push(Mark::Line { points, arrow: true });
                }
            }
            block.below(gap);
            arrive.push(block.height - 9);
            block.below(self.row(&row.items, context, &shown));
        }
        leave.push(block.height + 2);
        let side = block.right + BETWEEN;
        for (index, row) in rows.iter().enumerate() {
            for (from, lane) in &row.from {
                let x = side + *lane as i32 * space;
                let points = vec![
                    (0, leave[*from]),
                    (x, leave[*from]),
                    (x, arrive[index]),
                    (0, arrive[index]),
                ];
                block.marks.push(Mark::Line { points, arrow: false });
                block.marks.push(Mark::Dot(0, leave[*from]));
            }
        }
        if lanes > 0 {
            block.right = side + (lanes as i32 - 1) * space + 2;
        }
        block
    }
}

/// The space between so many branches.
fn gap(branches: usize, context: &Context<'_>) -> i32 {
    if branches > 3 || context.room.width() < NARROW { CLOSE } else { BETWEEN }
}

/// How much wider than needed branches may be.
const NATURAL: i32 = 76;

/// A part of the room for each branch: what asks for little gets it, and the others have the rest in equal
/// parts.
fn shares(widths: &[i32], room: i32) -> Vec<i32> {
    let mut order: Vec<usize> = (0..widths.len()).collect();
    order.sort_by_key(|index| widths[*index]);
    let (mut shares, mut rest) = (vec![0; widths.len()], room);
    for (place, index) in order.iter().enumerate() {
        let fair = rest / (widths.len() - place) as i32;
        shares[*index] = widths[*index].max(LEAST).min(fair);
        rest -= shares[*index];
    }
    shares
}

/// The space between the lines of a web.
fn spacing(lanes: usize) -> i32 {
    if lanes <= APART { BETWEEN } else { CLOSE }
}

/// The room at the right of a web for its lines.
fn web_room(lanes: usize) -> i32 {
    if lanes == 0 { 0 } else { BETWEEN + (lanes as i32 - 1) * spacing(lanes) + 2 }
}

/// How much more room items need at the right than at the left.
pub(super) fn lean(items: &[Item]) -> i32 {
    let of = |item: &Item| match &item.form {
        Form::Unit { .. } | Form::Card { .. } => 0,
        Form::Frame { items, .. } => lean(items),
        Form::Fork { branches, skip, .. } => {
            let inside = if let [branch] = &branches[..] { lean(branch) } else { 0 };
            inside + if *skip { BETWEEN + 2 } else { 0 }
        }
        Form::Web { rows, lanes } => {
            let inside = rows.iter().map(|row| lean(&row.items)).max();
            web_room(*lanes) + inside.unwrap_or(0)
        }
    };
    items.iter().map(of).max().unwrap_or(0)
}
