//! A network as papers draw it: a row of volumes, as high as the resolution and as thick as the channels.
//!
//! ```text
//! pieces ──stages──▶ what makes volumes ──path──▶ those on the longest way ──merge──▶ as many as there is room for
//! ```
//!
//! Where a long skip returns to an earlier resolution, each resolution has a row, so that a U-Net is a U.

mod path;
mod place;
mod stage;
mod svg;

use alloc::string::String;

use self::path::Path;
use self::place::{Frame, Labels};
use super::diagram::Diagram;
use super::structure::{self, Piece};

/// For pages and files.
const WIDE: Frame =
    Frame { width: 936, face: [104, 84, 70], thickness: 100, gap: 16, labels: Labels::Beside };
/// For phones.
const NARROW: Frame =
    Frame { width: 340, face: [72, 56, 44], thickness: 62, gap: 7, labels: Labels::Staggered };
/// Beside a name.
const SMALL: Frame =
    Frame { width: 150, face: [34, 28, 20], thickness: 34, gap: 3, labels: Labels::None };

/// The volumes as a line of SVG.
pub(super) fn wide(diagram: &Diagram) -> String {
    svg::write(diagram, &path(diagram).placed(diagram, &WIDE), svg::Look::File)
}

/// The volumes as a line of SVG without texts and styles, 150 pixels wide at most.
pub(super) fn small(diagram: &Diagram) -> String {
    svg::write(diagram, &path(diagram).placed(diagram, &SMALL), svg::Look::Small)
}

/// The volumes for a page, twice: for wide ones and for phones.
pub(super) fn page(diagram: &Diagram, pieces: &[Piece]) -> String {
    let path = Path::new(diagram, &stage::stages(diagram, pieces));
    let wide = svg::write(diagram, &path.placed(diagram, &WIDE), svg::Look::Wide);
    wide + &svg::write(diagram, &path.placed(diagram, &NARROW), svg::Look::Narrow)
}

fn path(diagram: &Diagram) -> Path {
    let stages = stage::stages(diagram, &structure::pieces(diagram));
    Path::new(diagram, &stages)
}
