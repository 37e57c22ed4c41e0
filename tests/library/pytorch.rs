//! The algebra against PyTorch, straight through cnn-core.

use cnn::Shape;
use cnn_core::{Args, Arrivals, Inputs, Resolved};

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

/// What the algebra makes of a layer behind these values; `None` where its arguments are none, as a negative size.
fn resolve(layer: &Layer, values: &[Shape]) -> Option<Resolved> {
    let others = cnn_reference::arguments(layer.kind, &layer.args)?;
    let args = Args { sizes: &[], others: &others };
    let inputs = layer.takes.as_deref().map_or(Inputs::Previous, Inputs::Values);
    Some(cnn_core::resolve(layer.kind, &args, &Arrivals::new(values.len(), inputs, values)))
}

/// The names and shapes of a layer's tensors, as the script records them.
fn tensors(layer: &Resolved) -> Vec<(String, Vec<usize>)> {
    let tensors = (0..).map_while(|index| layer.op.tensor(index, &layer.input));
    tensors.map(|tensor| (tensor.suffix.to_owned(), tensor.shape.dims().to_vec())).collect()
}

/// At what a chain differs from PyTorch.
fn differs(chain: &Chain) -> Option<String> {
    let mut values = vec![Shape::new(&chain.input)];
    if cnn_core::input_error(&values[0]).is_some() {
        return chain.why.is_none().then(|| format!("the input {:?} is an error", chain.input));
    }
    for (index, layer) in chain.layers.iter().enumerate() {
        let resolved = resolve(layer, &values).filter(|resolved| resolved.errors.is_empty());
        let answer = chain.answers.get(index);
        let source = layer.source(index, &|size| size.to_string());
        let source = format!("{source} after {values:?}");
        match (resolved, answer) {
            (None, None) => return None,
            (None, Some(_)) => return Some(format!("{source} is an error")),
            (Some(_), None) => return Some(format!("{source} is none: {:?}", chain.why)),
            (Some(ours), Some(theirs)) => {
                let (costs, stored) = ((ours.cost.params, ours.cost.macs), tensors(&ours));
                if ours.output != Shape::new(&theirs.output)
                    || theirs.costs.is_some_and(|theirs| theirs != costs)
                    || theirs.tensors.as_ref().is_some_and(|theirs| *theirs != stored)
                {
                    return Some(format!(
                        "{source} is {ours:?} with {stored:?}, and not {theirs:?}"
                    ));
                }
                values.push(Shape::new(&theirs.output));
            }
        }
    }
    None
}
