//! Operations on the values of constants, one by one.

use super::constant::{Constant, MOST_VALUES, bounded};
use crate::order::Places;
use crate::size::Size;

type Result<T> = std::result::Result<T, String>;

/// The shape of two that are broadcast.
pub fn broadcast(a: &[usize], b: &[usize]) -> Result<Vec<usize>> {
    let rank = a.len().max(b.len());
    let size = |dims: &[usize], axis: usize| {
        let missing = rank - dims.len();
        if axis < missing { 1 } else { dims[axis - missing] }
    };
    (0..rank)
        .map(|axis| match (size(a, axis), size(b, axis)) {
            (a, b) if a == b || b == 1 => Ok(a),
            (1, b) => Ok(b),
            (a, b) => Err(format!("sizes {a} and {b} do not fit")),
        })
        .collect()
}

/// Values of a shape that is broadcast to another one.
fn spread<T: Copy>(values: &[T], from: &[usize], to: &[usize]) -> Vec<T> {
    let mut strides = vec![0; to.len()];
    let mut stride = 1_usize;
    for (axis, size) in from.iter().enumerate().rev() {
        if *size > 1 {
            strides[to.len() - from.len() + axis] = stride;
        }
        stride = stride.saturating_mul(*size);
    }
    Places::new(to, &strides).map(|place| values[place]).collect()
}

/// The numbers of a constant that is broadcast to a shape.
pub fn floats(constant: &Constant, dims: &[usize]) -> Result<Vec<f64>> {
    Ok(spread(&constant.floats()?, &constant.dims, dims))
}

/// The integers of a constant that is broadcast to a shape.
pub fn sizes(constant: &Constant, dims: &[usize]) -> Result<Vec<Size>> {
    Ok(spread(&constant.sizes()?, &constant.dims, dims))
}

/// One or the other value, as a condition says.
pub fn choose(condition: &Constant, yes: &Constant, no: &Constant) -> Result<Constant> {
    let dims = broadcast(&broadcast(&condition.dims, &yes.dims)?, &no.dims)?;
    bounded(&dims)?;
    let condition = spread(&condition.ints()?, &condition.dims, &dims);
    fn chosen<T: Copy>(condition: &[i64], yes: &[T], no: &[T]) -> Vec<T> {
        let pairs = condition.iter().zip(yes.iter().zip(no));
        pairs.map(|(condition, (yes, no))| if *condition != 0 { *yes } else { *no }).collect()
    }
    Ok(match yes.is_float() || no.is_float() {
        true => {
            let values = chosen(&condition, &floats(yes, &dims)?, &floats(no, &dims)?);
            Constant::floats_of(dims, values)
        }
        false => {
            let values = chosen(&condition, &sizes(yes, &dims)?, &sizes(no, &dims)?);
            Constant::sizes_of(dims, values)
        }
    })
}

/// The operations on two constants.
const OPERATIONS: [&str; 13] = [
    "Add", "Sub", "Mul", "Div", "Mod", "Pow", "Max", "Min", "Equal", "Greater", "Less", "And", "Or",
];

