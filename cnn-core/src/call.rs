//! One layer's call: its arguments and what arrives, read by the layer's algebra.

use crate::arg::Arg;
use crate::error::{At, Part, Problem, Quantity, ShapeError, ShapeErrors};
use crate::kind::Kind;
use crate::signature::Param;
use crate::{Count, Shape};

/// A call being resolved. The reading methods always return a value, and keep the errors: what is
/// wrong comes back as 0, "not known", about which nothing complains. So the algebra of a layer is
/// straight-line code.
pub(crate) struct Call<'a> {
    pub(crate) kind: Kind,
    /// What arrives.
    pub(crate) input: Shape,
    pub(crate) errors: ShapeErrors,
    args: &'a [Arg<'a>],
}

impl<'a> Call<'a> {
    pub(crate) const fn new(kind: Kind, args: &'a [Arg<'a>], input: Shape) -> Call<'a> {
        Call { kind, input, errors: ShapeErrors::NONE, args }
    }

    /// Records an error.
    pub(crate) const fn fail(&mut self, at: At, problem: Problem) {
        self.errors.push(ShapeError { problem, at, fix: None });
    }

    /// Records an error that exactly one other value would mend.
    pub(crate) const fn fail_with_fix(&mut self, at: At, problem: Problem, fix: Option<usize>) {
        self.errors.push(ShapeError { problem, at, fix });
    }

    const fn param(&self, param: usize) -> &'static Param {
        &self.kind.signature().params[param]
    }

    /// The argument as it is written.
    pub(crate) const fn written(&self, param: usize) -> Arg<'a> {
        if param < self.args.len() { self.args[param] } else { Arg::Omitted }
    }

    /// The argument, or its default.
    pub(crate) const fn arg(&self, param: usize) -> Arg<'a> {
        match (self.written(param), self.param(param).default) {
            (Arg::Omitted, Some(default)) => default,
            (written, _) => written,
        }
    }

    /// The place of a value: in a list the element, otherwise the argument.
    pub(crate) const fn place(&self, param: usize, element: usize) -> At {
        match self.written(param) {
            Arg::List(list) if element < list.len() => At::Element(param, element),
            // One value in a list stands for all axes.
            Arg::List([_]) => At::Element(param, 0),
            Arg::Omitted => At::Layer,
            _ => At::Param(param),
        }
    }

    const fn at_least(&mut self, value: usize, least: usize, at: At) -> usize {
        if value < least {
            self.fail(at, Problem::TooSmall { value, least });
        }
        value
    }

    /// A size of at least 1.
    pub(crate) const fn size(&mut self, param: usize) -> usize {
        match self.arg(param) {
            Arg::Size { value } => self.at_least(value, 1, At::Param(param)),
            _ => 0,
        }
    }

    /// The number of channels or features the layer is declared to take. It has to be the number
    /// that arrives; `_` is that number.
    pub(crate) const fn features(&mut self, param: usize, part: Part) -> usize {
        let arrive = match part {
            Part::Channels => self.input.size(0),
            Part::Last => self.input.size(self.input.spatial_rank()),
            Part::All => match self.input.elements() {
                Some(elements) if elements <= usize::MAX as u64 => elements as usize,
                _ => 0,
            },
        };
        match self.arg(param) {
            Arg::Size { value: 0 } => {
                let fix = if arrive > 0 { Some(arrive) } else { None };
                let problem = Problem::TooSmall { value: 0, least: 1 };
                self.fail_with_fix(At::Param(param), problem, fix);
                arrive
            }
            Arg::Size { value: takes } => {
                if arrive != 0 && takes != arrive {
                    let problem = Problem::Features { takes, arrive, part };
                    self.fail_with_fix(At::Param(param), problem, Some(arrive));
                }
                takes
            }
            _ => arrive,
        }
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
    pub(crate) const fn axes(&mut self, param: usize, axes: usize, least: usize) -> Shape {
        match self.arg(param) {
            Arg::Size { value } => {
                Shape::splat(self.at_least(value, least, At::Param(param)), axes)
            }
            Arg::List([Arg::Size { value }]) if self.param(param).broadcast => {
                Shape::splat(self.at_least(*value, least, At::Element(param, 0)), axes)
            }
            Arg::List(list) => {
                if axes > 0 && list.len() != axes {
                    let problem = Problem::AxisCount { values: list.len(), axes };
                    self.fail(At::Param(param), problem);
                }
                let mut sizes = Shape::LOST;
                let mut axis = 0;
                while axis < list.len() {
                    let size = match list[axis] {
                        Arg::Size { value } => {
                            self.at_least(value, least, At::Element(param, axis))
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

    pub(crate) const fn float(&self, param: usize) -> f64 {
        match self.arg(param) {
            Arg::Float { value } => value,
            _ => 0.0,
        }
    }

    pub(crate) const fn flag(&self, param: usize) -> bool {
        matches!(self.arg(param), Arg::Flag { value: true })
    }

    /// The index of the word that was written; `None` if a value was.
    pub(crate) const fn word(&self, param: usize) -> Option<usize> {
        match self.arg(param) {
            Arg::Word { index } => Some(index),
            _ => None,
        }
    }

    /// A dim, which counts the batch axis as 0 and negative ones from the end, as an index into
    /// the arriving shape. `None` after an error, or if the shape is not known.
    pub(crate) const fn dim(&mut self, param: usize) -> Option<usize> {
        let Arg::Signed { value: dim } = self.arg(param) else { return None };
        if self.input.is_lost() {
            return None;
        }
        let dims = self.input.rank() + 1;
        let index = if dim < 0 { dim.wrapping_add(dims as isize) } else { dim };
        if index < 0 || index >= dims as isize {
            self.fail(self.place(param, 0), Problem::NoSuchDim { dim, dims });
            None
        } else if index == 0 {
            self.fail(self.place(param, 0), Problem::BatchDim { dim });
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

    /// A count that has to be exact, 0 if it is not.
    pub(crate) const fn exact(&mut self, count: Count, what: Quantity) -> u64 {
        match count.exact() {
            Some(count) => count,
            None => {
                self.fail(At::Layer, Problem::Overflow { what });
                0
            }
        }
    }
}
