//! The operations of a module, one after the other.

use std::collections::{HashMap, HashSet};

use crate::form::Value;
use crate::pt2::names::{inputs, outputs};
use crate::pt2::operands::{Operand, Operands};
use crate::pt2::operations::{in_any_place, is_folded, short};
use crate::pt2::read::Reader;
use crate::pt2::schema::{Node, Size};

/// What arranges values, and computes none. The class says how, and the shapes say whether it was so.
const ARRANGING: [&str; 18] = [
    "view",
    "reshape",
    "_unsafe_view",
    "flatten",
    "unflatten",
    "permute",
    "transpose",
    "movedim",
    "squeeze",
    "unsqueeze",
    "select",
    "slice",
    "chunk",
    "split",
    "split_with_sizes",
    "unbind",
    "expand_as",
    "reshape_as",
];

type Result<T> = std::result::Result<T, String>;

/// The operations of a module, of which those that compute something are taken one after the other.
pub struct Steps<'a> {
    reader: &'a Reader,
    path: &'a str,
    /// All operations of the module.
    all: &'a [Node],
    /// Those that its output depends on and that compute something.
    nodes: Vec<&'a Node>,
    /// The node that makes a tensor, for all of the module.
    makers: HashMap<String, &'a Node>,
    output: &'a str,
    next: usize,
}

