//! Arguments that are lists, read as those of one value are.

use super::Arg;
use super::call::Call;
use super::params::{Factors, SignedList, Sizes};
use crate::error::{At, Problem};
use crate::shape::{MAX_RANK, Shape};

/// Some dims of a shape, and which value of the list that names them each is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dims {
    places: [Option<usize>; MAX_RANK],
}

impl Dims {
    /// Whether a dim, an index into the shape without the batch axis, is among them.
    pub(crate) const fn has(&self, dim: usize) -> bool {
        dim < MAX_RANK && self.places[dim].is_some()
    }

    /// Which value of the list a dim is.
    pub(crate) const fn place(&self, dim: usize) -> usize {
        match self.places[dim] {
            Some(place) => place,
            None => 0,
        }
    }

    /// The dims, in their order in the shape.
    pub(crate) const fn list(&self) -> Shape {
        let mut list = Shape::LOST;
        let mut dim = 0;
        while dim < MAX_RANK {
            if self.has(dim) {
                list = list.push(dim);
            }
            dim += 1;
        }
        list
    }
}

impl<'a> Call<'a> {
    /// Several dims, or a single one. Each has to exist, and to be there once.
    pub(crate) const fn dims(&mut self, param: SignedList) -> Dims {
        self.refuse_empty(param.0);
        let mut dims = Dims { places: [None; MAX_RANK] };
        let mut place = 0;
        while place < self.values(param.0) {
            let Arg::Signed(dim) = self.value(param.0, place) else {
                // Of a dim that is not known, nothing can be said, nor of the output.
                self.input = Shape::LOST;
                return dims;
            };
            let at = self.place(param.0, place);
            if let Some(index) = self.index(dim, at, self.input.rank()) {
                if dims.has(index) {
                    self.fail(at, Problem::DimTwice { dim });
                }
                dims.places[index] = Some(place);
            }
            place += 1;
        }
        dims
    }

    /// How many values an argument has: a single one, or those of a list.
    pub(crate) const fn values(&self, param: usize) -> usize {
        match self.arg(param) {
            Arg::List(list) => list.len(),
            Arg::Omitted => 0,
            _ => 1,
        }
    }

    /// One of the values of an argument.
    pub(crate) const fn value(&self, param: usize, place: usize) -> Arg<'a> {
        match self.arg(param) {
            Arg::List(list) => list[place],
            single => single,
        }
    }

    /// Records an error if an argument is a list without values.
    const fn refuse_empty(&mut self, param: usize) {
        if let Arg::List([]) = self.arg(param) {
            self.fail(At::Param(param), Problem::EmptyList);
        }
    }

    /// A list of sizes, or a single one, of at most `most`. `_` among them is not known.
    pub(crate) const fn sizes(&mut self, param: Sizes, most: usize) -> Shape {
        self.refuse_empty(param.0);
        let sizes = self.values(param.0);
        if sizes > most {
            self.fail(param.at(), Problem::TooManySizes { sizes, most });
            return Shape::LOST;
        }
        let mut shape = Shape::LOST;
        while shape.rank() < sizes {
            let place = shape.rank();
            let size = match self.value(param.0, place) {
                Arg::Size(0) => {
                    self.refuse(self.place(param.0, place), 0, 1);
                    0
                }
                Arg::Size(size) => size,
                _ => 0,
            };
            shape = shape.push(size);
        }
        shape
    }

    /// One factor for each axis, from one for all axes or a list with one for each. A factor that is not known, or
    /// wrong, is 0.
    pub(crate) const fn factors(&mut self, param: Factors, axes: usize) -> [f64; 3] {
        let list = matches!(self.arg(param.0), Arg::List(_));
        if list && axes > 0 && self.values(param.0) != axes {
            let problem = Problem::AxisCount { values: self.values(param.0), axes };
            self.fail(param.at(), problem);
        }
        let (mut factors, mut axis) = ([0.0; 3], 0);
        while axis < axes && (!list || axis < self.values(param.0)) {
            factors[axis] = match self.value(param.0, axis) {
                Arg::Size(0) => {
                    self.refuse(self.place(param.0, axis), 0, 1);
                    0.0
                }
                Arg::Size(size) => size as f64,
                Arg::Float(factor) if factor > 0.0 => factor,
                Arg::Float(_) => {
                    self.fail(self.place(param.0, axis), Problem::NotPositive);
                    0.0
                }
                _ => 0.0,
            };
            axis += 1;
        }
        factors
    }

    /// Refuses to take all dims away.
    pub(crate) const fn something_left(&mut self, at: At, shape: &Shape) {
        if shape.is_lost() && !self.input.is_lost() {
            self.fail(at, Problem::NothingLeft);
        }
    }
}
