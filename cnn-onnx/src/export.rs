//! The export of a network.

use std::collections::BTreeMap;
use std::convert::Infallible;

use cnn_core::engine::{Model, Running};
use cnn_core::{DType, Graph, Network, Node, Op, Shape};
use prost::Message;

use crate::error::Error;
use crate::layers::{self, Layer};
use crate::proto::tensor_shape_proto::{Dimension, dimension};
use crate::proto::{
    GraphProto, ModelProto, NodeProto, OperatorSetIdProto, TensorProto, ValueInfoProto,
};
use crate::tensor;
use crate::weights::Weights;
use crate::write::{Site, Value, Writer, info};

/// The opset of exported models: PyTorch exports to the same by default.
pub const OPSET: i64 = 18;

/// The version of the format that came with this opset.
const IR_VERSION: i64 = 8;

/// The most bytes that a message of protobuf has.
pub const MOST_BYTES: usize = i32::MAX as usize;

/// A network that is to become an ONNX model.
///
/// ```
/// use cnn::cnn;
/// use cnn_onnx::Export;
///
/// cnn! { struct Net: [3, 8, 8] -> [10] < conv(3, 4, 3); relu; fc(_, 10) > }
///
/// let model = Export::of::<Net>().model()?;
/// let graph = model.graph.unwrap();
/// let nodes: Vec<_> = graph.node.iter().map(|node| (node.name(), node.op_type())).collect();
/// assert_eq!(nodes, [("conv1", "Conv"), ("relu1", "Relu"), ("fc1/Flatten", "Flatten"), ("fc1", "Gemm")]);
/// # Ok::<(), cnn_onnx::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Export {
    graph: Graph,
    weights: Option<Weights>,
    batch: Option<usize>,
    dtype: DType,
    pub(crate) external: bool,
}

impl Export {
    /// The export of a network.
    pub fn of<N: Network>() -> Export {
        Export::new(&N::GRAPH)
    }

    /// The export of a graph, which may be chosen at run time.
    pub fn new(graph: &Graph) -> Export {
        Export { graph: *graph, weights: None, batch: None, dtype: DType::F32, external: false }
    }

    /// With these weights, which become the model's initializers. Without weights, all tensors of the network are inputs
    /// of the model, behind its own inputs, but for integers that its layers know.
    ///
    /// ```
    /// use cnn::cnn;
    /// use cnn_onnx::{Export, Weights};
    ///
    /// cnn! { struct Net: [2] -> [1] < fc(2, 1) > }
    ///
    /// let mut weights = Weights::default();
    /// weights.insert("fc1.weight", &[1, 2], &[0.5, -1.0]);
    /// weights.insert("fc1.bias", &[1], &[0.25]);
    /// let graph = Export::of::<Net>().weights(weights).model()?.graph.unwrap();
    /// assert_eq!(graph.initializer[0].name(), "fc1.weight");
    /// assert_eq!(graph.input.len(), 1);
    ///
    /// let without = Export::of::<Net>().model()?.graph.unwrap();
    /// let inputs: Vec<&str> = without.input.iter().map(|input| input.name()).collect();
    /// assert_eq!(inputs, ["input", "fc1.weight", "fc1.bias"]);
    /// # Ok::<(), cnn_onnx::Error>(())
    /// ```
    pub fn weights(self, weights: Weights) -> Export {
        Export { weights: Some(weights), ..self }
    }

    /// For batches of this size only. Otherwise the first axis of inputs and outputs is the symbol `batch`, and of any
    /// size.
    pub fn batch(self, samples: usize) -> Export {
        Export { batch: Some(samples), ..self }
    }

    /// With values of this type: [`F32`](DType::F32), which is the default, [`F16`](DType::F16) or [`F64`](DType::F64).
    /// Weights of another type are converted.
    pub fn dtype(self, dtype: DType) -> Export {
        Export { dtype, ..self }
    }

    /// Whether [`write`](Export::write) puts weights into a second file, as it does anyway if the first would be larger
    /// than 2 GB.
    pub fn external_data(self, external: bool) -> Export {
        Export { external, ..self }
    }

    /// The model, with all weights in it.
    ///
    /// # Errors
    ///
    /// All layers that ONNX cannot express, if there are any; or if the weights are not those of the network, if the
    /// type is not exported, or if the batch is empty.
    pub fn model(&self) -> Result<ModelProto, Error> {
        if !matches!(self.dtype, DType::F32 | DType::F16 | DType::F64) {
            return Err(Error::DType(self.dtype));
        }
        if self.batch == Some(0) {
            return Err(Error::EmptyBatch);
        }
        let graph = &self.graph;
        let model = Model::new(graph, |_, node, _| layers::layer(node))
            .map_err(|refusals| Error::Refused { network: graph.name, refusals })?;
        let (initializer, open) = self.state(&model)?;
        let version = OperatorSetIdProto { domain: Some(String::new()), version: Some(OPSET) };
        Ok(ModelProto {
            ir_version: Some(IR_VERSION),
            opset_import: vec![version],
            producer_name: Some("cnn-onnx".to_owned()),
            producer_version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            graph: Some(self.graph(&model, initializer, open)),
            ..ModelProto::default()
        })
    }

