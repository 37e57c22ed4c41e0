//! Reads the models of `onnx/fixtures.py`, and compares what is written of them with the declarations that rustc compiles.

mod common;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use cnn_import::{Error, Form, Layout, Network, read_onnx, write};
use cnn_onnx::proto::prost::Message;
use cnn_onnx::proto::{AttributeProto, GraphProto, ModelProto, NodeProto, TensorProto};
use cnn_reference::{State, Tensor};
use common::exported;
use half::f16;
use proptest::prelude::*;
use safetensors::tensor::TensorView;
use safetensors::{Dtype, SafeTensors};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/onnx")
}

fn model(name: &str) -> Vec<u8> {
    fs::read(folder().join(format!("{name}.onnx"))).unwrap()
}

fn read(name: &str) -> Result<Form, Error> {
    read_onnx(model(name), Some(&folder()))
}

/// The weights of a model.
fn weights(model: Vec<u8>) -> Result<Vec<u8>, Error> {
    Network::onnx(model, Some(&folder()))?.weights()
}

/// Compares a text with a file, which `BLESS=1` writes.
fn check(file: &str, text: &str) {
    let path = folder().join(file);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, text).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

/// For each model: its declaration is that of the file, and what compiles is what was read, with the weights of the model.
macro_rules! imports {
    ($($name:ident, $params:literal;)*) => {
        $(
        #[allow(deprecated, reason = "some have activations behind each other, of which the macro warns")]
        mod $name {
            include!(concat!("onnx/", stringify!($name), ".rs"));

            #[test]
            fn is_imported() {
                let name = stringify!($name);
                let form = super::read(name).unwrap();
                assert_eq!(form.refusals, []);
                let text = cnn_import::write(&form, "Net", cnn_import::Layout::Structured);
                super::check(&format!("{name}.rs"), &text.unwrap());
                assert_eq!(form.params(), Net::PARAMS);
                assert_eq!(form.macs(), Net::SUMMARY.macs);
                // An `identity` gives a name to the output of a group.
                let mut layers = 0;
                for node in Net::GRAPH.nodes {
                    layers += usize::from(node.kind != cnn::Kind::Identity);
                }
                assert_eq!(form.nodes.len(), layers);
                assert_eq!(Net::PARAMS, $params);
                super::compare(&form, &Net::GRAPH);
                super::compare_weights(name, &Net::GRAPH.state_dict());
                super::compare_outputs(name, &Net::GRAPH);
                super::compare_export(&Net::GRAPH, (Net::PARAMS, Net::SUMMARY.macs));
            }
        })*
    };
}

// The parameters are those that PyTorch counts, or those of the initializers; a folded batch norm leaves a bias.
imports! {
    residual_7, 818;
    residual_9, 818;
    residual_folded, 790;
    residual_dynamo, 818;
    residual_dynamo_folded, 790;
    shapes_11, 309;
    shapes_18, 309;
    shapes_dynamo, 309;
    shapes_dynamo_plain, 309;
    norms_13, 368;
    norms_17, 368;
    norms_fixed, 368;
    norms_dynamo, 368;
    activations_12, 94;
    activations_20, 94;
    activations_dynamo, 94;
    blur_17, 120;
    standardized_17, 148;
    tokens_17, 852;
    tokens_dynamo, 852;
    biased_17, 974;
    branches_17, 1890;
    channels_17, 130;
    channels_dynamo, 130;
    windows_13, 5039;
    windows_17, 5039;
    windows_fixed, 5039;
    windows_dynamo, 5039;
    windows_dynamo_plain, 5039;
    keras, 431;
    attributes_7, 112;
    constants, 15;
    halves, 110;
    external, 38;
}

fn compare(form: &Form, graph: &cnn::Graph) {
    let mut named = 0;
    for node in &form.nodes {
        let Some(name) = node.path() else { continue };
        named += 1;
        let layer = graph.node(&name).unwrap();
        // The name of a join whose branches have names is behind it.
        let is_behind = layer.kind == cnn::Kind::Identity && node.call.kind.is_join();
        assert!(layer.op == node.op || is_behind, "{name}: {:?}", layer.op);
    }
    assert!(named > 0);
}

fn compare_weights(name: &str, state: &[(String, cnn::Shape)]) {
    let bytes = weights(model(name)).unwrap();
    let file = SafeTensors::deserialize(&bytes).unwrap();
    assert!(!state.is_empty());
    for (tensor, shape) in state {
        assert_eq!(file.tensor(tensor).unwrap().shape(), shape.dims(), "{tensor}");
    }
    assert_eq!(file.len(), state.len());
}

