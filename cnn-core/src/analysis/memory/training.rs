//! An estimate of the memory for training.

use super::{Lives, with_room};
use crate::facts::Keeps;
use crate::network::{Graph, Node, Summary, elements};
use crate::shape::{DType, saturated};

/// An optimizer, by the values that it keeps for each trained parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Optimizer {
    /// Plain gradient descent, which keeps nothing.
    Sgd,
    /// A momentum.
    Momentum,
    /// Two moments; also AdamW.
    Adam,
}

impl Optimizer {
    /// The number of values per parameter.
    pub const fn values(self) -> u64 {
        match self {
            Optimizer::Sgd => 0,
            Optimizer::Momentum => 1,
            Optimizer::Adam => 2,
        }
    }
}

/// The memory for training in bytes, if all values have the same data type.
///
/// This estimates what must be kept at the end of the forward pass and, for parameters, after the backward pass.
/// Engines may keep more. Temporary memory, such as that for the gradients of activations, is not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Training {
    /// Parameters and buffers.
    pub weights: u64,
    /// A gradient for each parameter that is not frozen.
    pub gradients: u64,
    /// The values of the optimizer for these.
    pub optimizer: u64,
    /// The values that the layers keep for the backward pass, for the whole batch.
    pub activations: u64,
}

impl Training {
    /// The total.
    pub const fn total(&self) -> u64 {
        let fixed = self.weights.saturating_add(self.gradients).saturating_add(self.optimizer);
        fixed.saturating_add(self.activations)
    }
}

impl Graph {
    /// The memory for training this network, whose summary is `summary`, on batches of this size. `None` if there are
    /// more than 4,095 nodes, or more bytes than can be addressed.
    ///
    /// * Convolutions, linear layers, norms, pools, `prelu`, `layer_scale`, `glu`, `mul` and most activations keep the
    ///   input; `relu`, `sigmoid`, `tanh` and softmax the output. A value that several layers keep is counted once.
    /// * A max pool also keeps the index of the largest value, 8 bytes per output; dropout keeps a byte per output.
    /// * All others, and a mean of everything, only need shapes. A slice of a value keeps the whole value. The
    ///   statistics of norms are not counted.
    /// * A frozen layer has no gradients for its parameters, but passes gradients on, so it keeps the same values.
    ///
    /// For every network of `cnn-zoo`, this is what PyTorch's autograd keeps, to the byte, except that PyTorch's
    /// dropout keeps 4 bytes per output on a CPU.
    ///
    /// ```
    /// # use cnn_core as cnn;
    /// use cnn::{DType, Graph, Optimizer, Summary};
    ///
    /// fn show(graph: &Graph, summary: &Summary) -> Option<u64> {
    ///     Some(graph.training(summary, DType::F32, 32, Optimizer::Adam)?.total())
    /// }
    /// ```
    #[inline]
    pub const fn training(
        &self,
        summary: &Summary,
        dtype: DType,
        batch: usize,
        optimizer: Optimizer,
    ) -> Option<Training> {
        let bytes = dtype.bytes() as u128;
        let Some(kept) = with_room!(self, M => kept::<M>(self, bytes)) else { return None };
        let gradients = summary.trainable_params as u128 * bytes;
        Some(Training {
            weights: saturated((summary.params as u128 + summary.buffers as u128) * bytes),
            gradients: saturated(gradients),
            optimizer: saturated(gradients * optimizer.values() as u128),
            activations: saturated(kept.saturating_mul(batch as u128)),
        })
    }
}

/// The bytes that are kept for each sample.
const fn kept<const M: usize>(graph: &Graph, bytes: u128) -> Option<u128> {
    let Some(lives) = Lives::<M>::new(graph, DType::I8) else { return None };
    // For each value the one that it is a view of, and whether that is kept.
    let (mut same, mut kept) = ([0; M], [false; M]);
    let (mut sum, mut value) = (0, 0);
    while value < lives.inputs {
        same[value] = value;
        value += 1;
    }
    while value < lives.values() {
        let Node { op, inputs, .. } = lives.layer(value);
        let inputs = inputs.len();
        let Keeps { inputs: keeps_inputs, output, values, own, bytes: fixed, view } = op.keeps();
        same[value] = if view && inputs > 0 { same[lives.arrives(value, 0)] } else { value };
        kept[same[value]] |= output;
        sum += (values * bytes + fixed) * elements(&lives.shape(value as u32));
        sum = own.saturating_mul(bytes).saturating_add(sum);
        let mut i = 0;
        while keeps_inputs && i < inputs {
            kept[same[lives.arrives(value, i)]] = true;
            i += 1;
        }
        value += 1;
    }
    let mut value = 0;
    while value < lives.values() {
        if kept[value] {
            sum += elements(&lives.shape(value as u32)) * bytes;
        }
        value += 1;
    }
    Some(sum)
}
