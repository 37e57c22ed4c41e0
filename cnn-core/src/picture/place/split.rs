//! Branches, and connections that cross.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use super::super::item::{Item, Row};
use super::super::text::Letters;
use super::mark::{Block, Bordered, Mark, Write};
use super::{ARROW, Context, LABELLED, Placer, Room, relative};
use crate::facts::Family;

/// The space between branches, and between lines beside each other.
const BETWEEN: i32 = 12;
/// The height in which branches leave the spine, and in which they come back.
const TURN: i32 = 14;
/// How wide branches with all their texts may be together.
const ROOMY: i32 = 330;

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
        let columns = self.columns(branches, join, context, shown);
        let total: i32 = columns.iter().map(|column| column.left + column.right).sum();
        let total = total + BETWEEN * (columns.len() as i32 - 1).max(0);
        let height = columns.iter().map(|column| column.height).max().unwrap_or(0);
        let mut block = Block::default();
        let single = columns.len() == 1;
        let mut at = if single { -columns[0].left } else { -total / 2 };
        let (start, end) = (TURN, TURN + height);
        let merge = end + if single { 2 } else { TURN - 4 };
        for mut column in columns {
            let spine = at + column.left;
            block.widen(-at, spine + column.right);
            at = spine + column.right + BETWEEN;
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
        let mut pill = self.join(item, join, context);
        let top = merge + 10;
        block.marks.push(Mark::Line { points: vec![(0, merge), (0, top)], arrow: true });
        if skip {
            let lane = block.right + BETWEEN;
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
        let joined = self.sizes(join.start + 1, context);
        let place = |room: Room| -> Vec<Block> {
            let inner = Context { room, ..*context };
            let column = |branch: &Vec<Item>| {
                let mut block = self.row(branch, &inner, shown);
                let last = branch.last().map_or(join.start, |item| item.nodes.end);
                let sizes = self.sizes(last, context);
                if sizes != joined {
                    // The line goes on to the join, so it has no arrow.
                    let mut label = block.arrow(LABELLED - 8, Some(&sizes));
                    label.without_heads();
                    block.below(label);
                }
                block
            };
            branches.iter().map(column).collect()
        };
        if branches.len() < 2 {
            return place(context.room);
        }
        let width = |columns: &[Block]| columns.iter().map(|c| c.left + c.right).sum::<i32>();
        if context.room != Room::Tight {
            let half = place(Room::Half);
            if width(&half) <= ROOMY {
                return half;
            }
        }
        place(Room::Tight)
    }

    /// What joins branches, with the layers after it.
    fn join(&self, item: &Item, join: &Range<usize>, context: &Context<'_>) -> Block {
        let label = Letters::Small.fit(&self.labels(join), 180).into_owned();
        let name = relative(&self.diagram.nodes[join.start].name, context.scope);
        let w = Letters::Small.width(&label) + 20;
        let h = 20;
        let write =
            Write { x: 0, y: 14, letters: Letters::Small, middle: true, end: false, text: label };
        let once = Item { nodes: join.clone(), count: 1, ..item.clone() };
        let mut title = self.title(&once, &[]);
        if title.is_empty() {
            title = String::from(name);
        }
        let border = Bordered { x: -w / 2, y: 0, w, h, texts: vec![write], copies: false, title };
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
        rows: &[Row],
        lanes: usize,
        context: &Context<'_>,
        shown: &str,
    ) -> Block {
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
                let x = side + *lane as i32 * BETWEEN;
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
            block.right = side + (lanes as i32 - 1) * BETWEEN + 2;
        }
        block
    }
}