impl<'a> Steps<'a> {
    pub fn new(reader: &'a Reader, path: &'a str, nodes: &'a [Node], output: &'a str) -> Steps<'a> {
        let makers: HashMap<String, &Node> = nodes
            .iter()
            .flat_map(|node| outputs(node).into_iter().map(move |name| (name, node)))
            .collect();
        let (mut needed, mut open) = (HashSet::new(), vec![output.to_owned()]);
        while let Some(name) = open.pop() {
            if let Some(node) = makers.get(&name)
                && needed.insert(std::ptr::from_ref(*node))
            {
                open.extend(inputs(node));
            }
        }
        // A tensor that is changed in place is an output of what changes it, which nothing else may take.
        let is_needed = |node: &&Node| {
            needed.contains(&std::ptr::from_ref(*node)) || short(&node.target).ends_with('_')
        };
        let needed = nodes.iter().filter(is_needed);
        let computing = needed.filter(|node| !arranges(&Operands { node, reader })).collect();
        Steps { reader, path, all: nodes, nodes: computing, makers, output, next: 0 }
    }

    /// The next operation.
    pub fn peek(&self) -> &'a str {
        self.nodes.get(self.next).map_or("its end", |node| in_any_place(short(&node.target)))
    }

    /// Takes the next operation, which must be this one.
    pub fn take(&mut self, name: &str) -> Result<Operands<'a>> {
        match self.nodes.get(self.next) {
            Some(node) if self.peek() == name => {
                self.next += 1;
                Ok(Operands { node, reader: self.reader })
            }
            _ => Err(format!(
                "its operations are not those of its class: `{}` instead of `{name}`",
                self.peek()
            )),
        }
    }

    /// Takes the next operation if it is this one.
    pub fn take_if(&mut self, name: &str) -> Option<Operands<'a>> {
        if self.peek() == name { self.take(name).ok() } else { None }
    }

    /// Takes operations, of which only their names matter.
    pub fn take_all(&mut self, names: &[&str]) -> Result<()> {
        names.iter().try_for_each(|name| self.take(name).map(|_| ()))
    }

    /// Takes a linear layer, whose tensors have these names.
    pub fn linear(&mut self, weight: &str, bias: &str) -> Result<Operands<'a>> {
        let linear = self.take("linear")?;
        self.check_tensor(&linear, "weight", weight)?;
        if linear.has("bias") {
            self.check_tensor(&linear, "bias", bias)?;
        }
        Ok(linear)
    }

    /// Takes a softmax along the last axis.
    pub fn softmax(&mut self) -> Result<Operands<'a>> {
        let softmax = self.take("softmax")?;
        match softmax.int("dim", 0)? {
            -1 => Ok(softmax),
            dim => Err(format!("its softmax is along axis {dim}")),
        }
    }

    /// Checks that an argument is a tensor of the module with this name.
    pub fn check_tensor(&self, operands: &Operands<'_>, argument: &str, name: &str) -> Result<()> {
        let whole = format!("{}.{name}", self.path);
        match self.root(operands, argument)? {
            Operand::Tensor { name, .. } if name == whole => Ok(()),
            _ => {
                Err(format!("`{argument}` of `{}` is not `{whole}`", short(&operands.node.target)))
            }
        }
    }

    /// The value of the network that an argument is, however it is arranged.
    pub fn value(&self, operands: &Operands<'_>, argument: &str) -> Result<Value> {
        match self.root(operands, argument)? {
            Operand::Value(value) => Ok(value),
            _ => Err(format!("`{argument}` is no value of the network")),
        }
    }

    /// What an argument is before it is arranged; lost if it is computed in the module.
    fn root(&self, operands: &Operands<'_>, argument: &str) -> Result<Operand> {
        let name = operands.tensor_name(argument);
        let name = name.ok_or_else(|| format!("the argument `{argument}` is missing"))?;
        Ok(self.reader.operand(&self.origin(name)))
    }

    /// The name of a tensor before it is arranged.
    fn origin(&self, name: &str) -> String {
        let mut name = name.to_owned();
        // A file that is damaged may have a circle.
        for _ in 0..self.makers.len() {
            let Some(node) = self.makers.get(&name) else { break };
            if !arranges(&Operands { node, reader: self.reader }) {
                break;
            }
            let Some(from) = inputs(node).into_iter().next() else { break };
            name = from;
        }
        name
    }

    /// The size of an axis of the first tensor that an operation makes; negative axes count from the end.
    pub fn size(&self, operands: &Operands<'_>, axis: isize) -> Result<usize> {
        let name = outputs(operands.node).into_iter().next().unwrap_or_default();
        self.size_of(&name, axis)
    }

    /// The size of an axis of a tensor.
    pub fn size_of(&self, name: &str, axis: isize) -> Result<usize> {
        let sizes = self.reader.sizes(name);
        let count = isize::try_from(sizes.len()).unwrap_or(0);
        let axis = usize::try_from(if axis < 0 { axis + count } else { axis });
        match axis.ok().and_then(|axis| sizes.get(axis)) {
            Some(Size::Known(size)) => {
                usize::try_from(*size).map_err(|_| format!("`{name}` has a negative size"))
            }
            _ => Err(format!("a size of `{name}` is not in the file")),
        }
    }

    /// The number of axes of a tensor.
    pub fn rank_of(&self, name: &str) -> usize {
        self.reader.sizes(name).len()
    }

    /// The shape of a tensor of the module.
    pub fn stored(&self, name: &str) -> Vec<usize> {
        self.reader.stored(&format!("{}.{name}", self.path)).to_vec()
    }

    /// The size of an axis of the output.
    pub fn output_size(&self, axis: isize) -> Result<usize> {
        self.size_of(self.output, axis)
    }

    /// The first of the module's tensors that has so many axes.
    pub fn first_of_rank(&self, rank: usize) -> Option<String> {
        self.all.iter().flat_map(outputs).find(|name| self.reader.sizes(name).len() == rank)
    }

    /// Checks that nothing is left, and that the output is what the last operation computes.
    pub fn end(&self) -> Result<()> {
        let last = self.nodes.last().map(|node| outputs(node)).unwrap_or_default();
        if self.next < self.nodes.len() {
            return Err(format!("it has an operation more than its class, `{}`", self.peek()));
        }
        match last.contains(&self.origin(self.output)) {
            true => Ok(()),
            false => Err("its output is not that of its last operation".to_owned()),
        }
    }
}

/// Whether an operation only arranges values.
fn arranges(operands: &Operands<'_>) -> bool {
    let name = in_any_place(short(&operands.node.target));
    let no_padding = || {
        let padding = operands.ints("pad").ok().flatten().unwrap_or_default();
        name == "pad" && !padding.is_empty() && padding.iter().all(|size| *size == 0)
    };
    ARRANGING.contains(&name) || is_folded(name) || no_padding()
}
