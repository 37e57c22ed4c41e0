//! A network as a layer of another.

use core::fmt;

use crate::error::{At, Problem};
use crate::facts::{Ends, Family, Keeps, Keyword, Reach, ReachOf, Reuse, Work};
use crate::language::Arg;
use crate::language::call::Call;
use crate::language::params::params;
use crate::language::signature::Signature;
use crate::network::Nested;
use crate::shape::{Shape, Tensors};

params! {
    network: Network,
}

pub(crate) static KEYWORD: Keyword = Keyword {
    signature: Signature::new("network", PARAMS).structural(),
    family: Family::Scope,
    reuse: Reuse::Never,
};

/// The network that is called, or an empty one if it is not known.
pub(crate) const fn read(call: &mut Call<'_>) -> &'static Nested {
    let Arg::Network(nested) = call.arg(PARAM.network.0) else { return Nested::UNKNOWN };
    let (inputs, outputs) = (nested.graph.inputs.len(), nested.graph.own_outputs());
    // A network of which nothing is known has none of either.
    if inputs > 1 || outputs > 1 {
        call.fail(At::Layer, Problem::NetworkPorts { inputs, outputs });
        return nested;
    }
    let takes = nested.summary.input;
    if !call.input.is_lost() && !takes.is_lost() && !call.input.agrees(&takes) {
        call.fail(At::Layer, Problem::NetworkInput { takes });
    }
    nested
}

/// Its summary has the facts about its layers; its graph has the rest.
impl Nested {
    pub(crate) const fn output(&self, _: &mut Call<'_>) -> Shape {
        self.summary.output
    }

    pub(crate) const fn tensors(&self, _: &Shape) -> Tensors {
        Tensors::NONE
    }

    pub(crate) const fn work(&self, _: &Ends<'_>) -> Work {
        Work::NONE
    }

    pub(crate) const fn classes(&self) -> [&'static str; 3] {
        [self.summary.name; 3]
    }

    pub(crate) const fn keeps(&self) -> Keeps {
        Keeps::NOTHING
    }

    pub(crate) const fn reach(&self, dim: usize, _: &Ends<'_>) -> ReachOf {
        Reach::Unknown.of(dim)
    }

    pub(crate) fn details(&self, _: &mut dyn fmt::Write, _: &Shape) -> fmt::Result {
        Ok(())
    }
}
