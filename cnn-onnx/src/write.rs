//! The nodes of a model while it is written.

use std::collections::HashSet;
use std::rc::Rc;

use cnn_core::{DType, Shape};

use crate::proto::attribute_proto::AttributeType;
use crate::proto::type_proto::Tensor as TensorType;
use crate::proto::{
    AttributeProto, NodeProto, TensorProto, TensorShapeProto, TypeProto, ValueInfoProto,
    tensor_shape_proto, type_proto,
};
use crate::tensor;

/// The name of a value.
pub(crate) type Value = Rc<str>;

/// The nodes and values of a model, in the order in which they run.
pub(crate) struct Writer {
    /// The type of the values.
    pub(crate) dtype: DType,
    /// The number of samples, if it is fixed.
    pub(crate) batch: Option<usize>,
    pub(crate) nodes: Vec<NodeProto>,
    /// The shapes of the outputs of layers.
    pub(crate) shapes: Vec<ValueInfoProto>,
    /// The names of values, and those of nodes.
    values: HashSet<String>,
    names: HashSet<String>,
}

impl Writer {
    pub(crate) fn new(dtype: DType, batch: Option<usize>) -> Writer {
        Writer {
            dtype,
            batch,
            nodes: Vec::new(),
            shapes: Vec::new(),
            values: HashSet::new(),
            names: HashSet::new(),
        }
    }

    /// A name for a value that no other one has: this one, or if it is taken, with something behind it.
    pub(crate) fn value(&mut self, name: &str, behind: &str) -> String {
        unique(&mut self.values, name, behind)
    }

    /// The shape of a value: a batch of samples.
    pub(crate) fn info(&self, name: &str, sample: &Shape) -> ValueInfoProto {
        use tensor_shape_proto::{Dimension, dimension::Value};
        let batch = match self.batch {
            Some(samples) => Value::DimValue(samples as i64),
            None => Value::DimParam("batch".to_owned()),
        };
        let sizes = sample.dims().iter().map(|size| Value::DimValue(*size as i64));
        let dim = |value| Dimension { value: Some(value), denotation: None };
        let dim = [batch].into_iter().chain(sizes).map(dim).collect();
        info(name, tensor::data_type(self.dtype), dim)
    }
}

/// The description of a tensor with this name.
pub(crate) fn info(
    name: &str,
    elem_type: i32,
    dim: Vec<tensor_shape_proto::Dimension>,
) -> ValueInfoProto {
    let shape = Some(TensorShapeProto { dim });
    let tensor = TensorType { elem_type: Some(elem_type), shape };
    let value = Some(type_proto::Value::TensorType(tensor));
    let r#type = Some(TypeProto { value, denotation: None });
    ValueInfoProto { name: Some(name.to_owned()), r#type, ..ValueInfoProto::default() }
}

fn unique(taken: &mut HashSet<String>, name: &str, behind: &str) -> String {
    let further = (1..).map(|number| format!("{name}{behind}_{number}"));
    let mut names = [name.to_owned(), format!("{name}{behind}")].into_iter().chain(further);
    let free = names.find(|name| !taken.contains(name)).expect("there is always another number");
    taken.insert(free.clone());
    free
}

/// Where a layer is written.
pub(crate) struct Site<'w> {
    writer: &'w mut Writer,
    /// The full name of the layer, and of the one whose weights it uses.
    name: &'w str,
    weights_of: &'w str,
    /// The number of nodes before it.
    first: usize,
    /// The shape of a sample of its first input.
    pub(crate) input: Shape,
    /// The shape of a sample of its output.
    pub(crate) output: Shape,
}

