//! The names of layers: those of their weights, or of their nodes.

use std::collections::{HashMap, HashSet};

use cnn_onnx::proto::NodeProto;

use crate::source::is_name;

/// The module that a node is in.
#[derive(Clone, Debug, Default)]
pub struct Module {
    /// The names of the modules around it, from the outermost one.
    pub path: Vec<String>,
    /// The classes of these modules and of the network, with their paths, if the file says so, from that of the network on.
    pub classes: Vec<(Vec<String>, String)>,
    /// Whether the path has been made of the node's name.
    pub guessed: bool,
}

impl Module {
    /// The module that a node says it is in. PyTorch's exporters write it in two ways: as metadata, and into the name.
    pub fn of(node: &NodeProto) -> Module {
        let entry = |key: &str| {
            let entry = node.metadata_props.iter().find(|entry| entry.key.as_deref() == Some(key));
            entry.and_then(|entry| entry.value.as_deref()).map(quoted)
        };
        if let Some(mut scopes) = entry("pkg.torch.onnx.name_scopes") {
            // The last one is the operation, and the first one the network.
            scopes.pop();
            let paths: Vec<Vec<String>> = scopes.iter().map(|path| parts(path)).collect();
            let path = paths.last().cloned().unwrap_or_default();
            let classes = entry("pkg.torch.onnx.class_hierarchy").unwrap_or_default();
            let classes = paths.into_iter().zip(classes).take(MOST_DEPTH).collect();
            return Module { path, classes, guessed: false };
        }
        let name = node.name.as_deref().unwrap_or_default();
        Module { path: written(name), classes: Vec::new(), guessed: true }
    }

    /// The class of the innermost module, without its library.
    pub fn class(&self) -> Option<&str> {
        self.classes.last()?.1.rsplit('.').next()
    }

    /// Whether the innermost module is one of PyTorch's layers.
    pub fn is_layer(&self) -> bool {
        self.classes.last().is_some_and(|(_, class)| {
            class.starts_with("torch.nn.modules.") && !class.contains(".container.")
        })
    }

    /// The innermost module that is around this one and another, or both of them.
    pub fn around(&self, other: &Module) -> Module {
        let path = common(&self.path, &other.path);
        let classes = self.classes.iter().filter(|(own, _)| path.starts_with(own));
        Module { classes: classes.cloned().collect(), guessed: self.guessed || other.guessed, path }
    }
}

/// The modules around both of two.
pub fn common(one: &[String], other: &[String]) -> Vec<String> {
    let pairs = one.iter().zip(other).take_while(|(one, other)| one == other);
    pairs.map(|(one, _)| one.clone()).collect()
}

