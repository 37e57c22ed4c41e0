//! The arguments of an operation of PyTorch.

use serde_json::Value as Json;

use super::read::Reader;
use super::schema::{Node, Size, field, name};
use crate::form::Value;
use crate::form::layout::Layout;

/// A value that an operation takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// A value of the network, with the shape of one sample.
    Value(Value),
    /// A tensor of the `state_dict`, or a view of it that has the same values.
    Tensor { name: String, shape: Vec<usize>, buffer: bool },
    /// A value in an arrangement that our language has no value for.
    Layout(Layout),
    /// A size.
    Size(Size),
    /// Something that could not be read, which is reported where it was made.
    Lost,
}

/// What an operation says about its arguments.
pub struct Operands<'a> {
    pub node: &'a Node,
    pub reader: &'a Reader,
}

type Result<T> = std::result::Result<T, String>;

impl<'a> Operands<'a> {
    /// The argument with this name, if it is there and not none.
    fn find(&self, name: &str) -> Option<(&'a str, &'a Json)> {
        let argument = self.node.inputs.iter().find(|argument| argument.name == name)?;
        field(&argument.arg).filter(|(kind, _)| *kind != "as_none")
    }

    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// The name of the tensor that an argument is, or of the first of several.
    pub fn tensor_name(&self, argument: &str) -> Option<&'a str> {
        match self.find(argument)? {
            ("as_tensor", value) => name(value),
            ("as_tensors" | "as_optional_tensors", Json::Array(list)) => {
                let first = list.first()?;
                name(first).or_else(|| name(first.get("as_tensor")?))
            }
            _ => None,
        }
    }

    /// The operand with this name.
    pub fn operand(&self, name: &str) -> Result<Operand> {
        let Some((kind, value)) = self.find(name) else {
            return Err(format!("the argument `{name}` is missing"));
        };
        self.read(kind, value).ok_or_else(|| format!("the argument `{name}` is no tensor"))
    }

    fn read(&self, kind: &str, value: &Json) -> Option<Operand> {
        match kind {
            "as_tensor" => Some(self.reader.operand(name(value)?)),
            _ => None,
        }
    }

    /// All operands of a list.
    pub fn list(&self, name: &str) -> Result<Vec<Operand>> {
        let missing = || format!("the argument `{name}` is no list of tensors");
        let Some(("as_tensors", Json::Array(list))) = self.find(name) else {
            return Err(missing());
        };
        list.iter().map(|value| self.read("as_tensor", value).ok_or_else(missing)).collect()
    }

    /// A value of the network.
    pub fn value(&self, name: &str) -> Result<Value> {
        match self.operand(name)? {
            Operand::Value(value) => Ok(value),
            Operand::Lost => Err(String::new()),
            Operand::Tensor { name: tensor, .. } => Err(format!(
                "`{name}` is the tensor `{tensor}`, where a layer takes a value of the network"
            )),
            Operand::Layout(_) => Err(format!("the first axis of `{name}` is not the batch")),
            Operand::Size(_) => Err(format!("`{name}` is a size, where a layer takes a value")),
        }
    }

    /// The number of axes of a value, for one sample.
    pub fn rank(&self, name: &str) -> Result<usize> {
        Ok(self.reader.builder.form.shape(self.value(name)?).rank())
    }

    /// A tensor of the `state_dict`, or none.
    pub fn tensor(&self, name: &str) -> Result<Option<(String, Vec<usize>)>> {
        match self.find(name) {
            None => Ok(None),
            Some(_) => match self.operand(name)? {
                Operand::Tensor { name, shape, .. } => Ok(Some((name, shape))),
                Operand::Lost => Err(String::new()),
                _ => Err(format!("`{name}` is computed, and is no tensor of the state_dict")),
            },
        }
    }

    /// The tensor with this name, which must be there.
    pub fn weight(&self, name: &str, rank: usize) -> Result<(String, Vec<usize>)> {
        match self.tensor(name)? {
            Some((_, shape)) if shape.len() != rank => {
                Err(format!("`{name}` has {} axes instead of {rank}", shape.len()))
            }
            Some(weight) => Ok(weight),
            None => Err(format!("`{name}` is missing")),
        }
    }

    pub fn int(&self, name: &str, default: i64) -> Result<i64> {
        match self.find(name) {
            None => Ok(default),
            Some((_, Json::Number(value))) if value.is_i64() => {
                Ok(value.as_i64().unwrap_or(default))
            }
            Some((kind @ ("as_sym_int" | "as_int"), value)) => match self.size(kind, value) {
                Some(Size::Known(value)) => Ok(value),
                _ => Err(format!("`{name}` depends on the batch")),
            },
            Some(_) => Err(format!("`{name}` is no integer")),
        }
    }

    /// A size that is not negative.
    pub fn count(&self, name: &str, default: usize) -> Result<usize> {
        let value = self.int(name, default as i64)?;
        usize::try_from(value).map_err(|_| format!("`{name}` is {value}"))
    }

    pub fn float(&self, name: &str, default: f64) -> Result<f64> {
        match self.find(name) {
            None => Ok(default),
            Some((_, value)) => value.as_f64().ok_or_else(|| format!("`{name}` is no number")),
        }
    }

    /// Real numbers.
    pub fn floats(&self, name: &str) -> Result<Vec<f64>> {
        let list = self.find(name).and_then(|(_, value)| value.as_array());
        let list = list.and_then(|list| list.iter().map(Json::as_f64).collect());
        list.ok_or_else(|| format!("`{name}` is no list of numbers"))
    }

    /// A number, if it is one, as `other` of `add` may be.
    pub fn number(&self, name: &str) -> Option<f64> {
        match self.find(name)? {
            ("as_int" | "as_float", value) => value.as_f64(),
            _ => None,
        }
    }

    pub fn flag(&self, name: &str, default: bool) -> Result<bool> {
        match self.find(name) {
            None => Ok(default),
            Some((_, value)) => value.as_bool().ok_or_else(|| format!("`{name}` is no boolean")),
        }
    }

    pub fn text(&self, name: &str) -> Option<&'a str> {
        self.find(name)?.1.as_str()
    }

    fn size(&self, kind: &str, value: &Json) -> Option<Size> {
        match (kind, value) {
            ("as_int", value) => Some(Size::Known(value.as_i64()?)),
            ("as_sym_int", value) => {
                let (kind, value) = field(value)?;
                self.size(kind, value)
            }
            ("as_name", Json::String(name)) => match self.reader.operand(name) {
                Operand::Size(size) => Some(size),
                _ => None,
            },
            _ => None,
        }
    }

    /// The size that an argument is, with the batch as a symbol.
    pub fn symbolic(&self, name: &str) -> Result<Size> {
        let size = self.find(name).and_then(|(kind, value)| self.size(kind, value));
        size.ok_or_else(|| format!("`{name}` is no size"))
    }

    /// Sizes of which some may depend on the batch.
    pub fn sizes(&self, name: &str) -> Result<Vec<Size>> {
        let wrong = || format!("`{name}` is no list of sizes");
        let list = match self.find(name) {
            Some(("as_ints", Json::Array(list))) => {
                list.iter().map(|value| value.as_i64().map(Size::Known)).collect()
            }
            Some(("as_sym_ints", Json::Array(list))) => list
                .iter()
                .map(|value| field(value).and_then(|(kind, value)| self.size(kind, value)))
                .collect(),
            _ => None,
        };
        list.ok_or_else(wrong)
    }

    /// Integers, or none.
    pub fn ints(&self, name: &str) -> Result<Option<Vec<isize>>> {
        if !self.has(name) {
            return Ok(None);
        }
        let known = |size| match size {
            Size::Known(value) => isize::try_from(value).ok(),
            _ => None,
        };
        let list: Option<Vec<isize>> = self.sizes(name)?.into_iter().map(known).collect();
        list.map(Some).ok_or_else(|| format!("`{name}` depends on the batch"))
    }

    /// A size for each axis.
    pub fn axes(&self, name: &str, axes: usize, default: usize) -> Result<Vec<usize>> {
        let list = match self.ints(name)? {
            None => return Ok(vec![default; axes]),
            Some(list) if list.is_empty() => return Ok(vec![default; axes]),
            Some(list) => list,
        };
        let list: Option<Vec<usize>> =
            list.into_iter().map(|value| usize::try_from(value).ok()).collect();
        match list {
            Some(list) if list.len() == 1 => Ok(vec![list[0]; axes]),
            Some(list) if list.len() == axes => Ok(list),
            _ => Err(format!("`{name}` does not have a size for each of {axes} axes")),
        }
    }
}
