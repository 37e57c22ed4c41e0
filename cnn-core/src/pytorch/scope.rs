//! Scopes as modules: which of them are an `nn.Sequential`, and which are classes with a `forward`.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::ops::Range;

use super::flow::{Does, Flow, Path, Step, scope, scope_of};
use super::forward::{Forward, forward};
use super::layer::{CALL, Form, Module, Stored};
use super::python::{is_identifier, is_number, is_of_modules};
use crate::{Graph, Source};

/// What makes a module.
#[derive(Clone, Debug)]
pub(super) enum Made {
    /// A module of PyTorch, or one that is written into the file.
    Module(Module),
    /// Modules in a row, under these names.
    Sequential(Vec<(String, Made)>),
    /// Modules in a list.
    List(Vec<Made>),
    /// A class of this network, by its index.
    Class(usize),
}

/// What a class defines.
#[derive(Clone, Debug)]
pub(super) enum Member {
    Module(Made),
    Tensor(Stored),
}

/// A class, which has one instance so far.
#[derive(Clone, Debug)]
pub(super) struct Class {
    /// Where it is: the names of the networks and scopes around it, and its own.
    pub(super) path: Path,
    /// Whether it is a network by itself, whose path ends with its name.
    pub(super) is_network: bool,
    /// Its members, which may be in another member.
    pub(super) members: Vec<(Path, Member)>,
    /// What it computes; nothing if it only holds members.
    pub(super) forward: Option<Forward>,
}

/// A scope, or a single step, as it is called.
pub(super) enum Unit {
    /// A step.
    Step(usize),
    /// A scope with its steps.
    Scope(Path, Range<usize>),
}

/// A graph while classes are made of it.
pub(super) struct Scopes<'a> {
    pub(super) flow: Flow,
    pub(super) classes: &'a mut Vec<Class>,
    /// Where the network is.
    around: Path,
    /// The steps of each scope, if they follow each other.
    ranges: BTreeMap<Path, Option<Range<usize>>>,
    /// The scopes with modules that are elements of a list or a sequence, by number.
    pub(super) numbered: Vec<Path>,
}

/// Adds the class of a network, after those that it uses. Gives its index.
///
/// `others` are values that leave besides its outputs.
pub(super) fn network(
    graph: &Graph,
    others: &[Source],
    around: &[String],
    classes: &mut Vec<Class>,
) -> usize {
    let flow = Flow::new(graph, others);
    let (steps, outputs) = (flow.steps.len(), flow.outputs.clone());
    let inputs: Vec<usize> = (0..flow.inputs).collect();
    let outputs: Vec<usize> = outputs.into_iter().map(|(_, value)| value).collect();
    let name = if graph.name.is_empty() { "Network" } else { graph.name };
    let mut scopes = Scopes {
        flow,
        classes,
        around: around.to_vec(),
        ranges: BTreeMap::new(),
        numbered: Vec::new(),
    };
    scopes.find_ranges();
    let index = scopes.class(&[], 0..steps, &inputs, &outputs);
    let class = &mut scopes.classes[index];
    (class.path, class.is_network) = ([around, &[name.to_owned()]].concat(), true);
    index
}

