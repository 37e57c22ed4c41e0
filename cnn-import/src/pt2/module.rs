//! The modules that a node is in.

use serde_json::Value as Json;

use super::schema::Node;

/// The modules around a node.
#[derive(Clone, Debug, Default)]
pub struct Modules {
    /// The path of the innermost one, with its class: `layer1.0`, `torchvision.models.resnet.BasicBlock`. The first
    /// one is the network.
    pub stack: Vec<(String, String)>,
}

impl Modules {
    /// Reads `key,path,class;key,path,class`.
    pub fn of(node: &Node) -> Modules {
        let text = node.metadata.get("nn_module_stack").and_then(Json::as_str).unwrap_or_default();
        let stack = text.split(';').filter_map(|entry| {
            let mut parts = entry.rsplitn(3, ',');
            let (class, path) = (parts.next()?, parts.next()?);
            parts.next()?;
            // A module that is called again has a number behind its name.
            let path = path.split('@').next()?;
            Some((path.to_owned(), class.to_owned()))
        });
        Modules { stack: stack.collect() }
    }

    /// The path of the innermost module.
    pub fn path(&self) -> &str {
        self.stack.last().map_or("", |(path, _)| path)
    }
}

/// The name of a class without its module.
pub fn short(class: &str) -> &str {
    class.rsplit('.').next().unwrap_or(class)
}
