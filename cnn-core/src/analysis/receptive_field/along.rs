//! Windows on the input, position by position.

use alloc::vec::Vec;

use super::taps::{LONGEST, Run, Taps, ends, gcd};

/// The first and the last input that something depends on; `None` if on none.
pub(super) type Window = Option<[i128; 2]>;

/// Windows that are further away are not known. A size has 64 bits, so no sum and product overflows here.
const FURTHEST: i128 = 1 << 60;

/// The windows of the positions along one axis of a value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Along {
    /// The windows of the first positions.
    pub(super) windows: Vec<Window>,
    /// By how many inputs they have moved where they begin again, as if the value had no ends;
    /// `None` if there are no other positions.
    pub(super) shift: Option<i128>,
}

impl Along {
    /// The input itself.
    pub(super) fn itself() -> Along {
        Along { windows: [Some([0, 0])].into(), shift: Some(1) }
    }

    /// The window of a position, which may lie outside of the value, in its padding.
    pub(super) fn at(&self, position: i128) -> Window {
        let period = self.windows.len() as i128;
        match self.shift {
            None => *self.windows.get(usize::try_from(position).ok()?)?,
            Some(shift) => {
                let moved = shift * position.div_euclid(period);
                let [first, last] = self.windows[position.rem_euclid(period) as usize]?;
                Some([first + moved, last + moved])
            }
        }
    }

    /// What several positions depend on, all together.
    pub(super) fn over(&self, run: &Run) -> Window {
        let period = self.windows.len() as i128;
        let taps = match self.shift {
            // The first windows begin first and the last ones end last: the others are between them.
            Some(_) => {
                let different = period / gcd(period, run.step);
                [0..different.min(run.count), (run.count - different).max(0)..run.count]
            }
            None => {
                let inside = |position: i128| position.div_euclid(run.step);
                let from = inside(run.step - 1 - run.first).max(0);
                let to = (inside(period - 1 - run.first) + 1).min(run.count);
                [from..to, 0..0]
            }
        };
        let window = |tap: i128| self.at(run.first + tap * run.step);
        taps.into_iter().flatten().map(window).fold(None, hull)
    }

    /// Of the inputs `all`, those that the positions from the first to the last depend on together.
    pub(super) fn over_part(&self, [first, last]: [i128; 2], all: Window) -> Window {
        // Those at the ends tell, unless there is a very large padding.
        let positions = ends((last - first + 1) as usize).map(|number| first + number as i128);
        positions.map(|position| both(self.at(position), all)).fold(None, hull)
    }

    /// The windows of a layer's output, `size` positions, that takes these with `taps`; `None` if they
    /// are too many.
    pub(super) fn through(&self, taps: &Taps, size: usize) -> Option<Along> {
        let (count, shift) = match (self.shift, taps.shift) {
            (Some(shift), Some(moved)) => {
                let period = self.windows.len() as i128;
                let times = period / gcd(period, moved);
                let count = taps.runs.len().checked_mul(usize::try_from(times).ok()?)?;
                (count, Some(shift.checked_mul(moved.checked_mul(times)? / period)?))
            }
            _ => (size, None),
        };
        if count > LONGEST {
            return None;
        }
        let windows = (0..count).map(|position| self.over(&taps.run(position))).collect();
        Along { windows, shift }.bounded()
    }

    /// The windows of what depends on both, at each of the `size` positions of a value.
    pub(super) fn and(&self, other: &Along, size: usize) -> Option<Along> {
        let periods = [self, other].map(|along| along.windows.len() as i128);
        let (count, shift) = match (self.shift, other.shift) {
            // Both move equally far: then so do their unions.
            (Some(a), Some(b)) if a.checked_mul(periods[1])? == b.checked_mul(periods[0])? => {
                let times = periods[1] / gcd(periods[0], periods[1]);
                (usize::try_from(periods[0] * times).ok()?, Some(a.checked_mul(times)?))
            }
            _ => (size, None),
        };
        if count > LONGEST {
            return None;
        }
        let joined = |position| hull(self.at(position), other.at(position));
        Along { windows: (0..count as i128).map(joined).collect(), shift }.bounded()
    }

    fn bounded(self) -> Option<Along> {
        let near = |place: &i128| place.abs() <= FURTHEST;
        let windows = self.windows.iter().flatten().flatten();
        windows.chain(&self.shift).all(near).then_some(self)
    }

    /// The longest window.
    pub(super) fn longest(&self) -> u64 {
        self.windows.iter().map(|window| length(*window)).max().unwrap_or(0)
    }
}

/// The window from the first to the last input of both.
pub(super) fn hull(a: Window, b: Window) -> Window {
    match (a, b) {
        (Some([a, b]), Some([c, d])) => Some([a.min(c), b.max(d)]),
        (one, None) | (None, one) => one,
    }
}

/// The inputs that are in both windows.
fn both(a: Window, b: Window) -> Window {
    let ([a, b], [c, d]) = (a?, b?);
    let both = [a.max(c), b.min(d)];
    (both[0] <= both[1]).then_some(both)
}

/// How many inputs are in a window.
pub(super) fn length(window: Window) -> u64 {
    window.map_or(0, |[first, last]| u64::try_from(last - first + 1).unwrap_or(u64::MAX))
}
