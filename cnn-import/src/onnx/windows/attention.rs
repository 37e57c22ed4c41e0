//! An attention, as its operations say it.

use crate::form::positions::Positions;
use crate::onnx::constant::Constant;

/// What an attention does with a number of samples.
#[derive(Debug, Default)]
pub struct Attention {
    /// The input of the first linear layer, whose rows are the tokens of one window after the other, as positions in the
    /// input of all.
    pub windows: Option<Positions>,
    pub first: Linear,
    /// Queries, keys and values, as positions in the output of the first linear layer.
    pub vectors: Vec<Positions>,
    /// Whether queries and keys are brought to a length of 1.
    pub unit: bool,
    /// By what they are multiplied.
    pub factor: f64,
    /// What the softmax takes if all products of queries and keys are 0, and if all are 1.
    pub scores: Option<[Constant; 2]>,
    /// The constants that scores are multiplied by, and those that are added to them.
    pub factors: Vec<String>,
    pub biases: Vec<String>,
    /// The input of the last linear layer, as positions in the sums of values.
    pub mixed: Option<Positions>,
    pub last: Linear,
    /// The result, as positions in the output of the last linear layer.
    pub result: Option<Positions>,
    /// The probabilities with which weights, and values of the result, are dropped in training.
    pub dropouts: [f64; 2],
}

/// A linear layer, with the names that its tensors have in the file.
#[derive(Debug, Default)]
pub struct Linear {
    /// `[outputs, inputs]`.
    pub weight: Option<(String, Constant)>,
    pub bias: Option<(String, Constant)>,
}
