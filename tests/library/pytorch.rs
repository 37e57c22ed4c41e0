//! The algebra against PyTorch, straight through cnn-core.

use cnn::Shape;
use cnn_core::{Args, Arrivals, Resolved};

use crate::oracle::{Chain, Layer, chains};
use crate::probes::probes;

#[test]
fn every_chain_agrees_with_pytorch() {
    let wrong: Vec<String> = chains()
        .iter()
        .enumerate()
        .filter_map(|(number, chain)| Some(format!("chain {number}: {}", differs(chain)?)))
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_probe_agrees_with_pytorch() {
    let wrong: Vec<String> = probes()
        .iter()
        .filter_map(|probe| Some(format!("{}: {}", probe.label, differs(&probe.chain)?)))
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// What the algebra makes of a layer; `None` where its arguments are none, as a negative size.
fn resolve(layer: &Layer, input: &[usize]) -> Option<Resolved> {
    let others = cnn_reference::arguments(layer.kind, &layer.args)?;
    let args = Args { sizes: &[], others: &others };
    Some(cnn_core::resolve(layer.kind, &args, &Arrivals::one(Shape::new(input))))
}

/// At what a chain differs from PyTorch.
fn differs(chain: &Chain) -> Option<String> {
    let mut arriving = chain.input.clone();
    if cnn_core::input_error(&Shape::new(&arriving)).is_some() {
        return chain.why.is_none().then(|| format!("the input {arriving:?} is an error"));
    }
    for (index, layer) in chain.layers.iter().enumerate() {
        let resolved = resolve(layer, &arriving).filter(|resolved| resolved.errors.is_empty());
        let answer = chain.answers.get(index);
        let source = layer.source(&|size| size.to_string());
        match (resolved, answer) {
            (None, None) => return None,
            (None, Some(_)) => return Some(format!("{source} on {arriving:?} is an error")),
            (Some(_), None) => {
                return Some(format!("{source} on {arriving:?} is none: {:?}", chain.why));
            }
            (Some(ours), Some(theirs)) => {
                let costs =
                    theirs.costs.is_none_or(|costs| costs == (ours.cost.params, ours.cost.macs));
                if ours.output != Shape::new(&theirs.output) || !costs {
                    return Some(format!("{source} on {arriving:?} is {ours:?}"));
                }
                arriving.clone_from(&theirs.output);
            }
        }
    }
    None
}
