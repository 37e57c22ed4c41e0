//! The key figures of a network, in one line.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::network::Summary;
use crate::shape::notation::{Bytes, Dims, Grouped, Short};
use crate::shape::{DType, Shape};

/// The key figures of a network, in one line: `3 × 28 × 28 → 10 · 432,080 parameters (1.65 MiB) · 2.87 M MACs · 90 KiB
/// peak`.
///
/// Memory is counted as `f32`; the peak is that of [activations](Summary::peak_activations). Empty fields are not
/// shown.
///
/// ```
/// # fn show(summary: &cnn_core::Summary) {
/// println!("{}: {}", summary.name, summary.facts());
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Facts {
    /// The shapes of the inputs: `3 × 28 × 28`.
    pub input: String,
    /// The shapes of the outputs: `10`.
    pub output: String,
    /// The number of parameters: `432,080`.
    pub params: String,
    /// Their memory: `1.65 MiB`.
    pub params_bytes: String,
    /// The multiply-accumulates: `2.87 M`.
    pub macs: String,
    /// The memory of the activations that are needed at the same time: `90 KiB`.
    pub peak: String,
}

impl Summary {
    /// The key figures of the network, in one line.
    pub fn facts(&self) -> Facts {
        let bytes = |values: u64| Bytes(values.saturating_mul(DType::F32.bytes())).to_string();
        Facts {
            input: ports(self.inputs.iter().map(|input| (input.name, input.shape))),
            output: ports(self.outputs.iter().map(|output| (output.name, output.shape))),
            params: Grouped(self.params).to_string(),
            params_bytes: if self.params == 0 { String::new() } else { bytes(self.params) },
            macs: Short(self.macs).to_string(),
            peak: bytes(self.peak_activations),
        }
    }
}

/// Inputs or outputs: `10`, or `(coarse: 255 × 13 × 13, fine: 255 × 26 × 26)`.
fn ports(ports: impl Iterator<Item = (&'static str, Shape)>) -> String {
    listed(ports.map(|(name, shape)| (name, Dims(shape).to_string())))
}

/// Inputs or outputs with their names, which the only one may not have.
#[doc(hidden)]
pub fn listed<'a>(ports: impl Iterator<Item = (&'a str, String)>) -> String {
    let ports: Vec<(&str, String)> = ports.collect();
    if let [("", only)] = &ports[..] {
        return only.clone();
    }
    let texts: Vec<String> = ports.iter().map(|(name, shape)| format!("{name}: {shape}")).collect();
    format!("({})", texts.join(", "))
}

impl fmt::Display for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Facts { input, output, params, params_bytes, macs, peak } = self;
        write!(f, "{input} → {output}")?;
        if !params.is_empty() {
            let parameters = if params == "1" { "parameter" } else { "parameters" };
            write!(f, " · {params} {parameters}")?;
        }
        if !params_bytes.is_empty() {
            write!(f, " ({params_bytes})")?;
        }
        if !macs.is_empty() {
            write!(f, " · {macs} MACs")?;
        }
        if !peak.is_empty() {
            write!(f, " · {peak} peak")?;
        }
        Ok(())
    }
}
