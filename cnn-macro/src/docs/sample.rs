//! What becomes of a network if the sizes that the macro does not know had some values.

use std::cell::RefCell;
use std::collections::HashMap;

use cnn_core::signature::Takes;
use cnn_core::{Arg, Shape};

use crate::call::operand::{Operand, Value};
use crate::check::{self, KnownArgs, Outcome};
use crate::lower::layers::{Flat, Header, Layer};
use crate::value::eval;
use crate::value::scope::Scope;

/// For each run the value of the first unknown name, and how far the next one is from it.
///
/// Small and large ones, even and odd ones: what is the same every time does not depend on them.
/// Powers of two are among them for networks that halve a size again and again, and their neighbours,
/// which tell how halves are rounded.
const RUNS: [(usize, usize); 9] = [
    (1024, 64),
    (3072, 192),
    (512, 32),
    (2049, 128),
    (2047, 320),
    (1026, 448),
    (771, 10),
    (133, 4),
    (61, 6),
];

/// How many runs a size has to be the same in, at least.
const ENOUGH: usize = 2;

/// The runs in which nothing is wrong, if there are enough of them.
pub fn runs<'a>(flat: &Flat<'_>, scope: &'a Scope) -> Vec<(Supposition<'a>, Vec<Option<Outcome>>)> {
    let nested = |layer: &Layer<'_>| matches!(layer.call.operands[..], [Operand::Network(_)]);
    if flat.layers.iter().any(nested) {
        // A network keeps the axes, or makes features of them. What follows it tells which, or does
        // not.
        let rank = flat.input.sizes.len();
        let mut ranks = vec![0, rank.saturating_sub(1)];
        ranks.dedup();
        let possible = ranks.into_iter().map(|dropped| runs_with(flat, scope, Some(dropped)));
        let mut possible = possible.filter(|runs| !runs.is_empty());
        if let (Some(runs), None) = (possible.next(), possible.next()) {
            return runs;
        }
    }
    runs_with(flat, scope, None)
}

/// The runs in which a network inside of this one has so many axes less than its input.
fn runs_with<'a>(
    flat: &Flat<'_>,
    scope: &'a Scope,
    dropped: Option<usize>,
) -> Vec<(Supposition<'a>, Vec<Option<Outcome>>)> {
    let runs = RUNS.map(|(first, distance)| {
        let supposition =
            Supposition { first, distance, scope, dropped, names: RefCell::default() };
        let outcomes = supposition.run(flat);
        (supposition, outcomes)
    });
    let valid = |outcomes: &[Option<Outcome>]| {
        outcomes.iter().flatten().all(|(_, outcome)| outcome.errors.is_empty())
    };
    let valid: Vec<_> = runs.into_iter().filter(|(_, outcomes)| valid(outcomes)).collect();
    if valid.len() < ENOUGH { Vec::new() } else { valid }
}

/// Values for all that the macro does not know.
pub struct Supposition<'a> {
    first: usize,
    distance: usize,
    scope: &'a Scope,
    /// How many axes less than its input a network inside of this one has, if that is supposed.
    dropped: Option<usize>,
    /// The order in which names were met.
    names: RefCell<HashMap<String, usize>>,
}

impl Supposition<'_> {
    /// Another value for each name and run.
    fn leaf(&self, name: &str) -> usize {
        let mut names = self.names.borrow_mut();
        let next = names.len();
        let index = *names.entry(name.to_owned()).or_insert(next);
        self.first + self.distance * index
    }

    /// The value that a size has.
    pub fn size(&self, value: &Value) -> Option<usize> {
        match (value.known, value.takes) {
            (Some(Arg::Size(value)), _) => Some(value),
            (None, Takes::Size | Takes::Axes | Takes::Sizes | Takes::Range) => {
                eval::suppose(&value.expr, self.scope, &|name| self.leaf(name))
            }
            _ => None,
        }
    }

    /// The names that sizes of networks were given, with their values.
    pub fn nested_sizes(&self) -> Vec<(String, usize)> {
        let names: Vec<String> = self.names.borrow().keys().cloned().collect();
        let nested = names.into_iter().filter(|name| name.ends_with(']'));
        nested.map(|name| (name.clone(), self.leaf(&name))).collect()
    }

    fn run(&self, flat: &Flat<'_>) -> Vec<Option<Outcome>> {
        let input = self.header(&flat.input);
        let args: Vec<_> = flat.layers.iter().map(|layer| self.args(layer)).collect();
        let args: Vec<KnownArgs<'_>> =
            args.iter().map(|args| Some(args.as_ref()?.iter().map(borrow).collect())).collect();
        check::run(flat, input, &args, |layer, input| {
            let [Operand::Network(_)] = layer.call.operands[..] else { return None };
            let rank = input.rank().checked_sub(self.dropped?).filter(|rank| *rank > 0)?;
            let size = |axis| self.leaf(&nested_size(&layer.call.bound.text, axis));
            Some(Shape::new(&(0..rank).map(size).collect::<Vec<_>>()))
        })
    }

    /// The arguments of a layer with the indices of their parameters.
    fn args(&self, layer: &Layer<'_>) -> Option<Vec<(usize, Supposed)>> {
        let operands = layer.call.operands.iter().enumerate();
        let written = operands.filter(|(_, operand)| !operand.is_omitted());
        written.map(|(param, operand)| Some((param, self.operand(operand)?))).collect()
    }

    fn header(&self, header: &Header) -> Option<Shape> {
        let sizes = header.sizes.iter().map(|size| self.size(size.as_ref()?));
        let sizes: Vec<usize> = sizes.collect::<Option<_>>()?;
        (sizes.len() <= cnn_core::MAX_RANK).then(|| Shape::new(&sizes))
    }

    fn operand(&self, operand: &Operand) -> Option<Supposed> {
        Some(match operand {
            Operand::Fixed(arg) => Supposed::One(*arg),
            Operand::Value(value) => Supposed::One(self.value(value)?),
            Operand::Range(start, end) => {
                let (start, end) = (self.size(start)?, self.size(end)?);
                Supposed::One(Arg::Range(start, end))
            }
            Operand::Network(_) => return None,
            Operand::List { values, .. } => {
                let single = |operand: &Operand| match self.operand(operand)? {
                    Supposed::One(arg) => Some(arg),
                    Supposed::List(_) => None,
                };
                Supposed::List(values.iter().map(single).collect::<Option<_>>()?)
            }
        })
    }

    fn value(&self, value: &Value) -> Option<Arg<'static>> {
        match value.takes {
            // Nothing in the table depends on it.
            Takes::Float => Some(value.known.unwrap_or(Arg::Float(0.5))),
            Takes::Flag => Some(value.known.unwrap_or(Arg::Flag(self.first.is_multiple_of(2)))),
            _ => value.known.or_else(|| Some(Arg::Size(self.size(value)?))),
        }
    }
}

/// How a size of what leaves a network is written in formulas.
fn nested_size(network: &str, axis: usize) -> String {
    format!("{network}::OUTPUT[{axis}]")
}

/// An argument with supposed values.
enum Supposed {
    One(Arg<'static>),
    List(Vec<Arg<'static>>),
}

fn borrow((param, arg): &(usize, Supposed)) -> (usize, Arg<'_>) {
    (*param, arg.arg())
}

impl Supposed {
    fn arg(&self) -> Arg<'_> {
        match self {
            Supposed::One(arg) => *arg,
            Supposed::List(values) => Arg::List(values),
        }
    }
}
