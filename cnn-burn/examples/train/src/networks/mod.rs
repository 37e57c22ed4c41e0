//! The networks that can be trained, by name.

mod digits;

use cnn::{Graph, Summary, cnn};
use cnn_core::closest;
use digits::Digits;

use crate::Result;

cnn! {
    /// Photos of 64 × 64 pixels, of up to a hundred classes: quick to train from nothing.
    pub struct Small: [3, 64, 64] -> [100] <
        unit(3, 32); unit(32, 64); unit(64, 128); unit(128, 256);
        adaptive_avgpool(1);
        dropout(0.2);
        fc(_, 100);
    >

    block unit(cin, cout) {
        conv(cin, cout, 3, padding = 1, bias = false); batchnorm; relu;
        maxpool(2);
    }
}

/// A network that can be trained.
#[derive(Clone, Copy)]
pub struct Network {
    pub name: &'static str,
    pub graph: &'static Graph,
    pub summary: &'static Summary,
}

/// All networks that classify images: ours, and those of the zoo.
pub fn all() -> impl Iterator<Item = Network> + Clone {
    let ours = [
        Network { name: "digits", graph: &Digits::GRAPH, summary: &Digits::SUMMARY },
        Network { name: "small", graph: &Small::GRAPH, summary: &Small::SUMMARY },
    ];
    let zoo = cnn_zoo::all().iter();
    let zoo = zoo.map(|e| Network { name: e.name, graph: e.graph, summary: e.summary });
    ours.into_iter().chain(zoo).filter(|network| classifies_images(network.graph))
}

/// The network with this name.
pub fn find(name: &str) -> Result<Network> {
    if let Some(network) = all().find(|network| network.name == name) {
        return Ok(network);
    }
    let mut error = format!("there is no network `{name}` that classifies images");
    if let Some(closest) = closest(name, all().map(|network| network.name)) {
        error += &format!(": did you mean `{closest}`?");
    }
    Err((error + "\n`--networks` lists all of them").into())
}

/// One line for each network.
pub fn list() -> String {
    let line = |network: Network| {
        let Network { name, graph, summary } = network;
        let (input, params) = (graph.input.to_string(), summary.params as f64 / 1e6);
        format!("{name:<22} {input:<16} {params:>7.2} M parameters\n")
    };
    all().map(line).collect()
}

fn classifies_images(graph: &Graph) -> bool {
    let [channels, _, _] = graph.input.dims() else { return false };
    matches!(channels, 1 | 3)
        && graph.inputs.len() == 1
        && graph.outputs.len() == 1
        && graph.output.rank() == 1
}
