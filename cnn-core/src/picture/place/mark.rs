//! What a picture is made of, in pixels.

use alloc::string::{String, ToString};
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
}

/// A rectangle with texts in it.
#[derive(Clone, Debug)]
pub(in super::super) struct Bordered {
    pub(in super::super) x: i32,
    pub(in super::super) y: i32,
    pub(in super::super) w: i32,
    pub(in super::super) h: i32,
    pub(in super::super) texts: Vec<Write>,
    /// Whether copies stand behind it.
    pub(in super::super) copies: bool,
    /// What is shown of it where the mouse is.
    pub(in super::super) title: String,
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
    fn shift(&mut self, dx: i32, dy: i32) {
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
            Mark::Dot(x, y) | Mark::Sample { x, y, .. } => (*x, *y) = (*x + dx, *y + dy),
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

    /// An arrow to put below, with a text in its middle.
    pub(in super::super) fn arrow(&self, height: i32, text: Option<&str>) -> Block {
        let mut block = Block { height, ..Block::default() };
        let line = |from, to, arrow| Mark::Line { points: vec![(0, from), (0, to)], arrow };
        match text {
            None => block.marks.push(line(0, height, true)),
            Some(text) => {
                let half = Letters::Small.width(text) / 2 + 2;
                block.widen(half, half);
                let text = Write {
                    x: 0,
                    y: 15,
                    letters: Letters::Small,
                    middle: true,
                    end: false,
                    text: text.to_string(),
                };
                block.marks.push(line(0, 4, false));
                block.marks.push(Mark::Text(text));
                block.marks.push(line(20, height, true));
            }
        }
        block
    }
}

impl Block {
    /// Its lines go on in others.
    pub(in super::super) fn without_heads(&mut self) {
        for mark in &mut self.marks {
            if let Mark::Line { arrow, .. } = mark {
                *arrow = false;
            }
        }
    }
}

/// Gives bars their length: the box with the most has one as wide as itself.
pub(in super::super) fn scale_bars(marks: &mut [Mark]) {
    let mut most = [0; 2];
    for mark in &*marks {
        if let Mark::Box { costs, .. } = mark {
            most = [most[0].max(costs[0]), most[1].max(costs[1])];
        }
    }
    for mark in marks {
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
