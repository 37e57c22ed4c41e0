//! What occurs more than once, as blocks with parameters for what differs.

use std::collections::{BTreeMap, HashSet};

use cnn_core::Kind;

use super::params::{Found, default, merged};
use super::render;
use super::statement::{Body, Expression, Statement, Written, WrittenArg};
use super::tree::within;
use crate::form::Form;

/// A block of a declaration.
pub struct Block {
    pub name: String,
    pub params: Vec<String>,
    pub statements: Vec<Statement>,
}

/// Scopes with their paths.
type Instances = Vec<(String, Statement)>;

/// The most parameters of a block.
const MOST_PARAMS: usize = 10;

/// How often a module of one line occurs, of which there is a block, and how much longer it is than what is different in it.
const FEWEST_OF_CLASS: usize = 4;
const SHORTEST: usize = 40;

/// Replaces scopes that are equal but for their numbers, the innermost first.
///
/// What is `mentioned` keeps its label.
pub fn find(statements: &mut [Statement], form: &Form, mentioned: &HashSet<String>) -> Vec<Block> {
    let mut blocks = Blocks { form, names: HashSet::new(), found: Vec::new() };
    blocks.names.extend(Kind::ALL.iter().map(|kind| kind.keyword().to_owned()));
    let mut height = 1;
    while statements.iter().any(|statement| tall(statement) >= height) {
        let mut scopes = BTreeMap::new();
        visit(statements, "", &mut |statement, path| {
            if tall(statement) == height && statement.is_closed() {
                let (_, instances): &mut (usize, Instances) = {
                    let order = scopes.len();
                    scopes.entry(skeleton(statement)).or_insert((order, Vec::new()))
                };
                instances.push((path.to_owned(), statement.clone()));
            }
        });
        let mut scopes: Vec<(String, (usize, Instances))> = scopes.into_iter().collect();
        scopes.sort_by_key(|(_, (order, _))| *order);
        let mut replaced = BTreeMap::new();
        for (_, (_, instances)) in scopes {
            if let Some(calls) = blocks.block(&instances) {
                replaced.extend(instances.into_iter().map(|(path, _)| path).zip(calls));
            }
        }
        // What contains a scope is lower once that is a call.
        height = if replaced.is_empty() { height + 1 } else { 1 };
        replace(statements, "", &|path| !mentioned.contains(path), false, &mut replaced);
    }
    blocks.found
}

/// How deep scopes are in a scope; 0 if it is none.
fn tall(statement: &Statement) -> usize {
    let inner = statement.lists().into_iter().flatten().map(tall).max().unwrap_or(0);
    inner + usize::from(matches!(statement.body, Body::Group { .. }))
}

/// The path of a statement in the scope `path`; in a `seq`, its index is its label.
fn path_of(path: &str, statement: &Statement, index: usize) -> String {
    let label = match (&statement.label, &statement.body) {
        (Some(label), _) => label.clone(),
        (None, Body::Group { .. } | Body::Call(_)) => index.to_string(),
        (None, _) => return path.to_owned(),
    };
    within(path, &label)
}

fn visit(list: &[Statement], path: &str, each: &mut impl FnMut(&Statement, &str)) {
    for (index, statement) in list.iter().enumerate() {
        let path = path_of(path, statement, index);
        for list in statement.lists() {
            visit(list, &path, each);
        }
        if matches!(statement.body, Body::Group { .. }) {
            each(statement, &path);
        }
    }
}

fn replace(
    list: &mut [Statement],
    path: &str,
    drops: &impl Fn(&str) -> bool,
    in_seq: bool,
    calls: &mut BTreeMap<String, Written>,
) {
    for (index, statement) in list.iter_mut().enumerate() {
        let path = path_of(path, statement, index);
        let group = matches!(statement.body, Body::Group { .. });
        if group && let Some(call) = calls.remove(&path) {
            statement.body = Body::Call(call);
            if in_seq && drops(&path) {
                statement.label = None;
            }
            continue;
        }
        let in_seq = matches!(statement.body, Body::Group { seq: true, .. });
        for list in statement.lists_mut() {
            replace(list, &path, drops, in_seq, calls);
        }
    }
}

/// All that two instances of a block have in common, but for the label.
fn skeleton(statement: &Statement) -> String {
    let mut text = String::new();
    match &statement.body {
        Body::Call(call) => shape_of(call, &mut text),
        Body::Group { seq, .. } => text += if *seq { "seq" } else { "group" },
        Body::Join { call, .. } => {
            text += "join ";
            shape_of(call, &mut text);
        }
        Body::Residual { .. } => text += "residual",
        other => text += &format!("{other:?}"),
    }
    for list in statement.lists() {
        text += "{";
        for inner in list {
            text += &format!("{:?}:{};", inner.label, skeleton(inner));
        }
        text += "}";
    }
    text
}

fn shape_of(call: &Written, text: &mut String) {
    *text += &call.keyword;
    for arg in &call.args {
        if default(call, arg).is_none() {
            *text += &format!(" {} {}", arg.param, matches!(arg.value, Expression::Range(..)));
        }
    }
}

