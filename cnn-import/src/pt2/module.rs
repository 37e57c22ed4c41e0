//! The modules that a node is in.

use serde_json::Value as Json;

use super::schema::Node;

/// The modules around a node.
#[derive(Clone, Debug, Default)]
pub struct Modules {
    /// From the network to the innermost one.
    pub stack: Vec<Module>,
}

/// A module that is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    /// Its path: `layer1.0`.
    pub path: String,
    /// Its class: `torchvision.models.resnet.BasicBlock`.
    pub class: String,
    /// What tells one call of it from another one.
    pub call: String,
}

impl Modules {
    /// Reads `key,path,class;key,path,class`.
    pub fn of(node: &Node) -> Modules {
        let text = node.metadata.get("nn_module_stack").and_then(Json::as_str).unwrap_or_default();
        let stack = text.split(';').filter_map(|entry| {
            let mut parts = entry.rsplitn(3, ',');
            let (class, path, key) = (parts.next()?, parts.next()?, parts.next()?);
            // If it is called again, the key or the path has a number behind it.
            let (path, call) = (path.split('@').next()?.to_owned(), key.to_owned());
            Some(Module { path, class: class.to_owned(), call })
        });
        Modules { stack: stack.collect() }
    }

    /// The call of the innermost module.
    pub fn call(&self) -> &str {
        self.stack.last().map_or("", |module| &module.call)
    }

    /// The path of the innermost module.
    pub fn path(&self) -> &str {
        self.stack.last().map_or("", |module| &module.path)
    }
}

/// The name of a class without its module.
pub fn short(class: &str) -> &str {
    class.rsplit('.').next().unwrap_or(class)
}
