//! A model as text: a line for each value.

use std::fmt::Write;

use cnn_onnx::proto::tensor_proto::DataType;
use cnn_onnx::proto::tensor_shape_proto::dimension::Value;
use cnn_onnx::proto::{AttributeProto, ModelProto, TensorProto, ValueInfoProto, type_proto};

/// The model but for the values of its weights.
pub fn text(model: &ModelProto) -> String {
    let graph = model.graph.as_ref().unwrap();
    let mut text = format!(
        "{}, of opset {}, format {}\n",
        graph.doc_string(),
        model.opset_import[0].version(),
        model.ir_version()
    );
    for input in &graph.input {
        writeln!(text, "input {} {}", input.name(), shape(input)).unwrap();
    }
    for tensor in &graph.initializer {
        writeln!(text, "weights {} {:?}", tensor.name(), tensor.dims).unwrap();
    }
    for node in &graph.node {
        let values = node.output.join(", ");
        write!(text, "{values} = {}({})", node.op_type(), node.input.join(", ")).unwrap();
        for attribute in &node.attribute {
            write!(text, " {}={}", attribute.name(), value(attribute)).unwrap();
        }
        let info = graph.value_info.iter().chain(&graph.output);
        for info in info.filter(|info| node.output[0] == info.name()) {
            write!(text, " {}", shape(info)).unwrap();
        }
        let quoted = node.doc_string.iter().map(|doc| format!("  # {}: {doc}", node.name()));
        text.extend(quoted);
        text.push('\n');
    }
    for output in &graph.output {
        writeln!(text, "output {} {}", output.name(), shape(output)).unwrap();
    }
    text
}

/// `[batch, 3, 8, 8]`
pub fn shape(info: &ValueInfoProto) -> String {
    let r#type = info.r#type.as_ref().and_then(|it| it.value.as_ref());
    let Some(type_proto::Value::TensorType(tensor)) = r#type else { panic!("{info:?}") };
    let dims = tensor.shape.as_ref().unwrap().dim.iter();
    let dims = dims.map(|dim| match dim.value.as_ref().unwrap() {
        Value::DimValue(size) => size.to_string(),
        Value::DimParam(name) => name.clone(),
    });
    let kind = match DataType::try_from(tensor.elem_type()).unwrap() {
        DataType::Float => "",
        DataType::Double => " f64",
        DataType::Float16 => " f16",
        DataType::Int64 => " i64",
        other => panic!("{other:?}"),
    };
    format!("[{}]{kind}", dims.collect::<Vec<_>>().join(", "))
}

fn value(attribute: &AttributeProto) -> String {
    match attribute {
        AttributeProto { t: Some(tensor), .. } => constant(tensor),
        AttributeProto { i: Some(number), .. } => number.to_string(),
        AttributeProto { f: Some(number), .. } => number.to_string(),
        AttributeProto { s: Some(word), .. } => String::from_utf8_lossy(word).into_owned(),
        AttributeProto { ints, .. } => format!("{ints:?}"),
    }
}

fn constant(tensor: &TensorProto) -> String {
    let bytes = tensor.raw_data();
    match tensor.data_type() {
        kind if kind == DataType::Int64 as i32 => {
            let values = bytes.as_chunks().0.iter().map(|bytes| i64::from_le_bytes(*bytes));
            format!("{:?}", values.collect::<Vec<_>>())
        }
        kind if kind == DataType::Float16 as i32 => format!("{bytes:02x?}"),
        _ => {
            let values = bytes.as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes));
            format!("{:?}", values.collect::<Vec<_>>())
        }
    }
}