/// All calls in a statement.
fn calls(statement: &Statement) -> Vec<&Written> {
    let own = match &statement.body {
        Body::Call(call) | Body::Join { call, .. } => Some(call),
        _ => None,
    };
    let inner = statement.lists().into_iter().flatten().flat_map(calls);
    own.into_iter().chain(inner).collect()
}

fn calls_mut<'a>(statement: &'a mut Statement, all: &mut Vec<&'a mut Written>) {
    let lists = match &mut statement.body {
        Body::Call(call) => {
            all.push(call);
            Vec::new()
        }
        Body::Join { call, branches } => {
            all.push(call);
            branches.iter_mut().collect()
        }
        Body::Group { items, .. } => vec![items],
        Body::Residual { main, shortcut } => vec![main, shortcut],
        _ => Vec::new(),
    };
    for inner in lists.into_iter().flatten() {
        calls_mut(inner, all);
    }
}

struct Blocks<'a> {
    form: &'a Form,
    names: HashSet<String>,
    found: Vec<Block>,
}

impl Blocks<'_> {
    /// The calls that stand for instances of a block, if it is worth having.
    fn block(&mut self, instances: &[(String, Statement)]) -> Option<Vec<Written>> {
        let (path, first) = instances.first()?;
        let count = instances.len();
        let text = render::statement(first);
        let lines = text.lines().count();
        // A module with a class of its own was worth a name, even if it is one line.
        let is_module = count >= FEWEST_OF_CLASS && self.class(path).is_some();
        if count < 2 || count * (lines - 1) <= lines + 1 && !is_module {
            return None;
        }
        let mut body = first.clone();
        let every: Vec<Vec<&Written>> =
            instances.iter().map(|(_, statement)| calls(statement)).collect();
        let mut params: Vec<Found> = Vec::new();
        let mut all = Vec::new();
        calls_mut(&mut body, &mut all);
        for (place, call) in all.into_iter().enumerate() {
            let same: Vec<&Written> = every.iter().map(|calls| calls[place]).collect();
            call.args = merged(&same, &mut params)?;
        }
        let is_label = |param: &Found| body.says(&param.name);
        if params.len() > MOST_PARAMS || params.iter().any(is_label) {
            return None;
        }
        let written =
            |params: &[Found]| params.iter().map(|param| param.name.len() + 2).sum::<usize>();
        if is_module && lines == 1 && text.len() < written(&params) + SHORTEST {
            return None;
        }
        let name = self.name(path, first);
        let arguments = (0..count).map(|instance| Written {
            keyword: name.clone(),
            kind: None,
            args: params
                .iter()
                .map(|param| WrittenArg {
                    param: param.name.clone(),
                    named: false,
                    value: Expression::Value(param.values[instance].clone()),
                })
                .collect(),
        });
        let arguments = arguments.collect();
        let statements = match body.body {
            Body::Group { seq: false, items } => items,
            seq => vec![Statement { label: Some("_".to_owned()), body: seq }],
        };
        let params = params.into_iter().map(|param| param.name).collect();
        self.found.push(Block { name, params, statements });
        Some(arguments)
    }

    /// The class of a module, if somebody has written it for this.
    fn class(&self, path: &str) -> Option<&str> {
        let class = self.form.classes.get(path)?.as_str();
        (!["", "Sequential", "ModuleList", "ModuleDict"].contains(&class)).then_some(class)
    }

    /// A name from the class of a module, or from the label.
    fn name(&mut self, path: &str, statement: &Statement) -> String {
        let own = match self.class(path) {
            None => {
                let label = statement.label.as_deref().unwrap_or_default();
                let label = label.trim_end_matches(|char: char| char.is_ascii_digit());
                // Of a module whose class says more than this.
                let around = path.rsplit_once('.').and_then(|(around, _)| self.class(around));
                match around.filter(|_| label.is_empty() || label == "block") {
                    Some(class) => snake_case(class),
                    None => label.to_owned(),
                }
            }
            Some(class) => snake_case(class),
        };
        let own = own.trim_matches('_');
        let own = if render::is_name(own) && own != "block" { own } else { "part" };
        let mut name = own.to_owned();
        let mut number = 1;
        while !self.names.insert(name.clone()) {
            number += 1;
            name = format!("{own}_{number}");
        }
        name
    }
}

/// `basic_block` for `BasicBlock`, and `se_module` for `SEModule`.
fn snake_case(class: &str) -> String {
    let mut text = String::new();
    let mut before = '_';
    let mut chars = class.chars().peekable();
    while let Some(char) = chars.next() {
        let ends = chars.peek().is_some_and(char::is_ascii_lowercase) && before != '_';
        let begins = before.is_ascii_lowercase() || before.is_ascii_digit() || ends;
        if char.is_ascii_uppercase() && begins {
            text.push('_');
        }
        text.push(char.to_ascii_lowercase());
        before = char;
    }
    text
}
