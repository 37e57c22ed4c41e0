//! Batch norms folded into the layers before them.

use candle_core::{Result, Tensor};
use cnn::ops::ConvTranspose;
use cnn::{Edge, Op, Source};

use crate::layers::norm::Line;
use crate::state::State;
use crate::unit::Unit;
use crate::walk::Walk;

impl Walk {
    /// Folds each batch norm into the layer whose values it takes, if nobody else takes them.
    pub(crate) fn fold(&mut self) -> Result<()> {
        let mut takers = vec![0; self.units.len()];
        for edge in self.graph.nodes.iter().flat_map(|node| node.inputs) {
            if let Source::Node(index) = edge.from {
                takers[index] += 1;
            }
        }
        for index in 0..self.units.len() {
            let (before, rest) = self.units.split_at_mut(index);
            let unit = &mut rest[0];
            if let Some(nested) = &mut unit.nested {
                nested.fold()?;
            }
            if let (Some(line), &[Edge { from: Source::Node(source), .. }]) =
                (unit.line()?, unit.node.inputs)
                && takers[source] == 1
                && before[source].absorb(&line)?
            {
                unit.forget();
            }
        }
        Ok(())
    }
}

impl Unit {
    /// What the layer does to each channel, if it is a batch norm that keeps its statistics.
    fn line(&self) -> Result<Option<Line>> {
        match &self.op {
            Op::BatchNorm(norm) => Line::of(&self.state, norm.eps),
            _ => Ok(None),
        }
    }

    /// Does to its output what a line does to each channel, if that can be done to its weights.
    fn absorb(&mut self, Line { factor, offset }: &Line) -> Result<bool> {
        let factors = match &self.op {
            Op::Conv(_) => factor.clone(),
            // Otherwise its features are not the channels.
            Op::Linear(_) if self.node.output.rank() == 1 => factor.clone(),
            Op::ConvTranspose(conv) => of_inputs(conv, factor)?,
            _ => return Ok(false),
        };
        let weight = self.state.weight();
        let dtype = weight.dtype();
        let mut dims = factors.dims().to_vec();
        dims.resize(weight.rank(), 1);
        let weight = weight.to_dtype(factor.dtype())?.broadcast_mul(&factors.reshape(dims)?)?;
        let bias = match self.state.get("bias") {
            Some(bias) => ((bias.to_dtype(factor.dtype())? * factor)? + offset)?,
            None => offset.clone(),
        };
        let [weight, bias] = [weight.to_dtype(dtype)?, bias.to_dtype(dtype)?];
        self.state = State::new([("weight", weight), ("bias", bias)]);
        self.hidden = true;
        Ok(true)
    }

    /// Leaves to the layer before what it did.
    fn forget(&mut self) {
        self.op = Op::Identity(cnn::ops::Identity);
        self.state = State::default();
    }
}

/// The factors of the output channels that each input channel of a transposed convolution goes to,
/// which are those of its group: `[in, out / groups]`.
fn of_inputs(conv: &ConvTranspose, factor: &Tensor) -> Result<Tensor> {
    let (inputs, outputs) = (conv.in_channels / conv.groups, conv.out_channels / conv.groups);
    let table = factor.reshape((conv.groups, 1, outputs))?;
    table.broadcast_as((conv.groups, inputs, outputs))?.reshape((conv.in_channels, outputs))
}