impl Scopes<'_> {
    fn find_ranges(&mut self) {
        let mut counts: BTreeMap<Path, (usize, usize, usize, bool)> = BTreeMap::new();
        for (index, step) in self.flow.steps.iter().enumerate() {
            let defines = defines(step);
            for depth in 1..step.path.len() {
                let entry = counts.entry(step.path[..depth].to_vec());
                let (_, last, count, modules) = entry.or_insert((index, index, 0, false));
                (*last, *count) = (index, *count + 1);
                *modules |= defines;
            }
        }
        // What is in a layer cannot be called.
        for step in self.flow.steps.iter().filter(|step| defines(step)) {
            counts.remove(&step.path);
        }
        for (path, (first, last, count, modules)) in counts {
            let range = (last + 1 - first == count && modules).then_some(first..last + 1);
            self.ranges.insert(path, range);
        }
    }

    /// The steps of a scope that can be called.
    fn range(&self, path: &[String]) -> Option<Range<usize>> {
        self.ranges.get(path).cloned().flatten()
    }

    /// What is called in a scope, one after the other.
    pub(super) fn units(&self, path: &[String], range: Range<usize>) -> Vec<Unit> {
        let (mut units, mut index) = (Vec::new(), range.start);
        while index < range.end {
            let own = &self.flow.steps[index].path;
            let inner = (path.len() + 1..own.len()).find_map(|depth| {
                let inner = &own[..depth];
                Some((inner.to_vec(), self.range(inner)?))
            });
            match inner {
                Some((inner, range)) => {
                    index = range.end;
                    units.push(Unit::Scope(inner, range));
                }
                None => {
                    units.push(Unit::Step(index));
                    index += 1;
                }
            }
        }
        units
    }

    /// The values that steps take from before, and those that are used after them.
    pub(super) fn ends(&self, path: &[String], range: Range<usize>) -> (Vec<usize>, Vec<usize>) {
        let steps = &self.flow.steps[range.clone()];
        let made = |value: &usize| steps.iter().any(|step| step.outputs.contains(value));
        let mut inputs = Vec::new();
        for value in steps.iter().flat_map(|step| &step.inputs) {
            if !made(value) && !inputs.contains(value) {
                inputs.push(*value);
            }
        }
        if let Some(outputs) = self.flow.called.get(path) {
            return (inputs, outputs.clone());
        }
        let later = &self.flow.steps[range.end..];
        let is_used = |value: &usize| {
            later.iter().any(|step| step.inputs.contains(value))
                || self.flow.outputs.iter().any(|(_, output)| output == value)
                // A later run of a scope around this one may need it.
                || self.flow.called.values().any(|outputs| outputs.contains(value))
        };
        let outputs = steps.iter().flat_map(|step| step.outputs.iter().copied());
        (inputs, outputs.filter(is_used).collect())
    }

    /// Values that a unit takes and makes.
    pub(super) fn ends_of(&self, unit: &Unit) -> (Vec<usize>, Vec<usize>) {
        match unit {
            Unit::Step(index) => {
                let Step { inputs, outputs, .. } = &self.flow.steps[*index];
                (inputs.clone(), outputs.clone())
            }
            Unit::Scope(path, range) => self.ends(path, range.clone()),
        }
    }

    /// The class of a scope or of the whole network.
    fn class(
        &mut self,
        path: &[String],
        range: Range<usize>,
        inputs: &[usize],
        outputs: &[usize],
    ) -> usize {
        let members = self.members(path, range.clone());
        let forward = forward(self, path, range, inputs, outputs);
        self.push(path, members, Some(forward))
    }

    fn push(
        &mut self,
        path: &[String],
        members: Vec<(Path, Member)>,
        forward: Option<Forward>,
    ) -> usize {
        let path = [&self.around, path].concat();
        self.classes.push(Class { path, is_network: false, members, forward });
        self.classes.len() - 1
    }

    /// The members of a scope, by the names of those of other scopes in it, in their order.
    fn members(&mut self, path: &[String], range: Range<usize>) -> Vec<(Path, Member)> {
        let depth = path.len();
        let mut members: Vec<(Path, Member)> = Vec::new();
        for index in range.clone() {
            let step = &self.flow.steps[index];
            if !defines(step) || !step.path.starts_with(path) || step.path.len() <= depth {
                continue;
            }
            let child = step.path[..depth + 1].to_vec();
            let name = child[depth..].to_vec();
            if step.path.len() == depth + 1 {
                let member = self.member(index);
                // A scope of the same name has come before, whose members are in this layer.
                members.retain(|(other, _)| *other != name);
                let rest = self.members_of_layer(&child, range.clone());
                members.push((name, member));
                members.extend(rest);
            } else if members.iter().all(|(other, _)| *other != name) && !self.is_layer(&child) {
                let made = self.child(&child, range.clone());
                members.push((name, Member::Module(made)));
            }
        }
        members
    }

    /// The members of a scope that is also a layer, with the name of the layer in front.
    fn members_of_layer(&mut self, path: &[String], range: Range<usize>) -> Vec<(Path, Member)> {
        let name = path[path.len() - 1].clone();
        let members = self.members(path, range);
        members
            .into_iter()
            .map(|(inner, member)| ([&[name.clone()][..], &inner].concat(), member))
            .collect()
    }

    fn is_layer(&self, path: &[String]) -> bool {
        self.flow.steps.iter().any(|step| defines(step) && step.path == path)
    }

    /// What a step defines.
    fn member(&mut self, index: usize) -> Member {
        let path = self.flow.steps[index].path.clone();
        match &self.flow.steps[index].does {
            Does::Layer(Form::Module(module, _)) => Member::Module(Made::Module(module.clone())),
            Does::Layer(Form::Tensor(stored, _)) => Member::Tensor(stored.clone()),
            Does::Layer(Form::Network(nested)) => {
                let around = [&self.around, scope(&path)].concat();
                let (graph, others) = (nested.graph, self.flow.tapped[&path].clone());
                Member::Module(Made::Class(network(&graph, &others, &around, self.classes)))
            }
            Does::Layer(Form::Function(..) | Form::Nothing) | Does::Again(..) | Does::Call(_) => {
                unreachable!("it defines nothing")
            }
        }
    }

    /// The module of a scope: one that can be called, or one that only holds others.
    fn child(&mut self, path: &[String], around: Range<usize>) -> Made {
        if let Some(range) = self.range(path) {
            if let Some(items) = self.sequence(path, range.clone()) {
                return items;
            }
            let (inputs, outputs) = self.ends(path, range.clone());
            return Made::Class(self.class(path, range, &inputs, &outputs));
        }
        let members = self.members(path, around);
        let is_numbered = |(index, (name, member)): (usize, &(Path, Member))| {
            matches!(member, Member::Module(_)) && name[..] == [index.to_string()]
        };
        if members.iter().enumerate().all(is_numbered) {
            self.numbered.push(path.to_vec());
            let modules = members.into_iter().filter_map(|(_, member)| match member {
                Member::Module(made) => Some(made),
                Member::Tensor(_) => None,
            });
            return Made::List(modules.collect());
        }
        Made::Class(self.push(path, members, None))
    }

    /// The scope as an `nn.Sequential`, if each of its layers takes what the one before it makes, and if they are
    /// numbered.
    fn sequence(&mut self, path: &[String], range: Range<usize>) -> Option<Made> {
        let (inputs, outputs) = self.ends(path, range.clone());
        let (&[mut value], &[output]) = (&inputs[..], &outputs[..]) else { return None };
        let units = self.units(path, range.clone());
        let mut names: Vec<String> = Vec::new();
        for unit in &units {
            let ([input], [made]) = {
                let (inputs, outputs) = self.ends_of(unit);
                (<[usize; 1]>::try_from(inputs).ok()?, <[usize; 1]>::try_from(outputs).ok()?)
            };
            if input != value {
                return None;
            }
            value = made;
            let (own, is_module) = match unit {
                Unit::Scope(own, _) => (own, true),
                Unit::Step(index) => {
                    let Step { path: own, does, .. } = &self.flow.steps[*index];
                    match does {
                        Does::Layer(Form::Module(_, call)) if call == CALL => (own, true),
                        Does::Layer(Form::Network(_)) => (own, true),
                        Does::Layer(Form::Function(_, Some(_))) => (own, false),
                        _ => return None,
                    }
                }
            };
            let name = own.get(path.len()).filter(|_| own.len() == path.len() + 1)?;
            if is_module && !is_number(name) || names.contains(name) || is_of_modules(name) {
                return None;
            }
            names.push(name.clone());
        }
        // Each value is only used by the next layer, as no other one leaves.
        if value != output || self.has_hidden(path, &range) {
            return None;
        }
        if names.iter().enumerate().all(|(index, name)| *name == index.to_string()) {
            self.numbered.push(path.to_vec());
        }
        let mut items = Vec::new();
        for (name, unit) in names.into_iter().zip(units) {
            let made = match unit {
                Unit::Scope(own, range) => self.child(&own, range),
                Unit::Step(index) => match &self.flow.steps[index].does {
                    Does::Layer(Form::Function(_, Some(module))) => Made::Module(module.clone()),
                    _ => match self.member(index) {
                        Member::Module(made) => made,
                        Member::Tensor(_) => return None,
                    },
                },
            };
            items.push((name, made));
        }
        Some(Made::Sequential(items))
    }

    /// Whether something is defined in a scope by steps that do not run there, or deeper in one of its layers.
    fn has_hidden(&self, path: &[String], range: &Range<usize>) -> bool {
        let steps = &self.flow.steps;
        let layers: Vec<&Path> = steps[range.clone()]
            .iter()
            .filter(|step| defines(step))
            .map(|step| &step.path)
            .collect();
        let below = |other: &&Step| {
            let longer = layers.iter().filter(|layer| other.path.len() > layer.len());
            defines(other) && { longer }.any(|layer| other.path.starts_with(layer))
        };
        steps.iter().filter(|step| scope_of(step).starts_with(path)).any(|step| below(&step))
    }

    /// A module or tensor as it is written within the class of a scope: `self.layer1[0].conv1`.
    pub(super) fn access(
        &self,
        class: &[String],
        path: &[String],
        stored: Option<&Stored>,
    ) -> String {
        let mut text = "self".to_owned();
        for depth in class.len()..path.len() {
            let (around, name) = (&path[..depth], &path[depth]);
            text = if self.numbered.iter().any(|numbered| numbered == around) {
                alloc::format!("{text}[{name}]")
            } else if is_of_modules(name) {
                let stored = stored.filter(|_| depth + 1 == path.len());
                alloc::format!("{text}.{}[\"{name}\"]", registry(stored))
            } else if is_identifier(name) {
                alloc::format!("{text}.{name}")
            } else {
                alloc::format!("getattr({text}, \"{name}\")")
            };
        }
        text
    }
}

/// Whether a step has a module or a tensor of its own.
pub(super) fn defines(step: &Step) -> bool {
    let Does::Layer(form) = &step.does else { return false };
    matches!(form, Form::Module(..) | Form::Tensor(..) | Form::Network(_))
}

/// Where `nn.Module` keeps its members.
pub(super) fn registry(stored: Option<&Stored>) -> &'static str {
    match stored {
        None => "_modules",
        Some(Stored { learned: true, .. }) => "_parameters",
        Some(Stored { learned: false, .. }) => "_buffers",
    }
}
