//! Which positions of its input a layer takes, along one axis.

use alloc::vec;
use alloc::vec::Vec;

use crate::facts::Reach;

/// Longer lists of positions and windows are not made: what would need one is not known.
pub(super) const LONGEST: usize = 512;

/// Which positions of a dim of its input a layer takes for those of a dim of its output.
pub(super) enum Positions {
    /// Each takes the same position.
    Same,
    /// Each takes some, which move along with it.
    Taps(Taps),
    /// Each takes all.
    All,
    /// Several dims become one, in which the positions of each are spread.
    Merged,
    /// None takes any.
    Nothing,
    /// It cannot be said.
    Unknown,
}

impl Positions {
    /// Those of a layer that makes `outputs` positions of `inputs`.
    pub(super) fn new(reach: Reach, inputs: usize, outputs: usize) -> Positions {
        let taps = match reach {
            Reach::Same => return Positions::Same,
            Reach::All => return Positions::All,
            Reach::Merged => return Positions::Merged,
            Reach::Nothing => return Positions::Nothing,
            Reach::Unknown => return Positions::Unknown,
            Reach::Every { first, step } => {
                let run = Run { first: first as i128, count: 1, step: 1 };
                Some(Taps::sliding(step, run))
            }
            Reach::Window { kernel, stride, padding, dilation } => {
                let first = -(padding as i128);
                let run = Run { first, count: kernel as i128, step: dilation as i128 };
                Some(Taps::sliding(stride, run))
            }
            Reach::Transposed { kernel, stride, padding, dilation } => {
                Taps::transposed([kernel, stride, padding, dilation].map(|size| size as i128))
            }
            Reach::Divided => Taps::divided(inputs, outputs),
            Reach::Nearest => Taps::nearest(inputs, outputs),
            Reach::Around { before, after, align_corners } => {
                let around = [before, after].map(|by| by as i128);
                Taps::around(around, align_corners, inputs, outputs)
            }
            Reach::Blocks { size, first } => Taps::blocks(size, first),
            Reach::Halves => Taps::halves(inputs),
        };
        taps.map_or(Positions::Unknown, Positions::Taps)
    }
}

/// Positions at equal distances.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    pub(super) first: i128,
    pub(super) count: i128,
    /// The distance, at least 1.
    pub(super) step: i128,
}

/// The positions of the input that each position of the output takes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Taps {
    /// Those of the first positions.
    pub(super) runs: Vec<Run>,
    /// How much further on the input they are where they begin again; `None` if there are no other
    /// positions.
    pub(super) shift: Option<i128>,
}

impl Run {
    fn from_to(first: i128, last: i128) -> Run {
        Run { first, count: last - first + 1, step: 1 }
    }

    /// The first and the last of them that are among the first `size` positions.
    fn inside(&self, size: usize) -> Option<[i128; 2]> {
        // The first tap that is not before the position, which is at most the one after the last.
        let tap = |position: i128| {
            (position - self.first + self.step - 1).div_euclid(self.step).clamp(0, self.count)
        };
        let (from, to) = (tap(0), tap(size as i128));
        (from < to).then(|| [from, to - 1].map(|tap| self.first + tap * self.step))
    }
}

impl Taps {
    /// What a position of the output takes.
    pub(super) fn run(&self, position: usize) -> Run {
        let period = self.runs.len();
        let run = &self.runs[position % period];
        let moved = (position / period) as i128 * self.shift.unwrap_or(0);
        Run { first: run.first + moved, ..*run }
    }

    /// The first and the last of `inputs` positions that a layer really takes, which makes `outputs`.
    pub(super) fn read(&self, outputs: usize, inputs: usize) -> Option<[i128; 2]> {
        let inside = ends(outputs).filter_map(|output| self.run(output).inside(inputs));
        inside.reduce(|[a, b], [c, d]| [a.min(c), b.max(d)])
    }

    /// Position `j` takes `j × stride + first` and `count − 1` more.
    fn sliding(stride: usize, run: Run) -> Taps {
        Taps { runs: vec![run], shift: Some(stride as i128) }
    }