/// The values of a tensor of floats.
fn tensor(view: &TensorView<'_>) -> Tensor {
    let data = view.data();
    let values = match view.dtype() {
        Dtype::F16 => {
            data.as_chunks().0.iter().map(|bytes| f16::from_le_bytes(*bytes).to_f64()).collect()
        }
        Dtype::F32 => {
            data.as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes).into()).collect()
        }
        other => panic!("values of {other:?}"),
    };
    Tensor::new(view.shape(), values)
}

/// The declaration computes, with the weights of the model, what ONNX Runtime has computed.
fn compare_outputs(name: &str, graph: &cnn::Graph) {
    let answers = fs::read(folder().join("answers.safetensors")).unwrap();
    let answers = SafeTensors::deserialize(&answers).unwrap();
    let expected = tensor(&answers.tensor(name).unwrap());
    let input: Vec<String> = graph.input.dims().iter().map(ToString::to_string).collect();
    let input = format!("image{}x{}", expected.size(0), input.join("x"));
    let input = tensor(&answers.tensor(&input).unwrap());
    let bytes = weights(model(name)).unwrap();
    let file = SafeTensors::deserialize(&bytes).unwrap();
    let state = State::from_fn(graph, |name, _| tensor(&file.tensor(name).unwrap()));
    let output = cnn_reference::output(graph, &state, &input);
    let distance = output.distance(&expected);
    let precision = if name == "halves" { 1e-2 } else { 1e-4 };
    assert!(distance <= precision * expected.magnitude(), "{distance}");
}

/// What cnn-onnx writes of a network is read as the same layers.
fn compare_export(graph: &cnn::Graph, figures: (u64, u64)) {
    let form = exported(graph);
    assert_eq!(form.refusals, []);
    assert_eq!((form.params(), form.macs()), figures);
    for node in form.nodes.iter().filter(|node| node.cost.0 > 0) {
        let name = node.path().unwrap();
        let own = graph.node(&name).unwrap_or_else(|| panic!("there is no layer {name}"));
        assert_eq!(own.op, node.op, "{name}");
    }
}

#[test]
fn all_exports_of_a_network_have_the_same_layers() {
    let layers = |name: &str| {
        let form = read(name).unwrap();
        let kept = form.nodes.iter().filter_map(|node| Some((node.path()?, node.op)));
        kept.collect::<Vec<_>>()
    };
    let first = layers("residual_7");
    for other in ["residual_9", "residual_dynamo"] {
        let weighted: HashSet<String> = first.iter().map(|(path, _)| path.clone()).collect();
        let others: Vec<_> =
            layers(other).into_iter().filter(|(path, _)| weighted.contains(path)).collect();
        assert_eq!(others, first, "{other}");
    }
}

/// The weights of a linear layer that the file has the other way round.
#[test]
fn weights_are_transposed() {
    let values = |name: &str| {
        let bytes = weights(model(name)).unwrap();
        let file = SafeTensors::deserialize(&bytes).unwrap();
        let tensor = file.tensor("net.dense.weight").unwrap();
        let (values, _) = tensor.data().as_chunks::<2>();
        values.iter().map(|value| f16::from_le_bytes(*value).to_f32()).collect::<Vec<_>>()
    };
    // The Gemm has a row for each input: -1, -0.6, -0.2 and 0.2, 0.6, 1.
    let expected = [-1.0, 0.2, -0.6, 0.6, -0.2, 1.0];
    let close = |(a, b): (&f32, &f32)| (a - b).abs() < 1e-3;
    assert!(values("halves").iter().zip(&expected).all(close), "{:?}", values("halves"));
}

#[test]
fn every_operation_without_a_layer_is_refused() {
    let form = read("refused").unwrap();
    let refusals: Vec<String> = form.refusals.iter().map(ToString::to_string).collect();
    check("refused.txt", &(refusals.join("\n") + "\n"));
    assert!(write(&form, "Net", Layout::Flat).is_err());
}

