//! The graph of a file, operation by operation.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use cnn_core::{Kind, Shape};
use cnn_onnx::proto::tensor_proto::DataType;

use super::attributes::Node;
use super::constant::{Constant, Data};
use super::constants::Constants;
use super::model::Graph;
use super::modern::modernize;
use super::names::{Module, Names, identifier, mended};
use super::operations;
use super::plan::{Plan, Unit};
use super::shapes::{Axis, Batch, Shapes, input, type_of};
use super::site::{Operand, Site};
use super::windows::Region;
use crate::Error;
use crate::form::{Builder, Call, Form, Merged, Origin, Value};
use crate::size::Size;

/// The tensors of layers by the names of their nodes, each with what is behind the name of the layer.
pub type Weights = HashMap<String, Vec<(&'static str, Constant)>>;

/// Reads an ONNX model. Its tensors may be in other files of `folder`, the folder of the model.
///
/// # Errors
///
/// If it is no such model, or is damaged. Operations that cannot be declared are no errors: they are the
/// [`refusals`](Form::refusals) of the form.
pub fn read(model: Vec<u8>, folder: Option<&Path>) -> Result<Form, Error> {
    with_weights(model, folder).map(|(form, _)| form)
}

/// The form with the weights of its layers.
pub fn with_weights(model: Vec<u8>, folder: Option<&Path>) -> Result<(Form, Weights), Error> {
    let mut graph = Graph::decode(model, folder)?;
    let mut constants =
        Constants { values: std::mem::take(&mut graph.initializers), ..Constants::default() };
    let initializers: HashSet<String> = constants.values.keys().cloned().collect();
    let mut reader = Reader { opset: graph.opset, ..Reader::default() };
    reader.shapes = Shapes::new(&graph.proto);
    for index in 0..graph.nodes.len() {
        let modern = modernize(&mut graph.nodes[index], &mut constants.values);
        let node = &graph.nodes[index];
        // What cannot be computed is an operation like others, and reported as such.
        if let Err(reason) = modern.and_then(|()| constants.fold(node, folder)) {
            reader.lost.insert(index, reason);
        }
    }
    let names = graph.proto.output.iter().filter_map(|output| output.name.clone());
    let outputs: Vec<String> = names.collect();
    let plan = Plan::new(&graph.nodes);
    let units = plan.units(&constants.values, &outputs);
    reader.builder.form.name = class(&graph, &units);
    reader.constants = constants;
    reader.inputs(&graph, &initializers);
    reader.units(&graph, &plan, &units);
    reader.outputs(&outputs);
    let mut dead = dead(&graph, &units, &reader.constants.values);
    let mut form = reader.builder.finish();
    form.folded = reader.constants.folding.operations;
    dead.append(&mut form.dead);
    form.dead = dead;
    for merged in &form.merged {
        merge(merged, &mut reader.weights);
    }
    Ok((form, reader.weights))
}

/// Gives a layer of attention the tensors of the linear layers that it was. A bias of zeros may have been left out.
fn merge(merged: &Merged, weights: &mut Weights) {
    let parts = [
        (&merged.first, ["in_proj_weight", "in_proj_bias"], 3 * merged.features),
        (&merged.source, ["out_proj.weight", "out_proj.bias"], merged.features),
    ];
    let mut all = Vec::new();
    for (source, [weight, bias], count) in parts {
        let mut own = weights.remove(source).unwrap_or_default().into_iter();
        all.extend(own.next().map(|(_, constant)| (weight, constant)));
        let zeros = || Constant { dims: vec![count], data: Data::Filled(0.0) };
        let given = own.next().map(|(_, constant)| constant);
        all.extend(merged.bias.then(|| (bias, given.unwrap_or_else(zeros))));
    }
    weights.insert(merged.source.clone(), all);
}

/// The name of the network, unless an exporter has made it up.
fn class(graph: &Graph, units: &[Unit<'_>]) -> Option<String> {
    let mut classes = units.iter().filter_map(|unit| unit.module.classes.first());
    let class = classes.next().and_then(|(_, class)| class.rsplit('.').next());
    let made_up = ["main_graph", "torch_jit", "torch-jit-export", "graph", "tf2onnx", ""];
    let own = (!made_up.contains(&graph.name.as_str())).then_some(graph.name.as_str());
    let name = mended(class.or(own)?);
    let first = name.chars().next()?.to_ascii_uppercase();
    first.is_ascii_alphabetic().then(|| format!("{first}{}", &name[1..]))
}

/// The operations that no output needs.
fn dead(graph: &Graph, units: &[Unit<'_>], constants: &HashMap<String, Constant>) -> Vec<String> {
    // The parts of a layer are needed as well.
    let mut used: HashSet<&str> = HashSet::new();
    let mut needed: HashSet<usize> = units.iter().map(|unit| unit.node).collect();
    used.extend(graph.proto.output.iter().filter_map(|output| output.name.as_deref()));
    for (index, node) in graph.nodes.iter().enumerate().rev() {
        if needed.contains(&index) || node.outputs.iter().any(|output| used.contains(&output[..])) {
            needed.insert(index);
            used.extend(node.inputs.iter().map(String::as_str));
        }
    }
    let is_constant = |index: usize| {
        graph.nodes[index].outputs.iter().all(|output| constants.contains_key(output))
    };
    let dead =
        (0..graph.nodes.len()).filter(|index| !needed.contains(index) && !is_constant(*index));
    dead.map(|index| graph.nodes[index].name.clone()).collect()
}

/// What has been read.
#[derive(Default)]
pub struct Reader {
    pub builder: Builder,
    pub opset: i64,
    pub batch: Batch,
    pub names: Names,
    pub weights: Weights,
    pub constants: Constants,
    /// The constants that are weights of layers, with the name of the layer and of its node.
    pub owners: HashMap<String, (Vec<String>, String)>,
    /// Constants that are values, with the shape of that for a sample.
    pub parameters: HashMap<(String, Shape), Value>,
    /// How many values have been followed through attentions.
    pub followed: u64,
    /// The type of the values, as ONNX numbers it.
    pub element: Option<i32>,
    operands: HashMap<String, Operand>,
    shapes: Shapes,
    /// How many units are directly in each module.
    counts: BTreeMap<Vec<String>, usize>,
    /// Why operations on constants cannot be computed.
    lost: HashMap<usize, String>,
}

impl Reader {
    /// What a name stands for; `None` for an input that is left out.
    pub fn operand(&self, name: &str) -> Option<Operand> {
        if name.is_empty() {
            return None;
        }
        let constant = self.constants.values.get(name).cloned().map(Operand::Constant);
        let lost = || Operand::Lost(format!("`{name}` is a sparse tensor"));
        Some(constant.or_else(|| self.operands.get(name).cloned()).unwrap_or_else(lost))
    }

    /// The shape of a value, with the batch.
    pub fn sizes(&self, value: Value) -> Vec<Size> {
        let shape = self.builder.form.shape(value);
        let sizes = shape.dims().iter().map(|size| Size::of(*size));
        [self.batch.size()].into_iter().chain(sizes).collect()
    }

    /// Notes that an arrangement has become a value.
    pub fn settled(&mut self, name: &str, operand: Operand) {
        self.operands.insert(name.to_owned(), operand);
    }

    /// Whether a value has these sizes in the file, as far as that says them.
    pub fn agrees(&self, name: &str, sizes: &[Size]) -> bool {
        self.shapes.agree(name, sizes)
    }

    /// Whether something has this name.
    pub fn is_known(&self, name: &str) -> bool {
        self.constants.values.contains_key(name) || self.operands.contains_key(name)
    }

    /// What a constant is called in the file, if it is another one in another form.
    pub fn called<'a>(&'a self, mut name: &'a str) -> &'a str {
        while let Some(other) = self.constants.aliases.get(name) {
            name = other;
        }
        name
    }

    /// The shape of a value for one sample, if the file has it.
    pub fn expected(&self, name: &str) -> Result<Option<Shape>, String> {
        self.shapes.sample(name, &self.batch)
    }

    fn inputs(&mut self, graph: &Graph, initializers: &HashSet<String>) {
        let mut labels = HashSet::new();
        for info in &graph.proto.input {
            let name = info.name.clone().unwrap_or_default();
            if initializers.contains(&name) {
                continue;
            }
            let origin =
                Origin { source: name.clone(), operation: "input".to_owned(), ..Origin::default() };
            let read = type_of(info).ok_or_else(|| "it is no tensor".to_owned()).and_then(|own| {
                let axes = own.axes.ok_or("its shape is not known")?;
                let floats =
                    [DataType::Float, DataType::Double, DataType::Float16, DataType::Bfloat16];
                match floats.iter().any(|known| *known as i32 == own.element) {
                    true => Ok((own.element, axes.first().cloned(), input(&axes)?)),
                    false => Err("its values are no floating-point numbers".to_owned()),
                }
            });
            let operand = match read {
                Ok((element, batch, shape)) => {
                    self.element.get_or_insert(element);
                    let batch = Batch(batch);
                    if self.builder.form.inputs.is_empty() {
                        self.batch = batch;
                    } else if self.batch != batch && batch.0 != Some(Axis::Unknown) {
                        self.builder
                            .refuse(&origin, "its first axis is not the batch of the first input");
                    }
                    let mut label = identifier(&name);
                    while !labels.insert(label.clone()) {
                        label.push('_');
                    }
                    match self.builder.input(label, shape) {
                        Ok(value) => Operand::Value(value),
                        Err(reason) => {
                            self.builder.refuse(&origin, reason);
                            Operand::Lost(String::new())
                        }
                    }
                }
                Err(reason) => {
                    self.builder.refuse(&origin, reason);
                    Operand::Lost(String::new())
                }
            };
            self.operands.insert(name, operand);
        }
    }

    fn units(&mut self, graph: &Graph, plan: &Plan<'_>, units: &[Unit<'_>]) {
        for unit in units {
            for (path, class) in &unit.module.classes {
                let class = class.rsplit('.').next().unwrap_or(class);
                self.builder.form.classes.insert(path.join("."), class.to_owned());
            }
        }
        self.count(graph, units);
        for unit in units {
            let node = &graph.nodes[unit.node];
            match &unit.region {
                Some(region) => self.region(graph, plan, unit, region),
                None => self.run(node, unit),
            }
        }
    }

    /// Reads an attention, or its operations by themselves if it is none of those in windows.
    fn region(&mut self, graph: &Graph, plan: &Plan<'_>, unit: &Unit<'_>, region: &Region<'_>) {
        let node = &graph.nodes[unit.node];
        let origin = self.origin(node, &unit.module);
        let result = self.unit(node, unit, origin.clone());
        if result.as_ref().is_err_and(|reason| !reason.is_empty()) {
            let parts = plan.parts(&self.constants.values, region, |name| self.is_known(name));
            let refusals = self.builder.form.refusals.len();
            self.count(graph, &parts);
            for part in &parts {
                self.run(&graph.nodes[part.node], part);
            }
            if self.builder.form.refusals.len() == refusals {
                return;
            }
            // What an attention is not says more than what its operations are not.
            self.builder.form.refusals.truncate(refusals);
        }
        self.note(node, &origin, result);
    }

    /// Reads a unit, whose last node this is, and notes what it makes.
    pub fn run(&mut self, node: &Node, unit: &Unit<'_>) {
        let origin = self.origin(node, &unit.module);
        let result = match self.lost.get(&unit.node) {
            Some(reason) => Err(reason.clone()),
            None => self.unit(node, unit, origin.clone()),
        };
        self.note(node, &origin, result);
    }

    /// Notes what a node makes, or why it cannot be declared.
    fn note(&mut self, node: &Node, origin: &Origin, result: Result<Vec<Operand>, String>) {
        // Why an input is lost was reported where it was lost.
        if let Err(reason) = &result
            && !reason.is_empty()
        {
            self.builder.refuse(origin, reason.clone());
        }
        let failed = result.is_err();
        let mut made = result.unwrap_or_default().into_iter();
        for output in &node.outputs {
            let other = || match failed {
                true => String::new(),
                false => format!("it takes `{output}` of `{}`, which no layer has", node.name),
            };
            match made.next().unwrap_or_else(|| Operand::Lost(other())) {
                _ if output.is_empty() => {}
                Operand::Constant(constant) => self.constants.insert(node, output, constant),
                operand => {
                    self.operands.insert(output.clone(), operand);
                }
            }
        }
    }

    /// Counts the layers of each module, which the arithmetic of shapes is not part of.
    fn count(&mut self, graph: &Graph, units: &[Unit<'_>]) {
        let mut sizes: HashSet<&str> = HashSet::new();
        for unit in units {
            let node = &graph.nodes[unit.node];
            let known = |input: &String| {
                input.is_empty()
                    || self.constants.values.contains_key(input)
                    || sizes.contains(input.as_str())
            };
            let computed =
                ["Shape", "Size"].contains(&unit.op.as_str()) || unit.inputs.iter().all(known);
            if computed {
                sizes.extend(node.outputs.iter().map(String::as_str));
            } else if !["Identity", "Cast", "CastLike"].contains(&unit.op.as_str()) {
                *self.counts.entry(unit.module.path.clone()).or_insert(0) += 1;
            }
        }
    }

    fn unit(
        &mut self,
        node: &Node,
        unit: &Unit<'_>,
        origin: Origin,
    ) -> Result<Vec<Operand>, String> {
        let operands: Vec<Option<Operand>> =
            unit.inputs.iter().map(|input| self.operand(input)).collect();
        let constants: Option<Vec<Option<Constant>>> = operands
            .iter()
            .map(|operand| match operand {
                None => Some(None),
                Some(Operand::Constant(constant)) => Some(Some(constant.clone())),
                _ => None,
            })
            .collect();
        if let Some(constants) = constants
            && !unit.joined
            && let Some(constant) = self.constants.folding.fold(node, &constants)?
        {
            return Ok(vec![Operand::Constant(constant)]);
        }
        let own = self.own_module(&unit.module);
        let is_constant = |operand: &Option<Operand>| {
            !matches!(operand, Some(Operand::Value(_) | Operand::Layout(_) | Operand::Lost(_)))
        };
        let alone = !operands.is_empty() && operands.iter().all(is_constant);
        let mut site = Site { reader: self, node, unit, operands, origin, own, checked: true };
        let made = operations::read_arranged(&mut site).map_err(|reason| match alone {
            true => format!("{reason}; it depends on no input, and exporters can fold it"),
            false => reason,
        })?;
        match node.unknown() {
            Some(name) if !unit.joined => Err(format!("the attribute `{name}` is not known")),
            _ => Ok(made),
        }
    }

    /// Whether a unit is all that its module does.
    fn own_module(&self, module: &Module) -> bool {
        let after = self.counts.range(module.path.clone()..).nth(1);
        let inner = after.is_some_and(|(path, _)| path.starts_with(&module.path));
        !module.path.is_empty() && self.counts.get(&module.path) == Some(&1) && !inner
    }

    /// Where a unit is. Its label may be replaced by that of its weights.
    fn origin(&self, node: &Node, module: &Module) -> Origin {
        let mut scope = module.path.clone();
        let mut label = None;
        let own = self.own_module(module);
        // A name that PyTorch's exporter has numbered is that of a module which is called again.
        let again = module.guessed
            && scope.split_last().is_some_and(|(last, around)| {
                let with = |label: &str| [around, &[label.to_owned()]].concat();
                match last.rsplit_once('_') {
                    Some((stem, number)) if number.parse::<usize>().is_ok() => {
                        self.counts.contains_key(&with(stem))
                    }
                    _ => self.counts.contains_key(&with(&format!("{last}_1"))),
                }
            });
        if own || module.is_layer() {
            label = scope.pop().filter(|_| own && !again);
        }
        Origin { source: node.name.clone(), operation: node.op.clone(), scope, label }
    }

    fn outputs(&mut self, outputs: &[String]) {
        for name in outputs {
            let origin = Origin {
                source: name.clone(),
                operation: "output".to_owned(),
                ..Origin::default()
            };
            let operand = match self.operand(name) {
                Some(Operand::Layout(layout)) => Some(
                    layout.arranged(&mut self.builder).map_or_else(Operand::Lost, Operand::Value),
                ),
                operand => operand,
            };
            match operand {
                // A network has at least one layer.
                Some(Operand::Value(value @ Value::Input(_))) => {
                    let identity = Call::new(Kind::Identity);
                    match self.builder.push(&origin, identity, vec![value], None) {
                        Ok(value) => self.builder.form.outputs.push((mended(name), value)),
                        Err(reason) => self.builder.refuse(&origin, reason),
                    }
                }
                Some(Operand::Value(value)) => {
                    self.builder.form.outputs.push((mended(name), value));
                }
                Some(Operand::Constant(_)) => {
                    self.builder.refuse(&origin, "it does not depend on the input");
                }
                Some(Operand::Lost(reason)) if !reason.is_empty() => {
                    self.builder.refuse(&origin, reason);
                }
                _ if self.builder.form.refusals.is_empty() => {
                    self.builder.refuse(&origin, "nothing makes it");
                }
                _ => {}
            }
        }
    }

    /// A size that is the batch.
    pub fn is_batch(&self, size: Size) -> bool {
        self.batch.is(size)
    }
}
