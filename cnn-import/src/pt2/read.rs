//! The graph of an exported program, node by node.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{Read, Seek};

use cnn_core::{Kind, Shape};
use serde_json::Value as Json;

use super::archive::Archive;
use super::classes;
use super::functions;
use super::module::{Modules, short};
use super::names::{inputs, is_size, last_uses, output_names, outputs};
use super::operands::{Operand, Operands};
use super::operations;
use super::schema::{Graph, GraphModule, Node, Program, Size, field, name, size};
use crate::Error;
use crate::form::layout::shape;
use crate::form::{Builder, Call, Form, Origin, Refusal, Value};
use crate::source::is_name;

/// The entry that has the graph, for messages.
const MODEL: &str = "models/model.json";

/// The versions of the schema that are known.
const MAJOR: u64 = 8;

/// Reads what `torch.export.save` has written.
///
/// # Errors
///
/// If it is no such archive, or is damaged. Operations that cannot be declared are no errors: they are the
/// [`refusals`](Form::refusals) of the form.
pub fn read(reader: impl Read + Seek) -> Result<Form, Error> {
    let mut archive = Archive::open(reader)?;
    let program: Program = archive.json(MODEL)?;
    let version = &program.schema_version;
    if version.major != MAJOR {
        return Err(Error::at(
            format!("`{MODEL}`"),
            format!(
                "its format is {}.{}, and {MAJOR} can be read: export the network with PyTorch 2.7 or newer",
                version.major, version.minor
            ),
        ));
    }
    let graph = &program.graph_module.graph;
    let mut reader = Reader { tensors: shapes(graph)?, ..Reader::default() };
    reader.inputs(&program.graph_module.signature.input_specs)?;
    reader.nodes(graph)?;
    reader.outputs(&program.graph_module)?;
    reader.check_state();
    Ok(reader.builder.finish())
}

/// The shapes of all tensors, with the batch.
fn shapes(graph: &Graph) -> Result<HashMap<String, Vec<Size>>, Error> {
    let shapes = graph.tensor_values.iter().map(|(name, meta)| {
        let sizes: Option<Vec<Size>> = meta.sizes.iter().map(size).collect();
        let place = || format!("`tensor_values.{name}` of `{MODEL}`");
        let sizes = sizes.ok_or_else(|| Error::at(place(), "a size is no number"))?;
        Ok((name.clone(), sizes))
    });
    shapes.collect()
}

/// What has been read.
#[derive(Default)]
pub struct Reader {
    pub builder: Builder,
    /// What each name of the graph stands for.
    operands: HashMap<String, Operand>,
    /// The shapes of all tensors, with the batch.
    tensors: HashMap<String, Vec<Size>>,
    /// The number of samples, if the network was exported for a fixed one.
    pub batch: Option<i64>,
    /// How many operations are directly in each call of a module.
    counts: BTreeMap<String, usize>,
    /// Tensors that are values, with the shape of that for a sample.
    parameters: HashMap<(String, Shape), Value>,
    /// The shapes of the tensors of the `state_dict`.
    state: HashMap<String, Vec<usize>>,
}

impl Reader {
    /// What a name stands for.
    pub fn operand(&self, name: &str) -> Operand {
        self.operands.get(name).cloned().unwrap_or(Operand::Lost)
    }

    pub fn set(&mut self, name: &str, operand: Operand) {
        self.operands.insert(name.to_owned(), operand);
    }