impl<'w> Site<'w> {
    pub(crate) fn new(
        writer: &'w mut Writer,
        name: &'w str,
        weights_of: &'w str,
        [input, output]: [Shape; 2],
    ) -> Site<'w> {
        let first = writer.nodes.len();
        Site { writer, name, weights_of, first, input, output }
    }

    /// The number of dims of the input, the batch among them.
    pub(crate) fn rank(&self) -> i64 {
        self.input.rank() as i64 + 1
    }

    /// Whether all values are of this type.
    pub(crate) fn is(&self, dtype: DType) -> bool {
        self.writer.dtype == dtype
    }

    /// A positive number that keeps a divisor from 0, and does not become 0 in the type of the values.
    pub(crate) fn positive(&self, eps: f64) -> f64 {
        if self.is(DType::F16) {
            eps.max(f64::from(half::f16::MIN_POSITIVE_SUBNORMAL))
        } else {
            eps
        }
    }

    /// Whether the batch has a fixed size, and which.
    pub(crate) fn batch(&self) -> Option<usize> {
        self.writer.batch
    }

    /// A tensor of the layer's state. It has the name that it has in the `state_dict`.
    pub(crate) fn state(&self, suffix: &str) -> Value {
        match suffix {
            "" => self.weights_of.into(),
            suffix => format!("{}.{suffix}", self.weights_of).into(),
        }
    }

    /// The same, if the layer has it.
    pub(crate) fn state_if(&self, present: bool, suffix: &str) -> Option<Value> {
        present.then(|| self.state(suffix))
    }

    /// An operation with one output.
    pub(crate) fn op<const A: usize>(
        &mut self,
        op: &str,
        inputs: &[&Value],
        attributes: [AttributeProto; A],
    ) -> Value {
        self.outputs(op, inputs, attributes, 1).swap_remove(0)
    }

    /// An operation with several outputs.
    fn outputs<const A: usize>(
        &mut self,
        op: &str,
        inputs: &[&Value],
        attributes: [AttributeProto; A],
        count: usize,
    ) -> Vec<Value> {
        let name = unique(&mut self.writer.names, &format!("{}/{op}", self.name), "");
        let outputs: Vec<String> = (0..count).map(|_| self.writer.value(&name, "")).collect();
        let values = outputs.iter().map(|output| Value::from(output.as_str())).collect();
        self.writer.nodes.push(NodeProto {
            input: inputs.iter().map(ToString::to_string).collect(),
            output: outputs,
            name: Some(name),
            op_type: Some(op.to_owned()),
            attribute: attributes.into(),
            ..NodeProto::default()
        });
        values
    }

    /// A constant of integers along one axis.
    pub(crate) fn ints(&mut self, values: &[i64]) -> Value {
        self.constant(tensor::ints(&[values.len()], values))
    }

    /// A constant of the type of all values.
    pub(crate) fn floats(&mut self, sizes: &[usize], values: &[f64]) -> Value {
        self.constant(tensor::floats(self.writer.dtype, sizes, values))
    }

    /// A constant of f32 along one axis, whatever the type of the values.
    pub(crate) fn singles(&mut self, values: &[f64]) -> Value {
        self.constant(tensor::floats(DType::F32, &[values.len()], values))
    }

    /// A constant of integers with these sizes.
    pub(crate) fn table(&mut self, sizes: &[usize], values: &[i64]) -> Value {
        self.constant(tensor::ints(sizes, values))
    }

    /// A constant that is a single number.
    pub(crate) fn scalar(&mut self, value: f64) -> Value {
        self.floats(&[], &[value])
    }

    fn constant(&mut self, tensor: TensorProto) -> Value {
        let value = AttributeProto { t: Some(tensor), ..attribute("value", AttributeType::Tensor) };
        self.op("Constant", &[], [value])
    }

    /// `op(x, number)`
    pub(crate) fn with(&mut self, op: &str, x: &Value, number: f64) -> Value {
        let number = self.scalar(number);
        self.op(op, &[x, &number], [])
    }

    /// `x` with other sizes, all of them given. A 0 keeps the size at its place, such as that of the batch, and a −1 is
    /// what the others leave.
    pub(crate) fn reshape(&mut self, x: &Value, sizes: &[i64]) -> Value {
        let sizes = self.ints(sizes);
        self.op("Reshape", &[x, &sizes], [])
    }

    /// Samples with other sizes.
    pub(crate) fn reshape_samples(&mut self, x: &Value, sample: &[usize]) -> Value {
        let sizes = sample.iter().map(|size| *size as i64);
        self.reshape(x, &[0].into_iter().chain(sizes).collect::<Vec<_>>())
    }

    /// `x` with its axes in this order.
    pub(crate) fn transpose(&mut self, x: &Value, axes: &[i64]) -> Value {
        self.op("Transpose", &[x], [ints("perm", axes)])
    }

    /// The positions from `start` up to `end` along an axis.
    pub(crate) fn slice(&mut self, x: &Value, axis: i64, start: usize, end: usize) -> Value {
        self.slice_by(x, axis, [start as i64, end as i64, 1])
    }

    /// The same with a step.
    pub(crate) fn slice_by(&mut self, x: &Value, axis: i64, range: [i64; 3]) -> Value {
        let [start, end, axis, step] =
            [range[0], range[1], axis, range[2]].map(|number| self.ints(&[number]));
        self.op("Slice", &[x, &start, &end, &axis, &step], [])
    }

    /// Values one after the other along an axis.
    pub(crate) fn concat(&mut self, values: &[&Value], axis: i64) -> Value {
        self.op("Concat", values, [int("axis", axis)])
    }

    /// `x` in so many equal parts along an axis.
    pub(crate) fn split(&mut self, x: &Value, axis: i64, parts: usize) -> Vec<Value> {
        let attributes = [int("axis", axis), int("num_outputs", parts as i64)];
        self.outputs("Split", &[x], attributes, parts)
    }

    /// A reduction over axes, which stay with a size of 1 or not.
    pub(crate) fn reduce(&mut self, op: &str, x: &Value, axes: &[i64], keep: bool) -> Value {
        // ONNX takes no axes for all of them.
        if axes.is_empty() {
            let is_norm = op == "ReduceL1" || op == "ReduceL2";
            return if is_norm { self.op("Abs", &[x], []) } else { x.clone() };
        }
        let axes = self.ints(axes);
        self.op(op, &[x, &axes], [int("keepdims", i64::from(keep))])
    }

    /// The layer ends with this value, whose node gets the layer's name.
    pub(crate) fn finish(mut self, value: &Value, doc: String) -> Value {
        let made = |node: &NodeProto| node.output.first().is_some_and(|output| **output == **value);
        let found = self.writer.nodes[self.first..].iter().position(made);
        let (index, value) = match found {
            Some(index) => (self.first + index, value.clone()),
            None => {
                let copy = self.op("Identity", &[value], []);
                (self.writer.nodes.len() - 1, copy)
            }
        };
        let name = unique(&mut self.writer.names, self.name, "");
        let output = self.writer.value(self.name, ".output");
        let node = &mut self.writer.nodes[index];
        node.name = Some(name);
        node.doc_string = Some(doc);
        debug_assert!(*node.output[0] == *value, "the node makes the value");
        node.output[0].clone_from(&output);
        let info = self.writer.info(&output, &self.output);
        self.writer.shapes.push(info);
        output.into()
    }
}

fn attribute(name: &str, r#type: AttributeType) -> AttributeProto {
    let mut attribute = AttributeProto { name: Some(name.to_owned()), ..AttributeProto::default() };
    attribute.set_type(r#type);
    attribute
}

/// An attribute that is an integer.
pub(crate) fn int(name: &str, value: i64) -> AttributeProto {
    AttributeProto { i: Some(value), ..attribute(name, AttributeType::Int) }
}

/// An attribute that is a list of integers.
pub(crate) fn ints(name: &str, values: &[i64]) -> AttributeProto {
    AttributeProto { ints: values.to_vec(), ..attribute(name, AttributeType::Ints) }
}

/// An attribute that is a number.
pub(crate) fn float(name: &str, value: f64) -> AttributeProto {
    AttributeProto { f: Some(value as f32), ..attribute(name, AttributeType::Float) }
}

/// An attribute that is a word.
pub(crate) fn word(name: &str, value: &str) -> AttributeProto {
    AttributeProto { s: Some(value.into()), ..attribute(name, AttributeType::String) }
}

/// The sizes as ONNX has them.
pub(crate) fn signed(sizes: &[usize]) -> Vec<i64> {
    sizes.iter().map(|size| *size as i64).collect()
}
