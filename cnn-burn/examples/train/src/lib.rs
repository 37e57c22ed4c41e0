//! Trains a network of `cnn-zoo` on a folder of images, with burn's own training library: its `Learner`, metrics,
//! checkpoints, schedules and strategies for several devices. Of `cnn`, there is only the network: [`Classifier`]
//! is all that `burn-train` has to know of it.
//!
//! The README shows how to use it. To train networks of your own, copy the folder and add them to `networks`.

mod arguments;
mod checkpoints;
mod classifier;
mod curves;
mod data;
mod devices;
mod loader;
mod networks;
mod patience;
mod pictures;
mod progress;
mod training;
mod weights;

pub use arguments::{Arguments, Augment, Schedule, Settings, Strategy};
pub use classifier::{Batch, Classifier};
pub use training::run;

/// The most lines of a list that are shown.
const SHOWN: usize = 8;

/// The first of some things, a line each, and how many more there are.
fn listed<T: std::fmt::Display>(things: &[T]) -> String {
    let lines = things.iter().take(SHOWN).map(|thing| format!("\n  {thing}"));
    let more = things.len().saturating_sub(SHOWN);
    let rest = (more > 0).then(|| format!("\n  and {more} more"));
    lines.chain(rest).collect()
}

/// An error is a sentence for whoever has started the program.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;
