//! A network as a module of burn: names, initial values, and networks inside others.

mod common;

use std::panic::AssertUnwindSafe;

use burn::module::{Module, ModuleVisitor, Param};
use burn::tensor::{Device, Tensor};
use cnn::{Shape, cnn};
use cnn_burn::{BuildError, ForwardError, InputError, Net};
use cnn_reference::networks::LeNet;
use common::{noise, values};

#[derive(Default)]
struct Names {
    path: Vec<String>,
    found: Vec<(String, Shape)>,
    first: Vec<Vec<f64>>,
}

impl ModuleVisitor for Names {
    fn enter_module(&mut self, name: &str, _: &str) {
        self.path.push(name.to_string());
    }

    fn exit_module(&mut self, _: &str, _: &str) {
        self.path.pop();
    }

    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        let tensor = param.val();
        self.found.push((self.path.join("."), Shape::new(&tensor.dims())));
        self.first.push(values(&tensor).into_iter().take(5000).collect());
    }
}

fn names<M: Module>(module: &M) -> Names {
    let mut names = Names::default();
    module.visit(&mut names);
    names
}

#[test]
fn parameters_are_visited_under_pytorchs_names() {
    let small = |entry: &&cnn_zoo::Entry| {
        entry.summary.params < 6_000_000 && entry.graph.output.rank() == 1
    };
    let mut networks = 0;
    for entry in cnn_zoo::all().iter().filter(small) {
        let net = Net::<4, 2>::from_graph(entry.graph, &Device::default()).unwrap();
        assert_eq!(names(&net).found, entry.graph.state_dict(), "{}", entry.name);
        networks += 1;
    }
    assert_eq!(networks, 15);
}

cnn! {
    struct Inner: [2, 4, 4] < conv(2, 2, 3, padding = 1); #[frozen] scale: layer_scale; relu >
    struct Outer: [2, 4, 4] -> [3] < stem: Inner; blocks: seq { Inner; Inner } head: fc(_, 3) >
}

#[test]
fn networks_in_networks_are_scopes() {
    let net: Net<4, 2> = Net::new::<Outer>(&Device::default()).unwrap();
    let found = names(&net).found;
    assert_eq!(found, Outer::GRAPH.state_dict());
    assert!(found.iter().any(|(name, _)| name == "blocks.1.scale"));
    let mut layers = Vec::new();
    net.observe(Tensor::zeros([1, 2, 4, 4], &Device::default()), |name, _| {
        layers.push(name.to_string());
    })
    .unwrap();
    assert_eq!(layers[..4], ["stem.conv1", "stem.scale", "stem.relu1", "stem"]);
    assert_eq!(layers.last().unwrap(), "head");
}

#[test]
fn a_network_that_does_nothing_passes_its_input_on() {
    cnn! { struct Nothing: [3] < identity > }
    let net: Net<2, 2> = Net::new::<Nothing>(&Device::default()).unwrap();
    let x = Tensor::<2>::from_floats([[1.0, 2.0, 3.0]], &Device::default());
    assert_eq!(values(&net.forward(x)), [1.0, 2.0, 3.0]);
}

#[test]
fn a_network_is_part_of_a_larger_module() {
    #[derive(Module, Debug)]
    struct Model {
        net: Net<4, 2>,
        factor: Param<Tensor<1>>,
    }
    let device = Device::default();
    let net = Net::new::<LeNet>(&device).unwrap();
    let model = Model { net, factor: Param::from_tensor(Tensor::ones([1], &device)) };
    let found = names(&model).found;
    assert_eq!(found[0].0, "net.conv1.weight");
    assert_eq!(found.last().unwrap().0, "factor");
    assert_eq!(model.num_params(), LeNet::PARAMS as usize + 1);
    assert!(model.to_string().contains("LeNet: [3, 28, 28] -> [10]"), "{model}");
}

