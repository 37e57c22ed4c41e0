//! Graphs in operations.

use std::collections::HashSet;

use crate::onnx::attributes::Node;
use crate::onnx::model::node;
use crate::onnx::modern::modernize;
use crate::onnx::plan::Unit;
use crate::onnx::site::{Operand, Result, Site};

/// One of two graphs, if shapes decide which one. An exporter writes so where an axis is taken away if its size is 1.
pub fn decided(site: &mut Site<'_>) -> Result<Vec<Operand>> {
    let condition = match site.constant(0) {
        Ok(Some(condition)) => condition.ints().ok(),
        Err(reason) if reason.is_empty() => return Err(reason),
        _ => None,
    };
    let Some(condition) = condition.and_then(|condition| condition.first().copied()) else {
        return Err("what is in the values decides which layers run".to_owned());
    };
    let name = if condition != 0 { "then_branch" } else { "else_branch" };
    site.node.ignore(&["then_branch", "else_branch"]);
    let graph = site.node.graph(name)?.ok_or_else(|| format!("`{name}` is missing"))?;
    if !graph.initializer.is_empty() || !graph.sparse_initializer.is_empty() {
        return Err(format!("`{name}` has tensors of its own"));
    }
    let mut names = HashSet::new();
    for (index, proto) in graph.node.iter().enumerate() {
        let mut inner = node(proto.clone(), index, &mut names);
        if inner.outputs.iter().any(|output| site.reader.is_known(output)) {
            return Err(format!("`{name}` makes what is already there"));
        }
        inner.name = format!("{}.{}", site.node.name, inner.name);
        run(site, inner, index)?;
    }
    let outputs = graph.output.iter().map(|output| {
        let name = output.name.as_deref().unwrap_or_default();
        site.reader.operand(name).ok_or_else(|| format!("`{name}` is missing"))
    });
    outputs.collect()
}

fn run(site: &mut Site<'_>, mut inner: Node, index: usize) -> Result<()> {
    let reader = &mut *site.reader;
    modernize(&mut inner, &mut reader.constants.values)?;
    if !reader.constants.fold(&inner, None)? {
        // No node of the graph outside has this index.
        let unit = Unit { node: usize::MAX - index, ..Unit::of(&inner, index) };
        reader.run(&inner, &unit);
    }
    Ok(())
}