/// The shape that the file says a value has.
#[test]
fn shapes_are_compared_with_those_of_the_file() {
    use cnn_onnx::proto::tensor_shape_proto::dimension::Value;
    use cnn_onnx::proto::type_proto::Value::TensorType;
    let mut proto = ModelProto::decode(&model("halves")[..]).unwrap();
    let infos = &mut graph(&mut proto).value_info;
    let info = infos.iter_mut().find(|info| info.name() == "b").unwrap();
    let Some(TensorType(tensor)) = &mut info.r#type.as_mut().unwrap().value else { panic!() };
    tensor.shape.as_mut().unwrap().dim[2].value = Some(Value::DimValue(7));
    let form = read_onnx(proto.encode_to_vec(), Some(&folder())).unwrap();
    let refusals: Vec<String> = form.refusals.iter().map(ToString::to_string).collect();
    assert_eq!(
        refusals,
        [
            "`net/stem-1/Relu` (`Relu`): its output has the shape `[8, 7, 6]` in the file, but that of `relu` for \
          `[8, 6, 6]` is `[8, 6, 6]`"
        ]
    );
}

/// Writes other numbers into the first bytes of a tensor.
fn overwrite(graph: &mut GraphProto, name: &str, number: f32) {
    let tensor = graph.initializer.iter_mut().find(|tensor| tensor.name() == name).unwrap();
    let bytes = tensor.raw_data.take().unwrap();
    tensor.raw_data = Some([&number.to_le_bytes(), &bytes[4..]].concat().into());
}

/// What looks like attention in windows is such an attention, or refused with the reason.
#[test]
fn attention_in_windows_is_followed_to_the_last_value() {
    fn node<'a>(graph: &'a mut GraphProto, name: &str) -> &'a mut NodeProto {
        graph.node.iter_mut().find(|node| node.name() == name).unwrap()
    }
    type Change = fn(&mut GraphProto);
    let changes: [(Change, &str); 9] = [
        (
            |graph| overwrite(graph, "unsqueeze", 9.0),
            "what is added to the scores is not a bias for each relative position",
        ),
        // The number that masked scores are lowered by.
        (|graph| overwrite(graph, "val_621", 0.0), "the mask does not match the shift"),
        (
            |graph| overwrite(graph, "val_44", 0.25),
            "the scores are multiplied by 0.25, and not by 1 / √4",
        ),
        // A factor for each head is the logarithm of the other version.
        (
            |graph| overwrite(graph, "exp", 200.0),
            "the scores are multiplied by more than 100, or by a negative number",
        ),
        (
            |graph| overwrite(graph, "scalar_tensor_default_2", 8.0),
            "the biases are not what the network of Swin V2 computes",
        ),
        // Keys in front of queries, and features in another order.
        (
            |graph| node(graph, "node_select").input[1] = "val_1".to_owned(),
            "queries, keys and values are not three equal parts, with one head after the other",
        ),
        (
            |graph| node(graph, "node_transpose_1").attribute[0].ints = vec![0, 2, 3, 1],
            "the heads are not joined one after the other",
        ),
        // Windows of other places, and windows that come back elsewhere.
        (
            |graph| node(graph, "node_permute_2").attribute[0].ints = vec![0, 1, 2, 3, 4, 5],
            "the tokens are not those of windows of the image",
        ),
        (
            |graph| node(graph, "node_roll_1").input.reverse(),
            "the windows are not put back to where they were",
        ),
    ];
    for (change, expected) in changes {
        let mut proto = ModelProto::decode(&model("windows_dynamo")[..]).unwrap();
        change(graph(&mut proto));
        let form = read_onnx(proto.encode_to_vec(), None).unwrap();
        let [refusal] = &form.refusals[..] else { panic!("{:?}", form.refusals) };
        let reason = refusal.reason.strip_prefix("it ends an attention that no layer computes: ");
        assert_eq!(reason, Some(expected));
    }
}

/// Some multiply queries, and some the products of queries and keys.
#[test]
fn scores_may_be_scaled_where_they_are() {
    let mut proto = ModelProto::decode(&model("windows_dynamo")[..]).unwrap();
    let graph = graph(&mut proto);
    let scale = graph.node.iter().position(|node| node.name() == "node_mul_32").unwrap();
    let sum = graph.node.iter().position(|node| node.name() == "node_add").unwrap();
    let mut scale = graph.node.remove(scale);
    let product = graph.node.iter_mut().find(|node| node.name() == "node_matmul").unwrap();
    product.input[0] = scale.input[0].clone();
    (scale.input[0], scale.output[0]) = ("matmul".to_owned(), "scaled".to_owned());
    graph.node.insert(sum - 1, scale);
    graph.node[sum].input[0] = "scaled".to_owned();
    let form = read_onnx(proto.encode_to_vec(), None).unwrap();
    assert_eq!(form.refusals, []);
    let first = form.nodes.iter().find(|node| node.path().as_deref() == Some("first")).unwrap();
    assert_eq!(first.call.to_string(), "window_attention(8, (4, 3), 0, 2)");
}

