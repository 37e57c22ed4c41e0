//! From scopes to statements: which value each of them takes, and where values branch and are joined.

mod names;

use std::collections::{BTreeMap, HashMap, HashSet};

use cnn_core::Kind;

use super::statement::{Body, Statement, Written};
use super::tree::{Item, within};
use crate::form::{Form, Value};

pub struct Flow<'a> {
    form: &'a Form,
    uses: HashMap<Value, usize>,
    /// The values that some statement names, with the labels of those that have none in the file.
    pub named: BTreeMap<Value, String>,
    /// What each value can be called.
    paths: HashMap<Value, String>,
    /// The names that some statement says.
    pub mentioned: HashSet<String>,
    /// The scope that each statement is in.
    places: HashMap<usize, String>,
    /// All labels of the file, so that new ones differ from them.
    labels: HashSet<String>,
    /// The full names of layers and scopes.
    known: HashSet<String>,
    /// The labels that are new, with their scopes.
    new: Vec<(String, String)>,
    /// A layer whose name means another one where it is used.
    pub hidden: Option<String>,
    /// The full name of the scope that is written now.
    scope: String,
    /// Whether branches are found.
    structured: bool,
    /// How deep the branches are that are written now.
    depth: usize,
}

/// How deep branches may be in each other, and how many items they have at most.
const MOST_BRANCHES: usize = 24;
const MOST_ITEMS: usize = 512;

impl<'a> Flow<'a> {
    /// The statements of a network, and the labels of the inputs that they name.
    pub fn statements(
        form: &'a Form,
        tree: &[Item],
        structured: bool,
    ) -> (Vec<Statement>, Flow<'a>) {
        let mut flow = Flow {
            form,
            uses: form.uses(),
            named: BTreeMap::new(),
            paths: HashMap::new(),
            mentioned: HashSet::new(),
            places: HashMap::new(),
            labels: HashSet::new(),
            known: HashSet::new(),
            new: Vec::new(),
            hidden: None,
            scope: String::new(),
            structured,
            depth: 0,
        };
        flow.collect(tree, "");
        // What is named is known at the end, so everything is written twice.
        flow.network(tree);
        let statements = flow.network(tree);
        (statements, flow)
    }

    fn network(&mut self, tree: &[Item]) -> Vec<Statement> {
        let mut current = (self.form.inputs.len() == 1).then_some(Value::Input(0));
        let mut statements = self.list(tree, &mut current);
        if let [(_, output)] = self.form.outputs[..] {
            self.from(&[output], &mut current, &mut statements);
            return statements;
        }
        for (name, value) in &self.form.outputs {
            if self.full(*value) != *name {
                self.from(&[*value], &mut current, &mut statements);
                let identity = Written::new(Kind::Identity);
                statements
                    .push(Statement { label: Some(name.clone()), body: Body::Call(identity) });
            }
        }
        statements
    }

    fn list(&mut self, items: &[Item], current: &mut Option<Value>) -> Vec<Statement> {
        let mut statements = Vec::new();
        let mut index = 0;
        while index < items.len() {
            if self.structured
                && let Some((join, statement)) = self.fork(&items[index..], *current)
            {
                statements.extend(statement);
                if let Item::Node(node, _) = items[index + join] {
                    *current = Some(Value::Node(node));
                }
                index += join + 1;
                continue;
            }
            self.item(&items[index], current, &mut statements);
            index += 1;
        }
        statements
    }

    fn item(&mut self, item: &Item, current: &mut Option<Value>, statements: &mut Vec<Statement>) {
        match item {
            Item::Node(index, label) => {
                self.node(*index, label, current, statements);
                *current = Some(Value::Node(*index));
            }
            Item::Again(path, nodes) => {
                self.from(&item.inputs(self.form), current, statements);
                let label = self.label(nodes.end - 1, &None);
                self.mentioned.insert(path.join("."));
                let path = self.relative(&path.join("."));
                statements.push(Statement { label, body: Body::Again(path) });
                *current = Some(Value::Node(nodes.end - 1));
            }
            Item::Scope(scope) => {
                let inputs = item.inputs(self.form);
                self.from(&inputs, current, statements);
                let around = std::mem::replace(&mut self.scope, scope.path.clone());
                let inner = self.list(&scope.items, current);
                self.scope = around;
                let seq = is_seq(&scope.items, &inner);
                let is_mentioned =
                    |label: &str| self.mentioned.contains(&within(&scope.path, label));
                let items = if seq { numbered(inner, is_mentioned) } else { inner };
                let body = Body::Group { seq, items };
                statements.push(Statement { label: Some(scope.label.clone()), body });
            }
        }
    }

