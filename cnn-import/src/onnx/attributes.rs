//! The nodes of a graph, and their attributes.

use std::cell::RefCell;
use std::collections::BTreeSet;

use cnn_onnx::proto::attribute_proto::AttributeType;
use cnn_onnx::proto::{AttributeProto, GraphProto, TensorProto};

use super::names::Module;

/// An operation.
#[derive(Debug)]
pub struct Node {
    /// Its name; no other node has it.
    pub name: String,
    /// What it does, with the domain in front, if that is not ONNX's.
    pub op: String,
    pub inputs: Vec<String>,
    pub outputs: Vec<String>,
    /// The values that graphs in it take from outside.
    pub captured: Vec<String>,
    /// The module that it is in.
    pub module: Module,
    pub attributes: Vec<AttributeProto>,
    /// The attributes that have been asked for: about others, nothing is known.
    pub asked: RefCell<BTreeSet<String>>,
}

type Result<T> = std::result::Result<T, String>;

impl Node {
    /// The attribute with this name, which must be of this type.
    fn find(&self, name: &str, kind: AttributeType) -> Result<Option<&AttributeProto>> {
        self.asked.borrow_mut().insert(name.to_owned());
        let own = |attribute: &&AttributeProto| attribute.name.as_deref() == Some(name);
        let Some(attribute) = self.attributes.iter().find(own) else { return Ok(None) };
        // The oldest files have no types.
        match attribute.r#type.unwrap_or(0) {
            0 => Ok(Some(attribute)),
            given if given == kind as i32 => Ok(Some(attribute)),
            _ => Err(format!("the attribute `{name}` is not of the type {}", kind.as_str_name())),
        }
    }

    pub fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|attribute| attribute.name.as_deref() == Some(name))
    }

    pub fn int(&self, name: &str, default: i64) -> Result<i64> {
        let found = self.find(name, AttributeType::Int)?;
        Ok(found.map_or(default, |attribute| attribute.i.unwrap_or(0)))
    }

    pub fn flag(&self, name: &str, default: bool) -> Result<bool> {
        self.int(name, default.into()).map(|value| value != 0)
    }

    /// A number as a person would write it: ONNX has 32 bits of it.
    pub fn float(&self, name: &str, default: f64) -> Result<f64> {
        let found = self.find(name, AttributeType::Float)?;
        Ok(found.map_or(default, |attribute| decimal(attribute.f.unwrap_or(0.0))))
    }

    pub fn ints(&self, name: &str) -> Result<Option<Vec<i64>>> {
        let found = self.find(name, AttributeType::Ints)?;
        Ok(found.map(|attribute| attribute.ints.clone()))
    }

    pub fn floats(&self, name: &str) -> Result<Option<Vec<f64>>> {
        let found = self.find(name, AttributeType::Floats)?;
        Ok(found.map(|attribute| attribute.floats.iter().map(|value| decimal(*value)).collect()))
    }

    pub fn text(&self, name: &str, default: &'static str) -> Result<String> {
        match self.find(name, AttributeType::String)? {
            None => Ok(default.to_owned()),
            Some(attribute) => String::from_utf8(attribute.s.clone().unwrap_or_default())
                .map_err(|_| format!("the attribute `{name}` is no text")),
        }
    }

    pub fn tensor(&self, name: &str) -> Result<Option<&TensorProto>> {
        Ok(self.find(name, AttributeType::Tensor)?.and_then(|attribute| attribute.t.as_ref()))
    }

    pub fn graph(&self, name: &str) -> Result<Option<&GraphProto>> {
        Ok(self.find(name, AttributeType::Graph)?.and_then(|attribute| attribute.g.as_ref()))
    }

    /// Attributes without a meaning for the result.
    pub fn ignore(&self, names: &[&str]) {
        self.asked.borrow_mut().extend(names.iter().map(|name| (*name).to_owned()));
    }

    /// An attribute that nobody has asked for.
    pub fn unknown(&self) -> Option<&str> {
        let asked = self.asked.borrow();
        let mut names =
            self.attributes.iter().map(|attribute| attribute.name.as_deref().unwrap_or_default());
        names.find(|name| !asked.contains(*name))
    }
}

/// The shortest decimal number that is read as the same `f32`.
pub fn decimal(value: f32) -> f64 {
    value.to_string().parse().unwrap_or_else(|_| f64::from(value))
}
