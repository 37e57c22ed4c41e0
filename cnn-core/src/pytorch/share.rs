//! Classes that differ in numbers only become one class, whose constructor takes these.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use super::flow::Path;
use super::forward::Forward;
use super::layer::{Module, Stored};
use super::python::{self, Arg, is_number};
use super::scope::{Class, Made, Member};

/// A class as it is written.
pub(super) struct Written {
    pub(super) name: String,
    /// What its constructor takes.
    pub(super) params: Vec<Param>,
    pub(super) members: Vec<(Path, Member)>,
    pub(super) forward: Option<Forward>,
}

/// What a constructor takes.
pub(super) struct Param {
    pub(super) name: String,
    pub(super) default: Option<String>,
}

/// The classes as they are written, each after those that it uses. `taken` are names that the file uses otherwise.
pub(super) fn shared(classes: Vec<Class>, taken: BTreeSet<String>) -> Vec<Written> {
    let mut sharing = Sharing { taken, calls: vec![None; classes.len()], written: Vec::new() };
    let heights = heights(&classes);
    let mut classes: Vec<Option<Class>> = classes.into_iter().map(Some).collect();
    let highest = heights.iter().copied().max().unwrap_or(0);
    for height in 0..=highest {
        let of_height = (0..classes.len()).filter(|index| heights[*index] == height);
        let mut groups: BTreeMap<String, usize> = BTreeMap::new();
        let mut lists: Vec<Vec<(usize, Class)>> = Vec::new();
        for index in of_height {
            let Some(mut class) = classes[index].take() else { continue };
            for (_, member) in &mut class.members {
                sharing.resolve(member);
            }
            let group = *groups.entry(structure(&class)).or_insert_with(|| {
                lists.push(Vec::new());
                lists.len() - 1
            });
            lists[group].push((index, class));
        }
        for list in lists {
            sharing.write(list);
        }
    }
    // A class that uses another one comes after it; otherwise they are in the order in which they are used.
    sharing.written
}

/// How many classes are below each class.
fn heights(classes: &[Class]) -> Vec<usize> {
    fn of(made: &Made, heights: &[usize]) -> usize {
        match made {
            Made::Module(_) => 0,
            Made::Sequential(items) => {
                items.iter().map(|(_, made)| of(made, heights)).max().unwrap_or(0)
            }
            Made::List(items) => items.iter().map(|made| of(made, heights)).max().unwrap_or(0),
            Made::Class(index) => heights[*index] + 1,
        }
    }
    let mut heights = Vec::with_capacity(classes.len());
    for class in classes {
        let below = class.members.iter().map(|(_, member)| match member {
            Member::Module(made) => of(made, &heights),
            Member::Tensor(_) => 0,
        });
        let height = below.max().unwrap_or(0);
        heights.push(height);
    }
    heights
}

struct Sharing {
    taken: BTreeSet<String>,
    /// How each class is constructed.
    calls: Vec<Option<Module>>,
    written: Vec<Written>,
}

impl Sharing {
    /// Replaces classes by calls of their constructors.
    fn resolve(&self, member: &mut Member) {
        if let Member::Module(made) = member {
            self.resolve_made(made);
        }
    }

    fn resolve_made(&self, made: &mut Made) {
        match made {
            Made::Module(_) => {}
            Made::Sequential(items) => {
                items.iter_mut().for_each(|(_, made)| self.resolve_made(made));
            }
            Made::List(items) => items.iter_mut().for_each(|made| self.resolve_made(made)),
            Made::Class(index) => {
                let call = self.calls[*index].clone();
                *made = Made::Module(call.expect("what is below is written before"));
            }
        }
    }