/// The texts in quotes of a list, as Python prints it.
fn quoted(list: &str) -> Vec<String> {
    list.split('\'').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The modules in `/layer1/layer1.0/conv1/Conv`, where each begins with the one around it, as far as that has a number.
fn written(name: &str) -> Vec<String> {
    let mut parts: Vec<&str> = name.split('/').filter(|part| !part.is_empty()).collect();
    parts.pop();
    let mut path: Vec<String> = Vec::new();
    let mut before = "";
    for part in parts.into_iter().take(MOST_DEPTH) {
        let inner = part.strip_prefix(before).and_then(|rest| rest.strip_prefix('.'));
        match inner {
            Some(inner) if !before.is_empty() => path.extend(self::parts(inner)),
            _ => path.extend(self::parts(part)),
        }
        before = part;
    }
    // PyTorch's names begin with `/`, and are also those of the weights; others are not.
    if !name.starts_with('/') {
        path.iter_mut().for_each(|part| *part = mended(part));
    }
    path.truncate(MOST_DEPTH);
    path
}

/// The most modules that are in each other. In a file that somebody has made up, there could be more.
const MOST_DEPTH: usize = 64;

/// The names between dots, as labels.
fn parts(path: &str) -> Vec<String> {
    // `block1-0` is a label in quotes.
    let plain = |char: char| if char == '-' { char } else { mended_char(char) };
    let label = |part: &str| part.chars().map(plain).collect();
    path.split('.').filter(|part| !part.is_empty()).take(MOST_DEPTH).map(label).collect()
}

/// A name without what identifiers do not have.
pub fn mended(name: &str) -> String {
    name.chars().map(mended_char).collect()
}

fn mended_char(char: char) -> char {
    if char.is_ascii_alphanumeric() { char } else { '_' }
}

/// A name that can be written without quotes.
pub fn identifier(name: &str) -> String {
    let mut name = mended(name);
    if !is_name(&name) {
        name = format!("x_{}", name.trim_matches('_'));
    }
    name.trim_end_matches('_').to_owned()
}

/// The layer that a tensor belongs to, by the tensor's name: `layer1.0.conv1` for `layer1.0.conv1.weight`. The layer's own
/// name for the tensor is `suffix`.
pub fn owner(tensor: &str, suffix: &str) -> Option<Vec<String>> {
    let like = |char: char| char.is_ascii_alphanumeric() || "_.-".contains(char);
    if !tensor.chars().all(like) || tensor.split('.').any(str::is_empty) {
        return None;
    }
    if let Some(path) = tensor.strip_suffix(suffix).and_then(|path| path.strip_suffix('.')) {
        return Some(parts(path));
    }
    // Of a layer that is made of others: by another name, the tensor would be that of one of these.
    if suffix.contains('.') {
        return None;
    }
    let (path, tensor) = tensor.rsplit_once('.')?;
    let mut path = parts(path);
    match tensor {
        "weight" | "bias" | "running_mean" | "running_var" => {}
        // A parameter of a block that is the weight of a layer.
        other => {
            let stem = ["_weight", "_bias"].iter().find_map(|end| other.strip_suffix(end));
            path.push(mended(stem.unwrap_or(other)));
        }
    }
    Some(path)
}

/// The name of a parameter that is a value by itself.
pub fn parameter(tensor: &str) -> Option<Vec<String>> {
    let like = |char: char| char.is_ascii_alphanumeric() || "_.".contains(char);
    let named = tensor.chars().all(like) && tensor.chars().any(|char| char.is_ascii_alphabetic());
    let path = parts(tensor);
    // What an exporter has numbered is no name.
    let counted = path.len() == 1
        && tensor.trim_end_matches(|char: char| char.is_ascii_digit()).ends_with('_');
    (named && !counted && !path.is_empty()).then_some(path)
}

/// A label from the name of a node that has no path, unless it says only what the node does.
pub fn label(node: &str, op: &str) -> Option<String> {
    let lower = node.to_ascii_lowercase();
    let made_up =
        lower.starts_with(&op.to_ascii_lowercase()) || lower.starts_with("node") || !is_name(node);
    (!made_up).then(|| node.to_owned())
}

/// The paths that layers have, each of which is there once.
#[derive(Debug, Default)]
pub struct Names {
    taken: HashSet<String>,
    /// The scopes of all paths.
    scopes: HashSet<String>,
    /// The last number behind a path of which there are several.
    numbers: HashMap<String, usize>,
}

impl Names {
    /// Takes a path, or one like it that is free: that of another layer is none, nor one in a layer.
    pub fn take(&mut self, mut path: Vec<String>) -> Vec<String> {
        // A layer is no scope of others.
        while let Some(end) =
            (1..path.len()).find(|end| self.taken.contains(&path[..*end].join(".")))
        {
            let inner = path.remove(end);
            path[end - 1] = format!("{}_{inner}", path[end - 1]);
        }
        if self.is_taken(&path) {
            path = self.numbered(path, 1, "_");
        }
        self.taken.insert(path.join("."));
        for end in 1..path.len() {
            self.scopes.insert(path[..end].join("."));
        }
        path
    }

    /// The path with the next number behind it with which it is free.
    fn numbered(&mut self, mut path: Vec<String>, last: usize, between: &str) -> Vec<String> {
        let stem = path.pop().unwrap_or_default();
        let key = format!("{}.{stem}{between}", path.join("."));
        let mut number = self.numbers.get(&key).copied().unwrap_or(last);
        loop {
            number += 1;
            path.push(format!("{stem}{between}{number}"));
            if !self.is_taken(&path) {
                self.numbers.insert(key, number);
                return path;
            }
            path.pop();
        }
    }

    /// Whether a layer has this path, or is in it.
    pub fn is_taken(&self, path: &[String]) -> bool {
        let full = path.join(".");
        self.taken.contains(&full) || self.scopes.contains(&full)
    }

    /// A path in `scope` with a label like the automatic ones.
    pub fn automatic(&mut self, scope: &[String], keyword: &str) -> Vec<String> {
        let path = self.numbered([scope, &[keyword.to_owned()]].concat(), 0, "");
        self.take(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_in_the_names_of_nodes() {
        assert_eq!(written("/layer1/layer1.0/conv1/Conv").join("."), "layer1.0.conv1");
        assert_eq!(written("/features/features.0/features.0.0/Conv").join("."), "features.0.0");
        assert_eq!(written("/Flatten"), Vec::<String>::new());
        assert_eq!(written("model/conv2d-1/Conv2D").join("."), "model.conv2d_1");
    }

    #[test]
    fn owners_are_in_the_names_of_tensors() {
        let owner = |tensor, suffix| Some(owner(tensor, suffix)?.join("."));
        assert_eq!(owner("layer1.0.conv1.weight", "weight").unwrap(), "layer1.0.conv1");
        assert_eq!(owner("attn.in_proj_weight", "weight").unwrap(), "attn.in_proj");
        assert_eq!(owner("block.attn.qkv.bias", "qkv.bias").unwrap(), "block.attn");
        assert_eq!(owner("block.norm.bias", "qkv.bias"), None);
        assert_eq!(owner("onnx::Conv_193", "weight"), None);
        assert_eq!(owner("val_12", "weight"), None);
    }

    #[test]
    fn a_path_is_taken_once() {
        let mut names = Names::default();
        let path = |text: &str| text.split('.').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(names.take(path("a.b")).join("."), "a.b");
        assert_eq!(names.take(path("a.b")).join("."), "a.b_2");
        assert_eq!(names.take(path("a")).join("."), "a_2");
        assert_eq!(names.take(path("a.b.c")).join("."), "a.b_c");
        assert_eq!(names.automatic(&path("a"), "conv").join("."), "a.conv1");
        assert_eq!(names.automatic(&path("a"), "conv").join("."), "a.conv2");
    }
}
