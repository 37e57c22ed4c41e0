//! The layout of torchsummary.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::layers::Kind;
use crate::network::{Row, Summary};
use crate::shape::Shape;
use crate::shape::notation::Grouped;

/// A summary in the layout of [torchsummary](https://pypi.org/project/torchsummary/), to the byte.
///
/// Its conventions: a size of −1 is the batch; the *forward/backward pass size* is twice the
/// values of the listed outputs, at a batch of 1; a value has 4 bytes, a MB 2²⁰ of them.
///
/// An `fc` after a convolution is two modules in PyTorch, so there are two rows, one of kind `Flatten` and one of kind
/// `Fc`. Joins without parameters are operators and not modules in PyTorch, so they are not listed.
#[derive(Clone, Debug)]
pub struct Torchsummary {
    summary: Summary,
    rows: Vec<Row>,
}

impl Torchsummary {
    pub(super) fn new(summary: Summary) -> Torchsummary {
        let modules = summary.leaves().filter(|row| !row.kind.is_join() || row.params > 0);
        let rows = modules.flat_map(|row| [row.flattening(), Some(row.flattened())]);
        Torchsummary { summary, rows: rows.flatten().collect() }
    }

    /// Lists only layers of these kinds.
    ///
    /// torchsummary only sees registered modules: calls of functions such as `F.relu` are not listed. The totals remain
    /// those of the network, but the forward/backward pass size is that of the listed outputs, as in torchsummary.
    pub fn only(mut self, kinds: &[Kind]) -> Torchsummary {
        self.rows.retain(|row| kinds.contains(&row.kind));
        self
    }
}

impl Row {
    /// The shape that an `fc` sees, if it has to flatten what arrives.
    fn flat(&self) -> Option<Shape> {
        let features = usize::try_from(self.input.checked_elements()?).ok()?;
        (self.kind == Kind::Fc && self.input.rank() > 1).then(|| Shape::new(&[features]))
    }

    /// The flattening in an `fc`, as a row of its own.
    fn flattening(&self) -> Option<Row> {
        let Row { name, input, .. } = *self;
        let output = self.flat()?;
        let activations = output.size(0) as u64;
        let (kind, class) = (Kind::Flatten, "Flatten");
        Some(Row { name, kind, class, input, output, activations, ..Row::BLANK })
    }

    /// The row after its flattening, if there is one.
    fn flattened(&self) -> Row {
        Row { input: self.flat().unwrap_or(self.input), ..*self }
    }
}

impl fmt::Display for Torchsummary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let thin = "-".repeat(64);
        let thick = "=".repeat(64);
        writeln!(f, "{thin}")?;
        writeln!(f, "{:>20}  {:>25} {:>15}", "Layer (type)", "Output Shape", "Param #")?;
        writeln!(f, "{thick}")?;
        for (i, row) in self.rows.iter().enumerate() {
            let layer = format!("{}-{}", row.class, i + 1);
            let params = Grouped(row.params);
            writeln!(f, "{layer:>20}  {:>25} {params:>15}", batched(row.output.dims()))?;
        }
        writeln!(f, "{thick}")?;
        let Summary { input, params, trainable_params, .. } = self.summary;
        writeln!(f, "Total params: {}", Grouped(params))?;
        writeln!(f, "Trainable params: {}", Grouped(trainable_params))?;
        writeln!(f, "Non-trainable params: {}", Grouped(params - trainable_params))?;
        writeln!(f, "{thin}")?;
        let outputs: u128 = self.rows.iter().map(|row| u128::from(row.activations)).sum();
        let input = megabytes(input.elements().into());
        let outputs = megabytes(2 * outputs);
        let params = megabytes(params.into());
        writeln!(f, "Input size (MB): {input:.2}")?;
        writeln!(f, "Forward/backward pass size (MB): {outputs:.2}")?;
        writeln!(f, "Params size (MB): {params:.2}")?;
        writeln!(f, "Estimated Total Size (MB): {:.2}", params + outputs + input)?;
        write!(f, "{thin}")
    }
}

/// `[-1, 20, 24, 24]`
fn batched(dims: &[usize]) -> String {
    let mut text = String::from("[-1");
    for size in dims {
        text.push_str(&format!(", {size}"));
    }
    text.push(']');
    text
}

fn megabytes(values: u128) -> f64 {
    values as f64 * 4.0 / (1024.0 * 1024.0)
}
