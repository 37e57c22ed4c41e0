//! A graph as steps: calls of modules and expressions, with the values between them.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use super::layer::{self, Form};
use crate::{Graph, Source};

/// A name that is cut at its dots: `layer1.0.conv1`.
pub(super) type Path = Vec<String>;

/// What a graph computes, in its order.
pub(super) struct Flow {
    /// The steps.
    pub(super) steps: Vec<Step>,
    /// The names of all values, of which the inputs are the first.
    pub(super) labels: Vec<Path>,
    /// How many inputs there are.
    pub(super) inputs: usize,
    /// The values that leave, each with its name.
    pub(super) outputs: Vec<(&'static str, usize)>,
    /// The scopes that run several times, with all values in them that are used outside after any run.
    pub(super) called: BTreeMap<Path, Vec<usize>>,
    /// The networks that are modules, with the values of them that only leave when they run again.
    pub(super) tapped: BTreeMap<Path, Vec<Source>>,
}

/// A call or an expression.
pub(super) struct Step {
    /// Its place among the scopes: it runs in the one that its path without the last name is.
    pub(super) path: Path,
    /// What it computes.
    pub(super) does: Does,
    /// The values that it takes.
    pub(super) inputs: Vec<usize>,
    /// The values that it makes.
    pub(super) outputs: Vec<usize>,
}

/// What a step computes.
pub(super) enum Does {
    /// A layer, whose module or tensor is at its path.
    Layer(Form),
    /// A layer with the module or tensor of another one.
    Again(Form, Path),
    /// All of a scope once more.
    Call(Path),
}

/// A step before scopes are found that run again as a whole.
struct Raw {
    path: Path,
    form: Form,
    inputs: Vec<usize>,
    outputs: Vec<usize>,
    /// The step whose module it uses.
    owner: Option<usize>,
}

/// The names of a path that two have in common.
pub(super) fn common(one: &[String], other: &[String]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

fn path(name: &str) -> Path {
    name.split('.').map(ToOwned::to_owned).collect()
}

/// The path without its last name.
pub(super) fn scope(path: &[String]) -> &[String] {
    &path[..path.len().saturating_sub(1)]
}

impl Flow {
    pub(super) fn new(graph: &Graph, others: &[Source]) -> Flow {
        let (mut raws, mut labels) = (Vec::<Raw>::new(), Vec::<Path>::new());
        labels.extend(graph.inputs.iter().map(|input| path(input.name)));
        let inputs = labels.len();
        let mut values: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        let mut tapped = BTreeMap::new();
        let find = |values: &BTreeMap<(usize, usize), usize>, from: Source| match from {
            Source::Input(index) => index,
            Source::Node(node) => values[&(node, 0)],
            Source::Tap { node, output } => values[&(node, output)],
        };
        // The steps of each node: what flattens its input, and itself.
        let mut of_nodes: Vec<[Option<usize>; 2]> = Vec::new();
        for (index, node) in graph.nodes.iter().enumerate() {
            let owner = |step: usize| of_nodes[node.weights_of?][step];
            let mut takes: Vec<usize> =
                node.inputs.iter().map(|edge| find(&values, edge.from)).collect();
            let (name, mut steps) = (path(node.name), [None, None]);
            if layer::flattens(&node) {
                let made = labels.len();
                let path = [scope(&name), &["flatten".to_owned()]].concat();
                labels.push(path.clone());
                steps[0] = Some(raws.len());
                let inputs = core::mem::replace(&mut takes, vec![made]);
                let (form, outputs, owner) = (layer::flatten(), vec![made], owner(0));
                raws.push(Raw { path, form, inputs, outputs, owner });
            }
            let form = layer::form(&node);
            if let Form::Nothing = form {
                values.insert((index, 0), takes[0]);
            } else {
                let first = labels.len();
                let outputs = match &form {
                    Form::Network(nested) => {
                        let all = leaving(graph, node.weights_of.unwrap_or(index));
                        for (output, leaves) in nested.graph.outputs.iter().enumerate() {
                            let place = all.iter().position(|from| *from == leaves.from);
                            values.insert((index, output), first + place.unwrap_or(0));
                        }
                        if node.weights_of.is_none() {
                            tapped.insert(name.clone(), all[nested.graph.outputs.len()..].to_vec());
                        }
                        all.len()
                    }
                    _ => {
                        values.insert((index, 0), first);
                        1
                    }
                };
                labels.extend(core::iter::repeat_n(name.clone(), outputs));
                steps[1] = Some(raws.len());
                let (outputs, owner) = ((first..first + outputs).collect(), owner(1));
                raws.push(Raw { path: name, form, inputs: takes, outputs, owner });
            }
            of_nodes.push(steps);
        }
        let outputs = graph.outputs.iter().map(|output| (output.name, output.from));
        let outputs = outputs.chain(others.iter().map(|from| ("", *from)));
        let outputs = outputs.map(|(name, from)| (name, find(&values, from))).collect();
        let called = BTreeMap::new();
        let mut flow = Flow { steps: vec![], labels, inputs, outputs, called, tapped };
        flow.find_calls(raws);
        flow.hoist();
        flow
    }

    /// Turns the steps of scopes that run again as a whole into calls of these.
    fn find_calls(&mut self, raws: Vec<Raw>) {
        let mut calls: Vec<Copy> = Vec::new();
        let mut at = 0;
        while at < raws.len() {
            match copy(&raws, at) {
                Some(copy) => {
                    at += copy.run.len();
                    calls.push(copy);
                }
                None => at += 1,
            }
        }
        // What any run of a scope makes that is used outside of that.
        let is_used = |value: usize, run: &Range<usize>| {
            let outside = raws.iter().enumerate().filter(|(index, _)| !run.contains(index));
            outside.into_iter().any(|(_, raw)| raw.inputs.contains(&value))
                || self.outputs.iter().any(|(_, output)| *output == value)
        };
        // What leaves a scope may have to leave another one in it first.
        let mut grows = true;
        while grows {
            grows = false;
            for Copy { run, of, scope, .. } in &calls {
                for (own, copy) in of.clone().zip(run.clone()) {
                    for (value, same) in raws[own].outputs.iter().zip(&raws[copy].outputs) {
                        let leaves = |value: &usize| {
                            self.called.values().any(|outputs| outputs.contains(value))
                        };
                        let is_needed = is_used(*value, of) || is_used(*same, run);
                        let is_needed = is_needed || leaves(value) || leaves(same);
                        let used = self.called.entry(scope.clone()).or_default();
                        if !used.contains(value) && is_needed {
                            used.push(*value);
                            grows = true;
                        }
                        used.sort_unstable();
                    }
                }
            }
        }
        let paths: Vec<Path> = raws.iter().map(|raw| raw.path.clone()).collect();
        let made: Vec<Vec<usize>> = raws.iter().map(|raw| raw.outputs.clone()).collect();
        let mut calls = calls.into_iter().peekable();
        for (index, Raw { path, form, inputs, outputs, owner }) in raws.into_iter().enumerate() {
            if let Some(call) = calls.peek()
                && call.run.contains(&index)
            {
                if index + 1 < call.run.end {
                    continue;
                }
                let Some(Copy { run, of, scope: called, takes }) = calls.next() else { continue };
                // The copy of a layer has the same names below that of the scope.
                let first = &paths[run.start];
                let below = paths[of.start].len() - called.len();
                let name = &first[..first.len().saturating_sub(below).max(1)];
                let outputs = self.called[&called].iter().map(|value| {
                    let (step, output) = of
                        .clone()
                        .find_map(|own| Some((own, made[own].iter().position(|v| v == value)?)))
                        .expect("it is made in the scope");
                    made[run.start + (step - of.start)][output]
                });
                let outputs: Vec<usize> = outputs.collect();
                for value in &outputs {
                    self.labels[*value] = name.to_vec();
                }
                let around = common(scope(&called), scope(name));
                let path = [&called[..around], &name[name.len() - 1..]].concat();
                let inputs = takes.into_iter().map(|(_, copy)| copy).collect();
                self.steps.push(Step { path, does: Does::Call(called), inputs, outputs });
                continue;
            }
            let (path, does) = match owner {
                Some(owner) => {
                    let around = common(scope(&paths[owner]), scope(&path));
                    let label = path.last().cloned().unwrap_or_default();
                    let effective = [&path[..around], &[label]].concat();
                    (effective, Does::Again(form, paths[owner].clone()))
                }
                None => (path, Does::Layer(form)),
            };
            self.steps.push(Step { path, does, inputs, outputs });
        }
    }

    /// Moves what flattens the input of a scope in front of the scope, as people write it: then the scope can be
    /// an `nn.Sequential` without it.
    fn hoist(&mut self) {
        for index in 0..self.steps.len() {
            let Step { path, does, inputs, .. } = &self.steps[index];
            if !matches!(does, Does::Layer(Form::Function(..)))
                || path.last().is_none_or(|name| name != "flatten")
            {
                continue;
            }
            let (path, value) = (path.clone(), inputs[0]);
            let mut depth = path.len() - 1;
            let within = |step: &Step, scope: &[String]| scope_of(step).starts_with(scope);
            while depth > 0 && !self.called.keys().any(|called| path.starts_with(called)) {
                let own = &path[..depth];
                let before = self.steps[..index].iter().any(|step| within(step, own));
                let mut after = self.steps[index + 1..].iter().filter(|step| within(step, own));
                if before || after.any(|step| step.inputs.contains(&value)) {
                    break;
                }
                depth -= 1;
            }
            let name = path[path.len() - 1].clone();
            self.steps[index].path = [&path[..depth], &[name]].concat();
        }
    }
}

/// The values that leave a network, which is a node: its outputs, and what only leaves when it runs again.
fn leaving(graph: &Graph, node: usize) -> Vec<Source> {
    let mut all: Vec<Source> = Vec::new();
    let again = graph.nodes.iter().filter(|other| other.weights_of == Some(node));
    for network in [graph.nodes.at(node)].into_iter().chain(again) {
        let outputs = network.op.nested().into_iter().flat_map(|nested| nested.graph.outputs);
        // A value may be several outputs of the network itself.
        let known = all.clone();
        let outputs = outputs.map(|output| output.from);
        all.extend(outputs.filter(|from| !known.contains(from)));
    }
    all
}

/// The scope in which a step runs.
pub(super) fn scope_of(step: &Step) -> &[String] {
    scope(&step.path)
}

/// A scope that runs again.
struct Copy {
    /// The steps of the run.
    run: Range<usize>,
    /// Those of the first one.
    of: Range<usize>,
    scope: Path,
    /// The values that the first run takes from outside, each with that of this run.
    takes: Vec<(usize, usize)>,
}

/// The outermost scope that runs again from a step on.
fn copy(raws: &[Raw], at: usize) -> Option<Copy> {
    let owner = raws[at].owner?;
    let own = &raws[owner].path;
    (1..own.len()).find_map(|depth| {
        let scope = &own[..depth];
        let is_own = |raw: &Raw| {
            let path = raw.owner.map_or(&raw.path, |owner| &raws[owner].path);
            path.len() > depth && path.starts_with(scope)
        };
        // By their names: a scope may run layers of its own again.
        let mut firsts = (0..raws.len()).filter(|index| scope_is_around(&raws[*index].path, scope));
        let first = firsts.next()?;
        let last = firsts.next_back().unwrap_or(first);
        let of = first..last + 1;
        let run = at..at + of.len();
        // Without a module of its own, there is nothing to call.
        let defines = |raw: &Raw| {
            let defines =
                matches!(raw.form, Form::Module(..) | Form::Tensor(..) | Form::Network(_));
            raw.owner.is_none() && defines
        };
        if !raws[of.clone()].iter().any(defines) {
            return None;
        }
        if first != owner || run.end > raws.len() || run.start < of.end {
            return None;
        }
        let mut takes: Vec<(usize, usize)> = Vec::new();
        for (one, other) in of.clone().zip(run.clone()) {
            let canonical = raws[one].owner.unwrap_or(one);
            if !is_own(&raws[one]) || raws[other].owner != Some(canonical) {
                return None;
            }
            for (value, same) in raws[one].inputs.iter().zip(&raws[other].inputs) {
                let inside = of.clone().zip(run.clone()).find_map(|(own, copy)| {
                    let output = raws[own].outputs.iter().position(|made| made == value)?;
                    Some(raws[copy].outputs[output])
                });
                match (inside, takes.iter().find(|(taken, _)| taken == value)) {
                    (Some(inside), _) if inside == *same => {}
                    (None, Some((_, taken))) if taken == same => {}
                    (None, None) => takes.push((*value, *same)),
                    _ => return None,
                }
            }
        }
        Some(Copy { run, of, scope: scope.to_vec(), takes })
    })
}

fn scope_is_around(path: &[String], scope: &[String]) -> bool {
    path.len() > scope.len() && path.starts_with(scope)
}
