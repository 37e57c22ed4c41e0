//! What becomes of the layers of a network, in formulas: sizes that only const evaluation knows as
//! they were written, and what is computed from them.
//!
//! There is no symbolic algebra here. The one algebra, cnn-core's, runs a few times with sample
//! values for what is unknown; a size that each time equals an expression of the source is shown as
//! that expression.

use std::collections::HashSet;

use cnn_core::{Resolved, Shape};

use crate::call::operand::Operand;
use crate::check::Checked;
use crate::check::sample::Sample;
use crate::docs::fit;
use crate::docs::formula::Formula;
use crate::docs::runs::runs;
use crate::lower::layers::Layers;
use crate::value::scope::Scope;

/// A network with the outcomes of some runs.
pub struct LayerFormulas<'a> {
    layers: &'a Layers<'a>,
    runs: Vec<Vec<Option<Resolved>>>,
    /// Unknown expressions of the source, with their value in each run.
    symbols: Vec<(String, Vec<usize>)>,
}

impl<'a> LayerFormulas<'a> {
    pub fn new(layers: &'a Layers<'a>, checked: &Checked, scope: &Scope) -> LayerFormulas<'a> {
        if checked.outcomes.iter().all(Option::is_some) {
            LayerFormulas { layers, runs: vec![checked.outcomes.clone()], symbols: Vec::new() }
        } else {
            LayerFormulas::sampled(layers, scope)
        }
    }

    fn sampled(layers: &'a Layers<'a>, scope: &Scope) -> LayerFormulas<'a> {
        let (samples, runs): (Vec<_>, Vec<_>) = runs(layers, scope).into_iter().unzip();
        let args = layers.list.iter().flat_map(|layer| layer.call.operands());
        let inputs = layers.inputs.iter().flat_map(|input| input.shape.sizes.iter().flatten());
        let sizes = inputs.chain(args.flat_map(Operand::scalars));
        let mut texts = HashSet::new();
        let mut symbols: Vec<(String, Vec<usize>)> = Vec::new();
        for size in sizes.filter(|size| size.known.is_none()) {
            let text = size.expr.text();
            if !texts.insert(text.clone()) {
                continue;
            }
            let values = samples.iter().map(|sample| sample.size(size));
            let Some(values) = values.collect::<Option<Vec<usize>>>() else { continue };
            symbols.push((text, values));
        }
        for (name, _) in samples.first().map(Sample::elements).unwrap_or_default() {
            let value = |sample: &Sample<'_>| {
                let elements = sample.elements();
                elements.iter().find(|(other, _)| *other == name).map(|(_, value)| *value)
            };
            if let Some(values) = samples.iter().map(value).collect() {
                symbols.push((name, values));
            }
        }
        // Of two expressions that are always equal, the shorter one.
        symbols.sort_by_key(|(text, _)| text.len());
        LayerFormulas { layers, runs, symbols }
    }

    pub fn layers(&self) -> &'a Layers<'a> {
        self.layers
    }

    /// The outcomes of a layer in all runs.
    pub fn outcomes(&self, layer: usize) -> Option<Vec<&Resolved>> {
        if self.runs.is_empty() {
            return None;
        }
        self.runs.iter().map(|run| run[layer].as_ref()).collect()
    }

    /// The sizes of what leaves a layer.
    pub fn output(&self, layer: usize) -> Option<Vec<Option<Formula>>> {
        let outcomes = self.outcomes(layer)?;
        let shapes: Vec<Shape> = outcomes.iter().map(|outcome| outcome.output).collect();
        self.sizes(&shapes)
    }

    /// The parameters of a layer.
    pub fn params(&self, layer: usize) -> Option<Formula> {
        if self.layers.list[layer].again.is_some() {
            // They have been counted where the layer runs first.
            return Some(Formula::default());
        }
        let outcomes = self.outcomes(layer)?;
        let mut params = Formula::default();
        for index in 0.. {
            let tensors = outcomes.iter().map(|outcome| outcome.op.tensor(index, &outcome.input));
            let tensors: Vec<_> = tensors.collect();
            if tensors.iter().all(Option::is_none) {
                break;
            }
            let tensors: Vec<_> = tensors.into_iter().collect::<Option<_>>()?;
            if tensors.iter().all(|tensor| tensor.learned) {
                let shapes: Vec<Shape> = tensors.iter().map(|tensor| tensor.shape).collect();
                params = params.plus(&self.product(&shapes)?)?;
            }
        }
        Some(params)
    }

    /// Whether a layer has weights that another one has counted.
    pub fn is_shared(&self, layer: usize) -> bool {
        let has_weights = |made: &&Resolved| made.op.tensor(0, &made.input).is_some();
        let outcomes = self.outcomes(layer).unwrap_or_default();
        self.layers.list[layer].again.is_some() && outcomes.iter().any(has_weights)
    }

    /// The multiply-accumulates of a layer.
    pub fn macs(&self, layer: usize) -> Option<Formula> {
        let outcomes = self.outcomes(layer)?;
        let factors =
            outcomes.iter().map(|outcome| outcome.op.mac_factors(&outcome.input, &outcome.output));
        let Some(factors) = factors.collect::<Option<Vec<_>>>() else {
            return Some(Formula::number(0));
        };
        let values: Vec<Shape> = factors.iter().map(|[values, _]| *values).collect();
        let each: Vec<Shape> = factors.iter().map(|[_, each]| *each).collect();
        self.product(&values)?.times(&self.product(&each)?)
    }

    fn product(&self, shapes: &[Shape]) -> Option<Formula> {
        let sizes = self.sizes(shapes)?;
        sizes.iter().try_fold(Formula::number(1), |product, size| product.times(size.as_ref()?))
    }

    /// The sizes of a shape that has these values in the runs.
    fn sizes(&self, shapes: &[Shape]) -> Option<Vec<Option<Formula>>> {
        let rank = shapes.first()?.rank();
        if rank == 0 || shapes.iter().any(|shape| shape.rank() != rank) {
            return None;
        }
        let values = |axis| shapes.iter().map(|shape| shape.size(axis)).collect::<Vec<_>>();
        Some((0..rank).map(|axis| self.size(&values(axis))).collect())
    }

    /// A size that has these values in the runs.
    fn size(&self, values: &[usize]) -> Option<Formula> {
        if values.contains(&0) {
            return None;
        }
        fit::size(values, &self.symbols)
    }
}
