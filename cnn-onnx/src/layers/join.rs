//! Joins of several branches.

use cnn_core::layers::Join;

use super::Joined;
use crate::write::{Site, Value};

impl Joined for Join {
    fn write(&self, branches: &[Value], site: &mut Site<'_>) -> Value {
        let op = match *self {
            Join::Add => "Add",
            Join::Sub => "Sub",
            Join::Mul => "Mul",
            Join::Div => "Div",
            Join::Max => "Max",
            Join::Min => "Min",
            Join::MatMul => "MatMul",
            Join::Concat { dim } => {
                return site.concat(&branches.iter().collect::<Vec<_>>(), dim as i64 + 1);
            }
        };
        let (first, others) = branches.split_first().expect("a join has branches");
        others.iter().fold(first.clone(), |joined, branch| site.op(op, &[&joined, branch], []))
    }
}
