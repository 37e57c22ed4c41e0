//! Joins of several branches.

use core::fmt;

use crate::error::{At, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::shape::{Shape, Tensors};

/// A line for each join: its keyword, what it is, what it may do with the memory of the input, and what else it
/// is called.
macro_rules! joins {
    ($($keyword:ident: $join:ident, $reuse:ident, $aliases:expr;)*) => {
        $(
            pub(crate) mod $keyword {
                use super::*;

                pub(crate) static KEYWORD: Keyword = Keyword {
                    signature: Signature::new(stringify!($keyword), &[]).joins().aliases(&$aliases),
                    family: Family::Join,
                    reuse: Reuse::$reuse,
                };

                pub(crate) const fn read(_: &mut Call<'_>) -> Join {
                    Join::$join
                }
            }
        )*
    };
}

joins! {
    add: Add, Overwrite, [];
    sub: Sub, Overwrite, ["subtract", "Subtract", "Sub"];
    mul: Mul, Overwrite, ["Multiply"];
    div: Div, Overwrite, ["divide", "Divide", "Div", "true_divide"];
    max: Max, Overwrite, ["maximum", "Maximum", "Max"];
    min: Min, Overwrite, ["minimum", "Minimum", "Min"];
    matmul: MatMul, Never, ["bmm", "MatMul", "Matmul", "BatchMatMul"];
}

pub(crate) mod concat {
    use super::*;

    params! {
        dim: Signed = 1,
    }

    pub(crate) static KEYWORD: Keyword = Keyword {
        signature: Signature::new("concat", PARAMS).joins().aliases(&["cat", "Concatenate"]),
        family: Family::Join,
        reuse: Reuse::Never,
    };

    pub(crate) const fn read(call: &mut Call<'_>) -> Join {
        // After a mistake before the first branch, the others still tell the rank.
        let mut branch = 0;
        while call.input.is_lost() && branch < call.arrivals.count() {
            call.input = call.arrivals.get(branch);
            branch += 1;
        }
        if call.has_sizes_only() {
            return Join::Concat { dim: 0 };
        }
        match call.dim(PARAM.dim) {
            Some(dim) => Join::Concat { dim },
            None => {
                call.input = Shape::LOST;
                Join::Concat { dim: 0 }
            }
        }
    }
}

/// How branches are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(tag = "how", rename_all = "snake_case"))]
pub enum Join {
    /// Their sum. Axes of size 1 are broadcast, here and in all joins of values at the same place.
    Add,
    /// The first less the others.
    Sub,
    /// Their product, value by value.
    Mul,
    /// The first divided by the others.
    Div,
    /// The largest of the values at each place.
    Max,
    /// The least of the values at each place.
    Min,
    /// Their values along a dim, one branch after the other.
    Concat {
        /// The dim, an index into the shape without the batch axis: 0 for the channels.
        dim: usize,
    },
    /// The product of two matrices: the last two axes of each branch. Other axes of size 1 are broadcast.
    #[cfg_attr(feature = "serde", serde(rename = "matmul"))]
    MatMul,
}

impl Join {
    /// The shape that all branches fit; for a concatenation with all their sizes along its dim.
    pub(crate) const fn output(&self, call: &mut Call<'_>) -> Shape {
        if matches!(self, Join::MatMul) {
            return matrix_product(call);
        }
        let apart = match self {
            // There is no such dim, or nothing is known of any branch.
            Join::Concat { .. } if call.input.is_lost() => {
                return Shape::splat(0, call.arrivals.first().rank());
            }
            Join::Concat { dim } => Some(*dim),
            _ => None,
        };
        let mut output = call.arrivals.first();
        let mut lost = output.is_lost();
        let mut branch = 1;
        while branch < call.arrivals.count() {
            let other = call.arrivals.get(branch);
            output = match (output.is_lost(), other.is_lost()) {
                (_, true) => output,
                (true, _) => other,
                _ => self.pair(call, output, other, branch),
            };
            lost = lost || other.is_lost();
            branch += 1;
        }
        if let Some(dim) = apart
            && lost
            && dim < output.rank()
        {
            // A size that is not known makes the sum unknown.
            output = output.with(dim, 0);
        }
        output
    }

    /// The result of joining the branches so far and the next one.
    const fn pair(self, call: &mut Call<'_>, so_far: Shape, other: Shape, branch: usize) -> Shape {
        let mismatch = Problem::Branches { branch, done: self.done() };
        if so_far.rank() != other.rank() {
            call.fail(At::Layer, mismatch);
            return Shape::LOST;
        }
        let mut output = so_far;
        let mut dim = 0;
        while dim < so_far.rank() {
            let (a, b) = (so_far.size(dim), other.size(dim));
            let size = if self.keeps_apart(dim) {
                // A size that is not known makes the sum unknown.
                if a == 0 || b == 0 { 0 } else { call.fits(a.checked_add(b)) }
            } else if let Some(size) = common_size(a, b, !self.is_concat()) {
                size
            } else {
                call.fail(At::Layer, mismatch);
                // Which of them is meant is not known.
                0
            };
            output = output.with(dim, size);
            dim += 1;
        }
        output
    }

    /// The participle for messages, as in "cannot be added".
    const fn done(self) -> &'static str {
        match self {
            Join::Add => "added",
            Join::Sub => "subtracted",
            Join::Mul => "multiplied",
            Join::Div => "divided",
            Join::Max | Join::Min => "compared",
            Join::Concat { dim: 0 } => "concatenated",
            Join::Concat { dim: 1 } => "concatenated along dim 2",
            Join::Concat { dim: 2 } => "concatenated along dim 3",
            Join::Concat { .. } => "concatenated along dim 4",
            Join::MatMul => "multiplied as matrices",
        }
    }

    /// Whether the values of the branches follow each other along a dim; otherwise they meet.
    pub(crate) const fn keeps_apart(self, dim: usize) -> bool {
        matches!(self, Join::Concat { dim: along } if along == dim)
    }

    /// Whether there is such a dim.
    pub(crate) const fn is_concat(self) -> bool {
        matches!(self, Join::Concat { .. })
    }

    /// Whether each position along a dim of the output takes all those of a branch.
    #[cfg(feature = "alloc")]
    pub(crate) const fn mixes(self, branch: usize, dim: usize, rank: usize) -> bool {
        // The columns of the first matrix meet the rows of the second one.
        matches!(self, Join::MatMul) && dim + if branch == 0 { 1 } else { 2 } == rank
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    /// One operation per value for each branch after the first. Each value of a product of matrices takes as many
    /// multiply-accumulates as the first one has columns.
    pub(crate) const fn work(&self, ends: &Ends<'_>) -> Work {
        match self {
            Join::Concat { .. } => Work::NONE,
            Join::MatMul => {
                let columns = ends.input.size(ends.input.spatial_rank());
                Work { mac_factors: Some([*ends.output, Shape::one(columns)]), ..Work::NONE }
            }
            _ => Work::each(ends.output, ends.inputs.saturating_sub(1)),
        }
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        let class = match self {
            Join::Add => "Add",
            Join::Sub => "Sub",
            Join::Mul => "Mul",
            Join::Div => "Div",
            Join::Max => "Maximum",
            Join::Min => "Minimum",
            Join::Concat { .. } => "Concat",
            Join::MatMul => "MatMul",
        };
        [class; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        match self {
            Join::Mul | Join::Div | Join::Max | Join::Min | Join::MatMul => Keeps::INPUTS,
            Join::Add | Join::Sub | Join::Concat { .. } => Keeps::NOTHING,
        }
    }

    /// Of each branch by itself. What broadcasts, what is mixed, and where the values of a concatenation come to
    /// stand, depends on all of them.
    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Same.of(dim)
    }

    /// The dim of a concatenation that is not one of channels, as it is written.
    pub(crate) fn details(&self, text: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        match self {
            Join::Concat { dim: dim @ 1.. } => write!(text, " dim {}", dim + 1),
            _ => Ok(()),
        }
    }
}

/// The size that two sizes have in common, if they have: one that is not known is like the other, and if sizes
/// broadcast, 1 is, too.
pub(super) const fn common_size(a: usize, b: usize, broadcasts: bool) -> Option<usize> {
    if a == b || b == 0 || (b == 1 && broadcasts) {
        Some(a)
    } else if a == 0 || (a == 1 && broadcasts) {
        Some(b)
    } else {
        None
    }
}

/// The shape of the product of two matrices, or of as many pairs of them as the other axes say.
const fn matrix_product(call: &mut Call<'_>) -> Shape {
    let branches = call.arrivals.count();
    if branches != 2 {
        if branches > 2 {
            call.fail(At::Layer, Problem::BranchCount { branches, least: 2, most: 2 });
        }
        return Shape::LOST;
    }
    let (first, second) = (call.arrivals.first(), call.arrivals.get(1));
    if first.is_lost() || second.is_lost() {
        return Shape::LOST;
    }
    let rank = first.rank();
    if rank != second.rank() || rank < 2 {
        call.fail(At::Layer, Problem::MatMul);
        return Shape::LOST;
    }
    let mut fits = common_size(first.size(rank - 1), second.size(rank - 2), false).is_some();
    let mut output = first;
    let mut dim = 0;
    while dim + 2 < rank {
        let size = common_size(first.size(dim), second.size(dim), true);
        fits = fits && size.is_some();
        output = output.with(dim, if let Some(size) = size { size } else { 0 });
        dim += 1;
    }
    if !fits {
        call.fail(At::Layer, Problem::MatMul);
    }
    output.with(rank - 1, second.size(rank - 1))
}
