//! Where an operation is read: its inputs, and the layers that are made of it.

use cnn_core::{Kind, MAX_RANK, Shape};

use super::attributes::Node;
use super::constant::{Constant, Data, Stored};
use super::names::{label, owner, parameter};
use super::plan::Unit;
use super::read::Reader;
use crate::form::layout::Layout;
use crate::form::{Argument, Call, Origin, Value};
use crate::size::Size;

/// A value that an operation takes.
#[derive(Clone, Debug)]
pub enum Operand {
    /// A value of the network, with the shape of one sample.
    Value(Value),
    Constant(Constant),
    /// A value in an arrangement that our language has no value for.
    Layout(Layout),
    /// Something that could not be read: why, or nothing if that is reported already.
    Lost(String),
}

/// A tensor of a layer.
#[derive(Clone, Debug)]
pub struct Weight {
    /// What is behind the name of the layer in its name.
    pub suffix: &'static str,
    /// Its name in the file, or nothing.
    pub name: String,
    pub constant: Constant,
}

pub type Result<T> = std::result::Result<T, String>;

pub struct Site<'a> {
    pub reader: &'a mut Reader,
    pub node: &'a Node,
    pub unit: &'a Unit<'a>,
    /// The inputs; those that are left out are `None`.
    pub operands: Vec<Option<Operand>>,
    pub origin: Origin,
    /// Whether it is all that its module does.
    pub own: bool,
    /// Whether the shape of its output is that in the file.
    pub checked: bool,
}

