//! The parts of PyTorch's JSON that are read. It has more, and newer versions add to it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;

pub use crate::size::Size;

#[derive(Deserialize)]
pub struct Program {
    pub graph_module: GraphModule,
    pub schema_version: Version,
}

#[derive(Deserialize)]
pub struct Version {
    pub major: u64,
    pub minor: u64,
}

#[derive(Deserialize)]
pub struct GraphModule {
    pub graph: Graph,
    pub signature: Signature,
    #[serde(default)]
    pub module_call_graph: Vec<Json>,
}

#[derive(Deserialize)]
pub struct Graph {
    pub nodes: Vec<Node>,
    #[serde(default)]
    pub outputs: Vec<Argument>,
    pub tensor_values: BTreeMap<String, TensorMeta>,
}

#[derive(Deserialize)]
pub struct Node {
    pub target: String,
    pub inputs: Vec<NamedArgument>,
    pub outputs: Vec<Argument>,
    #[serde(default)]
    pub metadata: BTreeMap<String, Json>,
    #[serde(default)]
    pub name: Option<String>,
}

#[derive(Deserialize)]
pub struct NamedArgument {
    #[serde(default)]
    pub name: String,
    pub arg: Argument,
}

/// A union of which one field is there, such as `{"as_tensor": {"name": "x"}}`.
pub type Argument = Json;

#[derive(Deserialize)]
pub struct TensorMeta {
    pub sizes: Vec<Json>,
}

#[derive(Deserialize)]
pub struct Signature {
    pub input_specs: Vec<Json>,
    pub output_specs: Vec<Json>,
}

/// What the archive says about its weights.
#[derive(Deserialize)]
pub struct Weights {
    pub config: BTreeMap<String, Weight>,
}

#[derive(Deserialize)]
pub struct Weight {
    pub path_name: String,
    #[serde(default)]
    pub use_pickle: bool,
    pub tensor_meta: Stored,
}

#[derive(Deserialize)]
pub struct Stored {
    pub dtype: u64,
    pub sizes: Vec<Json>,
    #[serde(default)]
    pub strides: Vec<Json>,
    #[serde(default)]
    pub storage_offset: Json,
}

/// The only field of a union, and its value.
pub fn field(union: &Json) -> Option<(&str, &Json)> {
    let mut fields = union.as_object()?.iter();
    let (name, value) = fields.next()?;
    fields.next().is_none().then_some((name.as_str(), value))
}

/// The name of a tensor or of a symbolic size.
pub fn name(value: &Json) -> Option<&str> {
    value.get("name").or_else(|| value.get("as_name"))?.as_str()
}

/// A size: a number, or what a symbol stands for.
pub fn size(value: &Json) -> Option<Size> {
    match field(value)? {
        ("as_int", value) => Some(Size::Known(value.as_i64()?)),
        ("as_expr", value) => Some(Size::symbolic(value.get("expr_str")?.as_str()?)),
        _ => None,
    }
}

impl Size {
    /// Reads `Symbol('s77', …)` and `Mul(Integer(64), Symbol('s77', …))`.
    fn symbolic(text: &str) -> Size {
        let factor = match text.strip_prefix("Mul(Integer(") {
            Some(rest) => match rest.split_once("), ") {
                Some((factor, rest)) => factor.parse().ok().zip(rest.strip_suffix(')')),
                None => None,
            },
            None => Some((1, text)),
        };
        match factor {
            Some((factor, symbol))
                if symbol.starts_with("Symbol('") && !symbol[8..].contains("Symbol(") =>
            {
                Size::Batch(factor)
            }
            _ => Size::Other,
        }
    }
}