#[test]
fn modules_may_be_called_like_words_of_the_language() {
    let mut proto = ModelProto::decode(&model("residual_folded")[..]).unwrap();
    for name in graph(&mut proto).node.iter_mut().filter_map(|node| node.name.as_mut()) {
        *name = name.replace("downsample", "shortcut").replace("conv1", "residual");
    }
    let form = read_onnx(proto.encode_to_vec(), None).unwrap();
    let text = write(&form, "Net", Layout::Structured).unwrap();
    assert!(text.contains("\"shortcut\": seq {"), "{text}");
}

/// A declaration with several inputs begins with one of them, even if a tensor comes before all of them.
#[test]
fn a_tensor_may_come_first() {
    cnn::cnn! {
        struct Two: (x: [4], y: [4]) -> [4] < from(x); tensor: parameter(4); add(x, y) >
    }
    let text = write(&exported(&Two::GRAPH), "Two", Layout::Structured).unwrap();
    let statements: Vec<&str> = text.lines().map(str::trim).skip(4).take(2).collect();
    assert_eq!(statements, ["from(x);", "tensor: parameter(4);"], "{text}");
}

#[test]
fn dead_operations_are_named() {
    assert_eq!(read("constants").unwrap().dead, ["dead_end", "dead_relu"]);
}

/// The error of a model that has been changed.
fn changed(name: &str, change: impl FnOnce(&mut ModelProto)) -> String {
    let mut proto = ModelProto::decode(&model(name)[..]).unwrap();
    change(&mut proto);
    let result = read_onnx(proto.encode_to_vec(), Some(&folder()));
    result.map(|form| form.refusals.first().map(ToString::to_string)).unwrap_err().to_string()
}

fn graph(model: &mut ModelProto) -> &mut GraphProto {
    model.graph.as_mut().unwrap()
}

#[test]
fn damaged_models_are_errors() {
    let bytes = model("residual_9");
    let cut = read_onnx(bytes[..bytes.len() / 2].to_vec(), None).unwrap_err().to_string();
    assert!(cut.starts_with("this is no ONNX model: "), "{cut}");
    assert_eq!(
        read_onnx(Vec::new(), None).unwrap_err().to_string(),
        "in `opset_import`: the version of ONNX's operations is missing"
    );
    assert_eq!(
        changed("halves", |model| model.opset_import[0].version = Some(5)),
        "in `opset_import`: the operations are those of opset 5, and 6 to 28 can be read"
    );
    assert_eq!(
        changed("halves", |model| graph(model).node.reverse()),
        "in the node `net/dense/MatMul` (`Gemm`): it takes `flat`, which nothing before it makes"
    );
    assert_eq!(
        changed("halves", |model| graph(model).node[1].output[0] = "a".to_owned()),
        "in the node `net/norm/LRN` (`LRN`): it makes `a`, which is already there"
    );
    assert_eq!(
        changed("halves", |model| graph(model).output[0].name = None),
        "in the output ``: nothing makes it"
    );
    assert_eq!(
        changed("halves", |model| graph(model).initializer[0].dims[0] = -8),
        "in the initializer `kernel`: one of its sizes is negative"
    );
    assert_eq!(
        changed("halves", |model| graph(model).initializer[0].dims = vec![1 << 40; 4]),
        "in the initializer `kernel`: it has more values than memory can hold"
    );
    assert_eq!(
        changed("halves", |model| graph(model).initializer[0].dims[0] = 9),
        "in the initializer `kernel`: it has 192 bytes of values, where its shape needs 216"
    );
    assert_eq!(
        changed("halves", |model| graph(model).initializer[0].data_type = Some(8)),
        "in the initializer `kernel`: its data type, STRING, cannot be read"
    );
    assert_eq!(
        changed("halves", |model| {
            let first = graph(model).initializer[0].clone();
            graph(model).initializer.push(first);
        }),
        "in the initializer `kernel`: there is another one with this name"
    );
}

