//! Volumes get their places and sizes.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::super::diagram::Diagram;
use super::super::text::Letters;
use super::path::{Path, Skip, Volume};
use super::stage::{area, face};
use crate::facts::Family;
use crate::shape::Shape;
use crate::shape::notation::TIMES;

/// How much room there is, in pixels.
pub(super) struct Frame {
    pub(super) width: i32,
    /// How high the largest face is, at best and at least.
    pub(super) face: [i32; 3],
    /// How thick volumes are, in percent.
    pub(super) thickness: i32,
    /// The space between neighbours.
    pub(super) gap: i32,
    pub(super) labels: Labels,
}

/// What is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Labels {
    /// Shapes, for which volumes make room.
    Beside,
    /// Shapes in as many rows as are needed.
    Staggered,
    /// Nothing.
    None,
}

/// Volumes with everything at its place.
pub(super) struct Strip {
    pub(super) solids: Vec<Solid>,
    pub(super) lines: Vec<[[i32; 2]; 2]>,
    /// Skips: from where to where at which height.
    pub(super) skips: Vec<([i32; 2], i32)>,
    pub(super) texts: Vec<Words>,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// A text, the middle of which is at a place.
pub(super) struct Words {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) text: String,
    pub(super) kind: Kind,
}

/// What a text says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Shape,
    /// How many volumes are drawn as one.
    Count,
    /// What joins a skip.
    Skip,
}

/// A volume at its place: `x` is its left, `y` the middle of its front.
#[derive(Clone)]
pub(super) struct Solid {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) thickness: i32,
    pub(super) height: i32,
    /// How far its back is to the right and above.
    pub(super) back: [i32; 2],
    pub(super) family: Family,
    /// How many slices it has.
    pub(super) slices: usize,
    pub(super) volume: Volume,
}

impl Solid {
    /// Its right end.
    fn right(&self) -> i32 {
        self.x + self.thickness + self.back[0]
    }

    /// The middle of what is seen of it.
    fn middle(&self) -> i32 {
        (self.x + self.right()) / 2
    }

    fn top(&self) -> i32 {
        self.y - self.height / 2 - self.back[1]
    }

    fn bottom(&self) -> i32 {
        self.y - self.height / 2 + self.height
    }
}

/// How wide a shape is at most.
const MOST_LABEL: i32 = 108;
/// The space around.
const MARGIN: i32 = 4;
/// The height of a line of text.
const LINE: i32 = 13;
/// The most slices that are told apart.
const MOST_SLICES: usize = 4;
/// The most volumes that are drawn, whatever room there is.
const MOST: usize = 28;

impl Path {
    /// As many volumes as there is room for.
    pub(super) fn placed(&self, diagram: &Diagram, frame: &Frame) -> Strip {
        let shape = |value: usize| &diagram.sizes(value).shape;
        let same_shape = |a: &Volume, b: &Volume| shape(a.values[1]) == shape(b.values[1]);
        let same_area = |a: &Volume, b: &Volume| {
            let rank = |volume: &Volume| vector(shape(volume.values[1])).map_or(3, |_| 1);
            area(diagram, a.values[1]) == area(diagram, b.values[1]) && rank(a) == rank(b)
        };
        let same_family = |a: &Volume, b: &Volume| a.family == b.family;
        // From all volumes to one for each resolution.
        let alike: [&Alike<'_>; 4] = [
            &|a, b| same_shape(a, b) && same_family(a, b),
            &|a, b| same_shape(a, b),
            &|a, b| same_area(a, b) && same_family(a, b),
            &|a, b| same_area(a, b),
        ];
        let fits = |path: &Path| {
            let faces = frame.face.into_iter().filter(|_| path.volumes.len() <= MOST);
            let mut strips = faces.map(|face| Placer { diagram, frame, face, path }.strip());
            strips.find(|strip| strip.width <= frame.width)
        };
        let found = alike.into_iter().find_map(|alike| fits(&self.merged(alike)));
        // Few networks have so many resolutions: in their strip, the middle is left out.
        let strip = found.or_else(|| {
            let merged = self.merged(alike[3]);
            (3..=MOST.min(merged.volumes.len()))
                .rev()
                .find_map(|count| fits(&merged.shortened(count)))
        });
        strip.unwrap_or_else(|| {
            let path = &self.shortened(1);
            Placer { diagram, frame, face: frame.face[2], path }.strip()
        })
    }
}

