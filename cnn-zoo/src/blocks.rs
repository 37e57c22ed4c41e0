//! Blocks that several families share. Networks of other crates can use them, too:
//!
//! ```
//! cnn::cnn! {
//!     use cnn_zoo::blocks::{divisible, squeeze_excite};
//!
//!     struct Net: [3, 32, 32] -> [10] <
//!         conv(3, 64, 3, padding = 1); relu;
//!         squeeze_excite(64, divisible(64.0 / 4.0), relu, sigmoid);
//!         adaptive_avgpool(1); fc(64, 10);
//!     >
//! }
//!
//! let squeezed = Net::SUMMARY.row("squeeze_excite1.fc1").unwrap();
//! assert_eq!(squeezed.output.dims(), [16, 1, 1]);
//! ```

use cnn::cnn;

cnn! {
    /// The nearest multiple of 8 that is not more than 10 % smaller.
    pub const fn divisible(channels: f64) -> usize {
        let nearest = (channels + 4.0) as usize / 8 * 8;
        let nearest = if nearest < 8 { 8 } else { nearest };
        if (nearest as f64) < 0.9 * channels { nearest + 8 } else { nearest }
    }

    /// Multiplies each channel by a factor that two layers compute from the means of all channels, with `act` between them
    /// and `scale` after them. From [Squeeze-and-Excitation
    /// Networks][paper] by Hu, Shen, Albanie, Sun and Wu.
    ///
    /// [paper]: https://arxiv.org/abs/1709.01507
    pub block squeeze_excite(channels, squeeze, act, scale) {
        mul {
            identity;
            {
                avgpool: adaptive_avgpool(1);
                fc1: conv(channels, squeeze, 1);
                activation: act;
                fc2: conv(squeeze, channels, 1);
                scale_activation: scale;
            }
        }
    }
}
