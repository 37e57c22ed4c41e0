//! Values that depend on no input, but perhaps on the number of samples.

use std::rc::Rc;

use super::tensor::Tensor;
use crate::order::{count, ordered};
use crate::size::Size;

/// The most values of a constant with which anything is computed. Weights may have more, but are only passed on.
pub const MOST_VALUES: usize = 1 << 22;

/// A constant tensor.
#[derive(Clone, Debug)]
pub struct Constant {
    pub dims: Vec<usize>,
    pub data: Data,
}

#[derive(Clone, Debug)]
pub enum Data {
    /// Integers.
    Sizes(Rc<[Size]>),
    Floats(Rc<[f64]>),
    /// The same number everywhere.
    Filled(f64),
    /// A tensor of the file.
    Stored(Stored),
}

/// A tensor of the file, perhaps with its axes in another order.
#[derive(Clone, Debug)]
pub struct Stored {
    pub tensor: Rc<Tensor>,
    /// The shape of the tensor, and the order of its axes.
    pub order: Option<(Vec<usize>, Vec<usize>)>,
}

type Result<T> = std::result::Result<T, String>;

impl Constant {
    pub fn stored(tensor: Tensor) -> Constant {
        let dims = tensor.dims.clone();
        Constant { dims, data: Data::Stored(Stored { tensor: Rc::new(tensor), order: None }) }
    }

    pub fn sizes_of(dims: Vec<usize>, values: Vec<Size>) -> Constant {
        Constant { dims, data: Data::Sizes(values.into()) }
    }

    pub fn floats_of(dims: Vec<usize>, values: Vec<f64>) -> Constant {
        Constant { dims, data: Data::Floats(values.into()) }
    }

    /// A list of integers.
    pub fn list(values: &[i64]) -> Constant {
        let sizes = values.iter().map(|value| Size::Known(*value)).collect();
        Constant::sizes_of(vec![values.len()], sizes)
    }

    pub fn number(value: f64) -> Constant {
        Constant::floats_of(Vec::new(), vec![value])
    }

    pub fn count(&self) -> usize {
        count(&self.dims)
    }

    pub fn is_float(&self) -> bool {
        match &self.data {
            Data::Sizes(_) => false,
            Data::Floats(_) | Data::Filled(_) => true,
            Data::Stored(stored) => stored.tensor.is_float(),
        }
    }

    /// Its values, with which something is computed.
    fn small(&self) -> Result<()> {
        match self.count() {
            count if count > MOST_VALUES => Err(format!("a constant has {count} values")),
            _ => Ok(()),
        }
    }

    /// The integers.
    pub fn sizes(&self) -> Result<Vec<Size>> {
        self.small()?;
        match &self.data {
            Data::Sizes(sizes) => Ok(sizes.to_vec()),
            Data::Floats(_) | Data::Filled(_) => {
                Err("a constant has numbers that are no integers".to_owned())
            }
            Data::Stored(stored) if stored.tensor.is_float() => {
                Err("a constant has numbers that are no integers".to_owned())
            }
            Data::Stored(stored) => {
                let values = stored.tensor.ints().map_err(|error| error.to_string())?;
                Ok(stored.ordered(values).into_iter().map(Size::Known).collect())
            }
        }
    }

    /// The integers, none of which depends on the batch.
    pub fn ints(&self) -> Result<Vec<i64>> {
        let known: Option<Vec<i64>> = self.sizes()?.into_iter().map(Size::known).collect();
        known.ok_or_else(|| "a size depends on the batch".to_owned())
    }

    /// The numbers.
    pub fn floats(&self) -> Result<Vec<f64>> {
        self.small()?;
        match &self.data {
            Data::Sizes(_) => Ok(self.ints()?.into_iter().map(|value| value as f64).collect()),
            Data::Floats(floats) => Ok(floats.to_vec()),
            Data::Filled(value) => Ok(vec![*value; self.count()]),
            Data::Stored(stored) => {
                let values = stored.tensor.floats().map_err(|error| error.to_string())?;
                Ok(stored.ordered(values))
            }
        }
    }

    /// The same numbers as floats.
    pub fn to_floats(&self) -> Result<Constant> {
        match self.is_float() {
            true => Ok(self.clone()),
            false => Ok(Constant::floats_of(self.dims.clone(), self.floats()?)),
        }
    }

