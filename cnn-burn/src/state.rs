//! The tensors of a layer.

use burn::module::{Param, RunningState};
use burn::tensor::{Int, Tensor};

use crate::value::same;

/// A parameter, of the rank it has in PyTorch's `state_dict`, or a running statistic.
#[derive(Clone, Debug)]
pub(crate) enum Stored {
    Rank1(Param<Tensor<1>>),
    Rank2(Param<Tensor<2>>),
    Rank3(Param<Tensor<3>>),
    Rank4(Param<Tensor<4>>),
    Rank5(Param<Tensor<5>>),
    Running(RunningState<Tensor<1>>),
    /// Integers in a row.
    Integers(Param<Tensor<1, Int>>),
    /// Integers in a table.
    Table(Param<Tensor<2, Int>>),
}

/// The tensors of a layer, each with its suffix: `weight`, `bias`, `running_mean`.
#[derive(Clone, Debug, Default)]
pub(crate) struct LayerState(pub(crate) Vec<(&'static str, Stored)>);

impl LayerState {
    fn get(&self, suffix: &str) -> Option<&Stored> {
        self.0.iter().find(|(name, _)| *name == suffix).map(|(_, stored)| stored)
    }

    /// The tensor with this suffix, for layers that always have it, and as many sizes.
    pub(crate) fn tensor<const D: usize>(&self, suffix: &str) -> Tensor<D> {
        let tensor = match self.get(suffix) {
            Some(Stored::Rank1(param)) => same(param.val()),
            Some(Stored::Rank2(param)) => same(param.val()),
            Some(Stored::Rank3(param)) => same(param.val()),
            Some(Stored::Rank4(param)) => same(param.val()),
            Some(Stored::Rank5(param)) => same(param.val()),
            _ => None,
        };
        tensor.expect("only layers with this tensor ask for it")
    }

    /// The values of the tensor with this suffix in one row, if the layer has one.
    pub(crate) fn row(&self, suffix: &str) -> Option<Tensor<1>> {
        Some(match self.get(suffix)? {
            Stored::Rank1(param) => param.val(),
            Stored::Rank2(param) => param.val().flatten(0, 1),
            Stored::Rank3(param) => param.val().flatten(0, 2),
            Stored::Rank4(param) => param.val().flatten(0, 3),
            Stored::Rank5(param) => param.val().flatten(0, 4),
            Stored::Running(running) => running.value_sync(),
            Stored::Integers(_) | Stored::Table(_) => return None,
        })
    }

    /// The integers with this suffix in one row, for layers that always have them.
    pub(crate) fn integers(&self, suffix: &str) -> Tensor<1, Int> {
        match self.get(suffix) {
            Some(Stored::Integers(param)) => param.val(),
            Some(Stored::Table(param)) => param.val().flatten(0, 1),
            _ => unreachable!("only layers with these integers ask for them"),
        }
    }

    /// The tensor with this suffix, for layers that always have it.
    pub(crate) fn stored(&self, suffix: &str) -> &Stored {
        self.get(suffix).expect("only layers with this tensor ask for it")
    }

    /// Another tensor with this suffix.
    pub(crate) fn set(&mut self, suffix: &str, new: Stored) {
        if let Some((_, stored)) = self.0.iter_mut().find(|(name, _)| *name == suffix) {
            *stored = new;
        }
    }

    /// The vector with this suffix that training changes, for layers that always have it.
    pub(crate) fn vector(&self, suffix: &str) -> &RunningState<Tensor<1>> {
        match self.stored(suffix) {
            Stored::Running(running) => running,
            _ => unreachable!("only layers with this buffer ask for it"),
        }
    }

    /// The running mean and variance, if the layer keeps them.
    pub(crate) fn running(&self) -> Option<[&RunningState<Tensor<1>>; 2]> {
        match (self.get("running_mean")?, self.get("running_var")?) {
            (Stored::Running(mean), Stored::Running(var)) => Some([mean, var]),
            _ => None,
        }
    }
}
