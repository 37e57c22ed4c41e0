//! What can be computed from the file alone.

use std::collections::HashMap;
use std::path::Path;

use super::attributes::Node;
use super::constant::Constant;
use super::fold::Folding;
use super::tensor::Tensor;
use crate::size::Size;

/// The constants of a graph, by their names.
#[derive(Debug, Default)]
pub struct Constants {
    pub values: HashMap<String, Constant>,
    /// Those that are others in another form, with the names of these.
    pub aliases: HashMap<String, String>,
    pub folding: Folding,
}

/// Operations whose result is their first input in another form.
const FORMS: [&str; 8] =
    ["Cast", "CastLike", "Transpose", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Expand"];

impl Constants {
    /// Computes a node, if all that it takes is known.
    ///
    /// # Errors
    ///
    /// Why it cannot be computed.
    pub fn fold(&mut self, node: &Node, folder: Option<&Path>) -> Result<bool, String> {
        let Some(output) = node.outputs.first() else { return Ok(false) };
        if node.op == "Constant" {
            let constant = constant(node, folder)?;
            self.values.insert(output.clone(), constant);
            return Ok(true);
        }
        let mut inputs = Vec::new();
        for input in &node.inputs {
            inputs.push(match self.values.get(input) {
                Some(constant) => Some(constant.clone()),
                None if input.is_empty() => None,
                None => return Ok(false),
            });
        }
        match self.folding.fold(node, &inputs)? {
            Some(constant) => {
                self.insert(node, output, constant);
                Ok(true)
            }
            None => Ok(false),
        }
    }

    /// Notes what an output of a node is.
    pub fn insert(&mut self, node: &Node, output: &str, constant: Constant) {
        if FORMS.contains(&node.op.as_str())
            && let Some(input) = node.inputs.first()
        {
            self.aliases.insert(output.to_owned(), input.clone());
        }
        self.values.insert(output.to_owned(), constant);
    }
}

/// The value of a `Constant`, in any of its forms.
fn constant(node: &Node, folder: Option<&Path>) -> Result<Constant, String> {
    let known = |values: Vec<i64>| values.into_iter().map(Size::Known).collect::<Vec<_>>();
    let list = |values: Vec<i64>| Constant::list(&values);
    if let Some(tensor) = node.tensor("value")? {
        let tensor = Tensor::new(tensor, "its value".to_owned(), folder);
        return tensor.map(Constant::stored).map_err(|error| error.to_string());
    }
    if node.has("value_float") {
        return Ok(Constant::number(node.float("value_float", 0.0)?));
    }
    if node.has("value_int") {
        let value = vec![node.int("value_int", 0)?];
        return Ok(Constant::sizes_of(Vec::new(), known(value)));
    }
    if let Some(values) = node.floats("value_floats")? {
        return Ok(Constant::floats_of(vec![values.len()], values));
    }
    match node.ints("value_ints")? {
        Some(values) => Ok(list(values)),
        None => Err("its value is neither of numbers nor of integers".to_owned()),
    }
}
