//! What a node costs by itself, without the rows of a summary.

use super::Node;
use crate::facts::Ends;
use crate::resolve::counts;

impl Node {
    /// The parameters and the multiply-accumulates; what cannot be counted has been an error.
    pub(crate) fn params_and_macs(&self) -> (u64, u64) {
        let ends = Ends { input: &self.input, inputs: self.inputs.len(), output: &self.output };
        let [(params, _), _, (macs, _), ..] = counts(&self.op, &ends);
        (params.exact().unwrap_or(u64::MAX), macs.exact().unwrap_or(u64::MAX))
    }
}