    /// A transposed convolution: position `i` of the input goes to `i × S − P + t × D` of the output,
    /// for each tap `t` of the kernel. So `j` takes `(j + P − t × D) / S`, where that is whole.
    fn transposed([kernel, stride, padding, dilation]: [i128; 4]) -> Option<Taps> {
        if stride > LONGEST as i128 {
            return None;
        }
        // Every so many taps it is whole again.
        let whole = stride / gcd(stride, dilation);
        let run = |position: i128| {
            let place = |tap: i128| position + padding - tap * dilation;
            let first = (0..whole.min(kernel)).find(|tap| place(*tap) % stride == 0);
            let Some(first) = first else { return Run { first: 0, count: 0, step: 1 } };
            let (count, step) = ((kernel - 1 - first) / whole + 1, whole * dilation / stride);
            Run { first: place(first) / stride - (count - 1) * step, count, step }
        };
        Some(Taps { runs: (0..stride).map(run).collect(), shift: Some(1) })
    }

    /// Position `j` of `output` stands for `j × input / output`; what it takes is a function of this
    /// fraction's numerator. `None` if that takes more positions to repeat than are listed.
    fn scaled(input: usize, output: usize, run: impl Fn(i128) -> Run) -> Option<Taps> {
        let (input, output) = (input as i128, output as i128);
        let common = gcd(output, input);
        let period = output / common;
        if period > LONGEST as i128 {
            return None;
        }
        let runs = (0..period).map(|position| run(position * input)).collect();
        Some(Taps { runs, shift: Some(input / common) })
    }

    /// Windows that divide the input, rounded outwards.
    fn divided(input: usize, output: usize) -> Option<Taps> {
        let (size, places) = (input as i128, output as i128);
        Taps::scaled(input, output, |start| {
            // ⌈end / places⌉ − 1 is the last whole position before the end.
            Run::from_to(start.div_euclid(places), (start + size - 1).div_euclid(places))
        })
    }

    /// Each position takes the one that it is a part of.
    fn nearest(input: usize, output: usize) -> Option<Taps> {
        let places = output as i128;
        Taps::scaled(input, output, |start| Run {
            first: start.div_euclid(places),
            count: 1,
            step: 1,
        })
    }

    /// An interpolation between positions before and after a place on the input. What is weighed
    /// with 0 is not taken.
    fn around(around: [i128; 2], align_corners: bool, input: usize, output: usize) -> Option<Taps> {
        // The place on the input, a fraction.
        let between = |numerator: i128, denominator: i128| {
            let first = numerator.div_euclid(denominator);
            match numerator.rem_euclid(denominator) {
                0 => Run::from_to(first, first),
                _ => Run::from_to(first + around[0], first + around[1]),
            }
        };
        match (align_corners, output) {
            (true, 1) => Some(Taps { runs: vec![Run::from_to(0, 0)], shift: None }),
            (true, _) => {
                Taps::scaled(input - 1, output - 1, |place| between(place, output as i128 - 1))
            }
            // Pixels are areas: (j + ½) × I / O − ½.
            (false, _) => Taps::scaled(input, output, |place| {
                between(2 * place + input as i128 - output as i128, 2 * output as i128)
            }),
        }
    }

    /// Each position takes those of its block, one of which begins at `first`.
    fn blocks(size: usize, first: usize) -> Option<Taps> {
        let (size, first) = (size as i128, first as i128);
        let block = |position: i128| (position - first).div_euclid(size) * size + first;
        let run = |position: i128| Run { first: block(position), count: size, step: 1 };
        (size <= LONGEST as i128)
            .then(|| Taps { runs: (0..size).map(run).collect(), shift: Some(size) })
    }

    /// A position of the first half, and the same one of the second half.
    fn halves(size: usize) -> Option<Taps> {
        let half = (size / 2) as i128;
        let run = |first| Run { first, count: 2, step: half };
        let runs = || (0..half).map(run).collect();
        (half <= LONGEST as i128).then(|| Taps { runs: runs(), shift: None })
    }
}

/// The numbers from 0 to `count` that are among the first or the last [`LONGEST`].
pub(super) fn ends(count: usize) -> impl Iterator<Item = usize> {
    let last = count.saturating_sub(LONGEST).max(LONGEST);
    (0..count.min(LONGEST)).chain(last..count)
}

/// The greatest common divisor of a number that is not 0 and of another one.
pub(super) fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { gcd(b, a % b) }
}
