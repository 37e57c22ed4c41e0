//! Floating-point operations.

use super::{Cost, Row, Summary};

impl Cost {
    /// The floating-point operations of the multiply-accumulates, two for each: `2 × macs`, as in papers that count
    /// multiplications and additions. Element-wise operations, `ops`, are not among them.
    ///
    /// Many tools and papers call the MACs themselves FLOPs: `2 × 1.81 G` for ResNet-18 is the `1.8 GFLOPs` of
    /// its paper.
    pub const fn flops(&self) -> u64 {
        self.macs.saturating_mul(2)
    }
}

impl Summary {
    /// The floating-point operations for one sample, two for each MAC. See [`Cost::flops`] for what is counted.
    ///
    /// ```
    /// # fn show(summary: &cnn_core::Summary) {
    /// println!("{:.2} GFLOPs", summary.flops() as f64 / 1e9);
    /// # }
    /// ```
    #[doc(alias = "GFLOPs")]
    pub const fn flops(&self) -> u64 {
        self.cost().flops()
    }
}

impl Row {
    /// The floating-point operations for one sample, two for each MAC. See [`Cost::flops`] for what is counted.
    pub const fn flops(&self) -> u64 {
        self.cost().flops()
    }
}