/// Whether two neighbours are drawn as one.
type Alike<'a> = dyn Fn(&Volume, &Volume) -> bool + 'a;

struct Placer<'a> {
    diagram: &'a Diagram,
    frame: &'a Frame,
    /// How high the largest face is.
    face: i32,
    path: &'a Path,
}

impl Placer<'_> {
    fn strip(&self) -> Strip {
        let solids = self.solids();
        // Skips are level only where each resolution has a row.
        match self.path.skips.is_empty() {
            true => self.row(solids),
            false => self.rows(solids),
        }
    }

    /// Volumes in one row, with their shapes below.
    fn row(&self, mut solids: Vec<Solid>) -> Strip {
        let labels: Vec<Label> = solids.iter().map(|solid| self.label(&solid.volume)).collect();
        // Labels read as one if they are close to each other, so they are further apart if there is room.
        let widths = |space: i32| {
            solids.iter().zip(&labels).map(move |(solid, label)| {
                let width = solid.right() - solid.x;
                match self.frame.labels {
                    Labels::Beside => width.max(label.width + space - self.frame.gap),
                    Labels::Staggered | Labels::None => width,
                }
            })
        };
        let whole = |space: i32| widths(space).map(|cell| cell + self.frame.gap).sum::<i32>();
        let fits = |space: &i32| whole(*space) - self.frame.gap + 2 * MARGIN <= self.frame.width;
        let space = [24, 16].into_iter().find(fits).unwrap_or(8);
        let cells: Vec<i32> = widths(space).collect();
        let mut x = MARGIN;
        for (solid, cell) in solids.iter_mut().zip(cells) {
            let width = solid.right() - solid.x;
            solid.x = x + (cell - width) / 2;
            x += cell + self.frame.gap;
        }
        let count = if self.frame.labels == Labels::None { 0 } else { LINE };
        let top = solids.iter().map(Solid::top).min().unwrap_or(0) - count;
        let bottom = solids.iter().map(Solid::bottom).max().unwrap_or(0);
        solids.iter_mut().for_each(|solid| solid.y += MARGIN - top);
        let mut strip = Strip {
            width: x - self.frame.gap + MARGIN,
            height: bottom - top + 2 * MARGIN,
            lines: Vec::new(),
            skips: Vec::new(),
            texts: Vec::new(),
            solids,
        };
        if self.frame.labels != Labels::None {
            self.shapes(&mut strip, &labels);
            counts(&mut strip);
        }
        strip
    }

    /// The shapes below volumes: where two have no room beside each other, one is lower.
    fn shapes(&self, strip: &mut Strip, labels: &[Label]) {
        let top = strip.height - MARGIN;
        let mut ends: [i32; 3] = [i32::MIN; 3];
        let mut lowest = 0;
        for (solid, label) in strip.solids.iter().zip(labels) {
            let half = label.width / 2 + 1;
            let x = solid.middle().max(half);
            // The row in which it has room.
            let Some(row) = ends.iter().position(|end| x - half > *end + 3) else { continue };
            ends[row] = x + half;
            for (index, line) in label.lines.iter().enumerate() {
                let below = (2 * LINE + 3) * row as i32 + LINE * index as i32 + LINE;
                lowest = lowest.max(below);
                let text = line.clone();
                strip.texts.push(Words { x, y: top + below, text, kind: Kind::Shape });
            }
            strip.width = strip.width.max(x + half);
        }
        strip.height = top + lowest + 4 + MARGIN;
    }

    /// The shape of a volume in lines, that of its places below its channels. If channels change in it, they are
    /// the first and the last.
    fn label(&self, volume: &Volume) -> Label {
        let sizes = |value: usize| &self.diagram.sizes(value).text[..];
        let lines = match volume.values.map(sizes) {
            [[from, ..], [to, places @ ..]] if places.len() > 1 => {
                let channels = if from == to { to.clone() } else { format!("{from} → {to}") };
                vec![format!("{channels} ×"), places.join(TIMES)]
            }
            [from, to] if from == to => vec![to.join(TIMES)],
            [from, to] => vec![from.join(TIMES), format!("→ {}", to.join(TIMES))],
        };
        let lines: Vec<String> =
            lines.iter().map(|line| Letters::Small.fit(line, MOST_LABEL).into_owned()).collect();
        let width = lines.iter().map(|line| Letters::Small.width(line)).max().unwrap_or(0);
        Label { lines, width }
    }

    /// Volumes in a row for each resolution, with the channels below and the resolution at the end.
    fn rows(&self, mut solids: Vec<Solid>) -> Strip {
        let level_of = |solid: &Solid| area(self.diagram, solid.volume.values[1]).unwrap_or(0);
        let mut levels: Vec<u64> = solids.iter().map(level_of).collect();
        levels.sort_unstable_by(|a, b| b.cmp(a));
        levels.dedup();
        let text = if self.frame.labels == Labels::None { 0 } else { LINE + 2 };
        let mut y = MARGIN;
        let mut middles = Vec::new();
        for level in &levels {
            let on_it = || solids.iter().filter(|solid| level_of(solid) == *level);
            let top = on_it().map(Solid::top).min().unwrap_or(0);
            let bottom = on_it().map(Solid::bottom).max().unwrap_or(0);
            middles.push(y - top);
            y += bottom - top + text + self.frame.gap / 2;
        }
        let height = y;
        let row = |solid: &Solid| levels.iter().position(|level| *level == level_of(solid));
        let (mut x, mut before) = (MARGIN, None);
        for index in 0..solids.len() {
            let row = row(&solids[index]);
            if index > 0 {
                let last = &solids[index - 1];
                // Below or above its neighbour, a volume may be nearer.
                x = if row == before { last.right() } else { last.x + last.thickness }
                    + self.frame.gap * 2 / 3;
            }
            before = row;
            solids[index].x = x;
            solids[index].y = row.map_or(0, |row| middles[row]);
        }
        // Two that are on the same row and no neighbours have the row below between them.
        let mut lines = Vec::new();
        for pair in solids.windows(2) {
            let [a, b] = pair else { continue };
            if a.y != b.y {
                lines.push([[a.x + a.thickness, a.y], [b.x, b.y]]);
            }
        }
        let mut strip = Strip {
            width: solids.iter().map(Solid::right).max().unwrap_or(0) + MARGIN,
            height,
            lines,
            skips: Vec::new(),
            texts: Vec::new(),
            solids,
        };
        for Skip { from, to, name } in &self.path.skips {
            let (from, to) = (&strip.solids[*from], &strip.solids[*to]);
            let y = from.y - from.back[1] / 2;
            let ends = [from.right(), to.x];
            if ends[1] - ends[0] > 4 && from.y == to.y {
                strip.skips.push((ends, y));
                let room = ends[1] - ends[0];
                let x = (ends[0] + ends[1]) / 2;
                let is_free = !strip.texts.iter().any(|words| words.y == y - 4);
                if self.frame.labels != Labels::None && Letters::Small.width(name) < room && is_free
                {
                    strip.texts.push(Words { x, y: y - 4, text: name.clone(), kind: Kind::Skip });
                }
            }
        }
        if self.frame.labels != Labels::None {
            self.levels(&mut strip, &levels, &middles);
        }
        strip
    }

    /// The labels below volumes and at the ends of rows.
    fn levels(&self, strip: &mut Strip, levels: &[u64], middles: &[i32]) {
        let solids = core::mem::take(&mut strip.solids);
        for (level, middle) in levels.iter().zip(middles) {
            let on_it = || solids.iter().filter(|solid| solid.y == *middle);
            let bottom = on_it().map(Solid::bottom).max().unwrap_or(0);
            let mut end = i32::MIN;
            let mut words = Vec::new();
            for solid in on_it() {
                let (first, last) =
                    (self.channels(solid.volume.values[0]), self.channels(solid.volume.values[1]));
                let both = format!("{first} → {last}");
                let room = self.frame.width / 13;
                let is_one = first == last || Letters::Small.width(&both) > room;
                let text = if is_one { last } else { both };
                let text = Letters::Small.fit(&text, MOST_LABEL).into_owned();
                let half = Letters::Small.width(&text) / 2;
                let x = (solid.x + solid.thickness / 2).max(half + 1);
                if x - half > end {
                    end = x + half + 3;
                    strip.width = strip.width.max(x + half + 1);
                    words.push(Words { x, y: bottom + LINE - 1, text, kind: Kind::Shape });
                }
            }
            let right = on_it().map(Solid::right).max().unwrap_or(0);
            let Some(last) = on_it().next_back() else { continue };
            if *level > 0
                && let Some([height, width]) =
                    face(&self.diagram.sizes(last.volume.values[1]).shape)
            {
                let text = format!("{height} × {width}");
                let half = Letters::Small.width(&text) / 2;
                // At the end of the row, or where there is none below it.
                let x = right + half + 6;
                if x + half <= self.frame.width {
                    words.push(Words { x, y: *middle + 4, text, kind: Kind::Shape });
                    strip.width = strip.width.max(x + half + MARGIN);
                }
            }
            strip.texts.append(&mut words);
        }
        strip.solids = solids;
    }

    fn channels(&self, value: usize) -> String {
        self.diagram.sizes(value).text.first().cloned().unwrap_or_default()
    }

    /// The volumes, each at 0.
    fn solids(&self) -> Vec<Solid> {
        let shapes =
            || self.path.volumes.iter().map(|volume| &self.diagram.sizes(volume.values[1]).shape);
        let faces = shapes().filter(|shape| vector(shape).is_none()).filter_map(face);
        let most = faces.flatten().max().unwrap_or(1).max(1);
        let lengths = shapes().filter(|shape| shape.rank() == 2).map(|shape| shape.size(1) as u64);
        let longest = lengths.max().unwrap_or(1).max(1);
        let solid = |volume: &Volume| {
            let shape = &self.diagram.sizes(volume.values[1]).shape;
            let thick = |channels: usize| {
                ((20 + logarithm(channels) * 25 / 8) * self.frame.thickness / 1000).max(3)
            };
            let (height, thickness, depth) = match (vector(shape), face(shape)) {
                (Some(size), _) => {
                    let height = self.face * (20 + logarithm(size).min(96)) / 116;
                    (height, 6 * self.frame.thickness / 100, self.face / 12)
                }
                (None, Some([height, width])) => {
                    let side = |size: u64| root(self.face, size, most).max(6);
                    (side(height), thick(shape.size(0)), side(width))
                }
                _ if shape.rank() == 2 => {
                    let height = root(self.face * 7 / 8, shape.size(1) as u64, longest).max(6);
                    (height, thick(shape.size(0)), self.face / 12)
                }
                // Nothing is known of it.
                _ => (self.face / 2, thick(32), self.face / 4),
            };
            let slices = volume.count.min(MOST_SLICES);
            // More slices are thicker together, though not as much as each alone.
            let thickness = thickness.max(2) * (4 + slices as i32) / 5;
            Solid {
                x: 0,
                y: 0,
                thickness: thickness.max(slices as i32 * 3),
                height: height.max(4),
                back: [depth * 40 / 100 + 1, depth * 26 / 100 + 1],
                family: volume.family,
                slices,
                volume: volume.clone(),
            }
        };
        self.path.volumes.iter().map(solid).collect()
    }
}