/// What an operation on two constants results in, if it is one of arithmetic.
pub fn elementwise(op: &str, a: &Constant, b: &Constant) -> Result<Option<Constant>> {
    if !OPERATIONS.contains(&op) || a.count() > MOST_VALUES || b.count() > MOST_VALUES {
        return Ok(None);
    }
    let dims = broadcast(&a.dims, &b.dims)?;
    bounded(&dims)?;
    if a.is_float() || b.is_float() {
        let is = match op {
            "Equal" => Some(f64::eq as fn(&f64, &f64) -> bool),
            "Greater" => Some(f64::gt as _),
            "Less" => Some(f64::lt as _),
            _ => None,
        };
        if let Some(is) = is {
            let (a, b) = (floats(a, &dims)?, floats(b, &dims)?);
            let values = a.iter().zip(&b).map(|(a, b)| Size::Known(is(a, b).into())).collect();
            return Ok(Some(Constant::sizes_of(dims, values)));
        }
        let apply = match op {
            "Add" => |a, b| a + b,
            "Sub" => |a, b| a - b,
            "Mul" => |a, b| a * b,
            "Div" => |a, b| a / b,
            "Pow" => f64::powf,
            "Max" => f64::max,
            "Min" => f64::min,
            _ => return Ok(None),
        };
        let (a, b) = (floats(a, &dims)?, floats(b, &dims)?);
        let values = a.into_iter().zip(b).map(|(a, b)| apply(a, b));
        return Ok(Some(Constant::floats_of(dims, values.collect())));
    }
    let apply: fn(Size, Size) -> Size = match op {
        "Add" => Size::plus,
        "Sub" => |a, b| a.plus(b.times(Size::Known(-1))),
        "Mul" => Size::times,
        "Div" => Size::over,
        "Mod" => |a, b| match (a, b) {
            (Size::Known(a), Size::Known(b)) => {
                a.checked_rem_euclid(b).map_or(Size::Other, Size::Known)
            }
            _ => Size::Other,
        },
        "Max" => |a, b| pick(a, b, i64::max),
        "Min" => |a, b| pick(a, b, i64::min),
        "Greater" => |a, b| of_known(a, b, |a, b| a > b),
        "Less" => |a, b| of_known(a, b, |a, b| a < b),
        "And" => |a, b| of_known(a, b, |a, b| a != 0 && b != 0),
        "Or" => |a, b| of_known(a, b, |a, b| a != 0 || b != 0),
        // The number of samples is at least 1.
        "Equal" => |a, b| match (a, b) {
            (Size::Known(a), Size::Known(b)) => Size::Known((a == b).into()),
            (Size::Batch(a), Size::Batch(b)) if a == b => Size::Known(1),
            (Size::Batch(1..), Size::Known(..=0)) | (Size::Known(..=0), Size::Batch(1..)) => {
                Size::Known(0)
            }
            _ => Size::Other,
        },
        _ => return Ok(None),
    };
    let (a, b) = (sizes(a, &dims)?, sizes(b, &dims)?);
    let values = a.into_iter().zip(b).map(|(a, b)| apply(a, b));
    Ok(Some(Constant::sizes_of(dims, values.collect())))
}

fn of_known(a: Size, b: Size, is: fn(i64, i64) -> bool) -> Size {
    match (a, b) {
        (Size::Known(a), Size::Known(b)) => Size::Known(is(a, b).into()),
        _ => Size::Other,
    }
}

fn pick(a: Size, b: Size, choose: fn(i64, i64) -> i64) -> Size {
    match (a, b) {
        (Size::Known(a), Size::Known(b)) => Size::Known(choose(a, b)),
        (a, b) if a == b => a,
        _ => Size::Other,
    }
}

/// A function of each value.
pub fn function(op: &str, x: &Constant) -> Result<Option<Constant>> {
    if x.count() > MOST_VALUES {
        return Ok(None);
    }
    let apply = match op {
        "Floor" => f64::floor,
        "Ceil" => f64::ceil,
        "Round" => f64::round_ties_even,
        "Sqrt" => f64::sqrt,
        "Exp" => f64::exp,
        "Log" => f64::ln,
        "Abs" => f64::abs,
        "Neg" => |value: f64| -value,
        "Reciprocal" => f64::recip,
        "Relu" => |value: f64| value.max(0.0),
        "Sigmoid" => |value: f64| 1.0 / (1.0 + (-value).exp()),
        "Not" => |value: f64| f64::from(value == 0.0),
        _ => return Ok(None),
    };
    if !x.is_float() {
        let sizes = x.sizes()?;
        return Ok(match op {
            "Floor" | "Ceil" | "Round" => Some(x.clone()),
            "Neg" | "Not" => {
                let apply: fn(Size) -> Size = match op {
                    "Neg" => |size| size.times(Size::Known(-1)),
                    _ => |size| of_known(size, size, |value, _| value == 0),
                };
                let values = sizes.into_iter().map(apply);
                Some(Constant::sizes_of(x.dims.clone(), values.collect()))
            }
            _ => None,
        });
    }
    let values = x.floats()?.into_iter().map(apply);
    Ok(Some(Constant::floats_of(x.dims.clone(), values.collect())))
}
