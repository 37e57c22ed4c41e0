//! What a picture is made of, in pixels.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::super::text::Letters;
use crate::facts::Family;

/// A picture.
pub(in super::super) struct Picture {
    pub(in super::super) marks: Vec<Mark>,
    pub(in super::super) width: i32,
    pub(in super::super) height: i32,
}

/// A part of a picture. What comes first is behind.
#[derive(Clone, Debug)]
pub(in super::super) enum Mark {
    /// A frame.
    Frame(Bordered),
    /// A box, which is as deep as the channels that leave it.
    Box {
        border: Bordered,
        family: Family,
        depth: i32,
        /// Whether it is round.
        pill: bool,
        /// Parameters and MACs.
        costs: [u64; 2],
        /// How long its bars for these are.
        bars: [i32; 2],
    },
    /// A line with right angles.
    Line { points: Vec<(i32, i32)>, arrow: bool },
    /// Where a line leaves another one.
    Dot(i32, i32),
    /// A text of its own.
    Text(Write),
    /// The sample of a bar in the legend: that of parameters, or of MACs.
    Sample { x: i32, y: i32, macs: bool },
    /// Shown only if columns are side by side.
    Wide(Box<Mark>),
    /// Shown only if columns are below each other.
    Narrow(Box<Mark>),
    /// The sample of a colour in the legend.
    Swatch { x: i32, y: i32, family: Family },
}

/// A rectangle with texts in it.
#[derive(Clone, Debug)]
pub(in super::super) struct Bordered {
    pub(in super::super) x: i32,
    pub(in super::super) y: i32,
    pub(in super::super) w: i32,
    pub(in super::super) h: i32,
    pub(in super::super) texts: Vec<Write>,
    /// Whether copies are drawn behind it.
    pub(in super::super) copies: bool,
    /// What is shown of it where the mouse is.
    pub(in super::super) title: String,
    /// The first layer in it.
    pub(in super::super) node: usize,
}

/// A text at a place.
#[derive(Clone, Debug)]
pub(in super::super) struct Write {
    pub(in super::super) x: i32,
    /// The base line.
    pub(in super::super) y: i32,
    pub(in super::super) letters: Letters,
    /// Whether `x` is its middle.
    pub(in super::super) middle: bool,
    /// Whether `x` is its end.
    pub(in super::super) end: bool,
    pub(in super::super) text: String,
}

impl Bordered {
    pub(in super::super) fn shift(&mut self, dx: i32, dy: i32) {
        (self.x, self.y) = (self.x + dx, self.y + dy);
        for text in &mut self.texts {
            (text.x, text.y) = (text.x + dx, text.y + dy);
        }
    }
}

impl Mark {
    fn shift(&mut self, dx: i32, dy: i32) {
        match self {
            Mark::Frame(border) | Mark::Box { border, .. } => border.shift(dx, dy),
            Mark::Line { points, .. } => {
                for (x, y) in points {
                    (*x, *y) = (*x + dx, *y + dy);
                }
            }
            Mark::Dot(x, y) | Mark::Sample { x, y, .. } | Mark::Swatch { x, y, .. } => {
                (*x, *y) = (*x + dx, *y + dy);
            }
            Mark::Wide(mark) | Mark::Narrow(mark) => mark.shift(dx, dy),
            Mark::Text(text) => (text.x, text.y) = (text.x + dx, text.y + dy),
        }
    }
}

/// Marks around a spine at x = 0, from y = 0 down.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Block {
    pub(in super::super) marks: Vec<Mark>,
    /// How far it reaches to the left.
    pub(in super::super) left: i32,
    pub(in super::super) right: i32,
    pub(in super::super) height: i32,
}

impl Block {
    pub(in super::super) fn shift(&mut self, dx: i32, dy: i32) {
        for mark in &mut self.marks {
            mark.shift(dx, dy);
        }
    }

    /// Adds a block below this one.
    pub(in super::super) fn below(&mut self, mut block: Block) {
        block.shift(0, self.height);
        self.marks.append(&mut block.marks);
        self.height += block.height;
        self.widen(block.left, block.right);
    }

    pub(in super::super) fn widen(&mut self, left: i32, right: i32) {
        (self.left, self.right) = (self.left.max(left), self.right.max(right));
    }

    /// An arrow to put below, which is so high without the lines of text in its middle.
    pub(in super::super) fn arrow(&self, height: i32, lines: &[String]) -> Block {
        let mut block = Block { height, ..Block::default() };
        let line = |from, to, arrow| Mark::Line { points: vec![(0, from), (0, to)], arrow };
        if lines.is_empty() {
            block.marks.push(line(0, height, true));
            return block;
        }
        let mut text = Block::lines(lines);
        let below = 4 + text.height;
        block.height = below + height - 4;
        block.marks.push(line(0, 4, false));
        block.marks.push(line(below, block.height, true));
        text.shift(0, 4);
        block.marks.append(&mut text.marks);
        block.widen(text.left, text.right);
        block
    }

    /// Adds a text of its own; gives where it ends.
    pub(in super::super) fn put(&mut self, x: i32, y: i32, letters: Letters, text: String) -> i32 {
        let right = x + letters.width(&text);
        self.widen(0, right);
        self.marks.push(Mark::Text(Write { x, y, letters, middle: false, end: false, text }));
        right
    }

    /// Lines of text in the middle.
    pub(in super::super) fn lines(lines: &[String]) -> Block {
        let mut block = Block::default();
        for line in lines {
            let half = Letters::Small.width(line) / 2 + 2;
            block.widen(half, half);
            let y = block.height + 12;
            block.marks.push(Mark::Text(Write::small(0, y, line.clone())));
            block.height += super::LINE;
        }
        block.height += 4;
        block
    }

    /// Its lines go on in others.
    pub(in super::super) fn without_heads(&mut self) {
        for mark in &mut self.marks {
            if let Mark::Line { arrow, .. } = mark {
                *arrow = false;
            }
        }
    }
}

impl Write {
    /// A small text in the middle of a place.
    pub(in super::super) fn small(x: i32, y: i32, text: String) -> Write {
        Write { x, y, letters: Letters::Small, middle: true, end: false, text }
    }
}

/// Gives bars their length: the box with the most has one as wide as itself.
pub(in super::super) fn scale_bars(pictures: &mut [Picture]) {
    let mut most = [0; 2];
    for mark in pictures.iter().flat_map(|picture| &picture.marks) {
        if let Mark::Box { costs, .. } = mark {
            most = [most[0].max(costs[0]), most[1].max(costs[1])];
        }
    }
    for mark in pictures.iter_mut().flat_map(|picture| &mut picture.marks) {
        if let Mark::Box { costs, bars, border, .. } = mark {
            for which in 0..2 {
                let whole = u128::from(most[which]).max(1);
                let room = (border.w - 2 * BAR_MARGIN).max(0) as u128;
                bars[which] = (u128::from(costs[which]) * room / whole) as i32;
            }
        }
    }
}

/// The space at the sides of bars.
pub(in super::super) const BAR_MARGIN: i32 = 6;