    /// Makes the current value one of these.
    fn from(
        &mut self,
        inputs: &[Value],
        current: &mut Option<Value>,
        statements: &mut Vec<Statement>,
    ) {
        if let Some(first) = inputs.first()
            && !current.is_some_and(|current| inputs.contains(&current))
        {
            statements.push(Statement::new(Body::From(self.name(*first))));
            *current = Some(*first);
        }
    }

    fn node(
        &mut self,
        index: usize,
        label: &Option<String>,
        current: &mut Option<Value>,
        statements: &mut Vec<Statement>,
    ) {
        let node = &self.form.nodes[index];
        let call = Written::from(&node.call);
        // A tensor follows some value, too, of which it takes nothing.
        let first = [Value::Input(0)];
        let inputs =
            if node.inputs.is_empty() && current.is_none() { &first } else { &node.inputs[..] };
        self.from(inputs, current, statements);
        let label = self.label(index, label);
        let body = match node.inputs.len() {
            0 | 1 => Body::Call(call),
            _ if node.inputs.iter().all(|input| Some(*input) == *current) => {
                Body::Join { call, branches: vec![Vec::new(); node.inputs.len()] }
            }
            _ => {
                let here = *current;
                let values = node.inputs.iter().map(|input| match Some(*input) == here {
                    true => None,
                    false => Some(self.name(*input)),
                });
                Body::Labels { call, values: values.collect() }
            }
        };
        statements.push(Statement { label, body });
    }

    /// Branches that start at the current value with the first of these items: the index of the layer that joins them,
    /// and the statements.
    fn fork(&mut self, items: &[Item], current: Option<Value>) -> Option<(usize, Vec<Statement>)> {
        let current = current.filter(|_| self.depth < MOST_BRANCHES)?;
        let starts =
            matches!(&items[0], Item::Node(node, _) if self.form.nodes[*node].inputs.is_empty());
        let uses = self.uses.get(&current).copied().unwrap_or(0);
        if !starts && uses < 2 {
            return None;
        }
        // Branches whose input nothing else takes are looked for first.
        for alone in [true, false] {
            for join in 1..items.len().min(MOST_ITEMS) {
                let Item::Node(node, _) = items[join] else { continue };
                let is_join = self.form.nodes[node].call.kind.is_join()
                    && self.form.nodes[node].inputs.len() > 1;
                if is_join
                    && let Some(branches) = self.branches(&items[..join], node, current, alone)
                    && let Some(statements) = self.joined(items, join, &branches, current)
                {
                    return Some((join, statements));
                }
            }
        }
        None
    }

    /// The items of each branch of a join, in the order of its inputs; `None` if they are not apart.
    fn branches(
        &self,
        items: &[Item],
        join: usize,
        current: Value,
        alone: bool,
    ) -> Option<Vec<Vec<usize>>> {
        let all: Vec<Vec<usize>> = items.iter().map(Item::nodes).collect();
        let mut place: HashMap<usize, usize> = HashMap::new();
        for (item, nodes) in all.iter().enumerate() {
            place.extend(nodes.iter().map(|node| (*node, item)));
        }
        // Everything is used within, and nothing from outside but the current value, which others may use unless it is to
        // be `alone`.
        let mut used: HashMap<Value, usize> = HashMap::new();
        let mut branch: Vec<usize> = (0..items.len()).collect();
        for node in all.iter().flatten().chain([&join]) {
            for input in &self.form.nodes[*node].inputs {
                *used.entry(*input).or_insert(0) += 1;
                let from = match input {
                    Value::Node(from) => place.get(from),
                    Value::Input(_) => None,
                };
                match from {
                    None if *input != current => return None,
                    None => {}
                    Some(from) if *node != join => {
                        let (a, b) = (branch[*from], branch[place[node]]);
                        branch.iter_mut().filter(|part| **part == b).for_each(|part| *part = a);
                    }
                    Some(_) => {}
                }
            }
        }
        let inner = all.iter().flatten().map(|node| Value::Node(*node));
        if inner
            .chain(alone.then_some(current))
            .any(|value| used.get(&value) != self.uses.get(&value))
        {
            return None;
        }
        let mut taken = HashSet::new();
        let inputs = self.form.nodes[join].inputs.iter().map(|input| match input {
            input if *input == current => Some(Vec::new()),
            Value::Node(node) => {
                let (last, part) = (place[node], branch[place[node]]);
                let items: Vec<usize> =
                    (0..items.len()).filter(|item| branch[*item] == part).collect();
                let ends = all[last].last() == Some(node) && items.last() == Some(&last);
                (ends && taken.insert(part)).then_some(items)
            }
            Value::Input(_) => None,
        });
        let inputs: Option<Vec<Vec<usize>>> = inputs.collect();
        inputs.filter(|inputs| inputs.iter().map(Vec::len).sum::<usize>() == items.len())
    }