    /// The model as the bytes of a file.
    ///
    /// # Errors
    ///
    /// Those of [`model`](Export::model), or if it would have more than 2 GB.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Error> {
        let model = self.model()?;
        match model.encoded_len() {
            bytes if bytes > MOST_BYTES => Err(Error::TooLarge { bytes }),
            _ => Ok(model.encode_to_vec()),
        }
    }

    /// The tensors with values, and those that are inputs, in the order of the `state_dict`.
    fn state(
        &self,
        model: &Model<Layer>,
    ) -> Result<(Vec<TensorProto>, Vec<ValueInfoProto>), Error> {
        let integers = integers(model);
        if let Some(weights) = &self.weights {
            weights.header().compare(&self.graph)?;
        }
        let (mut tensors, mut open) = (Vec::new(), Vec::new());
        for (name, shape) in self.graph.state_dict() {
            let given = self.weights.as_ref();
            let tensor = match integers.get(&name) {
                Some(values) => Some(tensor::ints(shape.dims(), values)),
                None => given.and_then(|weights| weights.tensor(&name, self.dtype)),
            };
            match tensor {
                Some(tensor) => tensors.push(TensorProto { name: Some(name), ..tensor }),
                None => open.push(info(&name, tensor::data_type(self.dtype), fixed(&shape))),
            }
        }
        Ok((tensors, open))
    }

    fn graph(
        &self,
        model: &Model<Layer>,
        initializer: Vec<TensorProto>,
        open: Vec<ValueInfoProto>,
    ) -> GraphProto {
        let graph = &self.graph;
        let mut writer = Writer::new(self.dtype, self.batch);
        for (name, _) in graph.state_dict() {
            writer.value(&name, "");
        }
        let named = |name: &'static str, default| if name.is_empty() { default } else { name };
        let (mut input, mut inputs) = (Vec::new(), Vec::new());
        for of_graph in graph.inputs {
            let name = writer.value(named(of_graph.name, "input"), ".input");
            input.push(writer.info(&name, &of_graph.shape));
            inputs.push(Value::from(name));
        }
        input.extend(open);
        let outputs: Vec<String> = graph
            .outputs
            .iter()
            .map(|output| writer.value(named(output.name, "output"), ".output"))
            .collect();
        let run = |running: Running<'_, Layer>, inputs: Vec<Value>| {
            let node = running.built.node;
            let site = Site::new(
                &mut writer,
                &running.built.name,
                running.weights_of,
                [node.input, node.output],
            );
            Ok::<_, Infallible>(written(running.layer, &node, &inputs, site))
        };
        let Ok(values) = model.run_all(inputs.clone(), run, |_, _| {});
        let output = graph.outputs.iter().zip(&outputs);
        let output = output.map(|(output, name)| writer.info(name, &output.shape)).collect();
        let Writer { mut nodes, shapes, .. } = writer;
        let value_info = name_outputs(&mut nodes, shapes, &values, &outputs);
        GraphProto {
            name: Some(named(graph.name, "network").to_owned()),
            node: nodes,
            initializer,
            input,
            output,
            value_info,
            doc_string: Some(described(graph)),
            ..GraphProto::default()
        }
    }
}

/// `LeNet: [3, 28, 28] → [10]`
fn described(graph: &Graph) -> String {
    let list = |shapes: Vec<Shape>| {
        let texts: Vec<String> = shapes.iter().map(Shape::to_string).collect();
        texts.join(", ")
    };
    let inputs = list(graph.inputs.iter().map(|input| input.shape).collect());
    let outputs = list(graph.outputs.iter().map(|output| output.shape).collect());
    format!("{}: {inputs} → {outputs}", graph.name)
}

fn written(layer: &Layer, node: &Node, inputs: &[Value], mut site: Site<'_>) -> Value {
    let value = layer.write(inputs, &mut site);
    site.finish(&value, format!("{}: {} → {}", node.kind, node.input, node.output))
}

/// The values of the tensors that are made of integers, which a layer knows.
fn integers(model: &Model<Layer>) -> BTreeMap<String, Vec<i64>> {
    let mut integers = BTreeMap::new();
    for (built, _) in model.layers().filter(|(built, _)| !built.shared) {
        let tensors = (0..).map_while(|index| built.node.op.tensor(index, &built.node.input));
        for tensor in tensors.filter(|tensor| tensor.integer) {
            if let Op::WindowAttention(layer) = built.node.op {
                let index = layer.relative_position_index().map(|index| index as i64);
                integers.insert(format!("{}.{}", built.name, tensor.suffix), index.collect());
            }
        }
    }
    integers
}

/// The sizes of a tensor.
fn fixed(shape: &Shape) -> Vec<Dimension> {
    let dim = |size: &usize| Dimension {
        value: Some(dimension::Value::DimValue(*size as i64)),
        denotation: None,
    };
    shape.dims().iter().map(dim).collect()
}

/// Gives the values that leave the names of the outputs, and returns the shapes of the others. What leaves twice, or as
/// it arrives, is copied.
fn name_outputs(
    nodes: &mut Vec<NodeProto>,
    shapes: Vec<ValueInfoProto>,
    values: &[Value],
    outputs: &[String],
) -> Vec<ValueInfoProto> {
    let made = |value: &Value| shapes.iter().any(|shape| *shape.name() == **value);
    let (mut renamed, mut copies) = (BTreeMap::<&str, &String>::new(), Vec::new());
    for (value, output) in values.iter().zip(outputs) {
        if made(value) && !renamed.contains_key(&**value) {
            renamed.insert(value, output);
        } else {
            copies.push((value.to_string(), output.clone()));
        }
    }
    for (value, output) in copies {
        nodes.push(NodeProto {
            input: vec![value],
            name: Some(format!("{output}/Identity")),
            output: vec![output],
            op_type: Some("Identity".to_owned()),
            ..NodeProto::default()
        });
    }
    for name in nodes.iter_mut().flat_map(|node| node.input.iter_mut().chain(&mut node.output)) {
        if let Some(output) = renamed.get(name.as_str()) {
            name.clone_from(output);
        }
    }
    let leaves = |shape: &ValueInfoProto| renamed.contains_key(shape.name());
    shapes.into_iter().filter(|shape| !leaves(shape)).collect()
}
