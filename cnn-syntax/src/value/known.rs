//! The values that expressions have.

use std::rc::Rc;

use crate::value::element;
use crate::value::number::{NoValue, Number};

/// The value of an expression, all of which the macro knows.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Number(Number),
    /// An array or a tuple.
    List(Rc<[Value]>),
}

impl Value {
    pub fn int(value: usize) -> Value {
        Value::Number(Number::Int(value as i128))
    }

    /// What Rust writes as `()`.
    pub fn unit() -> Value {
        Value::List(Rc::new([]))
    }

    /// How deep lists nest in it.
    pub fn depth(&self) -> usize {
        match self {
            Value::Number(_) => 0,
            Value::List(list) => 1 + list.iter().map(Value::depth).max().unwrap_or(0),
        }
    }

    /// How many numbers there are in it, at least one.
    pub fn size(&self) -> usize {
        match self {
            Value::Number(_) => 1,
            Value::List(list) => list.iter().map(Value::size).sum::<usize>().max(1),
        }
    }

    /// The place of a value within this one, to assign to.
    pub fn at(&mut self, path: &[usize]) -> Result<&mut Value, NoValue> {
        let [index, rest @ ..] = path else { return Ok(self) };
        let Value::List(list) = self else { return Err(NoValue::Unknown) };
        let length = list.len();
        let element = Rc::make_mut(list).get_mut(*index);
        element.ok_or_else(|| element::beyond(*index, length))?.at(rest)
    }
}