#[test]
fn new_parameters_are_pytorchs() {
    cnn! {
        struct Each: [4, 6, 6] <
            conv(4, 6, 3, groups = 2);
            #[allow(bias_before_batchnorm)] conv_transpose(6, 4, 2, groups = 2);
            batchnorm; prelu(4); layer_scale; groupnorm(2); fc(_, 5);
        >
    }
    let net: Net<4, 2> = Net::new::<Each>(&Device::default()).unwrap();
    let Names { found, first, .. } = names(&net);
    // ± 1 / √fan_in, where fan_in is the number of weights with the same first index, as in PyTorch.
    let bounds = [
        ("conv1", 1.0 / f64::sqrt(2.0 * 9.0)),
        ("conv_transpose1", 1.0 / f64::sqrt(2.0 * 4.0)),
        ("fc1", 1.0 / f64::sqrt(4.0 * 25.0)),
    ];
    for ((name, shape), values) in found.iter().zip(&first) {
        let (layer, suffix) = name.split_once('.').unwrap_or((name, ""));
        if let Some((_, bound)) = bounds.iter().find(|(name, _)| *name == layer) {
            let largest = values.iter().fold(0.0, |largest: f64, value| largest.max(value.abs()));
            assert!(largest <= bound * 1.000_001, "{name} {shape}: {largest} > {bound}");
            let expected = if suffix == "weight" { 0.85 * bound } else { 0.0 };
            assert!(largest > expected, "{name} {shape}: {largest} of {bound}");
            continue;
        }
        let expected = match (layer, suffix) {
            ("prelu1", _) => 0.25,
            ("layer_scale1", _) => 1e-6,
            (_, "weight" | "running_var") => 1.0,
            _ => 0.0,
        };
        assert!(values.iter().all(|value| *value == f64::from(expected as f32)), "{name}");
    }
}

#[test]
fn a_wrong_input_is_an_error_with_both_shapes() {
    let device = Device::default();
    let net: Net<4, 2> = Net::new::<LeNet>(&device).unwrap();
    let error = net.try_forward(Tensor::zeros([2, 3, 32, 32], &device)).unwrap_err();
    let message = "`LeNet` takes [batch, 3, 28, 28], but [2, 3, 32, 32] arrives";
    assert_eq!(error.to_string(), message);
    let error = net.try_forward(Tensor::zeros([0, 3, 28, 28], &device)).unwrap_err();
    assert!(matches!(error, ForwardError::Input(InputError::Empty { network: "LeNet", .. })));
    assert_eq!(error.to_string(), "`LeNet` takes at least one sample, but the batch is empty");
    let panic = std::panic::catch_unwind(AssertUnwindSafe(|| {
        net.forward(Tensor::zeros([2, 3, 32, 32], &device))
    }));
    assert_eq!(panic.unwrap_err().downcast_ref::<String>().unwrap(), message);
}

#[test]
fn wrong_ranks_are_an_error() {
    let error = Net::<3, 2>::from_graph(&LeNet::GRAPH, &Device::default()).unwrap_err();
    let expected = BuildError::Ranks { network: "LeNet", expected: [4, 2], found: [3, 2] };
    assert_eq!(error, expected);
    assert_eq!(error.to_string(), "`LeNet` is a `Net<4, 2>`, with its batch, not a `Net<3, 2>`");
}

#[test]
fn the_batch_makes_no_difference() {
    let device = Device::default();
    let net: Net<4, 2> = Net::new::<LeNet>(&device).unwrap();
    let data = burn::tensor::TensorData::new(noise(3 * 3 * 28 * 28, 8), [3, 3, 28, 28]);
    let batch = Tensor::<4>::from_data(data, &device);
    let all = values(&net.forward(batch.clone()));
    for sample in 0..3 {
        let one = values(&net.forward(batch.clone().narrow(0, sample, 1)));
        common::assert_close(&one, &all[10 * sample..10 * (sample + 1)], 1e-6, "sample");
    }
}