/// The shape of a volume in lines.
struct Label {
    lines: Vec<String>,
    width: i32,
}

/// The count of a merged volume, above it, if there is room.
fn counts(strip: &mut Strip) {
    let mut end = i32::MIN;
    for solid in strip.solids.iter().filter(|solid| solid.volume.count > 1) {
        let text = format!("× {}", solid.volume.count);
        let half = Letters::Small.width(&text) / 2 + 1;
        let (x, y) = ((solid.middle() + solid.back[0] / 2).max(half), solid.top() - 3);
        if x - half > end {
            end = x + half;
            strip.width = strip.width.max(end);
            strip.texts.push(Words { x, y, text, kind: Kind::Count });
        }
    }
}

/// The size of a vector, also if it is one for a single place.
fn vector(shape: &Shape) -> Option<usize> {
    match shape.dims() {
        [size, others @ ..] if others.iter().all(|size| *size == 1) => Some(*size),
        _ => None,
    }
}

/// A part of a length, as the root of a part of a number.
fn root(length: i32, part: u64, whole: u64) -> i32 {
    let thousandths = (part.saturating_mul(1_000_000) / whole).isqrt().min(1000) as i32;
    length * thousandths / 1000
}

/// Eight times the binary logarithm.
fn logarithm(size: usize) -> i32 {
    let whole = size.max(1).ilog2();
    // What follows the first digit is nearly linear.
    let fraction = ((size as u128) << 3 >> whole) as i32 - 8;
    whole as i32 * 8 + fraction.max(0)
}
