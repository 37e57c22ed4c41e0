//! Networks as source of PyTorch.
//!
//! ```text
//! Graph ──flow──▶ steps ──scope──▶ classes ──share──▶ fewer classes ──write──▶ Python
//! ```
//!
//! `layer.rs` says what each layer is there, with its name from the table of layers, and `helper.rs` has the modules
//! that PyTorch lacks. A scope is an `nn.Sequential` if its layers are numbered and follow each other, and a class
//! otherwise. If the steps of a scope are interleaved with others, its class has no `forward`, and what is around it
//! calls its members.

mod flow;
mod forward;
mod helper;
mod layer;
mod python;
mod scope;
mod share;
mod window;
mod write;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::shape::notation::{Dims, Grouped};
use crate::{Graph, Shape};

impl Graph {
    /// The network as source of PyTorch: a file with an `nn.Module` of its name.
    ///
    /// Its `state_dict` has the names and shapes of [`Graph::state_dict`], so the same weights fit both, and it computes
    /// the same. Scopes become modules, those that differ in numbers only become one class, and layers that run `again`
    /// are called again. What PyTorch lacks, such as convolutions with standardized weights, is written into the file.
    ///
    /// The `forward` takes the inputs in their order, and returns the outputs in theirs, several as a tuple. Batch
    /// norms have a `num_batches_tracked` besides, which nothing computes with. PyTorch lists the parameters of a module
    /// before those of the modules in it, whatever their order is here.
    ///
    /// ```
    /// # fn export(graph: &cnn_core::Graph) -> std::io::Result<()> {
    /// std::fs::write("net.py", graph.pytorch())
    /// # }
    /// ```
    pub fn pytorch(&self) -> String {
        let mut classes = Vec::new();
        scope::network(self, &[], &[], &mut classes);
        let name = match python::class(self.name) {
            name if name.is_empty() => "Network".to_string(),
            name => name,
        };
        write::file(classes, &name, &self.docs(&name))
    }

    /// What is said of the network in its class.
    fn docs(&self, name: &str) -> Vec<String> {
        let port = |(name, shape): (&str, Shape)| match name {
            "" => Dims(shape).to_string(),
            name => format!("{name} {}", Dims(shape)),
        };
        let inputs: Vec<String> =
            self.inputs.iter().map(|input| port((input.name, input.shape))).collect();
        let outputs: Vec<String> =
            self.outputs.iter().map(|output| port((output.name, output.shape))).collect();
        let (params, macs) = self.costs(false);
        let counted = |count: u64, one: &str, many: &str| match count {
            1 => format!("1 {one}"),
            count => format!("{} {many}", Grouped(count)),
        };
        let params = counted(params, "parameter", "parameters");
        let macs = counted(macs, "multiply-accumulate", "multiply-accumulates");
        let costs = format!("{params}, {macs} per sample.");
        let first = format!("{name}: {} → {}", inputs.join(", "), outputs.join(", "));
        if first.chars().count() <= 80 {
            return [first, String::new(), costs].into();
        }
        let mut docs = Vec::from([format!("{name}."), String::new()]);
        for (title, ports) in [("Takes:", inputs), ("Returns:", outputs)] {
            docs.push(title.to_string());
            docs.extend(ports.into_iter().map(|port| format!("    {port}")));
            docs.push(String::new());
        }
        docs.push(costs);
        docs
    }

    /// The parameters and multiply-accumulates. `shared` is whether all weights are those of another use.
    fn costs(&self, shared: bool) -> (u64, u64) {
        self.nodes.iter().fold((0, 0), |(params, macs), node| {
            let shared = shared || node.weights_of.is_some();
            let (own, work) = match node.op.nested() {
                Some(nested) => nested.graph.costs(shared),
                None => node.params_and_macs(),
            };
            (params.saturating_add(if shared { 0 } else { own }), macs.saturating_add(work))
        })
    }
}