    /// The number, if it is only one.
    pub fn scalar(&self) -> Option<f64> {
        if self.count() != 1 {
            return None;
        }
        let value = *self.floats().ok()?.first()?;
        // As a person would write it.
        let short = match &self.data {
            Data::Floats(_) | Data::Sizes(_) | Data::Filled(_) => value,
            Data::Stored(_) => super::attributes::decimal(value as f32),
        };
        Some(if (short - value).abs() <= value.abs() * 1e-6 { short } else { value })
    }

    /// The same value everywhere.
    pub fn uniform(&self) -> Option<f64> {
        if let Data::Filled(value) = self.data {
            return Some(value);
        }
        let values = self.floats().ok()?;
        let first = *values.first()?;
        values.iter().all(|value| *value == first).then_some(first)
    }

    /// Whether another constant is known to have the same values.
    pub fn is_same(&self, other: &Constant) -> bool {
        let same = match (&self.data, &other.data) {
            (Data::Filled(one), Data::Filled(other)) => one == other,
            (Data::Floats(one), Data::Floats(other)) => one == other,
            (Data::Stored(one), Data::Stored(other)) => {
                one.order == other.order
                    && (Rc::ptr_eq(&one.tensor, &other.tensor)
                        || one.tensor.dtype == other.tensor.dtype
                            && one.tensor.dims == other.tensor.dims
                            && one.tensor.bytes().ok() == other.tensor.bytes().ok())
            }
            _ => false,
        };
        same && self.dims == other.dims
    }

    /// Whether it is 0 everywhere, and no tensor of the file.
    pub fn is_made_of_zeros(&self) -> bool {
        !matches!(self.data, Data::Stored(_)) && self.uniform() == Some(0.0)
    }

    /// The same values with other axes.
    pub fn reshaped(&self, dims: Vec<usize>) -> Result<Constant> {
        let data = match &self.data {
            // A tensor of the file whose axes are others has no order of these any more.
            Data::Stored(Stored { order: Some(_), .. }) if self.is_float() => {
                Data::Floats(self.floats()?.into())
            }
            Data::Stored(Stored { order: Some(_), .. }) => Data::Sizes(self.sizes()?.into()),
            data => data.clone(),
        };
        Ok(Constant { dims, data })
    }

    /// The values at these places, one after the other, with these axes.
    pub fn at(&self, places: impl Iterator<Item = usize>, dims: Vec<usize>) -> Result<Constant> {
        Ok(match self.is_float() {
            true => {
                let values = self.floats()?;
                Constant::floats_of(dims, places.map(|place| values[place]).collect())
            }
            false => {
                let values = self.sizes()?;
                Constant::sizes_of(dims, places.map(|place| values[place]).collect())
            }
        })
    }

    /// With its axes in another order.
    pub fn transposed(&self, order: &[usize]) -> Result<Constant> {
        let dims: Vec<usize> = order.iter().map(|axis| self.dims[*axis]).collect();
        let data = match &self.data {
            Data::Sizes(sizes) => Data::Sizes(ordered(sizes, &self.dims, order).into()),
            Data::Floats(floats) => Data::Floats(ordered(floats, &self.dims, order).into()),
            Data::Filled(value) => Data::Filled(*value),
            Data::Stored(Stored { tensor, order: None }) => Data::Stored(Stored {
                tensor: Rc::clone(tensor),
                order: Some((self.dims.clone(), order.to_vec())),
            }),
            Data::Stored(Stored { tensor, order: Some((from, first)) }) => {
                let both: Vec<usize> = order.iter().map(|axis| first[*axis]).collect();
                let same = both.iter().copied().eq(0..both.len());
                let order = (!same).then(|| (from.clone(), both));
                Data::Stored(Stored { tensor: Rc::clone(tensor), order })
            }
        };
        Ok(Constant { dims, data })
    }
}

/// The number of values of a shape with which something is computed.
pub fn bounded(dims: &[usize]) -> Result<usize> {
    match count(dims) {
        count if count > MOST_VALUES => Err("it makes too many values".to_owned()),
        count => Ok(count),
    }
}

impl Stored {
    fn ordered<T: Copy>(&self, values: Vec<T>) -> Vec<T> {
        match &self.order {
            None => values,
            Some((dims, order)) => ordered(&values, dims, order),
        }
    }
}
