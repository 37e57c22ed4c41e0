//! What `cnn_core::engine` does for an engine that brings nothing but two layers.

use std::cell::Cell;
use std::convert::Infallible;
use std::rc::Rc;

use cnn::cnn;
use cnn_core::engine::{Body, Choice, Model, Refusal, Running};
use cnn_core::layers::{Activation, Join};
use cnn_core::{Graph, Kind, Node, Op, Shape};
use cnn_reference::network;

cnn! {
    struct Inner: [3] < relu; residual { relu } >
    struct Outer: [3] -> [6] < first: Inner; concat { identity; second: Inner } >
    struct Others: [3] < first: seq { Squashed; relu } last: tanh >
    struct Squashed: [3] < sigmoid >
}

type Layer = fn(Vec<Vec<f32>>) -> Vec<f32>;

/// The layer that runs a node, or the reason that none does.
fn layer(node: &Node) -> Choice<Layer> {
    Ok(Body::Layer(match node.op {
        Op::Activation(Activation::Relu) => {
            |inputs| inputs[0].iter().map(|value| value.max(0.0)).collect()
        }
        Op::Join(Join::Add) => {
            |inputs| inputs[0].iter().zip(&inputs[1]).map(|(a, b)| a + b).collect()
        }
        Op::Join(Join::Concat { dim: 0 }) => |inputs| inputs.concat(),
        Op::Network(nested) => return Ok(Body::Network(nested)),
        _ => return Err("it has other layers".to_owned()),
    }))
}

fn model(graph: &Graph) -> Model<Layer> {
    Model::new(graph, |_, node, _| layer(node)).unwrap()
}

#[test]
fn all_layers_that_it_does_not_have_are_refused_by_their_full_names() {
    let refusals = Model::new(&Others::GRAPH, |_, node, _| layer(node)).unwrap_err();
    let refusal = |node: &str, kind| {
        let reason = "it has other layers".to_owned();
        Refusal { node: node.to_owned(), kind, reason }
    };
    let expected = [refusal("first.0.sigmoid1", Kind::Sigmoid), refusal("last", Kind::Tanh)];
    assert_eq!(refusals, expected);
    assert_eq!(Others::GRAPH.refusals(|node| layer(node).err()), expected);
    assert_eq!(refusals[1].to_string(), "`last` (tanh): it has other layers");
    assert!(Outer::GRAPH.refusals(|node| layer(node).err()).is_empty());
}

#[test]
fn every_output_is_observed_with_its_full_name() {
    let mut outputs = Vec::new();
    let output = model(&Outer::GRAPH).run(
        vec![-1.0, 0.0, 2.0],
        |running, inputs| Ok::<_, Infallible>((running.layer)(inputs)),
        |built, output| outputs.push((built.name.clone(), output.clone())),
    );
    let Ok(output) = output;
    assert_eq!(output, [0.0, 0.0, 4.0, 0.0, 0.0, 8.0]);
    let names: Vec<&str> = outputs.iter().map(|(name, _)| name.as_str()).collect();
    let nested = ["relu1", "relu2", "add1"];
    let [first, second] =
        ["first", "second"].map(|scope| nested.map(|name| format!("{scope}.{name}")));
    let expected = [&first[..], &["first".to_owned()], &second, &["second".to_owned()]].concat();
    assert_eq!(names[..8], expected);
    assert_eq!(outputs[3].1, [0.0, 0.0, 4.0]);
    assert_eq!(outputs.len(), 9);
    assert_eq!(outputs[8].1, output);
}

#[test]
fn layers_are_all_but_networks() {
    let model = model(&Outer::GRAPH).map(|name, _| name.len());
    let layers: Vec<(&str, usize)> =
        model.layers().map(|(built, length)| (built.name.as_str(), *length)).collect();
    assert_eq!(layers.len(), 7);
    assert!(layers.iter().all(|(name, length)| name.len() == *length), "{layers:?}");
    assert_eq!(model.nodes().len(), 3);
    assert_eq!(model.graph(), &Outer::GRAPH);
}

#[test]
fn an_error_ends_the_run() {
    let mut runs = 0;
    let result = model(&Outer::GRAPH).run(
        Vec::new(),
        |Running { built, layer, .. }, inputs| {
            runs += 1;
            if built.name == "first.add1" { Err("it fails") } else { Ok(layer(inputs)) }
        },
        |_, _| {},
    );
    assert_eq!((result, runs), (Err("it fails"), 3));
}

/// A value that counts its clones.
#[derive(Debug)]
struct Counted(Rc<Cell<usize>>);

impl Clone for Counted {
    fn clone(&self) -> Counted {
        self.0.set(self.0.get() + 1);
        Counted(Rc::clone(&self.0))
    }
}

#[test]
fn only_values_that_are_needed_again_are_cloned() {
    let clones = Rc::new(Cell::new(0));
    let first = |inputs: Vec<Counted>| Ok::<_, Infallible>(inputs.into_iter().next().unwrap());
    let model = model(&Outer::GRAPH);
    let run = model.run(Counted(Rc::clone(&clones)), |_, inputs| first(inputs), |_, _| {});
    let Ok(_) = run;
    // In each of the two inner networks, a value is also added; in the outer one, one is also joined.
    assert_eq!(clones.take(), 3);
    let Ok(_) = Outer::GRAPH.run(Counted(Rc::clone(&clones)), |_, inputs| first(inputs));
    assert_eq!(clones.get(), 1);
}

#[test]
fn a_network_without_layers_returns_its_input() {
    let model = model(&network(Shape::new(&[3]), Vec::new()).graph);
    let output = model.run(7, |_, _| Err("there is no layer"), |_, _| panic!("there is no node"));
    assert_eq!(output, Ok(7));
}

#[test]
fn inputs_are_checked_with_their_batch() {
    let check =
        |sizes: &[usize]| Inner::GRAPH.check_input(sizes).map_err(|error| error.to_string());
    assert_eq!(check(&[5, 3]), Ok(5));
    for sizes in [&[][..], &[3], &[5, 4], &[5, 3, 1], &[0, 4]] {
        let expected = format!("`Inner` takes [batch, 3], but {sizes:?} arrives");
        assert_eq!(check(sizes), Err(expected));
    }
    let expected = "`Inner` takes at least one sample, but the batch is empty".to_owned();
    assert_eq!(check(&[0, 3]), Err(expected));
}