impl Site<'_> {
    pub fn has(&self, index: usize) -> bool {
        self.operands.get(index).is_some_and(Option::is_some)
    }

    pub fn operand(&self, index: usize) -> Result<&Operand> {
        match self.operands.get(index).and_then(Option::as_ref) {
            Some(Operand::Lost(reason)) => Err(reason.clone()),
            Some(operand) => Ok(operand),
            None => Err(format!("its input {index} is missing")),
        }
    }

    /// A value of the network.
    pub fn value(&self, index: usize) -> Result<Value> {
        match self.operand(index)? {
            Operand::Value(value) => Ok(*value),
            Operand::Constant(_) => Err(format!(
                "its input {index} is a constant, where a layer takes a value of the network"
            )),
            Operand::Layout(_) => Err(not_in_front(index)),
            Operand::Lost(reason) => Err(reason.clone()),
        }
    }

    /// The shape of a value, for one sample.
    pub fn shape(&self, index: usize) -> Result<Shape> {
        Ok(self.reader.builder.form.shape(self.value(index)?))
    }

    /// A constant, or none.
    pub fn constant(&self, index: usize) -> Result<Option<Constant>> {
        match self.operands.get(index).and_then(Option::as_ref) {
            None => Ok(None),
            Some(Operand::Constant(constant)) => Ok(Some(constant.clone())),
            Some(Operand::Lost(reason)) => Err(reason.clone()),
            Some(Operand::Value(_) | Operand::Layout(_)) => {
                Err(format!("its input {index} is computed from the input of the network"))
            }
        }
    }

    /// A constant with so many axes, which must be there.
    pub fn weight(&self, index: usize, rank: usize) -> Result<Constant> {
        match self.constant(index)? {
            None => Err(format!("its input {index} is missing")),
            Some(weight) if weight.dims.len() != rank => {
                Err(format!("its input {index} has {} axes instead of {rank}", weight.dims.len()))
            }
            Some(weight) if weight.dims.contains(&0) => {
                Err(format!("its input {index} has no values"))
            }
            Some(weight) => Ok(weight),
        }
    }

    /// Integers, or none.
    pub fn ints(&self, index: usize) -> Result<Option<Vec<i64>>> {
        self.constant(index)?.map(|constant| constant.ints()).transpose()
    }

    /// A number, or none.
    pub fn number(&self, index: usize) -> Result<Option<f64>> {
        let number = |constant: Constant| {
            constant.scalar().ok_or_else(|| format!("its input {index} is no single number"))
        };
        self.constant(index)?.map(number).transpose()
    }

    /// The layer that makes the output of the node.
    pub fn layer(&mut self, call: Call, inputs: Vec<Value>) -> Result<Operand> {
        let origin = self.origin.clone();
        self.last(&origin, call, inputs)
    }

    /// A layer of the first input, as most of them are.
    pub fn unary(&mut self, call: Call) -> Result<Vec<Operand>> {
        let value = self.value(0)?;
        Ok(vec![self.layer(call, vec![value])?])
    }

    /// A layer before the last one.
    pub fn inner(&mut self, call: Call, inputs: Vec<Value>) -> Result<Value> {
        let origin = Origin { label: None, ..self.origin.clone() };
        self.reader.builder.push(&origin, call, inputs, None)
    }

    fn last(&mut self, origin: &Origin, call: Call, inputs: Vec<Value>) -> Result<Operand> {
        let output = self.node.outputs.first().map(String::as_str).unwrap_or_default();
        let expected = match self.checked {
            true => self.reader.expected(output)?,
            false => None,
        };
        self.reader.builder.push(origin, call, inputs, expected).map(Operand::Value)
    }

    /// The layer that makes the output, with tensors: what is behind the name of the layer in their names, the index of
    /// the input, and the values.
    pub fn weighted(
        &mut self,
        call: Call,
        value: Value,
        tensors: Vec<(&'static str, usize, Constant)>,
    ) -> Result<Operand> {
        let tensors = tensors.into_iter().map(|(suffix, index, constant)| {
            let name = self.unit.inputs.get(index).cloned().unwrap_or_default();
            Weight { suffix, name, constant }
        });
        let tensors = tensors.collect();
        self.with_weights(call, value, tensors)
    }

    /// The layer that makes the output, with these tensors.
    pub fn with_weights(
        &mut self,
        call: Call,
        value: Value,
        tensors: Vec<Weight>,
    ) -> Result<Operand> {
        let path = self.path(&call, value, &tensors)?;
        let mut origin = self.origin.clone();
        origin.label = path.last().cloned();
        origin.scope = path[..path.len().saturating_sub(1)].to_vec();
        let operand = self.last(&origin, call, vec![value])?;
        let tensors = tensors.into_iter().map(|tensor| (tensor.suffix, tensor.constant));
        self.reader.weights.insert(origin.source, tensors.collect());
        Ok(operand)
    }

    /// The name of a layer: that of its weights, or that of the node, or one like the automatic ones.
    fn path(&mut self, call: &Call, value: Value, tensors: &[Weight]) -> Result<Vec<String>> {
        let module = &self.unit.module;
        let named = tensors.iter().filter(|tensor| !tensor.name.is_empty());
        let names: Vec<(&str, String)> = named
            .map(|tensor| (tensor.suffix, self.reader.called(&tensor.name).to_owned()))
            .collect();
        let owners = &self.reader.owners;
        let shared = names.first().is_some_and(|(_, name)| owners.contains_key(name));
        // Exporters store the weight of a layer that runs again twice if they have brought it into another form.
        let earlier = names.iter().find_map(|(_, name)| owners.get(name));
        let earlier = earlier.filter(|(_, node)| shared || self.is_same(node, tensors));
        let free = |path: &Vec<String>| !path.is_empty() && !self.reader.names.is_taken(path);
        let own = module.path.clone();
        // A convolution into which a norm was folded is in the module of that.
        let shape = self.reader.builder.form.shape(value);
        let class = call.resolve(&[shape]).op.class(&shape);
        // An exporter stores equal tensors once, even those of different modules: the ones of norms that are not trained.
        let is_norm = tensors.iter().all(|tensor| tensor.constant.dims.len() == 1);
        let is_own =
            !module.guessed && (module.class() == Some(class) || shared && is_norm) && free(&own);
        if let Some((path, node)) = earlier.filter(|_| !is_own) {
            // What runs again is found by its name.
            return match self.is_same(node, tensors) {
                true => Ok(path.clone()),
                false => Err(format!("it uses only some of the tensors of `{}`", path.join("."))),
            };
        }
        let named = |(suffix, name): &(&str, String)| match suffix.is_empty() {
            true => parameter(name),
            false => owner(name, suffix),
        };
        let path = is_own
            .then(|| own.clone())
            .or_else(|| names.iter().filter_map(named).find(|path| free(path)))
            .or_else(|| Some(own.clone()).filter(|path| self.own && free(path)))
            .or_else(|| {
                let label = label(&self.node.name, &self.node.op)?;
                Some([&own[..], &[label]].concat())
            });
        let path = match path {
            Some(path) => self.reader.names.take(path),
            None => self.reader.names.automatic(&own, call.kind.keyword()),
        };
        for (_, name) in names {
            let owner = || (path.clone(), self.origin.source.clone());
            self.reader.owners.entry(name).or_insert_with(owner);
        }
        Ok(path)
    }

    /// Whether the layer of a node has these tensors.
    fn is_same(&self, node: &str, tensors: &[Weight]) -> bool {
        let known = self.reader.weights.get(node).map_or(&[][..], Vec::as_slice);
        known.len() == tensors.len()
            && known.iter().zip(tensors).all(|((suffix, known), tensor)| {
                *suffix == tensor.suffix && known.is_same(&tensor.constant)
            })
    }

    /// An input as a value with so many axes for a sample; a constant becomes a layer.
    pub fn as_value(&mut self, index: usize, rank: usize) -> Result<Value> {
        let constant = match self.operand(index)? {
            Operand::Value(value) => return Ok(*value),
            Operand::Layout(_) => return Err(not_in_front(index)),
            Operand::Lost(reason) => return Err(reason.clone()),
            Operand::Constant(constant) => constant.clone(),
        };
        if !constant.is_float() {
            return Err(format!("its input {index} is of integers, which are no values here"));
        }
        let dims = &constant.dims;
        let mut own = &dims[..];
        while own.len() > rank.max(1) && own[0] == 1 {
            own = &own[1..];
        }
        if own.len() > rank {
            return Err(format!("its input {index} is not the same for all samples"));
        }
        let mut sizes = vec![1; rank - own.len()];
        sizes.extend(own);
        if sizes.contains(&0) || sizes.len() > MAX_RANK {
            return Err(format!("its input {index} has a shape that no layer has"));
        }
        let name = self.unit.inputs.get(index).map(String::as_str).unwrap_or_default();
        let name = self.reader.called(name).to_owned();
        let key = (name.clone(), Shape::new(&sizes));
        if let Some(value) = self.reader.parameters.get(&key) {
            return Ok(*value);
        }
        let list =
            |dims: &[usize]| Argument::List(dims.iter().map(|size| (*size).into()).collect());
        let known = parameter(&name);
        let kind = if known.is_some() { Kind::Parameter } else { Kind::Buffer };
        let path = match known.filter(|path| !self.reader.names.is_taken(path)) {
            Some(path) => self.reader.names.take(path),
            None => self.reader.names.automatic(&self.unit.module.path, kind.keyword()),
        };
        // As the file has it.
        let stored = match &constant.data {
            Data::Stored(Stored { tensor, order: None }) => tensor.dims.clone(),
            _ => dims.clone(),
        };
        let stored = if stored.is_empty() { vec![1] } else { stored };
        if stored.len() > MAX_RANK {
            return Err(format!("its input {index} has {} axes", stored.len()));
        }
        let call = Call::new(kind).with("shape", list(&sizes)).with("stored", list(&stored));
        let origin = Origin {
            // No node has such a name.
            source: format!("{name} of {}", path.join(".")),
            operation: self.origin.operation.clone(),
            label: path.last().cloned(),
            scope: path[..path.len().saturating_sub(1)].to_vec(),
        };
        let value = self.reader.builder.push(&origin, call, Vec::new(), None)?;
        self.reader.parameters.insert(key, value);
        let constant = constant.reshaped(stored)?;
        self.reader.weights.insert(origin.source, vec![("", constant)]);
        Ok(value)
    }

    /// The index of an axis in a sample, where the batch is in front of it.
    pub fn axis(&self, axis: i64, shape: &Shape) -> Result<usize> {
        match super::fold::axis(axis, shape.rank() + 1)? {
            0 => Err("it works along the batch".to_owned()),
            axis => Ok(axis - 1),
        }
    }

    /// An attribute with a value for each axis that is not negative.
    pub fn axes(&self, name: &str, axes: usize, default: usize) -> Result<Vec<usize>> {
        let Some(list) = self.node.ints(name)? else { return Ok(vec![default; axes]) };
        let list: Option<Vec<usize>> =
            list.into_iter().map(|value| usize::try_from(value).ok()).collect();
        list.filter(|list| list.len() == axes)
            .ok_or_else(|| format!("`{name}` does not have a size for each of {axes} axes"))
    }

    /// Whether a size is the number of samples.
    pub fn is_batch(&self, size: Size) -> bool {
        self.reader.is_batch(size)
    }
}

fn not_in_front(index: usize) -> String {
    format!("the first axis of its input {index} is not the batch")
}

/// A list of numbers as an argument.
pub fn signed(list: impl IntoIterator<Item = i64>) -> Argument {
    Argument::List(list.into_iter().map(|value| Argument::Signed(value as isize)).collect())
}

/// A list of sizes as an argument.
pub fn sizes(list: &[usize]) -> Argument {
    Argument::List(list.iter().map(|size| Argument::Size(*size)).collect())
}