    /// The sizes of a tensor, with the batch; none if the file does not say them.
    pub fn sizes(&self, name: &str) -> &[Size] {
        self.tensors.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether the output of a node has the sizes of its first input, so that a cut or an expansion does nothing.
    pub fn passes(&self, node: &Node) -> bool {
        let sizes =
            |names: Vec<String>| names.first().map(|name| self.sizes(name)).unwrap_or_default();
        let (from, to) = (sizes(inputs(node)), sizes(outputs(node)));
        !from.is_empty() && from == to && !from.contains(&Size::Other)
    }

    /// The sizes that a tensor of the `state_dict` has there.
    pub fn stored(&self, tensor: &str) -> &[usize] {
        self.state.get(tensor).map_or(&[], Vec::as_slice)
    }

    /// Whether a size is the number of samples.
    pub fn is_batch(&self, size: Size) -> bool {
        match size {
            Size::Batch(factor) => factor == 1,
            Size::Known(size) => Some(size) == self.batch,
            Size::Other => false,
        }
    }

    /// The shape of a tensor, for one sample.
    pub fn sample(&self, name: &str) -> Result<Shape, String> {
        let sizes = self.tensors.get(name).ok_or("the file does not say what shape it has")?;
        match sizes.split_first() {
            Some((batch, sizes)) if self.is_batch(*batch) => shape(&plain(sizes)?),
            _ => Err("the first axis of its output is not the batch".to_owned()),
        }
    }

    fn inputs(&mut self, specs: &[Json]) -> Result<(), Error> {
        for (index, spec) in specs.iter().enumerate() {
            let fail = |message: &str| Error::at(format!("input {index} of `{MODEL}`"), message);
            let (kind, spec) =
                field(spec).ok_or_else(|| fail("it has not the form of an input"))?;
            let arg = spec.get("arg").ok_or_else(|| fail("it has no `arg`"))?;
            let arg = match field(arg) {
                Some(("as_tensor", inner)) => inner,
                _ => arg,
            };
            let name = name(arg);
            let stored = |key: &str| spec.get(key).and_then(Json::as_str);
            let stored = match kind {
                "parameter" => stored("parameter_name").map(|name| (name, false)),
                "buffer" => stored("buffer_name").map(|name| (name, true)),
                "tensor_constant" => stored("tensor_constant_name").map(|name| (name, true)),
                "user_input" => {
                    let name = name.ok_or_else(|| fail("it is no tensor"))?;
                    self.input(name).map_err(|message| fail(&message))?;
                    continue;
                }
                _ => return Err(fail(&format!("a `{kind}` cannot be read"))),
            };
            let (Some(name), Some((stored, buffer))) = (name, stored) else {
                return Err(fail("it has no name"));
            };
            let sizes =
                self.tensors.get(name).ok_or_else(|| fail("its shape is not in the file"))?;
            let shape = plain(sizes).map_err(|message| fail(&message))?;
            self.state.insert(stored.to_owned(), shape.clone());
            self.set(name, Operand::Tensor { name: stored.to_owned(), shape, buffer });
        }
        Ok(())
    }

    fn input(&mut self, name: &str) -> Result<(), String> {
        let sizes = self.tensors.get(name).ok_or("its shape is not in the file")?;
        match sizes.first() {
            Some(Size::Known(batch)) => self.batch = Some(*batch),
            Some(Size::Batch(1)) => {}
            _ => return Err("its first axis is not the batch".to_owned()),
        }
        let shape = self.sample(name)?;
        let value = self.builder.input(name.to_owned(), shape)?;
        self.set(name, Operand::Value(value));
        Ok(())
    }

    fn nodes(&mut self, graph: &Graph) -> Result<(), Error> {
        let modules: Vec<Modules> = graph.nodes.iter().map(Modules::of).collect();
        for (node, modules) in graph.nodes.iter().zip(&modules) {
            for module in &modules.stack {
                let class = short(&module.class).to_owned();
                self.builder.form.classes.insert(module.path.clone(), class);
            }
            if !operations::is_folded(operations::short(&node.target)) {
                *self.counts.entry(modules.call().to_owned()).or_insert(0) += 1;
            }
        }
        let name = self.builder.form.classes.get("").cloned();
        self.builder.form.name = name.filter(|name| is_name(name));
        let last_use = last_uses(graph);
        // Modules whose class has only the name of one that is known.
        let mut others: HashSet<&str> = HashSet::new();
        let mut index = 0;
        while index < graph.nodes.len() {
            let Some(module) = classes::around(&modules[index].stack, &others) else {
                index += match functions::call(self, &graph.nodes, index, &last_use) {
                    Some((call, count)) => {
                        let last = index + count - 1;
                        self.function(&graph.nodes[last], &modules[last], last, call)?;
                        count
                    }
                    None => {
                        self.node(&graph.nodes[index], &modules[index], index)?;
                        1
                    }
                };
                continue;
            };
            let of_call =
                |modules: &&Modules| classes::around(&modules.stack, &others) == Some(module);
            let end = index + modules[index..].iter().take_while(of_call).count();
            for (node, index) in graph.nodes[index..end].iter().zip(index..) {
                // What computes sizes may be used elsewhere.
                if is_size(node) {
                    self.node(node, &modules[index], index)?;
                }
            }
            let nodes = &graph.nodes[index..end];
            match classes::read(self, module, nodes, &last_use, end) {
                Err(_) if classes::is_guessed(&module.class) => {
                    others.insert(&module.call);
                    continue;
                }
                Err((origin, reason)) if !reason.is_empty() => self.builder.refuse(&origin, reason),
                _ => {}
            }
            index = end;
        }
        Ok(())
    }

    /// A function whose last operation is this node, and takes its input, too.
    fn function(
        &mut self,
        node: &Node,
        modules: &Modules,
        index: usize,
        call: Call,
    ) -> Result<(), Error> {
        let origin = self.origin(node, modules, index);
        let value = Operands { node, reader: self }.value("self");
        let operands = value.and_then(|value| self.layer(&origin, node, call, vec![value]));
        self.results(node, &origin, index, operands.map(|operand| vec![operand]))
    }

    fn node(&mut self, node: &Node, modules: &Modules, index: usize) -> Result<(), Error> {
        let origin = self.origin(node, modules, index);
        if outputs(node).is_empty() {
            // An assertion about sizes.
            return Ok(());
        }
        let operands = operations::read(self, node, &origin);
        self.results(node, &origin, index, operands)
    }

    /// Notes what a node has made, or why it cannot be declared.
    fn results(
        &mut self,
        node: &Node,
        origin: &Origin,
        index: usize,
        operands: Result<Vec<Operand>, String>,
    ) -> Result<(), Error> {
        let outputs = outputs(node);
        match operands {
            Ok(operands) if operands.len() >= outputs.len() => {
                for (name, operand) in outputs.iter().zip(operands) {
                    self.set(name, operand);
                }
            }
            Ok(_) => {
                let place = format!("`graph.nodes[{index}]` of `{MODEL}`");
                return Err(Error::at(place, format!("`{}` has too many outputs", origin.source)));
            }
            // Why an operand is lost was reported where it was lost.
            Err(reason) if reason.is_empty() => {}
            Err(reason) => self.builder.refuse(origin, reason),
        }
        Ok(())
    }

    /// Where a node is. Its label may be replaced by that of its weights.
    pub fn origin(&self, node: &Node, modules: &Modules, index: usize) -> Origin {
        let path = modules.path();
        let mut scope: Vec<String> =
            path.split('.').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let inner = format!("{path}.");
        let next = self.builder.form.classes.range(inner.clone()..).next();
        let own = self.counts.get(modules.call()) == Some(&1)
            && !next.is_some_and(|(next, _)| next.starts_with(&inner));
        let library = modules.stack.last().is_some_and(|module| {
            module.class.starts_with("torch.nn.modules.") && !module.class.contains(".container.")
        });
        let mut label = None;
        if own || library {
            label = scope.pop().filter(|_| own);
        }
        let source = node.name.clone().or_else(|| outputs(node).into_iter().next());
        let source = source.unwrap_or_else(|| format!("node {index}"));
        Origin { source, operation: operations::short(&node.target).to_owned(), scope, label }
    }

    fn outputs(&mut self, module: &GraphModule) -> Result<(), Error> {
        let (specs, names) = (&module.signature.output_specs, output_names(module));
        for (index, spec) in specs.iter().enumerate() {
            let fail = |message: &str| Error::at(format!("output {index} of `{MODEL}`"), message);
            let (kind, spec) =
                field(spec).ok_or_else(|| fail("it has not the form of an output"))?;
            let origin = Origin {
                source: format!("output {index}"),
                operation: kind.to_owned(),
                ..Origin::default()
            };
            if kind != "user_output" {
                self.builder.refuse(&origin, "the network changes its own tensors");
                continue;
            }
            let name = spec.get("arg").and_then(field).and_then(|(_, arg)| name(arg));
            let Some(name) = name else {
                self.builder.refuse(&origin, "it is no tensor");
                continue;
            };
            let settled = operations::settled(self, name);
            if let Err(reason) = settled {
                self.builder.refuse(&origin, reason);
                continue;
            }
            match self.operand(name) {
                Operand::Value(value) => {
                    let named = names.get(index).cloned();
                    let named = named.unwrap_or_else(|| format!("output{}", index + 1));
                    self.builder.form.outputs.push((named, value));
                }
                Operand::Lost if !self.builder.form.refusals.is_empty() => {}
                Operand::Lost => return Err(fail(&format!("there is no `{name}`"))),
                _ => self.builder.refuse(&origin, "it does not depend on the input"),
            }
        }
        Ok(())
    }

    /// Refuses layers whose tensors are not in the file, or have other shapes there.
    fn check_state(&mut self) {
        let form = &self.builder.form;
        let mut wrong = Vec::new();
        for node in &form.nodes {
            for (name, tensor) in form.tensors(node) {
                let reason = match self.state.get(&name) {
                    Some(sizes) if sizes == tensor.shape.dims() => continue,
                    Some(sizes) => format!(
                        "`{name}` is {sizes:?} in the file, but `{}` has {}",
                        node.call, tensor.shape
                    ),
                    None => {
                        format!("`{}` has the tensor `{name}`, which is not in the file", node.call)
                    }
                };
                let operation = node.call.kind.keyword().to_owned();
                wrong.push(Refusal { node: node.source.clone(), operation, reason });
            }
        }
        self.builder.form.refusals.extend(wrong);
    }

    /// Adds a layer whose output is the first one of a node.
    pub fn layer(
        &mut self,
        origin: &Origin,
        node: &Node,
        call: Call,
        inputs: Vec<Value>,
    ) -> Result<Operand, String> {
        let outputs = outputs(node);
        let expected = match outputs.first() {
            Some(name) => Some(self.sample(name)?),
            None => None,
        };
        self.builder.push(origin, call, inputs, expected).map(Operand::Value)
    }

    /// An operand as a value; a tensor of the `state_dict` becomes a layer. Its value has `rank` axes for a sample.
    pub fn as_value(&mut self, operand: &Operand, rank: usize) -> Result<Value, String> {
        let (tensor, dims, buffer) = match operand {
            Operand::Value(value) => return Ok(*value),
            Operand::Tensor { name, shape, buffer } => (name, shape, buffer),
            Operand::Layout(_) => return Err("its first axis is not the batch".to_owned()),
            Operand::Size(_) => return Err("a size is used as a value".to_owned()),
            Operand::Lost => return Err(String::new()),
        };
        let mut own = &dims[..];
        while own.len() > rank.max(1) && own[0] == 1 {
            own = &own[1..];
        }
        if own.len() > rank {
            return Err(format!("`{tensor}` is not the same for all samples"));
        }
        let stored = self.stored(tensor);
        shape(own)?;
        shape(stored)?;
        let kind = if *buffer { Kind::Buffer } else { Kind::Parameter };
        let list = |dims: &[usize]| {
            crate::form::Argument::List(dims.iter().map(|size| (*size).into()).collect())
        };
        let key = (tensor.clone(), Shape::new(own));
        if let Some(value) = self.parameters.get(&key) {
            return Ok(*value);
        }
        let call = Call::new(kind).with("shape", list(own)).with("stored", list(stored));
        let origin = Origin { source: tensor.clone(), ..named(tensor) };
        let value = self.builder.push(&origin, call, Vec::new(), None)?;
        self.parameters.insert(key, value);
        Ok(value)
    }
}

/// A scope and a label from a full name.
pub fn named(path: &str) -> Origin {
    let mut scope: Vec<String> = path.split('.').map(str::to_owned).collect();
    let label = scope.pop();
    Origin { scope, label, ..Origin::default() }
}

/// Sizes that do not depend on the batch.
fn plain(sizes: &[Size]) -> Result<Vec<usize>, String> {
    let sizes: Option<Vec<usize>> = sizes.iter().map(|size| size.axis()).collect();
    sizes.ok_or_else(|| {
        "one of its sizes is not known; export the network for a fixed size of the input".to_owned()
    })
}
