//! The values that a layer keeps in training.

/// The values that a layer needs again to compute its gradients.
#[derive(Clone, Copy)]
pub(crate) struct Keeps {
    pub(crate) inputs: bool,
    pub(crate) output: bool,
    /// So many values of its own for each value of its output.
    pub(crate) values: u128,
    /// So many values of its own, whatever its output.
    pub(crate) own: u128,
    /// So many bytes for each value of its output.
    pub(crate) bytes: u128,
    /// Whether its output is a view of its input, so that keeping one keeps the other. Of slices and permutations
    /// PyTorch keeps the whole.
    pub(crate) view: bool,
}

impl Keeps {
    pub(crate) const NOTHING: Keeps =
        Keeps { inputs: false, output: false, values: 0, own: 0, bytes: 0, view: false };
    pub(crate) const INPUTS: Keeps = Keeps { inputs: true, ..Keeps::NOTHING };
    pub(crate) const OUTPUT: Keeps = Keeps { output: true, ..Keeps::NOTHING };
    pub(crate) const VIEW: Keeps = Keeps { view: true, ..Keeps::NOTHING };

    /// The input, and a value of its own for each value of the output.
    pub(crate) const INPUTS_AND_VALUES: Keeps = Keeps { values: 1, ..Keeps::INPUTS };
    /// The input and the output.
    pub(crate) const INPUTS_AND_OUTPUT: Keeps = Keeps { output: true, ..Keeps::INPUTS };
    /// A value of its own for each value of the output.
    pub(crate) const VALUES: Keeps = Keeps { values: 1, ..Keeps::NOTHING };

    /// Also so many bytes for each value of the output.
    pub(crate) const fn and_bytes(self, bytes: u128) -> Keeps {
        Keeps { bytes, ..self }
    }
}
