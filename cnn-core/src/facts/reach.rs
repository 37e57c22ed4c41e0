//! Which positions of its input a layer takes, one dim at a time.

/// How the values along a dim of the output depend on those along a dim of the input. Other dims are
/// not looked at: what a layer does to one position of them, it does to all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Reach {
    /// Each position takes the same position.
    Same,
    /// Position `j` takes `first + j × step`.
    Every { first: isize, step: usize },
    /// A window slides: position `j` takes `kernel` positions, `dilation` apart, from
    /// `j × stride − padding`.
    Window { kernel: usize, stride: usize, padding: usize, dilation: usize },
    /// A window slides over the output: position `i` of the input goes to `kernel` positions of the
    /// output, `dilation` apart, from `i × stride − padding`.
    Transposed { kernel: usize, stride: usize, padding: usize, dilation: usize },
    /// The positions are divided into as many windows as the output has, rounded outwards.
    Divided,
    /// Each position takes the one that it is a part of, or that is a part of it.
    Nearest,
    /// Each position takes those around its place on the input: from `before` it to `after` it, as
    /// they are counted from the one at or before its place.
    Around { before: isize, after: isize, align_corners: bool },
    /// The positions are divided into blocks of one size, one of which begins at `first`; each takes those of its
    /// block.
    Blocks { size: usize, first: usize },
    /// Each position of a first half takes itself and the same one of the second half.
    Halves,
    /// Each position takes all.
    All,
    /// Several dims become one, in which the positions of each are spread.
    Merged,
    /// The output depends on nothing that arrives.
    Nothing,
    /// There is no rule.
    Unknown,
}

/// Where a dim of a layer's input is in its output, and how that depends on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct ReachOf {
    pub(crate) dim: usize,
    pub(crate) reach: Reach,
}

impl Reach {
    /// All positions along the dims of which a condition holds, the same position along others.
    pub(crate) const fn all_if(all: bool) -> Reach {
        if all { Reach::All } else { Reach::Same }
    }

    /// For a dim that stays where it is.
    pub(crate) const fn of(self, dim: usize) -> ReachOf {
        ReachOf { dim, reach: self }
    }
}