    /// Writes one class for classes of one structure.
    fn write(&mut self, list: Vec<(usize, Class)>) {
        let values: Vec<Vec<Arg>> = list.iter().map(|(_, class)| args(class)).collect();
        // The parameter of each argument that differs.
        let mut params: Vec<(Vec<String>, Param)> = Vec::new();
        let mut of_args: Vec<Option<usize>> = Vec::new();
        for column in 0..values[0].len() {
            let own: Vec<String> = values.iter().map(|row| row[column].value.clone()).collect();
            let arg = &values[0][column];
            if own.iter().all(|value| *value == own[0]) {
                of_args.push(None);
                continue;
            }
            let default = arg.default.clone().filter(|default| {
                values.iter().all(|row| row[column].default.as_ref() == Some(default))
            });
            let known = params.iter().position(|(values, _)| *values == own);
            let param = known.unwrap_or_else(|| {
                let name = free(&arg.name, |name| params.iter().any(|(_, p)| p.name == name));
                params.push((own, Param { name, default: default.clone() }));
                params.len() - 1
            });
            if params[param].1.default != default {
                params[param].1.default = None;
            }
            of_args.push(Some(param));
        }
        let name = self.name(&list);
        // Those with defaults come last.
        let mut order: Vec<usize> = (0..params.len()).collect();
        order.sort_by_key(|index| params[*index].1.default.is_some());
        for (row, (index, _)) in list.iter().enumerate() {
            let required = order.iter().filter(|param| params[**param].1.default.is_none()).count();
            let arg = |(place, param): (usize, &usize)| {
                let (values, Param { name, default }) = &params[*param];
                Arg {
                    name: name.clone(),
                    value: values[row].clone(),
                    default: default.clone(),
                    positional: place < 2 && place < required,
                }
            };
            let args = order.iter().enumerate().map(arg).collect();
            self.calls[*index] =
                Some(Module { class: name.clone(), args, around: None, helper: None });
        }
        let Some((_, mut class)) = list.into_iter().next() else { return };
        let mut of_args = of_args.into_iter();
        for (_, member) in &mut class.members {
            each_arg(member, &mut |arg| {
                if let Some(param) = of_args.next().flatten() {
                    let Param { name, .. } = &params[param].1;
                    arg.value.clone_from(name);
                    // Whatever the parameter is, it is passed on.
                    arg.default = None;
                }
            });
        }
        let mut params: Vec<Option<Param>> =
            params.into_iter().map(|(_, param)| Some(param)).collect();
        let params = order.into_iter().filter_map(|index| params[index].take()).collect();
        let Class { members, forward, .. } = class;
        self.written.push(Written { name, params, members, forward });
    }

    /// The name of a class: what the names of its instances begin with.
    fn name(&mut self, list: &[(usize, Class)]) -> String {
        let (_, first) = &list[0];
        let words = |class: &Class| -> Vec<String> {
            class.path.iter().filter(|name| !is_number(name)).cloned().collect()
        };
        let is_element = first.path.last().is_some_and(|name| is_number(name));
        let own = words(first).pop().unwrap_or_default();
        let mut name = own.clone();
        for (_, class) in list {
            let other = words(class).pop().unwrap_or_default();
            let common = name.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
            name.truncate(common);
        }
        if list.len() > 1 {
            // `layer` of `layer1` and `layer2`.
            name.truncate(name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_').len());
        }
        if name.len() < 2 {
            name = own;
        }
        let mut name = python::class(&name);
        if is_element || name.is_empty() {
            name.push_str("Block");
        }
        let name = free(&name, |name| self.taken.contains(name));
        self.taken.insert(name.clone());
        name
    }
}

/// A name like this one that is not taken.
fn free(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(name) {
        return name.to_string();
    }
    let mut number = 2;
    while is_taken(&format!("{name}{number}")) {
        number += 1;
    }
    format!("{name}{number}")
}

/// Calls a function for each argument of a constructor.
fn each_arg(member: &mut Member, function: &mut impl FnMut(&mut Arg)) {
    fn of(made: &mut Made, function: &mut dyn FnMut(&mut Arg)) {
        match made {
            Made::Module(module) => module.args.iter_mut().for_each(function),
            Made::Sequential(items) => items.iter_mut().for_each(|(_, made)| of(made, function)),
            Made::List(items) => items.iter_mut().for_each(|made| of(made, function)),
            Made::Class(_) => {}
        }
    }
    if let Member::Module(made) = member {
        of(made, function);
    }
}

/// All arguments of the constructors in a class.
fn args(class: &Class) -> Vec<Arg> {
    let mut args = Vec::new();
    for (_, member) in &class.members {
        each_arg(&mut member.clone(), &mut |arg| args.push(arg.clone()));
    }
    args
}

/// A text that is equal for classes which only differ in the values of arguments.
fn structure(class: &Class) -> String {
    let mut class = class.clone();
    for (_, member) in &mut class.members {
        each_arg(member, &mut |arg| {
            arg.value.clear();
            // Some are those of other arguments, such as the stride of a pool.
            arg.default = None;
        });
    }
    let named = class.is_network.then(|| class.path.last());
    format!("{named:?} {:?} {:?}", class.members, class.forward)
}

impl Stored {
    /// The tensor as it is registered, under a name that need not be one in Python.
    pub(super) fn kind(&self) -> &'static str {
        if self.learned { "parameter" } else { "buffer" }
    }
}
