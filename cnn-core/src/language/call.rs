//! One layer's call: its arguments and the input, read by the layer's algebra.

use super::params::{Axes, Flag, Float, Range, Signed, Size, Word};
use super::signature::{Param, Signature};
use super::{Arg, Args, Arrivals};
use crate::error::{At, Part, Problem, Quantity, ShapeError, ShapeErrors};
use crate::shape::{Count, Shape};

/// A call being resolved. The reading methods always return a value, and keep the errors: what is
/// wrong comes back as 0, "unknown", about which nothing complains. So the algebra of a layer is
/// straight-line code.
pub(crate) struct Call<'a> {
    pub(crate) arrivals: &'a Arrivals<'a>,
    /// The input, or at a join the first input.
    pub(crate) input: Shape,
    pub(crate) errors: ShapeErrors,
    params: &'static [Param],
    args: &'a Args<'a>,
}

impl<'a> Call<'a> {
    pub(crate) const fn new(
        signature: &Signature,
        args: &'a Args<'a>,
        arrivals: &'a Arrivals<'a>,
    ) -> Call<'a> {
        let input = arrivals.first();
        let params = signature.params;
        Call { arrivals, input, errors: ShapeErrors::NONE, params, args }
    }

    /// Records an error.
    pub(crate) const fn fail(&mut self, at: At, problem: Problem) {
        self.errors.push(ShapeError { problem, at, fix: None });
    }

    /// Records an error that exactly one other value would mend.
    pub(crate) const fn fail_with_fix(&mut self, at: At, problem: Problem, fix: Option<usize>) {
        self.errors.push(ShapeError { problem, at, fix });
    }

    /// The argument, or its default.
    pub(crate) const fn arg(&self, param: usize) -> Arg<'a> {
        match self.args.get(param) {
            Arg::Omitted => match self.params[param].default {
                Some(default) => default,
                None => Arg::Omitted,
            },
            written => written,
        }
    }

    /// Whether an argument is written.
    pub(crate) const fn is_written(&self, param: usize) -> bool {
        !matches!(self.args.get(param), Arg::Omitted)
    }

    /// Whether nothing but the first sizes is written, so that all else has its default.
    pub(crate) const fn has_sizes_only(&self) -> bool {
        self.args.others.is_empty()
    }

    /// Records an error if an argument is written that has a meaning only with a flag.
    pub(crate) const fn only_with(&mut self, param: usize, needs: Flag) {
        if self.is_written(param) && !self.flag(needs) {
            self.fail(At::Param(param), Problem::OnlyWith { needs: needs.0 });
        }
    }

    /// The argument, or its default, if it is a single size: the usual case, which is worth a
    /// shorter way in const evaluation.
    pub(crate) const fn single_size(&self, param: usize) -> Option<usize> {
        if param < self.args.sizes.len() {
            return Some(self.args.sizes[param]);
        }
        let mut i = 0;
        while i < self.args.others.len() {
            if self.args.others[i].0 == param {
                match self.args.others[i].1 {
                    Arg::Size(size) => return Some(size),
                    Arg::Omitted => break,
                    _ => return None,
                }
            }
            i += 1;
        }
        match self.params[param].default {
            Some(Arg::Size(size)) => Some(size),
            _ => None,
        }
    }

    /// The place of a value: in a list the element, otherwise the argument.
    pub(crate) const fn place(&self, param: usize, element: usize) -> At {
        match self.args.get(param) {
            Arg::List(list) if element < list.len() => At::Element(param, element),
            // One value in a list stands for all axes.
            Arg::List([_]) => At::Element(param, 0),
            Arg::Omitted => At::Layer,
            _ => At::Param(param),
        }
    }

    /// Records a size that is too small.
    pub(super) const fn refuse(&mut self, at: At, value: usize, least: usize) {
        self.fail(at, Problem::TooSmall { value, least });
    }

    /// A size of at least 1.
    pub(crate) const fn size(&mut self, param: Size) -> usize {
        match self.single_size(param.0) {
            Some(0) => {
                self.refuse(param.at(), 0, 1);
                0
            }
            Some(size) => size,
            None => 0,
        }
    }

    /// A size that may be 0.
    pub(crate) const fn size_or_zero(&self, param: Size) -> usize {
        match self.single_size(param.0) {
            Some(size) => size,
            None => 0,
        }
    }

    /// How many channels or features arrive; 0 if that is not known.
    const fn arriving(&self, part: Part) -> usize {
        match part {
            Part::Channels => self.input.size(0),
            Part::Last => self.input.size(self.input.spatial_rank()),
            Part::Dim(dim) => self.input.size(dim),
            Part::All => match self.input.checked_elements() {
                Some(elements) if elements <= usize::MAX as u64 => elements as usize,
                _ => 0,
            },
        }
    }

    /// The numbers of channels or features that the layer is declared to take, as [`Call::features`] are, and
    /// to make. If they are swapped, what was meant is returned.
    pub(crate) const fn features_to(
        &mut self,
        takes: Size,
        makes: Size,
        part: Part,
    ) -> (usize, usize) {
        if let (Some(from), Some(to)) = (self.single_size(takes.0), self.single_size(makes.0))
            && from > 0
            && from != to
            && to == self.arriving(part)
        {
            let problem = Problem::Swapped { takes: from, arrive: to, part, makes: makes.0 };
            self.fail_with_fix(takes.at(), problem, Some(to));
            return (to, from);
        }
        (self.features(takes, part), self.size(makes))
    }

    /// The number of channels or features the layer is declared to take. It must be the number
    /// that arrives; `_` is that number.
    pub(crate) const fn features(&mut self, param: Size, part: Part) -> usize {
        let arrive = self.arriving(part);
        match self.single_size(param.0) {
            Some(0) => {
                let fix = if arrive > 0 { Some(arrive) } else { None };
                let problem = Problem::TooSmall { value: 0, least: 1 };
                self.fail_with_fix(param.at(), problem, fix);
                arrive
            }
            Some(takes) => {
                self.compare_features(param.at(), takes, part);
                takes
            }
            None => arrive,
        }
    }

    /// Records an error if a layer is declared to take another number of channels or features than arrives.
    pub(crate) const fn compare_features(&mut self, at: At, takes: usize, part: Part) {
        let arrive = self.arriving(part);
        if arrive != 0 && takes != arrive {
            let problem = Problem::Features { takes, arrive, part };
            self.fail_with_fix(at, problem, Some(arrive));
        }
    }

    /// The number of channels, and the dim where they are.
    pub(crate) const fn channels_along(&mut self, channels: Size, dim: Signed) -> (usize, usize) {
        let dim = self.dim_or_first(dim);
        let part = if dim == 0 { Part::Channels } else { Part::Dim(dim) };
        (self.features(channels, part), dim)
    }

    /// The number of spatial axes, if the layer works on as many; 0 if that is not known or wrong.
    pub(crate) const fn spatial_rank(&mut self, least: usize, most: usize) -> usize {
        if self.input.is_lost() {
            return 0;
        }
        let axes = self.input.spatial_rank();
        if axes < least || axes > most {
            self.fail(At::Layer, Problem::SpatialRank { least, most });
            // Nothing else about it is worth saying.
            self.input = Shape::LOST;
            return 0;
        }
        axes
    }

    /// One size for each axis, from a scalar for all axes or a list with one for each.
    pub(crate) const fn axes(&mut self, param: Axes, axes: usize, least: usize) -> Shape {
        if let Some(size) = self.single_size(param.0) {
            if size < least {
                self.refuse(param.at(), size, least);
            }
            return Shape::splat(size, axes);
        }
        match self.arg(param.0) {
            Arg::List([Arg::Size(value)]) if self.params[param.0].broadcast => {
                if *value < least {
                    self.refuse(At::Element(param.0, 0), *value, least);
                }
                Shape::splat(*value, axes)
            }
            Arg::List(list) => {
                if axes > 0 && list.len() != axes {
                    let problem = Problem::AxisCount { values: list.len(), axes };
                    self.fail(param.at(), problem);
                }
                let mut sizes = Shape::LOST;
                let mut axis = 0;
                while axis < list.len() {
                    let size = match list[axis] {
                        Arg::Size(value) => {
                            if value < least {
                                self.refuse(At::Element(param.0, axis), value, least);
                            }
                            value
                        }
                        // `_` keeps the size of the axis.
                        _ => self.input.size(axis + 1),
                    };
                    if sizes.rank() < axes {
                        sizes = sizes.push(size);
                    }
                    axis += 1;
                }
                sizes
            }
            // `_` keeps the size of every axis.
            Arg::Infer => {
                let mut sizes = Shape::LOST;
                while sizes.rank() < axes {
                    sizes = sizes.push(self.input.size(sizes.rank() + 1));
                }
                sizes
            }
            _ => Shape::splat(0, axes),
        }
    }

    pub(crate) const fn float(&self, param: Float) -> f64 {
        match self.arg(param.0) {
            Arg::Float(value) => value,
            _ => 0.0,
        }
    }

    /// A real number, if one is written.
    pub(crate) const fn float_if_written(&self, param: Float) -> Option<f64> {
        match self.arg(param.0) {
            Arg::Float(value) => Some(value),
            _ => None,
        }
    }

    pub(crate) const fn flag(&self, param: Flag) -> bool {
        if self.has_sizes_only() {
            return matches!(self.params[param.0].default, Some(Arg::Flag(true)));
        }
        matches!(self.arg(param.0), Arg::Flag(true))
    }

    /// The index of a word.
    pub(crate) const fn word(&self, param: Word) -> usize {
        // The first word is the default.
        if self.has_sizes_only() {
            return 0;
        }
        match self.arg(param.0) {
            Arg::Word(index) => index,
            _ => 0,
        }
    }

    /// The index of the word that was written in place of sizes; `None` if sizes were.
    pub(crate) const fn word_for_sizes(&self, param: Axes) -> Option<usize> {
        if param.0 < self.args.sizes.len() {
            return None;
        }
        match self.arg(param.0) {
            Arg::Word(index) => Some(index),
            _ => None,
        }
    }

    /// A range, `None` if it is not known.
    pub(crate) const fn range(&self, param: Range) -> Option<(usize, usize)> {
        match self.arg(param.0) {
            Arg::Range(start, end) => Some((start, end)),
            _ => None,
        }
    }

    /// A probability.
    pub(crate) const fn probability(&mut self, param: Float) -> f64 {
        let p = self.float(param);
        if !matches!(p, 0.0..=1.0) {
            self.fail(param.at(), Problem::Probability);
        }
        p
    }

    /// A number that may be 0, but not negative.
    pub(crate) const fn at_least_zero(&mut self, param: Float) -> f64 {
        let number = self.float(param);
        if !matches!(number, 0.0..) {
            self.fail(param.at(), Problem::Negative);
        }
        number
    }

    /// A number above 0.
    pub(crate) const fn positive(&mut self, param: Float) -> f64 {
        self.nonzero(param);
        self.at_least_zero(param)
    }

    /// A number that is not 0.
    pub(crate) const fn nonzero(&mut self, param: Float) -> f64 {
        let number = self.float(param);
        if number == 0.0 {
            self.fail(param.at(), Problem::Zero);
        }
        number
    }

    /// A number that exceeds that of another parameter, or equals it.
    pub(crate) const fn above(&mut self, param: Float, floor: Float, or_equal: bool) -> f64 {
        let (number, least) = (self.float(param), self.float(floor));
        if !(number > least || or_equal && number == least) {
            // The one that was written is the one to blame.
            let at = match self.args.get(param.0) {
                Arg::Omitted => floor.at(),
                _ => param.at(),
            };
            let problem = Problem::Below { param: param.0, floor: floor.0, or_equal };
            self.fail(at, problem);
        }
        number
    }

    /// A dim, which counts the batch axis as 0 and negative ones from the end, as an index into
    /// the arriving shape. `None` after an error, or if the shape is not known.
    pub(crate) const fn dim(&mut self, param: Signed) -> Option<usize> {
        self.dim_of(param, self.input.rank())
    }

    /// The same, or after an error the first dim.
    pub(crate) const fn dim_or_first(&mut self, param: Signed) -> usize {
        match self.dim(param) {
            Some(dim) => dim,
            None => 0,
        }
    }

    /// Like [`Call::dim`], in a shape with so many sizes.
    pub(crate) const fn dim_of(&mut self, param: Signed, rank: usize) -> Option<usize> {
        match self.arg(param.0) {
            Arg::Signed(dim) => self.index(dim, self.place(param.0, 0), rank),
            _ => None,
        }
    }

    pub(super) const fn index(&mut self, dim: isize, at: At, rank: usize) -> Option<usize> {
        if self.input.is_lost() {
            return None;
        }
        let dims = rank + 1;
        let index = if dim < 0 { dim.wrapping_add(dims as isize) } else { dim };
        if index < 0 || index >= dims as isize {
            self.fail(at, Problem::NoSuchDim { dim, dims });
            None
        } else if index == 0 {
            self.fail(at, Problem::BatchDim { dim });
            None
        } else {
            Some(index as usize - 1)
        }
    }

    /// A size that was computed, 0 if it does not fit.
    pub(crate) const fn fits(&mut self, size: Option<usize>) -> usize {
        match size {
            Some(size) => size,
            None => {
                self.fail(At::Layer, Problem::Overflow { what: Quantity::OutputSize });
                0
            }
        }
    }

    /// Counts that must be exact; 0 for those that are not.
    pub(crate) const fn exact<const N: usize>(
        &mut self,
        counts: [(Count, Quantity); N],
    ) -> [u64; N] {
        let mut exact = [0; N];
        let mut i = 0;
        while i < N {
            let (Count(count), what) = counts[i];
            if count <= u64::MAX as u128 {
                exact[i] = count as u64;
            } else {
                self.fail(At::Layer, Problem::Overflow { what });
            }
            i += 1;
        }
        exact
    }
}