#[test]
fn external_data_stays_in_its_folder() {
    let set = |model: &mut ModelProto, key: &str, value: &str| {
        let data = &mut graph(model).initializer[0].external_data;
        data.iter_mut().find(|entry| entry.key.as_deref() == Some(key)).unwrap().value =
            Some(value.to_owned());
    };
    for location in ["../external.bin", "/etc/passwd", "a/../../b", "C:\\b", ""] {
        assert_eq!(
            changed("external", |model| set(model, "location", location)),
            format!(
                "in the initializer `conv.weight`: its values are in `{location}`, which is not in the folder of the model"
            )
        );
    }
    assert_eq!(
        changed("external", |model| set(model, "length", "1")),
        "in the initializer `conv.weight`: it has 1 bytes of values, where its shape needs 144"
    );
    let mut proto = ModelProto::decode(&model("external")[..]).unwrap();
    set(&mut proto, "offset", "1000000");
    let error = weights(proto.encode_to_vec()).unwrap_err().to_string();
    assert!(error.contains("its 144 bytes from 1000000 on are beyond the end"), "{error}");
    let error = read_onnx(model("external"), None).unwrap_err().to_string();
    assert!(error.contains("the folder of the model is not known"), "{error}");
}

/// A small file cannot ask for much memory.
#[test]
fn computed_constants_are_bounded() {
    let refusals = {
        let mut proto = ModelProto::decode(&model("constants")[..]).unwrap();
        let graph = graph(&mut proto);
        let shape = graph.node.iter().position(|node| node.op_type() == "ConstantOfShape").unwrap();
        for index in 0..300 {
            let mut node = graph.node[shape].clone();
            let value = node.attribute[0].t.as_mut().unwrap();
            (value.data_type, value.float_data) = (Some(7), Vec::new());
            value.int64_data = vec![index];
            node.output[0] = format!("many{index}");
            node.name = None;
            graph.node.insert(shape, node);
        }
        let three = graph.initializer.iter_mut().find(|tensor| tensor.name() == "three").unwrap();
        three.int64_data = vec![1 << 16];
        let form = read_onnx(proto.encode_to_vec(), Some(&folder())).unwrap();
        form.refusals.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        refusals[0],
        "`ones` (`ConstantOfShape`): too many constants are computed in the file"
    );
}

/// Constants may have as many values as a number can say, and none at all if another size is 0.
#[test]
fn computed_constants_may_have_any_shape() {
    let list = |name: &str, values: &[i64], dims: &[i64]| TensorProto {
        name: Some(name.to_owned()),
        data_type: Some(7),
        dims: dims.to_vec(),
        int64_data: values.to_vec(),
        ..TensorProto::default()
    };
    let node = |op: &str, inputs: &[&str], axis: Option<i64>| NodeProto {
        op_type: Some(op.to_owned()),
        input: inputs.iter().map(|name| (*name).to_owned()).collect(),
        output: vec![format!("{op} {inputs:?} {axis:?}")],
        attribute: Vec::from_iter(axis.map(|axis| AttributeProto {
            name: Some("axis".to_owned()),
            i: Some(axis),
            ..AttributeProto::default()
        })),
        ..NodeProto::default()
    };
    let many = i64::MAX / 2;
    for dims in
        [[many, many, 0], [many, 0, 2], [0, many, many], [2, many, 0], [many; 3], [many, 1, 1]]
    {
        let mut proto = ModelProto::decode(&model("constants")[..]).unwrap();
        let graph = graph(&mut proto);
        graph.initializer.extend([
            list("dims", &dims, &[3]),
            list("first", &[0], &[1]),
            list("end", &[i64::MAX], &[1]),
            list("place", &[many - 1, 0], &[1, 2]),
            list("last", &[many - 1], &[1, 1]),
        ]);
        for axis in 0..3 {
            graph.initializer.push(list(&format!("axis{axis}"), &[axis], &[1]));
            graph.node.extend([
                node("Slice", &["huge", "first", "end", &format!("axis{axis}")], None),
                node("Slice", &["huge", "end", "first", &format!("axis{axis}"), "back"], None),
                node("Gather", &["huge", "first"], Some(axis)),
                node("Concat", &["huge", "huge"], Some(axis)),
                node("Flatten", &["huge"], Some(axis)),
            ]);
        }
        graph.initializer.push(list("back", &[-1], &[1]));
        graph.node.extend([
            node("GatherND", &["huge", "place"], None),
            node("ScatterND", &["huge", "last", "huge"], None),
            node("Add", &["huge", "huge"], None),
            node("Add", &["huge", "first"], None),
            node("Equal", &["first", "huge"], None),
            node("Where", &["huge", "first", "huge"], None),
            node("Expand", &["huge", "dims"], None),
            node("Expand", &["first", "dims"], None),
            node("Transpose", &["huge"], None),
            node("Reshape", &["huge", "dims"], None),
            node("MatMul", &["huge", "huge"], None),
            node("Size", &["huge"], None),
            node("Sqrt", &["huge"], None),
        ]);
        let mut huge = node("ConstantOfShape", &["dims"], None);
        huge.output = vec!["huge".to_owned()];
        graph.node.insert(0, huge);
        let form = read_onnx(proto.encode_to_vec(), Some(&folder())).unwrap();
        assert_eq!(form.nodes.len(), read("constants").unwrap().nodes.len());
    }
}

