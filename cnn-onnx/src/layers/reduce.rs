//! Many values made one.

use cnn_core::layers::{Reduce, Reduction};

use super::Unary;
use crate::write::{Site, Value};

impl Unary for Reduce {
    fn write(&self, x: &Value, site: &mut Site<'_>) -> Value {
        let axes: Vec<i64> = self.dims.dims().iter().map(|dim| *dim as i64 + 1).collect();
        match self.how {
            Reduction::Mean => site.reduce("ReduceMean", x, &axes, self.keepdim),
            Reduction::Sum => site.reduce("ReduceSum", x, &axes, self.keepdim),
            Reduction::Max => site.reduce("ReduceMax", x, &axes, self.keepdim),
            Reduction::Min => site.reduce("ReduceMin", x, &axes, self.keepdim),
            Reduction::Var { correction } => {
                let mean = site.reduce("ReduceMean", x, &axes, true);
                let centred = site.op("Sub", &[x, &mean], []);
                let squares = site.op("Mul", &[&centred, &centred], []);
                let sum = site.reduce("ReduceSum", &squares, &axes, self.keepdim);
                let count: usize =
                    self.dims.dims().iter().map(|dim| site.input.size(*dim)).product();
                site.with("Div", &sum, count.saturating_sub(correction) as f64)
            }
            Reduction::Norm { p } => norm(x, p, &axes, self.keepdim, site),
        }
    }
}

/// `(Σ |x|ᵖ)^(1/p)`
pub(super) fn norm(x: &Value, p: f64, axes: &[i64], keep: bool, site: &mut Site<'_>) -> Value {
    if p == 1.0 || p == 2.0 {
        return site.reduce(if p == 1.0 { "ReduceL1" } else { "ReduceL2" }, x, axes, keep);
    }
    let sizes = site.op("Abs", &[x], []);
    let powers = site.with("Pow", &sizes, p);
    let sum = site.reduce("ReduceSum", &powers, axes, keep);
    site.with("Pow", &sum, 1.0 / p)
}
