//! The tensors of a layer.

use burn::module::{Param, RunningState};
use burn::tensor::Tensor;

/// A parameter, of the rank it has in PyTorch's `state_dict`, or a running statistic.
#[derive(Clone, Debug)]
pub(crate) enum Stored {
    Rank1(Param<Tensor<1>>),
    Rank2(Param<Tensor<2>>),
    Rank3(Param<Tensor<3>>),
    Rank4(Param<Tensor<4>>),
    Rank5(Param<Tensor<5>>),
    Running(RunningState<Tensor<1>>),
}

/// The tensors of a layer, each under its suffix: `weight`, `bias`, `running_mean`.
#[derive(Clone, Debug, Default)]
pub(crate) struct State(pub(crate) Vec<(&'static str, Stored)>);

impl State {
    fn get(&self, suffix: &str) -> Option<&Stored> {
        self.0.iter().find(|(name, _)| *name == suffix).map(|(_, stored)| stored)
    }

    /// The tensor that every layer with parameters has: the first one.
    pub(crate) fn weight(&self) -> &Stored {
        match self.0.first() {
            Some((_, stored)) => stored,
            None => unreachable!("only layers with parameters ask for them"),
        }
    }

    /// The values of a parameter in one row, if there is one of this name.
    pub(crate) fn row(&self, suffix: &str) -> Option<Tensor<1>> {
        Some(match self.get(suffix)? {
            Stored::Rank1(param) => param.val(),
            Stored::Rank2(param) => param.val().flatten(0, 1),
            Stored::Rank3(param) => param.val().flatten(0, 2),
            Stored::Rank4(param) => param.val().flatten(0, 3),
            Stored::Rank5(param) => param.val().flatten(0, 4),
            Stored::Running(running) => running.value_sync(),
        })
    }

    /// Running mean and variance, of layers that keep them.
    pub(crate) fn running(&self) -> Option<[&RunningState<Tensor<1>>; 2]> {
        match (self.get("running_mean")?, self.get("running_var")?) {
            (Stored::Running(mean), Stored::Running(var)) => Some([mean, var]),
            _ => None,
        }
    }
}