/// Reads whatever it is, and writes what can be read.
fn try_all(bytes: Vec<u8>) {
    if let Ok(network) = Network::onnx(bytes, None) {
        let _ = write(network.form(), "Net", Layout::Structured);
        let _ = network.weights();
    }
}

const MUTATED: [&str; 11] = [
    "residual_9",
    "shapes_11",
    "norms_13",
    "activations_dynamo",
    "attributes_7",
    "constants",
    "tokens_dynamo",
    "keras",
    "blur_17",
    "windows_17",
    "windows_dynamo",
];

/// Changes a field of a model.
fn change(model: &mut ModelProto, (field, place, other, number): (u8, usize, usize, i64)) {
    let graph = graph(model);
    let (nodes, tensors) = (graph.node.len(), graph.initializer.len());
    let another = graph.node[other % nodes].clone();
    let node = &mut graph.node[place % nodes];
    match field % 12 {
        0 if tensors > 0 => {
            let dims = &mut graph.initializer[place % tensors].dims;
            let axes = dims.len();
            if axes > 0 {
                dims[other % axes] = number;
            }
        }
        1 if tensors > 0 => graph.initializer[place % tensors].data_type = Some(number as i32),
        2 => graph.node.swap(place % nodes, other % nodes),
        3 if !node.input.is_empty() => {
            let inputs = node.input.len();
            node.input.swap(other % inputs, 0);
        }
        4 if !node.input.is_empty() => {
            node.input.pop();
        }
        5 if !node.attribute.is_empty() => {
            let attributes = node.attribute.len();
            let attribute = &mut node.attribute[other % attributes];
            attribute.i = Some(number);
            attribute.ints.iter_mut().for_each(|value| *value = number);
        }
        6 if !node.attribute.is_empty() => {
            let attributes = node.attribute.len();
            node.attribute.remove(other % attributes);
        }
        7 => node.op_type = another.op_type,
        8 => node.input.extend(another.output.into_iter().next()),
        9 => {
            use cnn_onnx::proto::tensor_shape_proto::dimension::Value;
            use cnn_onnx::proto::type_proto::Value::TensorType;
            let own = graph.input[0].r#type.as_mut().and_then(|own| own.value.as_mut());
            if let Some(TensorType(tensor)) = own
                && let Some(shape) = &mut tensor.shape
                && !shape.dim.is_empty()
            {
                let axes = shape.dim.len();
                shape.dim[other % axes].value = Some(Value::DimValue(number));
            }
        }
        10 if tensors > 0 => {
            let bytes = graph.initializer[place % tensors].raw_data.clone();
            graph.initializer[place % tensors].int64_data = vec![number; other % 5];
            graph.initializer[place % tensors].raw_data =
                bytes.map(|bytes| bytes.slice(..bytes.len().min(other)));
        }
        _ => {
            if let Some(attribute) = graph.node[place % nodes].attribute.first_mut()
                && let Some(tensor) = &mut attribute.t
            {
                tensor.dims = vec![number; other % 4];
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_do_not_panic(
        name in prop::sample::select(&MUTATED[..]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = model(name);
        for (place, byte) in changes {
            let index = place.index(bytes.len());
            bytes[index] = byte;
        }
        try_all(bytes);
    }

    #[test]
    fn changed_fields_do_not_panic(
        name in prop::sample::select(&MUTATED[..]),
        changes in prop::collection::vec(
            (
                any::<u8>(),
                any::<usize>(),
                any::<usize>(),
                prop_oneof![-3_i64..9, any::<i64>(), Just(i64::MAX), Just(i64::MIN), Just(1 << 32)],
            ),
            1..5,
        ),
    ) {
        let mut proto = ModelProto::decode(&model(name)[..]).unwrap();
        for one in changes {
            change(&mut proto, one);
        }
        try_all(proto.encode_to_vec());
    }
}
