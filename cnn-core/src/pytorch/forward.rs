//! The lines of a `forward`, and the names of its variables.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::flow::{Does, Path};
use super::layer::{CALL, Form};
use super::python::{is_number, variable};
use super::scope::{Scopes, Unit};

/// What a module computes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Forward {
    /// The names of its inputs.
    pub(super) params: Vec<String>,
    /// Its statements but the last one.
    pub(super) lines: Vec<String>,
    /// What it returns.
    pub(super) result: String,
}

/// The values that are there, with their variables.
struct Variables<'a> {
    scopes: &'a Scopes<'a>,
    names: BTreeMap<usize, String>,
    /// The units that take each value; what leaves is taken by one after all units.
    uses: BTreeMap<usize, Vec<usize>>,
}

/// The variables of a chain, which each layer replaces.
const CHAIN: [&str; 2] = ["x", "out"];

/// What the steps of a class compute.
pub(super) fn forward(
    scopes: &Scopes<'_>,
    path: &[String],
    range: Range<usize>,
    inputs: &[usize],
    outputs: &[usize],
) -> Forward {
    let units = scopes.units(path, range);
    let ends: Vec<(Vec<usize>, Vec<usize>)> =
        units.iter().map(|unit| scopes.ends_of(unit)).collect();
    let mut uses: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let ends_of_all = ends.iter().map(|(takes, _)| &takes[..]).chain([outputs]);
    for (index, takes) in ends_of_all.enumerate() {
        takes.iter().for_each(|value| uses.entry(*value).or_default().push(index));
    }
    let mut variables = Variables { scopes, names: BTreeMap::new(), uses };
    let mut params = Vec::new();
    for (index, input) in inputs.iter().enumerate() {
        // Those of a scope have no names, and equal scopes should look equal.
        let name = match (inputs, path) {
            ([_], _) => "x".to_owned(),
            (_, []) => variables.free(&variables.label(*input)),
            (_, _) if index == 0 => "x".to_owned(),
            ([_, _], _) => "skip".to_owned(),
            _ => format!("skip{index}"),
        };
        params.push(name.clone());
        variables.names.insert(*input, name);
    }
    let mut lines = Vec::new();
    let mut result = None;
    for (index, (unit, (takes, makes))) in units.iter().zip(&ends).enumerate() {
        if makes.iter().all(|value| !variables.uses.contains_key(value)) {
            // Nothing needs it.
            continue;
        }
        let call = variables.call(path, unit, takes);
        let dying: Vec<String> = takes
            .iter()
            .filter(|value| variables.uses[value].last() == Some(&index))
            .filter_map(|value| variables.names.remove(value))
            .collect();
        // Of those that are needed, the last one may be what the class returns.
        let returned = outputs.len() == 1 && makes[..] == *outputs && index + 1 == units.len();
        if returned {
            result = Some(call);
            break;
        }
        let mut made = Vec::new();
        for value in makes {
            if !variables.uses.contains_key(value) {
                made.push("_".to_owned());
                continue;
            }
            let name = variables.name(*value, index, &dying, unit, makes.len() == 1);
            variables.names.insert(*value, name.clone());
            made.push(name);
        }
        lines.push(format!("{} = {call}", made.join(", ")));
        variables.forget(index);
    }
    let result = result.unwrap_or_else(|| {
        let names: Vec<&str> =
            outputs.iter().map(|value| variables.names[value].as_str()).collect();
        names.join(", ")
    });
    Forward { params, lines, result }
}

impl Variables<'_> {
    /// A name that is free, like this one.
    fn free(&self, name: &str) -> String {
        let is_free = |name: &str| self.names.values().all(|other| other != name);
        if is_free(name) {
            return name.to_owned();
        }
        let mut number = 2;
        while !is_free(&format!("{name}_{number}")) {
            number += 1;
        }
        format!("{name}_{number}")
    }

    /// What a value is called: by the output that it is, or by where it is from.
    fn label(&self, value: usize) -> String {
        let output = self.scopes.flow.outputs.iter().find(|(_, output)| *output == value);
        match output.filter(|(name, _)| !name.is_empty()) {
            Some((name, _)) => variable(name.rsplit('.').next().unwrap_or(name)),
            None => named(&self.scopes.flow.labels[value]),
        }
    }

    /// The variable of a value that a unit makes. Layers in a chain have one variable: if a value is used once, it
    /// replaces one that nothing needs any more.
    fn name(
        &self,
        value: usize,
        index: usize,
        dying: &[String],
        unit: &Unit,
        alone: bool,
    ) -> String {
        let uses = self.uses.get(&value).map_or(&[][..], |uses| uses);
        let is_chain = |name: &&String| CHAIN.contains(&name.as_str());
        if let ([use_], true) = (uses, alone) {
            if let Some(name) = dying.iter().find(is_chain) {
                return name.clone();
            }
            let free = |name: &&&str| self.names.values().all(|other| other != **name);
            if let Some(name) = CHAIN.iter().find(free)
                && *use_ == index + 1
            {
                return (*name).to_owned();
            }
        }
        match unit {
            Unit::Scope(path, _) if alone => self.free(&named(path)),
            _ => self.free(&self.label(value)),
        }
    }

    /// Gives the variables of values free that nothing needs.
    fn forget(&mut self, unit: usize) {
        let uses = &self.uses;
        let is_needed = |value: &usize| uses.get(value).and_then(|uses| uses.last()) > Some(&unit);
        self.names.retain(|value, _| is_needed(value));
    }

    /// A unit as an expression.
    fn call(&self, class: &[String], unit: &Unit, takes: &[usize]) -> String {
        let names: Vec<&str> = takes.iter().map(|value| self.names[value].as_str()).collect();
        let access = |path: &Path| self.scopes.access(class, path, None);
        match unit {
            Unit::Scope(path, _) => format!("{}({})", access(path), names.join(", ")),
            Unit::Step(index) => {
                let step = &self.scopes.flow.steps[*index];
                match &step.does {
                    Does::Call(path) => format!("{}({})", access(path), names.join(", ")),
                    Does::Layer(form) => self.layer(class, form, &step.path, &names),
                    Does::Again(form, path) => self.layer(class, form, path, &names),
                }
            }
        }
    }

    fn layer(&self, class: &[String], form: &Form, path: &Path, names: &[&str]) -> String {
        match form {
            Form::Module(_, call) if call == CALL => {
                format!("{}({})", self.scopes.access(class, path, None), names.join(", "))
            }
            Form::Module(_, call) => filled(call, &self.scopes.access(class, path, None), names),
            Form::Tensor(stored, text) => {
                filled(text, &self.scopes.access(class, path, Some(stored)), names)
            }
            Form::Function(text, _) => filled(text, "", names),
            Form::Network(_) => {
                format!("{}({})", self.scopes.access(class, path, None), names.join(", "))
            }
            Form::Nothing => unreachable!("it is no step"),
        }
    }
}

/// A variable for what is made somewhere.
fn named(path: &[String]) -> String {
    let words = path.iter().rposition(|name| !is_number(name)).unwrap_or(0);
    variable(&path[words..].join("_"))
}

/// An expression with what stands for `$m`, `$t` and `$0`, `$1` and so on.
fn filled(text: &str, own: &str, names: &[&str]) -> String {
    let mut pieces = text.split('$');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let digits = piece.len() - piece.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (name, rest) = piece.split_at(if digits == 0 { 1 } else { digits });
        filled.push_str(name.parse::<usize>().map_or(own, |index| names[index]));
        filled.push_str(rest);
    }
    filled
}