    /// The statements of a join with its branches; `None` if its label would be part of other names.
    fn joined(
        &mut self,
        items: &[Item],
        join: usize,
        branches: &[Vec<usize>],
        current: Value,
    ) -> Option<Vec<Statement>> {
        let Item::Node(node, label) = &items[join] else { return None };
        let mut written: Vec<Vec<Statement>> = Vec::new();
        let mut computed = 0;
        self.depth += 1;
        for branch in branches {
            let inner: Vec<Item> = branch.iter().map(|item| items[*item].clone()).collect();
            let starts = |item: &Item| item.inputs(self.form).contains(&current);
            computed += usize::from(!branch.is_empty() && !inner.iter().any(starts));
            written.push(self.list(&inner, &mut Some(current)));
        }
        self.depth -= 1;
        let call = Written::from(&self.form.nodes[*node].call);
        let kind = self.form.nodes[*node].call.kind;
        if matches!(kind, Kind::Mul | Kind::Add) {
            // Their order does not matter, and the input is easier to read in front.
            written.sort_by_key(|branch| !branch.is_empty());
        }
        let size = |list: &[Statement]| list.iter().map(count).sum::<usize>();
        let body = match (kind, &mut written[..]) {
            (Kind::Add, [first, second]) if computed == 0 && call.args.is_empty() => {
                let (main, shortcut) =
                    if size(first) > size(second) { (first, second) } else { (second, first) };
                Body::Residual { main: std::mem::take(main), shortcut: std::mem::take(shortcut) }
            }
            _ => Body::Join { call, branches: written },
        };
        let label = self.label(*node, label);
        let mut statement = Statement { label: None, body };
        let scoped = statement.lists().into_iter().flatten().any(labelled);
        Some(match label {
            Some(_) if scoped && kind == Kind::CrossAttention => return None,
            // A label would be part of the names in the branches.
            Some(label) if scoped => {
                let identity = Written::new(Kind::Identity);
                vec![statement, Statement { label: Some(label), body: Body::Call(identity) }]
            }
            label => {
                statement.label = label;
                vec![statement]
            }
        })
    }
}

fn count(statement: &Statement) -> usize {
    1 + statement.lists().into_iter().flatten().map(count).sum::<usize>()
}

fn labelled(statement: &Statement) -> bool {
    statement.label.is_some() || statement.lists().into_iter().flatten().any(labelled)
}

/// The most layers that a `Sequential` may have left out in a row.
const MOST_MISSING: usize = 3;

/// Whether the labels of a scope are the indices of a `seq`.
fn is_seq(items: &[Item], statements: &[Statement]) -> bool {
    let mut next = 0;
    items.len() == statements.len()
        && statements.iter().all(|statement| {
            let index = statement.label.as_ref().and_then(|label| label.parse::<usize>().ok());
            let plain = matches!(statement.body, Body::Call(_) | Body::Group { .. });
            match index {
                Some(index) if plain && index >= next && index - next <= MOST_MISSING => {
                    next = index + 1;
                    true
                }
                _ => false,
            }
        })
}

/// The statements of a `seq`: without labels, and with `identity` for what an index is missing of.
fn numbered(statements: Vec<Statement>, is_mentioned: impl Fn(&str) -> bool) -> Vec<Statement> {
    let mut all: Vec<Statement> = Vec::new();
    for statement in statements {
        let index =
            statement.label.as_ref().and_then(|label| label.parse::<usize>().ok()).unwrap_or(0);
        while all.len() < index {
            let identity = Written::new(Kind::Identity);
            all.push(Statement::new(Body::Call(identity)));
        }
        // Braces without a label could be a scope or only a group, and the index of a scope is no name of its value.
        let group = match statement.body {
            Body::Group { seq, .. } => {
                !seq || statement.label.as_deref().is_some_and(&is_mentioned)
            }
            _ => false,
        };
        all.push(Statement { label: statement.label.filter(|_| group), ..statement });
    }
    all
}
