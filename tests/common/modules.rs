//! The modules of a network in source of PyTorch, as far as `Graph::pytorch` writes it.

use std::collections::BTreeMap;

/// The name and the class of each module and tensor of the last class, in the order in which PyTorch lists them.
pub fn modules(source: &str) -> Vec<(String, String)> {
    let mut classes: BTreeMap<&str, Vec<(String, String)>> = BTreeMap::new();
    let mut last = Vec::new();
    for class in source.split("\nclass ").skip(1) {
        let (name, text) = class.split_once("(nn.Module):\n").unwrap_or((class, ""));
        // Modules that PyTorch lacks have docs; those of a network only the last class has.
        let is_helper = text.trim_start().starts_with("\"\"\"") && !text.contains("per sample.");
        if text.is_empty() || is_helper {
            continue;
        }
        last = members(text, &classes);
        classes.insert(name, last.clone());
    }
    last
}

/// What the `__init__` of a class defines.
fn members(text: &str, classes: &BTreeMap<&str, Vec<(String, String)>>) -> Vec<(String, String)> {
    let (_, text) = text.split_once("super().__init__()\n").unwrap();
    let text = text.split("\n    def ").next().unwrap();
    let mut members = Vec::new();
    for statement in statements(text) {
        let (path, value) = defined(&statement);
        members.extend(tree(&path, value, classes));
    }
    members
}

/// Lines, where brackets hold several together.
fn statements(text: &str) -> Vec<String> {
    let (mut statements, mut statement) = (Vec::new(), String::new());
    for line in text.lines() {
        statement += line.trim();
        if depth(&statement) == 0 && !statement.is_empty() {
            statements.push(std::mem::take(&mut statement));
        }
    }
    statements
}

fn depth(text: &str) -> isize {
    text.chars().map(step).sum()
}

fn step(letter: char) -> isize {
    match letter {
        '(' | '[' => 1,
        ')' | ']' => -1,
        _ => 0,
    }
}

/// The name that a statement defines, and its value.
fn defined(statement: &str) -> (String, &str) {
    let methods = ["add_module(", "register_parameter(", "register_buffer("];
    if let Some(method) = methods.iter().find(|method| statement.contains(**method)) {
        let (of, rest) = statement.split_once(method).unwrap();
        let (name, value) = rest.split_once(", ").unwrap();
        return (name_of(&format!("{of}{name}")), value.strip_suffix(')').unwrap());
    }
    let (target, value) = statement.split_once(" = ").unwrap();
    (name_of(target), value)
}

/// `self.layer1._modules["0"]` as a name with dots.
fn name_of(target: &str) -> String {
    let name = target.strip_prefix("self.").unwrap();
    let name = name.replace("_modules[", "").replace("_parameters[", "").replace("_buffers[", "");
    name.replace(['"', ']'], "")
}

/// The modules of an expression.
fn tree(
    path: &str,
    value: &str,
    classes: &BTreeMap<&str, Vec<(String, String)>>,
) -> Vec<(String, String)> {
    let (class, rest) = value.split_once('(').unwrap();
    let inside = &rest[..rest.len() - 1];
    let all = |items: Vec<(String, String)>| {
        items
            .into_iter()
            .flat_map(|(name, item)| tree(&format!("{path}.{name}"), &item, classes))
            .collect()
    };
    match class {
        "nn.Sequential" if inside.starts_with("OrderedDict([") => {
            let items = inside.strip_prefix("OrderedDict([").unwrap().strip_suffix("])").unwrap();
            let pair = |item: String| {
                let item = item.strip_prefix("(\"").unwrap().strip_suffix(')').unwrap();
                let (name, value) = item.split_once("\", ").unwrap();
                (name.to_owned(), value.to_owned())
            };
            all(split(items).into_iter().map(pair).collect())
        }
        "nn.Sequential" => all(numbered(inside)),
        "nn.ModuleList" => all(numbered(&inside[1..inside.len() - 1])),
        _ => match classes.get(class) {
            Some(members) => members
                .iter()
                .map(|(name, class)| (format!("{path}.{name}"), class.clone()))
                .collect(),
            // A function of a module, such as `weight_norm`.
            None if class.starts_with("nn.utils.") => tree(path, inside, classes),
            None => vec![(path.to_owned(), class.to_owned())],
        },
    }
}

/// The elements of a list, those that are repeated among them.
fn numbered(items: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for item in split(items) {
        match item.strip_prefix("*[").and_then(|item| item.split_once(" for _ in range(")) {
            Some((item, count)) => {
                let count: usize = count.strip_suffix(")]").unwrap().parse().unwrap();
                all.extend(std::iter::repeat_n(item.to_owned(), count));
            }
            None => all.push(item),
        }
    }
    all.into_iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect()
}

/// A list without its brackets, cut at its own commas.
fn split(items: &str) -> Vec<String> {
    let (mut all, mut item, mut inside) = (Vec::new(), String::new(), 0);
    for letter in items.chars() {
        inside += step(letter);
        if letter == ',' && inside == 0 {
            all.push(std::mem::take(&mut item).trim().to_owned());
        } else {
            item.push(letter);
        }
    }
    all.push(item.trim().to_owned());
    all.retain(|item| !item.is_empty());
    all
}

/// Asserts that the modules of the source are the layers of the network, under their names.
pub fn check(graph: &cnn::Graph, source: &str) {
    let modules = modules(source);
    let at = graph.name;
    let mut known = BTreeMap::new();
    layers(graph, "", &mut known);
    for (name, class) in &modules {
        // What flattens the input of `fc` is none of our layers.
        if class == "nn.Flatten" {
            continue;
        }
        let (ours, _) = known.get(name).unwrap_or_else(|| panic!("{at}: no layer {name}"));
        let is_own = class.strip_prefix("nn.").is_none_or(|class| *ours == class);
        assert!(
            is_own || *ours == "CrossAttention" || class == "nn.Parameter",
            "{at}: {name}: {class}"
        );
    }
    let names: Vec<&String> = modules.iter().map(|(name, _)| name).collect();
    let missing =
        known.iter().filter(|(name, (_, has_tensors))| *has_tensors && !names.contains(name));
    let missing: Vec<_> = missing.map(|(name, _)| name).collect();
    assert!(missing.is_empty(), "{at}: {missing:?}");
    let twice = names.iter().find(|name| names.iter().filter(|other| other == name).count() > 1);
    assert_eq!(twice, None, "{at}");
}

/// The layers with modules of their own: their classes, and whether they have tensors.
fn layers(graph: &cnn::Graph, around: &str, all: &mut BTreeMap<String, (&'static str, bool)>) {
    for node in graph.nodes.iter().filter(|node| node.weights_of.is_none()) {
        let name = format!("{around}{}", node.name);
        match node.op.nested() {
            Some(nested) => layers(&nested.graph, &format!("{name}."), all),
            None => {
                let tensors = node.op.tensor(0, &node.input).is_some();
                all.insert(name, (node.op.class(&node.input), tensors));
            }
        }
    }
}
